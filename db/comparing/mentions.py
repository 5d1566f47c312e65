"""Figures of the review as comparing takes them: as corrected, and without what is no more in its text."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from db.corrected import corrected_figure, corrections
from db.rows import figure_of
from figures.compare.mention import Mention
from figures.compare.sense import Sense, read
from figures.model import Figure

#: Documents are read so many at a time.
SLICE = 100

_Row = TypeVar("_Row")

_FIELDS = ", ".join(f'f."{name}"' for name in Figure.__slots__)
#: Figures that are compared: those of the queue, and what a reviewer put into a question besides.
COMPARED = (
    "f.status = 'live' AND (f.checkable = 1 OR EXISTS "
    "(SELECT 1 FROM memberships AS own WHERE own.figure_id = f.id AND own.status = 'set'))"
)
_SELECT = (
    "SELECT f.id, f.document_id, f.uid, d.uid, f.sentence, d.publisher, coalesce(i.published, d.published), "
    f"coalesce(i.title, CASE WHEN f.item = 0 THEN d.title END), {_FIELDS} "
    "FROM figures AS f JOIN documents AS d ON d.id = f.document_id "
    "JOIN items AS i ON i.document_id = f.document_id AND i.number = f.item "
)


@dataclass(frozen=True, slots=True)
class Stored:
    """A mention and the rows of its figure and document."""

    row_id: int
    document_id: int
    mention: Mention


def mentions_of(connection: sqlite3.Connection, documents: Sequence[int]) -> list[Stored]:
    """Give the figures of these documents (row ids) that are compared, document by document in order of uid."""
    return _read(
        connection,
        f"{_SELECT} WHERE f.document_id IN (SELECT value FROM json_each(?)) AND d.superseded_by IS NULL "
        f"AND {COMPARED} ORDER BY d.uid, f.start, f.id",
        documents,
    )


def mentions(connection: sqlite3.Connection, figures: Sequence[int]) -> list[Stored]:
    """Give these figures (row ids) as mentions, whether they are compared or not."""
    return _read(
        connection,
        f"{_SELECT} WHERE f.id IN (SELECT value FROM json_each(?)) ORDER BY d.uid, f.start, f.id",
        figures,
    )


def senses_by_document(connection: sqlite3.Connection, documents: Sequence[int]) -> dict[int, list[Sense]]:
    """Read what the figures of these documents say, each in the light of those before it in its text."""
    found = groupby(mentions_of(connection, documents), key=lambda stored: stored.document_id)
    return {document_id: read(stored.mention for stored in some) for document_id, some in found}


def slices(rows: Sequence[_Row], size: int = SLICE) -> Iterator[Sequence[_Row]]:
    """Yield rows so many at a time."""
    for first in range(0, len(rows), size):
        yield rows[first : first + size]


def _read(connection: sqlite3.Connection, sql: str, ids: Sequence[int]) -> list[Stored]:
    rows = connection.execute(sql, (json.dumps(list(ids)),)).fetchall()
    changes = corrections(connection, [row[0] for row in rows])
    found = []
    for row_id, document_id, uid, document, sentence, publisher, published, title, *values in rows:
        figure = corrected_figure(figure_of(values), changes.get(row_id, ()))
        mention = Mention(uid, document, figure, sentence, publisher, published, title)
        found.append(Stored(row_id, document_id, mention))
    return found
