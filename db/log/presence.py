"""Figures that reviewers added: there as long as an event that adds them stands."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from db.log.standing import Standing, of_figure
from db.rows import figure_of
from db.storing import insert_figures
from figures.model import Figure
from figures.record import number_text

#: Kind, subject and figure's row of an event.
Touched = tuple[str, str, int | None]

_SAID = (
    "low",
    "high",
    "bound",
    "approximate",
    "kind",
    "unit",
    "noun",
    "attribution",
    "as_of",
    "as_of_start",
    "as_of_end",
)
_FIELDS = tuple(Figure.__slots__)


def payload_of(figure: Figure, document_uid: str) -> dict[str, object]:
    """Give what an event holds that adds a figure: everything of it, numbers as exact text."""
    values = {name: getattr(figure, name) for name in _FIELDS}
    numbers = {name: number_text(values[name]) or None for name in ("low", "high")}
    return {"document": document_uid, "figure": values | numbers}


def settle_added(connection: sqlite3.Connection, figure_id: int) -> None:
    """Work out again whether an added figure is there, and what was said of it last."""
    events = of_figure(connection, figure_id, ("figure",))
    if not events:
        connection.execute("UPDATE figures SET status = 'retired', queued = 0 WHERE id = ?", (figure_id,))
        return
    said = _figure(events[-1])
    values = {name: getattr(said, name) for name in _SAID}
    for name in ("low", "high"):
        values[f"{name}_value"] = None if values[name] is None else float(values[name])
        values[name] = number_text(values[name]) or None
    changes = ", ".join(f"{name} = ?" for name in values)
    connection.execute(f"UPDATE figures SET {changes} WHERE id = ?", (*values.values(), figure_id))
    # One that is not in the newest version of its document is kept out of the queue.
    connection.execute(
        "UPDATE figures SET status = n.status, queued = checkable AND n.status = 'live' "
        "FROM (SELECT f.id, CASE WHEN d.superseded_by IS NULL THEN 'live' ELSE 'orphaned' END AS status "
        "FROM figures AS f JOIN documents AS d ON d.id = f.document_id) AS n "
        "WHERE n.id = figures.id AND figures.id = ? AND figures.status = 'retired'",
        (figure_id,),
    )


def with_rows(connection: sqlite3.Connection, events: Iterable[Touched]) -> Iterator[Touched]:
    """Yield events; for one that adds a figure which has no row, its row is made, and what the log says of it added."""
    for kind, subject, figure_id in events:
        if kind == "figure" and figure_id is None and _made(connection, subject):
            yield from connection.execute(
                "SELECT DISTINCT kind, subject, figure_id FROM events WHERE subject = ? AND figure_id IS NOT NULL "
                "AND kind NOT IN ('undo', 'redo')",
                (subject,),
            ).fetchall()
        else:
            yield kind, subject, figure_id


def _made(connection: sqlite3.Connection, uid: str) -> bool:
    """Make the row of a figure that events add, if its document is here, and tie the events about it to the row."""
    row = connection.execute("SELECT id FROM figures WHERE uid = ?", (uid,)).fetchone()
    if row is None:
        (payload,) = connection.execute(
            "SELECT payload FROM events WHERE subject = ? AND kind = 'figure' ORDER BY at, uid", (uid,)
        ).fetchone()
        values = json.loads(payload)
        document = connection.execute("SELECT id, text FROM documents WHERE uid = ?", (values["document"],)).fetchone()
        if document is None:
            return False
        figure = figure_of([values["figure"][name] for name in _FIELDS])
        row = insert_figures(connection, document[0], values["document"], document[1], [figure], origin="added")
        connection.execute("UPDATE figures SET uid = ? WHERE id = ?", (uid, *row))
    connection.execute("UPDATE events SET figure_id = ? WHERE subject = ? AND figure_id IS NULL", (*row, uid))
    return True


def _figure(event: Standing) -> Figure:
    values: Mapping[str, Any] = event.values["figure"]
    return figure_of([values[name] for name in _FIELDS])
