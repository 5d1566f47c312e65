"""Questions: which figures of many documents answer the same one."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import groupby

from figures.compare.grouping import Groups
from figures.compare.intervals import interval, nominal
from figures.compare.lattice import lattice
from figures.compare.mention import Mention
from figures.compare.profile import Outer
from figures.compare.sense import Sense, read
from figures.compare.spelling import same_spelling
from figures.compare.sums import sums_in
from figures.compare.titles import reason_of, title_of
from figures.model import Question, Sum


@dataclass(frozen=True, slots=True)
class Settled:
    """What stands before any suggestion.

    `questions` were set by reviewers: their id, title and members stay, though more may join them. `apart` are pairs of
    figure ids that a reviewer split. `earlier` are the suggestions of the last run: the group that shares most members
    with one keeps its id. With `keep` their members also stay together, for when only what is near a new document is
    compared; then some members of a large question (fifty, say) do for all of them.
    """

    questions: tuple[Question, ...] = ()
    apart: tuple[tuple[str, str], ...] = ()
    earlier: tuple[Question, ...] = ()
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Suggested:
    """A question with what its members say, in order of document and place, and the sums found inside its items."""

    question: Question
    senses: tuple[Sense, ...]
    sums: tuple[Sum, ...] = field(default=())


NOTHING = Settled()


def suggest(mentions: Iterable[Mention], settled: Settled = NOTHING) -> list[Question]:
    """Suggest questions of two figures and more, and those set by reviewers, in the order of their first members.

    The order of the mentions does not matter; a mention is in one question at most.
    """
    return [one.question for one in suggested(mentions, settled)[0]]


def suggested(mentions: Iterable[Mention], settled: Settled = NOTHING) -> tuple[list[Suggested], Outer]:
    """Suggest questions as `suggest` does, with what was read on the way and which place lies in which."""
    return grouped(read(mentions), settled)


def grouped(senses: Sequence[Sense], settled: Settled = NOTHING) -> tuple[list[Suggested], Outer]:
    """Do what `suggested` does with mentions that are read already, each document's together and in order of uid."""
    senses, outer = same_spelling(senses)
    groups = Groups(senses, outer)
    groups.keep_apart(settled.apart)
    _take_settled(groups, settled)
    sums = _tie_all(groups)
    found = sorted(groups.groups())
    ids = _ids([[senses[at].id for at in members] for members in found], settled)
    titles = {question.id: question for question in settled.questions}
    by_total: dict[str, list[Sum]] = {}
    for one in sums:
        by_total.setdefault(one.total, []).append(one)
    result = []
    for members, name in zip(found, ids, strict=True):
        chosen = tuple(senses[at] for at in members)
        inside = {sense.id for sense in chosen}
        held = tuple(s for sense in chosen for s in by_total.get(sense.id, ()) if inside.issuperset(s.parts))
        known = titles.get(name)
        title = known.title if known else title_of(chosen, outer)
        reason = known.reason if known else reason_of(chosen, outer)
        result.append(Suggested(Question(name, title, reason, tuple(sense.id for sense in chosen)), chosen, held))
    return result, outer


def _take_settled(groups: Groups, settled: Settled) -> None:
    numbers = {sense.id: at for at, sense in enumerate(groups.senses)}
    for question in settled.questions:
        members = [numbers[one] for one in question.members if one in numbers]
        for at in members[:1]:
            groups.settle(at, question.id)
        for at in members[1:]:
            groups.unite(members[0], at)
    for question in settled.earlier if settled.keep else ():
        members = [numbers[one] for one in question.members if one in numbers]
        for at in members[1:]:
            if groups.allowed(members[0], at):
                groups.unite(members[0], at)


def _tie_all(groups: Groups) -> list[Sum]:
    """Tie mentions, the strongest ties first: repeated sentences, sums, equal numbers, then noun, people and place."""
    groups.tie_copies()
    sums = [one for item in _items(groups.senses) for one in sums_in(item)]
    groups.tie_sums(sums)
    groups.tie_by(_equal_in_item, _by_place, loose=True)
    groups.tie_by(_equal_elsewhere, _by_time, loose=True, least=3)
    groups.tie_by(_equal_by_name, _by_time, loose=True)
    groups.tie_by(_by_all, _by_time)
    groups.tie_by(_by_event, _by_time)
    groups.tie_by(_by_item, _by_place, clash=_contradicts_itself)
    groups.tie_by(_by_two, _by_time)
    groups.tie_by(_by_name, _by_time)
    return sums


def _items(senses: Sequence[Sense]) -> Iterator[list[Sense]]:
    for _, item in groupby(senses, key=lambda sense: (sense.document, sense.item)):
        yield list(item)


def _by_place(sense: Sense) -> tuple[object, ...]:
    return (sense.document, sense.start, sense.id)


def _by_time(sense: Sense) -> tuple[object, ...]:
    when = sense.when[0] if sense.when else sense.told
    return (when is None, when or 0, sense.document, sense.start, sense.id)


