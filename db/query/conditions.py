"""Terms of a query as conditions in SQL, over figures (f) and their documents (d)."""

from collections.abc import Callable, Mapping

from db.model import LATER
from db.query.clauses import (
    Conditions,
    answers_question,
    field_like,
    has_field,
    has_note,
    has_own_row,
    has_row,
    holding_text,
    if_seen,
    in_index,
    is_corrected,
    number_of,
    seen_state,
    stands_in,
    starting_with,
)
from db.query.ground import Ground
from db.query.keys import BEYOND
from db.query.model import Comparison, Field, Query, Term, Words
from db.query.orders import STATES
from db.query.word_forms import match_noun, match_text
from db.search import SHORTEST_START

#: Every state but these two counts as decided.
UNDECIDED = ("unreviewed", "unresolved")


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
    in_text = in_index(match_text(term), found)
    if "noun" not in found.ground.corrected:
        return in_text
    return f"{in_text} OR {is_corrected('noun', f'value LIKE {holding_text(term.text.rstrip(chr(42)), found)}')}"


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
        parts.append(field_like("unit", starting_with(term.unit, found), found))
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
    as_extracted = in_index(match, found) if match else "0"
    if "noun" not in found.ground.corrected:
        return as_extracted
    corrected = is_corrected("noun", f"value LIKE {holding_text(value, found)}")
    return f"({as_extracted} AND NOT {is_corrected('noun')}) OR {corrected}"


def _document(value: str, found: Conditions) -> str:
    found.documents = True
    holding = holding_text(value, found)
    return f"(d.name LIKE {holding} OR coalesce(d.title, '') LIKE {holding} OR coalesce(d.url, '') LIKE {holding})"


def _publisher(value: str, found: Conditions) -> str:
    found.documents = True
    return f"coalesce(d.publisher, d.name) LIKE {holding_text(value, found)}"


def _reason(value: str, found: Conditions) -> str:
    return if_seen(f"f.reason = {found.bind(value)}", found)


def _tag(value: str, found: Conditions) -> str:
    return has_row("tags", found, f"tag = {found.bind(value)}")


def _question(value: str, found: Conditions) -> str:
    return answers_question(f"coalesce(q.renamed, q.title) LIKE {holding_text(value, found)}")


def _one_of(states: tuple[str, ...]) -> str:
    return ", ".join(f"'{state}'" for state in states)


_DECIDED = tuple(state for state in STATES if state not in UNDECIDED)

_IS: Mapping[str, Callable[[Conditions], str]] = {
    "undecided": lambda found: f"f.queued = 1 AND {seen_state(found.ground)} IN ({_one_of(UNDECIDED)})",
    "decided": lambda found: f"{seen_state(found.ground)} IN ({_one_of(_DECIDED)})",
    "mine": lambda found: has_own_row("verdicts"),
    "later": lambda found: _tag(LATER, found),
    "tagged": lambda found: has_row("tags", found),
    "noted": has_note,
    "corrected": lambda found: stands_in("corrections"),
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
    "evidence": lambda found: has_row("evidence", found),
    "note": _IS["noted"],
    "tag": _IS["tagged"],
    "correction": _IS["corrected"],
    "noun": has_field("noun"),
    "source": has_field("attribution"),
    "date": has_field("as_of"),
    "question": lambda found: answers_question("1"),
    "sign": lambda found: stands_in("signs"),
}

_FIELDS: Mapping[str, Callable[[str, Conditions], str]] = {
    "state": _state,
    "is": _is,
    "has": _has,
    "without": _without,
    "kind": lambda value, found: f"f.kind = {found.bind(value)}",
    "noun": _noun,
    "source": lambda value, found: field_like("attribution", holding_text(value, found), found),
    "publisher": _publisher,
    "document": _document,
    "unit": lambda value, found: field_like("unit", starting_with(value, found), found),
    "tag": _tag,
    "reason": _reason,
    "question": _question,
    "relation": lambda value, found: stands_in("comparisons", f"relation = {found.bind(value)}"),
    "sign": lambda value, found: stands_in("signs", f"kind = {found.bind(value)}"),
    "zone": lambda value, found: f"f.zone = {found.bind(value)}",
}
