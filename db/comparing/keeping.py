"""What comparing found, into the review file: little by little, and never over what a reviewer set meanwhile."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count
from uuid import NAMESPACE_URL, uuid5

from db.comparing.finding import Found
from db.comparing.members import members_of
from db.comparing.mentions import slices
from db.transaction import writing
from figures.compare.profile import Outer
from figures.model import Question

#: So many rows are written in one transaction, so that a reviewer beside it waits for some hundredths of a second.
BATCH = 1000

_ROW = "(SELECT id FROM figures WHERE uid = ?)"
#: A reviewer set another figure of the same question elsewhere.
_LEFT = (
    "EXISTS (SELECT 1 FROM memberships AS m JOIN memberships AS s ON s.figure_id = m.figure_id AND s.status = 'set' "
    "WHERE m.question_id = memberships.question_id AND m.status = 'suggested' AND m.figure_id <> memberships.figure_id)"
)
_QUESTION = "(SELECT id FROM questions WHERE uid = ?)"


def with_uids(connection: sqlite3.Connection, questions: Iterable[Question]) -> dict[str, str]:
    """Give the uid under which each question is stored, by its id: that id if it is stored already.

    That of a new one follows from its id, so that copies of a review call it the same.
    """
    known = {uid for (uid,) in connection.execute("SELECT uid FROM questions")}
    taken = set(known)
    found = {}
    for question in questions:
        name = f"figcheck:question:{question.id}"
        fresh = (str(uuid5(NAMESPACE_URL, f"{name}:{salt}")) for salt in count())
        uid = question.id if question.id in known else next(one for one in fresh if one not in taken)
        taken.add(uid)
        found[question.id] = uid
    return found


def write_questions(
    connection: sqlite3.Connection,
    questions: Sequence[Question],
    before: Mapping[str, str],
    uids: Mapping[str, str],
    *,
    rename: bool = True,
) -> None:
    """Store suggested questions and their members where they are not what they were.

    `before` gives the uid of the question for which each figure was suggested last. What a reviewer set, split off or
    called otherwise stays as it is; so does, without `rename`, what a question is called already.
    """
    upsert = (
        "UPDATE SET title = excluded.title, reason = excluded.reason "
        "WHERE status = 'suggested' AND (title <> excluded.title OR reason IS NOT excluded.reason)"
    )
    for some in _batches(questions):
        with writing(connection):
            connection.executemany(
                "INSERT INTO questions (uid, title, reason, status) VALUES (?, ?, ?, 'suggested') "
                f"ON CONFLICT (uid) DO {upsert if rename else 'NOTHING'}",
                [(uids[one.id], one.title, one.reason) for one in some],
            )
            moved = [
                (uids[one.id], one.reason, name)
                for one in some
                for name in one.members
                if before.get(name) != uids[one.id]
            ]
            _suggest(connection, moved)


def _suggest(connection: sqlite3.Connection, moved: Sequence[tuple[str, str, str]]) -> None:
    """Suggest questions (uid, reason) for figures (uid) inside a transaction, in place of what was suggested before.

    Of one that a reviewer set elsewhere the old suggestion stays: it tells from which figures it was taken away.
    """
    connection.executemany(
        f"DELETE FROM memberships WHERE figure_id = {_ROW} AND status = 'suggested' AND question_id <> {_QUESTION} "
        f"AND NOT EXISTS (SELECT 1 FROM memberships AS m WHERE m.figure_id = {_ROW} AND m.status = 'set')",
        [(name, uid, name) for uid, _, name in moved],
    )
    connection.executemany(
        "INSERT INTO memberships (question_id, figure_id, status, reason) "
        f"SELECT {_QUESTION}, f.id, 'suggested', ? FROM figures AS f WHERE f.uid = ? AND NOT EXISTS "
        "(SELECT 1 FROM memberships AS m WHERE m.figure_id = f.id AND m.status = 'set') "
        "ON CONFLICT (question_id, figure_id) DO NOTHING",
        moved,
    )


def suggested_before(connection: sqlite3.Connection) -> dict[str, str]:
    """Give the uid of the question that is suggested for each figure, by its uid; see `placed`."""
    return placed(
        connection.execute(
            "SELECT f.uid, q.uid FROM memberships AS m JOIN figures AS f ON f.id = m.figure_id "
            "JOIN questions AS q ON q.id = m.question_id WHERE m.status = 'suggested'"
        ).fetchall()
    )


def placed(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Give the question of each figure out of pairs of both; "" for one in several, as a merge can leave it."""
    found: dict[str, str] = {}
    for figure, question in pairs:
        found[figure] = question if found.get(figure, question) == question else ""
    return found


def take_back(connection: sqlite3.Connection, figures: Sequence[str]) -> None:
    """Take back what is suggested for figures (uids), but for those from which a reviewer took another away."""
    for some in slices(figures, BATCH):
        with writing(connection):
            connection.executemany(
                f"DELETE FROM memberships WHERE figure_id = {_ROW} AND status = 'suggested' AND NOT {_LEFT}",
                [(name,) for name in some],
            )