def family(sense: Sense) -> str | None:
    """Give the class of questions a figure belongs to, under which figures can meet; None where nothing tells."""
    act, thing = sense.scope.act, sense.scope.thing
    things, acts = lattice("thing"), lattice("act")
    measure = "" if sense.kind == "count" else f"{sense.kind} "
    if thing is not None and not things.holds("people", thing):
        return f"{measure}{things.top(thing)}"
    if sense.kind != "count":
        marks = " ".join(sorted(sense.scope.marks))
        known = thing or act or marks
        return f"{measure}{known} {marks}" if known else None
    if act in acts.entries:
        return acts.entries[act].family or acts.top(act)
    if thing is None:
        return None
    return things.entries[thing].family or f"{thing} {act or ''}"


def _equal_in_item(sense: Sense) -> Iterator[Hashable]:
    """Yield the key of equal numbers of one thing in one story: a headline and its body."""
    value, kin = nominal(sense), family(sense)
    if value is not None and kin:
        yield sense.document, sense.item, str(value), sense.unit, kin


def _equal_elsewhere(sense: Sense) -> Iterator[Hashable]:
    """Yield the key of equal numbers of one thing, wherever they stand: affinity must speak for them as well."""
    value, thing = nominal(sense), sense.scope.thing
    if value is not None and thing and len(sense.text) > 1:
        yield str(value), sense.unit, thing


def _equal_by_name(sense: Sense) -> Iterator[Hashable]:
    """Yield the keys of equal numbers of one thing in sentences that share a name."""
    for key in _equal_elsewhere(sense):
        for name in sense.names | sense.places:
            yield key, name


def _by_all(sense: Sense) -> Iterator[Hashable]:
    return _in_places(sense, sense.people)


def _by_event(sense: Sense) -> Iterator[Hashable]:
    return _in_places(sense, sense.events)


def _in_places(sense: Sense, whose: Iterable[str]) -> Iterator[Hashable]:
    kin = family(sense)
    if kin:
        for name in whose:
            for place in sense.places:
                yield kin, name, place


def _by_item(sense: Sense) -> Iterator[Hashable]:
    kin = family(sense)
    if kin:
        yield kin, sense.document, sense.item


def _contradicts_itself(a: Sense, b: Sense) -> bool:
    """Say whether a story would gainsay itself if two figures of one speaker and day answered one question."""
    if a.zone != b.zone or (a.scope.act, a.scope.thing, a.unit) != (b.scope.act, b.scope.thing, b.unit):
        return False
    if a.increment or b.increment or a.of_whole or b.of_whole or a.share or b.share or (a.when and b.when):
        return False
    if a.attribution and b.attribution and a.attribution != b.attribution:
        return False
    one, other = interval(a), interval(b)
    return one is not None and other is not None and not one.meets(other)


def _by_two(sense: Sense) -> Iterator[Hashable]:
    """Yield the keys of noun and people, and of noun and place."""
    kin = family(sense)
    if kin:
        for name in (*sense.people, *(f"in {place}" for place in sense.places)):
            yield kin, name


def _by_name(sense: Sense) -> Iterator[Hashable]:
    """Yield the keys of one noun and act in sentences that share a name: of a firm, or of a place that nobody lists."""
    kin = family(sense)
    if kin and (sense.scope.act or sense.kind != "count"):
        for name in sense.places or sense.names:
            yield kin, sense.scope.act, sense.scope.thing, name


def keys(mentions: Iterable[Mention]) -> dict[str, tuple[str, ...]]:
    """Give for each mention of a document the keys under which it can meet those of other documents.

    Two mentions without a common key are never put together but through others: what shares no key with a new document
    need not be compared with it.
    """
    return keys_of(read(mentions))


def keys_of(senses: Iterable[Sense]) -> dict[str, tuple[str, ...]]:
    """Give what `keys` gives for mentions that are read already."""
    found = {}
    for sense in senses:
        names: set[str] = {f"copy {sense.copy}"}
        for way in (_equal_elsewhere, _equal_by_name, _by_two, _by_name):
            names.update(repr(key) for key in way(sense))
        found[sense.id] = tuple(sorted(names))
    return found


def _ids(groups: Sequence[Sequence[str]], settled: Settled) -> list[str]:
    """Give each group its id: a set question's, that of the earlier one it shares most with, or one of its own."""
    ids: list[str | None] = [None] * len(groups)
    where = {name: at for at, members in enumerate(groups) for name in members}
    for question in settled.questions:
        for name in question.members:
            if name in where:
                ids[where[name]] = question.id
                break
    taken = {question.id for question in settled.questions}
    shared = Counter(
        (at, question.id)
        for question in settled.earlier
        for name in question.members
        if (at := where.get(name)) is not None
    )
    for (at, name), _ in sorted(shared.items(), key=lambda pair: (-pair[1], pair[0])):
        if ids[at] is None and name not in taken:
            ids[at] = name
            taken.add(name)
    taken |= {question.id for question in settled.earlier}
    return [name or _fresh(members, taken) for name, members in zip(ids, groups, strict=True)]


def _fresh(members: Sequence[str], taken: set[str]) -> str:
    for salt in range(len(taken) + 1):
        name = blake2b(f"{salt} {min(members)}".encode(), digest_size=6).hexdigest()
        if name not in taken:
            break
    taken.add(name)
    return name
