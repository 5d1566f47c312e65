"""What a mention says, read once: scope, whose, where, when, planned or done, and of which event."""

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from figures.compare.lattice import lattice, tokens
from figures.compare.mention import Mention
from figures.compare.peoples import country_of
from figures.compare.phases import Phase, phase
from figures.compare.scope import Scope, scope_of
from figures.compare.sentence import (
    LONGEST,
    Reading,
    is_of_whole,
    is_share,
    is_total,
    kept,
    nearby_act,
    read_sentence,
    whole_noun,
)
from figures.extract.places.place_words import COUNTRY_PARTS, PLACE_TYPES
from figures.model import Bound, Kind, Number

#: Days as proleptic ordinals, first and last.
Days = tuple[int, int]
#: An as-of at least this long (days) is a year's: figures of two years are two questions.
_YEAR = 300


@dataclass(frozen=True, slots=True)
class Sense:
    """What one mention says; small, so that a hundred thousand of them fit.

    `places` are names in lower case, `within` pairs of a place and the larger one it lies in; `when` is the as-of where
    it is known, `told` the day it was published; `refers` marks a noun that the sentence itself does not name,
    `of_whole` a part of what the sentence named before ("including 50 children"), `share` a part of the number that
    follows ("40 of 80"), `total` a number that is called one.
    """

    id: str
    document: str
    item: int
    zone: str
    start: int
    sentence: int
    copy: int
    text: str
    low: Number | None
    high: Number | None
    bound: Bound
    approximate: bool
    increment: bool
    vague: bool
    kind: Kind
    unit: str | None
    noun: str | None
    scope: Scope
    people: frozenset[str]
    places: frozenset[str]
    within: tuple[tuple[str, str], ...]
    place: str | None
    phase: Phase | None
    events: frozenset[str]
    names: frozenset[str]
    attribution: str | None
    as_of: str | None
    when: Days | None
    told: int | None
    refers: bool
    of_whole: bool
    share: bool
    total: bool


def read(mentions: Iterable[Mention]) -> list[Sense]:
    """Read mentions, in any order, into senses ordered by document and place in it; dates and the like are left out."""
    found = [sense_of(mention) for mention in mentions if mention.figure.kind not in _NEVER]
    found.sort(key=lambda sense: (sense.document, sense.item, sense.start, sense.id))
    return _referred(found)


_NEVER = frozenset({"date", "identifier", "ordinal"})


def sense_of(mention: Mention) -> Sense:
    """Read one mention by itself."""
    figure = mention.figure
    sentence = mention.sentence[:LONGEST]
    at = figure.start - figure.sentence_start
    if at < 0 or sentence[at : at + len(figure.text)] != figure.text:
        at = max(0, sentence.find(figure.text))
    end = min(len(sentence), at + len(figure.text))
    reading = read_sentence(sentence)
    events, names = reading.events, reading.names
    if mention.title and not (events and names):
        context = read_sentence(mention.title[:LONGEST])
        events, names = events or context.events, names or context.names
    scope = scope_of(whole_noun(figure.noun, sentence, end), figure.predicate)
    if scope.act is None and figure.kind == "count":
        scope = replace(scope, act=nearby_act(sentence, at, end, figure.noun))
    if scope.act in _LOSSES and figure.kind == "money":  # a toll that is paid
        scope = replace(scope, act=None)
    when, told = _days(figure.as_of_start, figure.as_of_end), _day(mention.published)
    places, within = _places(figure.place) if figure.place else (frozenset[str](), ())
    return Sense(
        mention.id, mention.document, figure.item, figure.zone, figure.start, figure.sentence_start, reading.copy,
        figure.text, figure.low, figure.high, figure.bound, figure.approximate, figure.increment, figure.vague,
        figure.kind, figure.unit, figure.noun, scope, kept(_whose(reading, scope, places, at)), places, within,
        figure.place, phase(sentence, at, end) or _phase_of(when, told), events, names, figure.attribution,
        figure.as_of, when, told, figure.predicate is None and _refers(figure.noun, sentence),
        is_of_whole(sentence, at), is_share(sentence, end), is_total(sentence, at, end),
    )  # fmt: skip


def _whose(reading: Reading, scope: Scope, places: frozenset[str], at: int) -> frozenset[str]:
    """Give whose the things are, where the noun does not say.

    Troops are sent or lost by the last people named before the number. What no army has (a budget, a harvest, cases
    of an illness) is of the country it is in, or of the only one named.
    """
    if scope.people:
        return scope.people
    if not _warlike(scope):
        countries = frozenset(name for place in places if (name := country_of(place)))
        return countries or (reading.named if len(reading.named) == 1 and not places else frozenset())
    if not (_forces(scope) or scope.act == "casualties"):
        return frozenset()
    before = [name for end, name in reading.peoples if end <= at]
    return frozenset(name for name in before[-1:] if name)


