"""Signs of a misreport: a figure that strays from another of its document or origin. Proposals, never verdicts."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from figures.compare.intervals import interval, nominal
from figures.compare.lattice import lattice
from figures.compare.profile import Outer
from figures.compare.relations import counted, relate, told
from figures.compare.scope import compare_scopes
from figures.compare.sense import Sense
from figures.model import Number, Sign, SignKind, Sum

#: Of a larger document or origin the most careful figures that differ are looked at: no text costs its square.
MOST = 60
#: Equal numbers below this are equal by chance too often to tell of a swapped noun.
_TELLING = 100
#: Of two figures the one in a place further left strays from the one further right.
_ZONES = ("boilerplate", "headline", "teaser", "caption", "body")
_BARE = frozenset({"exact"})

Found = tuple[SignKind, str]


def signs_in(
    members: Sequence[Sense], sums: Iterable[Sum], origins: Iterable[Sequence[str]], outer: Outer
) -> list[Sign]:
    """Find signs among the members of one question: in each story, in each origin (groups of ids), and in sums.

    A figure has one sign at most against any other, and strays from the one nearest its own story.
    """
    senses = {sense.id: sense for sense in members}
    found: dict[str, Sign] = {}
    for one in sums:
        for sign in _of_sum(one, senses):
            found.setdefault(sign.figure_id, sign)
    for group in _groups(members, origins, senses):
        for a, b in combinations(group, 2):
            stray, anchor = _direction(a, b)
            if stray.id in found or (stray.document, stray.sentence) == (anchor.document, anchor.sentence):
                continue
            kinds = [answer for check in _CHECKS if (answer := check(stray, anchor, outer))]
            if kinds:
                why = "; ".join(dict.fromkeys(why for _, why in kinds))
                found[stray.id] = Sign(stray.id, kinds[0][0], anchor.id, why)
    return [found[sense.id] for sense in members if sense.id in found]


def _groups(
    members: Sequence[Sense], origins: Iterable[Sequence[str]], senses: Mapping[str, Sense]
) -> Iterator[list[Sense]]:
    by_item: dict[tuple[str, int], list[Sense]] = {}
    for sense in members:
        by_item.setdefault((sense.document, sense.item), []).append(sense)
    for group in by_item.values():
        yield _distinct(group, lambda sense: (sense.zone, sense.copy, sense.text, sense.start))
    for ids in origins:
        yield _distinct(
            [senses[one] for one in ids if one in senses], lambda sense: (sense.copy, sense.text, sense.noun)
        )


def _distinct(group: Iterable[Sense], key: Callable[[Sense], object]) -> list[Sense]:
    """Give the first figures of each key, those that say most carefully what they say first."""
    chosen: dict[object, Sense] = {}
    for sense in group:
        chosen.setdefault(key(sense), sense)
    return sorted(chosen.values(), key=_care, reverse=True)[:MOST]


def _care(sense: Sense) -> tuple[int, bool, bool, str, int, str]:
    zone = _ZONES.index(sense.zone) if sense.zone in _ZONES else 0
    return (zone, sense.attribution is not None, sense.bound not in _BARE, sense.document, -sense.start, sense.id)


def _direction(a: Sense, b: Sense) -> tuple[Sense, Sense]:
    """Give the figure that would stray and the one it would stray from: a headline strays from its body."""
    return (a, b) if _care(a) < _care(b) else (b, a)


def _of_sum(one: Sum, senses: Mapping[str, Sense]) -> Iterator[Sign]:
    """Yield what a sum tells of its total: a noun that does not hold all parts, or a number that they do not make."""
    total = senses.get(one.total)
    parts = [senses[part] for part in one.parts if part in senses]
    if total is None or not parts:
        return
    if not one.holds:
        yield Sign(total.id, "miscalculated", parts[0].id, one.why)
        return
    for part in parts:
        if part.kind == total.kind and _not_held(part, total):
            yield Sign(total.id, "noun_swapped", part.id, f"{one.why}, but {counted(part)} are no {counted(total)}")
            return


def _not_held(part: Sense, total: Sense) -> bool:
    """Say whether a part is no part of its total by classes that the lattices know: other nouns may name any whole."""
    acts, things = lattice("act"), lattice("thing")
    a, b = part.scope, total.scope
    if a.act in acts.entries and b.act in acts.entries and not acts.holds(b.act or "", a.act or ""):
        return not acts.holds(a.act or "", b.act or "")
    if a.thing not in things.entries or b.thing not in things.entries:
        return False
    return not things.holds(b.thing or "", a.thing or "")


def _bound_lost(stray: Sense, anchor: Sense, outer: Outer) -> Found | None:
    if not _same_number(stray, anchor) or stray.bound not in _BARE or stray.approximate or stray.unit != anchor.unit:
        return None
    if (anchor.bound in _BARE and not anchor.approximate) or not _one_thing(stray, anchor):
        return None
    return "bound_lost", f"{told(anchor)} told as {stray.text}"


def _range_collapsed(stray: Sense, anchor: Sense, outer: Outer) -> Found | None:
    value = nominal(stray)
    if anchor.bound != "range" or value is None or stray.bound not in ("exact", "approx") or stray.unit != anchor.unit:
        return None
    if value not in (anchor.low, anchor.high) or not _one_thing(stray, anchor):
        return None
    return "range_collapsed", f"{anchor.text} told as {stray.text}"


def _typo(stray: Sense, anchor: Sense, outer: Outer) -> Found | None:
    one, other = nominal(stray), nominal(anchor)
    if one is None or other is None or one == other or stray.unit != anchor.unit or stray.increment != anchor.increment:
        return None
    slip = _slip(one, other)
    if slip is None or _dated_apart(stray, anchor) or relate(stray, anchor, outer)[0] != "conflict":
        return None
    return "typo", f"{stray.text} and {anchor.text}: {slip}"


def _slip(one: Number, other: Number) -> str | None:
    """Say which slip of the pen makes one number of another: ten times off, or two digits swapped."""
    small, large = sorted((one, other))
    for factor, words in ((10, "ten times off"), (100, "a hundred times off"), (1000, "a thousand times off")):
        if small > 1 and small * factor == large:
            return words
    a, b = str(one), str(other)
    unequal = [at for at, (x, y) in enumerate(zip(a, b, strict=False)) if x != y]
    swapped = len(a) == len(b) and len(unequal) == 2 and unequal[1] - unequal[0] == 1
    if swapped and a[unequal[0]] == b[unequal[1]] and a[unequal[1]] == b[unequal[0]]:
        return "two digits swapped"
    return None


def _noun_swapped(stray: Sense, anchor: Sense, outer: Outer) -> Found | None:
    if (
        not _same_number(stray, anchor)
        or not _large(stray)
        or not _of_one_voice(stray, anchor)
        or _apart(stray, anchor)
    ):
        return None
    a, b = stray.scope, anchor.scope
    acts, things = lattice("act"), lattice("thing")
    if a.act != b.act and a.act in acts.entries and b.act in acts.entries:
        if (acts.holds(a.act or "", b.act or "") or acts.holds(b.act or "", a.act or "")) and not _forces(a.act):
            return "noun_swapped", f"{anchor.text} {counted(anchor)} told as {counted(stray)}"
        return None
    if a.thing == b.thing or a.thing not in things.entries or b.thing not in things.entries:
        return None
    if things.holds(a.thing or "", b.thing or "") or things.holds(b.thing or "", a.thing or ""):
        return "scope_changed", f"{anchor.text} {counted(anchor)} told as {counted(stray)}"
    if stray.zone != anchor.zone or stray.document != anchor.document:
        return "noun_swapped", f"{anchor.text} {counted(anchor)} told as {counted(stray)}"
    return None


def _forces(act: str | None) -> bool:
    return lattice("act").entries[act or ""].family == "forces"


def _tense_changed(stray: Sense, anchor: Sense, outer: Outer) -> Found | None:
    if not _same_number(stray, anchor) or not stray.phase or not anchor.phase or stray.phase == anchor.phase:
        return None
    if not _one_thing(stray, anchor) or (
        stray.zone == anchor.zone and stray.document == anchor.document and not _teaser(stray)
    ):
        return None
    words = {"plan": "as planned", "done": "as done"}
    return "tense_changed", f"{anchor.text} told {words[anchor.phase]} and {words[stray.phase]}"


def _teaser(sense: Sense) -> bool:
    return sense.zone == "teaser"


def _unit_confused(stray: Sense, anchor: Sense, outer: Outer) -> Found | None:
    if not _same_number(stray, anchor) or stray.unit == anchor.unit or not (stray.unit and anchor.unit):
        return None
    if compare_scopes(stray.scope, anchor.scope) != "same" or stray.noun is None or _apart(stray, anchor):
        return None
    return "unit_confused", f"{anchor.text} ({anchor.unit}) told as {stray.text} ({stray.unit})"


def _stale(stray: Sense, anchor: Sense, outer: Outer) -> Found | None:
    """Say whether a headline has the older of two figures of its own story."""
    if stray.zone not in ("headline", "caption") or anchor.zone != "body" or not stray.when or not anchor.when:
        return None
    if stray.when[1] >= anchor.when[0] or relate(stray, anchor, outer)[0] != "conflict":
        return None
    return "stale", f"{stray.text} as of {stray.as_of}, {anchor.text} as of {anchor.as_of}"


#: In order of weight: the first that holds gives the sign its reason code.
_CHECKS = (_noun_swapped, _typo, _bound_lost, _range_collapsed, _unit_confused, _tense_changed, _stale)


def _same_number(a: Sense, b: Sense) -> bool:
    value = nominal(a)
    return value is not None and value == nominal(b) and a.kind == b.kind and interval(a) is not None


def _large(sense: Sense) -> bool:
    value = nominal(sense)
    return value is not None and value >= _TELLING


def _one_thing(a: Sense, b: Sense) -> bool:
    """Say whether two figures count one thing, or one a part of the other, as far as they say."""
    return compare_scopes(a.scope, b.scope) != "different" and not _apart(a, b) and bool(a.noun and b.noun)


def _apart(a: Sense, b: Sense) -> bool:
    return bool(a.people and b.people and not a.people & b.people) or a.increment != b.increment


def _of_one_voice(a: Sense, b: Sense) -> bool:
    """Say whether two figures are one speaker's, or a headline's and its story's."""
    return a.attribution == b.attribution or a.attribution is None or b.attribution is None


def _dated_apart(a: Sense, b: Sense) -> bool:
    return a.when is not None and b.when is not None and a.when != b.when
