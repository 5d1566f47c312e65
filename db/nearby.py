"""The first figures of the whole queue, and those around one: by its index, before anything is searched for."""

from __future__ import annotations

import sqlite3
from array import array
from itertools import chain

from db.errors import explained
from db.review import Review

# Term by term the order of the index on figures; the same backwards.
_ORDER = "document_id, teaser, start, id"
_BACK = "document_id DESC, teaser DESC, start DESC, id DESC"


def first_ids(review: Review, *, all_figures: bool = False, limit: int) -> array[int]:
    """Give the row ids of the first figures of the queue in its order, at most `limit`."""
    with explained(review.path):
        sql = f"SELECT id FROM figures WHERE {_scope(all_figures)} ORDER BY {_ORDER} LIMIT ?"
        return _ids(review.connection.execute(sql, (limit,)))


def ids_around(review: Review, row_id: int, *, all_figures: bool = False, limit: int) -> array[int] | None:
    """Give the row ids of a figure and of at most `limit` either side of it; None where the queue has no such figure.

    They are in the order of the queue.
    """
    scope = _scope(all_figures)
    with explained(review.path):
        connection = review.connection
        found = connection.execute(f"SELECT {_ORDER} FROM figures WHERE id = ? AND {scope}", (row_id,)).fetchone()
        if found is None:
            return None
        sides = [
            connection.execute(
                f"SELECT id FROM figures WHERE ({_ORDER}) {sign} (?, ?, ?, ?) AND {scope} ORDER BY {order} LIMIT ?",
                (*found, limit),
            )
            for sign, order in (("<", _BACK), (">", _ORDER))
        ]
        before, behind = map(_ids, sides)
    return before[::-1] + array("q", [row_id]) + behind


def _scope(all_figures: bool) -> str:
    return "status <> 'retired'" if all_figures else "queued = 1"


def _ids(found: sqlite3.Cursor) -> array[int]:
    return array("q", chain.from_iterable(found.fetchall()))
