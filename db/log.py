"""The log: everything a reviewer does is an event, and what it changes is worked out in the same transaction."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from db import words
from db.errors import UnknownFigure
from db.model import Action, DeskState
from db.state import add_evidence_row, settle
from db.transaction import writing
from seeds.document import stored_text

_TIME = "%Y-%m-%dT%H:%M:%S.%fZ"


@dataclass(frozen=True, slots=True)
class _Entry:
    """An event to be written: what happened to which figure."""

    kind: str
    row_id: int
    payload: dict[str, object] = field(default_factory=dict)


def decide(
    connection: sqlite3.Connection,
    reviewer: str,
    row_ids: Iterable[int],
    verdict: str,
    *,
    reason: str | None = None,
    note: str | None = None,
    evidence: Sequence[str] = (),
) -> Action:
    """Give figures a verdict, and with it a note and links, as one action; see Review.decide."""
    words.check_verdict(verdict, reason)
    kept_note = None if note is None else words.checked_note(note)
    links = [words.link_payload(link) for link in evidence]
    ids = tuple(dict.fromkeys(row_ids))
    entries = []
    for row_id in ids:
        entries.append(_Entry("verdict", row_id, {"verdict": verdict, "reason": reason}))
        if kept_note is not None:
            entries.append(_Entry("note", row_id, {"note": kept_note}))
        entries.extend(_Entry("evidence", row_id, link) for link in links)
    return _act(connection, reviewer, "decide", words.decided_label(verdict, reason, len(ids)), ids, entries)


def set_note(connection: sqlite3.Connection, reviewer: str, row_id: int, note: str) -> Action:
    """Replace a figure's note; an empty one removes it."""
    entry = _Entry("note", row_id, {"note": words.checked_note(note)})
    return _act(connection, reviewer, "note", "note on 1 figure", (row_id,), [entry])


def add_evidence(
    connection: sqlite3.Connection,
    reviewer: str,
    row_id: int,
    link: str,
    *,
    title: str | None,
    quote: str | None,
    stance: str,
) -> Action:
    """Add a link that supports or contradicts a figure; raises BadDecision for what is no http or https link."""
    entry = _Entry("evidence", row_id, words.link_payload(link, title=title, quote=quote, stance=stance))
    return _act(connection, reviewer, "evidence", "source link on 1 figure", (row_id,), [entry])


def undo(connection: sqlite3.Connection, reviewer: str) -> Action | None:
    """Take back the reviewer's own last action that is not undone; None if there is none."""
    with writing(connection):
        target = connection.execute(
            "SELECT a.id, a.uid, a.label FROM actions AS a JOIN reviewers AS r ON r.id = a.reviewer_id "
            "WHERE r.name = ? AND a.standing = 'done' ORDER BY a.id DESC LIMIT 1",
            (reviewer,),
        ).fetchone()
        return None if target is None else _reverse(connection, reviewer, "undo", *target)


def redo(connection: sqlite3.Connection, reviewer: str) -> Action | None:
    """Do again the reviewer's action undone last, unless the reviewer acted since; None if there is none."""
    with writing(connection):
        # Undoing goes backwards, so what was undone last is the oldest.
        target = connection.execute(
            "SELECT a.id, a.uid, a.label FROM actions AS a JOIN reviewers AS r ON r.id = a.reviewer_id "
            "WHERE r.name = ? AND a.standing = 'undone' ORDER BY a.id LIMIT 1",
            (reviewer,),
        ).fetchone()
        return None if target is None else _reverse(connection, reviewer, "redo", *target)


def save_desk(connection: sqlite3.Connection, reviewer: str, state: DeskState) -> None:
    """Keep where a reviewer leaves the desk."""
    with writing(connection):
        kept = (stored_text(state.filter), stored_text(state.sort))
        connection.execute(
            "INSERT INTO desk (reviewer_id, figure_id, filter, sort, show_all) VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT (reviewer_id) DO UPDATE SET figure_id = excluded.figure_id, filter = excluded.filter, "
            "sort = excluded.sort, show_all = excluded.show_all",
            (_reviewer_id(connection, reviewer), state.figure_id, *kept, int(state.show_all)),
        )


