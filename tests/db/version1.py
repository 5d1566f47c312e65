"""A review as version 1 of the schema had it: two samples and a text without figures, judged by two reviewers."""

import sqlite3
from pathlib import Path

_DOCUMENTS = (
    "uid, name, title, publisher, author, url, published, language, retrieved, source_sha256, text_sha256, text"
)
_FIGURES = (
    'item, zone, teaser, start, "end", text, low, high, low_value, high_value, bound, approximate, kind, unit, iso, '
    "noun, predicate, place, modifier, increment, vague, attribution, hedge, as_of, as_of_start, as_of_end, "
    "sentence_start, sentence_end, checkable, why_not, prefix, suffix, sentence"
)


def make_version_1(path: Path, copies: int = 0) -> None:
    """Make the review at path; `copies` adds so many copies of its first document, so that there is more to migrate."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.executescript(Path(__file__).with_name("version1.sql").read_text("utf-8"))
    connection.execute("PRAGMA application_id = 0x66696763")
    connection.execute("PRAGMA user_version = 1")
    connection.execute("BEGIN")
    for number in range(copies):
        names = _DOCUMENTS.replace("uid", f"'copy {number}'", 1)
        row_id = connection.execute(
            f"INSERT INTO documents ({_DOCUMENTS}) SELECT {names} FROM documents WHERE id = 1"
        ).lastrowid
        connection.execute(
            "INSERT INTO items SELECT ?, number, title, published FROM items WHERE document_id = 1", (row_id,)
        )
        connection.execute(
            f"INSERT INTO figures (figure_id, document_id, {_FIGURES}) "
            f"SELECT printf('%012x', {number} * 100 + id), ?, {_FIGURES} FROM figures WHERE document_id = 1",
            (row_id,),
        )
    counts = {"documents": 1, "figures": 4, "queue": 3, "unreviewed": 3}
    for name, count in counts.items():
        connection.execute("UPDATE counters SET value = value + ? WHERE name = ?", (count * copies, name))
    connection.execute("COMMIT")
    connection.close()
