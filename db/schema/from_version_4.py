"""From version 4: the index by value held every figure, and the search index was merged in smaller steps."""

import sqlite3

from db.schema.documents import EXPRESSION_INDEXES
from db.schema.views import MERGED


def migrate(connection: sqlite3.Connection) -> None:
    """Make the one anew, and set the other."""
    connection.execute("DROP INDEX IF EXISTS figures_by_value")
    for index in EXPRESSION_INDEXES:
        connection.execute(index)
    connection.execute(MERGED)
