"""The verdict table as a Markdown table (GitHub Flavored Markdown)."""

import re
from collections.abc import Callable, Iterable, Iterator

from db.errors import BadDecision
from db.export.table import Table
from db.links import checked_link
from seeds.visible import visible

_SPECIAL = re.compile(r"[\\`*_\[\]|~$]")
_HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
# Addresses in plain text become links by themselves.
_ADDRESS = re.compile(r"(?<=[a-z])(?=://)|(?<=www)(?=\.)|(?<=xmpp)(?=:)|(?<=mailto)(?=:)", re.IGNORECASE)
# What would end the angle brackets of a link, or the cell.
_IN_LINK = {"<": "%3C", ">": "%3E", "|": "%7C", "`": "%60"}


def pieces(table: Table) -> Iterator[str]:
    """Yield the table page by page, with its two head lines first; links are links, all else is plain text."""
    yield _line([column.name for column in table.columns])
    yield _line(["--:" if column.kind in ("number", "count") else "---" for column in table.columns])
    cells = [_CELLS[column.kind] for column in table.columns]
    for page in table.pages():
        yield "".join(
            _line(["" if value is None else cell(value) for cell, value in zip(cells, line, strict=True)])
            for line in page
        )


def text_cell(text: str) -> str:
    """Give a text as a cell that shows exactly it: no mark-up, HTML or link comes alive, line feeds are breaks."""
    text = visible(text.strip(), newlines=True)
    text = re.sub("[&<>]", lambda found: _HTML[found[0]], text)
    text = _SPECIAL.sub(r"\\\g<0>", text)
    return _ADDRESS.sub(r"\\", text).replace("\n", "<br>")


def link_cell(link: str) -> str:
    """Give a link as a cell: a live link where it is an http or https address, else plain text."""
    try:
        address = checked_link(link)
    except BadDecision:
        return text_cell(link)
    return f"<{re.sub('[<>|`]', lambda found: _IN_LINK[found[0]], address)}>"


def _text(value: object) -> str:
    return text_cell(str(value))


def _links(value: object) -> str:
    return " ".join(map(link_cell, value)) if isinstance(value, tuple) else _text(value)


_CELLS: dict[str, Callable[[object], str]] = {
    "text": _text,
    "number": _text,
    "count": str,
    "link": lambda value: link_cell(str(value)),
    "links": _links,
}


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |\n"
