"""Whether a document is an edited version of one that is in the review."""

import json
import re
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from db.errors import explained
from db.identity import canonical_url, uid_of
from db.review import Review
from db.versions.folding import fold, segments
from seeds.document import Document, stored_text

#: A text without a URL is another version where this part of its sentences with numbers stands word for word, of those
#: of the text that has fewer. Of edited articles 0.4 to 1 stand; of the bulletins of two days, on one template, 0 to
#: 0.25, though their wording is the same to nine tenths (tests/benchmarks/templates.py).
STANDING = 1 / 3
#: With fewer sentences with numbers than this there is nothing to tell by: then the wording counts, with its numbers.
FEW = 3
#: This part of the shorter text's wording, in runs of words and numbers.
SHARED = 0.5
_RUN = 3
_WORD = re.compile(r"\d[\d,.]*\d|\d|[^\W\d_]+")

_FRESH = """
    SELECT json_extract(value, '$[0]') FROM json_each(?) WHERE NOT EXISTS (
        SELECT 1 FROM documents
        WHERE uid = json_extract(value, '$[1]') OR name = json_extract(value, '$[2]')
            OR canonical_url = json_extract(value, '$[3]'))
"""


@dataclass(frozen=True, slots=True)
class Earlier:
    """The newest version of a document that is in the review."""

    document_id: int
    name: str
    version: int


def fresh(review: Review, documents: Mapping[int, Document]) -> set[int]:
    """Give the numbers of the documents of which neither they nor an earlier version can be in the review.

    By one look into the file, which takes locking and unlocking it: a look for each document takes ten times as long.
    """
    told = [
        (number, uid_of(one), stored_text(one.name), None if one.url is None else stored_text(canonical_url(one.url)))
        for number, one in documents.items()
    ]
    with explained(review.path):
        return {number for (number,) in review.connection.execute(_FRESH, (json.dumps(told),))}


def earlier_version(review: Review, document: Document) -> Earlier | None:
    """Give the version of this document that is in the review, with another text; None if there is none.

    That is a document with the same canonical URL; for one without URL, a document with the same name and title, not
    published on another day, of whose sentences enough stand: many a folder has a report.txt, every day another.
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
        "AND superseded_by IS NULL AND coalesce(published = ?, 1) ORDER BY id DESC",
        (stored_text(document.name), title, document.published),
    ).fetchall()
    if not found:
        return None
    mine = _Wording(document.text)
    alike = [(mine.likeness(_Wording(text)), *row) for *row, text in found]
    best = max(alike, key=lambda candidate: candidate[0], default=None)
    return None if best is None or not best[0] else Earlier(*best[1:])


class _Wording:
    """What a text says, for comparing."""

    def __init__(self, text: str):
        folded = fold(text)
        pieces = {folded.text[start:end] for start, end in segments(folded)}
        self.counting = {piece for piece in pieces if any(sign.isdecimal() for sign in piece)}
        words = [word.casefold() for word in _WORD.findall(text)]
        self.runs = {tuple(words[start : start + _RUN]) for start in range(max(1, len(words) - _RUN + 1))}

    def likeness(self, other: "_Wording") -> float:
        """Give how far two texts are one that was edited; 0 where they are not."""
        fewer = min(len(self.counting), len(other.counting))
        standing = len(self.counting & other.counting) / fewer if fewer else 0.0
        shared = len(self.runs & other.runs) / min(len(self.runs), len(other.runs))
        return shared if standing >= STANDING or (fewer < FEW and shared >= SHARED) else 0.0
