"""The verdict table out of the review file: which figures it has, and what it says of each of them."""

import json
import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, get_args

from db.comparing.columns import Reader
from db.comparing.members import members_of
from db.errors import ReviewError
from db.model import State, VerdictRow
from figures.record import parse_number

#: Every state that a figure can have.
STATES: tuple[str, ...] = get_args(State)
#: The verdicts that are published unless others are asked for.
PUBLISHED = ("confirmed", "disputed", "misreported")
#: So many figures are read at a time.
PAGE = 500

#: The values of one figure in the order of VerdictRow; low and high as the exact text they are stored as.
Line = tuple[Any, ...]

_FIELDS = tuple(VerdictRow.__slots__)
_PLACES = {name: place for place, name in enumerate(_FIELDS)}
_EVIDENCE, _QUESTION = _PLACES["evidence"], _PLACES["question"]

_EXPRESSIONS = {
    **{name: f"f.{name}" for name in _FIELDS},
    "figure_id": "f.uid",
    "publisher": "d.publisher",
    # A story other than the document's own has its own title and date or none.
    "title": "coalesce(i.title, CASE WHEN f.item = 0 THEN d.title END)",
    "url": "d.url",
    "published": "coalesce(i.published, CASE WHEN f.item = 0 THEN d.published END)",
    "verdict": "f.state",
    "evidence": "NULL",
    "reviewer": "r.name",
}
# CROSS JOIN keeps SQLite to the order in which the tables stand here, which is that of the row ids.
_LINES = (
    f"SELECT f.id, {', '.join(_EXPRESSIONS[name] for name in _FIELDS[:_QUESTION])} "
    "FROM json_each(?) AS wanted CROSS JOIN figures AS f ON f.id = wanted.value "
    "CROSS JOIN documents AS d ON d.id = f.document_id "
    "CROSS JOIN items AS i ON i.document_id = f.document_id AND i.number = f.item "
    "LEFT JOIN reviewers AS r ON r.id = f.decided_by ORDER BY wanted.key"
)
_EVIDENCE_NAMES = (
    "SELECT figure_id, coalesce(nullif(link, ''), nullif(title, ''), kind) FROM evidence "
    "WHERE figure_id IN (SELECT value FROM json_each(?)) ORDER BY added_at, id"
)
_CORRECTIONS = "SELECT figure_id, field, value FROM corrections WHERE figure_id IN (SELECT value FROM json_each(?))"
_ALONE = (None,) * (len(_FIELDS) - _QUESTION)

