"""What a group of mentions says together, and whether two groups can answer one question."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from figures.compare.lattice import lattice
from figures.compare.scope import Scope
from figures.compare.sense import Days, Sense, year_of

#: Two groups whose times are further apart than this many days answer two questions.
WINDOW = 270
#: An as-of of at most this many days dates an event.
_PRECISE = 3

#: For each place the larger ones it lies in, as the texts themselves say ("Russia's Kursk region").
Outer = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Profile:
    """The attributes of a group, each the union of its members'."""

    people: frozenset[str]
    places: frozenset[str]
    phases: frozenset[str]
    events: frozenset[str]
    acts: frozenset[str]
    things: frozenset[str]
    marks: frozenset[str]
    years: frozenset[int]
    days: frozenset[int]
    near: frozenset[int]
    span: Days | None
    fixed: str | None = None
    guarded: frozenset[str] = frozenset()


_NONE: frozenset[str] = frozenset()


@lru_cache(maxsize=65536)
def _only(name: str) -> frozenset[str]:
    """Give the set of one name, the same object each time: a hundred thousand of them would not be small."""
    return frozenset([name])


def profile_of(sense: Sense) -> Profile:
    """Give the profile of one mention."""
    scope, year = sense.scope, year_of(sense)
    things = lattice("thing")
    human = scope.thing is not None and things.holds("people", scope.thing)
    lasting = not any(lattice("event").entries[name].repeated for name in sense.events)
    when = sense.when
    days = (
        frozenset(range(when[0], when[1] + 1)) if when and not lasting and when[1] - when[0] < _PRECISE else frozenset()
    )
    told = (sense.told, sense.told) if sense.told is not None else None
    span = told if when and told and when[0] > told[0] else when or told  # what is planned is told today
    return Profile(
        sense.people,
        sense.places,
        _only(sense.phase) if sense.phase else _NONE,
        sense.events,
        _only(_act(scope, human=human)) if scope.act or human else _NONE,
        _only(scope.thing) if scope.thing and not human else _NONE,
        _NONE if human else scope.marks,
        frozenset([year]) if year is not None else frozenset(),
        days,
        _year_told(sense) if year is None and sense.events else frozenset(),
        span,
    )


#: The act of people of whom only the number is told; no one of them is dead for it.
_JUST_COUNTED = "counted"


def _act(scope: Scope, *, human: bool) -> str:
    """Give the highest class of an act; troops and workers of whom nothing is told are there to be sent."""
    if scope.act is None:
        return "mobilised" if lattice("thing").holds("personnel", scope.thing or "") else _JUST_COUNTED
    return lattice("act").top(scope.act)


@lru_cache(maxsize=4096)
def _first_of_year(day: int) -> frozenset[int]:
    return frozenset([date(date.fromordinal(day).year, 1, 1).toordinal()])


def _year_told(sense: Sense) -> frozenset[int]:
    """Give the year, by its first day, in which an event is told of without another date."""
    return _first_of_year(sense.told) if sense.told is not None and sense.when is None else frozenset()


def united(a: Profile, b: Profile) -> Profile:
    """Give the profile of two groups put together."""
    span = (min(a.span[0], b.span[0]), max(a.span[1], b.span[1])) if a.span and b.span else a.span or b.span
    return Profile(
        a.people | b.people, a.places | b.places, a.phases | b.phases, a.events | b.events, a.acts | b.acts,
        a.things | b.things, a.marks | b.marks, a.years | b.years, a.days | b.days, a.near | b.near, span,
        a.fixed or b.fixed,
        a.guarded | b.guarded,
    )  # fmt: skip


def contradiction(a: Profile, b: Profile, outer: Outer, *, loose: bool = False) -> str | None:
    """Say in a word why two groups cannot answer one question, None where nothing speaks against it.

    With `loose` one may be planned and the other done: a plan told as fact is still about the same thing.
    """
    if a.people and b.people and not a.people & b.people:
        return "people"
    if a.acts and b.acts and not a.acts & b.acts and not (_counted(a.acts, b.acts) or _counted(b.acts, a.acts)):
        return "act"
    if a.places and b.places and not places_meet(a.places, b.places, outer):
        return "place"
    if not loose and a.phases and b.phases and not a.phases & b.phases:
        return "phase"
    if a.events and b.events and not a.events & b.events:
        return "event"
    if a.span and b.span and max(a.span[0], b.span[0]) - min(a.span[1], b.span[1]) > WINDOW:
        return "time"
    if (a.years and b.years and not a.years & b.years) or (a.days and b.days and not a.days & b.days):
        return "date"
    if (a.years and b.near and not a.years & b.near) or (b.years and a.near and not b.years & a.near):
        return "date"  # the floods of another year
    if a.marks and b.marks and not a.marks & b.marks:
        return "kind"
    if a.things and b.things and not _things_meet(a.things, b.things):
        return "thing"
    return None


def _counted(a: frozenset[str], b: frozenset[str]) -> bool:
    """Say whether people who are just counted may be those that the others tell of: sent, or what no class has."""
    return a == {_JUST_COUNTED} and all(act == "mobilised" or act.startswith("~") for act in b)


def specific(places: frozenset[str], outer: Outer) -> frozenset[str]:
    """Give the places of a set that hold no other place of it."""
    if len(places) < 2:
        return places
    larger = {whole for place in places for whole in outer.get(place, _NONE)}
    return places - larger or places


def places_meet(a: frozenset[str], b: frozenset[str], outer: Outer) -> bool:
    """Say whether the places of two groups can be the same: they share one, or one lies in the other."""
    inner_a, inner_b = specific(a, outer), specific(b, outer)
    if inner_a & inner_b:
        return True
    return all(any(one in outer.get(other, _NONE) for other in inner_b) for one in inner_a) or all(
        any(one in outer.get(other, _NONE) for other in inner_a) for one in inner_b
    )


def _things_meet(a: frozenset[str], b: frozenset[str]) -> bool:
    table = lattice("thing")
    return any(table.holds(one, other) or table.holds(other, one) for one in a for other in b)


def affinity(a: Profile, b: Profile, outer: Outer) -> int:
    """Give how much speaks for putting two groups together; more is more."""
    places = specific(a.places, outer) & specific(b.places, outer)
    shared = (
        bool(places) * 4,
        bool(a.people & b.people) * 3,
        bool(a.events & b.events) * 2,
        bool(a.phases & b.phases) * 2,
    )
    return sum(shared) + bool(a.marks & b.marks) + bool(a.days & b.days)
