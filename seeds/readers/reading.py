"""What reading an input gives: a document with what a person should know about it, or why there is none."""

from collections.abc import Mapping
from typing import NamedTuple, Protocol

from seeds.document import Document

#: Larger files, and larger records of a file of many, in bytes, are refused.
LARGEST = 64 * 1024 * 1024
EMPTY = "empty: there is no text in it; give it some or leave it out"


class Stream(Protocol):
    """Bytes that come one after the other."""

    def read(self, size: int, /) -> bytes:
        """Give the next bytes, as many as `size` unless it ends before."""
        ...


class Reading(NamedTuple):
    """A document as read, and what a person should know about the reading: a line each, without the name."""

    document: Document
    warnings: tuple[str, ...] = ()


class Failure(NamedTuple):
    """An input that could not be taken in: its name as given, and in one line what is wrong and what to do."""

    name: str
    reason: str


class Held(NamedTuple):
    """A page that was not fetched, since whoever asked has it: its address as told."""

    name: str


class Source(NamedTuple):
    """Where bytes come from: the name of what becomes of them, and the name that a failure is told under.

    `charset` is what their sender says, `url` where they were fetched, `retrieved` when (a UTC timestamp); `fields`
    are the names that a table or list of records gives to what a document has.
    """

    name: str
    given: str
    charset: str | None = None
    url: str | None = None
    retrieved: str | None = None
    fields: Mapping[str, str] | None = None


def too_large(size: int) -> str:
    """Say that a file or record of so many bytes is larger than what is read."""
    return f"larger than figcheck reads ({size // 2**20 + 1} MB, at most {LARGEST // 2**20}); split it"


def shown(text: str, longest: int = 60) -> str:
    """Give a foreign text, cut where it is long, as it can stand in a message of one line."""
    cut = text if len(text) <= longest else text[: longest - 1] + "…"
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in cut)
