"""Entries that came to the file before their figure did: by a merge, or out of a salvaged log."""

import sqlite3

_WAITING = "main.events AS e JOIN main.figures AS f ON f.uid = e.subject WHERE e.figure_id IS NULL"


def waiting(connection: sqlite3.Connection) -> int:
    """Give how many entries are about a figure that is here and are not tied to it."""
    (count,) = connection.execute(f"SELECT count(*) FROM {_WAITING}").fetchone()
    return int(count)


def tie(connection: sqlite3.Connection) -> list[int]:
    """Tie such entries to their figures, inside a transaction; gives the entries' row ids."""
    found = connection.execute(f"SELECT e.id, f.id FROM {_WAITING}").fetchall()
    connection.executemany("UPDATE main.events SET figure_id = ?2 WHERE id = ?1", found)
    return [row_id for row_id, _ in found]
