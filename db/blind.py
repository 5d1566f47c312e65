"""Blind mode: a reviewer sees nothing of what the others say of a figure until a verdict of their own is given.

A setting of the review, for an honest second reading. It is no lock: the file can be read with any SQLite tool, and
exports are not blind.
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Protocol

from db.transaction import writing

if TYPE_CHECKING:
    from db.model import Event, Evidence, FigureView, Mark, Page, Progress, QueueRow


class _ReadQueue(Protocol):
    """Gives the row ids of a state; None for all."""

    def __call__(self, *, state: str | None) -> array[int]: ...


class _ReadPage(Protocol):
    """Gives the first figures of a state; None for all."""

    def __call__(self, *, state: str | None, limit: int) -> Page: ...


#: What a figure without a verdict of one's own looks like.
_HIDDEN = "unreviewed"
#: SQLite's LIMIT for all of them.
_NO_LIMIT = -1
_REVIEWER = "(SELECT id FROM reviewers WHERE name = ?)"


def is_on(connection: sqlite3.Connection) -> bool:
    """Tell whether this review is read blind."""
    return connection.execute("SELECT 1 FROM settings WHERE name = 'blind' AND value = '1'").fetchone() is not None


def switch(connection: sqlite3.Connection, on: bool) -> None:
    """Have this review read blind, or openly."""
    with writing(connection):
        connection.execute(
            "INSERT INTO settings (name, value) VALUES ('blind', ?) "
            "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (str(int(on)),),
        )


def rows(connection: sqlite3.Connection, reviewer: str, found: list[QueueRow]) -> list[QueueRow]:
    """Give queue lines as this reviewer may see them."""
    if not is_on(connection):
        return found
    ids = [row.row_id for row in found]
    judged = _judged(connection, reviewer, ids)
    noted = _own(connection, "notes", reviewer, ids)
    sourced = _own(connection, "evidence", reviewer, ids)
    tagged = _own(connection, "tags", reviewer, [row.row_id for row in found if row.later])
    return [
        row
        if row.row_id in judged
        else replace(
            row,
            state=_HIDDEN,
            reason=None,
            has_note=row.row_id in noted,
            has_evidence=row.row_id in sourced,
            later=row.later and row.row_id in tagged,
        )
        for row in found
    ]


def figures(connection: sqlite3.Connection, reviewer: str, found: list[FigureView]) -> list[FigureView]:
    """Give figures as this reviewer may see them."""
    if not is_on(connection):
        return found
    judged = _judged(connection, reviewer, [view.row_id for view in found])
    return [view if view.row_id in judged else _veiled(connection, reviewer, view) for view in found]


def marks(connection: sqlite3.Connection, reviewer: str, found: list[Mark]) -> list[Mark]:
    """Give a document's marks as this reviewer may see them."""
    if not is_on(connection):
        return found
    judged = _judged(connection, reviewer, [mark.row_id for mark in found])
    return [mark if mark.row_id in judged else replace(mark, state=_HIDDEN) for mark in found]


def evidence(connection: sqlite3.Connection, reviewer: str, row_id: int, found: list[Evidence]) -> list[Evidence]:
    """Give a figure's evidence as this reviewer may see it."""
    if not is_on(connection) or _judged(connection, reviewer, [row_id]):
        return found
    return _own_evidence(reviewer, found)


def tags(connection: sqlite3.Connection, reviewer: str, row_id: int, found: list[str]) -> list[str]:
    """Give a figure's tags as this reviewer may see them."""
    if not is_on(connection) or _judged(connection, reviewer, [row_id]):
        return found
    own = connection.execute(
        f"SELECT tag FROM tags WHERE figure_id = ? AND reviewer_id = {_REVIEWER}", (row_id, reviewer)
    )
    return sorted(set(found).intersection(tag for (tag,) in own))


