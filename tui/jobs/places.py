"""Where figures stand in the queue."""

from array import array
from collections.abc import Collection, Iterator
from itertools import compress, count

#: So many places are looked at in one go, during which no other thread gets its turn: about a millisecond.
_PIECE = 20_000


def places_of(wanted: Collection[int], ids: "array[int]") -> Iterator[int]:
    """Yield the places of the queue that hold one of these row ids, in order."""
    for start in range(0, len(ids) if wanted else 0, _PIECE):
        yield from compress(count(start), map(wanted.__contains__, ids[start : start + _PIECE]))


def first_place(wanted: Collection[int], ids: "array[int]") -> int | None:
    """Give the first place of the queue that holds one of these row ids; None if there is none."""
    if len(wanted) > 1:
        return next(places_of(wanted, ids), None)
    try:
        return ids.index(next(iter(wanted), 0))  # a third of the time
    except ValueError:
        return None
