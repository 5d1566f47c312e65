"""The first figures of an order that is known only when every figure was looked at: at once, by an index.

Whoever looks at the first page of a long queue need not wait for the whole of it.
"""

import sqlite3
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter
from typing import Any

from db.errors import explained
from db.query.clauses import Conditions, number_of, seen_state
from db.query.conditions import conditions_of
from db.query.ground import ground_of
from db.query.parsing import parse
from db.query.stretches import PLACES, bounds, priority_sections, scope_of
from db.review import Review
from db.schema.documents import BY_VALUE, IS_LARGE, LARGE

#: After how many steps of SQLite's machine the clock is looked at.
_STEPS = 1000

_NUMBER_CORRECTED = "f.id IN (SELECT figure_id FROM corrections WHERE field IN ('low', 'high'))"


def leading(
    review: Review, query: str, order: str, *, all_figures: bool = False, limit: int, seconds: float
) -> "array[int]":
    """Give the first row ids of a query in an order of ORDERS, at most `limit`, and fewer after so many seconds.

    None where that order has no index, as in blind reading; by value no more than the large. Raises QueryError for
    what is no query.
    """
    terms = parse(query)
    with explained(review.path):
        connection = review.connection
        asked = conditions_of(terms, ground_of(connection, review.reviewer))
        first, last = bounds(connection, "figures")
        asked.parameters.update(first=first, last=last)
        scope = scope_of(asked, all_figures)
        if order == "value":
            with _at_most(connection, seconds):
                return _largest(connection, asked, scope, limit)
        if order == "priority" and not asked.ground.blind:
            sections = priority_sections(connection, asked)
            with _at_most(connection, seconds):
                return _foremost(connection, asked, [f"{scope} AND {section}" for section in sections], limit)
    return array("q")


def _largest(connection: sqlite3.Connection, asked: Conditions, scope: str, limit: int) -> "array[int]":
    """Give the first figures by value: as the index has them, with those in between whose number was corrected."""
    conditions = [scope, *asked.parts]
    if asked.states is not None:
        conditions.append(f"{seen_state(asked.ground)} IN ({', '.join(map(repr, sorted(asked.states)))})")
    corrected: list[tuple[Any, ...]] = []
    if not asked.ground.corrected.isdisjoint(("low", "high")):
        number = number_of(asked.ground, "low", "high")
        large = f"f.teaser = 0 AND {number} >= {LARGE}"
        sql = _asking(f"-{number}, f.id", asked, [*conditions, _NUMBER_CORRECTED, large], "1, 2")
        corrected, whole = _fetched(connection, sql, asked, limit)
        if not whole:
            return array("q")
        conditions.append(f"NOT {_NUMBER_CORRECTED}")
    weight = BY_VALUE.format(of="f.")
    sql = _asking(f"{weight}, f.id", asked, [*conditions, IS_LARGE.format(of="f.")], f"{weight}, f.id")
    rows, whole = _fetched(connection, sql, asked, limit)
    if not whole or len(rows) == limit:  # what is corrected may stand behind others that were not read
        corrected = [row for row in corrected if rows and row < rows[-1]]
    return array("q", [row_id for _, row_id in sorted([*rows, *corrected])[:limit]])


def _foremost(connection: sqlite3.Connection, asked: Conditions, sections: list[str], limit: int) -> "array[int]":
    """Give the first figures by priority: one part of the order after the other."""
    ids = array("q")
    for section in sections:
        sql = _asking("f.id", asked, [section, *asked.parts], PLACES)
        rows, whole = _fetched(connection, sql, asked, limit - len(ids))
        ids.extend([row[0] for row in rows])
        if not whole or len(ids) >= limit:
            break
    return ids


def _asking(what: str, asked: Conditions, conditions: list[str], order: str) -> str:
    join = "CROSS JOIN documents AS d ON d.id = f.document_id " if asked.documents else ""
    return f"SELECT {what} FROM figures AS f {join}WHERE {' AND '.join(conditions)} ORDER BY {order} LIMIT :limit"


def _fetched(
    connection: sqlite3.Connection, sql: str, asked: Conditions, limit: int
) -> tuple[list[tuple[Any, ...]], bool]:
    """Give the rows that came in time, and whether they are all that were asked for."""
    rows = []
    try:
        for row in connection.execute(sql, {**asked.parameters, "limit": limit}):
            rows.append(row)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT:
            raise
        return rows, False
    return rows, True


@contextmanager
def _at_most(connection: sqlite3.Connection, seconds: float) -> Iterator[None]:
    """Have every statement of the block stop once the time is over."""
    end = perf_counter() + seconds
    connection.set_progress_handler(lambda: perf_counter() > end, _STEPS)
    try:
        yield
    finally:
        connection.set_progress_handler(None, 0)
