"""What somebody types, found among many names: in order of how well they fit."""

from collections.abc import Sequence

#: Below this a name is no answer; the scale of rapidfuzz goes to 100.
_GOOD_ENOUGH = 80.0


def best(typed: str, names: Sequence[str], limit: int) -> list[int]:
    """Give the places of the names that fit, the best first, at most `limit`; all in their order for nothing typed."""
    words = typed.casefold().split()
    if not words:
        return list(range(min(limit, len(names))))
    folded = [name.casefold() for name in names]
    held = [place for place, name in enumerate(folded) if all(word in name for word in words)]
    # Among those, the start of a name counts, then that of a word, then shortness.
    held.sort(key=lambda place: (_start(folded[place], words[0]), len(folded[place]), place))
    if len(held) >= limit or len(typed) < 3:
        return held[:limit]
    from rapidfuzz import fuzz, process

    taken = set(held)
    close = process.extract(
        " ".join(words), folded, scorer=fuzz.WRatio, score_cutoff=_GOOD_ENOUGH, limit=limit + len(held)
    )
    return [*held, *(place for _, _, place in close if place not in taken)][:limit]


def _start(name: str, word: str) -> int:
    if name.startswith(word):
        return 0
    return 1 if f" {word}" in name else 2
