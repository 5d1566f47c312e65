"""Documents and their figures into the review file."""

import sqlite3
from collections.abc import Sequence
from typing import Any

from db.identity import document_uid, figure_id
from db.model import Added
from db.reading import known_document
from db.transaction import writing
from figures.model import Figure
from figures.record import number_text
from seeds.document import Document, stored_text

#: Longer sentences are stored as this many characters around the figure.
SENTENCE_LIMIT = 1000

_DOCUMENT_COLUMNS = (
    "uid, name, title, publisher, author, url, published, language, retrieved, source_sha256, text_sha256, text"
)
_FIGURE_COLUMNS = [
    *("figure_id", "document_id", "item", "zone", "teaser", "start", "end", "text"),
    *("low", "high", "low_value", "high_value", "bound", "approximate", "kind", "unit", "iso"),
    *("noun", "predicate", "place", "modifier", "increment", "vague", "attribution", "hedge"),
    *("as_of", "as_of_start", "as_of_end", "sentence_start", "sentence_end", "checkable", "why_not"),
    *("prefix", "suffix", "sentence"),
]


def add(connection: sqlite3.Connection, document: Document, figures: Sequence[Figure]) -> Added:
    """Store a document and its figures in one transaction; a document that is there already changes nothing."""
    uid = document_uid(document.url, document.text)
    with writing(connection):
        known = known_document(connection, uid)
        if known is not None:
            return known
        document_id = _add_document(connection, uid, document)
        _add_figures(connection, document_id, uid, document, figures)
        queue = sum(figure.checkable for figure in figures)
        connection.executemany(
            "UPDATE counters SET value = value + ? WHERE name = ?",
            [(1, "documents"), (len(figures), "figures"), (queue, "queue"), (queue, "unreviewed")],
        )
    return Added(document_id, uid, True, len(figures), queue)


def _add_document(connection: sqlite3.Connection, uid: str, document: Document) -> int:
    cursor = connection.execute(
        f"INSERT INTO documents ({_DOCUMENT_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            uid,
            stored_text(document.name),
            _clean(document.title),
            _clean(document.publisher),
            _clean(document.author),
            _clean(document.url),
            _clean(document.published),
            _clean(document.language),
            document.retrieved,
            document.source_sha256,
            document.text_sha256,
            document.text,
        ),
    )
    document_id = cursor.lastrowid
    assert document_id is not None
    connection.executemany(
        "INSERT INTO items (document_id, number, title, published) VALUES (?, ?, ?, ?)",
        [(document_id, item.number, _clean(item.title), _clean(item.published)) for item in document.items],
    )
    connection.executemany(
        'INSERT INTO zones (document_id, start, "end", kind, item) VALUES (?, ?, ?, ?, ?)',
        [(document_id, zone.start, zone.end, zone.kind, zone.item) for zone in document.zones],
    )
    return document_id


def _add_figures(
    connection: sqlite3.Connection, document_id: int, uid: str, document: Document, figures: Sequence[Figure]
) -> None:
    if not figures:
        return
    from sqlite_utils import Database

    ids = _mint(connection, uid, figures)
    database = Database(connection, recursive_triggers=False, execute_plugins=False)
    # Rows as lists: rows as dicts take a third longer. All of them in the one transaction around this call.
    database.table("figures").insert_all(
        [
            _FIGURE_COLUMNS,
            *(_values(minted, document_id, document.text, figure) for minted, figure in zip(ids, figures, strict=True)),
        ]
    )


def _mint(connection: sqlite3.Connection, uid: str, figures: Sequence[Figure]) -> list[str]:
    class Taken:
        """The ids of this batch and of the file."""

        def __init__(self) -> None:
            self.minted: set[str] = set()

        def __contains__(self, candidate: object) -> bool:
            if candidate in self.minted:
                return True
            found = connection.execute("SELECT 1 FROM figures WHERE figure_id = ?", (candidate,)).fetchone()
            return found is not None

    taken = Taken()
    ids = []
    for figure in figures:
        minted = figure_id(uid, figure.start, figure.end, taken)
        taken.minted.add(minted)
        ids.append(minted)
    return ids


def _values(minted: str, document_id: int, text: str, figure: Figure) -> list[Any]:
    return [
        *(
            minted,
            document_id,
            figure.item,
            figure.zone,
            int(figure.zone == "teaser"),
            figure.start,
            figure.end,
            figure.text,
        ),
        *(number_text(figure.low) or None, number_text(figure.high) or None),
        *(None if number is None else float(number) for number in (figure.low, figure.high)),
        *(figure.bound, int(figure.approximate), figure.kind, figure.unit, figure.iso),
        *(figure.noun, figure.predicate, figure.place, figure.modifier, int(figure.increment), int(figure.vague)),
        *(figure.attribution, figure.hedge, figure.as_of, figure.as_of_start, figure.as_of_end),
        *(figure.sentence_start, figure.sentence_end, int(figure.checkable), figure.why_not),
        *(figure.prefix, figure.suffix, sentence_of(text, figure)),
    ]


def sentence_of(text: str, figure: Figure) -> str:
    """Give the sentence around a figure; where it is very long, the part around the figure, cut with …."""
    start, end = figure.sentence_start, figure.sentence_end
    if end - start <= SENTENCE_LIMIT:
        return text[start:end]
    room = SENTENCE_LIMIT // 2
    first, last = max(start, figure.start - room), min(end, figure.start + room)
    return ("…" if first > start else "") + text[first:last] + ("…" if last < end else "")


def _clean(value: str | None) -> str | None:
    return None if value is None else stored_text(value)
