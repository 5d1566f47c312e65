"""Where the same characters stand around the same number: in one place of each of two texts."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from figures.model import CONTEXT

#: A context shorter than this on one side, in characters, does not tell one place from another.
SHORTEST = 16

Span = tuple[int, int]

# A number begins here, or anything else: where a word could.
_START = re.compile(r"(?<![^\W_])\S")


def same_contexts(old: str, new: str, places: Sequence[Span]) -> list[Span | None]:
    """Give for places of the old text where they are in the new one, by the characters either side.

    None where that is not one place in both texts, or the context is too short. Linear in the texts, whatever they say:
    every text is gone through once for each length that a number with its context has.
    """
    sought = [_sought(old, place) for place in places]
    lengths = {(before, len(text)) for before, text in filter(None, sought)}
    wanted = {text for _, text in filter(None, sought)}
    here, there = _standing(old, lengths, wanted), _standing(new, lengths, wanted)
    found: list[Span | None] = []
    for one, (start, end) in zip(sought, places, strict=True):
        at = None if one is None or here.get(one) != [start] else there.get(one)
        found.append((at[0], at[0] + end - start) if at is not None and len(at) == 1 else None)
    return found


def _sought(text: str, place: Span) -> tuple[int, str] | None:
    """Give how long the context before a place is, and the place with its context."""
    start, end = place
    first = max(0, start - CONTEXT)
    after = min(CONTEXT, len(text) - end)
    if start == end or min(start - first, after) < SHORTEST or not _START.match(text, start):
        return None
    return start - first, text[first : end + CONTEXT]


def _standing(text: str, lengths: Iterable[tuple[int, int]], wanted: set[str]) -> dict[tuple[int, str], list[int]]:
    """Give where numbers with these contexts stand in a text, two places at most of each."""
    found: dict[tuple[int, str], list[int]] = defaultdict(list)
    if not wanted:
        return found
    starts = [begin.start() for begin in _START.finditer(text)]
    for before, length in lengths:
        for start in starts:
            first = start - before
            piece = text[first : first + length] if 0 <= first <= len(text) - length else ""
            if piece in wanted and len(found[before, piece]) < 2:
                found[before, piece].append(start)
    return found
