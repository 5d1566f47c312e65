"""The lines of the rivals pane, figures of equal value folded into one, lowest first, on one axis; and its columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

from rich.cells import cell_len

from db.model import QueueRow
from tui.relation_words import RELATION_ORDER
from tui.words import value

if TYPE_CHECKING:
    from db.rivals import Rival, Rivals
    from figures.compare.axis import Axis
    from figures.compare.ladder import Place
    from figures.model import Bound, RelationKind


#: From so many cells on there is the date, and what is counted; beside relations there is less room for the date.
_DATED, _DATED_BESIDE, _TOLD = 56, 76, 84
_DATE = 10
#: Cells of what a figure is to the current one: shape and word, or the shape alone.
_RELATION, _SHAPE = 12, 1
_SAID = 48
_MOST_SHAPES = 3
#: What is known of rivals that answer no question together.
NO_RELATIONS: Mapping[int, RelationKind] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Line:
    """Figures of one value, the current one first; `place` is where they stand on the axis, None without a number.

    `relation` is what they are to the current one; None where that is not known, and where it is the only one.
    """

    rivals: tuple[Rival, ...]
    place: Place | None
    relation: RelationKind | None = None

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


def fold(rivals: Rivals, relations: Mapping[int, RelationKind] = NO_RELATIONS) -> tuple[list[Line], Axis]:
    """Give the lines of a figure and its rivals, and the axis that they share.

    Of one value, those that are different things to the current figure (by row id) stand in lines of their own.
    """
    from figures.compare.ladder import Rung, ladder

    figures = sorted(rivals.figures, key=_height)
    by_key = {str(rival.row.row_id): rival for rival in figures}
    drawn = ladder(
        Rung(key, rival.row.low, rival.row.high, cast("Bound", rival.row.bound), rival.row.approximate)
        for key, rival in by_key.items()
    )
    # Those that say the same as the current figure stand in its line.
    kinds: dict[int, RelationKind | None] = {**relations}
    if relations:
        kinds[rivals.row_id] = "equal"
    lines = [
        _line(some, place, rivals.row_id, kind)
        for place in drawn.places
        for kind, some in _by_kind([by_key[key] for key in place.keys], kinds, rivals.row_id)
    ]
    lines += [
        _line([by_key[key]], None, rivals.row_id, relations.get(by_key[key].row.row_id)) for key in drawn.unplaced
    ]
    return lines, drawn.axis


def _by_kind(
    figures: Sequence[Rival], kinds: Mapping[int, RelationKind | None], current: int
) -> list[tuple[RelationKind | None, list[Rival]]]:
    found: dict[RelationKind | None, list[Rival]] = {}
    for rival in figures:
        found.setdefault(kinds.get(rival.row.row_id), []).append(rival)
    own = {kind: any(rival.row.row_id == current for rival in some) for kind, some in found.items()}
    order = [*RELATION_ORDER, None]
    return sorted(found.items(), key=lambda pair: (not own[pair[0]], order.index(pair[0])))


def _line(figures: Sequence[Rival], place: Place | None, current: int, kind: RelationKind | None) -> Line:
    own = [rival for rival in figures if rival.row.row_id == current]
    others = sorted((rival for rival in figures if rival.row.row_id != current), key=lambda rival: rival.row.row_id)
    return Line((*own, *others), place, kind if others else None)


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
    relation: int = 0


def columns_for(lines: Sequence[Line], width: int) -> Columns:
    """Share `width` cells among the parts of a line, a space between any two; the value is never left out."""
    from figures.compare.ladder_text import NARROWEST

    shapes = max((min(_MOST_SHAPES, len(line.states)) for line in lines), default=1)
    widest = max((cell_len(value(line.row)) for line in lines), default=1)
    numbers = min(widest, max(8, width // 4))
    times = max((len(line.times) for line in lines), default=0)
    beside = any(line.relation for line in lines)
    relation = (_RELATION if width >= _SAID else _SHAPE) if beside else 0
    date = _DATE if width >= (_DATED_BESIDE if beside else _DATED) else 0
    told = width // 5 if width >= _TOLD else 0
    left = width - 1 - shapes - sum(part + 1 for part in (numbers, times, date, told, relation) if part)
    source = max(0, min(left - 1, max(12, left * 9 // 20)))
    drawn = left - source - 2
    if drawn < NARROWEST:
        source, drawn = max(0, left - 1), 0
    return Columns(shapes, source, date, drawn, numbers, times, told, relation)
