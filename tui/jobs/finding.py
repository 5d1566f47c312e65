"""Finding figures from where the cursor stands."""

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice

from db import Review
from db.model import DeskState
from db.query import Completion, Search, completions
from tui.jobs.opening import STEP, WINDOW

#: How many rows are looked at first, as it is mostly the next one, and how many windows of them before the whole list
#: of unreviewed figures is asked for.
_NEXT, _WINDOWS = 8, 6


class Hits:
    """The figures of the queue that were searched for: `ids` in its order, once all of them are found."""

    def __init__(self, review: Review, desk: DeskState, words: str) -> None:
        self.words = words
        self._search = Search(review, f"{desk.filter} {words}", order=desk.sort, all_figures=desk.show_all)
        self._among = Among(())

    @property
    def done(self) -> bool:
        """Whether all of them are found."""
        return self._search.done

    @property
    def ids(self) -> "array[int]":
        """The row ids of the hits."""
        return self._search.ids

    def step(self, review: Review) -> bool:
        """Go on looking, a little while; tells whether that is all."""
        if self._search.step(review, STEP):
            self._among = Among(self.ids)
            return True
        return False

    def __contains__(self, row_id: int) -> bool:
        return row_id in self._among


class Among:
    """A set of row ids that takes a byte for each id up to the largest, where a set would take a hundred."""

    def __init__(self, ids: Iterable[int]) -> None:
        self._there = bytearray()
        for row_id in ids:
            if row_id >= len(self._there):
                self._there.extend(bytes(row_id + 1 - len(self._there) + len(self._there) // 4))
            self._there[row_id] = 1

    def __contains__(self, row_id: int) -> bool:
        return row_id < len(self._there) and self._there[row_id] == 1


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in the queue with a hit, and which one of the hits that is, from 1."""

    place: int
    number: int


def find_rivalled(review: Review, ids: "array[int]", place: int, step: int) -> int | None:
    """Give the place of the next or previous figure with a conflict or a sign, going round; None if there is none."""
    from db.comparing.listing import rivalled

    around = _ring(len(ids), place, step)
    nearby = list(islice(around, _WINDOWS * WINDOW))
    there = set(rivalled(review, [ids[place] for place in nearby]))
    for candidate in nearby:
        if ids[candidate] in there:
            return candidate
    others = Among(rivalled(review) if len(ids) > _WINDOWS * WINDOW else ())
    return next((candidate for candidate in around if ids[candidate] in others), None)


def find_unreviewed(review: Review, ids: "array[int]", place: int, step: int) -> int | None:
    """Give the place of the next (step 1) or previous (-1) unreviewed figure, going round; None if there is none."""
    around = _ring(len(ids), place, step)
    for size in (_NEXT, *[WINDOW] * _WINDOWS):
        window = list(islice(around, size))
        rows = {row.row_id: row for row in review.rows([ids[place] for place in window])}
        for candidate in window:
            row = rows.get(ids[candidate])
            if row is not None and row.state == "unreviewed" and row.checkable:
                return candidate
    unreviewed = Among(review.queue(state="unreviewed") if len(ids) > _NEXT + _WINDOWS * WINDOW else ())
    return next((candidate for candidate in around if ids[candidate] in unreviewed), None)


def complete(review: Review, text: str, cursor: int, seconds: float) -> list[Completion]:
    """Give what could stand at the cursor of a query."""
    return completions(review, text, cursor, seconds=seconds)


def begin_hits(review: Review, desk: DeskState, words: str) -> Hits:
    """Begin to search the queue; raises QueryError for what is no query."""
    return Hits(review, desk, words)


def find_hit(review: Review, hits: Hits, ids: "array[int]", place: int, step: int = 1) -> Hit | None:
    """Give the next (step 1) or previous (-1) hit from a place, going round and ending there; None if there is none."""
    if not hits.ids or not ids:
        return None
    others = _ring(len(ids), place, step)
    found = next((candidate for candidate in chain(others, [place]) if ids[candidate] in hits), None)
    return None if found is None else Hit(found, hits.ids.index(ids[found]) + 1)


def _ring(length: int, place: int, step: int) -> Iterator[int]:
    return ((place + step * distance) % length for distance in range(1, length))
