"""The documents that the figures of a report stand in, with what tells whether a copy is the same."""

import json
import sqlite3
from collections.abc import Iterator, Sequence

from db.export.report.model import Cited
from db.source_record import COLUMNS, Source
from db.verdict_table import PAGE


def sources(connection: sqlite3.Connection, ids: Sequence[int]) -> Iterator[Cited]:
    """Yield the documents of these figures (row ids, in queue order), in that order."""
    pending: dict[int, int] = {}
    for first in range(0, len(ids), PAGE):
        for document, figures in _counted(connection, ids[first : first + PAGE]):
            pending[document] = pending.get(document, 0) + figures
        # The last document may go on in the next batch.
        last = max(pending, default=0)
        yield from _read(connection, {document: count for document, count in pending.items() if document != last})
        pending = {document: count for document, count in pending.items() if document == last}
    yield from _read(connection, pending)


def _counted(connection: sqlite3.Connection, ids: Sequence[int]) -> list[tuple[int, int]]:
    return connection.execute(
        "SELECT document_id, count(*) FROM figures WHERE id IN (SELECT value FROM json_each(?)) "
        "GROUP BY document_id ORDER BY document_id",
        (json.dumps(list(ids)),),
    ).fetchall()


def _read(connection: sqlite3.Connection, counts: dict[int, int]) -> list[Cited]:
    found = connection.execute(
        f"SELECT id, {COLUMNS} FROM documents WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id",
        (json.dumps(list(counts)),),
    ).fetchall()
    return [Cited(Source(*values), counts[document]) for document, *values in found]
