"""Values as the columns of the review file have them."""

from collections.abc import Sequence
from typing import Any

from figures.model import Figure
from figures.record import parse_number

_NUMBERS = ("low", "high")
_FLAGS = ("approximate", "increment", "vague", "checkable")


def figure_of(row: Sequence[Any]) -> Figure:
    """Give the figure of a row that has the fields of Figure in their order."""
    values = dict(zip(Figure.__slots__, row, strict=True))
    for name in _NUMBERS:
        values[name] = parse_number(values[name])
    for name in _FLAGS:
        values[name] = bool(values[name])
    return Figure(**values)
