"""What the verdicts of a report rest on: where each figure stands in its text, and the evidence, piece by piece."""

import json
import sqlite3
from collections.abc import Iterator, Sequence

from db.export.report.model import Ground, Place
from db.verdict_table import PAGE

_PLACES = (
    'SELECT f.uid, d.uid, f.item, f.zone, f.start, f."end", f.prefix, f.text, f.suffix FROM json_each(?) AS wanted '
    "CROSS JOIN figures AS f ON f.id = wanted.value CROSS JOIN documents AS d ON d.id = f.document_id "
    "ORDER BY wanted.key"
)
_GROUNDS = (
    "SELECT f.uid, e.kind, e.stance, e.link, e.title, e.quote, e.seen_on, e.archived_link, e.added_at, r.name "
    "FROM json_each(?) AS wanted CROSS JOIN evidence AS e ON e.figure_id = wanted.value "
    "CROSS JOIN figures AS f ON f.id = wanted.value CROSS JOIN reviewers AS r ON r.id = e.reviewer_id "
    "ORDER BY wanted.key, e.added_at, e.id"
)


def places(connection: sqlite3.Connection, ids: Sequence[int]) -> Iterator[Place]:
    """Yield where each of these figures (row ids) stands, in the order given."""
    for asked in _asked(ids):
        yield from (Place(*row) for row in connection.execute(_PLACES, (asked,)).fetchall())


def grounds(connection: sqlite3.Connection, ids: Sequence[int], *, anonymous: bool) -> Iterator[Ground]:
    """Yield the evidence of these figures (row ids), in the order given, each one's oldest first."""
    for asked in _asked(ids):
        for *values, name in connection.execute(_GROUNDS, (asked,)).fetchall():
            yield Ground(*(*values, None if anonymous else name))


def _asked(ids: Sequence[int]) -> Iterator[str]:
    for first in range(0, len(ids), PAGE):
        yield json.dumps(list(ids[first : first + PAGE]))
