"""One article as the screen needs it: which stretch of its text belongs to which zone, sentence and figure."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from db.model import DocumentView, Mark

NOWHERE = (-1, -1)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch text[start:end] that is painted in one way; `zone` is "" outside every zone."""

    start: int
    end: int
    zone: str
    in_sentence: bool
    mark: Mark | None


class Page:
    """A document with its marked figures; one of them may be the current one, with its sentence."""

    def __init__(self, document: DocumentView, marks: Sequence[Mark]) -> None:
        self.document = document
        self.text = document.text
        self.current = 0
        self.sentence = NOWHERE
        self._marks = list(marks)
        self._mark_starts = array("q", (mark.start for mark in marks))
        self._zone_starts = array("q", (zone.start for zone in document.zones))
        self._places = {mark.row_id: place for place, mark in enumerate(marks)}

    def choose(self, row_id: int, sentence: tuple[int, int]) -> None:
        """Make a figure the current one; `sentence` is where its sentence starts and ends."""
        self.current, self.sentence = row_id, sentence

    def current_mark(self) -> Mark | None:
        """Give the place of the current figure."""
        place = self._places.get(self.current)
        return None if place is None else self._marks[place]

    def marked(self) -> tuple[tuple[int, int], ...]:
        """Give the stretches of the text that are marked: the current figure and its sentence."""
        mark = self.current_mark()
        return () if mark is None else ((mark.start, mark.end), self.sentence)

    def set_states(self, states: Mapping[int, str]) -> list[tuple[int, int]]:
        """Take new states by row id; gives where the figures of this page stand whose state is another one now.

        Each stretch begins with the character before the figure, where its shape stands.
        """
        changed = []
        for row_id, state in states.items():
            place = self._places.get(row_id)
            if place is not None and self._marks[place].state != state:
                mark = self._marks[place] = replace(self._marks[place], state=state)
                changed.append((max(0, mark.start - 1), mark.end))
        return changed

    def pieces(self, start: int, end: int) -> Iterator[Piece]:
        """Yield the stretches of text[start:end] in order, together the whole of it."""
        marks = list(self._marks_in(start, end))
        edges = {start, end, *self.sentence}
        for mark in marks:
            edges |= {mark.start, mark.end}
        for zone in self.document.zones[self._zone_at(start) : bisect_left(self._zone_starts, end)]:
            edges |= {zone.start, zone.end}
        cuts = sorted(edge for edge in edges if start <= edge <= end)
        for left, right in pairwise(cuts):
            yield Piece(
                left,
                right,
                self.zone(left),
                self.sentence[0] <= left < self.sentence[1],
                self._mark_over(left, marks),
            )

    def zone(self, offset: int) -> str:
        """Give the kind of zone at an offset, "" outside every zone."""
        place = self._zone_at(offset)
        zones = self.document.zones
        return zones[place].kind if place < len(zones) and zones[place].start <= offset < zones[place].end else ""

    def _zone_at(self, offset: int) -> int:
        return max(0, bisect_right(self._zone_starts, offset) - 1)

    def _marks_in(self, start: int, end: int) -> Iterator[Mark]:
        place = bisect_left(self._mark_starts, start)
        while place and self._marks[place - 1].end > start:
            place -= 1
        while place < len(self._marks) and self._marks[place].start < end:
            yield self._marks[place]
            place += 1

    def _mark_over(self, offset: int, marks: Sequence[Mark]) -> Mark | None:
        over = [mark for mark in marks if mark.start <= offset < mark.end]
        return next((mark for mark in over if mark.row_id == self.current), over[0] if over else None)
