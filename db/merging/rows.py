"""Rows of the other copy, attached as `theirs`, into this one; what is here stays as it is.

Things are told apart by uid, since row ids differ from copy to copy. Everything happens inside one transaction.
"""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path

from db.errors import Damaged
from db.log.forms import digest, well_formed
from seeds.document import text_hash

#: Columns of figures that are worked out from the log, or that name other rows.
_OWN_FIGURE_COLUMNS = (
    *("id", "document_id", "changed_from"),
    *("state", "reason", "decided_by", "decided_at", "note"),
)


def columns(connection: sqlite3.Connection, table: str, without: Sequence[str]) -> list[str]:
    """Give the columns of a table of this file, quoted, but for some."""
    found = connection.execute("SELECT name FROM pragma_table_info(?)", (table,))
    return [f'"{name}"' for (name,) in found if name not in without]


def last_id(connection: sqlite3.Connection, table: str) -> int:
    """Give the highest row id of a table; 0 where it is empty."""
    (last,) = connection.execute(f"SELECT coalesce(max(id), 0) FROM main.{table}").fetchone()
    return int(last)


def take_documents(connection: sqlite3.Connection) -> list[int]:
    """Take the documents that are not here, with items and zones; gives their row ids here."""
    last = last_id(connection, "documents")
    names = ", ".join(columns(connection, "documents", ("id", "superseded_by")))
    connection.execute(
        f"INSERT INTO main.documents ({names}) SELECT {names} FROM theirs.documents AS t "
        "WHERE NOT EXISTS (SELECT 1 FROM main.documents AS o WHERE o.uid = t.uid) ORDER BY t.id"
    )
    for table in ("items", "zones"):
        kept = columns(connection, table, ("document_id",))
        connection.execute(
            f"INSERT INTO main.{table} (document_id, {', '.join(kept)}) SELECT o.id, {_of('p', kept)} "
            f"FROM main.documents AS o JOIN theirs.documents AS t ON t.uid = o.uid "
            f"JOIN theirs.{table} AS p ON p.document_id = t.id WHERE o.id > ?",
            (last,),
        )
    return [row[0] for row in connection.execute("SELECT id FROM main.documents WHERE id > ? ORDER BY id", (last,))]


def check_texts(connection: sqlite3.Connection, documents: Sequence[int], theirs: Path) -> None:
    """Raise Damaged where the text of one of these documents is not what was taken in."""
    for row_id in documents:
        name, text, expected = connection.execute(
            "SELECT name, text, text_sha256 FROM main.documents WHERE id = ?", (row_id,)
        ).fetchone()
        if text_hash(text) != expected:
            raise Damaged(f"{theirs} is damaged, the text of {name} is not what was taken in: nothing was merged")


def take_figures(connection: sqlite3.Connection) -> list[int]:
    """Take the figures that are not here, unreviewed as yet; gives their row ids here."""
    last = last_id(connection, "figures")
    kept = columns(connection, "figures", _OWN_FIGURE_COLUMNS)
    connection.execute(
        f"INSERT INTO main.figures (document_id, {', '.join(kept)}) SELECT d.id, {_of('f', kept)} "
        "FROM theirs.figures AS f JOIN theirs.documents AS t ON t.id = f.document_id "
        "JOIN main.documents AS d ON d.uid = t.uid "
        "WHERE NOT EXISTS (SELECT 1 FROM main.figures AS o WHERE o.uid = f.uid) ORDER BY f.id"
    )
    connection.execute(
        "INSERT INTO main.figures_fts (rowid, sentence, noun) SELECT id, sentence, noun FROM main.figures WHERE id > ?",
        (last,),
    )
    ids = [row[0] for row in connection.execute("SELECT id FROM main.figures WHERE id > ? ORDER BY id", (last,))]
    take_changed_from(connection, ids)
    return ids


def take_changed_from(connection: sqlite3.Connection, ids: Sequence[int]) -> None:
    """Give these figures the predecessor that they have in the other copy."""
    connection.execute(
        "UPDATE main.figures SET changed_from = (SELECT o.id FROM theirs.figures AS f "
        "JOIN theirs.figures AS p ON p.id = f.changed_from JOIN main.figures AS o ON o.uid = p.uid "
        "WHERE f.uid = main.figures.uid) WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(ids),),
    )


