"""The bytes of a response, under caps: size before and after decompression, and time."""

import zlib
from collections.abc import Callable, Iterable, Iterator
from time import monotonic

#: So many bytes are taken at once, compressed or not.
CHUNK = 64 * 1024
_GZIP = b"\x1f\x8b"
LATE = "it took too long"


class BodyRefused(Exception):
    """What came is more than a fetch may take, or not whole; the message says which."""


def whole_body(read: Callable[[int], bytes], encoding: str, size: int, deadline: float) -> bytes:
    """Give the decoded bytes that `read` yields, b"" at the end, as they arrive.

    `encoding` is the Content-Encoding: "", identity, gzip or deflate. Raises BodyRefused where they are more than
    `size`, packed or unpacked, take beyond the `deadline` (of time.monotonic), are cut off, or cannot be decoded.
    """
    decode = _decoder(encoding)
    too_large = BodyRefused(f"it is larger than figcheck takes ({size // 2**20} MB)")
    parts: list[bytes] = []
    received = unpacked = 0
    while chunk := read(CHUNK):
        received += len(chunk)
        for part in decode(chunk):
            parts.append(part)
            unpacked += len(part)
            if unpacked > size:
                raise too_large
        if received > size:  # it may unpack to nothing
            raise too_large
        if monotonic() > deadline:
            raise BodyRefused(LATE)
    if monotonic() > deadline:  # the connection was cut then, which may look like the end of the body
        raise BodyRefused(LATE)
    parts.extend(decode(b""))
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
            while chunk:
                if self._unpacker.eof:
                    # gzip may have several members; what else stands behind the end is no part of it
                    if not self._gzipped or not _GZIP.startswith(chunk[:2]):
                        return
                    self._unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
                yield self._unpack(chunk)
                chunk = self._unpacker.unused_data if self._unpacker.eof else self._unpacker.unconsumed_tail
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
