"""A ladder of figures in characters: one line a value, and one for the axis."""

from collections.abc import Sequence

from figures.compare.axis import Axis, Tick
from figures.compare.ladder import Ladder, Place

#: A ladder narrower than this says nothing: bar, ends and arrows would stand on one another.
NARROWEST = 10
_POINT, _LEFT, _RIGHT, _LINE, _OPEN_LEFT, _OPEN_RIGHT = "●├┤─◂▸"


def ladder_lines(ladder: Ladder, width: int) -> tuple[list[str], str]:
    """Draw a ladder: a line for each of its places, in order, and the line of the axis with its labels.

    Each is exactly `width` characters, of one cell each; a width below NARROWEST counts as NARROWEST.
    """
    width = max(NARROWEST, width)
    return [bar(place, width) for place in ladder.places], scale(ladder.axis, width)


def bar(place: Place, width: int) -> str:
    """Draw one value in `width` characters: "├─●─┤", "├───┤" without a point, "●──▸" with an open end."""
    cells = [" "] * width
    # An arrow keeps its cell, and the point stays off it.
    first, last = int(place.open_left), width - 1 - int(place.open_right)

    def cell(at: float) -> int:
        return min(last, max(first, _cell(at, width)))

    start = 0 if place.open_left else cell(place.start)
    end = width - 1 if place.open_right else cell(place.end)
    cells[start : end + 1] = _LINE * (end + 1 - start)
    cells[start] = _OPEN_LEFT if place.open_left else _LEFT
    cells[end] = _OPEN_RIGHT if place.open_right else _RIGHT
    if place.point is not None:
        cells[cell(place.point)] = _POINT
    elif start == end:
        cells[start] = _POINT
    return "".join(cells)


def scale(axis: Axis, width: int) -> str:
    """Write the labels of an axis in `width` characters, under their ticks: all, or every second, third and so on."""
    for stride in range(1, len(axis.ticks) + 1):
        line = _labels(axis.ticks[::stride], width)
        if line is not None:
            return line
    return " " * width


def _labels(ticks: Sequence[Tick], width: int) -> str | None:
    line = ""
    for tick in ticks:
        length = len(tick.label)
        begin = min(width - length, max(0, _cell(tick.at, width) - length // 2))
        if begin < 0 or (line and begin <= len(line)):
            return None
        line = line.ljust(begin) + tick.label
    return line.ljust(width)


def _cell(at: float, width: int) -> int:
    return int(at * (width - 1) + 0.5)