#: Acts of which a sentence may name the doer, the sufferer or the place, and only the noun tells whose the things are.
_OF_WAR = frozenset({"casualties", "abducted", "arrested", "displaced", "rescued", "launched", "trained", "withdrawn"})


def _warlike(scope: Scope) -> bool:
    human = scope.thing is None or lattice("thing").holds("people", scope.thing)
    return (human and scope.act is None) or _forces(scope) or lattice("act").top(scope.act or "") in _OF_WAR


def _forces(scope: Scope) -> bool:
    entry = lattice("act").entries.get(scope.act or "")
    return entry is not None and entry.family == "forces"


@lru_cache(maxsize=65536)
def _places(place: str) -> tuple[frozenset[str], tuple[tuple[str, str], ...]]:
    """Give the names in a place, and which lies in which: "Russia's Kursk region", "Springfield, Illinois"."""
    owners = [_place_name(part) for part in re.split(r"['’]s\s", place)]
    if len(owners) == 1:
        owners = [_place_name(part) for part in place.split(", ")][::-1]
    chain = [name for name in owners if name]
    return kept(frozenset(chain)), tuple((inner, outer) for outer, inner in itertools.pairwise(chain) if inner != outer)


def _place_name(words: str) -> str | None:
    """Give a place's name without its type: "Kursk region" is "kursk", "Russian territory" "russia"."""
    named = [word for word in tokens(words) if word[:1].isupper() or word in COUNTRY_PARTS]
    while len(named) > 1 and (named[-1].lower() in PLACE_TYPES or named[-1] in COUNTRY_PARTS):
        named.pop()
    name = " ".join(named).lower()
    if not name or not named[0][:1].isupper():
        return None
    return country_of(name) or name


def _refers(noun: str | None, sentence: str) -> bool:
    if not noun:
        return False
    low = sentence.lower()
    return not any(word.lower() in low for word in noun.split() if len(word) > 2)


def _referred(found: list[Sense]) -> list[Sense]:
    """Give figures what they leave to those before them: "put the figure at 4,000", "including 32 children"."""
    last: dict[tuple[str, int, str | None], Sense] = {}
    armies = _armies(found)
    for at, sense in enumerate(found):
        key = (sense.document, sense.item, sense.noun)
        before = found[at - 1] if at and found[at - 1].sentence == sense.sentence else None
        if sense.of_whole and before and before.document == sense.document and before.kind == sense.kind:
            sense = _as_before(sense, before)
        elif sense.refers and key in last:
            scope = replace(sense.scope, act=last[key].scope.act)
            sense = replace(sense, scope=scope, people=sense.people or last[key].people)
        if not sense.people and _is_army(sense):
            sense = replace(sense, people=armies[sense.document, sense.item])
        found[at] = sense
        if sense.noun:
            last[key] = sense
    return found


def _armies(found: Sequence[Sense]) -> dict[tuple[str, int], frozenset[str]]:
    """Give for each story whose troops it tells of, where it names but one army."""
    named: dict[tuple[str, int], frozenset[str]] = {}
    for sense in found:
        key = (sense.document, sense.item)
        if _is_army(sense) or (sense.scope.thing is None and sense.scope.act in _LOSSES):
            named[key] = named.get(key, frozenset()) | sense.people
    return {key: people if len(people) == 1 else frozenset() for key, people in named.items()}


_LOSSES = frozenset({"casualties", "killed", "wounded"})


def _is_army(sense: Sense) -> bool:
    entry = lattice("thing").entries.get(sense.scope.thing or "")
    return entry is not None and entry.family == "forces"


def _as_before(sense: Sense, earlier: Sense) -> Sense:
    scope = sense.scope if sense.scope.act else replace(sense.scope, act=earlier.scope.act)
    return replace(sense, scope=scope, people=sense.people or earlier.people, places=sense.places or earlier.places)


@lru_cache(maxsize=4096)
def _day(text: str | None) -> int | None:
    try:
        return date.fromisoformat(text[:10]).toordinal() if text else None
    except ValueError:
        return None


def _days(start: str | None, end: str | None) -> Days | None:
    first, last = _day(start), _day(end)
    if first is None and last is None:
        return None
    days = (first if first is not None else last or 0, last if last is not None else first or 0)
    return days if days[0] <= days[1] else (days[1], days[0])


def _phase_of(when: Days | None, told: int | None) -> Phase | None:
    """Give the phase that an as-of tells: of a time before the report is done, of one after it a plan."""
    if when is None or told is None:
        return None
    return "done" if when[1] < told else "plan" if when[0] > told else None


def year_of(sense: Sense) -> int | None:
    """Give the first day of the year that a figure is said of, None where it is of a day or a season."""
    return sense.when[0] if sense.when and sense.when[1] - sense.when[0] >= _YEAR else None
