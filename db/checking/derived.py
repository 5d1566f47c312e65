"""Is what the file shows what its log comes to: counters, current state, search index."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator

from db.checking.findings import Finding
from db.counting import counted, recount
from db.log.aspects import ASPECTS
from db.log.forms import digest, well_formed
from db.log.settle import settle, settle_actions
from db.log.tying import tie, waiting

#: Tables that are nothing but what the log comes to.
TABLES = (*(aspect.table for aspect in ASPECTS), "answers", "actions")

_STATE = ("state", "reason", "decided_by", "decided_at", "note", "status", "queued")
#: Tables that the log has a part in, with what tells their rows apart and what the log says of them.
_SHARED = {
    "figures": ("id", _STATE),
    "questions": ("id", ("renamed", "status")),
    "memberships": ("question_id, figure_id", ("status",)),
}


def counters(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Say which counters are not what a recount gives."""
    shown = dict(connection.execute("SELECT name, value FROM counters").fetchall())
    for name, value in counted(connection).items():
        if shown.get(name) != value:
            yield Finding(f"the counter {name} says {shown.get(name, 'nothing')}, counted are {value:,}", True)


def search(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Say whether the search index fits the figures; where not it is made again, since what follows would stumble.

    The connection is to a copy that nobody needs any more.
    """
    try:
        connection.execute("INSERT INTO figures_fts (figures_fts, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError:
        yield Finding("the search index does not fit the figures", True)
        remake_search(connection)


def remake_search(connection: sqlite3.Connection) -> None:
    """Make the search index again from the figures, inside a transaction."""
    connection.execute("INSERT INTO figures_fts (figures_fts) VALUES ('rebuild')")


def log(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Say where the log has holes or is about no figure of the file."""
    count, last = connection.execute("SELECT count(*), coalesce(max(id), 0) FROM events").fetchone()
    if count != last:
        yield Finding(f"{last - count:,} entries of the log are gone")
    yield from _changed(connection)
    untied = waiting(connection)
    if untied:
        yield Finding(f"{untied:,} entries of the log are not tied to the figure that they are about", True)
    for uid, kind, subject in connection.execute(
        "SELECT e.uid, e.kind, e.subject FROM events AS e LEFT JOIN figures AS f ON f.id = e.figure_id "
        "WHERE e.figure_id IS NOT NULL AND f.uid IS NOT e.subject"
    ).fetchall():
        yield Finding(f"the entry {uid} of the log ({kind}) is put to another figure than its own, {subject}")


def _changed(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Say which entries are not as they were written, or are none."""
    for reviewer, uid, action, name, at, kind, subject, payload, kept in connection.execute(
        "SELECT e.reviewer_id, e.uid, e.action_uid, r.name, e.at, e.kind, e.subject, e.payload, e.digest "
        "FROM events AS e LEFT JOIN reviewers AS r ON r.id = e.reviewer_id"
    ):
        problem = well_formed(uid, action, at, kind, subject, payload)
        if problem is not None:
            yield Finding(f"the entry {uid} of the log cannot be understood: {problem}")
        elif name not in (None, lost_name(reviewer)) and digest(uid, action, name, at, kind, subject, payload) != kept:
            yield Finding(f"the entry {uid} of the log ({kind}) was changed since it was written")


def state(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Say where the current state is not what the log comes to; everything is worked out anew on the way.

    The connection is to a copy that nobody needs any more.
    """
    kept = dict.fromkeys(TABLES, "*") | {
        table: f"{keys}, {', '.join(columns)}" for table, (keys, columns) in _SHARED.items()
    }
    for table, columns in kept.items():
        connection.execute(f"CREATE TEMP TABLE was_{table} AS SELECT {columns} FROM main.{table}")
    yield from rebuild(connection)
    yield from _figures(connection)
    del kept["figures"]
    for table, columns in kept.items():
        differing = _rows_differing(connection, table, columns)
        if differing:
            yield Finding(f"{table}: {differing:,} rows are not what the log comes to", True)


def rebuild(connection: sqlite3.Connection) -> list[Finding]:
    """Work out again everything that the log comes to, and the counters; gives what could not be understood."""
    for table in TABLES:
        connection.execute(f"DELETE FROM {table}")
    tie(connection)
    nameless = connection.execute(
        "SELECT DISTINCT reviewer_id FROM events WHERE reviewer_id NOT IN (SELECT id FROM reviewers)"
    ).fetchall()
    connection.executemany(
        "INSERT INTO reviewers (id, name) VALUES (?, ?)", [(row_id, lost_name(row_id)) for (row_id,) in nameless]
    )
    # The triggers count on from what the counters say, and must not come out below nothing.
    recount(connection)
    connection.execute(
        "UPDATE figures SET state = 'unreviewed', reason = NULL, decided_by = NULL, decided_at = NULL, note = NULL "
        "WHERE state <> 'unreviewed' OR coalesce(reason, decided_by, decided_at, note) IS NOT NULL"
    )
    connection.execute("DELETE FROM memberships WHERE status <> 'suggested' AND reason IS NULL")
    connection.execute("UPDATE memberships SET status = 'suggested' WHERE status <> 'suggested'")
    connection.execute("UPDATE questions SET renamed = NULL, status = 'suggested'")
    settle_actions(connection)
    findings = []
    for subject, events in _by_subject(connection).items():
        connection.execute("SAVEPOINT one_subject")
        try:
            settle(connection, events)
        except sqlite3.DatabaseError as error:
            connection.execute("ROLLBACK TO one_subject")
            findings.append(Finding(f"the log on {subject}: {error}"))
        connection.execute("RELEASE one_subject")
    recount(connection)
    return findings


def lost_name(row_id: object) -> str:
    """Give what a reviewer is called whose name is lost."""
    return f"reviewer {row_id}, name lost"


def _by_subject(connection: sqlite3.Connection) -> dict[str, list[tuple[str, str, int | None]]]:
    found: dict[str, list[tuple[str, str, int | None]]] = defaultdict(list)
    for kind, subject, figure_id in connection.execute(
        "SELECT DISTINCT kind, subject, figure_id FROM events WHERE kind NOT IN ('undo', 'redo') ORDER BY at, uid"
    ).fetchall():
        found[subject].append((kind, subject, figure_id))
    return found


def _figures(connection: sqlite3.Connection) -> Iterator[Finding]:
    differ = " OR ".join(f"was.{name} IS NOT f.{name}" for name in _STATE)
    for uid, was, now in connection.execute(
        "SELECT f.uid, was.state, f.state FROM temp.was_figures AS was JOIN figures AS f ON f.id = was.id "
        f"WHERE {differ} ORDER BY f.id"
    ).fetchall():
        if was != now:
            yield Finding(f"figure {uid} is shown as {was}, by the log it is {now}", True)
        else:
            yield Finding(f"figure {uid} is shown with another reason, time, note or place than the log has", True)


def _rows_differing(connection: sqlite3.Connection, table: str, columns: str) -> int:
    was, now = f"SELECT {columns} FROM temp.was_{table}", f"SELECT {columns} FROM main.{table}"
    (count,) = connection.execute(
        f"SELECT max((SELECT count(*) FROM ({was} EXCEPT {now})), (SELECT count(*) FROM ({now} EXCEPT {was})))"
    ).fetchone()
    return int(count)
