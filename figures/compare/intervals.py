"""The numbers that a figure allows, as an interval, and whether two of them meet."""

from dataclasses import dataclass
from decimal import Context, Decimal
from functools import lru_cache

from figures.compare.rounding import half_step
from figures.compare.sense import Sense
from figures.conversion import to_base
from figures.model import Bound, Number

#: Wide enough for sums and conversions of every number a figure can have, whatever the caller's context.
EXACT = Context(prec=60)
_INFINITE = Decimal("Infinity")


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers between low and high, each end in or (`low_open`, `high_open`) not; ends may be infinite."""

    low: Decimal
    high: Decimal
    low_open: bool = False
    high_open: bool = False

    def meets(self, other: "Interval") -> bool:
        """Say whether some number lies in both."""
        return not self.below(other) and not other.below(self)

    def below(self, other: "Interval") -> bool:
        """Say whether every number of this interval is smaller than every number of the other."""
        return self.high < other.low or (self.high == other.low and (self.high_open or other.low_open))


def interval(sense: Sense) -> Interval | None:
    """Give the numbers that a figure allows in its own unit, None for one without a number."""
    return interval_of(sense.low, sense.high, sense.bound, sense.approximate)


@lru_cache(maxsize=8192)
def interval_of(low: Number | None, high: Number | None, bound: Bound, approximate: bool) -> Interval | None:
    """Give the interval of low, high and bound: `over` and `under` are open, the rest closed.

    An approximate end reaches as far as what rounds to it, at most 5 %; half open at the top.
    """
    if low is None and high is None:
        return None
    bottom = -_INFINITE if low is None else EXACT.create_decimal(low)
    top = _INFINITE if high is None else EXACT.create_decimal(high)
    if low is None and top >= 0 and bound in ("up_to", "under"):
        bottom = Decimal(0)
    if not approximate and bound != "approx":
        return Interval(bottom, top, bound == "over", bound == "under")
    if low is not None:
        bottom = EXACT.subtract(bottom, half_step(low))
    if high is not None:
        top = EXACT.add(top, half_step(high))
    return Interval(bottom, top, bound == "over", high is not None and half_step(high) > 0)


def added(intervals: list[Interval]) -> Interval:
    """Give all sums of a number of each interval."""
    low = high = Decimal(0)
    for one in intervals:
        low, high = EXACT.add(low, one.low), EXACT.add(high, one.high)
    return Interval(low, high, any(one.low_open for one in intervals), any(one.high_open for one in intervals))


def converted(found: Interval, unit: str | None) -> tuple[Interval, str | None]:
    """Give an interval in the base unit of its unit, itself where the unit has none."""
    low, high = (to_base(end, unit) if unit and end.is_finite() else None for end in (found.low, found.high))
    base = (low or high or (None, unit))[1]
    if low is None and high is None:
        return found, unit
    return Interval(
        low[0] if low else found.low, high[0] if high else found.high, found.low_open, found.high_open
    ), base


def nominal(sense: Sense) -> Number | None:
    """Give the one number a figure names, None for a range or where there is none: more than 6,000 names 6,000."""
    if sense.low is not None and sense.high is not None:
        return sense.low if sense.low == sense.high else None
    return sense.low if sense.low is not None else sense.high


def grouped(value: Number) -> str:
    """Write a number for a person: 11,000."""
    return f"{value:,f}" if isinstance(value, Decimal) else f"{value:,}"
