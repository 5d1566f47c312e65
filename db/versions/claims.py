"""Whether two figures are the same number said of the same thing: exact on digits, cautious on words."""

import re
from collections import Counter
from collections.abc import Collection
from functools import lru_cache

from db.versions.folding import fold
from figures.model import Figure, Number

_GROUPING = re.compile(r"(?<=\d)[, '](?=\d{3}(?!\d))")
_WORD = re.compile(r"[^\W\d_]+")
#: A word inside a sentence with a capital: somebody's or some place's name, a weekday, a month.
_NAME = re.compile(r"(?<=[^.!?:\s] )[^\W\d_a-z]\w*|\b[A-Z]{2,}\b")


#: What makes a figure the number that it is.
NumberKey = tuple[str, Number | None, Number | None, str, bool, str, str | None, str | None]


def number_key(figure: Figure) -> NumberKey:
    """Give what two figures have in common that are the same number: text, values, bound, kind and unit.

    How thousands are set apart, and the spelling of dashes and spaces, is left out of the text.
    """
    said = figure.low, figure.high, figure.bound, figure.approximate, figure.kind, figure.unit, figure.iso
    return (_written(figure.text), *said)


def same_number(one: Figure, other: Figure) -> bool:
    """Tell whether two figures are the same number, to the digit."""
    return number_key(one) == number_key(other)


def same_claim(one: Figure, other: Figure) -> bool:
    """Tell whether nothing that is said of two figures differs: what is counted, what of it, who says so, when, where.

    What is not said of one of them differs from nothing.
    """
    return (
        _same_words(one.noun, other.noun)
        and _equal(one.predicate, other.predicate)
        and _same_source(one.attribution, other.attribution)
        and _equal(one.as_of, other.as_of)
        and _equal(one.place, other.place)
    )


def words(text: str) -> Counter[str]:
    """Give the words of a text with their numbers; digits are no words."""
    return Counter(word.casefold() for word in _WORD.findall(text))


def likeness(one: Counter[str], other: Counter[str]) -> float:
    """Give how far two texts have the same words, from 0 to 1 (Dice's coefficient)."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0


def names(text: str) -> set[str]:
    """Give what a text calls by name, as far as a capital inside a sentence tells."""
    return set(_NAME.findall(text))


def names_in(sentence: str, known: Collection[str]) -> frozenset[str]:
    """Give the names in a sentence; `known` are those of its text."""
    return frozenset(word for word in re.findall(r"\w+", sentence) if word in known)


@lru_cache(maxsize=10_000)
def _written(text: str) -> str:
    return _GROUPING.sub("", fold(text).text.casefold())


def _equal(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one.casefold() == other.casefold()


def _same_words(one: str | None, other: str | None) -> bool:
    return one is None or other is None or _stems(one) == _stems(other)


def _same_source(one: str | None, other: str | None) -> bool:
    """Tell whether two sources may be one: "the ministry", "the defence ministry" and "Ukraine's ministry" may."""
    if one is None or other is None:
        return True
    if _capitals(one) - _capitals(other) and _capitals(other) - _capitals(one):
        return False
    mine, theirs = _stems(one), _stems(other)
    return mine[-1:] == theirs[-1:] or set(mine) <= set(theirs) or set(theirs) <= set(mine)


def _capitals(phrase: str) -> set[str]:
    return {word for word in _WORD.findall(phrase) if word[0].isupper()} - {"The", "A", "An"}


def _stems(phrase: str) -> list[str]:
    return [word.casefold().removesuffix("s") for word in _WORD.findall(phrase)]
