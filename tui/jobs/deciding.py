"""Verdicts on a review, given and taken back; each of these is one action."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace

from db import Review
from db.alike import alike
from db.model import LATER, Action, Progress, QueueRow
from db.opinions import adjudicate
from db.sources import having_tag
from tui.jobs.finding import find_unreviewed
from tui.jobs.places import first_place


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an action changed: the figures' new rows, the new counts, and where the cursor goes (None: it stays).

    `comes_or_goes` tells that there is a figure more or less than before.
    """

    action: Action
    rows: list[QueueRow]
    progress: Progress
    place: int | None
    comes_or_goes: bool = False


@dataclass(frozen=True, slots=True)
class AlikeOutcome:
    """What a verdict on all figures that say the same came to; `left` of them have another verdict, which stays."""

    outcome: Outcome
    left: int


@dataclass(frozen=True, slots=True)
class TagOutcome:
    """What came of a tag: whether it was put `on` the figures, or taken off."""

    outcome: Outcome
    on: bool


def judge(
    review: Review, row_ids: Sequence[int], verdict: str, reason: str | None, ids: "array[int]", place: int
) -> Outcome:
    """Give figures a verdict; the cursor goes on to the next unreviewed one.

    It stays where the verdict was taken back, or where its figure is none of those judged.
    """
    action = review.decide(row_ids, verdict, reason=reason)
    return _and_on(review, action, ids, place, stays=verdict == "unreviewed")


def judge_alike(
    review: Review, row_id: int, verdict: str, reason: str | None, ids: "array[int]", place: int
) -> AlikeOutcome:
    """Give a verdict to a figure, and to those of the queue that say the same and stand as it does or are unreviewed.

    What was decided otherwise stays.
    """
    rows = review.rows(alike(review, row_id))
    state = next((row.state for row in rows if row.row_id == row_id), "unreviewed")
    taken = [row.row_id for row in rows if row.row_id == row_id or row.state in (state, "unreviewed")]
    return AlikeOutcome(judge(review, taken, verdict, reason, ids, place), len(rows) - len(taken))


def settle(review: Review, row_id: int, verdict: str, reason: str | None, ids: "array[int]", place: int) -> Outcome:
    """Settle for all a figure on which reviewers differ."""
    action = adjudicate(review, [row_id], verdict, reason=reason)
    return _and_on(review, action, ids, place, stays=verdict == "unreviewed")


def toggle_tag(review: Review, row_ids: Sequence[int], tag: str, ids: "array[int]", place: int) -> TagOutcome:
    """Put a tag on figures, or take it off if all of them have it; with LATER the cursor goes on when it is put on."""
    on = having_tag(review, row_ids, tag) < len(set(row_ids))
    action = review.tag(row_ids, tag, on=on)
    return TagOutcome(_and_on(review, action, ids, place, stays=tag != LATER or not on), on)


def reverse(review: Review, ids: "array[int]", *, redo: bool) -> Outcome | None:
    """Undo or redo the reviewer's own last action; the cursor goes to where it happened, if that is in the queue."""
    action = review.redo() if redo else review.undo()
    if action is None:
        return None
    place = first_place(set(action.row_ids), ids)
    outcome = outcome_of(review, action, place)
    gone = any(row.status == "retired" for row in outcome.rows)
    return replace(outcome, comes_or_goes=bool(outcome.rows) and (gone or place is None))


def outcome_of(review: Review, action: Action, place: int | None) -> Outcome:
    """Give what an action changed, read again from the file; `place` is where the cursor goes."""
    return Outcome(action, review.rows(action.row_ids), review.progress(), place)


def _and_on(review: Review, action: Action, ids: "array[int]", place: int, *, stays: bool) -> Outcome:
    here = place < len(ids) and ids[place] in action.row_ids
    following = find_unreviewed(review, ids, place, 1) if here and not stays else None
    return outcome_of(review, action, following)
