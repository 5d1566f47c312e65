"""The figures around one of them in document order, at once: where a desk opens while the rest is still looked for."""

import sqlite3
from array import array
from dataclasses import dataclass
from itertools import chain
from time import perf_counter

from db.errors import explained
from db.query.ground import ground_of
from db.query.pace import Pace
from db.query.parsing import parse
from db.query.stretches import Stretches, stretches
from db.review import Review


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Row ids in document order, and the place of the figure among them that was asked for."""

    ids: "array[int]"
    place: int


def around(
    review: Review, row_id: int, query: str = "", *, all_figures: bool = False, limit: int, seconds: float
) -> Surroundings | None:
    """Give a figure with about `limit` others before it and behind it; None where it does not fit the query.

    After so many seconds there may be fewer. Raises QueryError for what is no query.
    """
    end = perf_counter() + seconds
    terms = parse(query)
    with explained(review.path):
        connection = review.connection
        ground = ground_of(connection, review.reviewer)
        (part,) = stretches(connection, terms, ground, "", all_figures=all_figures)
        start = _start(connection, part, row_id)
        if start is None:
            return None
        behind = _collected(connection, part, Pace(part, start), limit, end)
        if row_id not in behind:
            return None
        before = _collected(connection, part, Pace(part, start - 1, back=True), limit, end)
    ids = before + behind
    place = ids.index(row_id)
    first = max(0, place - limit)
    return Surroundings(ids[first : place + limit + 1], place - first)


def _start(connection: sqlite3.Connection, part: Stretches, row_id: int) -> int | None:
    """Give where a stretch begins that has this figure; None where there is no such figure."""
    if not part.by_document:
        return row_id
    found = connection.execute("SELECT document_id FROM figures WHERE id = ?", (row_id,)).fetchone()
    return None if found is None else int(found[0])


def _collected(connection: sqlite3.Connection, part: Stretches, pace: Pace, limit: int, end: float) -> "array[int]":
    """Give the figures of stretches one after the other, or before the other, in document order."""
    pieces: list[array[int]] = []
    while not pace.over and sum(map(len, pieces)) <= limit and (not pieces or perf_counter() < end):
        with pace.measured() as (first, last):
            if part.by_document:
                found = part.ids(connection, first, last)
                pieces.append(array("q", (row_id for (row_id,) in found)))
            else:
                rows = chain.from_iterable(part.rows(connection, first, last))
                pieces.append(array("q", (row[2] for row in rows)))
    if pace.back:
        pieces.reverse()
    ids = array("q")
    for piece in pieces:
        ids.extend(piece)
    return ids
