"""Making again what can be worked out from documents, figures and log."""

import sqlite3

from db.checking import derived, structure
from db.errors import explained
from db.review import Review
from db.transaction import writing


def repair(review: Review) -> None:
    """Make indexes, triggers, views, counters, current state and search index again, in one transaction.

    Documents, figures' own values and the log stay as they are. Raises ReviewError, changing nothing, where the file
    is too damaged for it.
    """
    with explained(review.path), writing(review.connection):
        remake(review.connection)


def remake(connection: sqlite3.Connection) -> None:
    """Make everything that is derived again, inside a transaction."""
    connection.execute("REINDEX")
    structure.remake(connection)
    derived.remake_search(connection)
    derived.rebuild(connection)
