"""The bytes of a response, under caps: size after decompression, and time."""

import zlib
from collections.abc import Callable, Iterable, Iterator
from time import monotonic

#: So many bytes are taken at once, compressed or not.
CHUNK = 64 * 1024


class BodyRefused(Exception):
    """What came is more than a fetch may take, or not whole; the message says which."""


def whole_body(read: Callable[[int], bytes], encoding: str, size: int, deadline: float) -> bytes:
    """Give the decoded bytes that `read` yields, b"" at the end, as they arrive.

    `encoding` is the Content-Encoding: "", identity, gzip or deflate. Raises BodyRefused where they are more than
    `size`, take beyond the `deadline` (of time.monotonic), are cut off, or cannot be decoded.
    """
    decode = _decoder(encoding)
    parts: list[bytes] = []
    room = size
    while chunk := read(CHUNK):
        if monotonic() > deadline:
            raise BodyRefused("it took too long")
        for part in decode(chunk):
            parts.append(part)
            room -= len(part)
            if room < 0:
                raise BodyRefused(f"it is larger than figcheck takes ({size // 2**20} MB)")
    for part in decode(b""):
        parts.append(part)
    return b"".join(parts)


def _decoder(encoding: str) -> Callable[[bytes], Iterable[bytes]]:
    named = encoding.strip().lower()
    if named in ("", "identity"):
        return lambda chunk: (chunk,)
    if named in ("gzip", "x-gzip", "deflate"):
        return _Inflater(gzipped=named != "deflate").feed
    raise BodyRefused(f"its encoding is {named[:40]!r}, which was not asked for")


class _Inflater:
    """Unpacks gzip, or zlib with or without its header, a bounded piece at a time, so that a bomb is met early."""

    def __init__(self, *, gzipped: bool):
        self._gzipped = gzipped
        self._unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16 if gzipped else zlib.MAX_WBITS)
        self._begun = False

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        """Yield what a chunk unpacks to; an empty one tells that no more will come."""
        if not chunk and not self._unpacker.eof:
            raise BodyRefused("it was cut off on the way")
        try:
            while chunk and not self._unpacker.eof:
                yield self._unpack(chunk)
                chunk = self._unpacker.unconsumed_tail
        except zlib.error as error:
            raise BodyRefused("it cannot be unpacked") from error

    def _unpack(self, chunk: bytes) -> bytes:
        try:
            part = self._unpacker.decompress(chunk, CHUNK)
        except zlib.error:
            if self._begun or self._gzipped:
                raise
            self._unpacker = zlib.decompressobj(-zlib.MAX_WBITS)  # "deflate" without its header, as some servers send
            part = self._unpacker.decompress(chunk, CHUNK)
        self._begun = True
        return part