def take_questions(connection: sqlite3.Connection, last_figure: int) -> None:
    """Take the questions that are not here, and what was suggested for figures after row id `last_figure`.

    For the figures that were here, what is suggested here stands; what reviewers set comes with their entries.
    """
    connection.execute(
        "INSERT INTO main.questions (uid, title, reason, status) SELECT uid, title, reason, 'suggested' "
        "FROM theirs.questions AS t WHERE NOT EXISTS (SELECT 1 FROM main.questions AS o WHERE o.uid = t.uid)"
    )
    connection.execute(
        "INSERT INTO main.memberships (question_id, figure_id, status, reason) "
        "SELECT q.id, f.id, 'suggested', m.reason FROM theirs.memberships AS m "
        "JOIN theirs.questions AS tq ON tq.id = m.question_id JOIN main.questions AS q ON q.uid = tq.uid "
        "JOIN theirs.figures AS tf ON tf.id = m.figure_id JOIN main.figures AS f ON f.uid = tf.uid "
        "WHERE m.reason IS NOT NULL AND f.id > ? ON CONFLICT (question_id, figure_id) DO NOTHING",
        (last_figure,),
    )


def drop_empty_questions(connection: sqlite3.Connection) -> None:
    """Take away the suggested questions that no figure here answers."""
    connection.execute(
        "DELETE FROM main.questions WHERE status = 'suggested' "
        "AND NOT EXISTS (SELECT 1 FROM main.memberships AS m WHERE m.question_id = questions.id)"
    )


def clashes(connection: sqlite3.Connection) -> int:
    """Count the entries of the other copy that are here under the same id, or in the same place, with other words."""
    (count,) = connection.execute(
        "SELECT count(*) FROM theirs.events AS t JOIN main.events AS o "
        "ON o.uid = t.uid OR (o.action_uid = t.action_uid AND o.seq = t.seq) "
        "WHERE (o.uid, o.at, o.kind, o.subject, o.payload) <> (t.uid, t.at, t.kind, t.subject, t.payload)"
    ).fetchone()
    return int(count)


def take_events(connection: sqlite3.Connection) -> tuple[int, int]:
    """Take the entries of the log that are not here; gives how many, and how many were left out as no entries."""
    quoted = columns(connection, "events", ("id", "reviewer_id", "figure_id"))
    found = connection.execute(
        f"SELECT r.name, t.subject, {_of('t', quoted)} "
        "FROM theirs.events AS t JOIN theirs.reviewers AS r ON r.id = t.reviewer_id "
        "WHERE NOT EXISTS (SELECT 1 FROM main.events AS e WHERE e.uid = t.uid) "
        "AND NOT EXISTS (SELECT 1 FROM main.events AS e WHERE e.action_uid = t.action_uid AND e.seq = t.seq) "
        "ORDER BY t.at, t.uid"
    ).fetchall()
    names = [name.strip('"') for name in quoted]
    sound = [row for row in found if _as_written(row[0], dict(zip(names, row[2:], strict=True)))]
    connection.executemany(
        "INSERT INTO main.reviewers (name) VALUES (?) ON CONFLICT (name) DO NOTHING",
        [(name,) for name in dict.fromkeys(row[0] for row in sound)],
    )
    connection.executemany(
        f"INSERT INTO main.events (reviewer_id, figure_id, {', '.join(quoted)}) "
        "VALUES ((SELECT id FROM main.reviewers WHERE name = ?), (SELECT id FROM main.figures WHERE uid = ?), "
        f"{', '.join('?' * len(quoted))})",
        sound,
    )
    return len(sound), len(found) - len(sound)


def _as_written(reviewer: str, entry: Mapping[str, object]) -> bool:
    """Tell whether an entry of a reviewer is one, and is what was written."""
    uid, action, at, kind, subject, payload, kept = (
        entry[name] for name in ("uid", "action_uid", "at", "kind", "subject", "payload", "digest")
    )
    if well_formed(uid, action, at, kind, subject, payload) is not None:
        return False
    return digest(str(uid), str(action), reviewer, str(at), str(kind), str(subject), str(payload)) == kept


def touched(connection: sqlite3.Connection, last: int, tied: Sequence[int]) -> list[tuple[str, str, int | None]]:
    """Give (kind, subject, figure's row) of what these entries, and those after `last`, say, take back or do again."""
    return connection.execute(
        "SELECT DISTINCT kind, subject, figure_id FROM main.events WHERE kind NOT IN ('undo', 'redo') AND (id > :last "
        "OR id IN (SELECT value FROM json_each(:tied)) "
        "OR action_uid IN (SELECT json_extract(payload, '$.action') FROM main.events "
        "WHERE id > :last AND kind IN ('undo', 'redo')))",
        {"last": last, "tied": json.dumps(tied)},
    ).fetchall()


def _of(alias: str, names: Sequence[str]) -> str:
    return ", ".join(f"{alias}.{name}" for name in names)
