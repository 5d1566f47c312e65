"""Logs as another program, or another clock, would have written them."""

import sqlite3
from pathlib import Path

from db.log.forms import digest


def rewrite(path: Path, sql: str, parameters: tuple[object, ...] = (), *, sign: bool = True) -> None:
    """Change entries of the log behind figcheck's back; with `sign` as if they had been written so."""
    connection = sqlite3.connect(path)
    connection.create_function("digest", 7, digest)
    trigger = "events_no_update"
    (kept,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", (trigger,)).fetchone()
    connection.execute(f"DROP TRIGGER {trigger}")
    connection.execute(sql, parameters)
    if sign:
        connection.execute(
            "UPDATE events SET digest = digest(uid, action_uid, (SELECT name FROM reviewers AS r "
            "WHERE r.id = reviewer_id), at, kind, subject, payload)"
        )
    connection.execute(kept)
    connection.commit()
    connection.close()
