"""Writing actions to the log: their events, and what they change, in one transaction."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from db import words
from db.errors import UnknownFigure
from db.log.forms import TIME as TIME_FORM
from db.log.forms import digest
from db.log.settle import settle
from db.model import Action
from db.transaction import writing

#: How times are written: UTC, to the microsecond.
TIME = "%Y-%m-%dT%H:%M:%S.%fZ"


@dataclass(frozen=True, slots=True)
class Entry:
    """An event to be written: about a figure (its row id), or about another subject (its uid).

    The payload must name other things by uid only: it is read in other copies of the review.
    """

    kind: str
    payload: Mapping[str, object]
    figure_id: int | None = None
    subject: str | None = field(default=None)


def act(connection: sqlite3.Connection, reviewer: str, entries: Sequence[Entry]) -> Action:
    """Write one action that can be undone, in one durable transaction; raises UnknownFigure, storing nothing."""
    with writing(connection):
        return record(connection, reviewer, entries)


def record(connection: sqlite3.Connection, reviewer: str, entries: Sequence[Entry]) -> Action:
    """Write one action that can be undone, inside a transaction of the caller's."""
    action_uid = new_uid()
    events = append(connection, reviewer, action_uid, entries)
    settle(connection, events)
    first, row_ids = entries[0], _row_ids(events)
    label = words.action_label(first.kind, first.payload, len(row_ids))
    return Action(action_uid, words.action_kind(first.kind), label, row_ids)


def append(
    connection: sqlite3.Connection, reviewer: str, action_uid: str, entries: Sequence[Entry], *, reverses: bool = False
) -> list[tuple[str, str, int | None]]:
    """Write events as one action and settle nothing; gives (kind, subject, figure's row) of each.

    An action that `reverses` another is none that could be undone itself.
    """
    subjects = _subjects(connection, entries)
    person = reviewer_id(connection, reviewer)
    times = _times_after_last(connection, len(entries))
    if not reverses:
        connection.execute(
            "INSERT INTO actions (uid, reviewer_id, at) VALUES (?, ?, ?)", (action_uid, person, times[0])
        )
    rows = []
    for seq, (entry, subject, at) in enumerate(zip(entries, subjects, times, strict=True)):
        uid, payload = new_uid(), _json(entry.payload)
        signed = digest(uid, action_uid, reviewer, at, entry.kind, subject, payload)
        rows.append((uid, action_uid, seq, person, at, entry.kind, subject, entry.figure_id, payload, signed))
    connection.executemany(
        "INSERT INTO events (uid, action_uid, seq, reviewer_id, at, kind, subject, figure_id, payload, digest) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rows,
    )
    return [(entry.kind, subject, entry.figure_id) for entry, subject in zip(entries, subjects, strict=True)]


def reviewer_id(connection: sqlite3.Connection, name: str) -> int:
    """Give the row of the reviewer of this name, made if it is a first, inside a transaction."""
    row = connection.execute("SELECT id FROM reviewers WHERE name = ?", (name,)).fetchone()
    if row is None:
        row = connection.execute("INSERT INTO reviewers (name) VALUES (?) RETURNING id", (name,)).fetchone()
    return int(row[0])


def new_uid() -> str:
    """Give a fresh uid for an event, an action or a question."""
    from uuid import uuid4

    return str(uuid4())


def _subjects(connection: sqlite3.Connection, entries: Sequence[Entry]) -> list[str]:
    if not entries:
        raise UnknownFigure("no figure was given")
    wanted = json.dumps(list({entry.figure_id for entry in entries if entry.figure_id is not None}))
    found = connection.execute("SELECT id, uid FROM figures WHERE id IN (SELECT value FROM json_each(?))", (wanted,))
    uids: dict[int, str] = dict(found.fetchall())
    subjects = [uids.get(entry.figure_id) if entry.figure_id is not None else entry.subject for entry in entries]
    known = [subject for subject in subjects if subject is not None]
    if len(known) != len(subjects):
        raise UnknownFigure("there is no such figure in this review")
    return known


def _times_after_last(connection: sqlite3.Connection, count: int) -> list[str]:
    """Give a time for each of so many events, each later than all before it even where the clock was set back."""
    from datetime import UTC, datetime, timedelta

    step = timedelta(microseconds=1)
    time = datetime.now(UTC)
    # A damaged time must not keep everybody from writing: the newest that is one counts.
    newest = (at for (at,) in connection.execute("SELECT at FROM events ORDER BY at DESC"))
    last = next((at for at in newest if TIME_FORM.fullmatch(at)), None)
    if last is not None:
        time = max(time, datetime.fromisoformat(last) + step)
    return [(time + step * place).strftime(TIME) for place in range(count)]


def _row_ids(events: Sequence[tuple[str, str, int | None]]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(figure_id for _, _, figure_id in events if figure_id is not None))


def _json(payload: Mapping[str, object]) -> str:
    return json.dumps(payload, ensure_ascii=False)
