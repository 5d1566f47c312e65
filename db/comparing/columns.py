"""What the verdict table says of a figure's question."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from db.comparing.members import members_of, questions_of


@dataclass(frozen=True, slots=True)
class Columns:
    """The title of a figure's question, what it is to the others there, and how many origins say the same as it.

    `relation` is conflict if it conflicts with any, else equal, compatible or not_comparable.
    """

    question: str
    relation: str | None
    origins: int


class Reader:
    """Reads the columns of figures, some at a time; a question that changed since it was worked out is worked out."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._now: dict[int, dict[int, tuple[str | None, int]]] = {}

    def columns(self, figures: Sequence[int]) -> dict[int, Columns]:
        """Give the columns of those of these figures (row ids) that answer a question."""
        answered = questions_of(self._connection, figures)
        rows = json.dumps(sorted(set(answered.values())))
        titles = dict(
            self._connection.execute(
                "SELECT id, coalesce(renamed, title) FROM questions WHERE id IN (SELECT value FROM json_each(?))",
                (rows,),
            )
        )
        stored = {
            (question, figure): (relation, support)
            for question, figure, relation, support in self._connection.execute(
                "SELECT c.question_id, c.figure_id, c.relation, c.support FROM comparisons AS c "
                "JOIN outcomes AS o ON o.question_id = c.question_id "
                "WHERE c.figure_id IN (SELECT value FROM json_each(?))",
                (json.dumps(list(figures)),),
            ).fetchall()
        }
        self._work_out({row for figure, row in answered.items() if (row, figure) not in stored})
        return {
            figure: Columns(titles[row], *(stored.get((row, figure)) or self._now[row].get(figure, (None, 1))))
            for figure, row in answered.items()
        }

    def _work_out(self, questions: Iterable[int]) -> None:
        missing = sorted(set(questions) - self._now.keys())
        if not missing:
            return
        from db.comparing.working import Worker

        worker = Worker(self._connection)
        for question, members in members_of(self._connection, missing).items():
            found = worker.work_out(members)
            rows = dict(
                self._connection.execute(
                    "SELECT uid, id FROM figures WHERE uid IN (SELECT value FROM json_each(?))",
                    (json.dumps(found.members),),
                ).fetchall()
            )
            self._now[question] = {
                rows[name]: (found.relation.get(name), support) for name, support in found.support.items()
            }
