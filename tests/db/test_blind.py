"""Blind mode: nothing of what others say before one's own verdict."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db import Review, blind, open_review
from db.opinions import opinions
from tests.factories import sample


@pytest.fixture
def ben(path: Path) -> Iterator[Review]:
    """A blind review as ben sees it: ana judged 2, 3 and 6, ben judged 3 and noted 6."""
    with open_review(path, reviewer="ana", create=True) as review:
        review.add(*sample(1))
        review.add(*sample(2))
        review.decide([2, 3, 6], "misreported", reason="typo", note="ana was here", evidence=["https://example.org/a"])
        blind.switch(review.connection, True)
    with open_review(path, reviewer="ben") as review:
        review.decide([3], "confirmed")
        review.set_note(6, "ask ana")
        review.add_evidence(6, "https://example.org/b")
        yield review


def test_it_is_off_at_first_and_can_be_switched_off(ben: Review) -> None:
    assert blind.is_on(ben.connection)
    assert ben.figure(2).state == "unreviewed"
    blind.switch(ben.connection, False)
    assert not blind.is_on(ben.connection)
    assert ben.figure(2).state == "misreported"


def test_a_figure_shows_nothing_of_others(ben: Review) -> None:
    view = ben.figure(2)
    assert (view.state, view.reason, view.note, view.reviewer, view.decided_at) == (
        "unreviewed",
        None,
        None,
        None,
        None,
    )
    assert view.evidence == () and ben.evidence(2) == [] and opinions(ben, 2) == []
    assert [found.state for found in ben.figures([2, 3])] == ["unreviewed", "unresolved"]


def test_what_is_ones_own_is_shown(ben: Review) -> None:
    view = ben.figure(6)
    assert (view.state, view.note) == ("unreviewed", "ask ana")
    assert [item.link for item in view.evidence] == [item.link for item in ben.evidence(6)] == ["https://example.org/b"]


def test_once_judged_everything_is_shown(ben: Review) -> None:
    view = ben.figure(3)
    assert (view.state, view.note) == ("unresolved", "ana was here")
    assert len(opinions(ben, 3)) == 2 and len(ben.evidence(3)) == 1
    ben.decide([3], "unreviewed")
    assert ben.figure(3).state == "unreviewed" and ben.figure(3).note is None


def test_rows_and_marks_show_nothing(ben: Review) -> None:
    shown = {row.row_id: (row.state, row.reason, row.has_note, row.has_evidence) for row in ben.rows([2, 3, 6, 7])}
    assert shown == {
        2: ("unreviewed", None, False, False),
        3: ("unresolved", None, True, True),
        6: ("unreviewed", None, True, True),
        7: ("unreviewed", None, False, False),
    }
    assert [(mark.row_id, mark.state) for mark in ben.marks(1) if mark.checkable] == [
        (1, "unreviewed"),
        (2, "unreviewed"),
        (3, "unresolved"),
    ]


def test_queues_are_of_the_states_one_sees(ben: Review) -> None:
    assert ben.queue(state="unreviewed").tolist() == [2, 1, 6, 7, 5]
    assert ben.queue(state="misreported").tolist() == []
    assert ben.queue(state="unresolved").tolist() == [3]
    assert sorted(ben.queue()) == [1, 2, 3, 5, 6, 7]
    assert ben.first_page(state="unreviewed", limit=2).ids.tolist() == [2, 1]
    assert ben.first_page(state="misreported").ids.tolist() == []
    assert ben.first_page(state="unresolved").ids.tolist() == [3]
    assert ben.first_page(words="homes", state="unreviewed").ids.tolist() == [2, 6]


def test_counts_are_of_the_states_one_sees(ben: Review) -> None:
    progress = ben.progress()
    assert (progress.unreviewed, progress.misreported, progress.unresolved, progress.queue) == (5, 0, 1, 6)


def test_the_log_shows_nothing_of_others_on_what_one_has_not_judged(ben: Review) -> None:
    assert {(event.reviewer, event.row_id) for event in ben.history()} == {("ana", 3), ("ben", 3), ("ben", 6)}
    assert ben.history(2) == []


def test_everybody_sees_their_own(ben: Review) -> None:
    with open_review(ben.path, reviewer="ana") as ana:
        assert ana.figure(2).state == "misreported"
        assert ana.figure(3).state == "unresolved"
        assert ana.queue(state="misreported").tolist() == [2, 6]


def test_a_third_in_the_dark_does_not_adjudicate(ben: Review) -> None:
    with open_review(ben.path, reviewer="cat") as cat:
        cat.decide([3], "confirmed")
        assert cat.figure(3).state == "unresolved"
        assert [event.kind for event in cat.history(3) if event.reviewer == "cat"] == ["verdict"]


def test_exports_are_not_blind(ben: Review) -> None:
    assert [row.verdict for row in ben.verdict_rows()] == ["misreported", "misreported"]


def test_another_s_answer_is_not_in_the_log_before_it_is_open(ben: Review) -> None:
    with open_review(ben.path, reviewer="ana") as review:
        review.join([2, 3], title="Homes")
        (question,) = review.connection.execute("SELECT uid FROM questions").fetchone()
        review.answer(question, best=6, note="by ana")
    assert not any(event.kind == "answer" for event in ben.history())
    blind.switch(ben.connection, False)
    assert any(event.kind == "answer" for event in ben.history())
