"""Where quoted words begin and end: straight quotes, double and single, nested, torn and over several paragraphs."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from seeds.patterns import Later

_MARK = Later("[\"']")
#: A quote sign that is no apostrophe inside a word.
_NO_APOSTROPHE = Later(r"\"|'(?:(?![^\W_])|(?<![^\W_]'))")
#: What may stand before an opening quote and after a closing one.
_BEFORE = frozenset(" \u00a0\n\t([{-–—/:;,=\"'")
_AFTER = frozenset(" \u00a0\n\t)]}-–—/:;,.!?…\"'")
_STOPS = frozenset(",.?!…")
#: A single quote before these opens words; before digits and most letters of a clipped word it is an apostrophe.
_CLIPPED = Later(r"'(?:\d|em\b|cause\b|til\b|tis\b|twas\b|n\b|round\b|bout\b)")
#: How far a quote that may be a possessive looks for the real end.
_LOOKAHEAD = 400
_DEPTH = 4
#: Beyond any text; what -1 comes to, modulo it.
_FAR = 1 << 62


class Quotations(NamedTuple):
    """The outermost quotations of a stretch, in order; offsets include the quote signs.

    `torn` tells of each whether its paragraph ended before it was closed and the next paragraph goes on quoting.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    torn: tuple[bool, ...]

    def at(self, position: int) -> int | None:
        """Give the number of the quotation around a position, or None."""
        number = bisect_right(self.starts, position) - 1
        return number if number >= 0 and position < self.ends[number] else None

    def touch(self, start: int, end: int) -> bool:
        """See whether a quotation holds a part of a span, or ends where that begins."""
        number = bisect_right(self.starts, end) - 1
        return number >= 0 and self.ends[number] >= start

    def before(self, position: int) -> int | None:
        """Give the number of the last quotation that ends at or before a position, or None."""
        number = bisect_right(self.ends, position) - 1
        return number if number >= 0 else None


class _Reading:
    """What the one pass over a stretch has open and found."""

    __slots__ = ("first_end", "found", "inner", "open_at")

    def __init__(self) -> None:
        self.found: list[tuple[int, int, bool]] = []
        self.open_at: list[int] = []
        # Quotations inside the open one, and the end of the sentence in which that began: if it proves torn, they
        # count.
        self.inner: list[tuple[int, int, bool]] = []
        self.first_end = 0

    def tear(self, end: int, goes_on: bool) -> None:
        """End an unclosed quotation: with its paragraph if the next one goes on quoting, else with its sentence."""
        if self.open_at:
            start = self.open_at[0]
            if goes_on:
                self.found.append((start, end, True))
            else:
                self.found.append((start, self.first_end, False))
                self.found.extend(span for span in self.inner if span[0] >= self.first_end)
        self.open_at, self.inner = [], []


def quotations(view: str, sentences: Sequence[tuple[int, int]]) -> Quotations:
    """Find the quotations in the sentences of one stretch, given in text order; one pass, linear."""
    if not sentences:
        return _NONE
    reading = _Reading()
    previous = -1
    # Most sentences hold no quote sign: where the next of either kind stands is looked for once.
    last = sentences[-1][1]
    double = single = -1
    for start, end in sentences:
        if reading.open_at and (start - previous > 20 or view.find("\n", previous, start) >= 0):
            reading.tear(previous, view[start : start + 1] in ('"', "'"))
        if double < start:
            double = view.find('"', start, last) % _FAR
        if single < start:
            single = view.find("'", start, last) % _FAR
        if double < end or single < end:
            for match in _NO_APOSTROPHE.finditer(view[start:end]):
                _take(view, start + match.start(), start, end, reading)
        previous = end
    reading.tear(previous, False)
    return Quotations(*(tuple(column) for column in zip(*reading.found, strict=True))) if reading.found else _NONE


_NONE = Quotations((), (), ())


def _take(view: str, at: int, start: int, end: int, reading: _Reading) -> None:
    before = view[at - 1] if at > start else " "
    after = view[at + 1] if at + 1 < end else " "
    if before in _BEFORE and not after.isspace() and after not in ",.;:)" and not (before == "," and after in "\"'"):
        if view[at] == '"' or not _CLIPPED.match(view, at):
            _open(view, at, start, end, reading)
    elif reading.open_at and _closes(view, at, before, after, end, reading.open_at):
        _close(view, at, reading)


def _open(view: str, at: int, start: int, end: int, reading: _Reading) -> None:
    open_at = reading.open_at
    if open_at and view[open_at[-1]] == view[at]:
        # The same sign opens again: a closing quote was lost.
        if open_at[0] < start:
            reading.tear(start, False)
            open_at = reading.open_at
        else:
            open_at.pop()
    if not open_at:
        reading.first_end = end
    if len(open_at) < _DEPTH:
        open_at.append(at)


def _close(view: str, at: int, reading: _Reading) -> None:
    while reading.open_at:
        first = reading.open_at.pop()
        if not reading.open_at:
            reading.found.append((first, at + 1, False))
            reading.inner = []
        elif view[first] == view[at]:
            if len(reading.open_at) == 1:
                reading.inner.append((first, at + 1, False))
            break


def _closes(view: str, at: int, before: str, after: str, end: int, open_at: list[int]) -> bool:
    if before.isspace() or not (after in _AFTER or after.isalpha()):
        return False
    if view[at] == '"':
        return True
    if all(view[position] == '"' for position in open_at):
        # A single quote ends words opened by a double one only where a dumped text mixed them up.
        return before in _STOPS and after.isspace() and view.find('"', at + 1, min(end, at + _LOOKAHEAD)) < 0
    return not (before == "s" and after.isspace() and _closed_later(view, at, end))


def _closed_later(view: str, at: int, end: int) -> bool:
    """See whether a better end follows, so that this sign is the possessive of a plural."""
    for match in _MARK.finditer(view, at + 1, min(end, at + _LOOKAHEAD)):
        before, after = view[match.start() - 1], view[match.end() : match.end() + 1]
        if not (before.isalnum() and after.isalnum()):
            return before in _STOPS or (before.isalnum() and before != "s")
    return False
