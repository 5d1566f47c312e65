"""How a verdict is shown and what it means, on the screen and on a page."""

#: The shape of each state, so that no state is told by colour alone.
SHAPES = {
    "unreviewed": "○",
    "confirmed": "●",
    "disputed": "◆",
    "misreported": "✕",
    "dismissed": "–",
    "unresolved": "≠",
}

#: What each verdict means, in the order in which one wins over the other.
MEANINGS = (
    ("misreported", "the document strays from its own source. It wins over the others."),
    ("disputed", "faithful to its source, but independent sources differ, or nobody stands behind it."),
    ("confirmed", "faithful and uncontradicted, or settled by evidence."),
    ("dismissed", "not a figure (the extractor was wrong), or not worth checking."),
    ("unresolved", "reviewers differ: until one agrees with the other, or a third decides."),
    ("unreviewed", "no verdict yet."),
)
