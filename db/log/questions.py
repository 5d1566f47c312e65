"""Questions as reviewers make them: figures joined and split, questions renamed, confirmed and answered."""

import json
import sqlite3
from collections.abc import Iterable

from db import words
from db.errors import ReviewError
from db.log.append import Entry, act, new_uid
from db.model import Action
from db.schema.comparing import COUNTS


def join(
    connection: sqlite3.Connection, reviewer: str, row_ids: Iterable[int], question: str | None, title: str | None
) -> Action:
    """Set figures as answering a question; without one, as a question of their own with a title.

    A figure answers one question only: from another into which somebody set it, it is split off.
    """
    if question is not None:
        _check(connection, question)
    wanted = list(dict.fromkeys(row_ids))
    payload = {"question": question or new_uid(), "title": words.checked_title(title) if title else None}
    left = connection.execute(
        "SELECT m.figure_id, q.uid FROM memberships AS m JOIN questions AS q ON q.id = m.question_id "
        "WHERE m.status = 'set' AND m.figure_id IN (SELECT value FROM json_each(?)) AND q.uid <> ? ORDER BY 1, 2",
        (json.dumps(wanted), payload["question"]),
    ).fetchall()
    splits = [Entry("split", {"question": uid}, row_id) for row_id, uid in left]
    return act(connection, reviewer, [*(Entry("join", payload, row_id) for row_id in wanted), *splits])


def split(connection: sqlite3.Connection, reviewer: str, row_ids: Iterable[int], question: str) -> Action:
    """Set figures as not answering a question; it is never suggested for them again."""
    _check(connection, question)
    payload = {"question": question}
    return act(connection, reviewer, [Entry("split", payload, row_id) for row_id in dict.fromkeys(row_ids)])


def rename(connection: sqlite3.Connection, reviewer: str, question: str, title: str) -> Action:
    """Call a question something else."""
    _check(connection, question)
    return act(connection, reviewer, [Entry("rename", {"title": words.checked_title(title)}, subject=question)])


def confirm(connection: sqlite3.Connection, reviewer: str, question: str) -> Action:
    """Set a suggested question as it stands, with the figures it has."""
    _check(connection, question)
    members = connection.execute(
        "SELECT m.figure_id FROM memberships AS m JOIN questions AS q ON q.id = m.question_id "
        f"WHERE q.uid = ? AND m.status = 'suggested' AND {COUNTS}",
        (question,),
    ).fetchall()
    joins = [Entry("join", {"question": question, "title": None}, row_id) for (row_id,) in members]
    return act(connection, reviewer, [Entry("confirm", {}, subject=question), *joins])


def answer(connection: sqlite3.Connection, reviewer: str, question: str, payload: dict[str, object]) -> Action:
    """Answer a question; the payload is one of words.answer_payload."""
    _check(connection, question)
    return act(connection, reviewer, [Entry("answer", payload, subject=question)])


def _check(connection: sqlite3.Connection, question: str) -> None:
    if connection.execute("SELECT 1 FROM questions WHERE uid = ?", (question,)).fetchone() is None:
        raise ReviewError(f"there is no question {question} in this review")
