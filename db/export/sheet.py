"""The verdict table as CSV (RFC 4180), safe to open in a spreadsheet program."""

import csv
import io
from collections.abc import Callable, Iterator

from db.export.numbers import is_number
from db.export.table import Table
from seeds.spreadsheet import text_cell

__all__ = ["pieces", "rows", "text_cell"]

_BOM = "\ufeff"


def pieces(table: Table) -> Iterator[str]:
    """Yield the table page by page, a head line first; lines end in CR LF, evidence is parted by blanks."""
    if table.export.bom:
        yield _BOM
    buffer = io.StringIO()
    write = csv.writer(buffer, lineterminator="\r\n").writerows
    for page in rows(table):
        write(page)
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()


def rows(table: Table) -> Iterator[list[list[object]]]:
    """Yield the rows of a sheet page by page, the names of the columns first: numbers as numbers, texts neutralised."""
    yield [[column.name for column in table.columns]]
    cells = [_CELLS[column.kind] for column in table.columns]
    for page in table.pages():
        yield [
            [None if value is None else cell(value) for cell, value in zip(cells, line, strict=True)] for line in page
        ]


def number_cell(value: object) -> str:
    """Give exact text of digits as it is, and anything else, as another program may have left it there, as a text."""
    text = str(value)
    return text if is_number(text) else text_cell(text)


def _text(value: object) -> str:
    return text_cell(str(value))


def _links(value: object) -> str:
    return text_cell(" ".join(value)) if isinstance(value, tuple) else _text(value)


_CELLS: dict[str, Callable[[object], object]] = {
    "text": _text,
    "number": number_cell,
    "count": lambda value: value,
    "link": _text,
    "links": _links,
}
