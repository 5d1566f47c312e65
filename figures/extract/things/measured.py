"""Which noun belongs to an amount that is no count: what is measured, paid, or lasts so long."""

import re

from figures.extract.numbers.bounds import Bounded
from figures.extract.numbers.quantity import Quantity
from figures.extract.things import noun_words as words
from figures.extract.things.before import subject_before
from figures.extract.things.context import Context, Counted
from figures.extract.things.nouns import noun_after
from figures.extract.things.wordings import OF_THEM, counted_apart, noun_before, noun_of, of_whole
from figures.extract.vocabulary import word_set
from seeds.patterns import Later

_IN = Later(
    r"\s(?:in|worth of)\s(?=[a-z])"
    r"(?!(?:the|a|an|total|all|cash|each|this|that|his|her|its|their|addition|advance|return|response|part|exchange|"
    r"summer|winter|spring|autumn|recent|early|late|mid|fiscal|some|many|most|which|what)\b)"
)
_LONG = Later(r"-(?:long|wide|high|tall|deep|thick|strong)(?=\s[A-Za-z])")
_DIMENSIONS = Later(
    r"[\s-](?:wide|long|high|tall|deep|thick|away|apart|off|from|north|south|east|west|inland|offshore|above|below|"
    r"southeast|southwest|northeast|northwest|"
    r"across|around|square|in diameter|per|an?|each|every|ahead|behind|later|earlier|ago|old|more|less)\b",
    re.IGNORECASE,
)
#: How these begin behind their first sign, but for those in a-, and `_IN`.
_DIMENSION_STARTS = word_set("wi lo hi ta de th of fr no so ea we in be sq pe ev la ol mo le")
_IN_STARTS = word_set("in wo")
#: "The driest spring in 40 years": nothing is counted by those.
_SINCE = Later(rf"\b(?:{'|'.join(sorted(words.SUPERLATIVES))})(?:\s[\w-]+){{1,3}}$")
_SPANNING = Later(r"\s(?:in|over|within|during|for)\s(?:just\s|only\s|the past\s|the last\s)?$", re.IGNORECASE)
_CHANGED = Later(
    r"\b(?:rais(?:e|es|ed|ing)|cuts?|cutting|boost(?:s|ed|ing)?|lift(?:s|ed|ing)?|lower(?:s|ed|ing)?|reduc(?:e|es|ed|ing)|"
    r"increas(?:e|es|ed|ing)|slash(?:es|ed|ing)?|trim(?:s|med|ming)?|hik(?:e|es|ed|ing))\s"
    r"(?:(?:its|their|his|her|the|our)\s)?((?:(?!(?:by|to|from|in|of|at|for|on|than|nearly|almost|about)\b)[a-z]{3,}\s){1,2})$"
)
#: "$55 million a year in taxes"
_A_PERIOD = Later(r"\s(?:(?:a|an|per|each|every)\s(?:year|month|week|day|hour)|annually|yearly)(?=\sin\s)")
#: "the 3% economists had forecast": who looks ahead is not what is measured.
_FORESEEN = Later(
    r"\s(?:\w+\s)?(?:analysts|economists|investors|markets|traders|forecasters|experts)\s(?:had|have|were|polled|surveyed|"
    r"expect|forecast|predict|anticipate|project|estimate)"
)


def measured(view: str, quantity: Quantity, bounded: Bounded, floor: int, limit: int, context: Context) -> Counted:
    """Give what money, a percentage or a measure is an amount of: "a $5 million fine", "5 tonnes of rice"."""
    if quantity.kind == "percent":
        them = counted_apart(view, bounded.end, limit, context) if OF_THEM.match(view, bounded.end, limit) else None
        if them is not None:
            return them
        changed = _CHANGED.search(view, max(floor, bounded.start - 64), bounded.start)
        if changed is not None:  # "raise wages 11%"
            return Counted(changed.group(1).rstrip(), bounded.end)
    extent = _LONG.match(view, bounded.end, limit) if view.startswith("-", bounded.end) else None
    if extent is not None:  # "a 2.8-km-long bridge"
        phrase = noun_after(view, extent.end(), limit, attributive=True)
        if phrase is not None:
            return Counted(phrase.text, phrase.end, phrase.start)
    behind, start = bounded.end, view[bounded.end + 1 : bounded.end + 3].lower()
    extends = start in _DIMENSION_STARTS or start[:1] == "a"
    if extends and quantity.kind == "money":
        period = _A_PERIOD.match(view, behind, limit)
        if period is not None:
            behind, start, extends = period.end(), "in", False
    if not extends or not _DIMENSIONS.match(view, behind, limit):
        inside = _IN.match(view, behind, limit) if quantity.kind == "money" and start in _IN_STARTS else None
        at = inside.end() - 1 if inside else behind
        phrase = noun_after(view, at, limit, attributive=quantity.kind == "money" and inside is None)
        named = phrase is not None and phrase.text not in words.MONEY and phrase.text not in words.PROMISED
        if phrase is not None and named and not (phrase.plural and _FORESEEN.match(view, behind, limit)):
            return Counted(phrase.text, phrase.end, phrase.start)
    before = noun_before(view, bounded, floor)
    if before is not None:
        return Counted(before, bounded.end)
    phrase = noun_of(view, bounded.start, floor)
    if phrase is None and bounded.modifier in _BESIDE:  # "growth below 1%"
        phrase = subject_before(view, floor, bounded.start, True)
    return Counted(phrase.text if phrase is not None else of_whole(view, floor, limit), bounded.end)


_BESIDE = frozenset({"above", "below", "under", "over"})


def duration(view: str, quantity: Quantity, bounded: Bounded, floor: int, limit: int, context: Context) -> Counted:
    """Give what lasts so long: "three days of talks", "a 40-day siege", "12 arrests in two weeks"."""
    if view.startswith(" of ", bounded.end):
        phrase = noun_after(view, bounded.end, limit)
        return Counted(phrase.text, phrase.end, phrase.start) if phrase is not None else Counted(None, bounded.end)
    tied = view[quantity.end : quantity.end + 1] == "-" or view[bounded.end : bounded.end + 1] == "'"
    if tied:
        at = bounded.end + 1 if view[bounded.end : bounded.end + 1] == "'" else bounded.end
        phrase = noun_after(view, at, limit, attributive=True)
        if phrase is not None:
            return Counted(phrase.text, phrase.end, phrase.start)
    if context.in_sentence is not None:
        spanning = _SPANNING.search(view, max(floor, bounded.start - 16), bounded.start)
        if spanning is not None and not _SINCE.search(view, max(floor, spanning.start() - 40), spanning.start()):
            return Counted(context.in_sentence, bounded.end)
    return Counted(None, bounded.end)
