"""Verdicts counted: by publisher, by kind of figure, by reviewer."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from db import blind
from db.errors import explained
from db.review import Review


@dataclass(frozen=True, slots=True)
class Tally:
    """How many figures of one sort are in which state; `name` is a publisher, a document, a kind or a reviewer."""

    name: str
    states: Mapping[str, int]

    @property
    def total(self) -> int:
        """How many there are in all."""
        return sum(self.states.values())


@dataclass(frozen=True, slots=True)
class Tallies:
    """The queue counted, largest first: `publishers` are documents where no publisher is known; and `reviewers`.

    A reviewer's numbers are that reviewer's own verdicts, whatever the figures came to.
    """

    publishers: list[Tally]
    kinds: list[Tally]
    reviewers: list[Tally]


#: The state of figure f as a reviewer may see it.
_SEEN = "f.state"
_SEEN_BLIND = (
    "CASE WHEN EXISTS (SELECT 1 FROM verdicts AS v WHERE v.figure_id = f.id AND v.reviewer_id = :me) "
    "OR EXISTS (SELECT 1 FROM adjudications AS a WHERE a.figure_id = f.id AND a.reviewer_id = :me) "
    "THEN f.state ELSE 'unreviewed' END"
)


def tallies(review: Review) -> Tallies:
    """Count the queue as its reviewer may see it: in blind mode nothing of the others."""
    with explained(review.path):
        connection = review.connection
        hidden = blind.is_on(connection)
        me = connection.execute("SELECT id FROM reviewers WHERE name = ?", (review.reviewer,)).fetchone()
        values = {"me": me[0] if me else None}
        state = _SEEN_BLIND if hidden else _SEEN
        only_me = "AND v.reviewer_id = :me" if hidden else ""
        return Tallies(
            _tallied(
                connection,
                f"SELECT coalesce(d.publisher, d.name), {state}, count(*) FROM figures AS f "
                "JOIN documents AS d ON d.id = f.document_id WHERE f.queued = 1 GROUP BY 1, 2",
                values,
            ),
            _tallied(
                connection,
                f"SELECT f.kind, {state}, count(*) FROM figures AS f WHERE f.queued = 1 GROUP BY 1, 2",
                values,
            ),
            _tallied(
                connection,
                "SELECT r.name, v.verdict, count(*) FROM verdicts AS v JOIN reviewers AS r ON r.id = v.reviewer_id "
                f"JOIN figures AS f ON f.id = v.figure_id WHERE f.status <> 'retired' {only_me} GROUP BY 1, 2",
                values,
            ),
        )


def _tallied(connection: sqlite3.Connection, sql: str, values: Mapping[str, object]) -> list[Tally]:
    counted: dict[str, dict[str, int]] = {}
    for name, state, count in connection.execute(sql, dict(values)):
        counted.setdefault(name, {})[state] = count
    return sorted(
        (Tally(name, states) for name, states in counted.items()), key=lambda tally: (-tally.total, tally.name)
    )
