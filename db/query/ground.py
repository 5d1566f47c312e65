"""What of a review decides how its figures are looked for: blind reading, and which fields were corrected."""

import sqlite3
from dataclasses import dataclass

from db import blind


@dataclass(frozen=True, slots=True)
class Ground:
    """`me` is the reviewer's row id, None before the first deed; `corrected` are the fields with any correction."""

    blind: bool
    me: int | None
    corrected: frozenset[str]


def ground_of(connection: sqlite3.Connection, reviewer: str) -> Ground:
    """Give the ground on which this reviewer looks for figures."""
    me = connection.execute("SELECT id FROM reviewers WHERE name = ?", (reviewer,)).fetchone()
    fields = connection.execute("SELECT DISTINCT field FROM corrections")
    return Ground(blind.is_on(connection), me[0] if me else None, frozenset(field for (field,) in fields))
