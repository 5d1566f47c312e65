"""What reviewers settled, and what was suggested before: where every comparison begins."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from db.schema.comparing import COUNTS
from figures.compare.questions import Settled
from figures.model import Question

#: Of suggested questions so many figures are named as apart from one that was taken away: others hang on to them.
_PARTED = 50


@dataclass(slots=True)
class _Row:
    uid: str
    title: str
    reason: str | None
    status: str
    members: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))


def settled(
    connection: sqlite3.Connection,
    questions: Iterable[int] | None = None,
    *,
    looked_at: Collection[str] | None = None,
    fresh: Collection[str] = (),
) -> Settled:
    """Give what stands of these questions (row ids), or of all of them, before any figure is compared.

    With `looked_at`, the ids of the only figures that are compared, the others stay where they were suggested, but for
    those that are `fresh`.

    A question is set once a reviewer joined figures to it, confirmed, named or answered it, or split one off: then
    those joined stay, or, where none was, those it has. What a reviewer set elsewhere stays apart from those with which
    it was suggested before. A question that nothing but a reviewer's deed made, and that
    was undone, gives its id to no other.
    """
    rows = _rows(connection, questions, looked_at)
    taken: set[str] = set()
    fixed: list[Question] = []
    earlier: list[Question] = []
    apart: list[tuple[str, str]] = []
    for row in rows:
        if row.status == "suggested":
            if row.reason is not None:
                earlier.append(_question(row, [name for name in row.members["suggested"] if name not in fresh]))
            apart += [(name, other) for name in row.members["left"] for other in row.members["suggested"][:_PARTED]]
            continue
        chosen = row.members["set"] or row.members["suggested"]
        members = [name for name in chosen if name not in taken]
        taken.update(members)
        if members:
            fixed.append(_question(row, members))
            apart += [(name, members[0]) for name in (*row.members["apart"], *row.members["left"])]
            stay = (name for name in row.members["suggested"] if name not in fresh)
            earlier.append(_question(row, [members[0], *stay]))
    return Settled(tuple(fixed), tuple(apart), tuple(earlier), keep=looked_at is not None)


def _question(row: _Row, members: Sequence[str]) -> Question:
    return Question(row.uid, row.title, row.reason or "", tuple(dict.fromkeys(members)))


def _rows(
    connection: sqlite3.Connection, questions: Iterable[int] | None, looked_at: Collection[str] | None
) -> list[_Row]:
    sql = (
        f"SELECT q.uid, q.title, q.reason, q.status, f.uid, CASE WHEN m.status = 'apart' OR {COUNTS} THEN m.status "
        "ELSE 'left' END FROM questions AS q "
        "JOIN memberships AS m ON m.question_id = q.id JOIN figures AS f ON f.id = m.figure_id "
        "WHERE f.status = 'live'"
    )
    if questions is None:
        found = connection.execute(f"{sql} ORDER BY q.uid, f.uid")
    else:
        wanted = json.dumps(list(questions))
        found = connection.execute(
            f"{sql} AND q.id IN (SELECT value FROM json_each(?)) ORDER BY q.uid, f.uid", (wanted,)
        )
    rows: dict[str, _Row] = {}
    for uid, title, reason, status, figure, membership in found.fetchall():
        row = rows.setdefault(uid, _Row(uid, title, reason, status))
        if looked_at is None or figure in looked_at:
            row.members[membership].append(figure)
    return list(rows.values())