def move_members(connection: sqlite3.Connection, moves: Mapping[str, str]) -> None:
    """Move what is left of suggested questions to others that took them in, by their uids."""
    with writing(connection):
        for uid, target in moves.items():
            left = connection.execute(
                "SELECT f.uid, q.reason FROM memberships AS m JOIN figures AS f ON f.id = m.figure_id "
                "JOIN questions AS q ON q.id = m.question_id WHERE q.uid = ? AND m.status = 'suggested'",
                (uid,),
            ).fetchall()
            _suggest(connection, [(target, reason, name) for name, reason in left])


def drop_single(connection: sqlite3.Connection, questions: Sequence[int]) -> None:
    """Take back what is suggested for the only figure that is left of a suggested question (row ids)."""
    with writing(connection):
        connection.executemany(
            "DELETE FROM memberships WHERE question_id = ?1 AND status = 'suggested' "
            "AND (SELECT count(*) FROM memberships WHERE question_id = ?1) = 1 "
            "AND (SELECT status FROM questions WHERE id = ?1) = 'suggested'",
            [(row_id,) for row_id in questions],
        )


def drop_empty(connection: sqlite3.Connection) -> None:
    """Take away the suggested questions that have no figure left."""
    with writing(connection):
        connection.execute(
            "DELETE FROM questions WHERE status = 'suggested' "
            "AND NOT EXISTS (SELECT 1 FROM memberships AS m WHERE m.question_id = questions.id) "
            "AND NOT EXISTS (SELECT 1 FROM answers AS a WHERE a.question_id = questions.id)"
        )


def write_found(connection: sqlite3.Connection, found: Sequence[tuple[str, Found]]) -> None:
    """Store what was found in questions (by their uids), in one transaction.

    One whose figures are no more those that were compared is not taken for worked out.
    """
    with writing(connection):
        for uid, one in found:
            row = connection.execute("SELECT id FROM questions WHERE uid = ?", (uid,)).fetchone()
            if row is None:
                continue
            for table in ("outcomes", "comparisons", "signs", "sums"):
                connection.execute(f"DELETE FROM {table} WHERE question_id = ?", row)
            rows = _rows_of(connection, one)
            _write_one(connection, int(row[0]), one, rows)
            if set(rows.values()) == {member.row_id for member in members_of(connection, row)[int(row[0])]}:
                connection.execute(
                    "INSERT INTO outcomes (question_id, origins, conflicts, note) VALUES (?, ?, ?, ?)",
                    (*row, len(one.origins), one.conflicts, one.related.note),
                )


def _rows_of(connection: sqlite3.Connection, found: Found) -> dict[str, int]:
    wanted = json.dumps(list(found.members))
    sql = "SELECT uid, id FROM figures WHERE uid IN (SELECT value FROM json_each(?))"
    return dict(connection.execute(sql, (wanted,)).fetchall())


def _write_one(connection: sqlite3.Connection, question: int, found: Found, rows: Mapping[str, int]) -> None:
    connection.executemany(
        "INSERT INTO comparisons (question_id, figure_id, relation, origin, support) VALUES (?, ?, ?, ?, ?)",
        [
            (question, rows[name], found.relation.get(name), number, found.support[name])
            for number, group in enumerate(found.origins, start=1)
            for name in group
        ],
    )
    connection.executemany(
        "INSERT INTO signs (question_id, figure_id, kind, against_id, why) VALUES (?, ?, ?, ?, ?)",
        [(question, rows[one.figure_id], one.kind, rows[one.against], one.why) for one in found.signs],
    )
    for one in found.sums:
        (row_id,) = connection.execute(
            "INSERT INTO sums (question_id, total_id, holds, why) VALUES (?, ?, ?, ?) RETURNING id",
            (question, rows[one.total], int(one.holds), one.why),
        ).fetchone()
        connection.executemany(
            "INSERT INTO sum_parts (sum_id, place, figure_id) VALUES (?, ?, ?)",
            [(row_id, place, rows[part]) for place, part in enumerate(one.parts)],
        )


def stored_places(connection: sqlite3.Connection) -> dict[str, frozenset[str]]:
    """Give which place lies in which others, as the texts say."""
    found: dict[str, set[str]] = {}
    for place, within in connection.execute("SELECT place, within FROM places").fetchall():
        found.setdefault(place, set()).add(within)
    return {place: frozenset(wholes) for place, wholes in found.items()}


def write_places(connection: sqlite3.Connection, outer: Outer, *, anew: bool) -> None:
    """Store which place lies in which, `anew` instead of what was stored."""
    rows = sorted((place, within) for place, wholes in outer.items() for within in wholes)
    with writing(connection):
        if anew:
            connection.execute("DELETE FROM places")
        connection.executemany("INSERT OR IGNORE INTO places (place, within) VALUES (?, ?)", rows)


def _batches(questions: Iterable[Question]) -> Iterator[list[Question]]:
    """Yield questions in groups of about BATCH members."""
    some: list[Question] = []
    size = 0
    for question in questions:
        some.append(question)
        size += 1 + len(question.members)
        if size >= BATCH:
            yield some
            some, size = [], 0
    if some:
        yield some
