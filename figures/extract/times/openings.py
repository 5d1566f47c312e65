"""The words before a time that belong to it: its weekday, "early", "the end of", its preposition."""

import re
from dataclasses import dataclass

from figures.extract.times.calendar_terms import SEASONS, WEEKDAYS
from figures.extract.times.words import COMPARED, DROPPED_BEFORE, KEPT_BEFORE, PARTS, PORTIONS, WHICH

_WORD = re.compile(r"\S+")
_LOOK_BACK, _MOST_WORDS = 48, 8


@dataclass(frozen=True, slots=True)
class Atom:
    """A bare time before what stands to its left is read: a date or a match of TIME_WORDS."""

    start: int
    end: int
    iso: str = ""
    match: re.Match[str] | None = None

    @property
    def yearless(self) -> bool:
        """Whether the year must be guessed from the date of the text."""
        return self.iso.startswith("--") or bool(self.match and (self.match["month"] or self.match["weekday"]))


@dataclass(slots=True)
class Left:
    """The words before an atom, taken one by one from its side: where its wording begins, and what they make of it."""

    words: list[tuple[int, str]]
    start: int
    which: str = ""
    part: str = ""
    prep: str = ""

    def peek(self, back: int = 0) -> str:
        """Give the word so many before the nearest; "" where there is none."""
        return self.words[-1 - back][1] if len(self.words) > back else ""

    def take(self, count: int = 1) -> None:
        """Take the nearest words into the wording."""
        for _ in range(count):
            self.start = self.words.pop()[0]


def words_left(text: str, at: int) -> Left:
    """Give the few words before an atom at offset `at`, in lower case."""
    words = [(m.start(), m.group().lower()) for m in _WORD.finditer(text, max(0, at - _LOOK_BACK), at)]
    return Left(words[-_MOST_WORDS:], at)


def widen(atom: Atom, left: Left) -> None:
    """Take the words that belong to a time: its weekday, "early", "the end of", "so far", its preposition."""
    if atom.match is None and left.peek().strip(",(") in WEEKDAYS:
        left.take()
    if atom.yearless and left.peek() in WHICH:
        left.which = left.peek()
        left.take()
    while left.peek() in ("fiscal", "financial", "calendar", "year") or left.peek() in SEASONS:
        left.take()
    if left.peek() in ("early", "late", "mid", "mid-", "early-", "late-"):
        left.part = PARTS[left.peek()]
        left.take()
    elif left.peek() in ("earlier", "later"):
        left.take()
    elif left.peek() == "far" and left.peek(1) == "so":
        left.part = "so far"
        left.take(2)
    elif left.peek() == "of":
        _take_part(left)
    taken = left.peek()
    if taken == "the" and (left.part or (atom.match and (atom.match["which"] or atom.match["recent"]))):
        taken = left.peek(1)
    if taken in KEPT_BEFORE:
        left.prep = taken
        left.take(1 if left.peek() == taken else 2)
    elif taken in DROPPED_BEFORE or taken in COMPARED:
        left.prep = taken


def _take_part(left: Left) -> None:
    """Take "the end of", "first half of", "summer of"."""
    word = left.peek(1)
    portion = PORTIONS.get(f"{left.peek(2)} {word}")
    if word in PARTS:
        left.part = PARTS[word]
        left.take(2)
    elif portion:
        left.part = portion
        left.take(3)
    elif word in SEASONS or word in ("rest", "course"):
        left.take(2)
