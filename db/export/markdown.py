"""The verdict table as a Markdown table (GitHub Flavored Markdown)."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from db.errors import BadDecision
from db.links import checked_link
from db.model import VerdictRow
from figures.record import number_text
from seeds.visible import visible

_NUMBERS = ("low", "high")
_SPECIAL = re.compile(r"[\\`*_\[\]|~$]")
_HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
# Addresses in plain text become links by themselves.
_ADDRESS = re.compile(r"(?<=[a-z])(?=://)|(?<=www)(?=\.)|(?<=xmpp)(?=:)|(?<=mailto)(?=:)", re.IGNORECASE)
# What would end the angle brackets of a link, or the cell.
_IN_LINK = {"<": "%3C", ">": "%3E", "|": "%7C", "`": "%60"}


def lines(rows: Iterable[VerdictRow], columns: tuple[str, ...]) -> Iterator[str]:
    """Yield the table line by line, with its two head lines first; links are links, all else is plain text."""
    yield _line(columns)
    yield _line(["--:" if name in _NUMBERS else "---" for name in columns])
    for row in rows:
        yield _line([_cell(name, getattr(row, name)) for name in columns])


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


def _cell(name: str, value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, int | Decimal):
        return number_text(value)
    if name == "url":
        return link_cell(str(value))
    if isinstance(value, tuple):
        return " ".join(link_cell(link) for link in value)
    return text_cell(str(value))


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |\n"
