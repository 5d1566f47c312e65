"""Inputs that could not be taken in, kept in the review for another try."""

import sqlite3
from collections.abc import Iterable, Mapping

from db.transaction import writing
from seeds.document import stored_text, utc_now


def failed_inputs(connection: sqlite3.Connection) -> list[str]:
    """Give the names of the inputs that could not be taken in, in the order of their names."""
    return [name for (name,) in connection.execute("SELECT name FROM failures ORDER BY name").fetchall()]


def count_failures(connection: sqlite3.Connection) -> int:
    """Count the inputs that could not be taken in."""
    (count,) = connection.execute("SELECT count(*) FROM failures").fetchone()
    return int(count)


def keep_failures(connection: sqlite3.Connection, failed: Mapping[str, str], mended: Iterable[str]) -> None:
    """Keep the names of inputs that failed, each with the reason, and forget those that did not fail again."""
    now = utc_now()
    with writing(connection):
        connection.executemany("DELETE FROM failures WHERE name = ?", [(stored_text(name),) for name in mended])
        connection.executemany(
            "INSERT OR REPLACE INTO failures (name, reason, failed_at) VALUES (?, ?, ?)",
            [(stored_text(name), stored_text(reason), now) for name, reason in failed.items()],
        )
