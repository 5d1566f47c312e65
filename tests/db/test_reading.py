"""The queue, its rows, marks, and the state of the desk."""

import sqlite3

import pytest

from db import Review, ReviewError, open_review
from db.errors import UnknownFigure
from db.model import DeskState, Progress


def test_the_queue_has_documents_in_intake_order_and_teasers_last(review: Review) -> None:
    rows = review.rows(review.queue())
    assert [row.document_id for row in rows] == [1, 1, 1, 2, 2, 2, 3, 3, 3]
    assert [row.text for row in rows[:3]] == ["6,000", "3,800 to 4,000", "12"]
    assert [row.zone for row in rows[:3]] == ["body", "body", "teaser"]


def test_all_figures_adds_what_is_not_checkable(review: Review) -> None:
    rows = review.rows(review.queue(all_figures=True))
    assert [row.text for row in rows[:4]] == ["6,000", "3,800 to 4,000", "M-100", "12"]
    assert [row.checkable for row in rows[:4]] == [True, True, False, True]
    assert rows[2].why_not == "identifier"


def test_the_queue_of_one_state(review: Review) -> None:
    queue = review.queue()
    review.decide(queue[1:3], "disputed")
    assert list(review.queue(state="disputed")) == list(queue[1:3])
    assert list(review.queue(state="unreviewed")) == [queue[0], *queue[3:]]
    assert len(review.queue(state="unreviewed", all_figures=True)) == 10


def test_rows_come_in_the_order_asked(review: Review) -> None:
    assert [row.row_id for row in review.rows([7, 2, 99, 5])] == [7, 2, 5]
    assert review.rows([]) == []


def test_a_row_tells_what_the_queue_shows(review: Review) -> None:
    (row,) = review.rows([2])
    assert (row.low, row.high, row.bound, row.noun) == (6000, None, "over", "homes")
    assert (row.state, row.has_note, row.has_evidence, row.publisher) == ("unreviewed", False, False, "Harbour Post 1")
    review.decide([2], "confirmed", note="seen", evidence=["https://example.org/a"])
    (row,) = review.rows([2])
    assert (row.state, row.has_note, row.has_evidence) == ("confirmed", True, True)


def test_queues_are_read_from_an_index_alone(review: Review) -> None:
    asked: list[str] = []
    review.connection.set_trace_callback(asked.append)
    for all_figures in (False, True):
        for state in (None, "confirmed"):
            review.queue(all_figures=all_figures, state=state)
    review.connection.set_trace_callback(None)
    asked = [sql for sql in asked if "FROM figures" in sql]
    assert len(asked) == 4
    for sql in asked:
        plan = " / ".join(row[3] for row in review.connection.execute(f"EXPLAIN QUERY PLAN {sql}"))
        assert "COVERING INDEX" in plan and "TEMP B-TREE" not in plan


def test_marks_are_in_text_order(review: Review) -> None:
    marks = review.marks(1)
    text = review.document(1).text
    assert [text[mark.start : mark.end] for mark in marks] == ["12", "6,000", "3,800 to 4,000", "M-100"]
    review.decide([2], "confirmed")
    assert [mark.state for mark in review.marks(1)] == ["unreviewed", "confirmed", "unreviewed", "unreviewed"]


def test_what_is_not_there_is_said_not_to_be_there(review: Review) -> None:
    with pytest.raises(UnknownFigure):
        review.figure(99)
    with pytest.raises(ReviewError, match="no document 99"):
        review.document(99)
    assert review.marks(99) == [] and review.evidence(99) == [] and review.history(99) == []


def test_the_desk_is_left_and_found_by_each_reviewer(review: Review) -> None:
    assert review.desk() == DeskState()
    state = DeskState("abc", 'state:"unreviewed"', "low", True)
    review.save_desk(DeskState("first"))
    review.save_desk(state)
    with open_review(review.path, reviewer="ben") as other:
        assert other.desk() == DeskState()
    with open_review(review.path, reviewer="ana") as again:
        assert again.desk() == state


def test_another_connections_change_is_noticed(review: Review) -> None:
    with open_review(review.path, reviewer="ben") as other:
        seen = other.data_version()
        assert other.data_version() == seen
        review.decide([2], "confirmed")
        assert other.data_version() != seen
        assert other.figure(2).state == "confirmed"


def test_the_views_answer_without_figcheck(review: Review) -> None:
    review.decide([2], "confirmed", note="seen", evidence=["https://example.org/a", "https://example.org/b"])
    review.decide([3], "dismissed")
    connection = sqlite3.connect(review.path)
    cursor = connection.execute("SELECT * FROM verdict_table")
    names = [column[0] for column in cursor.description]
    (row,) = cursor.fetchall()
    progress = connection.execute("SELECT * FROM progress").fetchone()
    connection.close()
    assert names == list(review.verdict_rows().__next__().__slots__)
    values = dict(zip(names, row, strict=True))
    assert (values["low"], values["verdict"], values["reviewer"]) == ("6000", "confirmed", "ana")
    assert values["evidence"] == "https://example.org/a https://example.org/b"
    assert Progress(*progress) == review.progress()


def test_the_verdict_table_holds_what_was_decided(review: Review) -> None:
    assert list(review.verdict_rows()) == []
    review.decide([6], "misreported", reason="typo")
    review.decide([2], "confirmed")
    review.decide([5], "dismissed", reason="not_a_figure")
    review.decide([4], "disputed")
    assert [row.verdict for row in review.verdict_rows()] == ["confirmed", "disputed", "misreported"]
    everything = [row.verdict for row in review.verdict_rows(all_states=True)]
    assert len(everything) == 10 and everything.count("unreviewed") == 6
