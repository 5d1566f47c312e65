"""Figures of one id that are one number in one copy and another number in the other.

A newer extractor may read 1,200 where another read 12. Nobody's verdict may go from the one to the other: a judged
figure keeps the number that it was judged by, and what is read there otherwise is a figure of its own where it stands
apart, else it is left out. Which copy's number was judged is told by the log alone: in every copy a figure is the
number that its earliest entry was about.
"""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from db.identity import figure_id
from db.merging.rows import columns
from db.rows import figure_of
from db.versions.claims import number_key
from figures.model import Figure

_FIELDS = tuple(Figure.__slots__)
#: What of a row makes it the number that it is; equal here, equal in number_key.
_NUMBER = ("text", "low", "high", "bound", "approximate", "kind", "unit", "iso")
#: Columns that stay with a row, whatever number it is.
_LASTING = ("id", "uid", "origin", "document_id", "changed_from", "state", "reason", "decided_by", "decided_at", "note")


@dataclass(frozen=True, slots=True)
class Parted:
    """Figures of two numbers under one id, by their rows here.

    `settled` have their rows as they should be, `swapped` of them by the other copy. `apart` are readings that were
    made figures of their own; `again` such that were there, each with the row that the other copy has it under.
    """

    settled: frozenset[int]
    swapped: tuple[int, ...]
    apart: frozenset[int]
    again: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Reading:
    """What one copy says of a figure: its row there, whether somebody could see it, and its earliest entry there."""

    row_id: int
    figure: Figure
    origin: str
    live: bool
    first: str | None


def part(connection: sqlite3.Connection, last_event: int) -> Parted:
    """Part what was judged from what is read otherwise; `last_event` is the last entry that was here before."""
    settled: set[int] = set()
    swapped: list[int] = []
    apart: set[int] = set()
    again: list[tuple[int, int]] = []
    for uid, ours, theirs in _differing(connection, last_event):
        settled.add(ours.row_id)
        loser, schema = (ours, "main") if _counts(theirs, ours) else (theirs, "theirs")
        other = minted(uid, loser.figure)
        if loser.live and loser.origin == "extracted":
            there = connection.execute("SELECT id FROM main.figures WHERE uid = ?", (other,)).fetchone()
            if there is None:
                apart.add(_insert(connection, schema, loser.row_id, other, ours.row_id))
            elif schema == "theirs":
                again.append((int(there[0]), theirs.row_id))
        if schema == "main":
            swapped.append(ours.row_id)
            _swap(connection, ours.row_id, theirs.row_id, minted(uid, theirs.figure))
    return Parted(frozenset(settled), tuple(swapped), frozenset(apart), tuple(again))


def leave_out(connection: sqlite3.Connection) -> None:
    """Take away readings that were made figures of their own, do not stand apart, and are nobody's."""
    names = ", ".join(f'f."{name}"' for name in _FIELDS)
    found = connection.execute(
        f"SELECT f.id, f.uid, p.id, p.uid, {names} FROM main.figures AS f "
        "JOIN main.figures AS p ON p.id = f.changed_from "
        "WHERE f.status = 'retired' AND NOT EXISTS (SELECT 1 FROM main.events AS e WHERE e.figure_id = f.id)"
    ).fetchall()
    for row_id, uid, before, before_uid, *values in found:
        if uid == minted(before_uid, figure_of(values)):
            _remove(connection, row_id, before)


def minted(uid: str, figure: Figure) -> str:
    """Give the id of what is read otherwise where a figure stands: the same for the same number in every copy."""
    return figure_id("\0".join((uid, *map(str, number_key(figure)))), 0, 0)


