"""Opening the queue: at once if it is short, else its first rows and then the rest."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from db import Review, ReviewError
from db.model import DeskState, Progress, QueueRow

if TYPE_CHECKING:
    from db.query import Search

#: Rows fetched at once when the queue is opened or searched.
WINDOW = 100
#: So many figures are waited for, and so long, in seconds, before the first page is shown without the rest.
AT_ONCE, PATIENCE = 5000, 0.025
#: How long the review is kept from other work by one step of the search for the rest, in seconds.
STEP = 0.01


@dataclass(frozen=True, slots=True)
class Opening:
    """A queue ready to be shown: its ids, the cursor's place in it, and the rows around that place.

    Where it is not `whole`, the ids are only some of them: the first, or, `inside`, those around the cursor; `search`,
    or one that `begin_rest` gives, finds the rest. `problem` says why it is not as the reviewer left it.
    """

    desk: DeskState
    ids: array[int]
    place: int
    rows: list[QueueRow]
    progress: Progress
    version: int
    whole: bool = True
    inside: bool = False
    search: Search | None = None
    problem: str = ""


def open_queue(review: Review, desk: DeskState | None = None, last: int = 0) -> Opening:
    """Read the queue as the reviewer left it, or as `desk` says; `last` is the place to fall back on."""
    desk = review.desk() if desk is None else desk
    if desk.filter or desk.sort:
        return _open_searched(review, desk, last)
    return _open_all(review, desk, last)


def begin_rest(review: Review, desk: DeskState) -> Search:
    """Begin to look for the whole of a queue."""
    from db.query import Search

    return Search(review, desk.filter, order=desk.sort, all_figures=desk.show_all)


def go_on(review: Review, search: Search) -> bool:
    """Look for more of the queue, a little while; tells whether that is all."""
    return search.step(review, STEP)


def _open_all(review: Review, desk: DeskState, last: int) -> Opening:
    """Open the queue as it stands in its index: without a search, which takes longer to load than to carry out."""
    from db.nearby import first_ids, ids_around

    row_id = _row_id(review, desk)
    ids = first_ids(review, all_figures=desk.show_all, limit=AT_ONCE + 1)
    whole, inside = len(ids) <= AT_ONCE, False
    if not whole and row_id is not None and row_id not in ids:
        near = ids_around(review, row_id, all_figures=desk.show_all, limit=WINDOW // 2)
        if near is not None:
            ids, inside = near, True
    place = _place_of(row_id, ids, last)
    return _opening(review, desk, ids, place, whole=whole, inside=inside)


def _open_searched(review: Review, desk: DeskState, last: int) -> Opening:
    """Open a queue that is filtered or sorted."""
    from db.query import QueryError, around, leading

    problem = ""
    try:
        search = begin_rest(review, desk)
    except QueryError as error:  # written by a later figcheck
        desk, problem = replace(desk, filter=""), f"the filter is left out: {error}"
        search = begin_rest(review, desk)
    row_id = _row_id(review, desk)
    done = search.step(review, PATIENCE, enough=AT_ONCE)
    if not done and row_id is not None and row_id not in search.ids and not desk.sort:
        near = around(review, row_id, desk.filter, all_figures=desk.show_all, limit=WINDOW // 2, seconds=PATIENCE)
        if near is not None:
            opening = _opening(review, desk, near.ids, near.place, whole=False, inside=True)
            return replace(opening, search=search, problem=problem)
    ids = search.ids if done else search.ids[:]
    if not done and not ids and desk.sort:
        first = 2 * WINDOW
        ids = leading(review, desk.filter, desk.sort, all_figures=desk.show_all, limit=first, seconds=PATIENCE)
        last = 0
    opening = _opening(review, desk, ids, _place_of(row_id, ids, last), whole=done)
    return replace(opening, search=search, problem=problem)


def _opening(
    review: Review, desk: DeskState, ids: array[int], place: int, *, whole: bool, inside: bool = False
) -> Opening:
    start = max(0, place - WINDOW // 2)
    rows = review.rows(ids[start : start + WINDOW])
    return Opening(desk, ids, place, rows, review.progress(), review.data_version(), whole, inside)


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
