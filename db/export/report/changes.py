"""What was decided otherwise since a figure was first judged, and which of its values were put right."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from db.export.report.model import Change
from db.log.aspects import Decision, decision
from db.log.standing import Standing, of_figures
from db.values import FIELDS
from db.verdict_table import PAGE
from db.words import reason_label

_VERDICTS = ("verdict", "adjudication")
_NONE = "none"


def changes(connection: sqlite3.Connection, ids: Sequence[int], *, anonymous: bool) -> Iterator[Change]:
    """Yield the changes of these figures (row ids), figure by figure, each oldest first.

    What was undone is no change, nor is a first verdict; a value put right is one, and so is each verdict that became
    another.
    """
    names: dict[int, str] = dict(connection.execute("SELECT id, name FROM reviewers").fetchall())
    for first in range(0, len(ids), PAGE):
        some = ids[first : first + PAGE]
        logs = of_figures(connection, some, (*_VERDICTS, "correction"))
        figures = _figures(connection, [row_id for row_id in some if len(logs[row_id]) > 1 or _corrected(logs[row_id])])
        for row_id, figure in figures.items():
            for event, what, before, after in _changed(logs[row_id], figure):
                yield Change(
                    at=event.at,
                    figure_id=figure.uid,
                    text=figure.text,
                    noun=figure.noun,
                    what=what,
                    before=before,
                    after=after,
                    reviewer=None if anonymous else names[event.reviewer_id],
                )


@dataclass(frozen=True, slots=True)
class _Extracted:
    """A figure's values as they were extracted, by field."""

    uid: str
    text: str
    noun: str | None
    values: dict[str, str | None]


def _corrected(events: Sequence[Standing]) -> bool:
    return any(event.kind == "correction" for event in events)


def _figures(connection: sqlite3.Connection, ids: Sequence[int]) -> dict[int, _Extracted]:
    found = {
        row_id: _Extracted(uid, text, values[FIELDS.index("noun")], dict(zip(FIELDS, values, strict=True)))
        for row_id, uid, text, *values in connection.execute(
            f"SELECT id, uid, text, {', '.join(FIELDS)} FROM figures WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(ids)),),
        ).fetchall()
    }
    return {row_id: found[row_id] for row_id in ids if row_id in found}


def _changed(events: Sequence[Standing], figure: _Extracted) -> Iterator[tuple[Standing, str, str, str]]:
    values = dict(figure.values)
    said: list[Standing] = []
    state = decision(said)
    for event in events:
        if event.kind == "correction":
            field = str(event.values["field"])
            value = figure.values[field] if event.values.get("withdrawn") else event.values["value"]
            if value != values[field]:
                yield event, field, values[field] or _NONE, value or _NONE
            values[field] = value
            continue
        said.append(event)
        new = decision(said)
        if state.state != "unreviewed" and (state.state, state.reason) != (new.state, new.reason):
            yield event, "verdict", _worded(state), _worded(new)
        state = new


def _worded(said: Decision) -> str:
    return f"{said.state}: {reason_label(said.reason)}" if said.reason else said.state
