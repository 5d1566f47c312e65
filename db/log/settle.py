"""Bringing the file up to date with its log, inside the transaction that wrote to it."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from db.log import given_on, grouping, presence
from db.log.aspects import ASPECTS, Aspect, decision, note
from db.log.standing import Standing, of_figures

#: What events about a figure bring about beyond rows of its own, by kind: given the figure's row id.
FIGURE_STEPS: Mapping[str, Callable[[sqlite3.Connection, int], None]] = {
    "join": grouping.settle_memberships,
    "split": grouping.settle_memberships,
}
#: The same for events about a question, by kind: given the question's uid.
SUBJECT_STEPS: Mapping[str, Callable[[sqlite3.Connection, str], None]] = {
    "rename": grouping.settle_question,
    "confirm": grouping.settle_question,
    "answer": grouping.settle_question,
}

#: Figures worked out at a time: one question to the file for all of them costs a tenth of one for each.
_BATCH = 500

#: What a figure's state is worked out from.
STATE_KINDS = ("verdict", "adjudication")


def settle(connection: sqlite3.Connection, events: Iterable[tuple[str, str, int | None]]) -> None:
    """Work out again what these events, or their undoing, may have changed; each is (kind, subject, figure's row).

    Raises sqlite3.DatabaseError where the log holds what no figcheck wrote.
    """
    try:
        _settle(connection, events)
    except (LookupError, TypeError, ValueError) as error:
        what = f"{type(error).__name__}: {error}"
        raise sqlite3.DatabaseError(f"the log cannot be understood ({what}); figcheck check tells more") from error


def _settle(connection: sqlite3.Connection, events: Iterable[tuple[str, str, int | None]]) -> None:
    by_figure: dict[int, set[str]] = defaultdict(set)
    by_subject: dict[str, set[str]] = defaultdict(set)
    for kind, subject, figure_id in presence.with_rows(connection, events):
        if figure_id is None:
            by_subject[subject].add(kind)
        else:
            by_figure[figure_id].add(kind)
    alike: dict[frozenset[str], list[int]] = defaultdict(list)
    for figure_id, kinds in by_figure.items():
        alike[frozenset(kinds)].append(figure_id)
    for changed, figure_ids in alike.items():
        for start in range(0, len(figure_ids), _BATCH):
            _settle_figures(connection, figure_ids[start : start + _BATCH], changed)
    for figure_id, kinds in by_figure.items():
        if kinds.intersection(grouping.MEMBERSHIP):
            for question in grouping.questions_of(connection, figure_id):
                by_subject[question].add("confirm")
    for subject, kinds in by_subject.items():
        for step in dict.fromkeys(SUBJECT_STEPS[kind] for kind in SUBJECT_STEPS if kind in kinds):
            step(connection, subject)


def _settle_figures(connection: sqlite3.Connection, figure_ids: Sequence[int], changed: frozenset[str]) -> None:
    """Work out again what events of these kinds come to for some figures, which a bulk verdict has many of."""
    # A verdict and an adjudication are only told in one breath: whichever comes later counts.
    wanted = changed | set(STATE_KINDS) if changed.intersection(STATE_KINDS) else changed
    if "figure" in changed:
        for figure_id in figure_ids:
            presence.settle_values(connection, figure_id)
    events = given_on.counting(connection, of_figures(connection, figure_ids, sorted(wanted)))
    for aspect in ASPECTS:
        if changed.intersection(aspect.kinds):
            _write_rows(connection, aspect, events)
    if changed.intersection(STATE_KINDS):
        states = {
            figure_id: decision(event for event in standing if event.kind in STATE_KINDS)
            for figure_id, standing in events.items()
        }
        connection.executemany(
            "UPDATE figures SET state = ?, reason = ?, decided_by = ?, decided_at = ? WHERE id = ?",
            (
                (state.state, state.reason, state.reviewer_id, state.at, figure_id)
                for figure_id, state in states.items()
            ),
        )
    if "note" in changed:
        notes = [
            (note([event for event in standing if event.kind == "note"]), figure_id)
            for figure_id, standing in events.items()
        ]
        connection.executemany("UPDATE figures SET note = ? WHERE id = ?", notes)
    for step in dict.fromkeys(FIGURE_STEPS[kind] for kind in FIGURE_STEPS if kind in changed):
        for figure_id in figure_ids:
            step(connection, figure_id)
    # Whether an added figure is there hangs on all that is said of it.
    for figure_id in figure_ids:
        presence.settle_presence(connection, figure_id)


def settle_all(connection: sqlite3.Connection) -> None:
    """Work out everything again that events of the log come to; the actions must be right already."""
    events = connection.execute(
        "SELECT DISTINCT kind, subject, figure_id FROM events WHERE kind NOT IN ('undo', 'redo')"
    ).fetchall()
    settle(connection, events)


def settle_actions(connection: sqlite3.Connection) -> None:
    """Work out again which actions there are, and which are undone."""
    connection.execute("DELETE FROM actions")
    connection.execute(
        "INSERT INTO actions (uid, reviewer_id, at) SELECT action_uid, reviewer_id, min(at) FROM events "
        "WHERE kind NOT IN ('undo', 'redo') GROUP BY action_uid"
    )
    # Of several reversals of one action the newest counts; in this order it is the last to be written.
    reversals = connection.execute(
        "SELECT kind = 'undo', at, json_extract(payload, '$.action') FROM events "
        "WHERE kind IN ('undo', 'redo') ORDER BY at, uid"
    ).fetchall()
    connection.executemany("UPDATE actions SET undone = ?, reversed_at = ? WHERE uid = ?", reversals)


def _write_rows(connection: sqlite3.Connection, aspect: Aspect, events: Mapping[int, Sequence[Standing]]) -> None:
    """Make figures' rows in an aspect's table what their standing events come to, touching only those that differ."""
    names = ("figure_id", *aspect.columns)
    columns = ", ".join(names)
    present = set(
        connection.execute(
            f"SELECT {columns} FROM {aspect.table} WHERE figure_id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(events)),),
        )
    )
    due = {
        (figure_id, *row)
        for figure_id, standing in events.items()
        for row in aspect.rows([event for event in standing if event.kind in aspect.kinds])
    }
    conditions = " AND ".join(f"{name} IS ?" for name in aspect.columns)
    connection.executemany(f"DELETE FROM {aspect.table} WHERE figure_id = ? AND {conditions}", present - due)
    values = ", ".join("?" * len(names))
    connection.executemany(f"INSERT INTO {aspect.table} ({columns}) VALUES ({values})", due - present)
