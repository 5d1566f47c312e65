"""Cells of a table of text, made column by column."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from db.export.columns import Column, Kind
from db.verdict_table import Line

#: What makes a cell of a value that is there, for each kind of column.
Makers = Mapping[Kind, Callable[[Any], str]]


def rows_of(page: Sequence[Line], columns: Sequence[Column], makers: Makers) -> Iterator[tuple[str, ...]]:
    """Yield the rows of a page as cells; what is not there is an empty one.

    Each value of a column is made into a cell once a page: publishers, titles, links and words come again and again.
    """
    made = []
    for column, values in zip(columns, zip(*page, strict=True), strict=True):
        make = makers[column.kind]
        cells = {value: "" if value is None else make(value) for value in set(values)}
        made.append([cells[value] for value in values])
    return zip(*made, strict=True)
