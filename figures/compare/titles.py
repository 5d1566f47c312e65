"""The title a person would give a question, and the reason for it in words."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from figures.compare.lattice import lattice
from figures.compare.peoples import adjective_of
from figures.compare.profile import Outer, specific
from figures.compare.sense import Sense

#: Names of places that are written in capitals.
_CAPITALS = frozenset({"uk", "us", "usa", "uae", "eu", "drc"})
_MONTH = 31


def title_of(members: Sequence[Sense], outer: Outer) -> str:
    """Name a question: whose, what, where and, for one month or year, when ("North Korean losses in Kursk")."""
    people = _most(name for sense in members for name in sense.people)
    place = _place(members, outer)
    event = _most(name for sense in members for name in sense.events)
    what, human = _what(members)
    words = [adjective_of(people)] if people and human else []
    words.append(what)
    if place:
        words.append(f"{'to' if what.endswith(' sent') else 'in'} {place}")
    if event and human and not people:
        words.append(f"({lattice('event').entries[event].title})")
    when = _year(members)
    title = " ".join(words) + (f", {when}" if when else "")
    return title[:1].upper() + title[1:]


def _what(members: Sequence[Sense]) -> tuple[str, bool]:
    """Give what is counted, and whether that is people: by the joint classes, else the noun most often written."""
    acts, things = lattice("act"), lattice("thing")
    found = sorted({sense.scope.act for sense in members if sense.scope.act in acts.entries} - {None})
    named = {sense.scope.thing for sense in members if sense.scope.thing in things.entries} - {None}
    noun = _most(sense.noun for sense in members) or _most(sense.unit for sense in members) or "figures"
    act = acts.join(name for name in found if name)
    thing = things.join(name for name in named if name)
    if any(sense.kind != "count" for sense in members) or any(
        sense.scope.thing and not _human(sense.scope.thing) for sense in members
    ):
        whole = f"{things.entries[thing].title} {acts.entries[act].title}" if act and thing else noun
        return whole, False
    if act is None:
        return (things.entries[thing].title if thing else noun), bool(thing)
    who = things.entries[thing].title if thing and thing != "people" else ""
    if acts.entries[act].family:
        planned = 2 * sum(sense.phase == "plan" for sense in members) > len(members)
        return f"{who or 'people'} {'to be ' if planned else ''}{acts.entries[act].title}", True
    titles = [acts.entries[name].title for name in found if name]
    marks = "" if thing else _most(mark for sense in members for mark in sense.scope.marks) or ""
    what = acts.entries[act].title if len(titles) > 2 or who == "troops" else " and ".join(titles)
    return " ".join(word for word in (marks, what, f"({who})" if who and who != "troops" else "") if word), True


def _human(thing: str) -> bool:
    return lattice("thing").holds("people", thing)


def _most(words: Iterable[str | None]) -> str | None:
    """Give the word said most often, of equals the first of the alphabet."""
    counted = Counter(word for word in words if word)
    return min(counted, key=lambda word: (-counted[word], word)) if counted else None


def _place(members: Sequence[Sense], outer: Outer) -> str | None:
    counted = Counter(name for sense in members for name in specific(sense.places, outer))
    if not counted:
        return None
    name = min(counted, key=lambda one: (-counted[one], one))
    return name.upper() if name in _CAPITALS else " ".join(word[:1].upper() + word[1:] for word in name.split())


def _year(members: Sequence[Sense]) -> str | None:
    """Give the month or year that all dated members share."""
    spans = [sense.when or ((sense.told, sense.told) if sense.told else None) for sense in members]
    known = [span for span in spans if span]
    if not known:
        return None
    first, last = (date.fromordinal(day) for day in (min(a for a, _ in known), max(b for _, b in known)))
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%B} {first.year}"
    return str(first.year) if first.year == last.year else None


def reason_of(members: Sequence[Sense], outer: Outer) -> str:
    """Say why figures were put together: "same class of noun, same place (Kursk), within 5 months"."""
    parts = [_noun_reason(members)]
    people = _shared([sense.people for sense in members])
    if people:
        parts.append(f"same people ({adjective_of(people)})")
    place = _place(members, outer)
    if place:
        parts.append(f"same place ({place})")
    event = _shared([sense.events for sense in members])
    if event:
        parts.append(f"same event ({lattice('event').entries[event].title})")
    if len({(sense.document, sense.item) for sense in members}) == 1:
        parts.append("same story")
    elif len({sense.copy for sense in members}) < len({(sense.document, sense.sentence) for sense in members}):
        parts.append("sentences repeated")
    span = _span(members)
    return ", ".join([*parts, span] if span else parts)


def _noun_reason(members: Sequence[Sense]) -> str:
    nouns = list(dict.fromkeys(sense.noun.lower() for sense in members if sense.noun))
    if not nouns:
        return "same number"
    return f"same noun ({nouns[0]})" if len(nouns) == 1 else f"nouns of one class ({', '.join(nouns[:3])})"


def _shared(sets: Sequence[frozenset[str]]) -> str | None:
    """Give what every set that has anything holds, None without one."""
    known = [one for one in sets if one]
    if len(known) < 2:
        return None
    common = frozenset.intersection(*known)
    return min(common) if common else None


def _span(members: Sequence[Sense]) -> str | None:
    told = [sense.told for sense in members if sense.told is not None]
    if len(set(told)) < 2:
        return None
    days = max(told) - min(told)
    return f"within {-(-days // _MONTH)} months" if days > _MONTH else f"within {days} day{'s' * (days > 1)}"
