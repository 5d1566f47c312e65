"""Documents coming in: files, folders and standard input, one Reading or one Failure for each."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING, NamedTuple

from seeds.document import Document
from seeds.frontmatter import front_matter
from seeds.readers.decode import decoded, is_binary
from seeds.readers.text import Reading, reading_from_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from typing import BinaryIO

__all__ = [
    "KINDS",
    "LARGEST",
    "STANDARD_INPUT",
    "Failure",
    "Reading",
    "Source",
    "document_from_text",
    "read_inputs",
    "read_source",
    "reading_from_text",
    "sources",
]

#: The kinds of files that are read out of a folder; a file named by itself may have any ending.
KINDS = (".txt", ".text", ".md", ".markdown")
#: Larger files, in bytes, are refused before they are read.
LARGEST = 64 * 1024 * 1024
STANDARD_INPUT = "standard input"
_EMPTY = "empty: there is no text in it; give it some or leave it out"


class Failure(NamedTuple):
    """An input that could not be taken in: its name as given, and in one line what is wrong and what to do."""

    name: str
    reason: str


class Source(NamedTuple):
    """Something to read: its name as told, its path, and its size in bytes.

    A source without a path is no file: it can be read once, by whoever has it (standard input). One with a `link` is
    fetched: an address, or the path of a saved feed.
    """

    name: str
    path: str | None
    size: int = 0
    link: str | None = None


def sources(inputs: Iterable[str | Path], *, seen: set[tuple[int, int]] | None = None) -> Iterator[Source | Failure]:
    """List what is to be read for these inputs, in the order in which read_inputs reads it, without reading it.

    A file met twice is listed once; `seen` are those met before, by device and inode, and gets those met. Never raises
    for an input: a Failure stands in its place.
    """
    seen = set() if seen is None else seen
    asked_stdin = False
    for given in inputs:
        if str(given) == "-":
            if not asked_stdin:
                yield Source(STANDARD_INPUT, None)
            asked_stdin = True
        else:
            yield from _from_path(str(given), shown_name(given), seen)


def read_source(source: Source, stdin: BinaryIO | None = None) -> Iterator[Reading | Failure]:
    """Read the documents of one source; never raises for it: a Failure stands in their place."""
    yield _from_stream(stdin) if source.path is None else _from_file(source.path, source.name, source.size)


def read_inputs(inputs: Iterable[str | Path], stdin: BinaryIO | None = None) -> Iterator[Reading | Failure]:
    """Read files, folders (recursively, in order of their names) and standard input ("-"), in the order given.

    A file met twice is read once. Never raises for an input: a Failure stands in its place.
    """
    for found in sources(inputs):
        if isinstance(found, Failure):
            yield found
        else:
            yield from read_source(found, stdin)


def document_from_text(
    text: str, *, name: str, source: bytes | None = None, retrieved: str | None = None, **front: str | None
) -> Document:
    """Make a document of a decoded text; `front` are the fields of front matter, which win over the text's own."""
    return reading_from_text(text, name=name, source=source, retrieved=retrieved, **front).document


def shown_name(path: str | Path) -> str:
    """Give a path as it can be stored and stand in a message of one line."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in str(path))


def _from_path(path: str, name: str, seen: set[tuple[int, int]]) -> Iterator[Source | Failure]:
    if not name:
        yield Failure('""', "an empty name; name a file or a folder")
        return
    path = path.rstrip("/" + os.sep) or path
    try:
        status = os.stat(path)
    except (OSError, ValueError) as error:
        yield Failure(name, _why(error, name))
        return
    if (status.st_dev, status.st_ino) in seen:
        return
    if stat.S_ISDIR(status.st_mode):
        yield from _from_folder(path, name, seen)
    elif stat.S_ISREG(status.st_mode):
        seen.add((status.st_dev, status.st_ino))
        yield Source(name, path, status.st_size)
    else:
        yield Failure(name, "neither a file nor a folder; pipe its text in with '-'")


def _from_folder(folder: str, name: str, seen: set[tuple[int, int]]) -> Iterator[Source | Failure]:
    """List a folder and the folders in it, hidden ones apart; a folder that leads back into itself is listed once."""
    from pathlib import Path

    waiting, met = [Path(folder)], False
    while waiting:
        path = waiting.pop()
        readable = path.suffix.lower() in KINDS
        try:
            status = path.stat()
            if stat.S_ISDIR(status.st_mode):
                if (status.st_dev, status.st_ino) not in seen:
                    seen.add((status.st_dev, status.st_ino))
                    readable = True
                    waiting.extend(path / entry for entry in sorted(os.listdir(path), reverse=True) if entry[0] != ".")
                continue
        except OSError as error:
            met = met or readable
            if readable:
                yield Failure(shown_name(path), _why(error, str(path)))
            continue
        if readable and stat.S_ISREG(status.st_mode):
            met = True
            yield from _from_path(str(path), shown_name(path), seen)
    if not met:
        yield Failure(name, f"nothing to read in this folder; figcheck reads {', '.join(KINDS)} files")


def _from_file(path: str, name: str, size: int) -> Reading | Failure:
    if size > LARGEST:
        return Failure(name, _too_large(size))
    try:
        with open(path, "rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        return Failure(name, _why(error, name))
    return _from_bytes(data, shown_name(os.path.basename(path)), name)


def _from_stream(stdin: BinaryIO | None) -> Reading | Failure:
    if stdin is None:
        return Failure(STANDARD_INPUT, "there is none to read; name a file instead of '-'")
    try:
        data = stdin.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        return Failure(STANDARD_INPUT, f"could not be read ({error}); name a file instead of '-'")
    return _from_bytes(data, STANDARD_INPUT, STANDARD_INPUT)


def _from_bytes(data: bytes, name: str, given: str) -> Reading | Failure:
    """Make a document of the bytes of one file; `given` is the name that a failure is told under."""
    if len(data) > LARGEST:
        return Failure(given, _too_large(len(data)))
    if not data.strip():
        return Failure(given, _EMPTY)
    if is_binary(data):
        return Failure(given, "not a text; save its text to a .txt file and add that")
    text, doubt = decoded(data)
    start = text[:1000].lstrip().lower()
    if start.startswith(("<!doctype html", "<html", "<?xml")):
        return Failure(given, "a web page or other markup; save its text to a .txt file and add that")
    reading = reading_from_text(text, name=name, source=data)
    stored = reading.document.text
    if not any(map(str.isalnum, stored[front_matter(stored).end :])):
        return Failure(given, _EMPTY)
    return Reading(reading.document, (doubt, *reading.warnings)) if doubt else reading


def _too_large(size: int) -> str:
    return f"larger than figcheck reads ({size // 2**20 + 1} MB, at most {LARGEST // 2**20}); split it"


def _why(error: OSError | ValueError, name: str) -> str:
    if name.lower().startswith(("http://", "https://", "http:/", "https:/")):
        return "an address that is written otherwise than https://...; check it"
    if isinstance(error, FileNotFoundError):
        return "no such file or folder; check its name"
    if isinstance(error, PermissionError):
        return "not allowed to read it; change its permissions"
    return f"could not be read ({getattr(error, 'strerror', None) or error}); check it"
