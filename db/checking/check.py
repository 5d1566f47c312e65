"""The check of a whole review file."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass

from db.checking import derived, structure, texts
from db.checking.findings import Finding, shortened
from db.copying import snapshot
from db.errors import ReviewError
from db.review import Review

#: What is looked at, in words and in order; what comes last changes the copy that is looked at.
_STEPS: tuple[tuple[str, Callable[[sqlite3.Connection], Iterable[Finding]]], ...] = (
    ("pages", structure.pages),
    ("foreign keys", structure.foreign_keys),
    ("tables", structure.objects),
    ("texts", texts.texts),
    ("log", derived.log),
    ("counters", derived.counters),
    ("search index", derived.search),
    ("current state", derived.state),
)


@dataclass(frozen=True, slots=True)
class Report:
    """What a check came to: what the file holds, and everything that is wrong with it."""

    documents: int
    figures: int
    entries: int
    findings: tuple[Finding, ...]


def check(review: Review, *, on_step: Callable[[str], None] | None = None) -> Report:
    """Hold a review against its log, its texts and the rules of SQLite, on a copy: others can go on working.

    Raises ReviewError where the file cannot even be copied.
    """
    with snapshot(review.path) as copy, closing(sqlite3.connect(copy, isolation_level=None)) as connection:
        # Nobody needs the copy after a power cut.
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA foreign_keys = ON")
        findings: list[Finding] = []
        for name, step in _STEPS:
            if on_step is not None:
                on_step(f"checking {name}")
            findings.extend(shortened(_told(name, step(connection))))
        documents, figures, entries = (_count(connection, table) for table in ("documents", "figures", "events"))
        return Report(documents, figures, entries, tuple(findings))


def _told(name: str, findings: Iterable[Finding]) -> Iterator[Finding]:
    try:
        yield from findings
    except (sqlite3.Error, ReviewError, UnicodeError, ValueError, TypeError) as error:
        yield Finding(f"the {name} cannot be checked: {error}")


def _count(connection: sqlite3.Connection, table: str) -> int:
    try:
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
    except sqlite3.Error:
        return 0
