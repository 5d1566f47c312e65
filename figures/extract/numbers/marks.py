"""Where numbers can stand in a text, found in one pass for all who look for dates and numbers."""

from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from figures.extract.draft import made
from figures.extract.numbers import words
from figures.extract.numbers.parts import WordKind
from figures.extract.places.place_words import REGION_WORDS
from figures.extract.times.calendar_terms import AGO_WORDS
from figures.extract.view import beyond_ascii

Span = tuple[int, int]


class Marks(NamedTuple):
    """The runs of digits, the number words (each in lower case) and the vulgar fractions of a text, in order.

    `regions` tells whether the whole text holds a word for a kind of region, `ago` whether it may hold one of
    AGO_WORDS: the one pass over its words sees that too.
    """

    digits: list[Span]
    words: list[tuple[int, int, bytes]]
    vulgar: list[Span]
    regions: bool
    ago: bool

    def __bool__(self) -> bool:
        """Whether a number can stand anywhere."""
        return bool(self.digits or self.words or self.vulgar)

    def within(self, start: int, end: int) -> "Marks":
        """Give those in text[start:end], runs of digits cut off at its ends."""
        low, high = (start,), (end,)
        digits, found, vulgar, regions, ago = self
        first = bisect_left(digits, low)
        runs = digits[first : bisect_left(digits, high, first)]
        if first and digits[first - 1][1] > start:
            runs.insert(0, (start, digits[first - 1][1]))
        if runs and runs[-1][1] > end:
            runs[-1] = runs[-1][0], end
        words_in = found[bisect_left(found, low) : bisect_left(found, high)] if found else found
        if words_in and words_in[-1][1] > end:
            words_in.pop()
        if vulgar:
            vulgar = vulgar[bisect_left(vulgar, low) : bisect_left(vulgar, high)]
        return made(Marks, (runs, words_in, vulgar, regions, ago))


@cache
def vocabulary() -> dict[bytes, tuple[WordKind, int]]:
    """Give the kind and the value of each number word."""
    table: dict[str, tuple[WordKind, int]] = {}
    for word, value in words.ORDINALS.items():
        table[word] = ("ordinal", value)
    for word, value in words.DENOMINATORS.items():
        table.setdefault(word, ("part", value))
        table[word + "s"] = ("part", value)
    table["half"] = ("half", 2)
    for word, value in (words.UNITS | words.TEENS).items():
        table[word] = ("small", value)
    for word, value in words.TENS.items():
        table[word] = ("ten", value)
    for word, value in words.SCALES.items():
        table[word] = ("scale", value)
    for word, value in words.VAGUE.items():
        table[word] = ("vague", value)
    for word, value in words.SINGLE.items():
        table[word] = ("single", value)
    return {word.encode(): meaning for word, meaning in table.items()}


def _translation(kept: str, becoming: str) -> bytes:
    table = bytearray(b" " * 256)
    for sign, plain in zip(kept, becoming, strict=True):
        table[ord(sign)] = ord(plain)
    return bytes(table)


_SMALL = "abcdefghijklmnopqrstuvwxyz"
_LETTERS = _translation(_SMALL + _SMALL.upper() + "_", _SMALL * 2 + "_")
_DIGITS = _translation("0123456789", "0" * 10)


def marks_of(view: str) -> Marks:
    """Find the marks of a text whose digits are folded to ASCII."""
    # One byte for each sign: splitting and searching bytes is several times faster than a pattern over the text.
    signs = view.encode("ascii", "replace")
    found, seen = _words(view, signs.translate(_LETTERS))
    others = "" if view.isascii() else beyond_ascii(view)
    ago = not (_AGO.isdisjoint(seen) and _AGO_LETTERS.isdisjoint(others))
    regions = not _REGIONS.isdisjoint(seen)
    return Marks(_runs(signs.translate(_DIGITS) + b" "), found, _vulgar(view, others), regions, ago)


def _runs(digits: bytes) -> list[Span]:
    found: list[Span] = []
    find = digits.find
    start = find(b"0")
    while start >= 0:
        end = find(b" ", start)
        found.append((start, end))
        start = find(b"0", end)
    return found


_REGIONS = frozenset(word.encode() for word in REGION_WORDS)
_AGO = frozenset(word.encode() for word in AGO_WORDS if word.isascii())
_AGO_LETTERS = frozenset(sign for word in AGO_WORDS for sign in word + word.upper() if not sign.isascii())
_ONLY_SEEN = _REGIONS | _AGO


@cache
def _sought() -> frozenset[bytes]:
    return _ONLY_SEEN.union(vocabulary())


def _words(view: str, letters: bytes) -> tuple[list[tuple[int, int, bytes]], set[bytes]]:
    found: list[tuple[int, int, bytes]] = []
    seen: set[bytes] = set()
    spaced = b" " + letters + b" "  # what stands at an offset of the text stands one further here
    at = 0
    for word in filter(_sought().__contains__, letters.split()):
        if word in _ONLY_SEEN:
            seen.add(word)
            continue
        at = spaced.find(b" " + word + b" ", at)
        end = at + len(word)
        if not at or not view[at - 1].isalnum():  # else it is the end of a word with a digit or an accent
            found.append((at, end, word))
        at = end + 1
    return found, seen


def _vulgar(view: str, others: str) -> list[Span]:
    if words.VULGAR.keys().isdisjoint(others):
        return []
    found: list[Span] = []
    for sign in words.VULGAR:
        at = view.find(sign)
        while at >= 0:
            found.append((at, at + 1))
            at = view.find(sign, at + 1)
    return sorted(found)
