"""Figures that reviewers added: there as long as an event that adds them stands."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from db.log.given_on import KINDS, Number, given_on, is_same
from db.log.standing import of_figure
from db.rows import figure_of
from db.storing import insert_figures
from figures.model import Figure
from figures.record import number_text

#: Kind, subject and figure's row of an event.
Touched = tuple[str, str, int | None]
Payload = Mapping[str, Any]

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

#: Whether anybody says anything of a figure.
_SAID_OF = " UNION ALL ".join(
    f"SELECT 1 FROM {table} WHERE figure_id = ?1" + (" AND status = 'set'" if table == "memberships" else "")
    for table in ("verdicts", "adjudications", "notes", "evidence", "tags", "corrections", "memberships")
)


def payload_of(figure: Figure, document_uid: str) -> dict[str, object]:
    """Give what an event holds that adds a figure: everything of it, numbers as exact text."""
    values = {name: getattr(figure, name) for name in _FIELDS}
    numbers = {name: number_text(values[name]) or None for name in ("low", "high")}
    return {"document": document_uid, "figure": values | numbers}


def settle_values(connection: sqlite3.Connection, figure_id: int) -> None:
    """Give an added figure what was said of it last.

    Where two added it as different numbers it is the one that was judged first; nobody's verdict goes to the other.
    """
    standing, ever = _added_as(connection, figure_id)
    judged = _judged_first(connection, figure_id)
    if judged is None:
        said = standing or ever
    else:
        # One that somebody judged where the extractor found it is what it was found as.
        fit = [[values for values in some if is_same(judged, values["figure"])] for some in (standing, ever)]
        said = fit[0] or fit[1]
    if not said:
        return
    figure = _figure(said[-1])
    values = {name: getattr(figure, name) for name in _SAID}
    for name in ("low", "high"):
        values[f"{name}_value"] = None if values[name] is None else float(values[name])
        values[name] = number_text(values[name]) or None
    changes = ", ".join(f"{name} = ?" for name in values)
    connection.execute(f"UPDATE figures SET {changes} WHERE id = ?", (*values.values(), figure_id))


def settle_presence(connection: sqlite3.Connection, figure_id: int) -> None:
    """Work out again whether an added figure is there: while it is added, or anything stands that is said of it."""
    row = connection.execute(
        "SELECT f.status, d.superseded_by IS NULL FROM figures AS f JOIN documents AS d ON d.id = f.document_id "
        "WHERE f.id = ? AND f.origin = 'added'",
        (figure_id,),
    ).fetchone()
    if row is None:
        return
    before, newest = row
    there = of_figure(connection, figure_id, ("figure",)) or connection.execute(_SAID_OF, (figure_id,)).fetchone()
    status = "retired" if not there else "live" if newest else "orphaned"
    if status != before:
        connection.execute(
            "UPDATE figures SET status = ?1, queued = checkable AND ?1 = 'live' WHERE id = ?2", (status, figure_id)
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


def _added_as(connection: sqlite3.Connection, figure_id: int) -> tuple[list[Payload], list[Payload]]:
    """Give what a figure was added as, oldest first: by what stands, and by what was taken back too."""
    found = connection.execute(
        "SELECT payload FROM events WHERE figure_id = ? AND kind = 'figure' ORDER BY at, uid", (figure_id,)
    )
    ever = [json.loads(payload) for (payload,) in found.fetchall()]
    return [event.values for event in of_figure(connection, figure_id, ("figure",))], ever


def _judged_first(connection: sqlite3.Connection, figure_id: int) -> Number | None:
    """Give the number that the first standing entry about a figure was about that tells."""
    told = (given_on(event.values) for event in of_figure(connection, figure_id, KINDS))
    return next((number for number in told if number is not None), None)


def _figure(values: Payload) -> Figure:
    return figure_of([values["figure"][name] for name in _FIELDS])
