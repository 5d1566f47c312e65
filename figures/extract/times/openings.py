"""The words before a time that belong to it: its weekday, "early", "the end of", its preposition."""

from typing import NamedTuple

from figures.extract.times.calendar_terms import NUMBER_WORDS, SEASONS, WEEKDAYS
from figures.extract.times.wordings import Wording
from figures.extract.times.words import COMPARED, DROPPED_BEFORE, ENDING, KEPT_BEFORE, MONTHS_IN, PARTS, PORTIONS, WHICH

_LOOK_BACK, _MOST_WORDS = 48, 8
#: No report covers more months.
_MOST_MONTHS = 36


class Atom(NamedTuple):
    """A bare time before what stands to its left is read: a date, or a wording without one, and of which kind."""

    start: int
    end: int
    iso: str = ""
    wording: Wording | None = None
    kind: str = ""

    @property
    def yearless(self) -> bool:
        """Whether the year must be guessed from the date of the text."""
        return self.kind in ("month", "weekday") or self.iso.startswith("--")


class Left:
    """The words before an atom, taken one by one from its side: where its wording begins, and what they make of it."""

    __slots__ = ("lows", "months", "part", "prep", "start", "text", "which", "words")

    def __init__(self, text: str, at: int) -> None:
        self.text = text
        self.words = text[at - _LOOK_BACK if at > _LOOK_BACK else 0 : at].split()[-_MOST_WORDS:]
        self.lows = [word.lower() for word in self.words]
        self.start = at
        self.which = self.part = self.prep = ""
        self.months = 0

    def peek(self, back: int = 0) -> str:
        """Give the word so many before the nearest, in lower case; "" where there is none."""
        return self.lows[-1 - back] if len(self.lows) > back else ""

    def take(self, count: int = 1) -> None:
        """Take the nearest words into the wording."""
        for _ in range(count):
            self.start = self.text.rfind(self.words.pop(), 0, self.start)
            self.lows.pop()

    def last(self, count: int) -> list[str]:
        """Give the nearest words, so many at most, in text order and lower case."""
        return self.lows[-count:]

    def opens(self) -> bool:
        """Whether one word stands before the wording, and the text begins with it."""
        return bool(self.words) and self.text.rfind(self.words[-1], 0, self.start) == 0


def widen(atom: Atom, left: Left) -> None:
    """Take the words that belong to a time: its weekday, "early", "the end of", "so far", its preposition."""
    word = left.peek()
    if atom.wording is None and word.strip(",(") in WEEKDAYS:
        left.take()
        word = left.peek()
    if word in WHICH and atom.yearless:
        left.which = word
        left.take()
        word = left.peek()
    while word in _OF_YEARS:
        left.take()
        word = left.peek()
    if word in _DEGREES:
        left.part = PARTS[word]
        left.take()
    elif word in ("earlier", "later"):
        left.take()
    elif word == "far" and left.peek(1) == "so":
        left.part = "so far"
        left.take(2)
    elif word == "of":
        _take_part(left)
    if _take_length(left):
        return
    nearest = taken = left.peek()
    if taken == "the" and (left.part or atom.kind in ("unit", "count", "recent")):
        taken = left.peek(1)
    if taken in KEPT_BEFORE:
        left.prep = taken
        left.take(1 if nearest == taken else 2)
    elif taken in DROPPED_BEFORE or taken in COMPARED:
        left.prep = taken
        if taken in ("in", "on"):
            _take_since(left)


_OF_YEARS = SEASONS | {"fiscal", "financial", "calendar", "year"}
_DEGREES = frozenset({"early", "late", "mid", "mid-", "early-", "late-"})


def _take_length(left: Left) -> bool:
    """Take "three months to", "the year ended", "the quarter ending on"; say whether one was there."""
    on = left.peek() in ("in", "on")
    if left.peek(on) not in ENDING:
        return False
    unit, counted = left.peek(on + 1), left.peek(on + 2)
    months = MONTHS_IN.get(unit, 0) if counted not in WHICH else 0  # "from last year to June"
    if unit == "months":
        months = NUMBER_WORDS.get(counted, 0) or (int(counted) if counted.isascii() and counted.isdigit() else 0)
    if not 0 < months <= _MOST_MONTHS:
        return False
    left.months = months
    left.take(on + 3 if unit == "months" else on + 2)
    return True


def _take_since(left: Left) -> None:
    """Take "since the war began in", "since the ceasefire on": an event that the time is the time of."""
    words = left.last(_MOST_WORDS)
    if "since" not in words:
        return
    at = len(words) - 1 - words[::-1].index("since")
    event = words[at + 1 : -1]
    if event and all(word.replace("'", "").replace("-", "").isalpha() for word in event):
        left.prep = "since"
        left.take(len(words) - at)


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
