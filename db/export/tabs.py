"""The verdict table as tab-separated values: a line is a row, whatever the texts hold."""

from collections.abc import Iterator

from db.export import sheet
from db.export.cells import Makers
from db.export.table import Table
from seeds.visible import visible


def pieces(table: Table) -> Iterator[str]:
    """Yield the table page by page, a head line first; lines end in LF, tabs and line feeds of texts become signs.

    A cell with a quotation mark stands in quotation marks, as spreadsheet programs want it.
    """
    return sheet.written(table, _MAKERS, "\t", "\n")


def text_cell(text: str) -> str:
    """Give a text as a cell in one line that no spreadsheet program takes for a formula and that hides nothing."""
    return visible(sheet.text_cell(text))


_MAKERS: Makers[str] = {
    **sheet.MAKERS,
    "text": text_cell,
    "link": text_cell,
    "links": lambda names: text_cell(" ".join(names)),
}
