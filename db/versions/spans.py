"""Spans of a text, asked which of them reach into another."""

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate

Span = tuple[int, int]


class Spans:
    """Some spans of one text; a question takes time by the logarithm of their number and by what it finds."""

    def __init__(self, spans: Iterable[Span]):
        self._spans = sorted(spans)
        # How far the spans up to each reach: the first that reach far enough are found by halving.
        self._reach = list(accumulate((end for _, end in self._spans), max))

    def touching(self, start: int, end: int) -> list[Span]:
        """Give the spans that share a character with start..end, in text order."""
        first = bisect_left(self._reach, start + 1)
        last = bisect_left(self._spans, (end, end))
        return [span for span in self._spans[first:last] if span[1] > start]
