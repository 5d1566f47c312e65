"""The axis that rival figures share: linear, or logarithmic where they are far apart, with ticks at round numbers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal, localcontext
from math import log1p

#: From this ratio of the highest to the lowest value on, a linear axis would press the low ones into one cell.
LOG_FROM = 100
#: The axis begins at zero where that at most makes it half as long again.
_ZERO_FROM = 3
_STEPS = 5
_MOST_DECADES = 6
#: Wide enough that values which differ in their twentieth digit still stand apart.
_WORK = Context(prec=60)
_SCALES = (("", 0), ("k", 3), ("M", 6), ("bn", 9), ("tn", 12))
#: Labels up to this length are not shortened: "6,000" reads better than "6k".
_SHORT = 5


@dataclass(frozen=True, slots=True)
class Tick:
    """A round number on an axis, its label, and where it stands: 0.0 is the left end, 1.0 the right."""

    value: Decimal
    label: str
    at: float


@dataclass(frozen=True, slots=True)
class Axis:
    """The stretch low..high of numbers, low < high, with ticks from left to right; both positive where `log`."""

    low: Decimal
    high: Decimal
    log: bool
    ticks: tuple[Tick, ...]


def axis_of(values: Sequence[Decimal], open_left: Iterable[Decimal], open_right: Iterable[Decimal]) -> Axis:
    """Give the axis on which all values stand, with room for an arrow beside those that are open to a side.

    Values are finite, of at most 20 digits; without any the axis runs from 0 to 1.
    """
    low, high = (min(values), max(values)) if values else (Decimal(0), Decimal(1))
    first_open, last_open = min(open_left, default=None), max(open_right, default=None)
    with localcontext(_WORK):
        draw = _log if low > 0 and high >= LOG_FROM * low else _linear
        return draw(low, high, first_open, last_open)


def position(axis: Axis, value: Decimal) -> float:
    """Give where a value stands on the axis: 0.0 is its left end, 1.0 its right."""
    with localcontext(_WORK):
        return _position(axis.low, axis.high, axis.log, value)


def _position(low: Decimal, high: Decimal, log: bool, value: Decimal) -> float:
    if log:
        # A float of how far a value lies above the lowest keeps as many digits as its place has; a Decimal's logarithm
        # takes a hundred times as long.
        share = log1p(float((value - low) / low)) / log1p(float((high - low) / low))
    else:
        share = float((value - low) / (high - low))
    return min(1.0, max(0.0, share))


def _linear(low: Decimal, high: Decimal, first_open: Decimal | None, last_open: Decimal | None) -> Axis:
    if low == high:
        around = abs(low) / 2 or Decimal(1)
        low, high = (low - around if low else low), high + around
    elif low > 0 and low * _ZERO_FROM <= high:
        low = Decimal(0)
    step = _round_up((high - low) / _STEPS)
    first = int((low / step).to_integral_value(ROUND_FLOOR))
    last = int((high / step).to_integral_value(ROUND_CEILING))
    half = Decimal("0.5")
    # What is above zero has room above zero; the axis of a count does not run into the negative.
    if first_open is not None and first_open < step * (first + half) and not (first == 0 and first_open > 0):
        first -= 1
    if last_open is not None and last_open > step * (last - half):
        last += 1
    marks = [step * at for at in range(first, last + 1)]
    return _with_ticks(marks[0], marks[-1], False, marks, _alike(marks))


def _log(low: Decimal, high: Decimal, first_open: Decimal | None, last_open: Decimal | None) -> Axis:
    begin, end = _round_down(low), _round_up(high)
    room = Decimal("1.5")
    if first_open is not None and first_open < begin * room:
        begin = _round_down(begin * Decimal("0.9"))
    if last_open is not None and last_open * room > end:
        end = _round_up(end * Decimal("1.1"))
    decades = range(_round_up(begin, (1,)).adjusted(), end.adjusted() + 1)
    marks = [Decimal(1).scaleb(power) for power in decades[:: 1 + len(decades) // (_MOST_DECADES + 1)]]
    return _with_ticks(begin, end, True, marks, [_alike([mark])[0] for mark in marks])


def _with_ticks(low: Decimal, high: Decimal, log: bool, marks: list[Decimal], labels: list[str]) -> Axis:
    ticks = (Tick(mark, label, _position(low, high, log, mark)) for mark, label in zip(marks, labels, strict=True))
    return Axis(low, high, log, tuple(ticks))


def _round_up(value: Decimal, leads: tuple[int, ...] = (1, 2, 5)) -> Decimal:
    """Give the smallest of 1, 2 and 5 times a power of ten that is not below a positive value."""
    power = value.adjusted()
    return next(found for lead in (*leads, 10) if (found := Decimal(lead).scaleb(power)) >= value)


def _round_down(value: Decimal) -> Decimal:
    power = value.adjusted()
    return next(found for lead in (5, 2, 1) if (found := Decimal(lead).scaleb(power)) <= value)


def _alike(values: list[Decimal]) -> list[str]:
    """Write numbers all with the same scale: that which takes the least room."""
    plain = [_plain(value) for value in values]
    if max(map(len, plain)) <= _SHORT:
        return plain
    rows = [[_plain(value.scaleb(-power)) + (name if value else "") for value in values] for name, power in _SCALES]
    if max(abs(value) for value in values) >= Decimal(10) ** 18:
        rows.append([f"{value:.6g}".replace("e+", "e") if value else "0" for value in values])
        if len(set(rows[-1])) < len(values):
            rows.pop()
    return min(rows, key=lambda row: max(map(len, row)))


def _plain(value: Decimal) -> str:
    text = format(value, ",f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
