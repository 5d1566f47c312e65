"""Verdicts, notes and evidence: the log, undo and redo."""

import sqlite3
from pathlib import Path

import pytest

from db import Review, open_review
from db.errors import BadDecision, UnknownFigure
from db.links import LINK_LIMIT
from db.model import DISMISSALS, REASONS, VERDICTS
from db.words import NOTE_LIMIT


def test_a_verdict_is_the_figures_state(review: Review) -> None:
    action = review.decide([2], "misreported", reason="bound_lost", note=" it says more than ")
    view = review.figure(2)
    assert (view.state, view.reason, view.note, view.reviewer) == (
        "misreported",
        "bound_lost",
        "it says more than",
        "ana",
    )
    assert view.decided_at is not None and view.decided_at.endswith("Z")
    assert (action.kind, action.label, action.row_ids) == ("decide", "misreported (bound lost) 1 figure", (2,))
    assert review.progress().misreported == 1 and review.progress().unreviewed == 8


def test_every_verdict_and_reason_is_accepted(review: Review) -> None:
    for reason in REASONS:
        review.decide([2], "misreported", reason=reason.code)
        assert review.figure(2).reason == reason.code
    for reason in DISMISSALS:
        review.decide([2], "dismissed", reason=reason.code)
        assert review.figure(2).reason == reason.code
    for verdict in VERDICTS:
        if verdict.code != "misreported":
            review.decide([2], verdict.code)
            assert (review.figure(2).state, review.figure(2).reason) == (verdict.code, None)


@pytest.mark.parametrize(
    ("verdict", "reason", "says"),
    [
        ("true", None, "is no verdict"),
        ("", None, "is no verdict"),
        ("misreported", None, "needs a reason"),
        ("misreported", "not_a_figure", "is no reason for misreported"),
        ("dismissed", "typo", "is no reason for dismissed"),
        ("confirmed", "typo", "takes no reason"),
    ],
)
def test_what_is_no_verdict_is_refused(review: Review, verdict: str, reason: str | None, says: str) -> None:
    with pytest.raises(BadDecision, match=says):
        review.decide([2], verdict, reason=reason)
    assert review.history() == [] and review.progress().unreviewed == 9


def test_a_figure_that_is_not_there_gets_no_verdict(review: Review) -> None:
    with pytest.raises(UnknownFigure):
        review.decide([2, 99], "confirmed")
    with pytest.raises(UnknownFigure):
        review.decide([], "confirmed")
    assert review.history() == [] and review.figure(2).state == "unreviewed"


def test_taking_a_verdict_back_leaves_note_and_evidence(review: Review) -> None:
    review.decide([2], "disputed", note="two sources differ", evidence=["https://example.org/a"])
    review.decide([2], "unreviewed")
    view = review.figure(2)
    assert (view.state, view.reviewer, view.decided_at) == ("unreviewed", None, None)
    assert view.note == "two sources differ" and len(view.evidence) == 1
    assert review.progress().unreviewed == 9


def test_a_verdict_on_what_is_not_checkable_does_not_move_the_queues_counts(review: Review) -> None:
    before = review.progress()
    review.decide([4], "disputed")
    assert review.progress() == before
    assert [row.text for row in review.verdict_rows()] == ["M-100"]


def test_undo_and_redo_go_back_and_forth(review: Review) -> None:
    review.decide([2], "confirmed")
    review.decide([2], "disputed")
    review.set_note(2, "hm")
    undone = review.undo()
    assert undone is not None and undone.label == "undone: note on 1 figure" and review.figure(2).note is None
    review.undo()
    assert review.figure(2).state == "confirmed"
    review.undo()
    assert review.figure(2).state == "unreviewed"
    assert review.undo() is None
    for state, note in (("confirmed", None), ("disputed", None), ("disputed", "hm")):
        assert review.redo() is not None
        assert (review.figure(2).state, review.figure(2).note) == (state, note)
    assert review.redo() is None


def test_undo_and_redo_survive_closing(review: Review, path: Path) -> None:
    review.decide([2], "confirmed")
    review.decide([3], "disputed")
    review.undo()
    review.close()
    with open_review(path, reviewer="ana") as again:
        again.undo()
        assert again.progress().unreviewed == 9
        again.redo()
        again.redo()
        assert (again.figure(2).state, again.figure(3).state) == ("confirmed", "disputed")


def test_a_fresh_action_drops_what_could_be_redone(review: Review) -> None:
    review.decide([2], "confirmed")
    review.decide([3], "confirmed")
    review.undo()
    review.decide([3], "disputed")
    assert review.redo() is None
    review.undo()
    review.undo()
    assert review.progress().unreviewed == 9
    assert review.undo() is None
    redone = [review.redo(), review.redo(), review.redo()]
    assert [action and action.label for action in redone] == [
        "redone: confirmed 1 figure",
        "redone: disputed 1 figure",
        None,
    ]


def test_a_bulk_verdict_is_one_action(review: Review) -> None:
    queue = review.queue()
    action = review.decide([*queue, queue[0]], "confirmed", note="all seen", evidence=["https://example.org/a"])
    assert action.row_ids == tuple(queue) and action.label == "confirmed 9 figures"
    assert review.progress().confirmed == 9
    assert len({event.action_id for event in review.history()}) == 1
    undone = review.undo()
    assert undone is not None and undone.row_ids == tuple(queue)
    assert review.progress().unreviewed == 9
    assert all(view.note is None and not view.evidence for view in review.figures(queue))


