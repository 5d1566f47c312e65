"""What the rivals pane shows, line below line: what is said first, the ladder or the drift, and what else is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.drift import Drift, DriftLine, drift
from tui.findings import Finding, TextLine, first_findings, last_findings, lay_out
from tui.rungs import Columns, Line, columns_for, fold

if TYPE_CHECKING:
    from figures.compare.axis import Axis
    from tui.jobs import Surroundings

_NO_DATES = Finding("over time", "faint", "of none of these figures it is said as of when")


@dataclass(frozen=True, slots=True)
class AxisLine:
    """The line of the axis."""


#: A line of the pane: figures of one value or of one origin, the axis, or a line of what is said.
Row = Line | DriftLine | AxisLine | TextLine


@dataclass(frozen=True, slots=True)
class Board:
    """The lines of the pane, and what the axis among them says."""

    rows: Sequence[Row] = ()
    columns: Columns | None = None
    axis: str = ""

    @property
    def axis_at(self) -> int:
        """Where the axis stands; -1 where there is none."""
        return next((at for at, row in enumerate(self.rows) if isinstance(row, AxisLine)), -1)

    def place_of(self, row_id: int) -> int:
        """Give the line of a figure; the first where it has none."""
        places = (at for at, row in enumerate(self.rows) if row_id in figures_of(row))
        return next(places, 0)


def figures_of(row: Row) -> tuple[int, ...]:
    """Give the figures of a line of the ladder or of an origin; none of any other."""
    return row.row_ids if isinstance(row, Line | DriftLine) else ()


def board(seen: Surroundings | None, width: int, *, over_time: bool) -> Board:
    """Lay out what is seen beside a figure for `width` cells."""
    if seen is None or width <= 0:
        return Board()
    first = lay_out(first_findings(seen), width)
    if over_time:
        drawn = drift(seen, width)
        last = lay_out([*([] if drawn.days else [_NO_DATES]), *drawn.unknown], width)
        axis = [AxisLine()] if drawn.days else []
        return Board([*first, *drawn.lines, *axis, *last], None, _dates(drawn, width))
    kinds = {row_id: related.kind for row_id, related in seen.relations.items()}
    lines, scale = fold(seen.rivals, kinds)
    columns = columns_for(lines, width)
    axis = [AxisLine()] if columns.ladder and any(line.place for line in lines) else []
    last = lay_out(last_findings(seen), width)
    return Board([*first, *lines, *axis, *last], columns, _labels(scale, columns))


def _labels(axis: Axis, columns: Columns) -> str:
    from figures.compare.ladder_text import scale

    before = 1 + columns.shapes + sum(part + 1 for part in (columns.source, columns.date) if part) + 1
    return " " * before + scale(axis, columns.ladder) if columns.ladder else ""


def _dates(drawn: Drift, width: int) -> str:
    area = max(1, width - drawn.name_width - 1)
    return " " * (drawn.name_width + 1) + drawn.days.labels(area) if drawn.days else ""
