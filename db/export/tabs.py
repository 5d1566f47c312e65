"""The verdict table as tab-separated values: a line is a row, whatever the texts hold."""

import csv
import io
from collections.abc import Iterator

from db.export import sheet
from db.export.cells import Makers, rows_of
from db.export.table import Table
from seeds.visible import visible


def pieces(table: Table) -> Iterator[str]:
    """Yield the table page by page, a head line first; lines end in LF, tabs and line feeds of texts become signs.

    A cell with a quotation mark stands in quotation marks, as spreadsheet programs want it.
    """
    if table.export.bom:
        yield sheet.BOM
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter="\t", lineterminator="\n")
    writer.writerow([column.name for column in table.columns])
    for page in table.pages():
        writer.writerows(rows_of(page, table.columns, _MAKERS, ""))
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
    yield buffer.getvalue()


def text_cell(text: str) -> str:
    """Give a text as a cell in one line that no spreadsheet program takes for a formula and that hides nothing."""
    return visible(sheet.text_cell(text))


_MAKERS: Makers[str] = {
    **sheet.MAKERS,
    "text": text_cell,
    "link": text_cell,
    "links": lambda names: text_cell(" ".join(names)),
}
