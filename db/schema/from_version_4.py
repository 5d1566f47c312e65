"""From version 4: the search index had an index of prefixes beside it."""

import sqlite3

from db.schema.build import make_search


def migrate(connection: sqlite3.Connection) -> None:
    """Make the search index anew."""
    connection.execute("DROP TABLE figures_fts")
    make_search(connection)
    connection.execute("INSERT INTO figures_fts (figures_fts) VALUES ('rebuild')")
