"""The verdict table as an Excel workbook of one sheet."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from db.errors import CannotWrite, ReviewError
from db.export.cells import Makers, rows_of
from db.export.numbers import number_value
from db.export.table import Table
from db.links import live_link
from seeds.spreadsheet import looks_like_formula
from seeds.visible import LOST, visible

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

#: What a sheet of Excel holds: rows with the head, UTF-16 units in a cell, links, and UTF-16 units in a link
#: ("Excel specifications and limits", support.microsoft.com).
ROWS, CELL, LINKS, LINK = 1_048_576, 32_767, 65_530, 2_079
#: Excel keeps so many digits of a number.
_DIGITS = 15
#: The time of making that stands in the file: the same table gives the same bytes.
_MADE = datetime(1980, 1, 1)
#: Code points that no XML can hold.
_NO_CHARACTERS = re.compile("[\ufffe\uffff]")


class _Link(NamedTuple):
    """A live link."""

    address: str


class _Cut(str):
    """A text that was cut to what a cell holds."""

    __slots__ = ()


_Cell = str | float | _Link
_EMPTY: _Cell = ""


def write(table: Table, path: Path) -> None:
    """Write the workbook: texts as texts, numbers as numbers, links live, a frozen head with a filter.

    Raises ReviewError where XlsxWriter is not installed, and CannotWrite where the figures do not fit on a sheet.
    """
    count = table.size()
    if count >= ROWS:
        raise _too_many(count)
    with TemporaryDirectory(prefix=".figcheck-", dir=path.parent) as folder, _workbook(path, folder) as workbook:
        sheet = workbook.add_worksheet("verdicts")
        _lay_out(table, workbook, sheet)
        writer = _Writer(workbook, sheet)
        for page in table.pages():
            for row in rows_of(page, table.columns, writer.makers, _EMPTY):
                writer.put(row)
        sheet.autofilter(0, 0, writer.row, len(table.columns) - 1)
    writer.tell(table)


@contextmanager
def _workbook(path: Path, folder: str) -> "Iterator[Workbook]":
    try:
        from xlsxwriter import Workbook
        from xlsxwriter.exceptions import XlsxWriterException
    except ImportError:
        raise ReviewError("xlsx needs XlsxWriter, which is not installed: pip install 'figcheck[xlsx]'") from None
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "tmpdir": folder,
        "use_zip64": True,
    }
    try:
        with Workbook(str(path), options) as workbook:
            workbook.set_properties({"title": "Verdict table", "created": _MADE})
            yield workbook
    except XlsxWriterException as error:
        cause = error.args[0] if error.args else None
        raise (cause if isinstance(cause, OSError) else OSError(str(error))) from error


def _lay_out(table: Table, workbook: "Workbook", sheet: "Worksheet") -> None:
    head = workbook.add_format({"bold": True, "bottom": 1})
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, column.width)
        sheet.write_string(0, place, column.name, head)
    sheet.freeze_panes(1, 0)
    # "6,000" is the text as it was printed, and no number that somebody forgot to convert.
    sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{ROWS}"})


class _Writer:
    """Puts rows on a sheet, and counts what does not fit."""

    def __init__(self, workbook: "Workbook", sheet: "Worksheet") -> None:
        self._sheet = sheet
        self._plain = workbook.add_format()
        # A text that begins like a formula stays a text also when its cell is edited.
        self._quoted = workbook.add_format({"quote_prefix": True})
        self._links = 0
        self._cut = 0
        self.row = 0
        self.makers: Makers[_Cell] = {
            "text": self._text,
            "number": self._number,
            "count": lambda value: value,
            "link": self._one_link,
            "links": lambda names: self._one_link(names[0]) if len(names) == 1 else self._text(" ".join(names)),
        }

    def put(self, cells: tuple[_Cell, ...]) -> None:
        """Write the next row."""
        self.row += 1
        for place, cell in enumerate(cells):
            if isinstance(cell, str):
                self._cut += isinstance(cell, _Cut)
                done = self._put_text(place, cell) if cell else 0
            elif isinstance(cell, _Link):
                done = self._put_link(place, cell.address)
            else:
                done = self._sheet.write_number(self.row, place, cell)
            if done < 0:
                raise _too_many(self.row)

    def tell(self, table: Table) -> None:
        """Say what is not in the sheet as it should be."""
        if self._cut:
            table.tell(
                f"texts cut to the {CELL:,} characters that a cell of Excel holds: {self._cut:,}; csv has them whole"
            )
        if self._links > LINKS:
            table.tell(f"links left as text, as a sheet of Excel holds {LINKS:,} live ones: {self._links - LINKS:,}")

    def _put_text(self, place: int, text: str) -> int:
        if text.startswith("<r>") and text.endswith("</r>"):
            # XlsxWriter takes such a text for its own mark-up, and would write it as it is.
            return int(self._sheet.write_rich_string(self.row, place, text[:1], self._plain, text[1:]))
        style = self._quoted if looks_like_formula(text) else None
        return int(self._sheet.write_string(self.row, place, text, style))

    def _put_link(self, place: int, address: str) -> int:
        self._links += 1
        if self._links > LINKS:
            return self._put_text(place, address)
        return int(self._sheet.write_url(self.row, place, address, string=address))

    def _text(self, text: str) -> str:
        text = _NO_CHARACTERS.sub(LOST, visible(text, newlines=True))
        if _units(text) <= CELL:
            return text
        kept = text.encode("utf-16-le")[: 2 * (CELL - 1)].decode("utf-16-le", "ignore")
        return _Cut(f"{kept}…")

    def _number(self, text: str) -> str | float:
        value = number_value(text)
        digits = sum(map(str.isdigit, text))
        return self._text(text) if isinstance(value, str) or value is None or digits > _DIGITS else value

    def _one_link(self, link: str) -> str | _Link:
        address = live_link(link)
        return self._text(link) if address is None or _units(address) > LINK else _Link(address)


def _units(text: str) -> int:
    """Give the length of a text as Excel counts it."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def _too_many(count: int) -> CannotWrite:
    return CannotWrite(
        f"{count:,} figures do not fit on a sheet of Excel, which holds {ROWS - 1:,}: pick fewer, or take csv"
    )
