"""The counters, counted again from documents and figures."""

import sqlite3

from db.schema.desk import COUNTERS

_COUNTED = """
    SELECT 'documents', count(*) FROM documents WHERE superseded_by IS NULL
    UNION ALL SELECT 'figures', count(*) FROM figures WHERE status <> 'retired'
    UNION ALL SELECT 'queue', count(*) FROM figures WHERE queued
    UNION ALL SELECT state, count(*) FROM figures WHERE queued GROUP BY state
"""


def counted(connection: sqlite3.Connection) -> dict[str, int]:
    """Give what each counter should be."""
    return dict.fromkeys(COUNTERS, 0) | dict(connection.execute(_COUNTED).fetchall())


def recount(connection: sqlite3.Connection) -> None:
    """Put every counter right, inside a transaction."""
    connection.executemany(
        "INSERT INTO counters (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        list(counted(connection).items()),
    )
