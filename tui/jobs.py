"""What the desk asks of a review: plain functions, run in the review's own thread."""

from array import array
from collections.abc import Iterator
from dataclasses import dataclass

from db import Review, ReviewError
from db.model import Action, DeskState, DocumentView, FigureView, Mark, Progress, QueueRow

#: Rows fetched at once when the queue is opened or searched.
WINDOW = 200

#: How many rows are looked at one by one before the whole list of unreviewed figures is asked for.
_NEARBY = 3 * WINDOW


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


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an action changed: the figures' new rows, the new counts, and where the cursor goes (None: it stays)."""

    action: Action
    rows: list[QueueRow]
    progress: Progress
    place: int | None


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


def judge(review: Review, row_id: int, verdict: str, reason: str | None, ids: "array[int]", place: int) -> Outcome:
    """Give one figure a verdict; the cursor goes on to the next unreviewed one, or stays if it was taken back."""
    action = review.decide([row_id], verdict, reason=reason)
    following = None if verdict == "unreviewed" else find_unreviewed(review, ids, place, 1)
    return _outcome(review, action, following)


def set_note(review: Review, row_id: int, note: str) -> Outcome:
    """Replace a figure's note."""
    return _outcome(review, review.set_note(row_id, note), None)


def add_evidence(review: Review, row_id: int, link: str, stance: str) -> Outcome:
    """Add a link that supports or contradicts a figure."""
    return _outcome(review, review.add_evidence(row_id, link, stance=stance), None)


def reverse(review: Review, ids: "array[int]", *, redo: bool) -> Outcome | None:
    """Undo or redo the reviewer's own last action; the cursor goes to where it happened, if that is in the queue."""
    action = review.redo() if redo else review.undo()
    if action is None:
        return None
    places = set(action.row_ids)
    return _outcome(review, action, next((place for place, row_id in enumerate(ids) if row_id in places), None))


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


def _outcome(review: Review, action: Action, place: int | None) -> Outcome:
    return Outcome(action, review.rows(action.row_ids), review.progress(), place)


def _place_of(review: Review, figure_id: str | None, ids: "array[int]", last: int) -> int:
    if figure_id is not None:
        try:
            return ids.index(review.find(figure_id))
        except (ReviewError, ValueError):
            pass
    return max(0, min(last, len(ids) - 1))
