"""The verdict table as CSV (RFC 4180), safe to open in a spreadsheet program."""

import csv
import io
from collections.abc import Iterator

from db.export.cells import Makers, rows_of
from db.export.numbers import is_number
from db.export.table import Table
from seeds.spreadsheet import text_cell

__all__ = ["MAKERS", "pieces", "text_cell", "written"]

#: What tells some programs that a file is UTF-8.
BOM = "\ufeff"


def pieces(table: Table) -> Iterator[str]:
    """Yield the table page by page, a head line first; lines end in CR LF, evidence is parted by blanks."""
    return written(table, MAKERS, ",", "\r\n")


def written(table: Table, makers: Makers[str], delimiter: str, line_end: str) -> Iterator[str]:
    """Yield a table page by page as a csv.writer puts its cells, a head line first."""
    if table.export.bom:
        yield BOM
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator=line_end)
    writer.writerow([column.name for column in table.columns])
    for page in table.pages():
        writer.writerows(rows_of(page, table.columns, makers, ""))
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
    yield buffer.getvalue()


def _number(text: str) -> str:
    return text if is_number(text) else text_cell(text)


#: Numbers stay numbers; all else is a text that no spreadsheet program takes for a formula.
MAKERS: Makers[str] = {
    "text": text_cell,
    "number": _number,
    "count": str,
    "link": text_cell,
    "links": lambda names: text_cell(" ".join(names)),
}
