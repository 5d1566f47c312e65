"""Sums: figures of one item that add up to another, or ought to, and parts of a whole."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby, pairwise

from figures.compare.intervals import EXACT, added, grouped, interval, nominal
from figures.compare.lattice import lattice
from figures.compare.scope import compare_scopes
from figures.compare.sense import Sense
from figures.model import Number, Sum

#: A sum has at most this many terms, besides its total.
MOST_TERMS = 4
#: Parts this large add up by chance so seldom that the total may stand anywhere in an item; else it must be near.
_LARGE = 100
#: So many figures of one item are looked at around a sum; an item of nothing but numbers is a table.
_REACH = 60


#: The figures of a story by number, kind and unit, each with its place among them.
_ByNumber = dict[tuple[object, ...], list[tuple[int, Sense]]]


def sums_in(item: Sequence[Sense]) -> list[Sum]:
    """Find the sums among the figures of one item, given in text order; each is told once, where it first stands."""
    found: dict[tuple[object, ...], Sum] = {}
    countable = [sense for sense in item if sense.kind in ("count", "money") and nominal(sense)]
    by_number: _ByNumber = {}
    for at, sense in enumerate(countable):
        same = by_number.setdefault(_number(nominal(sense), sense), [])
        if len(same) < _REACH:
            same.append((at, sense))
    at = 0
    for run in _runs(countable):
        at = countable.index(run[0], at)
        for parts in _parts(run):
            total = _total(parts, by_number, at)
            if total is not None:
                key = (frozenset((nominal(part), part.scope.thing) for part in parts), nominal(total))
                one = _sum(parts, total)
                if one.holds:
                    found.setdefault(key, one)
    return [*found.values(), *_larger_parts(item), *_percentages(item), *_wrong_totals(countable)]


def _number(value: Number | None, like: Sense) -> tuple[object, ...]:
    return value, like.kind, like.unit


def _runs(item: Sequence[Sense]) -> Iterator[list[Sense]]:
    for _, run in groupby(item, key=lambda sense: (sense.sentence, sense.kind, sense.unit)):
        members = [sense for sense in run if not sense.increment or sense.bound == "exact"]
        if 1 < len(members) <= _REACH:
            yield members


def _parts(run: list[Sense]) -> Iterator[tuple[Sense, ...]]:
    """Yield neighbours of one sentence that can be parts of one total, the longest first."""
    for length in range(min(MOST_TERMS, len(run)), 1, -1):
        for at in range(len(run) - length + 1):
            parts = tuple(run[at : at + length])
            if all(_beside(one, other) for one, other in pairwise(parts)) and _different(parts):
                yield parts


def _beside(a: Sense, b: Sense) -> bool:
    """Say whether two figures of a sentence may be parts of one total: of one people and time, and not alternatives."""
    if a.people and b.people and a.people != b.people:
        return False
    return not (a.phase and b.phase and a.phase != b.phase)


def _different(parts: Sequence[Sense]) -> bool:
    """Say whether no two parts count the same or one another's parts."""
    for at, one in enumerate(parts):
        for other in parts[:at]:
            standing = compare_scopes(one.scope, other.scope)
            if standing in ("part", "whole") or (standing == "same" and one.places == other.places):
                return False
    return True


def _total(parts: tuple[Sense, ...], by_number: _ByNumber, here: int) -> Sense | None:
    """Give the first figure that is what the parts, of which the first run begins at `here`, add up to."""
    values = [value for part in parts if (value := nominal(part)) is not None]
    ids = {part.id for part in parts}
    large = all(value >= _LARGE for value in values)
    for at, sense in by_number.get(_number(sum(values), parts[0]), ()):
        near = large or abs(at - here) <= 2 * MOST_TERMS
        if near and sense.id not in ids and _may_hold(sense, parts):
            return sense
    return None


def _may_hold(total: Sense, parts: Sequence[Sense]) -> bool:
    """Say whether a figure can be the total of others: the same happened to it, or nothing that the text names."""
    for part in parts:
        if total.people and part.people and not total.people & part.people:
            return False
        if total.phase and part.phase and total.phase != part.phase:
            return False
        if not _one_root(total.scope.act, part.scope.act, "act") or not _one_root(
            total.scope.thing, part.scope.thing, "thing"
        ):
            return False
        if compare_scopes(part.scope, total.scope) == "whole":
            return False
        if total.scope.thing is None and not _holds_act(total.scope.act, part.scope.act):
            return False  # 5,000 builders and 1,000 sappers are no 6,000 casualties
    return any(part.scope.thing or part.scope.act for part in parts) and bool(total.scope.thing or total.scope.act)


def _holds_act(whole: str | None, part: str | None) -> bool:
    return whole is not None and part is not None and lattice("act").holds(whole, part)


def _one_root(a: str | None, b: str | None, kind: str) -> bool:
    if a is None or b is None or a == b or a.startswith("~") or b.startswith("~"):
        return True
    table = lattice(kind)
    return table.top(a) == table.top(b)


