"""Opening the queue: at once if it is short, else its first rows and then the rest."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, replace

from db import Review, ReviewError
from db.model import DeskState, Progress, QueueRow
from db.query import QueryError, Search

#: Rows fetched at once when the queue is opened or searched.
WINDOW = 200
#: So many figures are waited for, and so long, in seconds, before the first page is shown without the rest.
AT_ONCE, PATIENCE = 5000, 0.04
#: How long the review is kept from other work by one step of the search for the rest, in seconds.
STEP = 0.01


@dataclass(frozen=True, slots=True)
class Opening:
    """A queue ready to be shown: its ids, the cursor's place in it, and the rows around that place.

    With a `search`, the ids are only some of them: the first, or, `inside`, those around the cursor; it gives the rest.
    `problem` says why it is not as the reviewer left it.
    """

    desk: DeskState
    ids: array[int]
    place: int
    rows: list[QueueRow]
    progress: Progress
    version: int
    search: Search | None = None
    inside: bool = False
    problem: str = ""


def open_queue(review: Review, desk: DeskState | None = None, last: int = 0) -> Opening:
    """Read the queue as the reviewer left it, or as `desk` says; `last` is the place to fall back on."""
    desk = review.desk() if desk is None else desk
    problem = ""
    try:
        search = _search(review, desk)
    except QueryError as error:  # written by a later figcheck
        desk, problem = replace(desk, filter=""), f"the filter is left out: {error}"
        search = _search(review, desk)
    progress, version = review.progress(), review.data_version()
    row_id = _row_id(review, desk)
    done = search.step(review, PATIENCE, enough=AT_ONCE)
    if not done and row_id is not None and not desk.sort:
        from db.query import around

        near = around(review, row_id, desk.filter, all_figures=desk.show_all, limit=WINDOW // 2, seconds=PATIENCE)
        if near is not None:
            rows = review.rows(near.ids)
            return Opening(desk, near.ids, near.place, rows, progress, version, search, True, problem)
    ids = search.ids if done else search.ids[:]
    place = _place_of(row_id, ids, last)
    start = max(0, place - WINDOW // 2)
    rows = review.rows(ids[start : start + WINDOW])
    return Opening(desk, ids, place, rows, progress, version, None if done else search, False, problem)


def go_on(review: Review, search: Search) -> bool:
    """Look for more of the queue, a little while; tells whether that is all."""
    return search.step(review, STEP)


def _search(review: Review, desk: DeskState) -> Search:
    return Search(review, desk.filter, order=desk.sort, all_figures=desk.show_all)


def _row_id(review: Review, desk: DeskState) -> int | None:
    if desk.figure_id is None:
        return None
    try:
        return review.find(desk.figure_id)
    except ReviewError:
        return None


def _place_of(row_id: int | None, ids: array[int], last: int) -> int:
    if row_id is not None:
        try:
            return ids.index(row_id)
        except ValueError:
            pass
    return max(0, min(last, len(ids) - 1))