def test_undo_takes_back_evidence_and_redo_brings_it(review: Review) -> None:
    review.add_evidence(2, "https://example.org/a", title="A", quote="6,000", stance="contradicts")
    review.add_evidence(2, "https://example.org/b")
    before = review.evidence(2)
    review.undo()
    assert [item.link for item in review.evidence(2)] == ["https://example.org/a"]
    review.undo()
    assert review.evidence(2) == []
    review.redo()
    review.redo()
    assert review.evidence(2) == before
    assert (before[0].title, before[0].quote, before[0].stance, before[0].reviewer) == (
        "A",
        "6,000",
        "contradicts",
        "ana",
    )


def test_undo_is_of_ones_own_actions_only(review: Review) -> None:
    review.decide([2], "confirmed")
    with open_review(review.path, reviewer="ben") as ben:
        assert ben.undo() is None
        ben.decide([2], "disputed")
        review.undo()
        assert (ben.figure(2).state, ben.figure(2).reviewer) == ("disputed", "ben")
        review.redo()
        assert (ben.figure(2).state, ben.figure(2).reviewer) == ("unresolved", None)
        ben.undo()
        assert (ben.figure(2).state, ben.figure(2).reviewer) == ("confirmed", "ana")


def test_the_newest_verdict_counts_even_if_the_clock_was_set_back(
    review: Review, monkeypatch: pytest.MonkeyPatch
) -> None:
    import datetime as module

    class Early(module.datetime):
        @classmethod
        def now(cls, tz: module.tzinfo | None = None) -> "Early":
            return cls(1999, 1, 1, tzinfo=tz)

    review.decide([2], "confirmed")
    monkeypatch.setattr(module, "datetime", Early)
    review.decide([2], "disputed")
    assert review.figure(2).state == "disputed"
    newest, older = review.history(2)
    assert newest.at > older.at


def test_history_tells_who_did_what_newest_first(review: Review) -> None:
    review.decide([2], "misreported", reason="typo", note="zero", evidence=["https://example.org/a"])
    review.decide([3], "confirmed")
    review.undo()
    review.set_note(3, "")
    labels = [event.label for event in review.history()]
    assert labels == [
        "note removed",
        "undone: confirmed 1 figure",
        "confirmed",
        "evidence supports: https://example.org/a",
        "note: zero",
        "misreported: ten times off, digits swapped, typo",
    ]
    assert [event.undone for event in review.history(3)] == [False, False, True]
    (first,) = review.history(2, limit=1)
    assert (first.reviewer, first.figure_text, first.row_id) == ("ana", "6,000", 2)
    assert first.figure_id == review.rows([2])[0].figure_id


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE events SET at = ''",
        "DELETE FROM events",
        "INSERT OR REPLACE INTO events (id, uid, action_uid, seq, reviewer_id, at, kind, payload) "
        "VALUES (1, 'u', 'a', 0, 1, '', 'verdict', '{}')",
        "REPLACE INTO events (uid, action_uid, seq, reviewer_id, at, kind, payload) "
        "SELECT uid, 'a', 0, 1, '', 'verdict', '{}' FROM events",
    ],
)
def test_the_log_cannot_be_rewritten(review: Review, sql: str) -> None:
    review.decide([2], "confirmed")
    connection = sqlite3.connect(review.path)
    before = connection.execute("SELECT * FROM events").fetchall()
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        connection.execute(sql)
    assert connection.execute("SELECT * FROM events").fetchall() == before
    connection.close()


@pytest.mark.parametrize(
    "link",
    [
        "",
        "example.org",
        "ftp://example.org/a",
        "javascript:alert(1)",
        "JAVASCRIPT://example.org/%0aalert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "https://",
        "https:///path",
        "https://example.org/a b",
        "https://example.org/\x1b[2J",
        "https://example.org/\u202egpj.exe",
        "https://example.org/\udc80",
        "https://bank.example@evil.example/",
        "https://example.org:port/",
        "https://[::1",
        "https:\\\\example.org",
        "https://example.org/" + "a" * LINK_LIMIT,
    ],
)
def test_only_web_links_are_evidence(review: Review, link: str) -> None:
    with pytest.raises(BadDecision) as error:
        review.add_evidence(2, link)
    assert "\n" not in str(error.value)
    with pytest.raises(BadDecision):
        review.decide([2], "confirmed", evidence=["https://example.org/", link])
    assert review.history() == [] and review.evidence(2) == []


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (" https://example.org/a?b=1&c=%20#d ", "https://example.org/a?b=1&c=%20#d"),
        ("HTTP://example.org", "http://example.org"),
        ("https://пример.example/ж", "https://пример.example/ж"),
        ("http://[2001:db8::1]:8080/", "http://[2001:db8::1]:8080/"),
    ],
)
def test_web_links_are_kept_whole(review: Review, given: str, kept: str) -> None:
    review.add_evidence(2, given)
    assert [item.link for item in review.evidence(2)] == [kept]


def test_a_stance_is_one_of_two(review: Review) -> None:
    with pytest.raises(BadDecision, match="is no stance"):
        review.add_evidence(2, "https://example.org/a", stance="proves")


def test_a_note_has_a_limit_and_hostile_characters_are_kept_storable(review: Review) -> None:
    with pytest.raises(BadDecision, match="too long"):
        review.set_note(2, "x" * (NOTE_LIMIT + 1))
    review.set_note(2, "two\r\nlines\0 and \udcff")
    assert review.figure(2).note == "two\nlines\N{REPLACEMENT CHARACTER} and \N{REPLACEMENT CHARACTER}"
