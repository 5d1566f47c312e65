"""The events that count: those whose action is not undone."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Standing:
    """An event that is not undone; `values` are its payload."""

    id: int
    at: str
    reviewer_id: int
    kind: str
    values: Mapping[str, Any]


def of_figure(connection: sqlite3.Connection, figure_id: int, kinds: Sequence[str]) -> list[Standing]:
    """Give a figure's standing events of these kinds, oldest first.

    Oldest first is by time and uid, which are the same in every copy of a review, and never by row.
    """
    return _read(connection, "e.figure_id = ?", figure_id, kinds)


def of_figures(
    connection: sqlite3.Connection, figure_ids: Sequence[int], kinds: Sequence[str]
) -> dict[int, list[Standing]]:
    """Give the standing events of these kinds of each of these figures, oldest first."""
    marks = ", ".join("?" * len(kinds))
    found = connection.execute(
        "SELECT e.figure_id, e.id, e.at, e.reviewer_id, e.kind, e.payload FROM events AS e "
        "JOIN actions AS a ON a.uid = e.action_uid AND a.undone = 0 "
        "WHERE e.figure_id IN (SELECT value FROM json_each(?)) "
        # The plus keeps SQLite from going through the whole log in the order asked for.
        f"AND e.kind IN ({marks}) ORDER BY +e.at, +e.uid",
        (json.dumps(list(figure_ids)), *kinds),
    )
    by_figure: dict[int, list[Standing]] = {figure_id: [] for figure_id in figure_ids}
    for figure_id, event_id, at, reviewer_id, kind, payload in found.fetchall():
        by_figure[figure_id].append(Standing(event_id, at, reviewer_id, kind, json.loads(payload)))
    return by_figure


def of_subject(connection: sqlite3.Connection, subject: str, kinds: Sequence[str]) -> list[Standing]:
    """Give the standing events about what is no figure, a question or a document, oldest first."""
    return _read(connection, "e.figure_id IS NULL AND e.subject = ?", subject, kinds)


def _read(connection: sqlite3.Connection, where: str, whose: int | str, kinds: Sequence[str]) -> list[Standing]:
    marks = ", ".join("?" * len(kinds))
    found = connection.execute(
        "SELECT e.id, e.at, e.reviewer_id, e.kind, e.payload FROM events AS e "
        "JOIN actions AS a ON a.uid = e.action_uid AND a.undone = 0 "
        f"WHERE {where} AND e.kind IN ({marks}) ORDER BY e.at, e.uid",
        (whose, *kinds),
    )
    return [
        Standing(event_id, at, reviewer_id, kind, json.loads(payload))
        for event_id, at, reviewer_id, kind, payload in found.fetchall()
    ]
