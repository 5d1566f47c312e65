"""A part of an order: figures with their weights, put in order a little at a time."""

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from db.query.stretches import Row

#: So many figures are put in order at a time, about; and so many weights are looked at to part them.
_PIECE, _SAMPLE = 4000, 4096


class Section:
    """Figures with their weights. They come in stretches, each of them by weight and then by row id."""

    def __init__(self) -> None:
        self.ids: array[int] = array("q")
        # In pieces: two long arrays that grow in turn leave holes in the memory behind.
        self._weights: list[array[float]] = []
        #: Whether they came in the order of their weights.
        self.in_order = True

    def add(self, rows: Sequence[Row]) -> None:
        """Put the figures of a stretch, at least one, behind the others."""
        if self._weights and rows[0][1] < self._weights[-1][-1]:
            self.in_order = False
        self._weights.append(array("d", [row[1] for row in rows]))
        self.ids.extend([row[2] for row in rows])

    def ordered(self) -> Iterator["array[int]"]:
        """Yield the row ids by weight and then in the order in which they came, piece by piece, some of them empty.

        Sorting all at once would keep every other thread from running, for as long as it takes.
        """
        weights, ids = array("d"), self.ids
        for piece in self._weights:
            weights.extend(piece)
        self._weights.clear()
        bounds = _bounds(weights)
        buckets = [array("I") for _ in range(len(bounds) + 1)]
        for first in range(0, len(ids), _PIECE):
            for place in range(first, min(first + _PIECE, len(ids))):
                buckets[bisect_right(bounds, weights[place])].append(place)
            yield array("q")
        buckets.reverse()
        while buckets:  # each goes as soon as it is put in order: all are as large as half of the ids
            yield array("q", [ids[place] for place in sorted(buckets.pop(), key=weights.__getitem__)])


def _bounds(weights: "array[float]") -> list[float]:
    """Give weights between which there are about as many figures each."""
    sample = sorted(weights[:: max(1, len(weights) // _SAMPLE)])
    wanted = len(weights) // _PIECE + 1
    return sorted(set(sample[:: max(1, len(sample) // wanted)]))
