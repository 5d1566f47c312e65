"""What conditions are made of: SQL about a figure (f), as it was corrected and as the reviewer may see it.

Every condition on another table's rows is bounded by :first and :last, the row ids of the figures that are looked at:
a query is asked for one stretch of them after the other.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from db.query.ground import Ground
from db.schema.comparing import ANSWERS

_WITHIN = "figure_id BETWEEN :first AND :last"
_ESCAPES = str.maketrans({"\\": "\\\\", "%": "\\%", "_": "\\_"})


@dataclass(slots=True)
class Conditions:
    """What a query asks in SQL: conditions that all have to hold, with their parameters.

    `states` are the states that fit, None where every one does or where the conditions tell. With nothing in `parts`,
    an index answers. `documents` tells that d is needed, `beyond` which of BEYOND are asked for, `even` that less is
    answered in less time.
    """

    ground: Ground
    states: frozenset[str] | None = None
    parts: list[str] = field(default_factory=list)
    parameters: dict[str, object] = field(default_factory=dict)
    documents: bool = False
    beyond: frozenset[str] = frozenset()
    even: bool = True

    def bind(self, value: object) -> str:
        """Take a parameter and give what stands for it."""
        name = f"p{len(self.parameters)}"
        self.parameters[name] = value
        return f":{name}"


def seen_state(ground: Ground) -> str:
    """Give the state of f as the reviewer may see it.

    The sign keeps SQLite from the index by states, which is no way through a stretch of rows.
    """
    return f"CASE WHEN {judged()} THEN f.state ELSE 'unreviewed' END" if ground.blind else "+f.state"


def number_of(ground: Ground, *ends: str) -> str:
    """Give the first of a figure's ends, "low" or "high", that it has, as corrected; null where it has no number."""
    if ground.corrected.isdisjoint(("low", "high")):
        return f"coalesce({', '.join(f'f.{end}_value' for end in ends)})"
    corrected = [
        f"CASE WHEN EXISTS (SELECT 1 FROM corrections WHERE figure_id = f.id AND field = '{end}') "
        f"THEN (SELECT CAST(value AS REAL) FROM corrections WHERE figure_id = f.id AND field = '{end}') "
        f"ELSE f.{end}_value END"
        for end in ends
    ]
    return f"coalesce({', '.join(corrected)})"


def in_index(match: str, found: Conditions) -> str:
    """Say that the index of f's words, as extracted, has a match."""
    within = "rowid BETWEEN :first AND :last"
    return f"f.id IN (SELECT rowid FROM figures_fts WHERE figures_fts MATCH {found.bind(match)} AND {within})"


def field_like(name: str, pattern: str, found: Conditions) -> str:
    """Say that a field of f, as corrected, is like a bound pattern."""
    as_extracted = f"f.{name} LIKE {pattern}"
    if name not in found.ground.corrected:
        return as_extracted
    return f"(({as_extracted} AND NOT {is_corrected(name)}) OR {is_corrected(name, f'value LIKE {pattern}')})"


def has_field(name: str) -> Callable[[Conditions], str]:
    """Say that f has something in a field, as corrected."""

    def given(found: Conditions) -> str:
        as_extracted = f"f.{name} IS NOT NULL"
        if name not in found.ground.corrected:
            return as_extracted
        return f"(({as_extracted} AND NOT {is_corrected(name)}) OR {is_corrected(name, 'value IS NOT NULL')})"

    return given


def is_corrected(name: str, condition: str = "1") -> str:
    """Say that a field of f was corrected, to a value for which a condition holds."""
    return f"f.id IN (SELECT figure_id FROM corrections WHERE field = '{name}' AND {_WITHIN} AND {condition})"


def answers_question(condition: str) -> str:
    """Say that f answers a question of which a condition holds."""
    return (
        "f.id IN (SELECT m.figure_id FROM memberships AS m CROSS JOIN questions AS q ON q.id = m.question_id "
        f"WHERE m.{_WITHIN} AND {condition} AND {ANSWERS})"
    )


def stands_in(table: str, condition: str = "1") -> str:
    """Say that a table has a row about f, of which a condition holds."""
    return f"f.id IN (SELECT figure_id FROM {table} WHERE {condition} AND {_WITHIN})"


def has_row(table: str, found: Conditions, condition: str = "1") -> str:
    """Say that another table has a row about f, one that the reviewer may see."""
    present = stands_in(table, condition)
    if not found.ground.blind:
        return present
    return f"({has_own_row(table, condition)} OR ({present} AND {judged()}))"


def has_own_row(table: str, condition: str = "1") -> str:
    """Say that another table has a row of the reviewer's own about f."""
    return f"f.id IN (SELECT figure_id FROM {table} WHERE {condition} AND {_WITHIN} AND reviewer_id = :me)"


def has_note(found: Conditions) -> str:
    """Say that f has a note that the reviewer may see."""
    if not found.ground.blind:
        return "f.note IS NOT NULL"
    return f"CASE WHEN {judged()} THEN f.note IS NOT NULL ELSE {has_own_row('notes')} END"


def if_seen(condition: str, found: Conditions) -> str:
    """Say that a condition on what others decided of f holds, and that the reviewer may know it."""
    return f"({condition} AND {judged()})" if found.ground.blind else condition


def judged() -> str:
    """Say that the reviewer has judged f, and so may see what others decided."""
    return (
        "(EXISTS (SELECT 1 FROM verdicts AS v WHERE v.figure_id = f.id AND v.reviewer_id = :me) "
        "OR EXISTS (SELECT 1 FROM adjudications AS a WHERE a.figure_id = f.id AND a.reviewer_id = :me))"
    )


def holding_text(text: str, found: Conditions) -> str:
    """Give a bound pattern for LIKE: what holds a text."""
    return f"{found.bind(f'%{text.translate(_ESCAPES)}%')} ESCAPE '\\'"


def starting_with(text: str, found: Conditions) -> str:
    """Give a bound pattern for LIKE: what starts with a text."""
    return f"{found.bind(f'{text.translate(_ESCAPES)}%')} ESCAPE '\\'"
