"""The verdict table as a table of MediaWiki, to be pasted into a page."""

import re
from collections.abc import Iterable, Iterator

from db.export.cells import makers_of, rows_of
from db.export.table import Table
from db.links import live_link
from seeds.visible import visible

# What MediaWiki reads as mark-up: tags, links, templates, tables, bold and italics, signatures, magic words, what makes
# an address or a number a link by itself, and what makes a list or a heading at the start.
_SPECIAL = re.compile(
    r"[&<>\[\]{}|\n]|'(?=')|(?<=')'|~(?=~)|(?<=~)~|_(?=_)|(?<=_)_|!(?=!)|(?<=!)!"
    r"|(?<=[A-Za-z]):|(?<=RF)C(?=\s)|(?<=PMI)D(?=\s)|(?<=ISB)N(?=\s)|^[*#:;=!+-]"
)
_WRITTEN = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\n": "<br />"}
# What would end a link, or be mark-up inside of one.
_IN_LINK = re.compile(r"[\[\]{}|<>\"']|~(?=~)|(?<=~)~|_(?=_)|(?<=_)_")


def pieces(table: Table) -> Iterator[str]:
    """Yield the table page by page, with its head first; links are links, all else is plain text."""
    names = " !! ".join(column.name for column in table.columns)
    yield f'{{| class="wikitable sortable"\n! {names}\n'
    for page in table.pages():
        yield "".join(map(_row, rows_of(page, table.columns, _MAKERS, "")))
    yield "|}\n"


def text_cell(text: str) -> str:
    """Give a text as a cell that shows exactly it: what is mark-up is written as a character reference."""
    return _SPECIAL.sub(_written, visible(text.strip(), newlines=True))


def link_cell(link: str) -> str:
    """Give a link as a cell: a live link with its address as the text where it is http or https, else plain text."""
    address = live_link(link)
    if address is None:
        return text_cell(link)
    target = _IN_LINK.sub(lambda found: f"%{ord(found[0]):02X}", address).replace("&", "&amp;")
    return f"[{target} {text_cell(address)}]"


def _written(found: re.Match[str]) -> str:
    return _WRITTEN.get(found[0]) or f"&#{ord(found[0])};"


def _row(cells: Iterable[str]) -> str:
    return f"|-\n| {' || '.join(cells)}\n"


_MAKERS = makers_of(text_cell, link_cell)
