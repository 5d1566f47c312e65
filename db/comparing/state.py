"""Which documents are compared, and which are new or changed since."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from db.comparing.mentions import slices
from db.transaction import writing

_MANY = 2000


def documents(connection: sqlite3.Connection) -> list[int]:
    """Give the newest versions of all documents, in the order of intake."""
    found = connection.execute("SELECT id FROM documents WHERE superseded_by IS NULL ORDER BY id")
    return [row_id for (row_id,) in found.fetchall()]


def pending(connection: sqlite3.Connection) -> list[int]:
    """Give the documents that are not compared as they are now, in the order of intake."""
    found = connection.execute(
        "SELECT d.id FROM documents AS d LEFT JOIN compared AS c ON c.document_id = d.id "
        "WHERE d.superseded_by IS NULL AND (c.document_id IS NULL OR EXISTS "
        "(SELECT 1 FROM figures AS f WHERE f.document_id = d.id AND f.id > c.last_figure)) ORDER BY d.id"
    )
    return [row_id for (row_id,) in found.fetchall()]


def figures_of(connection: sqlite3.Connection, document: int) -> list[int]:
    """Give the figures of a document that stand in its text."""
    found = connection.execute("SELECT id FROM figures WHERE document_id = ? AND status = 'live'", (document,))
    return [row_id for (row_id,) in found.fetchall()]


def last_figure(connection: sqlite3.Connection) -> int:
    """Give the greatest row id of a figure."""
    (last,) = connection.execute("SELECT coalesce(max(id), 0) FROM figures").fetchone()
    return int(last)


def begin(connection: sqlite3.Connection, fresh: Iterable[int]) -> None:
    """Note documents as being compared, inside a transaction: one that changes before mark_compared is none again."""
    connection.executemany(
        "INSERT OR IGNORE INTO compared (document_id, story, last_figure) VALUES (?1, ?1, 0)",
        [(row_id,) for row_id in fresh],
    )


def write_stories(connection: sqlite3.Connection, stories: Mapping[int, int]) -> None:
    """Store which documents are copies of one another, where that differs from what is stored."""
    before = dict(connection.execute("SELECT document_id, story FROM compared").fetchall())
    changed = [(story, row_id) for row_id, story in stories.items() if before.get(row_id, story) != story]
    for some in (changed[first : first + _MANY] for first in range(0, len(changed), _MANY)):
        with writing(connection):
            connection.executemany("UPDATE compared SET story = ? WHERE document_id = ?", some)


def mark_compared(connection: sqlite3.Connection, compared: Sequence[int], last: int) -> None:
    """Note documents as compared with their figures up to row id `last`, but for those that changed meanwhile."""
    for some in slices(compared, _MANY):
        with writing(connection):
            connection.execute(
                "UPDATE compared SET last_figure = ? WHERE document_id IN (SELECT value FROM json_each(?)) "
                "AND last_figure < ?",
                (last, json.dumps(list(some)), last),
            )
