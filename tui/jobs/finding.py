"""Finding figures from where the cursor stands."""

from array import array
from collections.abc import Iterator

from db import Review
from tui.jobs.opening import WINDOW

#: How many rows are looked at one by one before the whole list of unreviewed figures is asked for.
_NEARBY = 3 * WINDOW


def find_unreviewed(review: Review, ids: "array[int]", place: int, step: int) -> int | None:
    """Give the place of the next (step 1) or previous (-1) unreviewed figure, going round; None if there is none."""
    around = _ring(len(ids), place, step)
    nearby = [place for _, place in zip(range(_NEARBY), around, strict=False)]
    for start in range(0, len(nearby), WINDOW):
        window = nearby[start : start + WINDOW]
        rows = {row.row_id: row for row in review.rows([ids[place] for place in window])}
        for candidate in window:
            row = rows.get(ids[candidate])
            if row is not None and row.state == "unreviewed" and row.checkable:
                return candidate
    unreviewed = set(review.queue(state="unreviewed")) if len(ids) > _NEARBY else set()
    return next((candidate for candidate in around if ids[candidate] in unreviewed), None)


def _ring(length: int, place: int, step: int) -> Iterator[int]:
    return ((place + step * distance) % length for distance in range(1, length))
