"""The questions of a review as a list: in order, a little at a time; lines of some of them; found by their titles."""

import json
import sqlite3
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from time import perf_counter

from db.comparing.heads import heads_of
from db.comparing.members import questions_of
from db.comparing.model import Answer
from db.errors import explained
from db.review import Review
from db.schema.comparing import COUNTS

#: Questions are looked at so many at a time.
_LOT = 200

_MEMBERS = f"m.question_id = q.id AND f.status = 'live' AND {COUNTS}"
_RIVALLED = (
    "EXISTS (SELECT 1 FROM comparisons AS c WHERE c.question_id = q.id AND c.relation = 'conflict') "
    "OR EXISTS (SELECT 1 FROM signs AS s WHERE s.question_id = q.id)"
)
#: One that was compared has a row for each of its figures, and the first of them is found at once.
_COMPARED = (
    "SELECT q.id, (SELECT min(c.figure_id) FROM comparisons AS c WHERE c.question_id = q.id) AS first, "
    f"{_RIVALLED} FROM questions AS q JOIN outcomes AS o ON o.question_id = q.id "
    "WHERE q.id BETWEEN ? AND ? AND first IS NOT NULL AND (q.status = 'set' OR "
    "(SELECT max(c.figure_id) FROM comparisons AS c WHERE c.question_id = q.id) > first)"
)
_CHANGED = (
    # In this order of tables, as nearly every question is left out by the first.
    f"SELECT q.id, min(m.figure_id), {_RIVALLED} FROM questions AS q "
    "CROSS JOIN memberships AS m CROSS JOIN figures AS f ON f.id = m.figure_id "
    "WHERE q.id BETWEEN ? AND ? AND NOT EXISTS (SELECT 1 FROM outcomes AS o WHERE o.question_id = q.id) "
    f"AND {_MEMBERS} GROUP BY q.id HAVING count(*) > 1 OR q.status = 'set'"
)


class Listing:
    """The row ids of all questions that have figures: those with conflicts or signs first, else in order of intake.

    They are found by step after step, and are there once it is `done`. One that changed since it was compared counts
    as it was then.
    """

    def __init__(self) -> None:
        self.done = False
        self.ids: array[int] = array("q")
        self._found: list[tuple[bool, int, int]] = []
        self._next = 0

    def step(self, review: Review, seconds: float) -> bool:
        """Go on looking for about so long; tells whether that is all."""
        end = perf_counter() + seconds
        with explained(review.path):
            while not self.done:
                self._look(review.connection)
                if perf_counter() >= end:
                    break
        return self.done

    def _look(self, connection: sqlite3.Connection) -> None:
        bounds = "SELECT min(id), max(id) FROM (SELECT id FROM questions WHERE id > ? ORDER BY id LIMIT ?)"
        first, last = connection.execute(bounds, (self._next, _LOT)).fetchone()
        if first is None:
            self._found.sort()
            self.ids = array("q", (row for _, _, row in self._found))
            self.done, self._found = True, []
            return
        for sql in (_COMPARED, _CHANGED):
            found = connection.execute(sql, (first, last)).fetchall()
            self._found += [(not rivalled, figure, row) for row, figure, rivalled in found]
        self._next = last


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question in a list: `conflicting` counts figures that conflict with another; `answer` is one's own or newest.

    `origins`, `conflicting` and `signs` are None where its figures changed since it was compared.
    """

    row_id: int
    uid: str
    title: str
    state: str
    figures: int
    origins: int | None
    conflicting: int | None
    signs: int | None
    answer: Answer | None


def question_list(review: Review, ids: Sequence[int]) -> list[QuestionRow]:
    """Give the lines of these questions (row ids), in the order asked; those that are gone are left out."""
    with explained(review.path):
        connection = review.connection
        heads = heads_of(connection, ids, review.reviewer)
        found = connection.execute(
            "SELECT q.id, q.uid, o.origins, "
            f"CASE WHEN o.origins IS NULL THEN (SELECT count(*) FROM memberships AS m "
            f"JOIN figures AS f ON f.id = m.figure_id WHERE {_MEMBERS}) "
            "ELSE (SELECT count(*) FROM comparisons AS c WHERE c.question_id = q.id) END, "
            "(SELECT count(*) FROM comparisons AS c WHERE c.question_id = q.id AND c.relation = 'conflict'), "
            "(SELECT count(*) FROM signs AS s WHERE s.question_id = q.id) "
            "FROM questions AS q LEFT JOIN outcomes AS o ON o.question_id = q.id "
            "WHERE q.id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(ids)),),
        ).fetchall()
    rows = {}
    for row_id, uid, origins, figures, conflicting, signs in found:
        head, known = heads[row_id], origins is not None
        rows[row_id] = QuestionRow(
            row_id=row_id,
            uid=uid,
            title=head.title,
            state=head.status,
            figures=figures,
            origins=origins,
            conflicting=conflicting if known else None,
            signs=signs if known else None,
            answer=head.answers[0] if head.answers else None,
        )
    return [rows[row_id] for row_id in ids if row_id in rows]


def find_questions(review: Review, typed: str, *, limit: int, seconds: float) -> list[int]:
    """Give the row ids of questions whose title holds every word typed, at most `limit`, found in that many seconds."""
    words = [f"%{word.translate(_ESCAPES)}%" for word in typed.split()]
    condition = " AND ".join(["coalesce(q.renamed, q.title) LIKE ? ESCAPE '\\'"] * len(words)) or "1"
    end = perf_counter() + seconds
    with explained(review.path):
        connection = review.connection
        connection.set_progress_handler(lambda: perf_counter() > end, 1000)
        found: list[int] = []
        try:
            for (row,) in connection.execute(
                f"SELECT q.id FROM questions AS q WHERE {condition} AND EXISTS (SELECT 1 FROM memberships AS m "
                f"JOIN figures AS f ON f.id = m.figure_id WHERE {_MEMBERS}) ORDER BY q.id LIMIT ?",
                (*words, limit),
            ):
                found.append(row)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT:
                raise
        finally:
            connection.set_progress_handler(None, 0)
    return found


_ESCAPES = str.maketrans({"\\": "\\\\", "%": "\\%", "_": "\\_"})


def figures_asked(review: Review, question: int, *, queued: bool) -> "array[int]":
    """Give the figures of a question (row id) in the order of intake; of the queue only, if they are to be `queued`."""
    more = "AND f.queued = 1 " if queued else ""
    with explained(review.path):
        found = review.connection.execute(
            "SELECT m.figure_id FROM memberships AS m JOIN figures AS f ON f.id = m.figure_id "
            f"WHERE m.question_id = ? AND f.status = 'live' {more}AND {COUNTS} "
            "ORDER BY f.document_id, f.teaser, f.start, f.id",
            (question,),
        ).fetchall()
    return array("q", (row for (row,) in found))


def questions_of_figures(review: Review, ids: Sequence[int]) -> list[int]:
    """Give the questions (row ids) that these figures answer, each once, in the order of the figures."""
    with explained(review.path):
        found = questions_of(review.connection, ids)
    return list(dict.fromkeys(found[row] for row in ids if row in found))


@dataclass(frozen=True, slots=True)
class Tag:
    """What a line of the queue shows of a figure's question: its title, and how the figure stands in it."""

    title: str
    conflicts: bool
    signed: bool


