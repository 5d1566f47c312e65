"""The verdict table as CSV (RFC 4180), safe to open in a spreadsheet program."""

import csv
import io
from collections.abc import Iterable, Iterator
from decimal import Decimal

from db.model import VerdictRow
from figures.record import number_text
from seeds.spreadsheet import text_cell

__all__ = ["lines", "text_cell"]


def lines(rows: Iterable[VerdictRow], columns: tuple[str, ...]) -> Iterator[str]:
    """Yield the table line by line, a head line first; lines end in CR LF, evidence links are parted by a space."""
    yield _line(columns)
    for row in rows:
        yield _line([_cell(getattr(row, name)) for name in columns])


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, int | Decimal):
        return number_text(value)
    return text_cell(" ".join(value) if isinstance(value, tuple) else str(value))


def _line(cells: Iterable[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\r\n").writerow(cells)
    return buffer.getvalue()
