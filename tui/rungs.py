"""The lines of the rivals pane, figures of equal value folded into one, lowest first, on one axis; and its columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, cast

from rich.cells import cell_len

from db.model import QueueRow
from figures.model import Bound
from tui.words import value

if TYPE_CHECKING:
    from db.rivals import Rival, Rivals
    from figures.compare.axis import Axis
    from figures.compare.ladder import Place


#: From so many cells on there is the date, and what is counted.
_DATED, _TOLD = 56, 84
_DATE = 10
_MOST_SHAPES = 3


@dataclass(frozen=True, slots=True)
class Line:
    """Figures of one value, the current one first; `place` is where they stand on the axis, None without a number."""

    rivals: tuple[Rival, ...]
    place: Place | None

    @property
    def row(self) -> QueueRow:
        """The figure that the line shows."""
        return self.rivals[0].row

    @property
    def row_ids(self) -> tuple[int, ...]:
        """The figures of the line."""
        return tuple(rival.row.row_id for rival in self.rivals)

    @property
    def times(self) -> str:
        """How many figures it stands for: "x4"; nothing for one."""
        return f"x{len(self.rivals):,}" if len(self.rivals) > 1 else ""

    @property
    def states(self) -> tuple[str, ...]:
        """The states of its figures, each once, decided ones first."""
        from tui.bars import ORDER

        there = {rival.row.state for rival in self.rivals}
        return tuple(state for state in ORDER if state in there)

    @property
    def source(self) -> str:
        """Who says so and where; where nobody is named, where it stands."""
        row = self.row
        return f"{row.attribution} · {row.publisher}" if row.attribution else row.publisher

    @property
    def told(self) -> str:
        """What is counted and what happened to it."""
        return ", ".join(part for part in (self.row.noun, self.rivals[0].predicate) if part)

    def after(self, row_id: int) -> int:
        """Give the figure that comes after one of the line, in the order of intake and round and round.

        The first where it is none of the line.
        """
        ids = sorted(self.row_ids)
        return ids[(ids.index(row_id) + 1) % len(ids)] if row_id in ids else ids[0]


def fold(rivals: Rivals) -> tuple[list[Line], Axis]:
    """Give the lines of a figure and its rivals, and the axis that they share."""
    from figures.compare.ladder import Rung, ladder

    figures = sorted(rivals.figures, key=_height)
    by_key = {str(rival.row.row_id): rival for rival in figures}
    drawn = ladder(
        Rung(key, rival.row.low, rival.row.high, cast(Bound, rival.row.bound), rival.row.approximate)
        for key, rival in by_key.items()
    )
    lines = [_line([by_key[key] for key in place.keys], place, rivals.row_id) for place in drawn.places]
    lines += [_line([by_key[key]], None, rivals.row_id) for key in drawn.unplaced]
    return lines, drawn.axis


def _line(figures: Sequence[Rival], place: Place | None, current: int) -> Line:
    own = [rival for rival in figures if rival.row.row_id == current]
    others = sorted((rival for rival in figures if rival.row.row_id != current), key=lambda rival: rival.row.row_id)
    return Line((*own, *others), place)


def _height(rival: Rival) -> tuple[Decimal, Decimal, int]:
    row = rival.row
    low = row.low if row.low is not None else row.high
    high = row.high if row.high is not None else low
    return Decimal(low or 0), Decimal(high or 0), row.row_id


@dataclass(frozen=True, slots=True)
class Columns:
    """How many cells each part of a line takes; 0 for one that is left out."""

    shapes: int
    source: int
    date: int
    ladder: int
    value: int
    times: int
    told: int


def columns_for(lines: Sequence[Line], width: int) -> Columns:
    """Share `width` cells among the parts of a line, a space between any two; the value is never left out."""
    from figures.compare.ladder_text import NARROWEST

    shapes = max((min(_MOST_SHAPES, len(line.states)) for line in lines), default=1)
    widest = max((cell_len(value(line.row)) for line in lines), default=1)
    numbers = min(widest, max(8, width // 4))
    times = max((len(line.times) for line in lines), default=0)
    date = _DATE if width >= _DATED else 0
    told = width // 5 if width >= _TOLD else 0
    left = width - 1 - shapes - sum(part + 1 for part in (numbers, times, date, told) if part)
    source = max(0, min(left - 1, max(12, left * 9 // 20)))
    drawn = left - source - 2
    if drawn < NARROWEST:
        source, drawn = max(0, left - 1), 0
    return Columns(shapes, source, date, drawn, numbers, times, told)
