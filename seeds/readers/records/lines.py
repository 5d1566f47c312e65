"""The lines of a stream of any size, each whole or, where it is longer than is read, left out."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator
from typing import NamedTuple

from seeds.readers import reading

_CHUNK = 1 << 20
_MARKS = ((codecs.BOM_UTF8, ""), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


class Line(NamedTuple):
    """One line, counted from 1, with the end of line it has; `data` is None where it is longer than LARGEST bytes."""

    number: int
    data: bytes | None


def lines_of(read: Callable[[int], bytes], head: bytes) -> Iterator[Line]:
    """Give the lines of a stream as UTF-8, or as the bytes they are; `head` was read before, a byte order mark goes."""
    number, held, skipping = 0, bytearray(), False
    for chunk in _chunks(read, head):
        *whole, rest = chunk.split(b"\n")
        for part in whole:
            number += 1
            held += part + b"\n"
            yield Line(number, None if skipping or len(held) > reading.LARGEST else bytes(held))
            held, skipping = bytearray(), False
        held += rest
        if len(held) > reading.LARGEST:
            held, skipping = bytearray(), True
    if held or skipping:
        yield Line(number + 1, None if skipping else bytes(held))


def _chunks(read: Callable[[int], bytes], head: bytes) -> Iterator[bytes]:
    mark, encoding = next((known for known in _MARKS if head.startswith(known[0])), (b"", ""))
    decoder = codecs.getincrementaldecoder(encoding)("replace") if encoding else None
    chunk = head[len(mark) :]
    while chunk:
        yield decoder.decode(chunk).encode("utf-8", "replace") if decoder else chunk
        chunk = read(_CHUNK)
