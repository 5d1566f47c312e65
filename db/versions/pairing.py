"""Which reworded piece of a text took the place of which: between the same neighbours, and by most of its words."""

from collections.abc import Collection, Iterator, Sequence

from db.versions.alignment import NOWHERE, has_neighbour
from db.versions.claims import likeness, words

#: Pieces with a smaller part of their words in common say something else.
LEAST_LIKENESS = 0.5
#: So many pieces beyond a neighbour that stands are looked at.
REACH = 30


def pair(
    old: Sequence[str], new: Sequence[str], where: Sequence[int], wanted: Collection[int], free: Collection[int]
) -> dict[int, int]:
    """Give for old pieces the new ones that took their places; a piece is in at most one pair.

    `where` is the alignment of the pieces that stand; `wanted` old and `free` new pieces are looked at. Two are a
    pair where they stand beside the same neighbour and each is more like the other than any other piece there is.
    """
    taken = {place for place in where if place != NOWHERE}
    loose = [index for index, place in enumerate(where) if place == NOWHERE]
    scores: dict[tuple[int, int], tuple[float, bool]] = {}
    mine = {index: words(old[index]) for index in loose}
    theirs = {index: words(new[index]) for index in range(len(new)) if index not in taken}
    for one in loose:
        for other, same_step in _beside(one, where, len(new), taken):
            score = likeness(mine[one], theirs[other])
            if score >= LEAST_LIKENESS:
                key = (one, other)
                scores[key] = max(scores.get(key, (0.0, False)), (score, same_step))
    best_of_old: dict[int, list[tuple[float, bool]]] = {}
    best_of_new: dict[int, list[tuple[float, bool]]] = {}
    for (one, other), value in scores.items():
        best_of_old.setdefault(one, []).append(value)
        best_of_new.setdefault(other, []).append(value)
    return {
        one: other
        for (one, other), value in scores.items()
        if one in wanted
        and other in free
        and _alone_at_the_top(value, best_of_old[one])
        and _alone_at_the_top(value, best_of_new[other])
    }


def without_doubtful(old: Sequence[str], new: Sequence[str], where: Sequence[int]) -> list[int]:
    """Take out of an alignment what may be a look-alike: found away from its neighbours, where another took its place.

    So two sentences that differ in their numbers alone, and had these edited, are not taken for one that moved.
    """
    came_from = {place: index for index, place in enumerate(where) if place != NOWHERE}
    back = [came_from.get(place, NOWHERE) for place in range(len(new))]
    kept = list(where)
    for one, other in enumerate(where):
        if other == NOWHERE or has_neighbour(where, one):
            continue
        said = words(old[one])
        heirs = [new[place] for place in _between(one, where, len(new)) if back[place] == NOWHERE]
        givers = [old[place] for place in _between(other, back, len(old)) if where[place] == NOWHERE]
        if any(words(piece) == said for piece in (*heirs, *givers)):
            kept[one] = NOWHERE
    return kept


def _between(piece: int, where: Sequence[int], length: int) -> set[int]:
    """Give the places beside those where a piece's neighbours went."""
    before = where[piece - 1] if piece else -1
    after = where[piece + 1] if piece + 1 < len(where) else length
    places = {*([before + 1] if before != NOWHERE or not piece else []), *([after - 1] if after != NOWHERE else [])}
    return {place for place in places if 0 <= place < length}


def _alone_at_the_top(value: tuple[float, bool], values: Sequence[tuple[float, bool]]) -> bool:
    return max(values) == value and values.count(value) == 1


def _beside(one: int, where: Sequence[int], length: int, taken: Collection[int]) -> Iterator[tuple[int, bool]]:
    """Yield the loose new pieces beyond the images of an old piece's neighbours, and whether as far from them."""
    for step, edge in ((-1, -1), (1, len(where))):
        distance = 1
        while one + step * distance != edge and where[one + step * distance] == NOWHERE and distance <= REACH:
            distance += 1
        if distance > REACH:
            continue
        neighbour = one + step * distance
        image = where[neighbour] if neighbour != edge else (-1 if step < 0 else length)
        for far in range(1, REACH + 1):
            other = image - step * far
            if not 0 <= other < length or other in taken:
                break
            yield other, far == distance
