"""Which pieces of a text are which in its other version: by what they say, and by their neighbours."""

from collections import defaultdict
from collections.abc import Sequence

#: Shorter pieces, in words, are too common to be known by themselves: a neighbour has to agree.
TELLING = 4

#: What stands for a piece that is not in the other version.
NOWHERE = -1


def align(old: Sequence[str], new: Sequence[str]) -> list[int]:
    """Give for each old piece the new one that says exactly the same, NOWHERE for none; each new one is given once.

    A piece that begins a line has a line feed before it. Of several that are the same, those beside others that are
    found already come first. Where more of them were than are, and no neighbour tells which is left, none is taken.
    Linear in the number of pieces.
    """
    where = [NOWHERE] * len(old)
    taken = [False] * len(new)
    bare_old, bare_new = ([piece.lstrip("\n") for piece in pieces] for pieces in (old, new))
    _known_by_themselves(bare_old, bare_new, where, taken)
    _beside_known(old, new, where, taken)
    _beside_known(bare_old, bare_new, where, taken)
    _repeated(bare_old, bare_new, where, taken)
    _beside_known(bare_old, bare_new, where, taken)
    return where


def has_neighbour(where: Sequence[int], piece: int) -> bool:
    """Tell whether a piece that is found stands beside a piece it stood beside."""
    before = where[piece - 1] if piece else NOWHERE
    after = where[piece + 1] if piece + 1 < len(where) else NOWHERE
    return (before != NOWHERE and before == where[piece] - 1) or (after != NOWHERE and after == where[piece] + 1)


def _known_by_themselves(old: Sequence[str], new: Sequence[str], where: list[int], taken: list[bool]) -> None:
    after = _left(new, taken)
    for piece, places in _left(old, [place != NOWHERE for place in where]).items():
        if len(places) == 1 and len(after.get(piece, ())) == 1 and _telling(piece):
            _take(places[0], after[piece][0], where, taken)


def _repeated(old: Sequence[str], new: Sequence[str], where: list[int], taken: list[bool]) -> None:
    after = _left(new, taken)
    for piece, places in _left(old, [place != NOWHERE for place in where]).items():
        if len(places) <= len(after.get(piece, ())) and _telling(piece):
            for one, other in zip(places, after[piece], strict=False):
                _take(one, other, where, taken)


def _beside_known(old: Sequence[str], new: Sequence[str], where: list[int], taken: list[bool]) -> None:
    """Go on from what is known, down and up, as long as the pieces are the same; the ends of the texts are known."""
    for places, step, edge in ((range(len(old)), 1, -1), (range(len(old) - 1, -1, -1), -1, len(new))):
        last: int | None = edge  # where the neighbour went; None where it is nowhere
        for here in places:
            if last is not None and where[here] == NOWHERE and 0 <= last + step < len(new):
                there = last + step
                if not taken[there] and old[here] == new[there]:
                    _take(here, there, where, taken)
            last = where[here] if where[here] != NOWHERE else None


def _left(pieces: Sequence[str], done: Sequence[bool]) -> dict[str, list[int]]:
    """Give the places of the pieces that are not done, by what they say."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, piece in enumerate(pieces):
        if not done[place]:
            places[piece].append(place)
    return places


def _telling(piece: str) -> bool:
    return piece.count(" ") + 1 >= TELLING


def _take(one: int, other: int, where: list[int], taken: list[bool]) -> None:
    where[one] = other
    taken[other] = True
