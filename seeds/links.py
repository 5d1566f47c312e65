"""Lists of links: one address a line, blank lines and comments (#) apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

#: The longest line that is taken for an address, in bytes.
LONGEST = 8_192
_WEB = ("https://", "http://")
_MARK = b"\xef\xbb\xbf"


class LinkList(NamedTuple):
    """A list of links as an input: the path of a file, or "-" for standard input."""

    path: str


def list_name(path: str) -> str:
    """Give the name that a list, or with a colon and its number a line of it, is told by: as it was given."""
    return "-i " + "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in path)


def is_list(name: str) -> bool:
    """Tell whether a name is that of a list or one of its lines."""
    return name.startswith("-i ")


class Line(NamedTuple):
    """A line of a list that is not blank: its number from 1, and the address, or None where it is too long."""

    number: int
    address: str | None


def is_address(given: str) -> bool:
    """Tell whether an input is an address and not a path: whether it begins as https:// does, whatever the scheme."""
    scheme, mark, _ = given.partition("://")
    return bool(mark) and scheme.isascii() and scheme[:1].isalpha() and scheme.replace("+", "a").isalnum()


def is_link_list(text: str) -> bool:
    """Tell whether a text is a list of web addresses and nothing else."""
    lines = [words for line in text.splitlines() if (words := line.partition(" #")[0].split()) and words[0][0] != "#"]
    return bool(lines) and all(len(words) == 1 and words[0].startswith(_WEB) for words in lines)


def lines_of(file: BinaryIO) -> Iterator[Line]:
    """Give the lines of a list one by one, without comments; raises OSError where it cannot be read."""
    number, long = 1, False
    while part := file.readline(LONGEST):
        ended = part.endswith(b"\n")
        if long:
            number, long = number + ended, not ended
            continue
        long = not ended and len(part) == LONGEST
        words = (part.removeprefix(_MARK) if number == 1 else part).decode("utf-8", "replace").split()
        if long:
            yield Line(number, None)
        elif words and not words[0].startswith("#"):
            comment = next((at for at, word in enumerate(words) if word.startswith("#")), len(words))
            yield Line(number, " ".join(words[:comment]))
        number += ended
