"""Whether a sentence in other words still says the same of its number: cautiously, by the words around it."""

import re
from collections.abc import Set
from dataclasses import dataclass

from figures.extract.vocabulary import word_set
from figures.model import Figure

#: Words that say nothing of what happened, to whom, or who says so. Pronouns are not among them.
FUNCTION_WORDS = word_set(
    """
    a an the this that these those which who of to in on at by for from with into onto upon as and or but so if when
    while is are was were be been being am has have had having will would shall do does did there here then than about
    around over under up down out off more less most least fewer nearly almost approximately roughly some only just
    also too very still its
    """
)
#: Words that turn a sentence round; as folded, without apostrophes.
NEGATIONS = word_set(
    """
    no not never none nobody nothing neither nor without cannot cant couldnt didnt doesnt dont hadnt hasnt havent isnt
    arent wasnt werent wont wouldnt shouldnt false falsely wrong wrongly fake denied denies deny denying refuted refutes
    disputed disputes rejected rejects hardly barely unlikely
    """
)

_WORD = re.compile(r"[^\W\d_]+")
# Where what is said of one number ends: what comes behind another number is said of that.
_CLAUSE_END = re.compile(r"[;:()\n]|,(?!\d)|\d[\d,.]*")


@dataclass(frozen=True, slots=True)
class Telling:
    """A folded sentence, the place of a number in it, what is read of that, and the names in the sentence."""

    sentence: str
    start: int
    end: int
    figure: Figure
    names: Set[str]


def tells_the_same(one: Telling, other: Telling) -> bool:
    """Tell whether a verdict on one holds for the other; what one says and the other does not is a doubt.

    Every word with a meaning still has to stand, those of the clause around the number in its clause, the same next to
    it, and no other of them may have come in there; else noun, predicate, source, time, place and names have to be
    known and the same.
    """
    if _negations(one.sentence) != _negations(other.sentence):
        return False
    return _same_words(one, other) or (_same_statement(one.figure, other.figure) and one.names == other.names)


def _same_words(one: Telling, other: Telling) -> bool:
    before, after = _around(one)
    new_before, new_after = _around(other)
    said, new_said = {*before, *after}, {*new_before, *new_after}
    elsewhere = set(_content(one.sentence)) - said
    return (
        said <= new_said
        and elsewhere <= set(_content(other.sentence)) - new_said
        and (not new_before or new_before[-1:] == before[-1:])
        and (not new_after or new_after[:1] == after[:1])
    )


def _same_statement(one: Figure, other: Figure) -> bool:
    told = (one.noun, one.predicate, one.attribution)
    if None in told:
        return False
    mine, theirs = (
        (figure.noun, figure.predicate, figure.attribution, figure.as_of, figure.place) for figure in (one, other)
    )
    return all((a and a.casefold()) == (b and b.casefold()) for a, b in zip(mine, theirs, strict=True))


def _around(telling: Telling) -> tuple[list[str], list[str]]:
    """Give the words with a meaning before and after a number in its clause."""
    ends = [found.start() for found in _CLAUSE_END.finditer(telling.sentence, telling.end)]
    starts = [found.end() for found in _CLAUSE_END.finditer(telling.sentence, 0, telling.start)]
    before = telling.sentence[starts[-1] if starts else 0 : telling.start]
    after = telling.sentence[telling.end : ends[0] if ends else len(telling.sentence)]
    return _content(before), _content(after)


def _content(text: str) -> list[str]:
    words = (word.casefold() for word in _WORD.findall(text))
    return [word for word in words if word not in FUNCTION_WORDS]


def _negations(sentence: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(sentence)} & NEGATIONS
