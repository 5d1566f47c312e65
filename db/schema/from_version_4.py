"""From version 4: the search index had one of prefixes beside it, and the index by value held every figure."""

import sqlite3

from db.schema.build import make_search
from db.schema.documents import EXPRESSION_INDEXES


def migrate(connection: sqlite3.Connection) -> None:
    """Make both anew."""
    connection.execute("DROP TABLE figures_fts")
    make_search(connection)
    connection.execute("INSERT INTO figures_fts (figures_fts) VALUES ('rebuild')")
    connection.execute("DROP INDEX IF EXISTS figures_by_value")
    for index in EXPRESSION_INDEXES:
        connection.execute(index)
