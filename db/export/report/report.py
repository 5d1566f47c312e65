"""A report: the figures of an export, looked through once, to be told question by question."""

import sqlite3
from array import array
from collections.abc import Iterator

from db.errors import explained
from db.export.report.changes import changes
from db.export.report.grounds import grounds, places
from db.export.report.model import Change, Cited, Ground, Place
from db.export.report.order import survey
from db.export.report.reading import Reader
from db.export.report.sources import sources
from db.export.table import Table


class Report:
    """The figures of an export, in memory as row ids alone; `summary` says what they come to.

    What is read of them is read some figures at a time, and no lock is held between. With `anonymous` no reviewer is
    named in any of it.
    """

    def __init__(self, table: Table) -> None:
        self.anonymous = table.export.anonymous
        self._connection: sqlite3.Connection = table.review.connection
        self._ids = array("q")
        for some in table.ids():
            self._ids.extend(some)
        with explained(table.review.path):
            self._order, self.summary = survey(self._connection, self._ids, anonymous=self.anonymous)

    def reader(self) -> Reader:
        """Give what reads the questions, and the figures that answer none."""
        return Reader(self._connection, self._order, anonymous=self.anonymous)

    def changes(self) -> Iterator[Change]:
        """Yield what was decided otherwise or put right, figure by figure in queue order."""
        return changes(self._connection, self._ids, anonymous=self.anonymous)

    def sources(self) -> Iterator[Cited]:
        """Yield the documents that the figures stand in, in the order of intake."""
        return sources(self._connection, self._ids)

    def places(self) -> Iterator[Place]:
        """Yield where each figure stands in its text, in queue order."""
        return places(self._connection, self._ids)

    def grounds(self) -> Iterator[Ground]:
        """Yield the evidence, figure by figure in queue order."""
        return grounds(self._connection, self._ids, anonymous=self.anonymous)
