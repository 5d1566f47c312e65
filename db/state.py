"""What the log comes to: the figures' state, notes and evidence, worked out from the events that stand."""

import json
import sqlite3
from collections.abc import Iterable

# An event stands unless its action is undone. Of several the newest wins, whoever wrote it and whatever the order
# in which this file took them in.
_NEWEST = """
    SELECT e.payload, e.reviewer_id, e.at FROM events AS e JOIN actions AS a ON a.uid = e.action_uid
    WHERE e.figure_id = ? AND e.kind = ? AND a.standing = 'done' ORDER BY e.at DESC, e.uid DESC LIMIT 1
"""


def settle(connection: sqlite3.Connection, row_ids: Iterable[int]) -> None:
    """Bring state and note of these figures up to date with the log, inside the transaction that wrote it."""
    connection.executemany(
        "UPDATE figures SET state = ?, reason = ?, decided_by = ?, decided_at = ?, note = ? WHERE id = ?",
        [(*_verdict(connection, row_id), _note(connection, row_id), row_id) for row_id in row_ids],
    )


def add_evidence_row(
    connection: sqlite3.Connection, event_id: int, row_id: int, payload: str, reviewer_id: int, at: str
) -> None:
    """Put the evidence that an event brought beside its figure; its id is the event's."""
    values = json.loads(payload)
    connection.execute(
        "INSERT INTO evidence (id, figure_id, link, title, quote, stance, reviewer_id, added_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (event_id, row_id, values["link"], values["title"], values["quote"], values["stance"], reviewer_id, at),
    )


def _verdict(connection: sqlite3.Connection, row_id: int) -> tuple[str, str | None, int | None, str | None]:
    row = connection.execute(_NEWEST, (row_id, "verdict")).fetchone()
    if row is None:
        return "unreviewed", None, None, None
    payload, reviewer_id, at = row
    values = json.loads(payload)
    if values["verdict"] == "unreviewed":
        return "unreviewed", None, None, None
    return values["verdict"], values["reason"], reviewer_id, at


def _note(connection: sqlite3.Connection, row_id: int) -> str | None:
    row = connection.execute(_NEWEST, (row_id, "note")).fetchone()
    return None if row is None else json.loads(row[0])["note"] or None
