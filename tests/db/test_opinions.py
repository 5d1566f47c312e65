"""Two reviewers who differ, and how it is settled."""

import pytest

from db import Review, open_review
from db.checking import check
from db.errors import BadDecision
from db.opinions import adjudicate, opinions


def said(review: Review, name: str, verdict: str, row_id: int = 2, reason: str | None = None) -> None:
    with open_review(review.path, reviewer=name) as own:
        own.decide([row_id], verdict, reason=reason)


def state(review: Review, row_id: int = 2) -> tuple[str, str | None, str | None]:
    view = review.figure(row_id)
    return view.state, view.reason, view.reviewer


def test_one_reviewers_verdict_is_the_figures(review: Review) -> None:
    said(review, "ben", "misreported", reason="typo")
    assert state(review) == ("misreported", "typo", "ben")


def test_two_who_differ_make_it_unresolved_and_both_are_told(review: Review) -> None:
    said(review, "ana", "confirmed")
    said(review, "ben", "misreported", reason="typo")
    assert state(review) == ("unresolved", None, None)
    assert [(one.reviewer, one.verdict, one.reason, one.adjudicates) for one in opinions(review, 2)] == [
        ("ana", "confirmed", None, False),
        ("ben", "misreported", "typo", False),
    ]
    progress = review.progress()
    assert (progress.unresolved, progress.unreviewed, progress.queue) == (1, 8, 9)
    assert review.queue(state="unresolved").tolist() == [2]


@pytest.mark.parametrize("who", ["ana", "ben"])
def test_it_is_resolved_when_one_of_them_agrees(review: Review, who: str) -> None:
    said(review, "ana", "confirmed")
    said(review, "ben", "disputed")
    other = {"ana": "disputed", "ben": "confirmed"}[who]
    said(review, who, other)
    assert state(review) == (other, None, who)


def test_the_same_verdict_for_other_reasons_is_no_difference(review: Review) -> None:
    said(review, "ana", "misreported", reason="typo")
    said(review, "ben", "misreported", reason="stale")
    assert state(review) == ("misreported", "stale", "ben")


def test_a_third_reviewer_decides(review: Review) -> None:
    said(review, "ana", "confirmed")
    said(review, "ben", "disputed")
    said(review, "cat", "misreported", reason="typo")
    assert state(review) == ("misreported", "typo", "cat")
    assert [one.reviewer for one in opinions(review, 2) if one.adjudicates] == ["cat"]
    assert review.history(2)[0].label.startswith("adjudicated: misreported")
    said(review, "dan", "confirmed")
    assert state(review) == ("confirmed", None, "dan")


def test_what_the_third_takes_back_is_open_again(review: Review) -> None:
    said(review, "ana", "confirmed")
    said(review, "ben", "disputed")
    with open_review(review.path, reviewer="cat") as cat:
        cat.decide([2], "confirmed")
        cat.undo()
        assert state(review)[0] == "unresolved"
        cat.redo()
        assert state(review) == ("confirmed", None, "cat")
        cat.decide([2], "unreviewed")
    assert state(review)[0] == "unresolved"


def test_a_new_verdict_opens_what_was_adjudicated(review: Review) -> None:
    said(review, "ana", "confirmed")
    said(review, "ben", "disputed")
    said(review, "cat", "confirmed")
    said(review, "ben", "dismissed")
    assert state(review)[0] == "unresolved"
    said(review, "ana", "dismissed")
    assert state(review) == ("dismissed", None, "ana")


def test_three_who_never_saw_each_other_are_no_adjudication(review: Review) -> None:
    said(review, "ana", "confirmed")
    said(review, "cat", "confirmed")
    said(review, "ben", "disputed")
    assert state(review)[0] == "unresolved"


def test_one_of_the_two_can_adjudicate_when_told_to(review: Review) -> None:
    said(review, "ana", "confirmed")
    said(review, "ben", "disputed")
    action = adjudicate(review, [2], "disputed", note="we spoke about it")
    assert state(review) == ("disputed", None, "ana")
    assert action.label == "adjudicated: disputed 1 figure"
    assert review.figure(2).note == "we spoke about it"
    review.undo()
    assert state(review)[0] == "unresolved" and review.figure(2).note is None


def test_where_nobody_differs_there_is_nothing_to_adjudicate(review: Review) -> None:
    said(review, "ana", "confirmed")
    said(review, "ben", "confirmed")
    before = review.history()
    for row_ids in ([2], [3], [2, 3]):
        with pytest.raises(BadDecision, match="nothing to adjudicate"):
            adjudicate(review, row_ids, "disputed")
    assert review.history() == before


def test_one_action_can_judge_and_adjudicate(review: Review) -> None:
    said(review, "ana", "confirmed")
    said(review, "ben", "disputed")
    with open_review(review.path, reviewer="cat") as cat:
        cat.decide([2, 3], "dismissed", reason="not_a_figure")
        assert [event.kind for event in cat.history()[:2]] == ["verdict", "adjudication"]
        cat.undo()
    assert (state(review)[0], state(review, 3)[0]) == ("unresolved", "unreviewed")
    assert check(review).findings == ()