def _act(
    connection: sqlite3.Connection,
    reviewer: str,
    kind: str,
    label: str,
    row_ids: tuple[int, ...],
    entries: Sequence[_Entry],
) -> Action:
    """Write one action that can be undone, and bring the figures up to date with it."""
    with writing(connection):
        _check_figures(connection, row_ids)
        action_uid = _new_uid()
        reviewer_id = _reviewer_id(connection, reviewer)
        connection.execute(
            "UPDATE actions SET standing = 'dropped' WHERE reviewer_id = ? AND standing = 'undone'", (reviewer_id,)
        )
        connection.execute(
            "INSERT INTO actions (uid, reviewer_id, kind, label) VALUES (?, ?, ?, ?)",
            (action_uid, reviewer_id, kind, label),
        )
        _append(connection, reviewer_id, action_uid, entries)
        _bring_back_evidence(connection, action_uid)
        settle(connection, row_ids)
    return Action(action_uid, kind, label, row_ids)


def _reverse(
    connection: sqlite3.Connection, reviewer: str, kind: str, target_id: int, target_uid: str, target_label: str
) -> Action:
    """Undo or redo an action, by events of its own."""
    action_uid = _new_uid()
    label = ("undone: " if kind == "undo" else "redone: ") + target_label
    rows = connection.execute(
        "SELECT figure_id FROM events WHERE action_uid = ? AND figure_id IS NOT NULL ORDER BY seq", (target_uid,)
    ).fetchall()
    row_ids = tuple(dict.fromkeys(row_id for (row_id,) in rows))
    entries = [_Entry(kind, row_id, {"action": target_uid, "label": target_label}) for row_id in row_ids]
    _append(connection, _reviewer_id(connection, reviewer), action_uid, entries)
    standing = "undone" if kind == "undo" else "done"
    connection.execute("UPDATE actions SET standing = ? WHERE id = ?", (standing, target_id))
    if kind == "undo":
        connection.execute(
            "DELETE FROM evidence WHERE id IN (SELECT id FROM events WHERE action_uid = ?)", (target_uid,)
        )
    else:
        _bring_back_evidence(connection, target_uid)
    settle(connection, row_ids)
    return Action(action_uid, kind, label, row_ids)


def _append(connection: sqlite3.Connection, reviewer_id: int, action_uid: str, entries: Sequence[_Entry]) -> None:
    at = _time_after_last(connection)
    connection.executemany(
        "INSERT INTO events (uid, action_uid, seq, reviewer_id, at, kind, figure_id, payload) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                _new_uid(),
                action_uid,
                seq,
                reviewer_id,
                at,
                entry.kind,
                entry.row_id,
                json.dumps(entry.payload, ensure_ascii=False),
            )
            for seq, entry in enumerate(entries)
        ),
    )


def _bring_back_evidence(connection: sqlite3.Connection, action_uid: str) -> None:
    for event in connection.execute(
        "SELECT id, figure_id, payload, reviewer_id, at FROM events WHERE action_uid = ? AND kind = 'evidence'",
        (action_uid,),
    ).fetchall():
        add_evidence_row(connection, *event)


def _time_after_last(connection: sqlite3.Connection) -> str:
    """Give the time as text, later than the last event's even where the clock was set back."""
    from datetime import UTC, datetime, timedelta

    time = datetime.now(UTC)
    last = connection.execute("SELECT at FROM events ORDER BY id DESC LIMIT 1").fetchone()
    if last is not None:
        after = datetime.strptime(last[0], _TIME).replace(tzinfo=UTC) + timedelta(microseconds=1)
        time = max(time, after)
    return time.strftime(_TIME)


def _check_figures(connection: sqlite3.Connection, row_ids: Sequence[int]) -> None:
    if not row_ids:
        raise UnknownFigure("no figure was given")
    (known,) = connection.execute(
        "SELECT count(*) FROM figures WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(row_ids),)
    ).fetchone()
    if known != len(row_ids):
        raise UnknownFigure("there is no such figure in this review")


def _reviewer_id(connection: sqlite3.Connection, name: str) -> int:
    connection.execute("INSERT INTO reviewers (name) VALUES (?) ON CONFLICT (name) DO NOTHING", (name,))
    row = connection.execute("SELECT id FROM reviewers WHERE name = ?", (name,)).fetchone()
    return int(row[0])


def _new_uid() -> str:
    from uuid import uuid4

    return str(uuid4())
