"""Finding all figures of a query in an order, a little at a time, so that whoever waits for the review gets it."""

import sqlite3
from array import array
from collections.abc import Iterator, Sequence
from itertools import chain, groupby
from operator import itemgetter
from time import perf_counter

from db.errors import explained
from db.query.ground import ground_of
from db.query.orders import ORDERS
from db.query.pace import Pace
from db.query.parsing import parse
from db.query.section import Section
from db.query.stretches import Row, stretches
from db.review import Review


class Search:
    """The figures of a query in an order of ORDERS, found by step after step; raises QueryError for what is no query.

    `ids` are their row ids: while it is not `done`, the first of them where the order allows to tell, else none; in
    document order a few may be missing among them, such as those of a document that is not read to its end. Each
    figure is looked at once; one that changes meanwhile counts as it was when it was looked at. A search that raised
    cannot go on.
    """

    def __init__(self, review: Review, query: str = "", *, order: str = "", all_figures: bool = False) -> None:
        self.done = False
        self.ids: array[int] = array("q")
        terms = parse(query)
        with explained(review.path):
            connection = review.connection
            ground = ground_of(connection, review.reviewer)
            self._stretches = stretches(connection, terms, ground, _known(order), all_figures=all_figures)
            self._begun = _changes(connection)
        self._sections: dict[int, Section] = {}
        self._streams = self._stretches[0].by_document or order == ""
        self._work = self._search()
        self._connection: sqlite3.Connection = connection

    def step(self, review: Review, seconds: float, *, enough: int | None = None) -> bool:
        """Go on looking for about so many seconds, or until `enough` ids are there; tells whether that is all."""
        end = perf_counter() + seconds
        with explained(review.path):
            self._connection = review.connection
            while not self.done:
                self.done = next(self._work, True)
                if perf_counter() >= end or (enough is not None and len(self.ids) >= enough):
                    break
        return self.done

    def finish(self, review: Review) -> "array[int]":
        """Look until all are found, and give them."""
        while not self.step(review, 1.0):
            pass
        return self.ids

    def _search(self) -> Iterator[bool]:
        for part in self._stretches:
            pace = Pace(part)
            while not pace.over:
                with pace.measured() as (first, last):
                    if part.by_document:
                        self.ids.extend(chain.from_iterable(part.ids(self._connection, first, last)))
                    else:
                        for rows in part.rows(self._connection, first, last):
                            self._take_rows(rows)
                yield False
        if not self._stretches[0].by_document:
            yield from self._put_in_order()
        elif len(self._stretches) > 1 and _changes(self._connection) != self._begun:
            self.ids = _once_each(self.ids)

    def _take_rows(self, rows: Sequence[Row]) -> None:
        for number, found in groupby(rows, key=itemgetter(0)):
            section = self._sections.get(number)
            if section is None:
                section = self._sections[number] = Section()
                if self._streams:
                    self.ids = section.ids
            section.add(list(found))

    def _put_in_order(self) -> Iterator[bool]:
        ids = array("q")
        for number in sorted(self._sections):
            section = self._sections.pop(number)
            if section.in_order:
                ids = ids + section.ids if ids else section.ids
                continue
            for piece in section.ordered():
                ids.extend(piece)
                yield False
        self.ids = ids


def _changes(connection: sqlite3.Connection) -> tuple[int, int]:
    """Give what tells whether the review was changed, by this connection or another."""
    return connection.total_changes, connection.execute("PRAGMA data_version").fetchone()[0]


def _once_each(ids: "array[int]") -> "array[int]":
    """Give each row id where it stands first: one that went from one state to another was found in both."""
    seen = bytearray(max(ids, default=0) + 1)
    kept = array("q")
    for row_id in ids:
        if not seen[row_id]:
            seen[row_id] = 1
            kept.append(row_id)
    return kept


def find_all(review: Review, query: str = "", *, order: str = "", all_figures: bool = False) -> "array[int]":
    """Give the row ids of all figures of a query in an order of ORDERS; raises QueryError for what is no query."""
    return Search(review, query, order=order, all_figures=all_figures).finish(review)


def _known(order: str) -> str:
    """Give an order that is known: a later figcheck may have left another one in the file."""
    return order if order in [known.name for known in ORDERS] else ""