def _differing(connection: sqlite3.Connection, last_event: int) -> list[tuple[str, _Reading, _Reading]]:
    """Give the figures that somebody judged and that are not the same number in both copies."""
    number = ", ".join(f'{{0}}."{name}"' for name in _NUMBER)
    fields = ", ".join(f'{{0}}."{name}"' for name in _FIELDS)
    first = (
        "(SELECT e.at || ' ' || e.uid FROM {0}.events AS e WHERE e.figure_id = {1}.id {2} ORDER BY e.at, e.uid LIMIT 1)"
    )
    found = connection.execute(
        f"SELECT o.uid, o.id, o.origin, o.status, {first.format('main', 'o', 'AND e.id <= :last')}, f.id, f.origin, "
        f"f.status, {first.format('theirs', 'f', '')}, {fields.format('o')}, {fields.format('f')} "
        "FROM theirs.figures AS f JOIN main.figures AS o ON o.uid = f.uid "
        f"WHERE ({number.format('o')}) IS NOT ({number.format('f')}) "
        "AND EXISTS (SELECT 1 FROM main.events AS e WHERE e.figure_id = o.id)",
        {"last": last_event},
    ).fetchall()
    width = len(_FIELDS)
    differing = []
    for uid, *row in found:
        ours, theirs = _reading(row[:4], row[8:-width]), _reading(row[4:8], row[-width:])
        if number_key(ours.figure) != number_key(theirs.figure):
            differing.append((uid, ours, theirs))
    return differing


def _reading(row: Sequence[Any], values: Sequence[Any]) -> _Reading:
    row_id, origin, status, first = row
    return _Reading(row_id, figure_of(values), origin, status == "live", first)


def _counts(theirs: _Reading, ours: _Reading) -> bool:
    """Tell whether the number of the other copy is the one that was judged."""
    if ours.first != theirs.first:
        return ours.first is None or (theirs.first is not None and theirs.first < ours.first)
    return str(number_key(theirs.figure)) > str(number_key(ours.figure))


def _insert(connection: sqlite3.Connection, schema: str, row_id: int, uid: str, before: int) -> int:
    """Make a figure of its own of a reading in one of the copies; gives its row."""
    names = columns(connection, "figures", _LASTING)
    values = ", ".join(f"f.{name}" for name in names)
    (made,) = connection.execute(
        f"INSERT INTO main.figures (uid, document_id, changed_from, {', '.join(names)}) SELECT ?, d.id, ?, {values} "
        f"FROM {schema}.figures AS f JOIN {schema}.documents AS t ON t.id = f.document_id "
        "JOIN main.documents AS d ON d.uid = t.uid WHERE f.id = ? RETURNING id",
        (uid, before, row_id),
    ).fetchone()
    connection.execute(
        "INSERT INTO main.figures_fts (rowid, sentence, noun) SELECT id, sentence, noun FROM main.figures WHERE id = ?",
        (made,),
    )
    return int(made)


def _swap(connection: sqlite3.Connection, ours: int, theirs: int, known_as: str) -> None:
    """Give a row here the number and place that the other copy has for it; `known_as` stood for that number so far."""
    there = connection.execute(
        "SELECT id FROM main.figures AS f WHERE uid = ? "
        "AND NOT EXISTS (SELECT 1 FROM main.events AS e WHERE e.figure_id = f.id)",
        (known_as,),
    ).fetchone()
    if there is not None:
        _remove(connection, there[0], ours)
    names = columns(connection, "figures", _LASTING)
    values = ", ".join(f"f.{name}" for name in names)
    connection.execute(
        f"UPDATE main.figures SET (document_id, {', '.join(names)}) = (SELECT d.id, {values} "
        "FROM theirs.figures AS f JOIN theirs.documents AS t ON t.id = f.document_id "
        "JOIN main.documents AS d ON d.uid = t.uid WHERE f.id = ?) WHERE id = ?",
        (theirs, ours),
    )


def _remove(connection: sqlite3.Connection, row_id: int, instead: int) -> None:
    """Delete a figure about which nobody said anything; what took its place took that of another."""
    connection.execute("UPDATE main.figures SET changed_from = ? WHERE changed_from = ?", (instead, row_id))
    connection.execute("DELETE FROM main.memberships WHERE figure_id = ?", (row_id,))
    connection.execute("DELETE FROM main.figures WHERE id = ?", (row_id,))
