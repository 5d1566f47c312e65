"""A document as taken in: its text, where it came from, and its parts."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal, NamedTuple

ZoneKind = Literal["headline", "caption", "body", "teaser", "boilerplate"]


class Item(NamedTuple):
    """One story of a document; item 0 is the document's own story.

    `published` is an ISO date (YYYY-MM-DD) or None where the page gives none.
    """

    number: int
    title: str | None = None
    published: str | None = None


class Zone(NamedTuple):
    """A stretch text[start:end] of one kind, belonging to one item; offsets are code points."""

    start: int
    end: int
    kind: ZoneKind
    item: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """One text, pinned.

    `name` is the file name, URL or record id it is shown by. `zones` are in text order, do not overlap and
    together cover every character that is not white space. Dates are ISO; `retrieved` is a UTC timestamp.
    `archived` is the address of an archived copy, where the page or record gives one.
    """

    name: str
    text: str
    source_sha256: str
    text_sha256: str
    retrieved: str
    items: tuple[Item, ...]
    zones: tuple[Zone, ...]
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    archived: str | None = None


def utc_now() -> str:
    """Give this moment as a UTC timestamp."""
    return datetime.now(UTC).isoformat(timespec="seconds").removesuffix("+00:00") + "Z"


def text_hash(text: str) -> str:
    """Give the sha256, in hex, of a stored text."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def stored_text(decoded: str) -> str:
    """Give the text as stored: CR and CRLF as LF, NUL and lone surrogates as U+FFFD, nothing else changed."""
    text = decoded.replace("\r\n", "\n").replace("\r", "\n") if "\r" in decoded else decoded
    text = text.replace("\0", "\ufffd")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:  # surrogates: what is no pair is lost
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text
