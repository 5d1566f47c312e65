"""Which figures a question has."""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from db.schema.comparing import ANSWERS, COUNTS


@dataclass(frozen=True, slots=True)
class Membership:
    """A figure of a question: its row and its document's."""

    row_id: int
    document_id: int
    set: bool


def members_of(connection: sqlite3.Connection, questions: Iterable[int]) -> dict[int, list[Membership]]:
    """Give the figures of each of these questions (row ids) that stand in their texts, in the order of intake."""
    wanted = list(questions)
    found: dict[int, list[Membership]] = {row_id: [] for row_id in wanted}
    for question, row_id, document_id, status in connection.execute(
        "SELECT m.question_id, m.figure_id, f.document_id, m.status FROM memberships AS m "
        "JOIN figures AS f ON f.id = m.figure_id "
        f"WHERE m.question_id IN (SELECT value FROM json_each(?)) AND f.status = 'live' AND {COUNTS} "
        "ORDER BY f.document_id, f.teaser, f.start, f.id",
        (json.dumps(wanted),),
    ).fetchall():
        found[question].append(Membership(row_id, document_id, status == "set"))
    return found


def questions_of(connection: sqlite3.Connection, figures: Iterable[int], *, single: bool = False) -> dict[int, int]:
    """Give the question (row id) that each of these figures (row ids) answers; those that stand alone are left out.

    The one it was set into first, where reviewers set it into several. With `single` also a question of which it is
    the only figure left since a reviewer set the others elsewhere.
    """
    condition = COUNTS if single else ANSWERS
    found = connection.execute(
        "SELECT m.figure_id, min(m.question_id) FROM memberships AS m JOIN figures AS f ON f.id = m.figure_id "
        f"WHERE m.figure_id IN (SELECT value FROM json_each(?)) AND f.status = 'live' AND {condition} GROUP BY 1",
        (json.dumps(list(figures)),),
    )
    return dict(found.fetchall())


def question_rows(connection: sqlite3.Connection, uids: Iterable[str]) -> dict[str, int]:
    """Give the row id of each of these questions that there is."""
    wanted = json.dumps(list(uids))
    found = connection.execute("SELECT uid, id FROM questions WHERE uid IN (SELECT value FROM json_each(?))", (wanted,))
    return dict(found.fetchall())
