"""Whether a document is an edited version of one that is in the review."""

import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from db.errors import explained
from db.identity import canonical_url
from db.review import Review
from seeds.document import Document, stored_text

#: A text without a URL is another version where it shares this part of the shorter text's wording, in runs of words.
SHARED = 0.2
_RUN = 3
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Earlier:
    """The newest version of a document that is in the review."""

    document_id: int
    name: str
    version: int


def earlier_version(review: Review, document: Document) -> Earlier | None:
    """Give the version of this document that is in the review, with another text; None if there is none.

    That is a document with the same canonical URL; for one without URL, a document with the same name and title that
    shares some of its wording, since many a folder has a report.txt.
    """
    with explained(review.path):
        return find_earlier(review.connection, document)


def find_earlier(connection: sqlite3.Connection, document: Document) -> Earlier | None:
    """Do what earlier_version does, inside the caller's transaction if it has one."""
    if document.url is not None:
        row = connection.execute(
            "SELECT id, name, version FROM documents WHERE canonical_url = ? AND superseded_by IS NULL "
            "ORDER BY id DESC LIMIT 1",
            (stored_text(canonical_url(document.url)),),
        ).fetchone()
        return None if row is None else Earlier(*row)
    title = None if document.title is None else stored_text(document.title)
    found = connection.execute(
        "SELECT id, name, version, text FROM documents WHERE name = ? AND title IS ? AND canonical_url IS NULL "
        "AND superseded_by IS NULL ORDER BY id DESC",
        (stored_text(document.name), title),
    ).fetchall()
    wording = _wording(document.text)
    alike = [(_shared(wording, _wording(text)), *row) for *row, text in found]
    best = max(alike, key=lambda candidate: candidate[0], default=None)
    return None if best is None or best[0] < SHARED else Earlier(*best[1:])


def _wording(text: str) -> set[Sequence[str]]:
    """Give the runs of words of a text, numbers left out: an edited number leaves the wording as it is."""
    words = [word.casefold() for word in _WORD.findall(text)]
    return {tuple(words[start : start + _RUN]) for start in range(max(1, len(words) - _RUN + 1))}


def _shared(one: set[Sequence[str]], other: set[Sequence[str]]) -> float:
    return len(one & other) / min(len(one), len(other))
