"""Documents and figures as they lie in the review file, for what works on them again."""

import sqlite3
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from db.errors import ReviewError
from db.figure_rows import FIGURE_COLUMNS, row_of
from db.rows import figure_of
from figures.model import CONTEXT, Figure
from seeds.document import Document, Item, Zone

_DOCUMENT = (
    *("name", "text", "source_sha256", "text_sha256", "retrieved"),
    *("title", "publisher", "author", "url", "published", "language", "archived"),
)
_FIELDS = tuple(Figure.__slots__)


@dataclass(frozen=True, slots=True)
class StoredFigure:
    """A figure's row: what the extractor (or who added it) says, and what became of it.

    `judged` tells that the log has something about it.
    """

    row_id: int
    figure: Figure
    origin: str
    status: str
    judged: bool


def stored_document(connection: sqlite3.Connection, document_id: int) -> Document:
    """Give a document as it was taken in; raises ReviewError if there is none."""
    names = ", ".join(_DOCUMENT)
    row = connection.execute(f"SELECT {names} FROM documents WHERE id = ?", (document_id,)).fetchone()
    if row is None:
        raise ReviewError(f"there is no document {document_id} in this review")
    items = connection.execute(
        "SELECT number, title, published FROM items WHERE document_id = ? ORDER BY number", (document_id,)
    )
    zones = connection.execute(
        'SELECT start, "end", kind, item FROM zones WHERE document_id = ? ORDER BY start', (document_id,)
    )
    return Document(
        items=tuple(Item(*item) for item in items),
        zones=tuple(Zone(*zone) for zone in zones),
        **dict(zip(_DOCUMENT, row, strict=True)),
    )


def stored_figures(connection: sqlite3.Connection, document_id: int) -> list[StoredFigure]:
    """Give all figures of a document, in text order, also those put away."""
    names = ", ".join(f'f."{name}"' for name in _FIELDS)
    found = connection.execute(
        "SELECT f.id, f.origin, f.status, EXISTS (SELECT 1 FROM events AS e WHERE e.figure_id = f.id), "
        f"{names} FROM figures AS f WHERE f.document_id = ? ORDER BY f.start, f.id",
        (document_id,),
    ).fetchall()
    return [
        StoredFigure(row_id, figure_of(values), origin, status, bool(judged))
        for row_id, origin, status, judged, *values in found
    ]


def write_figure(connection: sqlite3.Connection, row_id: int, document_id: int, text: str, figure: Figure) -> None:
    """Give a figure's row this place and these values and make it live, inside a transaction; its id stays."""
    names = ", ".join(f'"{name}" = ?' for name in ("document_id", *FIGURE_COLUMNS))
    connection.execute(
        f"UPDATE figures SET {names}, status = 'live', queued = ? WHERE id = ?",
        (document_id, *row_of(text, figure), figure.checkable, row_id),
    )


def put_away(connection: sqlite3.Connection, row_ids: Sequence[int], status: str) -> None:
    """Take figures out of the queue as `orphaned` or `retired`, inside a transaction."""
    connection.executemany(
        "UPDATE figures SET status = ?, queued = 0 WHERE id = ?", [(status, row_id) for row_id in row_ids]
    )


class Ground:
    """A document as ground for figures to stand on: what zone, sentence and context a span has."""

    def __init__(self, document: Document):
        self._document = document

    def placed(self, figure: Figure, start: int, end: int) -> Figure:
        """Give a figure as standing at text[start:end]."""
        text = self._document.text
        zone = self._zone(start)
        sentence = self._sentence(start)
        return replace(
            figure,
            item=zone.item,
            zone=zone.kind,
            start=start,
            end=end,
            text=text[start:end],
            sentence_start=min(start, sentence[0]),
            sentence_end=max(end, sentence[1]),
            prefix=text[max(0, start - CONTEXT) : start],
            suffix=text[end : end + CONTEXT],
        )

    def _zone(self, start: int) -> Zone:
        zones = self._document.zones
        index = bisect_right(zones, start, key=lambda zone: zone.start) - 1
        return zones[max(0, index)] if zones else Zone(0, len(self._document.text), "body")

    def _sentence(self, start: int) -> tuple[int, int]:
        index = bisect_right(self._sentences, start, key=lambda span: span[0]) - 1
        return self._sentences[index] if index >= 0 else (start, start)

    @cached_property
    def _sentences(self) -> list[tuple[int, int]]:
        from figures.extract.sentences import sentences
        from figures.extract.view import view_of

        view = view_of(self._document.text)
        return [
            view.to_text(*span)
            for zone in self._document.zones
            for span in sentences(view.text, view.from_text(zone.start), view.from_text(zone.end))
        ]
