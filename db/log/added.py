"""Figures that the extractor missed, marked by a reviewer."""

import sqlite3
from collections.abc import Mapping
from typing import Any

from db.errors import BadDecision, ReviewError
from db.log.append import Entry, record
from db.log.presence import payload_of
from db.model import Action
from db.stored import Ground, stored_document
from db.storing import insert_figures
from db.transaction import writing
from db.values import checked_kind, checked_values, iso_interval
from figures.model import Figure

#: The longest span that can be a figure, in characters.
LONGEST_SPAN = 200


def add_figure(
    connection: sqlite3.Connection, reviewer: str, document_id: int, start: int, end: int, given: Mapping[str, object]
) -> Action:
    """Add the figure at a span of a document, as one action; see Review.add_figure."""
    kind = checked_kind(given.get("kind", "count"))
    numbers = {"low": None, "high": None, "bound": "exact"}
    values = checked_values(kind, numbers, {"bound": "exact"} | {name: given[name] for name in given if name != "kind"})
    with writing(connection):
        row = connection.execute("SELECT uid, superseded_by FROM documents WHERE id = ?", (document_id,)).fetchone()
        if row is None:
            raise ReviewError(f"there is no document {document_id} in this review")
        uid, newer = row
        if newer is not None:
            raise BadDecision("this is an earlier version of the text: add the figure to the newest one")
        document = stored_document(connection, document_id)
        _check_span(document.text, start, end)
        figure = Ground(document).placed(_blank(kind, values), start, end)
        row_id = _row(connection, document_id, uid, document.text, figure)
        return record(connection, reviewer, [Entry("figure", payload_of(figure, uid), row_id)])


def _check_span(text: str, start: int, end: int) -> None:
    if not 0 <= start < end <= len(text):
        raise BadDecision(f"{start} to {end} is no span of the text: mark some of its {len(text)} characters")
    if end - start > LONGEST_SPAN:
        raise BadDecision(
            f"the span is too long for a figure (at most {LONGEST_SPAN} characters): mark the number alone"
        )
    marked = text[start:end]
    if marked != marked.strip():
        raise BadDecision("the span begins or ends with white space: mark the number alone")


def _row(connection: sqlite3.Connection, document_id: int, uid: str, text: str, figure: Figure) -> int:
    """Give the row for an added figure: a new one, or that of one added there before and taken back."""
    there = connection.execute(
        'SELECT id, uid, status, origin FROM figures WHERE document_id = ? AND start = ? AND "end" = ?',
        (document_id, figure.start, figure.end),
    ).fetchall()
    for _, figure_uid, status, _ in there:
        if status != "retired":
            raise BadDecision(f"there is a figure at this place already: correct {figure_uid} instead")
    for row_id, _, _, origin in there:
        if origin == "added":
            return int(row_id)
    return insert_figures(connection, document_id, uid, text, [figure], origin="added")[0]


def _blank(kind: str, values: Mapping[str, Any]) -> Figure:
    """Make a figure of values alone, standing nowhere yet."""
    unknown = dict.fromkeys(Figure.__slots__)
    nowhere = {"item": 0, "zone": "body", "start": 0, "end": 0, "text": "", "sentence_start": 0, "sentence_end": 0}
    flags = {"approximate": values["bound"] == "approx", "increment": False, "vague": False, "checkable": True}
    as_of = dict(zip(("as_of_start", "as_of_end"), iso_interval(values["as_of"]), strict=True))
    named = {"kind": kind, "prefix": "", "suffix": ""}
    fields: dict[str, Any] = unknown | nowhere | flags | named | dict(values) | as_of
    return Figure(**fields)
