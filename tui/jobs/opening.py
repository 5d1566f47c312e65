"""Opening the queue and looking at a figure."""

from array import array
from dataclasses import dataclass

from db import Review, ReviewError
from db.model import DeskState, DocumentView, FigureView, Mark, Progress, QueueRow

#: Rows fetched at once when the queue is opened or searched.
WINDOW = 200


@dataclass(frozen=True, slots=True)
class Opening:
    """A queue ready to be shown: its ids, the cursor's place in it, and the rows around that place."""

    desk: DeskState
    ids: "array[int]"
    place: int
    rows: list[QueueRow]
    progress: Progress
    version: int


@dataclass(frozen=True, slots=True)
class Sight:
    """One figure as looked at; document and marks only where they were asked for."""

    view: FigureView
    document: DocumentView | None
    marks: list[Mark]


def open_queue(review: Review, desk: DeskState | None = None, last: int = 0) -> Opening:
    """Read the queue as the reviewer left it, or as `desk` says; `last` is the place to fall back on."""
    desk = review.desk() if desk is None else desk
    ids = review.queue(all_figures=desk.show_all)
    place = _place_of(review, desk.figure_id, ids, last)
    start = max(0, place - WINDOW // 2)
    rows = review.rows(ids[start : start + WINDOW])
    return Opening(desk, ids, place, rows, review.progress(), review.data_version())


def look(review: Review, row_id: int, known_document: int | None) -> Sight:
    """Read a figure, and its document unless that is the known one."""
    view = review.figure(row_id)
    if view.document_id == known_document:
        return Sight(view, None, [])
    return Sight(view, review.document(view.document_id), review.marks(view.document_id))


def _place_of(review: Review, figure_id: str | None, ids: "array[int]", last: int) -> int:
    if figure_id is not None:
        try:
            return ids.index(review.find(figure_id))
        except (ReviewError, ValueError):
            pass
    return max(0, min(last, len(ids) - 1))
