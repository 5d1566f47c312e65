"""The question of one figure as it is looked at: what is known of it, and the figures that stand nearest in it."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from db.comparing.heads import heads_of
from db.comparing.members import questions_of
from db.comparing.model import Answer
from db.errors import explained
from db.model import QueueRow
from db.review import Review
from db.rivals import Rivals, with_more
from db.schema.comparing import COUNTS
from figures.model import SignKind

#: So many figures either side of one are laid beside it, in the order of intake: more than anybody compares.
MOST = 60
#: So many signs and sums of a question are told.
TOLD = 20
#: Of more figures than this it is not counted in how many documents they stand: each would be looked at.
_COUNTED = 5000


@dataclass(frozen=True, slots=True)
class SignSeen:
    """A sign that `figure` is misreported, and the figure `against` which it strays."""

    figure: QueueRow
    kind: SignKind
    against: QueueRow
    why: str


@dataclass(frozen=True, slots=True)
class SumSeen:
    """Figures that add up to a total, or should; `total` is its row id."""

    total: int
    holds: bool
    why: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it stands in the file: `conflicting` counts its figures that conflict with another.

    `documents` is None for very many figures. Not `worked_out`: its figures changed since it was compared, and what
    there is between them (`origins`, `conflicting`, `signs`, `sums`) is not known. `more_signs` and `more_sums` count
    those beyond the first.
    """

    row_id: int
    uid: str
    title: str
    reason: str | None
    state: str
    answers: tuple[Answer, ...]
    figures: int
    documents: int | None
    origins: int | None
    conflicting: int | None
    signs: tuple[SignSeen, ...]
    sums: tuple[SumSeen, ...]
    more_signs: int
    more_sums: int
    note: str | None
    worked_out: bool


@dataclass(frozen=True, slots=True)
class Beside:
    """A figure's question with the figures nearest to it there; those of one number in `origins` have one origin."""

    asked: Asked
    rivals: Rivals
    origins: Mapping[int, int]


def beside(review: Review, row_id: int, *, most: int = MOST) -> Beside | None:
    """Give the question of a figure and, in the order of intake, at most `most` of its figures either side of it."""
    with explained(review.path):
        connection = review.connection
        question = questions_of(connection, [row_id]).get(row_id)
        if question is None:
            return None
        asked = _asked(review, question, row_id)
        sides = [_nearest(connection, question, row_id, most + 1, back=back) for back in (True, False)]
        complete = all(len(side) <= most for side in sides)
        ids = sorted({row_id, *(one for side in sides for one in side[:most])})
        origins = _origins(connection, question, ids) if asked.worked_out else {}
        return Beside(asked, with_more(review, row_id, ids, complete=complete), origins)


def asked_of(review: Review, row_id: int) -> Asked | None:
    """Give what is known of the question of a figure; None for one that stands in none."""
    with explained(review.path):
        question = questions_of(review.connection, [row_id]).get(row_id)
        return None if question is None else _asked(review, question, row_id)


def _asked(review: Review, question: int, row_id: int) -> Asked:
    connection = review.connection
    (uid,) = connection.execute("SELECT uid FROM questions WHERE id = ?", (question,)).fetchone()
    head = heads_of(connection, [question], review.reviewer)[question]
    outcome = connection.execute("SELECT origins, note FROM outcomes WHERE question_id = ?", (question,)).fetchone()
    origins, note = outcome or (None, None)
    figures, conflicting = _counted(connection, question, worked_out=outcome is not None)
    signs, more_signs = _signs(review, question, row_id) if outcome else ((), 0)
    sums, more_sums = _sums(connection, question) if outcome else ((), 0)
    return Asked(
        row_id=question,
        uid=uid,
        title=head.title,
        reason=head.reason,
        state=head.status,
        answers=head.answers,
        figures=figures,
        documents=_documents(connection, question) if figures <= _COUNTED else None,
        origins=origins,
        conflicting=conflicting,
        signs=signs,
        sums=sums,
        more_signs=more_signs,
        more_sums=more_sums,
        note=note,
        worked_out=outcome is not None,
    )


_MEMBERS = (
    "FROM memberships AS m JOIN figures AS f ON f.id = m.figure_id "
    f"WHERE m.question_id = ? AND f.status = 'live' AND {COUNTS}"
)


def _nearest(connection: sqlite3.Connection, question: int, row_id: int, most: int, *, back: bool) -> list[int]:
    sign, order = ("<", "DESC") if back else (">", "ASC")
    found = connection.execute(
        f"SELECT m.figure_id {_MEMBERS} AND m.figure_id {sign} ? ORDER BY m.figure_id {order} LIMIT ?",
        (question, row_id, most),
    )
    return [one for (one,) in found.fetchall()]


def _counted(connection: sqlite3.Connection, question: int, *, worked_out: bool) -> tuple[int, int | None]:
    """Count the figures of a question, and those in a conflict; one that is worked out has a row for each of them."""
    if not worked_out:
        return int(connection.execute(f"SELECT count(*) {_MEMBERS}", (question,)).fetchone()[0]), None
    figures, conflicting = connection.execute(
        "SELECT count(*), coalesce(sum(relation = 'conflict'), 0) FROM comparisons WHERE question_id = ?", (question,)
    ).fetchone()
    return int(figures), int(conflicting)


def _documents(connection: sqlite3.Connection, question: int) -> int:
    found = connection.execute(f"SELECT count(DISTINCT f.document_id) {_MEMBERS}", (question,)).fetchone()
    return int(found[0])


def _origins(connection: sqlite3.Connection, question: int, ids: Sequence[int]) -> dict[int, int]:
    found = connection.execute(
        "SELECT figure_id, origin FROM comparisons "
        "WHERE question_id = ? AND figure_id IN (SELECT value FROM json_each(?))",
        (question, json.dumps(list(ids))),
    )
    return dict(found.fetchall())


def _signs(review: Review, question: int, row_id: int) -> tuple[tuple[SignSeen, ...], int]:
    """Give the signs of a question, that of the figure first, and how many more there are."""
    connection = review.connection
    found = connection.execute(
        "SELECT figure_id, kind, against_id, why FROM signs WHERE question_id = ? "
        "ORDER BY figure_id <> ?, figure_id LIMIT ?",
        (question, row_id, TOLD),
    ).fetchall()
    count = len(found)
    if count == TOLD:
        (count,) = connection.execute("SELECT count(*) FROM signs WHERE question_id = ?", (question,)).fetchone()
    rows = _rows(review, [one for figure, _, against, _ in found for one in (figure, against)])
    signs = [SignSeen(rows[figure], kind, rows[against], why) for figure, kind, against, why in found]
    return tuple(signs), count - len(found)


def _rows(review: Review, ids: Sequence[int]) -> dict[int, QueueRow]:
    return {row.row_id: row for row in review.rows(sorted(set(ids)))}


def _sums(connection: sqlite3.Connection, question: int) -> tuple[tuple[SumSeen, ...], int]:
    found = connection.execute(
        "SELECT total_id, holds, why FROM sums WHERE question_id = ? ORDER BY holds, id LIMIT ?", (question, TOLD)
    ).fetchall()
    (count,) = connection.execute("SELECT count(*) FROM sums WHERE question_id = ?", (question,)).fetchone()
    return tuple(SumSeen(total, bool(holds), why) for total, holds, why in found), count - len(found)
