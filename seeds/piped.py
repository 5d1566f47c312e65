"""Standard input, of which the beginning can be seen before it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from seeds.feeds import HEAD, is_feed

if TYPE_CHECKING:
    from seeds.readers.reading import Stream


class Piped:
    """A stream that can be read once, beginning with what was looked at."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self._head = b""
        self._ended = False

    def is_feed(self) -> bool:
        """Tell by its beginning whether it is a feed; not of one that cannot be read, which reading it tells."""
        try:
            self._head = self._stream.read(HEAD)
        except (OSError, ValueError):
            return False
        # A terminal would have to be told a second time that this was all.
        self._ended = len(self._head) < HEAD
        return is_feed(self._head)

    def read(self, size: int, /) -> bytes:
        """Give the next bytes, as many as `size` unless it ends before."""
        head, self._head = self._head[:size], self._head[size:]
        return head if len(head) == size or self._ended else head + self._stream.read(size - len(head))
