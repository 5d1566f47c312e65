"""Cells of a table, made column by column."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from db.export.columns import Column, Kind
from db.verdict_table import Line

Cell = TypeVar("Cell")
#: What makes a cell of a value that is there, for each kind of column: a text, for "links" a tuple of them, for
#: "count" an int.
Makers = Mapping[Kind, Callable[[Any], Cell]]


def makers_of(text: Callable[[str], str], link: Callable[[str], str]) -> Makers[str]:
    """Give the makers of cells of mark-up, from those of a text and of a link."""
    return {
        "text": text,
        "number": text,
        "count": str,
        "link": link,
        "links": lambda names: " ".join(map(link, names)),
    }


def rows_of(
    page: Sequence[Line], columns: Sequence[Column], makers: Makers[Cell], empty: Cell
) -> Iterator[tuple[Cell, ...]]:
    """Yield the rows of a page as cells; what is not there is an `empty` one.

    Each value of a column is made into a cell once a page: publishers, titles, links and words come again and again.
    """
    made = []
    for column, values in zip(columns, zip(*page, strict=True), strict=True):
        make = makers[column.kind]
        cells = {value: empty if value is None else make(value) for value in set(values)}
        made.append([cells[value] for value in values])
    return zip(*made, strict=True)
