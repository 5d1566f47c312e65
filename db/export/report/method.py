"""How the figures of a report were found, compared and judged, in words for its readers."""

#: A heading and its paragraphs, for each part of the method.
METHOD: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Finding the figures",
        (
            "figcheck reads each text as it was taken in and lists every number in it with what it counts, its bound "
            "(“more than”, “up to”, “about”), its unit, who says so and as of when. It does so by fixed rules and "
            "without a language model, so that the same text always gives the same figures. What is no claim (dates, "
            "page furniture, names with numbers in them) is set aside.",
        ),
    ),
    (
        "Comparing them",
        (
            "Figures that answer the same question are laid side by side. Two of them conflict only where they count "
            "the same thing in the same place and no single number fits both; a part and its whole do not conflict, "
            "and different things are not compared.",
            "Copies of one story, and several texts that quote one speaker, are one origin: five papers that carry "
            "one wire story are one witness, not five.",
            "Where a figure looks as if it strayed from its source (a lost “more than”, another noun, a sum that does "
            "not add up), that is pointed out as a sign. A sign is never a verdict.",
        ),
    ),
    (
        "Judging them",
        (
            "Every verdict was given by a person, on the figure in its sentence. Evidence is given as links, "
            "documents or conversations, each of which supports or contradicts the figure. Nothing that was decided "
            "is ever erased: verdicts that were changed and values that were put right are listed under Corrections.",
        ),
    ),
    (
        "Checking it again",
        (
            "Each source is named with its address, the time at which it was retrieved, and the SHA-256 hashes of the "
            "bytes received and of the text that was read. A copy of the page with the same hash is the same text.",
        ),
    ),
)
