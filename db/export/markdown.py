"""The verdict table as a Markdown table (GitHub Flavored Markdown)."""

import re
from collections.abc import Iterable, Iterator

from db.export.cells import makers_of, rows_of
from db.export.table import Table
from db.links import live_link
from seeds.visible import visible

# What is read as mark-up, HTML or the end of a cell, and what makes an address in plain text a link by itself.
_SPECIAL = re.compile(r"[\\`*_\[\]|~$&<>\n]|(?<=[a-z])(?=://)|(?<=www)(?=\.)|(?<=xmpp)(?=:)|(?<=mailto)(?=:)", re.I)
_WRITTEN = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\n": "<br>"}
# What would end the angle brackets of a link, or the cell.
_IN_LINK = {"<": "%3C", ">": "%3E", "|": "%7C", "`": "%60"}


def pieces(table: Table) -> Iterator[str]:
    """Yield the table page by page, with its two head lines first; links are links, all else is plain text."""
    yield _line([column.name for column in table.columns])
    yield _line(["--:" if column.kind in ("number", "count") else "---" for column in table.columns])
    for page in table.pages():
        yield "".join(map(_line, rows_of(page, table.columns, _MAKERS, "")))


def text_cell(text: str) -> str:
    """Give a text as a cell that shows exactly it: no mark-up, HTML or link comes alive, line feeds are breaks."""
    return _SPECIAL.sub(_written, visible(text.strip(), newlines=True))


def link_cell(link: str) -> str:
    """Give a link as a cell: a live link where it is an http or https address, else plain text."""
    address = live_link(link)
    if address is None:
        return text_cell(link)
    return f"<{re.sub('[<>|`]', lambda found: _IN_LINK[found[0]], address)}>"


def _written(found: re.Match[str]) -> str:
    return _WRITTEN.get(found[0]) or "\\" + found[0]


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


_MAKERS = makers_of(text_cell, link_cell)
