"""Terms of a query as conditions in SQL, over figures (f) and their documents (d).

Every condition on another table's rows is bounded by :first and :last, the row ids of the figures that are looked at:
a query is asked for one stretch of them after the other.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from db.model import LATER
from db.query.ground import Ground
from db.query.keys import BEYOND
from db.query.model import Comparison, Field, Query, Term, Words
from db.query.orders import STATES
from db.query.word_forms import match_noun, match_text
from db.schema.comparing import ANSWERS
from db.search import SHORTEST_START

#: Every state but these two counts as decided.
UNDECIDED = ("unreviewed", "unresolved")

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


def conditions_of(query: Query, ground: Ground) -> Conditions:
    """Give what a query asks in SQL."""
    found = Conditions(ground, parameters={"me": ground.me})
    for term in query.terms:
        states = _states(term)
        if states is not None and not ground.blind:
            found.states = states if found.states is None else found.states & states
        else:
            condition = _condition(term, found)
            found.parts.append(f"({condition}) IS NOT TRUE" if term.negated else f"({condition})")
    return found


def seen_state(ground: Ground) -> str:
    """Give the state of f as the reviewer may see it.

    The sign keeps SQLite from the index by states, which is no way through a stretch of rows.
    """
    return f"CASE WHEN {_judged()} THEN f.state ELSE 'unreviewed' END" if ground.blind else "+f.state"


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


def _states(term: Term) -> frozenset[str] | None:
    """Give the states that a term lets through, if it says nothing else."""
    if not isinstance(term, Field) or term.key != "state":
        return None
    return frozenset(STATES).difference(term.values) if term.negated else frozenset(term.values)


def _condition(term: Term, found: Conditions) -> str:
    if isinstance(term, Words):
        return _of_words(term, found)
    if isinstance(term, Comparison):
        return _of_number(term, found)
    return " OR ".join(_FIELDS[term.key](value, found) for value in term.values)


def _of_words(term: Words, found: Conditions) -> str:
    found.even &= not term.begins or len(term.text) == SHORTEST_START + 1
    in_text = _searched(match_text(term), found)
    if "noun" not in found.ground.corrected:
        return in_text
    return f"{in_text} OR {_corrected('noun', f'value LIKE {_holding(term.text.rstrip(chr(42)), found)}')}"


def _of_number(term: Comparison, found: Conditions) -> str:
    number, ground = found.bind(term.number), found.ground
    # A range is above a number if its upper end is, and below if its lower end is.
    upper, lower = number_of(ground, "high", "low"), number_of(ground, "low", "high")
    if term.sign == "=":
        parts = [f"{number} BETWEEN {lower} AND {upper}"]
    else:
        parts = [f"{upper if term.sign.startswith('>') else lower} {term.sign} {number}"]
    if term.kind is not None:
        parts.append(f"f.kind = {found.bind(term.kind)}")
    if term.unit is not None:
        parts.append(_field_like("unit", _starting(term.unit, found), found))
    return " AND ".join(parts)


def _state(value: str, found: Conditions) -> str:
    return f"{seen_state(found.ground)} = {found.bind(value)}"


def _is(value: str, found: Conditions) -> str:
    if value in BEYOND:
        found.beyond |= {value}
    return _IS[value](found)


def _has(value: str, found: Conditions) -> str:
    return _HAS[value](found)


def _without(value: str, found: Conditions) -> str:
    return f"({_HAS[value](found)}) IS NOT TRUE"


def _noun(value: str, found: Conditions) -> str:
    match = match_noun(value)
    as_extracted = _searched(match, found) if match else "0"
    if "noun" not in found.ground.corrected:
        return as_extracted
    corrected = _corrected("noun", f"value LIKE {_holding(value, found)}")
    return f"({as_extracted} AND NOT {_corrected('noun')}) OR {corrected}"


def _document(value: str, found: Conditions) -> str:
    found.documents = True
    holding = _holding(value, found)
    return f"(d.name LIKE {holding} OR coalesce(d.title, '') LIKE {holding} OR coalesce(d.url, '') LIKE {holding})"


def _publisher(value: str, found: Conditions) -> str:
    found.documents = True
    return f"coalesce(d.publisher, d.name) LIKE {_holding(value, found)}"


def _reason(value: str, found: Conditions) -> str:
    return _if_seen(f"f.reason = {found.bind(value)}", found)


def _tag(value: str, found: Conditions) -> str:
    return _beside("tags", found, f"tag = {found.bind(value)}")


def _question(value: str, found: Conditions) -> str:
    return _asked(f"coalesce(q.renamed, q.title) LIKE {_holding(value, found)}")


def _asked(condition: str) -> str:
    """Say that f answers a question of which a condition holds."""
    return (
        "f.id IN (SELECT m.figure_id FROM memberships AS m CROSS JOIN questions AS q ON q.id = m.question_id "
        f"WHERE m.{_WITHIN} AND {condition} AND {ANSWERS})"
    )


def _compared(table: str, condition: str = "1") -> str:
    """Say that f has a row among what comparing found."""
    return f"f.id IN (SELECT figure_id FROM {table} WHERE {condition} AND {_WITHIN})"


def _field_like(name: str, pattern: str, found: Conditions) -> str:
    """Say that a field of f, as corrected, is like a bound pattern."""
    as_extracted = f"f.{name} LIKE {pattern}"
    if name not in found.ground.corrected:
        return as_extracted
    return f"(({as_extracted} AND NOT {_corrected(name)}) OR {_corrected(name, f'value LIKE {pattern}')})"


def _given(name: str) -> Callable[[Conditions], str]:
    """Say that f has something in a field, as corrected."""

    def given(found: Conditions) -> str:
        as_extracted = f"f.{name} IS NOT NULL"
        if name not in found.ground.corrected:
            return as_extracted
        return f"(({as_extracted} AND NOT {_corrected(name)}) OR {_corrected(name, 'value IS NOT NULL')})"

    return given


def _corrected(name: str, condition: str = "1") -> str:
    """Say that a field of f was corrected, to a value for which a condition holds."""
    return f"f.id IN (SELECT figure_id FROM corrections WHERE field = '{name}' AND {_WITHIN} AND {condition})"


def _searched(match: str, found: Conditions) -> str:
    within = "rowid BETWEEN :first AND :last"
    return f"f.id IN (SELECT rowid FROM figures_fts WHERE figures_fts MATCH {found.bind(match)} AND {within})"


def _beside(table: str, found: Conditions, condition: str = "1") -> str:
    """Say that another table has a row about f, one that the reviewer may see."""
    present = f"f.id IN (SELECT figure_id FROM {table} WHERE {condition} AND {_WITHIN})"
    if not found.ground.blind:
        return present
    return f"({_own(table, condition)} OR ({present} AND {_judged()}))"


def _noted(found: Conditions) -> str:
    if not found.ground.blind:
        return "f.note IS NOT NULL"
    return f"CASE WHEN {_judged()} THEN f.note IS NOT NULL ELSE {_own('notes')} END"


def _own(table: str, condition: str = "1") -> str:
    """Say that another table has a row of the reviewer's own about f."""
    return f"f.id IN (SELECT figure_id FROM {table} WHERE {condition} AND {_WITHIN} AND reviewer_id = :me)"