def question_tags(review: Review, ids: Sequence[int]) -> dict[int, Tag]:
    """Give what the queue shows of the questions of these figures; those that stand alone are left out."""
    with explained(review.path):
        connection = review.connection
        questions = _compared(connection, ids)
        questions |= questions_of(connection, [row for row in ids if row not in questions])
        wanted = json.dumps(list(questions))
        titles = _titles(connection, sorted(set(questions.values())))
        conflicting = _those(connection, "comparisons", wanted, "AND relation = 'conflict'")
        signed = _those(connection, "signs", wanted)
    return {
        row: Tag(titles[question], row in conflicting, row in signed)
        for row, question in questions.items()
        if question in titles
    }


def _compared(connection: sqlite3.Connection, ids: Sequence[int]) -> dict[int, int]:
    """Give the questions of those figures whose question is compared as it stands, which is quickly told."""
    found = connection.execute(
        "SELECT c.figure_id, min(c.question_id) FROM comparisons AS c "
        "JOIN outcomes AS o ON o.question_id = c.question_id "
        "WHERE c.figure_id IN (SELECT value FROM json_each(?)) GROUP BY 1",
        (json.dumps(list(ids)),),
    )
    return dict(found.fetchall())


def _titles(connection: sqlite3.Connection, questions: Sequence[int]) -> dict[int, str]:
    return dict(
        connection.execute(
            "SELECT id, coalesce(renamed, title) FROM questions WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(questions)),),
        ).fetchall()
    )


def _those(connection: sqlite3.Connection, table: str, wanted: str, condition: str = "") -> set[int]:
    found = connection.execute(
        f"SELECT figure_id FROM {table} WHERE figure_id IN (SELECT value FROM json_each(?)) {condition}", (wanted,)
    )
    return {row for (row,) in found.fetchall()}


def rivalled(review: Review, ids: Sequence[int] | None = None) -> Iterator[int]:
    """Yield the figures, of these if any are given, that conflict with another or have a sign of a misreport."""
    within, wanted = (
        ("", ()) if ids is None else ("figure_id IN (SELECT value FROM json_each(?))", (json.dumps(list(ids)),))
    )
    with explained(review.path):
        found = review.connection.execute(
            f"SELECT figure_id FROM comparisons WHERE relation = 'conflict' {within and 'AND ' + within} "
            f"UNION SELECT figure_id FROM signs {within and 'WHERE ' + within}",
            wanted * 2,
        ).fetchall()
    yield from (row for (row,) in found)
