"""One query in SQL that is asked for a stretch of the review after the other, each of them quickly answered.

A stretch is of figures by their row ids, or, where an index answers alone, of documents. No statement stays open
between two stretches: a half-read one would keep other programs from writing.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from db.query.clauses import Conditions, number_of, seen_state
from db.query.conditions import conditions_of
from db.query.ground import Ground
from db.query.model import Query
from db.query.orders import PRIORITY, UNDECIDED

#: A figure's place in the order of the queue as one number that a float holds exactly: 24 bits for the document, one
#: that puts teasers behind the rest, 28 for the offset.
_PLACE = "(f.document_id << 29) | (f.teaser << 28) | f.start"

#: The order of the queue, term by term as in its index.
PLACES = "f.document_id, f.teaser, f.start, f.id"

#: A figure that conflicts with another, or has a sign of a misreport.
_RIVALLED = (
    "(EXISTS (SELECT 1 FROM comparisons AS c WHERE c.figure_id = f.id AND c.relation = 'conflict') "
    "OR EXISTS (SELECT 1 FROM signs AS s WHERE s.figure_id = f.id))"
)

#: So many figures are fetched at a time.
_AT_A_TIME = 4000

#: What a stretch gives of each figure: its section, its weight there, and its row id.
Row = tuple[int, float, int]


@dataclass(frozen=True, slots=True)
class Stretches:
    """How to ask: `sql` with its parameters, for :first to :last of the whole from `first` to `last`.

    `by_document` says that those are documents, and that row ids come alone, in their order. Else they come as Row:
    sections stand behind each other, by weight inside each. `even` tells that a smaller stretch takes less time.
    """

    sql: str
    parameters: dict[str, object]
    first: int
    last: int
    by_document: bool = False
    even: bool = True

    def ids(self, connection: sqlite3.Connection, first: int, last: int) -> "Iterator[tuple[int]]":
        """Give the row ids of one stretch, where they come alone."""
        return connection.execute(self.sql, {**self.parameters, "first": first, "last": last})

    def rows(self, connection: sqlite3.Connection, first: int, last: int) -> Iterator[list[Row]]:
        """Yield the figures of one stretch, where they come with section and weight, some at a time.

        As Python's objects they take ten times the memory of their numbers.
        """
        found = connection.execute(self.sql, {**self.parameters, "first": first, "last": last})
        while rows := found.fetchmany(_AT_A_TIME):
            yield rows


def stretches(
    connection: sqlite3.Connection, query: Query, ground: Ground, order: str, *, all_figures: bool
) -> list[Stretches]:
    """Give how to ask a query for its figures in an order: one thing after the other."""
    asked = conditions_of(query, ground)
    scope = scope_of(asked, all_figures)
    if not asked.parts and (order == "" or (order == "priority" and not ground.blind)):
        return _by_document(connection, asked, scope, order)
    return [_by_figure(connection, asked, scope, order)]


def scope_of(asked: Conditions, all_figures: bool) -> str:
    """Say what is looked at: the queue, or what lies beyond it."""
    if all_figures or "checkable" in asked.beyond:
        return "f.status <> 'retired'"
    return "f.status <> 'retired' AND f.checkable = 1" if asked.beyond else "f.queued = 1"


def _by_document(connection: sqlite3.Connection, asked: Conditions, scope: str, order: str) -> list[Stretches]:
    first, last = bounds(connection, "documents")
    conditions: list[str] = []
    if order == "priority":
        conditions = [f"AND {section}" for section in priority_sections(connection, asked)]
    elif asked.states is not None:
        conditions = [f"AND f.state IN ({', '.join(map(repr, sorted(asked.states)))})"]
    return [
        Stretches(
            f"SELECT f.id FROM figures AS f WHERE f.document_id BETWEEN :first AND :last AND {scope} {condition} "
            f"ORDER BY {PLACES}",
            {},
            first,
            last,
            by_document=True,
        )
        for condition in conditions or [""]
    ]


def priority_sections(connection: sqlite3.Connection, asked: Conditions) -> list[str]:
    """Give the conditions of the parts of the order by priority, the first part first."""
    wanted = [state for state in PRIORITY if asked.states is None or state in asked.states]
    sections = [f"f.state = '{state}'" for state in wanted]
    if _any_rivalled(connection):
        undecided = [state for state in wanted if state in UNDECIDED]
        sections = [f"f.state = '{state}' AND {_RIVALLED}" for state in undecided]
        sections += [f"f.state = '{s}'" + (f" AND NOT {_RIVALLED}" if s in UNDECIDED else "") for s in wanted]
    return [f"f.teaser = {teaser} AND {section}" for teaser in (0, 1) for section in sections]


def _by_figure(connection: sqlite3.Connection, asked: Conditions, scope: str, order: str) -> Stretches:
    first, last = bounds(connection, "figures")
    section, weight = _sorted_by(asked.ground, order, rivalled=order == "priority" and _any_rivalled(connection))
    join = "CROSS JOIN documents AS d ON d.id = f.document_id " if asked.documents else ""
    conditions = [scope, *asked.parts]
    if asked.states is not None:
        conditions.append(f"{seen_state(asked.ground)} IN ({', '.join(map(repr, sorted(asked.states)))})")
    return Stretches(
        f"SELECT {section}, {weight}, f.id FROM figures AS f {join}WHERE f.id BETWEEN :first AND :last "
        f"AND {' AND '.join(conditions)} ORDER BY 1, 2, 3",
        asked.parameters,
        first,
        last,
        even=asked.even,
    )


def _any_rivalled(connection: sqlite3.Connection) -> bool:
    """Tell whether any figure comes first: looking at each for nothing would take half as long again."""
    (found,) = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM comparisons WHERE relation = 'conflict') OR EXISTS (SELECT 1 FROM signs)"
    ).fetchone()
    return bool(found)


def _sorted_by(ground: Ground, order: str, *, rivalled: bool) -> tuple[str, str]:
    """Give the section of a figure in an order, and its weight there."""
    if order == "value":
        number = number_of(ground, "low", "high")
        return f"2 * f.teaser + ({number} IS NULL)", f"coalesce(-{number}, 0.0)"
    if order == "priority":
        ranks = " ".join(f"WHEN '{state}' THEN {rank}" for rank, state in enumerate(PRIORITY))
        section = f"{len(PRIORITY) + len(UNDECIDED)} * f.teaser + CASE {seen_state(ground)} {ranks} END"
        if rivalled:
            undecided = f"{seen_state(ground)} IN ({', '.join(map(repr, UNDECIDED))})"
            section += f" + CASE WHEN {undecided} AND {_RIVALLED} THEN 0 ELSE {len(UNDECIDED)} END"
        return section, _PLACE
    return "0", _PLACE


def bounds(connection: sqlite3.Connection, table: str) -> tuple[int, int]:
    """Give the first and the last row id of a table; nothing lies between them in an empty one."""
    found = connection.execute(f"SELECT coalesce((SELECT min(id) FROM {table}), 1), coalesce(max(id), 0) FROM {table}")
    first, last = found.fetchone()
    return int(first), int(last)
