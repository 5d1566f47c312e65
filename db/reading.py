"""What a review gives to read: the queue and its rows, documents, the log, the desk."""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any

from db.corrected import corrected_row, corrections
from db.errors import AmbiguousFigure, ReviewError, UnknownFigure
from db.identity import FIGURE_ID_LENGTH
from db.model import LATER, DeskState, Progress, QueueRow
from figures.record import parse_number

if TYPE_CHECKING:
    from db.model import Added, DocumentView, Event, Evidence, Mark

# Term by term the order of the index on figures, so that nothing is left to sort and the rows are not touched.
_QUEUE_ORDER = "ORDER BY document_id, teaser, start, id"

_ROW_COLUMNS = (
    "f.id, f.uid, f.document_id, f.state, f.reason, f.text, f.low, f.high, f.bound, f.approximate, f.kind, "
    "f.unit, f.noun, f.attribution, f.as_of, coalesce(d.publisher, d.name), f.zone, f.checkable, f.why_not, "
    "f.note IS NOT NULL, EXISTS (SELECT 1 FROM evidence WHERE evidence.figure_id = f.id), f.status, "
    f"EXISTS (SELECT 1 FROM tags WHERE tags.figure_id = f.id AND tag = '{LATER}')"
)

#: What an Evidence is made of, of the tables evidence (e) and reviewers (r).
EVIDENCE_COLUMNS = "e.link, e.title, e.quote, e.stance, r.name, e.added_at, e.kind, e.seen_on, e.archived_link"


def progress(connection: sqlite3.Connection) -> Progress:
    """Give the counts of the whole review, from its counters."""
    return Progress(**dict(connection.execute("SELECT name, value FROM counters")))


def queue(connection: sqlite3.Connection, *, all_figures: bool, state: str | None) -> array[int]:
    """Give the row ids of the queue in its order."""
    conditions = [*(["state = ?"] if state is not None else []), "status <> 'retired'" if all_figures else "queued = 1"]
    where = f"WHERE {' AND '.join(conditions)}"
    parameters = () if state is None else (state,)
    return _ids(connection.execute(f"SELECT id FROM figures {where} {_QUEUE_ORDER}", parameters))


def has_document_named(connection: sqlite3.Connection, name: str) -> bool:
    """Tell whether a document of this name is there, whatever its text."""
    return connection.execute("SELECT 1 FROM documents WHERE name = ? LIMIT 1", (name,)).fetchone() is not None


def known_document(connection: sqlite3.Connection, uid: str) -> Added | None:
    """Give the counts of the document with this uid; None if it is not there."""
    from db.model import Added

    row = connection.execute("SELECT id FROM documents WHERE uid = ?", (uid,)).fetchone()
    if row is None:
        return None
    figures, queue = connection.execute(
        "SELECT count(*), coalesce(sum(queued), 0) FROM figures WHERE document_id = ? AND status <> 'retired'", row
    ).fetchone()
    return Added(row[0], uid, False, figures, queue)


