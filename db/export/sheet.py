"""The verdict table as CSV (RFC 4180), safe to open in a spreadsheet program."""

import csv
import io
from collections.abc import Iterable, Iterator
from decimal import Decimal

from db.model import VerdictRow
from figures.record import number_text
from seeds.visible import visible

#: What makes a spreadsheet program take a cell for a formula, or skip to one: the signs, ASCII and full-width, and
#: the control characters before them (OWASP, "CSV Injection").
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")


def lines(rows: Iterable[VerdictRow], columns: tuple[str, ...]) -> Iterator[str]:
    """Yield the table line by line, a head line first; lines end in CR LF, evidence links are parted by a space."""
    yield _line(columns)
    for row in rows:
        yield _line([_cell(getattr(row, name)) for name in columns])


def text_cell(text: str) -> str:
    """Give a text as a cell that no spreadsheet program takes for a formula and that hides nothing.

    What would start a formula gets an apostrophe before it; control and invisible characters become visible signs,
    line feeds stay.
    """
    # Programs skip white space before they look for a formula.
    start = text.lstrip()[:1] or text[:1]
    risky = text.startswith(FORMULA_STARTS) or start in FORMULA_STARTS
    return ("'" if risky and text else "") + visible(text, newlines=True)


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
