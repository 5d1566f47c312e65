"""Which noun belongs to a quantity, by its kind: where to look, and in which order."""

import re

from figures.extract.draft import made
from figures.extract.numbers.bounds import Bounded
from figures.extract.numbers.quantity import Quantity
from figures.extract.things import noun_words as words
from figures.extract.things.before import refers_back, tally_before
from figures.extract.things.context import Context, Counted
from figures.extract.things.going_on import going_on, is_estimate, is_no_one, is_participle
from figures.extract.things.measured import duration, measured
from figures.extract.things.nouns import Phrase, harmed_after, is_plural, noun_after
from figures.extract.things.wordings import counted_apart, harm_before, noun_before, noun_of, number_of, of_whole
from seeds.patterns import Later

_NEXT_HARM = Later(r"\s(?:dead|killed|wounded|injured|missing|hurt|displaced)\b", re.IGNORECASE)
_HYPHENED = Later(r"-([A-Za-z]{2,})")


def counted(
    view: str, quantity: Quantity, bounded: Bounded, floor: int, limit: int, context: Context, index: int
) -> Counted:
    """Give what a quantity of sentence number `index` counts; the noun is None where the text does not say."""
    if quantity.kind == "count" or quantity.fraction:
        return _count(view, quantity, bounded, floor, limit, context, index)
    if quantity.kind == "duration":
        return duration(view, quantity, bounded, floor, limit, context)
    return measured(view, quantity, bounded, floor, limit, context)


def _count(
    view: str, quantity: Quantity, bounded: Bounded, floor: int, limit: int, context: Context, index: int
) -> Counted:
    tied = view.startswith("-", quantity.after)
    hyphened = _HYPHENED.match(view, quantity.after, limit) if tied else None
    plain = hyphened is not None and hyphened.group(1) not in words.TIED_ADJECTIVES
    if hyphened is not None and plain and bounded.end == quantity.after and quantity.scale == 1:
        return Counted(hyphened.group(1), hyphened.end(), hyphened.start())
    special = counted_apart(view, bounded.end, limit, context)
    if special is not None:
        return special
    harm = harmed_after(view, bounded.end, limit)
    if harm is not None:
        # "240,000 dead" names its own; "thousands more wounded" and "95 have been rescued" go on counting the same.
        same = context.in_sentence if bounded.increment or not _NEXT_HARM.match(view, bounded.end, limit) else None
        if (
            same is None or same.removeprefix("people ") in words.HARMED or is_no_one(same, harm)
        ):  # "It killed 12, and 15 were hurt"
            same = f"people {harm}"
        return Counted(same, bounded.end)
    fraction = quantity.fraction
    phrase = noun_after(view, bounded.end, limit, shared=fraction, several=not fraction and quantity.high > 1)
    if phrase is not None and (phrase.plural or not (phrase.text in words.MARKS or is_participle(phrase.text))):
        if quantity.high == 1 and phrase.plural:
            phrase = _singular(phrase)
        return made(Counted, (phrase.text, phrase.end, phrase.start))
    shared = _SHARED.match(view, bounded.end, limit) if view.startswith((" and ", " or "), bounded.end) else None
    if shared is not None:
        phrase = noun_after(view, shared.end(), limit)
        if phrase is not None and phrase.plural and phrase.start == shared.end() + 1:
            return Counted(phrase.text, bounded.end)
    # A bare number behind a sentence that counted something goes on counting it.
    earlier = context.in_stretch if context.sentence == index - 1 else None
    if bounded.increment and (context.in_sentence or earlier):  # "the army lost 20 more"
        return Counted(_collective(view, bounded.start, floor) or context.in_sentence or earlier, bounded.end)
    before = number_of(view, bounded, floor) or noun_before(view, bounded, floor)
    if before is not None:
        return Counted(before, bounded.end)
    if refers_back(view, floor, bounded.start) and context.in_stretch is not None:
        return Counted(context.in_stretch, bounded.end)
    tally = tally_before(view, max(floor, context.end), bounded.start)
    harm = harm_before(view, bounded.start, floor)
    nobody = context.in_sentence is None or (harm is not None and is_no_one(context.in_sentence, harm))
    people = f"people {harm}" if harm is not None and nobody else None
    whole = noun_of(view, bounded.start, floor) if context.in_sentence is None else None
    named = whole.text if whole is not None else None
    if named is not None and earlier is not None and is_estimate(view, bounded.start, floor):
        named = None
    if named is None:
        named = _collective(view, bounded.start, floor)
    if named is None and context.in_sentence is None:
        named = of_whole(view, floor, limit)
    return Counted(tally or people or named or going_on(view, bounded.end, context.in_sentence or earlier), bounded.end)


def _singular(phrase: Phrase) -> Phrase:
    """Take the verb from behind the one thing that is counted: "one tap serves"."""
    thing, _, verb = phrase.text.rpartition(" ")
    if not thing or verb in words.PLURALS or not verb.islower() or is_plural(thing.rpartition(" ")[2].lower()):
        return phrase
    return Phrase(phrase.start, phrase.end - len(verb) - 1, thing, False)


def _collective(view: str, begin: int, floor: int) -> str | None:
    """Read "a force of 3,000"."""
    before = view[max(floor, begin - 24) : begin].split()
    named = len(before) > 1 and before[-1] == "of" and before[-2].lower() in words.COLLECTIVES
    return before[-2] if named else None


#: "407 and 59 jobs were lost": the next number names what both count.
_SHARED = Later(r"\s(?:and|or)\s[0-9][0-9,.]*(?:\s(?:thousand|million|billion))?(?=\s)")
