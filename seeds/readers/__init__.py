"""Documents coming in: files, folders and standard input, Readings and Failures for each."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING, NamedTuple

from seeds.document import Document
from seeds.readers import reading
from seeds.readers.kinds import ENDINGS, HEAD, STREAMED, kind_of, read_bytes, read_records
from seeds.readers.reading import Failure, Held, Reading, too_large
from seeds.readers.text import reading_from_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from seeds.readers.reading import Stream

__all__ = [
    "KINDS",
    "STANDARD_INPUT",
    "Failure",
    "Held",
    "Reading",
    "Source",
    "document_from_text",
    "read_bytes",
    "read_inputs",
    "read_source",
    "reading_from_text",
    "sources",
]

#: The kinds of files that are read out of a folder; a file named by itself may have any ending.
KINDS = tuple(ENDINGS)
STANDARD_INPUT = "standard input"


class Source(NamedTuple):
    """Something to read: its name as told, its path, and its size in bytes.

    A source without a path is no file: it can be read once, by whoever has it (standard input). One with a `link` is
    fetched: an address, or the path of a saved feed. `fields` are the names that JSONL and CSV files give to what a
    document has.
    """

    name: str
    path: str | None
    size: int = 0
    link: str | None = None
    fields: Mapping[str, str] | None = None

    @property
    def endless(self) -> bool:
        """Whether it may hold more documents than memory does, so that they cannot be read all at once."""
        return self.path is not None and ENDINGS.get(os.path.splitext(self.path)[1].lower()) in STREAMED


def sources(
    inputs: Iterable[str | Path],
    *,
    fields: Mapping[str, str] | None = None,
    seen: set[tuple[int, int]] | None = None,
) -> Iterator[Source | Failure]:
    """List what is to be read for these inputs, in the order in which read_inputs reads it, without reading it.

    A file met twice is listed once; `seen` are those met before, by device and inode, and gets those met. Never raises
    for an input: a Failure stands in its place.
    """
    seen = set() if seen is None else seen
    asked_stdin = False
    for given in inputs:
        if str(given) == "-":
            if not asked_stdin:
                yield Source(STANDARD_INPUT, None, fields=fields)
            asked_stdin = True
        else:
            for found in _from_path(str(given), shown_name(given), seen):
                yield found if fields is None or isinstance(found, Failure) else found._replace(fields=fields)


def read_source(source: Source, stdin: Stream | None = None) -> Iterator[Reading | Failure]:
    """Read the documents of one source; never raises for it: a Failure stands in their place."""
    if source.path is None:
        return _from_stream(stdin, source.fields)
    return _from_file(source.path, source.name, source.size, source.fields)


def read_inputs(
    inputs: Iterable[str | Path], stdin: Stream | None = None, *, fields: Mapping[str, str] | None = None
) -> Iterator[Reading | Failure]:
    """Read files, folders (recursively, in order of their names) and standard input ("-"), in the order given.

    A file met twice is read once. `fields` are the names that JSONL and CSV files give to what a document has ("text":
    "content"), where they are not to be guessed. Never raises for an input: a Failure stands in its place.
    """
    for found in sources(inputs, fields=fields):
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
    name = str(path)
    return name if name.isprintable() else "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in name)


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

    waiting, met = [str(Path(folder))], False
    while waiting:
        path = waiting.pop()
        readable = path.lower().endswith(KINDS)
        try:
            status = os.stat(path)
            one = status.st_dev, status.st_ino
            if stat.S_ISDIR(status.st_mode):
                if one not in seen:
                    seen.add(one)
                    readable = True
                    inside = "" if path == os.curdir else os.path.join(path, "")
                    entries = sorted(os.listdir(path), reverse=True)
                    waiting.extend(inside + entry for entry in entries if entry[0] != ".")
                continue
        except OSError as error:
            met = met or readable
            if readable:
                yield Failure(shown_name(path), _why(error, path))
            continue
        if readable and stat.S_ISREG(status.st_mode):
            met = True
            if one not in seen:
                seen.add(one)
                yield Source(shown_name(path), path, status.st_size)
    if not met:
        yield Failure(name, f"nothing to read in this folder; figcheck reads {', '.join(KINDS)} files")


def _from_file(path: str, name: str, size: int, fields: Mapping[str, str] | None) -> Iterator[Reading | Failure]:
    try:
        with open(path, "rb") as file:
            yield from _from_open(file, reading.Source(shown_name(os.path.basename(path)), name, fields=fields), size)
    except OSError as error:
        yield Failure(name, _why(error, name))


def _from_stream(stdin: Stream | None, fields: Mapping[str, str] | None) -> Iterator[Reading | Failure]:
    if stdin is None:
        yield Failure(STANDARD_INPUT, "there is none to read; name a file instead of '-'")
        return
    try:
        yield from _from_open(stdin, reading.Source(STANDARD_INPUT, STANDARD_INPUT, fields=fields))
    except (OSError, ValueError) as error:
        yield Failure(STANDARD_INPUT, f"could not be read ({error}); name a file instead of '-'")


def _from_open(file: Stream, source: reading.Source, size: int = 0) -> Iterator[Reading | Failure]:
    """Read an open file, whole or record by record as its kind has it; `size` where it is known."""
    head = file.read(HEAD)
    kind = kind_of(head, source.name)
    if kind in STREAMED and head.strip():
        yield from read_records(file.read, head, kind, source)
    elif size > reading.LARGEST:
        yield Failure(source.given, too_large(size))
    else:
        data = head + file.read(reading.LARGEST + 1 - len(head)) if len(head) == HEAD else head
        yield from read_bytes(data, name=source.name, given=source.given, kind=kind, fields=source.fields)


def _why(error: OSError | ValueError, name: str) -> str:
    if name.lower().startswith(("http://", "https://", "http:/", "https:/")):
        return "an address that is written otherwise than https://...; check it"
    if isinstance(error, FileNotFoundError):
        return "no such file or folder; check its name"
    if isinstance(error, PermissionError):
        return "not allowed to read it; change its permissions"
    return f"could not be read ({getattr(error, 'strerror', None) or error}); check it"
