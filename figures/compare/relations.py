"""Relations: what two figures of one question are to each other, by the numbers they allow and what they count."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from figures.compare.intervals import Interval, converted, interval, nominal
from figures.compare.lattice import lattice
from figures.compare.mention import Mention
from figures.compare.peoples import adjective_of
from figures.compare.profile import Outer, places_meet, specific
from figures.compare.scope import Standing, compare_scopes
from figures.compare.sense import Sense, read, year_of
from figures.compare.spelling import same_spelling
from figures.model import Relation, RelationKind

#: Up to this many figures, or distinct ones of a larger question, every pair is told: 60 make 1,770 pairs.
MOST = 60

Answer = tuple[RelationKind, str]


@dataclass(frozen=True, slots=True)
class Related:
    """The relations of a question.

    `classes` are ids of figures that say the same (number, bound, scope, as-of). Of a question of more than MOST
    figures only the first of each class is related, and of more than MOST classes the largest; `note` then says so.
    """

    relations: tuple[Relation, ...]
    classes: tuple[tuple[str, ...], ...]
    note: str | None = None


def relations(mentions: Iterable[Mention]) -> Related:
    """Relate the figures of one question, in any order."""
    senses, outer = same_spelling(read(mentions))
    return related(senses, outer)


def related(members: Sequence[Sense], outer: Outer) -> Related:
    """Relate the members of one question, as read; see `relations`."""
    found: dict[tuple[object, ...], list[Sense]] = {}
    for sense in members:
        found.setdefault(_class(sense), []).append(sense)
    classes = list(found.values())
    note = None
    chosen = list(members)
    if len(members) > MOST:
        largest = sorted(range(len(classes)), key=lambda at: (-len(classes[at]), at))[:MOST]
        chosen = [classes[at][0] for at in sorted(largest)]
        note = f"{len(members):,} figures: each pair is told once, between the first of those that say the same"
        if len(classes) > MOST:
            note += f"; of {len(classes):,} that differ the {MOST} most frequent are related"
    pairs = tuple(Relation(a.id, b.id, *relate(a, b, outer)) for a, b in combinations(chosen, 2))
    return Related(pairs, tuple(tuple(sense.id for sense in same) for same in classes), note)


def _class(sense: Sense) -> tuple[object, ...]:
    return (
        sense.low, sense.high, sense.bound, sense.approximate, sense.unit, sense.scope.act, sense.scope.thing,
        sense.people, sense.places, sense.when, sense.phase, sense.increment,
    )  # fmt: skip


def relate(a: Sense, b: Sense, outer: Outer) -> Answer:
    """Say what two figures of one question are to each other, and why; the same whichever comes first."""
    numbers = _numbers(a, b)
    if isinstance(numbers, str):
        return "not_comparable", numbers
    standing, difference = _standing(a, b, outer)
    if difference:
        return "not_comparable", difference
    one, other = numbers
    if standing in ("same", "unknown") and _named_as_part(a, b):
        standing = "part" if a.of_whole or (a.share and not b.of_whole) else "whole"
    if standing == "unknown":
        return _half_known(a, b, one, other)
    if a.increment != b.increment and compare_scopes(a.scope, b.scope) == "same":
        return _on_top(*((a, b) if a.increment else (b, a)))
    if _one_number(a, b):
        return _same_number(a, b, outer)
    if standing in ("part", "whole"):
        return _within(*((a, b, one, other) if standing == "part" else (b, a, other, one)), outer)
    if one.meets(other):
        return "compatible", f"{_both(a, b)} allow the same number{_as_of(a, b)}"
    if _phases_apart(a, b):
        return "not_comparable", "one is planned, the other done"
    return "conflict", f"{_both(a, b)} do not meet{_as_of(a, b)}"


def _named_as_part(a: Sense, b: Sense) -> bool:
    """Say whether one sentence names one figure as a part of the other: "441,000, of whom 71,000", "40 of 80"."""
    if (a.document, a.sentence) != (b.document, b.sentence):
        return False
    first, second = (a, b) if a.start < b.start else (b, a)
    return first.share or second.of_whole


def _half_known(a: Sense, b: Sense, one: Interval, other: Interval) -> Answer:
    """Relate figures of one thing of which only one says what happened to it: never a conflict."""
    if a.scope.thing is not None and a.scope.thing == b.scope.thing and one.meets(other):
        return "compatible", f"{_both(a, b)}, though one does not say what happened{_as_of(a, b)}"
    return "not_comparable", "not said of one what it counts or what happened"


def _on_top(more: Sense, base: Sense) -> Answer:
    """Relate what is added ("3,000 more") and a number that may be without it or with it."""
    if (more.document, more.sentence) == (base.document, base.sentence):
        return "compatible", f"{told(more)} more come on top of {told(base)}"
    if nominal(more) is not None and nominal(more) == nominal(base):
        return "compatible", f"{_both(more, base)}, one of them told as an addition"
    return "not_comparable", "one is what came on top, the other may be the whole"


def _one_number(a: Sense, b: Sense) -> bool:
    """Say whether two figures name one number, though perhaps with other bounds."""
    if (a.low, a.high, a.unit) == (b.low, b.high, b.unit):
        return True
    value = nominal(a)
    return value is not None and value == nominal(b) and a.unit == b.unit


def _same_number(a: Sense, b: Sense, outer: Outer) -> Answer:
    if compare_scopes(a.scope, b.scope) != "same":
        part, whole = (a, b) if compare_scopes(a.scope, b.scope) == "part" else (b, a)
        return "compatible", f"{told(part)} can be a part of {told(whole)} ({_part_words(part, whole, outer)})"
    if (a.bound, a.approximate, a.low, a.high) != (b.bound, b.approximate, b.low, b.high):
        return "compatible", f"{_both(a, b)}: one number, told with another bound{_as_of(a, b)}"
    if _phases_apart(a, b):
        return "compatible", f"{told(a)} in both, in one planned and in the other done"
    return "equal", f"{told(a)} in both{_as_of(a, b)}"


def _phases_apart(a: Sense, b: Sense) -> bool:
    return a.phase is not None and b.phase is not None and a.phase != b.phase


def _within(part: Sense, whole: Sense, one: Interval, other: Interval, outer: Outer) -> Answer:
    """Relate a part and its whole: it must not be larger."""
    what = _part_words(part, whole, outer)
    if other.below(one) and not _phases_apart(part, whole):
        return (
            "conflict",
            f"{told(part)} are more than {told(whole)}, of which they are a part ({what}){_as_of(part, whole)}",
        )
    if other.below(one):
        return "not_comparable", "one is planned, the other done"
    return "compatible", f"{told(part)} can be a part of {told(whole)} ({what})"


def _part_words(part: Sense, whole: Sense, outer: Outer) -> str:
    acts, things = lattice("act"), lattice("thing")
    if part.scope.act != whole.scope.act and part.scope.act in acts.entries and whole.scope.act in acts.entries:
        return f"{_title('act', part.scope.act)} in {_title('act', whole.scope.act)}"
    if (
        part.scope.thing != whole.scope.thing
        and part.scope.thing in things.entries
        and whole.scope.thing in things.entries
    ):
        return f"{_title('thing', part.scope.thing)} in {_title('thing', whole.scope.thing)}"
    inner, wider = sorted(specific(part.places, outer)), sorted(specific(whole.places, outer))
    if inner and wider and inner != wider:
        return f"{inner[0].title()} in {wider[0].title()}"
    return f"{part.noun} in {whole.noun}"


def _title(kind: str, name: str | None) -> str:
    return lattice(kind).entries[name or ""].title


def _numbers(a: Sense, b: Sense) -> tuple[Interval, Interval] | str:
    """Give the intervals of two figures in one unit, or why there are none."""
    one, other = interval(a), interval(b)
    if one is None or other is None:
        return "one of them has no number"
    if a.kind != b.kind:
        return f"a {a.kind} and a {b.kind}" if a.kind < b.kind else f"a {b.kind} and a {a.kind}"
    if a.unit == b.unit:
        return one, other
    first, second = converted(one, a.unit), converted(other, b.unit)
    if first[1] != second[1]:
        units = sorted(unit or "no unit" for unit in (a.unit, b.unit))
        return f"different {'currencies' if a.kind == 'money' else 'units'} ({units[0]}, {units[1]})"
    return first[0], second[0]


def _standing(a: Sense, b: Sense, outer: Outer) -> tuple[Standing, str | None]:
    """Give how a stands to b by what they count and where, and in words what makes them incomparable, if anything."""
    scope = compare_scopes(a.scope, b.scope)
    if a.people and b.people and not a.people & b.people:
        return scope, "different people: " + ", ".join(sorted(adjective_of(name) for name in a.people | b.people))
    if scope == "different":
        return scope, f"different things: {_and(sorted((counted(a), counted(b))))}"
    where = _where(a.places, b.places, outer)
    if where == "different":
        names = sorted(specific(a.places, outer) | specific(b.places, outer))
        return scope, "different places: " + ", ".join(name.title() for name in names)
    if a.events and b.events and not a.events & b.events:
        return scope, "different events: " + ", ".join(
            sorted(lattice("event").entries[e].title for e in a.events | b.events)
        )
    years = year_of(a), year_of(b)
    if None not in years and years[0] != years[1]:
        return scope, _as_of(a, b).removeprefix("; ") or "as of different times"
    if {scope, where} == {"part", "whole"}:
        return scope, f"neither is a part of the other: {_and(sorted((counted(a), counted(b))))}"
    return (where if scope == "same" else scope), None  # an unknown scope stays unknown


def _where(a: frozenset[str], b: frozenset[str], outer: Outer) -> Standing:
    """Say how the places of two figures stand to each other; a place that is not named does not part them."""
    inner, other = specific(a, outer), specific(b, outer)
    if not inner or not other or inner & other:
        return "same"
    if not places_meet(a, b, outer):
        return "different"
    return "part" if any(whole in other for one in inner for whole in outer.get(one, ())) else "whole"


def counted(sense: Sense) -> str:
    """Say what a figure counts, in its own words: "soldiers killed"."""
    words = [sense.noun or "", sense.scope.act if sense.scope.act in lattice("act").entries else ""]
    known = [word for word in words if word]
    if len(known) == 2 and known[1] is not None:
        title = _title("act", known[1])
        return known[0] if title in known[0].lower() else f"{known[0]} ({title})"
    return known[0] if known else "something not named"


_BOUNDS = {
    "over": "more than ", "at_least": "at least ", "under": "less than ", "up_to": "up to ", "approx": "about ",
    "exact": "", "range": "",
}  # fmt: skip


def told(sense: Sense) -> str:
    """Write a figure with its bound in words: "more than 6,000"."""
    words = "" if sense.vague else _BOUNDS[sense.bound]
    return f"about {sense.text}" if not words and sense.approximate else words + sense.text


def _both(a: Sense, b: Sense) -> str:
    first, second = sorted((a, b), key=lambda sense: (sense.low is None, sense.low or sense.high or 0, sense.text))
    return f"{told(first)} and {told(second)}"


def _and(words: Sequence[str]) -> str:
    return ", ".join(words)


def _as_of(a: Sense, b: Sense) -> str:
    """Say the as-of of both where they are known and differ."""
    if not (a.as_of and b.as_of and a.when and b.when) or a.when == b.when:
        return ""
    first, second = sorted((a, b), key=lambda sense: (sense.when or (0, 0), sense.as_of or ""))
    return f"; as of different times ({first.as_of}, {second.as_of})"