def rows(connection: sqlite3.Connection, ids: Sequence[int]) -> list[QueueRow]:
    """Give the queue lines of these row ids, in the order asked."""
    found = connection.execute(
        f"SELECT {_ROW_COLUMNS} FROM figures AS f JOIN documents AS d ON d.id = f.document_id "
        "WHERE f.id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    )
    changes = corrections(connection, ids)
    by_id = {row[0]: corrected_row(_queue_row(row), changes.get(row[0], ())) for row in found}
    return [by_id[row_id] for row_id in ids if row_id in by_id]


def find(connection: sqlite3.Connection, figure_id: str) -> int:
    """Give the row id of a figure by its id or a unique prefix."""
    wanted = figure_id.strip().lower()
    if not wanted or len(wanted) > FIGURE_ID_LENGTH or not set(wanted) <= set("0123456789abcdef"):
        raise UnknownFigure(f"{figure_id!r} is no figure id: give up to {FIGURE_ID_LENGTH} hex digits of one")
    # "g" comes after every hex digit.
    found = connection.execute(
        "SELECT id, uid FROM figures WHERE uid >= ? AND uid < ? ORDER BY uid LIMIT 2",
        (wanted, wanted + "g"),
    ).fetchall()
    if not found:
        raise UnknownFigure(f"no figure of this review has the id {wanted}: figcheck list shows them")
    if len(found) > 1:
        raise AmbiguousFigure(
            f"more than one figure's id starts with {wanted} ({found[0][1]}, {found[1][1]} ...): give more digits"
        )
    return int(found[0][0])


def document(connection: sqlite3.Connection, document_id: int) -> DocumentView:
    """Give one document with its text, items and zones."""
    from db.model import DocumentView
    from seeds.document import Item, Zone

    row = connection.execute(
        "SELECT id, uid, name, text, title, publisher, author, url, published, retrieved FROM documents WHERE id = ?",
        (document_id,),
    ).fetchone()
    if row is None:
        raise ReviewError(f"there is no document {document_id} in this review")
    items = connection.execute(
        "SELECT number, title, published FROM items WHERE document_id = ? ORDER BY number", (document_id,)
    )
    zones = connection.execute(
        'SELECT start, "end", kind, item FROM zones WHERE document_id = ? ORDER BY start', (document_id,)
    )
    values = (*row, tuple(Item(*item) for item in items), tuple(Zone(*zone) for zone in zones))
    return DocumentView(*values)


def marks(connection: sqlite3.Connection, document_id: int) -> list[Mark]:
    """Give the place and state of every figure of a document, in text order."""
    from db.model import Mark

    found = connection.execute(
        'SELECT id, start, "end", state, checkable FROM figures '
        "WHERE document_id = ? AND status <> 'retired' ORDER BY start, id",
        (document_id,),
    )
    return [Mark(row_id, start, end, state, bool(checkable)) for row_id, start, end, state, checkable in found]


def evidence(connection: sqlite3.Connection, row_id: int) -> list[Evidence]:
    """Give the evidence of a figure, oldest first."""
    from db.model import Evidence

    found = connection.execute(
        f"SELECT {EVIDENCE_COLUMNS} FROM evidence AS e "
        "JOIN reviewers AS r ON r.id = e.reviewer_id WHERE e.figure_id = ? ORDER BY e.added_at, e.id",
        (row_id,),
    )
    return [Evidence(*row) for row in found]


def tags(connection: sqlite3.Connection, row_id: int) -> list[str]:
    """Give a figure's tags, in alphabetical order."""
    return [tag for (tag,) in connection.execute("SELECT tag FROM tags WHERE figure_id = ? ORDER BY tag", (row_id,))]


def history(connection: sqlite3.Connection, row_id: int | None, limit: int | None) -> list[Event]:
    """Give the log of one figure, or of the whole review, newest first."""
    from db.model import Event
    from db.words import event_label

    where = "" if row_id is None else "WHERE e.figure_id = ?"
    found = connection.execute(
        "SELECT e.uid, e.action_uid, e.at, r.name, e.kind, e.payload, e.figure_id, f.uid, f.text, "
        "coalesce(a.undone, 0) FROM events AS e JOIN reviewers AS r ON r.id = e.reviewer_id "
        "LEFT JOIN figures AS f ON f.id = e.figure_id LEFT JOIN actions AS a ON a.uid = e.action_uid "
        f"{where} ORDER BY e.at DESC, e.uid DESC LIMIT ?",
        (*(() if row_id is None else (row_id,)), -1 if limit is None else limit),
    )
    events = []
    for uid, action, at, reviewer, kind, payload, row, figure_id, text, undone in found:
        values = json.loads(payload)
        label = event_label(kind, values)
        events.append(Event(uid, action, at, reviewer, kind, label, row, figure_id, text, bool(undone), values))
    return events


def desk(connection: sqlite3.Connection, reviewer: str) -> DeskState:
    """Give where this reviewer left the desk; the beginning for somebody who was never there."""
    row = connection.execute(
        "SELECT d.figure_uid, d.filter, d.sort, d.show_all FROM desk AS d "
        "JOIN reviewers AS r ON r.id = d.reviewer_id WHERE r.name = ?",
        (reviewer,),
    ).fetchone()
    return DeskState() if row is None else DeskState(row[0], row[1], row[2], bool(row[3]))


def data_version(connection: sqlite3.Connection) -> int:
    """Give a number that changes when another connection has changed the file."""
    return int(connection.execute("PRAGMA data_version").fetchone()[0])


def _ids(found: Iterable[tuple[int]]) -> array[int]:
    return array("q", chain.from_iterable(found))


def _queue_row(row: tuple[Any, ...]) -> QueueRow:
    values = list(row)
    for place in _NUMBERS:
        values[place] = parse_number(values[place])
    for place in _FLAGS:
        values[place] = bool(values[place])
    return QueueRow(*values)


_NAMES = [*QueueRow.__slots__]
_NUMBERS = [_NAMES.index(name) for name in ("low", "high")]
_FLAGS = [_NAMES.index(name) for name in ("approximate", "checkable", "has_note", "has_evidence", "later")]
