"""Taking back and doing again: a reviewer's own last action, found in the log."""

import json
import sqlite3
from collections.abc import Sequence

from db import words
from db.log.append import Entry, append, new_uid
from db.log.settle import settle
from db.model import Action
from db.transaction import writing

_REVIEWER = "(SELECT id FROM reviewers WHERE name = ?)"


def undo(connection: sqlite3.Connection, reviewer: str) -> Action | None:
    """Take back the reviewer's own last action that is not undone; None if there is none."""
    with writing(connection):
        target = connection.execute(
            f"SELECT uid FROM actions WHERE reviewer_id = {_REVIEWER} AND undone = 0 "
            "ORDER BY at DESC, uid DESC LIMIT 1",
            (reviewer,),
        ).fetchone()
        return None if target is None else _reverse(connection, reviewer, "undo", target[0])


def redo(connection: sqlite3.Connection, reviewer: str) -> Action | None:
    """Do again the reviewer's action undone last, unless the reviewer acted since; None if there is none."""
    with writing(connection):
        target = connection.execute(
            f"SELECT uid FROM actions WHERE reviewer_id = {_REVIEWER} AND undone = 1 "
            f"AND reversed_at > (SELECT max(at) FROM actions WHERE reviewer_id = {_REVIEWER}) "
            "ORDER BY reversed_at DESC, uid LIMIT 1",
            (reviewer, reviewer),
        ).fetchone()
        return None if target is None else _reverse(connection, reviewer, "redo", target[0])


def _reverse(connection: sqlite3.Connection, reviewer: str, kind: str, target: str) -> Action:
    """Undo or redo an action, by one event for each of its subjects."""
    action_uid = new_uid()
    reversed_events = connection.execute(
        "SELECT kind, subject, figure_id FROM events WHERE action_uid = ? ORDER BY seq", (target,)
    ).fetchall()
    what = _label(connection, target)
    payload = {"action": target, "label": what}
    subjects = dict.fromkeys((subject, figure_id) for _, subject, figure_id in reversed_events)
    entries = [Entry(kind, payload, figure_id, subject) for subject, figure_id in subjects]
    append(connection, reviewer, action_uid, entries, reverses=True)
    connection.execute(
        "UPDATE actions SET undone = ?, reversed_at = (SELECT max(at) FROM events WHERE action_uid = ?) WHERE uid = ?",
        (int(kind == "undo"), action_uid, target),
    )
    settle(connection, reversed_events)
    label = ("undone: " if kind == "undo" else "redone: ") + what
    if kind == "undo" and _kept(connection, reversed_events):
        label += ", which stays, since others judged it"
    return Action(action_uid, kind, label, tuple(figure_id for _, figure_id in subjects if figure_id is not None))


def _kept(connection: sqlite3.Connection, events: Sequence[tuple[str, str, int | None]]) -> bool:
    """Tell whether a figure whose adding was taken back is there all the same."""
    rows = [(figure_id,) for kind, _, figure_id in events if kind == "figure"]
    sql = "SELECT 1 FROM figures WHERE id = ? AND status <> 'retired'"
    return any(connection.execute(sql, row).fetchone() for row in rows)


def _label(connection: sqlite3.Connection, action_uid: str) -> str:
    """Say what an action did, in words: "confirmed 3 figures"."""
    kind, payload = connection.execute(
        "SELECT kind, payload FROM events WHERE action_uid = ? ORDER BY seq LIMIT 1", (action_uid,)
    ).fetchone()
    (count,) = connection.execute(
        "SELECT count(DISTINCT figure_id) FROM events WHERE action_uid = ?", (action_uid,)
    ).fetchone()
    return words.action_label(kind, json.loads(payload), count)