def _sum(parts: Sequence[Sense], total: Sense) -> Sum:
    terms = [interval(part) for part in parts]
    whole = interval(total)
    holds = whole is not None and added([term for term in terms if term is not None]).meets(whole)
    told = " + ".join(_named(part) for part in parts)
    return Sum(tuple(part.id for part in parts), total.id, holds, f"{told} = {_named(total)}")


def _named(sense: Sense) -> str:
    return f"{sense.text} {sense.noun}" if sense.noun else sense.text


def _larger_parts(item: Sequence[Sense]) -> Iterator[Sum]:
    """Yield the parts ("including 50 children") that are larger than the whole before them in the sentence."""
    for whole, part in pairwise(item):
        if not part.of_whole or whole.sentence != part.sentence or whole.kind != part.kind or whole.unit != part.unit:
            continue
        held, holding = interval(part), interval(whole)
        if held and holding and holding.below(held) and not _apart(whole, part):
            yield Sum((part.id,), whole.id, False, f"{_named(part)}, a part, are more than the whole, {_named(whole)}")


def _apart(whole: Sense, part: Sense) -> bool:
    return bool(whole.people and part.people and whole.people != part.people) or (
        compare_scopes(part.scope, whole.scope) == "whole"
    )


def _percentages(item: Sequence[Sense]) -> Iterator[Sum]:
    """Yield what "40 of 80 homes, or 50 percent" comes to: part and percentage as parts, the whole as total."""
    for at, part in enumerate(item[:-1]):
        whole = item[at + 1]
        if not part.share or part.kind != whole.kind or part.unit != whole.unit or part.sentence != whole.sentence:
            continue
        for percent in (*item[at + 2 : at + 3], *item[max(0, at - 1) : at]):
            if percent.kind == "percent" and percent.sentence == part.sentence:
                holds = _is_share(part, whole, percent)
                if holds is not None:
                    words = "is" if holds else "is not"
                    yield Sum(
                        (part.id, percent.id), whole.id, holds, f"{_named(part)} of {whole.text} {words} {percent.text}"
                    )
                break


def _is_share(part: Sense, whole: Sense, percent: Sense) -> bool | None:
    """Say whether a percentage is right within its own rounding, None where a bound leaves it open."""
    one, all_, share = nominal(part), nominal(whole), nominal(percent)
    if one is None or all_ is None or share is None or not all_ or one > all_:
        return None
    if {part.bound, whole.bound, percent.bound} - {"exact", "approx"}:
        return None
    exact = EXACT.divide(EXACT.multiply(Decimal(one), Decimal(100)), Decimal(all_))
    places = Decimal(share).as_tuple().exponent
    step = EXACT.scaleb(Decimal(1), int(places)) if isinstance(places, int) else Decimal(1)
    loose = any(sense.approximate for sense in (part, whole, percent))
    return abs(exact - Decimal(share)) <= (step * 5 if loose else step)


def _wrong_totals(item: Sequence[Sense]) -> Iterator[Sum]:
    """Yield the numbers that are called a total and are not what the exact parts beside them come to."""
    places = {sense.id: at for at, sense in enumerate(item)}
    for run in _runs(item):
        for total in item[max(0, places[run[0].id] - 1) : places[run[-1].id] + 2]:
            parts = tuple(sense for sense in run if sense.id != total.id)
            if not total.total or not 1 < len(parts) <= MOST_TERMS or not _all_exact((total, *parts)):
                continue
            if (total.kind, total.unit) != (parts[0].kind, parts[0].unit) or not _makes_up(total, parts):
                continue
            come = sum(value for part in parts if (value := nominal(part)) is not None)
            if come != nominal(total):
                told = " + ".join(_named(part) for part in parts)
                yield Sum(
                    tuple(part.id for part in parts), total.id, False, f"{told} are {grouped(come)}, not {total.text}"
                )


def _all_exact(senses: Sequence[Sense]) -> bool:
    return all(sense.bound == "exact" and not sense.approximate for sense in senses)


def _makes_up(total: Sense, parts: Sequence[Sense]) -> bool:
    """Say whether figures are all parts of another by what they count, and no two of them the same."""
    return _different(parts) and all(compare_scopes(part.scope, total.scope) == "part" for part in parts)


def sums_across(members: Sequence[Sense]) -> list[Sum]:
    """Find, in one question, the totals that a figure and what is added to it come to: "11,000, and 3,000 more"."""
    totals: dict[object, list[Sense]] = {}
    for sense in members:
        value = nominal(sense)
        if value is not None and not sense.increment:
            totals.setdefault((value, sense.unit, sense.kind), []).append(sense)
    found: dict[tuple[object, ...], Sum] = {}
    for base, more in pairwise(members):
        first, second = nominal(base), nominal(more)
        same = (base.document, base.sentence, base.unit, base.kind) == (
            more.document,
            more.sentence,
            more.unit,
            more.kind,
        )
        if not same or not more.increment or base.increment or first is None or second is None:
            continue
        if compare_scopes(base.scope, more.scope) != "same":
            continue
        for total in totals.get((first + second, base.unit, base.kind), ())[:_REACH]:
            if compare_scopes(base.scope, total.scope) in ("same", "unknown"):
                found.setdefault((first, second, base.scope), _sum((base, more), total))
                break
    return list(found.values())