def history(connection: sqlite3.Connection, reviewer: str, found: list[Event]) -> list[Event]:
    """Give the log as this reviewer may see it."""
    if not is_on(connection):
        return found
    judged = _judged(connection, reviewer, {event.row_id for event in found if event.row_id is not None})
    # An answer to a question says what its figures come to.
    return [
        event
        for event in found
        if event.reviewer == reviewer or event.row_id in judged or (event.row_id is None and event.kind != "answer")
    ]


def queue(connection: sqlite3.Connection, reviewer: str, state: str | None, read: _ReadQueue) -> array[int]:
    """Give the queue of a state as this reviewer may see it; `read` gives the row ids of a state, None for all."""
    if state is None or not is_on(connection):
        return read(state=state)
    judged = _all_judged(connection, reviewer)
    if state == _HIDDEN:
        return array("q", (row_id for row_id in read(state=None) if row_id not in judged))
    return array("q", (row_id for row_id in read(state=state) if row_id in judged))


def page(
    connection: sqlite3.Connection,
    reviewer: str,
    state: str | None,
    limit: int,
    read: _ReadPage,
) -> Page:
    """Give the first figures of a state as this reviewer may see them; `read` gives those of a state (None: all)."""
    if state is None or not is_on(connection):
        return read(state=state, limit=limit)
    from db.model import Page

    judged = _all_judged(connection, reviewer)
    if state == _HIDDEN:
        found = read(state=None, limit=_NO_LIMIT)
        kept = (row_id for row_id in found.ids if row_id not in judged)
    else:
        found = read(state=state, limit=_NO_LIMIT)
        kept = (row_id for row_id in found.ids if row_id in judged)
    return Page(array("q", islice(kept, limit)), complete=found.complete)


def progress(connection: sqlite3.Connection, reviewer: str, counted: Progress) -> Progress:
    """Give the counts as this reviewer may see them."""
    if not is_on(connection):
        return counted
    states = dict(
        connection.execute(
            "SELECT state, count(*) FROM figures WHERE queued AND id IN (SELECT value FROM json_each(?)) "
            "GROUP BY state",
            (json.dumps(sorted(_all_judged(connection, reviewer))),),
        ).fetchall()
    )
    seen = {state: states.get(state, 0) for state in (*_STATES, "unresolved")}
    return replace(counted, unreviewed=counted.queue - sum(seen.values()), **seen)


_STATES = ("confirmed", "disputed", "misreported", "dismissed")


def _veiled(connection: sqlite3.Connection, reviewer: str, view: FigureView) -> FigureView:
    own = connection.execute(
        f"SELECT note FROM notes WHERE figure_id = ? AND reviewer_id = {_REVIEWER}", (view.row_id, reviewer)
    ).fetchone()
    return replace(
        view,
        state=_HIDDEN,
        reason=None,
        note=own[0] if own else None,
        reviewer=None,
        decided_at=None,
        evidence=tuple(_own_evidence(reviewer, view.evidence)),
    )


def _own_evidence(reviewer: str, found: Sequence[Evidence]) -> list[Evidence]:
    return [item for item in found if item.reviewer == reviewer]


def _judged(connection: sqlite3.Connection, reviewer: str, ids: Iterable[int]) -> set[int]:
    ids = list(ids)
    return _own(connection, "verdicts", reviewer, ids) | _own(connection, "adjudications", reviewer, ids)


def _own(connection: sqlite3.Connection, table: str, reviewer: str, ids: Sequence[int]) -> set[int]:
    found = connection.execute(
        f"SELECT figure_id FROM {table} WHERE reviewer_id = {_REVIEWER} "
        "AND figure_id IN (SELECT value FROM json_each(?))",
        (reviewer, json.dumps(list(ids))),
    )
    return {row_id for (row_id,) in found}


def _all_judged(connection: sqlite3.Connection, reviewer: str) -> set[int]:
    found = connection.execute(
        f"SELECT figure_id FROM verdicts WHERE reviewer_id = {_REVIEWER} "
        f"UNION SELECT figure_id FROM adjudications WHERE reviewer_id = {_REVIEWER}",
        (reviewer, reviewer),
    )
    return {row_id for (row_id,) in found}
