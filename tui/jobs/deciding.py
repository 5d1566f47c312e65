"""What changes a review: verdicts, notes, evidence, and taking them back."""

from array import array
from dataclasses import dataclass

from db import Review
from db.model import Action, Progress, QueueRow
from tui.jobs.finding import find_unreviewed


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an action changed: the figures' new rows, the new counts, and where the cursor goes (None: it stays)."""

    action: Action
    rows: list[QueueRow]
    progress: Progress
    place: int | None


def judge(review: Review, row_id: int, verdict: str, reason: str | None, ids: "array[int]", place: int) -> Outcome:
    """Give one figure a verdict; the cursor goes on to the next unreviewed one, or stays if it was taken back."""
    action = review.decide([row_id], verdict, reason=reason)
    following = None if verdict == "unreviewed" else find_unreviewed(review, ids, place, 1)
    return outcome_of(review, action, following)


def set_note(review: Review, row_id: int, note: str) -> Outcome:
    """Replace a figure's note."""
    return outcome_of(review, review.set_note(row_id, note), None)


def add_evidence(review: Review, row_id: int, link: str, stance: str) -> Outcome:
    """Add a link that supports or contradicts a figure."""
    return outcome_of(review, review.add_evidence(row_id, link, stance=stance), None)


def reverse(review: Review, ids: "array[int]", *, redo: bool) -> Outcome | None:
    """Undo or redo the reviewer's own last action; the cursor goes to where it happened, if that is in the queue."""
    action = review.redo() if redo else review.undo()
    if action is None:
        return None
    places = set(action.row_ids)
    return outcome_of(review, action, next((place for place, row_id in enumerate(ids) if row_id in places), None))


def outcome_of(review: Review, action: Action, place: int | None) -> Outcome:
    """Give what an action changed, read again from the file; `place` is where the cursor goes."""
    return Outcome(action, review.rows(action.row_ids), review.progress(), place)
