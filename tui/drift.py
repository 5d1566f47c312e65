"""Rival figures over time: for each origin a line, on it its values as of when, on an axis of days that all share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from rich.cells import cell_len

from tui.cells import fit
from tui.findings import Finding, source_of
from tui.words import SHAPES, value

if TYPE_CHECKING:
    from db.rivals import Rival
    from tui.jobs import Surroundings

#: The widest name of an origin, and the part of the width that it has.
_NAME, _SHARE = 30, 3
#: Longer spans (days) are told in months; between two dates on the axis there are so many cells at least.
_LONG, _GAP = 730, 4


@dataclass(frozen=True, slots=True)
class Mark:
    """One value on a line: where it begins in cells, its words, and the style they have."""

    at: int
    text: str
    style: str

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.at + cell_len(self.text)


@dataclass(frozen=True, slots=True)
class DriftLine:
    """A line of one origin: its name, which is empty where it goes on, and its values from early to late."""

    name: str
    name_width: int
    marks: tuple[Mark, ...]
    row_ids: tuple[int, ...]

    def after(self, row_id: int) -> int:
        """Give the figure that comes after one of the line, round and round; the first where it is none of it."""
        here = self.row_ids.index(row_id) if row_id in self.row_ids else -1
        return self.row_ids[(here + 1) % len(self.row_ids)]


@dataclass(frozen=True, slots=True)
class Days:
    """The axis: days as ordinals, first and last."""

    first: int
    last: int

    def cell(self, day: int, width: int) -> int:
        """Give the cell of a day on so many cells; in the middle where there is only one day."""
        if self.first == self.last:
            return (width - 1) // 2
        return (day - self.first) * (width - 1) // (self.last - self.first)

    def labels(self, width: int) -> str:
        """Give the dates below the axis in `width` cells, as many as there is room for."""
        length = 7 if self.last - self.first > _LONG else 10
        count = max(1, min(5, (width + _GAP) // (length + _GAP), self.last - self.first + 1))
        line = ""
        for number in range(count):
            day = self.first + (self.last - self.first) * number // max(1, count - 1)
            cell = self.cell(day, width)
            begin = max(0, min(width - length, cell - length // 2))
            if begin >= len(line) + bool(line):
                line = line.ljust(begin) + date.fromordinal(day).isoformat()[:length]
        return line[:width].ljust(width)


@dataclass(frozen=True, slots=True)
class Drift:
    """What is drawn: lines of origins, their axis (None without any), and the figures of which it is not said when."""

    lines: tuple[DriftLine, ...]
    days: Days | None
    name_width: int
    unknown: tuple[Finding, ...]


def drift(seen: Surroundings, width: int) -> Drift:
    """Draw the rivals over time in `width` cells; a day is the last one that an as-of means."""
    groups: dict[object, list[Rival]] = {}
    for rival in seen.rivals.figures:
        source = seen.origins.get(rival.row.row_id) or (rival.row.attribution or "", rival.row.publisher)
        groups.setdefault(source, []).append(rival)
    dated = {key: timed for key, some in groups.items() if (timed := _timed(some))}
    days = [day for timed in dated.values() for day, _ in timed]
    name_width = min(_NAME, width // _SHARE)
    unknown = tuple(_unsaid(rest) for some in groups.values() if (rest := [one for one in some if _day(one) is None]))
    if not days:
        return Drift((), None, name_width, unknown)
    axis = Days(min(days), max(days))
    ordered = sorted(dated.values(), key=lambda timed: timed[0][0])
    lines = [line for timed in ordered for line in _lines(timed, axis, name_width, width, seen.rivals.row_id)]
    return Drift(tuple(lines), axis, name_width, unknown)


def _timed(some: Sequence[Rival]) -> list[tuple[int, Rival]]:
    return sorted(
        ((day, rival) for rival in some if (day := _day(rival)) is not None),
        key=lambda pair: (pair[0], pair[1].row.row_id),
    )


def _day(rival: Rival) -> int | None:
    try:
        return date.fromisoformat(rival.when[1]).toordinal() if rival.when else None
    except ValueError:
        return None


def _lines(
    timed: Sequence[tuple[int, Rival]], days: Days, name_width: int, width: int, current: int
) -> list[DriftLine]:
    """Lay the values of one origin on as many lines as they need not to stand on one another."""
    area = max(1, width - name_width - 1)
    met: dict[tuple[int, str], list[Rival]] = {}
    for day, rival in timed:
        met.setdefault((day, value(rival.row)), []).append(rival)
    rows: list[tuple[list[Mark], list[int]]] = []
    for (day, said), several in met.items():
        ids = [rival.row.row_id for rival in several]
        mark = _mark(days.cell(day, area), area, said, several, current)
        row = next((row for row in rows if row[0][-1].end < mark.at), None)
        if row is None:
            rows.append(([mark], ids))
        else:
            row[0].append(mark)
            row[1].extend(ids)
    name = source_of(timed[0][1].row)
    return [
        DriftLine(name if number == 0 else "", name_width, tuple(marks), tuple(ids))
        for number, (marks, ids) in enumerate(rows)
    ]


def _mark(cell: int, area: int, said: str, several: Sequence[Rival], current: int) -> Mark:
    """Give a value with its sign on its day and its words behind it, or before it where there is no room."""
    own = any(rival.row.row_id == current for rival in several)
    state = several[0].row.state
    sign = "▸" if own else SHAPES[state]
    words = f"{said} x{len(several)}" if len(several) > 1 else said
    words = fit(words, min(cell_len(words), max(1, area - 1)))
    style = "current" if own else state
    if cell + 1 + cell_len(words) <= area:
        return Mark(cell, f"{sign}{words}", style)
    return Mark(max(0, cell - cell_len(words)), f"{words}{sign}", style)


def _unsaid(some: Sequence[Rival]) -> Finding:
    """Say of an origin what it says without as of when, and when that was published."""
    met: dict[str, int] = {}
    for rival in some:
        met[value(rival.row)] = met.get(value(rival.row), 0) + 1
    values = ", ".join(f"{said} x{count}" if count > 1 else said for said, count in met.items())
    published = sorted({rival.published for rival in some if rival.published})
    days = f", published {published[0]}" if published else ""
    days += f" to {published[-1]}" if len(published) > 1 else ""
    return Finding("not said when", "faint", f"{values} · {source_of(some[0].row)}{days}", some[0].row.row_id)