def _if_seen(condition: str, found: Conditions) -> str:
    return f"({condition} AND {_judged()})" if found.ground.blind else condition


def _judged() -> str:
    return (
        "(EXISTS (SELECT 1 FROM verdicts AS v WHERE v.figure_id = f.id AND v.reviewer_id = :me) "
        "OR EXISTS (SELECT 1 FROM adjudications AS a WHERE a.figure_id = f.id AND a.reviewer_id = :me))"
    )


def _holding(text: str, found: Conditions) -> str:
    return f"{found.bind(f'%{text.translate(_ESCAPES)}%')} ESCAPE '\\'"


def _starting(text: str, found: Conditions) -> str:
    return f"{found.bind(f'{text.translate(_ESCAPES)}%')} ESCAPE '\\'"


def _one_of(states: tuple[str, ...]) -> str:
    return ", ".join(f"'{state}'" for state in states)


_DECIDED = tuple(state for state in STATES if state not in UNDECIDED)

_IS: Mapping[str, Callable[[Conditions], str]] = {
    "undecided": lambda found: f"f.queued = 1 AND {seen_state(found.ground)} IN ({_one_of(UNDECIDED)})",
    "decided": lambda found: f"{seen_state(found.ground)} IN ({_one_of(_DECIDED)})",
    "mine": lambda found: _own("verdicts"),
    "later": lambda found: _tag(LATER, found),
    "tagged": lambda found: _beside("tags", found),
    "noted": _noted,
    "corrected": lambda found: f"f.id IN (SELECT figure_id FROM corrections WHERE {_WITHIN})",
    "added": lambda found: "f.origin = 'added'",
    "teaser": lambda found: "f.teaser = 1",
    "headline": lambda found: "f.zone = 'headline'",
    "approximate": lambda found: "f.approximate = 1",
    "vague": lambda found: "f.vague = 1",
    "increment": lambda found: "f.increment = 1",
    "changed": lambda found: "f.changed_from IS NOT NULL",
    "orphaned": lambda found: "f.status = 'orphaned'",
    "checkable": lambda found: "f.checkable = 1",
}

_HAS: Mapping[str, Callable[[Conditions], str]] = {
    "evidence": lambda found: _beside("evidence", found),
    "note": _IS["noted"],
    "tag": _IS["tagged"],
    "correction": _IS["corrected"],
    "noun": _given("noun"),
    "source": _given("attribution"),
    "date": _given("as_of"),
    "question": lambda found: _asked("1"),
    "sign": lambda found: _compared("signs"),
}

_FIELDS: Mapping[str, Callable[[str, Conditions], str]] = {
    "state": _state,
    "is": _is,
    "has": _has,
    "without": _without,
    "kind": lambda value, found: f"f.kind = {found.bind(value)}",
    "noun": _noun,
    "source": lambda value, found: _field_like("attribution", _holding(value, found), found),
    "publisher": _publisher,
    "document": _document,
    "unit": lambda value, found: _field_like("unit", _starting(value, found), found),
    "tag": _tag,
    "reason": _reason,
    "question": _question,
    "relation": lambda value, found: _compared("comparisons", f"relation = {found.bind(value)}"),
    "sign": lambda value, found: _compared("signs", f"kind = {found.bind(value)}"),
    "zone": lambda value, found: f"f.zone = {found.bind(value)}",
}
