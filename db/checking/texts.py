"""Are the stored texts what was taken in, and do the figures stand where they say."""

import sqlite3
from collections.abc import Iterator
from typing import Any

from db.checking.findings import Finding
from db.identity import document_uid
from figures.model import CONTEXT
from seeds.document import text_hash

_FIGURE = 'uid, start, "end", text, prefix, suffix, sentence_start, sentence_end'


def texts(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Say which texts, zones and figures are not as they were taken in."""
    ids = [row_id for (row_id,) in connection.execute("SELECT id FROM documents ORDER BY id").fetchall()]
    for row_id in ids:
        uid, name, url, text, expected = connection.execute(
            "SELECT uid, name, url, text, text_sha256 FROM documents WHERE id = ?", (row_id,)
        ).fetchone()
        if text_hash(text) != expected:
            yield Finding(f"the text of {name} is not what was taken in: it does not fit its sha256")
        elif document_uid(url, text) != uid:
            yield Finding(f"the address of {name} is not the one it was taken in with: it does not fit its uid")
        yield from _zones(connection, row_id, name, len(text))
        for figure in connection.execute(
            f"SELECT {_FIGURE} FROM figures WHERE document_id = ? ORDER BY start, id", (row_id,)
        ).fetchall():
            why = _misplaced(text, *figure[1:])
            if why:
                yield Finding(f"figure {figure[0]} of {name}: {why}")


def _zones(connection: sqlite3.Connection, row_id: int, name: str, length: int) -> Iterator[Finding]:
    done = 0
    for start, end in connection.execute(
        'SELECT start, "end" FROM zones WHERE document_id = ? ORDER BY start', (row_id,)
    ).fetchall():
        if not done <= start < end <= length:
            yield Finding(f"a part of {name}, from {start} to {end}, is not a part of its text or overlaps another")
        done = max(done, end)


def _misplaced(text: str, start: int, end: int, shown: str, prefix: str, suffix: str, *sentence: Any) -> str | None:
    if not 0 <= start < end <= len(text):
        return f"its place, from {start} to {end}, is outside the text"
    if text[start:end] != shown:
        return f"at its place stands {text[start:end]!r}, not {shown!r}"
    if text[max(0, start - CONTEXT) : start] != prefix or text[end : end + CONTEXT] != suffix:
        return "what it says of the text around it is not what stands there"
    if not 0 <= sentence[0] <= start < end <= sentence[1] <= len(text):
        return "it does not stand in its sentence"
    return None
