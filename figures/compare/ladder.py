"""Rival figures on one axis: where each begins, stands and ends, for a screen or a page to draw."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Context, Decimal

from figures.compare.axis import Axis, axis_of, position
from figures.compare.rounding import half_step
from figures.model import Bound, Number

#: Figures have at most 19 digits before the point; beyond 10^30 either way a number is no figure and is not placed.
_READ = Context(prec=20)
_LARGEST_POWER = 30


@dataclass(frozen=True, slots=True)
class Rung:
    """One figure to lay on the ladder; `key` is the caller's name for it, and comes back with its place.

    `low` and `high` as in a figure: equal for a point, None where a bound leaves that end open. `best` is a value
    inside a range that somebody names, as an answer does.
    """

    key: str
    low: Number | None
    high: Number | None
    bound: Bound = "exact"
    approximate: bool = False
    best: Number | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where the figures of one value stand, as fractions of the axis from left (0.0) to right (1.0).

    start <= point <= end. `point` is None for a range without a best value. An approximate point reaches from `start`
    to `end` as far as it may be off. An end that a bound leaves open is at 0.0 or 1.0, and its point is the other end.
    """

    keys: tuple[str, ...]
    low: Number | None
    high: Number | None
    bound: Bound
    approximate: bool
    best: Number | None
    start: float
    point: float | None
    end: float
    open_left: bool
    open_right: bool

    @property
    def count(self) -> int:
        """How many figures have this value."""
        return len(self.keys)

    @property
    def times(self) -> str:
        """The count to show: "x4", and nothing for a single figure."""
        return f"x{self.count}" if self.count > 1 else ""


@dataclass(frozen=True, slots=True)
class Ladder:
    """An axis, a place for each distinct value in the order they were given, and the keys of figures without one."""

    axis: Axis
    places: tuple[Place, ...]
    unplaced: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Reach:
    """What a figure covers, in numbers."""

    start: Decimal | None
    point: Decimal | None
    end: Decimal | None


def ladder(rungs: Iterable[Rung]) -> Ladder:
    """Lay figures on one axis; those with equal value and bound share a place.

    Figures without a number (both ends None), and numbers that are not finite or beyond 10^30, are left unplaced.
    """
    groups: dict[tuple[_Reach, Bound, bool], list[Rung]] = {}
    unplaced: list[str] = []
    for rung in rungs:
        reach = _reach(rung)
        if reach is None:
            unplaced.append(rung.key)
        else:
            groups.setdefault((reach, rung.bound, rung.approximate), []).append(rung)
    axis = _axis([reach for reach, _, _ in groups])
    places = tuple(_place(axis, group, reach) for (reach, _, _), group in groups.items())
    return Ladder(axis, places, tuple(unplaced))


def _reach(rung: Rung) -> _Reach | None:
    low, high, best = _read(rung.low), _read(rung.high), _read(rung.best)
    if (low is None and high is None) or (low is None) != (rung.low is None) or (high is None) != (rung.high is None):
        return None
    if low is None or high is None:
        return _Reach(low, high if low is None else low, high)
    if low > high:
        low, high = high, low
    if low < high:
        return _Reach(low, best if best is not None and low <= best <= high else None, high)
    off = half_step(low) if rung.approximate or rung.bound == "approx" else Decimal(0)
    return _Reach(_READ.subtract(low, off), low, _READ.add(high, off))


def _read(value: Number | None) -> Decimal | None:
    if value is None:
        return None
    read = _READ.create_decimal(value)
    if not read.is_finite() or abs(read.adjusted()) > _LARGEST_POWER:
        return None
    return read


def _axis(reaches: Sequence[_Reach]) -> Axis:
    # What stands nearest to an open side decides how much room the arrows there need.
    values = [value for reach in reaches for value in (reach.start, reach.point, reach.end) if value is not None]
    open_left = [reach.end for reach in reaches if reach.start is None and reach.end is not None]
    open_right = [reach.start for reach in reaches if reach.end is None and reach.start is not None]
    return axis_of(values, open_left, open_right)


def _place(axis: Axis, group: Sequence[Rung], reach: _Reach) -> Place:
    first = group[0]
    return Place(
        keys=tuple(rung.key for rung in group),
        low=first.low,
        high=first.high,
        bound=first.bound,
        approximate=first.approximate,
        best=first.best,
        start=0.0 if reach.start is None else position(axis, reach.start),
        point=None if reach.point is None else position(axis, reach.point),
        end=1.0 if reach.end is None else position(axis, reach.end),
        open_left=reach.start is None,
        open_right=reach.end is None,
    )
