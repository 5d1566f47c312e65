"""What questions are called and why, how they stand, what reviewers answered; and the signs of a figure."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from db import blind
from db.comparing.model import Answer
from db.errors import explained
from db.review import Review
from figures.model import Sign


@dataclass(frozen=True, slots=True)
class Head:
    """A question without its figures; `status` is suggested or set; one's own answer comes first, then the newest."""

    title: str
    reason: str | None
    status: str
    answers: tuple[Answer, ...]


def heads_of(connection: sqlite3.Connection, rows: Sequence[int], reviewer: str) -> dict[int, Head]:
    """Give the heads of these questions (row ids) as this reviewer may see them."""
    wanted = json.dumps(list(rows))
    answers: dict[int, list[Answer]] = defaultdict(list)
    for row_id, *values in connection.execute(
        "SELECT a.question_id, a.low, a.best, a.high, a.note, r.name, a.answered_at FROM answers AS a "
        "JOIN reviewers AS r ON r.id = a.reviewer_id WHERE a.question_id IN (SELECT value FROM json_each(?)) "
        "ORDER BY r.name <> ?, a.answered_at DESC, r.name",
        (wanted, reviewer),
    ).fetchall():
        answers[row_id].append(Answer(*values))
    if blind.is_on(connection):
        # The others' answers are hidden like their verdicts, until one's own is given.
        answers = defaultdict(list, {row: some for row, some in answers.items() if some[0].reviewer == reviewer})
    found = connection.execute(
        "SELECT id, coalesce(renamed, title), reason, status FROM questions "
        "WHERE id IN (SELECT value FROM json_each(?))",
        (wanted,),
    )
    return {
        row_id: Head(title, reason, status, tuple(answers[row_id]))
        for row_id, title, reason, status in found.fetchall()
    }


def signs_of(review: Review, row_id: int) -> list[Sign]:
    """Give the signs that a figure is misreported, as they were found last."""
    with explained(review.path):
        found = review.connection.execute(
            "SELECT f.uid, s.kind, a.uid, s.why FROM signs AS s JOIN figures AS f ON f.id = s.figure_id "
            "JOIN figures AS a ON a.id = s.against_id WHERE s.figure_id = ? ORDER BY s.question_id",
            (row_id,),
        )
        return [Sign(*row) for row in found.fetchall()]
