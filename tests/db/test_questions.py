"""Tags, and questions as reviewers set them: events like every other, undone at once."""

from decimal import Decimal

import pytest

from db import Review, ReviewError, open_review
from db.errors import BadDecision
from db.log.settle import settle_actions, settle_all

_QUESTIONS = """
    SELECT q.title, q.renamed, q.status, group_concat(m.figure_id || ' ' || m.status, ', ')
    FROM questions AS q LEFT JOIN memberships AS m ON m.question_id = q.id GROUP BY q.id ORDER BY q.id
"""


def _questions(review: Review) -> list[tuple[object, ...]]:
    return review.connection.execute(_QUESTIONS).fetchall()


def _uid(review: Review) -> str:
    return str(review.connection.execute("SELECT uid FROM questions ORDER BY id DESC LIMIT 1").fetchone()[0])


def _suggest(review: Review, *row_ids: int) -> str:
    """Put a suggested question in, as a comparison would."""
    execute = review.connection.execute
    execute(
        "INSERT INTO questions (id, uid, title, reason, status) VALUES (50, 'q50', 'homes', 'same noun', 'suggested')"
    )
    for row_id in row_ids:
        execute("INSERT INTO memberships VALUES (50, ?, 'suggested', 'same noun')", (row_id,))
    return "q50"


def test_figures_are_joined_as_one_action(review: Review) -> None:
    action = review.join([2, 6], title="Homes without power")
    assert (action.kind, action.label) == ("join", "joined: Homes without power on 2 figures")
    assert _questions(review) == [("Homes without power", None, "set", "2 set, 6 set")]
    review.join([10], question=_uid(review))
    assert _questions(review) == [("Homes without power", None, "set", "2 set, 6 set, 10 set")]
    review.undo()
    review.undo()
    assert _questions(review) == []
    review.redo()
    assert _questions(review) == [("Homes without power", None, "set", "2 set, 6 set")]


def test_a_figure_split_off_stays_apart(review: Review) -> None:
    question = _suggest(review, 2, 6, 10)
    review.split([6], question)
    assert _questions(review) == [("homes", None, "set", "2 suggested, 6 apart, 10 suggested")]
    review.undo()
    assert _questions(review) == [("homes", None, "suggested", "2 suggested, 6 suggested, 10 suggested")]


def test_a_suggested_question_is_confirmed_with_its_figures(review: Review) -> None:
    question = _suggest(review, 2, 6)
    assert review.confirm(question).label == "question confirmed on 2 figures"
    assert _questions(review) == [("homes", None, "set", "2 set, 6 set")]
    review.undo()
    assert _questions(review) == [("homes", None, "suggested", "2 suggested, 6 suggested")]


def test_a_question_is_renamed_and_answered(review: Review) -> None:
    review.join([2, 6], title="Homes")
    question = _uid(review)
    review.rename(question, "Homes without power")
    review.answer(question, low=5900, best=Decimal("6000.5"), high=7000, note="two surveys")
    assert _questions(review)[0][:3] == ("Homes", "Homes without power", "set")
    answers = "SELECT low, best, high, note FROM answers"
    assert review.connection.execute(answers).fetchall() == [("5900", "6000.5", "7000", "two surveys")]
    with open_review(review.path, reviewer="ben") as ben:
        ben.answer(question, best=6100)
        assert len(ben.connection.execute(answers).fetchall()) == 2
    review.undo()
    review.undo()
    assert review.connection.execute(answers).fetchall() == [(None, "6100", None, None)]
    assert _questions(review)[0][:2] == ("Homes", None)


def test_what_makes_no_sense_is_refused(review: Review) -> None:
    question = _suggest(review, 2)
    with pytest.raises(BadDecision, match="not in order"):
        review.answer(question, low=9, best=8)
    with pytest.raises(BadDecision, match="is empty"):
        review.answer(question)
    with pytest.raises(BadDecision, match="the title is empty"):
        review.rename(question, "  ")
    with pytest.raises(BadDecision, match="not one line"):
        review.rename(question, "two\nlines")
    with pytest.raises(ReviewError, match="no question no"):
        review.rename("no", "x")
    with pytest.raises(ReviewError, match="no question no"):
        review.join([2], question="no")
    with pytest.raises(ReviewError, match="no question no"):
        review.confirm("no")
    assert review.history() == []


def test_a_tag_is_put_on_and_taken_off(review: Review) -> None:
    assert review.tag([2, 3], "later").label == "tagged later on 2 figures"
    review.tag([2], "ask the port")
    assert review.tags(2) == ["ask the port", "later"]
    review.tag([2], "later", on=False)
    assert (review.tags(2), review.tags(3)) == (["ask the port"], ["later"])
    review.undo()
    assert review.tags(2) == ["ask the port", "later"]
    with pytest.raises(BadDecision, match="the tag is empty"):
        review.tag([2], " ")
    assert [event.label for event in review.history(3)] == ["tagged later"]


def test_everything_can_be_worked_out_from_the_log_again(review: Review) -> None:
    question = _suggest(review, 2, 6)
    review.confirm(question)
    review.rename(question, "Homes without power")
    review.answer(question, best=6000)
    review.tag([2], "later")
    review.decide([2, 3], "confirmed", note="seen", evidence=["https://example.org/a"])
    review.decide([3], "disputed")
    review.undo()
    tables = ("actions", "verdicts", "notes", "evidence", "tags", "answers", "memberships", "questions")
    before = {table: review.connection.execute(f"SELECT * FROM {table}").fetchall() for table in tables}
    figures = review.figures(review.queue())
    for table in ("verdicts", "notes", "evidence", "tags", "answers"):
        review.connection.execute(f"DELETE FROM {table}")
    review.connection.execute("UPDATE figures SET state = 'unreviewed', note = 'wrong'")
    review.connection.execute("UPDATE figures SET note = NULL WHERE id NOT IN (2, 3)")
    review.connection.execute("BEGIN")
    settle_actions(review.connection)
    settle_all(review.connection)
    review.connection.execute("COMMIT")
    assert {table: review.connection.execute(f"SELECT * FROM {table}").fetchall() for table in tables} == before
    assert review.figures(review.queue()) == figures


@pytest.mark.parametrize("kind", ["document", "conversation"])
def test_evidence_can_be_no_link(review: Review, kind: str) -> None:
    review.add_evidence(
        2,
        kind=kind,
        title="Port log, p. 4",
        quote="6,012 homes",
        seen_on="2025-06-19",
        archived_link="https://archive.example/1",
    )
    (item,) = review.evidence(2)
    assert (item.kind, item.link, item.name, item.seen_on) == (kind, None, "Port log, p. 4", "2025-06-19")
    assert item.archived_link == "https://archive.example/1"
    assert review.history(2)[0].label == "evidence supports: Port log, p. 4"
    review.decide([2], "confirmed")
    assert [row.evidence for row in review.verdict_rows()] == [("Port log, p. 4",)]
    with pytest.raises(BadDecision, match="needs a title"):
        review.add_evidence(2, kind=kind)
    with pytest.raises(BadDecision, match="no kind of evidence"):
        review.add_evidence(2, kind="rumour", title="x")
    with pytest.raises(BadDecision, match="is no date"):
        review.add_evidence(2, kind=kind, title="x", seen_on="last May")
    with pytest.raises(BadDecision, match="no http or https link"):
        review.add_evidence(2, kind=kind, title="x", archived_link="ftp://example.org/")
