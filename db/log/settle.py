"""Bringing the file up to date with its log, inside the transaction that wrote to it."""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from db.log import given_on, grouping, presence
from db.log.aspects import ASPECTS, Aspect, decision, note
from db.log.standing import Standing, of_figure

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
    for figure_id, kinds in by_figure.items():
        settle_figure(connection, figure_id, kinds)
    for figure_id, kinds in by_figure.items():
        if kinds.intersection(grouping.MEMBERSHIP):
            for question in grouping.questions_of(connection, figure_id):
                by_subject[question].add("confirm")
    for subject, kinds in by_subject.items():
        for step in dict.fromkeys(SUBJECT_STEPS[kind] for kind in SUBJECT_STEPS if kind in kinds):
            step(connection, subject)


def settle_figure(connection: sqlite3.Connection, figure_id: int, kinds: Iterable[str]) -> None:
    """Work out again what events of these kinds come to for one figure."""
    changed = set(kinds)
    # A verdict and an adjudication are only told in one breath: whichever comes later counts.
    wanted = changed | set(STATE_KINDS) if changed.intersection(STATE_KINDS) else changed
    if "figure" in changed:
        presence.settle_values(connection, figure_id)
    events = given_on.counting(connection, figure_id, of_figure(connection, figure_id, sorted(wanted)))
    for aspect in ASPECTS:
        if changed.intersection(aspect.kinds):
            _write_rows(connection, aspect, figure_id, events)
    if changed.intersection(STATE_KINDS):
        state = decision(event for event in events if event.kind in STATE_KINDS)
        connection.execute(
            "UPDATE figures SET state = ?, reason = ?, decided_by = ?, decided_at = ? WHERE id = ?",
            (state.state, state.reason, state.reviewer_id, state.at, figure_id),
        )
    if "note" in changed:
        text = note([event for event in events if event.kind == "note"])
        connection.execute("UPDATE figures SET note = ? WHERE id = ?", (text, figure_id))
    for step in dict.fromkeys(FIGURE_STEPS[kind] for kind in FIGURE_STEPS if kind in changed):
        step(connection, figure_id)
    # Whether an added figure is there hangs on all that is said of it.
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


def _write_rows(connection: sqlite3.Connection, aspect: Aspect, figure_id: int, events: Sequence[Standing]) -> None:
    """Make a figure's rows in an aspect's table what its standing events come to, touching only those that differ."""
    columns = ", ".join(aspect.columns)
    present = set(connection.execute(f"SELECT {columns} FROM {aspect.table} WHERE figure_id = ?", (figure_id,)))
    due = set(aspect.rows([event for event in events if event.kind in aspect.kinds]))
    for row in present - due:
        conditions = " AND ".join(f"{name} IS ?" for name in aspect.columns)
        connection.execute(f"DELETE FROM {aspect.table} WHERE figure_id = ? AND {conditions}", (figure_id, *row))
    for row in due - present:
        values = ", ".join("?" * (1 + len(row)))
        connection.execute(f"INSERT INTO {aspect.table} (figure_id, {columns}) VALUES ({values})", (figure_id, *row))
