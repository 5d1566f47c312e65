"""Documents and their figures into the review file."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from operator import itemgetter
from typing import Any

from db.figure_rows import CHECKABLE, END, FIGURE_COLUMNS, START, Row, Rows, rows_of
from db.identity import canonical_url, figure_id, figure_ids, uid_of
from db.model import Added
from db.reading import known_document
from db.transaction import writing
from figures.model import Figure
from figures.version import EXTRACTOR_VERSION
from seeds.document import Document, stored_text

_DOCUMENT_COLUMNS = (
    *("id", "uid", "version", "name", "title", "publisher", "author", "url", "canonical_url", "published"),
    *("language", "retrieved", "extractor_version", "archived", "source_sha256", "text_sha256", "text"),
)


def _insert(table: str, columns: Sequence[str]) -> str:
    names = ", ".join(f'"{name}"' for name in columns)
    return f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(columns))})"


_INSERT_DOCUMENT = _insert("documents", _DOCUMENT_COLUMNS)
_INSERT_ITEM = _insert("items", ("document_id", "number", "title", "published"))
_INSERT_ZONE = _insert("zones", ("document_id", "start", "end", "kind", "item"))
_INSERT_FIGURE = _insert("figures", ("id", "uid", "origin", "queued", "document_id", *FIGURE_COLUMNS))
_INSERT_FIGURE_UNLESS_TAKEN = f"{_INSERT_FIGURE} ON CONFLICT (uid) DO NOTHING"

_checkable = itemgetter(CHECKABLE)


def add(connection: sqlite3.Connection, documents: Iterable[tuple[Document, Sequence[Figure] | Rows]]) -> list[Added]:
    """Store documents and their figures in one transaction; a document that is there already changes nothing.

    Gives what became of each, in the order given.
    """
    given = [(uid_of(document), document, figures) for document, figures in documents]
    added: list[Added] = []
    fresh: list[tuple[str, Document, Sequence[Row]]] = []
    with writing(connection):
        outcomes = _known(connection, [uid for uid, _, _ in given])
        last, row_id = last_figure(connection), _last(connection, "documents")
        for uid, document, figures in given:
            outcome = outcomes.get(uid)
            if outcome is None:
                row_id += 1
                rows = figures.rows if isinstance(figures, Rows) else rows_of(document.text, figures)
                fresh.append((uid, document, rows))
                outcome = Added(row_id, uid, True, len(rows), sum(map(_checkable, rows)))
                outcomes[uid] = outcome
                added.append(outcome)
            else:
                added.append(replace(outcome, new=False))
        ids = store_documents(connection, [(uid, document, 1) for uid, document, _ in fresh])
        stored = zip(ids, fresh, strict=True)
        store_figures(connection, [(document_id, uid, rows) for document_id, (uid, _, rows) in stored])
        index(connection, after=last)
    return added


def _known(connection: sqlite3.Connection, uids: Sequence[str]) -> dict[str, Added]:
    """Give the counts of those of these documents that are there, by their uids."""
    found = connection.execute(
        "SELECT uid FROM documents WHERE uid IN (SELECT value FROM json_each(?))", (json.dumps(uids),)
    ).fetchall()
    known = {uid: known_document(connection, uid) for (uid,) in found}
    return {uid: added for uid, added in known.items() if added is not None}


def last_figure(connection: sqlite3.Connection) -> int:
    """Give the greatest row id of a figure; 0 where there is none."""
    return _last(connection, "figures")


def index(connection: sqlite3.Connection, *, after: int) -> None:
    """Make the figures stored after this row id findable by their words, inside the transaction that stored them.

    All of them at once: the index is written out at the end of every statement.
    """
    connection.execute(
        "INSERT INTO figures_fts (rowid, sentence, noun) SELECT id, sentence, noun FROM figures WHERE id > ?", (after,)
    )


def store_documents(connection: sqlite3.Connection, documents: Sequence[tuple[str, Document, int]]) -> list[int]:
    """Store documents, each with its uid and version, count them, and give their row ids; inside a transaction.

    Each table gets its rows in one go: row by row it takes twice as long.
    """
    first = _last(connection, "documents") + 1
    ids = list(range(first, first + len(documents)))
    numbered = list(zip(ids, documents, strict=True))
    connection.executemany(_INSERT_DOCUMENT, [_document_values(row_id, *document) for row_id, document in numbered])
    connection.executemany(
        _INSERT_ITEM,
        [
            (row_id, item.number, _clean(item.title), _clean(item.published))
            for row_id, (_, document, _) in numbered
            for item in document.items
        ],
    )
    connection.executemany(
        _INSERT_ZONE,
        [
            (row_id, zone.start, zone.end, zone.kind, zone.item)
            for row_id, (_, document, _) in numbered
            for zone in document.zones
        ],
    )
    _count(connection, [(len(documents), "documents")])
    return ids


def store_figures(
    connection: sqlite3.Connection,
    documents: Sequence[tuple[int, str, Sequence[Row]]],
    *,
    origin: str = "extracted",
) -> list[int]:
    """Store figures of documents, mint their ids, count them, and give their row ids; inside a transaction.

    Each document is given by its row id, its uid and the rows of its figures. The transaction has to index them too.
    """
    places = [(uid, row[START], row[END]) for _, uid, rows in documents for row in rows]
    minted = figure_ids(places)
    first = last_figure(connection) + 1
    ids = list(range(first, first + len(places)))

    def values() -> Iterator[tuple[Any, ...]]:
        given = zip(ids, minted, strict=True)
        for document_id, _, rows in documents:
            for row in rows:
                yield *next(given), origin, row[CHECKABLE], document_id, *row

    # Looking first whether an id is there costs as much again as putting it into its index.
    if connection.executemany(_INSERT_FIGURE_UNLESS_TAKEN, values()).rowcount < len(places):
        _store_taken(connection, values(), places)
    queue = sum(sum(map(_checkable, rows)) for *_, rows in documents)
    _count(connection, [(len(places), "figures"), (queue, "queue"), (queue, "unreviewed")])
    return ids


def insert_document(connection: sqlite3.Connection, uid: str, document: Document, *, version: int = 1) -> int:
    """Store one document, count it, and give its row id; inside a transaction."""
    return store_documents(connection, [(uid, document, version)])[0]


def insert_figures(
    connection: sqlite3.Connection,
    document_id: int,
    uid: str,
    text: str,
    figures: Sequence[Figure],
    *,
    origin: str = "extracted",
) -> list[int]:
    """Store figures of one document (its row id, uid and text), index and count them, and give their row ids."""
    last = last_figure(connection)
    ids = store_figures(connection, [(document_id, uid, rows_of(text, figures))], origin=origin)
    index(connection, after=last)
    return ids


def _document_values(row_id: int, uid: str, document: Document, version: int) -> tuple[Any, ...]:
    return (
        row_id,
        uid,
        version,
        stored_text(document.name),
        _clean(document.title),
        _clean(document.publisher),
        _clean(document.author),
        _clean(document.url),
        None if document.url is None else stored_text(canonical_url(document.url)),
        _clean(document.published),
        _clean(document.language),
        document.retrieved,
        EXTRACTOR_VERSION,
        _clean(document.archived),
        document.source_sha256,
        document.text_sha256,
        document.text,
    )


def _store_taken(
    connection: sqlite3.Connection, values: Iterable[tuple[Any, ...]], places: Sequence[tuple[str, int, int]]
) -> None:
    """Store those of these figures whose ids others have, under other ids; `places` are what theirs are minted of."""
    taken = _Taken(connection)
    for (row_id, _, *rest), place in zip(values, places, strict=True):
        if connection.execute("SELECT 1 FROM figures WHERE id = ?", (row_id,)).fetchone() is None:
            connection.execute(_INSERT_FIGURE, (row_id, figure_id(*place, taken), *rest))


class _Taken:
    """The ids of the file."""

    def __init__(self, connection: sqlite3.Connection):
        self._connection = connection

    def __contains__(self, candidate: object) -> bool:
        found = self._connection.execute("SELECT 1 FROM figures WHERE uid = ?", (candidate,)).fetchone()
        return found is not None


def _last(connection: sqlite3.Connection, table: str) -> int:
    (last,) = connection.execute(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()
    return int(last)


def _count(connection: sqlite3.Connection, counts: Iterable[tuple[int, str]]) -> None:
    connection.executemany("UPDATE counters SET value = value + ? WHERE name = ?", counts)


def _clean(value: str | None) -> str | None:
    return None if value is None else stored_text(value)