# What was never judged is in the table only as long as it is in the queue.
_NEXT_OF_A_STATE = (
    "SELECT document_id, teaser, start, id FROM figures WHERE state = ? AND status <> 'retired' "
    "AND (queued = 1 OR state <> 'unreviewed') AND (document_id, teaser, start, id) > (?, ?, ?, ?)"
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which figures: those in one of the `states` that fit what else is given.

    `among` are row ids in the order of the queue, None for all figures; `publisher` stands in the name of the
    publisher (of the document, where none is known); `since` is the first day (ISO, UTC) on which they were decided.
    """

    states: tuple[str, ...] = PUBLISHED
    among: "array[int] | None" = None
    publisher: str | None = None
    since: str | None = None


def pages(connection: sqlite3.Connection, wanted: Wanted) -> Iterator[list[int]]:
    """Yield the row ids of the figures in queue order, page by page.

    Each page is one short statement that begins behind the last figure of the one before: a half-read query would
    keep other programs from writing, and a list of all of them would grow with the review.
    """
    narrowed = wanted.among is not None or wanted.publisher is not None or wanted.since is not None
    for some in _candidates(connection, wanted):
        fitting = _fitting(connection, some, wanted) if narrowed else some
        if fitting:
            yield fitting


def lines(connection: sqlite3.Connection, ids: Sequence[int], reader: Reader) -> list[Line]:
    """Give the lines of these figures, in the order asked, values as corrected; ids that do not exist are left out."""
    asked = json.dumps(list(ids))
    evidence: dict[int, list[str]] = defaultdict(list)
    for row_id, name in connection.execute(_EVIDENCE_NAMES, (asked,)):
        evidence[row_id].append(name)
    corrected: dict[int, list[tuple[int, str | None]]] = defaultdict(list)
    for row_id, field, value in connection.execute(_CORRECTIONS, (asked,)):
        corrected[row_id].append((_PLACES[field], value))
    found = connection.execute(_LINES, (asked,)).fetchall()
    columns = reader.columns(ids)
    given = []
    for row_id, *values in found:
        values[_EVIDENCE] = tuple(evidence.get(row_id, ()))
        for place, value in corrected.get(row_id, ()):
            values[place] = value
        question = columns.get(row_id)
        values += _ALONE if question is None else (question.question, question.relation, question.origins)
        given.append(tuple(values))
    return given


def verdict_row(line: Line) -> VerdictRow:
    """Give a line as a row with its numbers as numbers."""
    values = dict(zip(_FIELDS, line, strict=True))
    for name in ("low", "high"):
        values[name] = parse_number(values[name])
    return VerdictRow(**values)


def verdict_rows(connection: sqlite3.Connection, *, all_states: bool) -> Iterator[VerdictRow]:
    """Yield the verdict table in queue order; `all_states` adds the figures of the queue in any other state."""
    reader = Reader(connection)
    for some in pages(connection, Wanted(STATES if all_states else PUBLISHED)):
        yield from map(verdict_row, lines(connection, some, reader))


def question_members(connection: sqlite3.Connection, question: str) -> "array[int]":
    """Give the row ids of the figures of a question, by the first characters of its id or by its whole title.

    In the order of the queue. Raises ReviewError where there is none, or more than one.
    """
    wanted = question.strip()
    found = connection.execute("SELECT id, uid, coalesce(renamed, title) FROM questions ORDER BY id").fetchall()
    fitting = [row_id for row_id, uid, _ in found if wanted and uid.startswith(wanted.lower())]
    fitting = fitting or [row_id for row_id, _, title in found if title.casefold() == wanted.casefold()]
    if not fitting:
        raise ReviewError(f"no question has the id or the title {wanted!r}: figcheck questions REVIEW --json has both")
    if len(fitting) > 1:
        raise ReviewError(f"{len(fitting)} questions fit {wanted!r}: give an id of figcheck questions REVIEW --json")
    return array("q", [member.row_id for member in members_of(connection, fitting)[fitting[0]]])


def _candidates(connection: sqlite3.Connection, wanted: Wanted) -> Iterator[list[int]]:
    if wanted.among is not None:
        for first in range(0, len(wanted.among), PAGE):
            yield wanted.among[first : first + PAGE].tolist()
        return
    if not wanted.states:
        return
    # State by state the index gives them in order, and SQLite merges them without sorting.
    statement = " UNION ALL ".join([_NEXT_OF_A_STATE] * len(wanted.states)) + f" ORDER BY 1, 2, 3, 4 LIMIT {PAGE}"
    last = (-1, -1, -1, -1)
    while found := connection.execute(statement, [*chain(*((state, *last) for state in wanted.states))]).fetchall():
        yield [row[3] for row in found]
        last = found[-1]


def _fitting(connection: sqlite3.Connection, ids: Iterable[int], wanted: Wanted) -> list[int]:
    conditions = [
        f"f.state IN ({', '.join('?' * len(wanted.states))})",
        "f.status <> 'retired' AND (f.queued = 1 OR f.state <> 'unreviewed')",
    ]
    parameters: list[object] = [json.dumps(list(ids)), *wanted.states]
    if wanted.publisher is not None:
        conditions.append("instr(lower(coalesce(d.publisher, d.name)), lower(?)) > 0")
        parameters.append(wanted.publisher)
    if wanted.since is not None:
        conditions.append("f.decided_at >= ?")
        parameters.append(wanted.since)
    found = connection.execute(
        "SELECT f.id FROM json_each(?) AS wanted CROSS JOIN figures AS f ON f.id = wanted.value "
        f"CROSS JOIN documents AS d ON d.id = f.document_id WHERE {' AND '.join(conditions)} ORDER BY wanted.key",
        parameters,
    )
    return [row_id for (row_id,) in found]
