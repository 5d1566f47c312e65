"""Whole figures out of the review file."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from db.corrected import corrected_figure, corrections
from db.errors import UnknownFigure
from db.model import Evidence, FigureView
from db.reading import EVIDENCE_COLUMNS
from db.rows import figure_of
from db.values import Correction
from figures.model import Figure

# What a FigureView has beside its figure, and where it stands in the file. A story other than the document's own has
# its own title and date or none.
_VIEW = {
    "row_id": "f.id",
    "figure_id": "f.uid",
    "document_id": "f.document_id",
    "sentence": "f.sentence",
    "document_name": "d.name",
    "title": "coalesce(i.title, CASE WHEN f.item = 0 THEN d.title END)",
    "publisher": "d.publisher",
    "author": "d.author",
    "url": "d.url",
    "published": "coalesce(i.published, CASE WHEN f.item = 0 THEN d.published END)",
    "retrieved": "d.retrieved",
    "state": "f.state",
    "reason": "f.reason",
    "note": "f.note",
    "reviewer": "r.name",
    "decided_at": "f.decided_at",
    "origin": "f.origin",
    "status": "f.status",
    "changed_from": "(SELECT c.uid FROM figures AS c WHERE c.id = f.changed_from)",
}
_COLUMNS = ", ".join([*_VIEW.values(), *(f'f."{name}"' for name in Figure.__slots__)])
_FROM = (
    "FROM figures AS f JOIN documents AS d ON d.id = f.document_id "
    "JOIN items AS i ON i.document_id = f.document_id AND i.number = f.item "
    "LEFT JOIN reviewers AS r ON r.id = f.decided_by WHERE f.id IN (SELECT value FROM json_each(?))"
)


def figure(connection: sqlite3.Connection, row_id: int) -> FigureView:
    """Give everything about one figure; raises UnknownFigure."""
    found = figures(connection, [row_id])
    if not found:
        raise UnknownFigure("there is no such figure in this review")
    return found[0]


def figures(connection: sqlite3.Connection, ids: Sequence[int]) -> list[FigureView]:
    """Give everything about these figures, in the order asked; ids that do not exist are left out."""
    wanted = json.dumps(list(ids))
    found = connection.execute(f"SELECT {_COLUMNS} {_FROM}", (wanted,)).fetchall()
    evidence = _evidence(connection, wanted)
    changes = corrections(connection, ids)
    by_id = {row[0]: _figure_view(row, evidence.get(row[0], ()), changes.get(row[0], ())) for row in found}
    return [by_id[row_id] for row_id in ids if row_id in by_id]


def _figure_view(row: tuple[Any, ...], evidence: Sequence[Evidence], changes: Sequence[Correction]) -> FigureView:
    head = dict(zip(_VIEW, row, strict=False))
    figure = corrected_figure(figure_of(row[len(_VIEW) :]), changes)
    return FigureView(figure=figure, evidence=tuple(evidence), corrections=tuple(changes), **head)


def _evidence(connection: sqlite3.Connection, wanted: str) -> dict[int, list[Evidence]]:
    found = connection.execute(
        f"SELECT e.figure_id, {EVIDENCE_COLUMNS} FROM evidence AS e "
        "JOIN reviewers AS r ON r.id = e.reviewer_id WHERE e.figure_id IN (SELECT value FROM json_each(?)) "
        "ORDER BY e.added_at, e.id",
        (wanted,),
    )
    by_figure: dict[int, list[Evidence]] = defaultdict(list)
    for row_id, *values in found:
        by_figure[row_id].append(Evidence(*values))
    return by_figure
