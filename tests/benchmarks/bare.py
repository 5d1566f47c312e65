"""What the review file is measured against: the same rows, tables and mode, written by the sqlite3 module alone."""

import json
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter
from types import TracebackType
from typing import Self

from db.figure_rows import FIGURE_COLUMNS, row_of
from db.identity import canonical_url, document_uid, figure_id
from db.schema import create
from figures.model import Figure
from figures.version import EXTRACTOR_VERSION
from seeds.document import Document

_DOCUMENT = (
    *("id", "uid", "version", "name", "title", "publisher", "author", "url", "canonical_url", "published"),
    *("language", "retrieved", "extractor_version", "source_sha256", "text_sha256", "text"),
)
_FIGURE = ("id", "uid", "origin", "queued", "document_id", *FIGURE_COLUMNS)
_AT = "2026-01-06T08:00:00.{:06}Z"


class Bare:
    """A file like a review's, and its rows put into it as fast as the sqlite3 module can."""

    def __init__(self, path: Path):
        self._connection = sqlite3.connect(path, isolation_level=None)
        for pragma in ("foreign_keys = ON", "synchronous = EXTRA", "journal_mode = DELETE", "cache_size = -16384"):
            self._connection.execute(f"PRAGMA {pragma}")
        create(self._connection)
        self._connection.execute("INSERT INTO reviewers (id, name) VALUES (1, 'ana')")
        self._documents = self._figures = self._marks = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def load(self, batch: Sequence[tuple[Document, Sequence[Figure]]]) -> tuple[float, float]:
        """Write ready rows in one transaction; gives the seconds of the rows with their commit, and of the index."""
        documents, items, zones, figures = [], [], [], []
        first = self._figures
        for document, found in batch:
            self._documents += 1
            number, uid = self._documents, document_uid(document.url, document.text)
            documents.append(_document_row(number, uid, document))
            items += [(number, item.number, item.title, item.published) for item in document.items]
            zones += [(number, zone.start, zone.end, zone.kind, zone.item) for zone in document.zones]
            for figure in found:
                self._figures += 1
                values = (number, *row_of(document.text, figure))
                name = figure_id(uid, figure.start, figure.end)
                figures.append((self._figures, name, "extracted", int(figure.checkable), *values))
        began = perf_counter()
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.executemany(_insert("documents", _DOCUMENT), documents)
        self._connection.executemany("INSERT INTO items VALUES (?, ?, ?, ?)", items)
        self._connection.executemany("INSERT INTO zones VALUES (?, ?, ?, ?, ?)", zones)
        self._connection.executemany(_insert("figures", _FIGURE), figures)
        queue = sum(row[3] for row in figures)
        self._connection.execute("UPDATE counters SET value = value + ? WHERE name = 'unreviewed'", (queue,))
        rows_in = perf_counter()
        self._connection.execute(
            "INSERT INTO figures_fts (rowid, sentence, noun) SELECT id, sentence, noun FROM figures WHERE id > ?",
            (first,),
        )
        indexed = perf_counter()
        self._connection.execute("COMMIT")
        return perf_counter() - indexed + rows_in - began, indexed - rows_in

    def mark(self, row_id: int) -> float:
        """Write the rows of one verdict in one transaction, with everything known beforehand; gives its seconds."""
        self._marks += 1
        number, at = self._marks, _AT.format(self._marks)
        uid, action = f"{row_id:08}-bare-event-{number:017}", f"{row_id:08}-bare-action-{number:016}"
        payload = json.dumps({"verdict": "confirmed", "reason": None})
        execute = self._connection.execute
        began = perf_counter()
        execute("BEGIN IMMEDIATE")
        execute("INSERT INTO actions (uid, reviewer_id, at) VALUES (?, 1, ?)", (action, at))
        execute(
            "INSERT INTO events (uid, action_uid, seq, reviewer_id, at, kind, subject, figure_id, payload, digest) "
            "VALUES (?, ?, 0, 1, ?, 'verdict', ?, ?, ?, ?)",
            (uid, action, at, f"{row_id:012}", row_id, payload, "0" * 32),
        )
        execute(
            "INSERT INTO verdicts (figure_id, reviewer_id, verdict, reason, decided_at, event_id) "
            "VALUES (?, 1, 'confirmed', NULL, ?, ?)",
            (row_id, at, number),
        )
        execute(
            "UPDATE figures SET state = 'confirmed', reason = NULL, decided_by = 1, decided_at = ? WHERE id = ?",
            (at, row_id),
        )
        execute("COMMIT")
        return perf_counter() - began


def _document_row(number: int, uid: str, document: Document) -> tuple[object, ...]:
    return (
        *(number, uid, 1, document.name, document.title, document.publisher, document.author, document.url),
        *(canonical_url(document.url or ""), document.published, document.language, document.retrieved),
        *(EXTRACTOR_VERSION, document.source_sha256, document.text_sha256, document.text),
    )


def _insert(table: str, columns: Sequence[str]) -> str:
    names = ", ".join(f'"{name}"' for name in columns)
    return f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(columns))})"
