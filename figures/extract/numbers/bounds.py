"""Bounds: what the words around a number say of its ends ("more than", "up to", "or so", "exceeded")."""

import re
from typing import NamedTuple

from figures.extract.draft import made
from figures.extract.numbers import bound_words as words
from figures.model import Bound, Kind
from seeds.patterns import Later

_WINDOW = 56
_AFTER = Later(
    r"[\s-]?(?:"
    + "|".join(re.escape(phrase.lstrip("-")) for phrase in sorted(words.AFTER, key=len, reverse=True))
    + r")(?!\w)",
    re.IGNORECASE,
)
#: The phrases by their last words, the longest first, each with the number of its words.
_BEFORE: dict[str, list[tuple[int, str]]] = {}
for _phrase in sorted(words.BEFORE, key=lambda phrase: -phrase.count(" ")):
    _BEFORE.setdefault(_phrase.rpartition(" ")[2], []).append((_phrase.count(" ") + 1, _phrase))
#: The words that may stand directly before a bounded number.
_LAST_WORDS = frozenset(_BEFORE) | words.BETWEEN | words.INCREMENTS
_AFTER_STARTS = frozenset(phrase.lstrip("-")[:3] for phrase in words.AFTER)
_MORE_INITIALS = frozenset("maefMAEF")
_MORE = Later(r"\s(more|additional|extra|further)\b(?!\sthan)", re.IGNORECASE)


class Bounded(NamedTuple):
    """What bounds a number: `modifier` in its own words, from `start` to `end`; `increment` for "another 6,000"."""

    bound: Bound
    approximate: bool
    modifier: str | None
    increment: bool
    start: int
    end: int


def bound_of(view: str, start: int, after: int, floor: int, limit: int, kind: Kind) -> Bounded:
    """Give the bound of the number whose span begins at `start` and whose unit ends at `after`."""
    bound: Bound = "exact"
    approximate = increment = False
    said: list[str] = []
    begin, stop = start, after
    left = start - _WINDOW if start - _WINDOW > floor else floor
    parts, end = _words_before(view[left:start])
    if end:
        lowered = [part.lower() for part in parts]
        for _ in range(3):  # "up to about", "well over another"
            hit = _last_phrase(lowered, end, kind, view, after)
            if hit is None:
                break
            first, last, found = hit
            if found is None:
                increment = True
            elif found == "approx":
                approximate = True
            elif bound == "exact":
                bound = found
            said.insert(0, " ".join(parts[first:last]))
            end = first
        while said and end and lowered[end - 1] in words.INTENSIFIERS:
            said[0] = f"{parts[end - 1]} {said[0]}"
            end -= 1
        if said:
            begin = _position(view, left, start, parts, end)
    tail = _after(view, after, limit) if bound == "exact" else None
    found = _said_after(tail) if tail is not None else None
    if tail is not None and found is not None:
        approximate = approximate or found == "approx"
        bound = bound if found == "approx" else found
        said.append(tail.group().strip(" \u00a0"))
        stop = tail.end()
    more = _MORE.match(view, stop, limit) if view[stop + 1 : stop + 2] in _MORE_INITIALS else None
    if more is not None:
        increment = True
        stop = more.end()
        said.append(more.group(1))
    if bound == "exact" and approximate:
        bound = "approx"
    return made(Bounded, (bound, approximate, " … ".join(said) or None, increment, begin, stop))


def _words_before(window: str) -> tuple[list[str], int]:
    """Give the last words of a window and how many they are; none where the last one bounds no number."""
    window = window.replace("-", " ")
    last = window.rsplit(None, 1)[-1:]
    if not last or (last[0].lstrip(_OPENING) or last[0]).lower() not in _LAST_WORDS:
        return [], 0
    parts = [part.lstrip(_OPENING) or part for part in window.rsplit(None, 8)[-8:]]
    return parts, len(parts)


_OPENING = "([{\"'"


def _after(view: str, after: int, limit: int) -> re.Match[str] | None:
    sign = view[after : after + 1]
    at = after + 1 if sign == "-" or sign.isspace() else after
    start = view[at : at + 3].lower()
    return _AFTER.match(view, after, limit) if start in _AFTER_STARTS or start[:1] == "+" else None


def _said_after(tail: re.Match[str]) -> Bound | None:
    """Give what a phrase after a number says; None for one that only looks like it ("300 some")."""
    said = tail.group().strip().lower()
    return words.AFTER.get(said) or words.AFTER.get(said.strip("-"))


_BEHIND = Later(r"\s(or so|or more|or fewer|or less|at least|at most|at the most)\b", re.IGNORECASE)
_BEHIND_STARTS = frozenset({"or", "at"})


def bound_behind(view: str, bounded: Bounded, end: int, limit: int) -> Bounded:
    """Take in a bound that stands behind the noun, which ends at `end`: "20 people or so"."""
    may_follow = end > bounded.end and view[end + 1 : end + 3].lower() in _BEHIND_STARTS
    tail = _BEHIND.match(view, end, limit) if may_follow and bounded.bound == "exact" else None
    if tail is None:
        return bounded
    said = tail.group(1)
    found = words.AFTER[said.lower()]
    modifier = f"{bounded.modifier} … {said}" if bounded.modifier else said
    return bounded._replace(bound=found, approximate=bounded.approximate or found == "approx", modifier=modifier)


def _last_phrase(
    lowered: list[str], end: int, kind: Kind, view: str, after: int
) -> tuple[int, int, Bound | None] | None:
    """Find the bound phrase that ends at word `end`, or one or two articles before it."""
    for skipped in range(3):
        last = end - skipped
        if last <= 0 or (skipped and lowered[last] not in words.BETWEEN):
            return None
        for length, phrase in _BEFORE.get(lowered[last - 1], ()):
            if length <= last and (length == 1 or " ".join(lowered[last - length : last]) == phrase):
                found = words.BEFORE[phrase]
                if skipped and phrase in {"around", "top"}:  # "gathered around the 37 graves", "on top of a 5% fine"
                    return None
                if skipped and lowered[last] == "the" and found in {"over", "under"} and not _MARK.match(view, after):
                    return None  # "short of the 95% needed": that much is exact
                before = lowered[last - length - 1] if last > length else ""
                if before == "taken" and words.HAVING.isdisjoint(lowered[: last - length - 1]):
                    before = ""  # "pictures taken over two weeks"
                if not _applies(phrase, before, kind, view, after):
                    return None
                return last - length, last, found
        if lowered[last - 1] in words.INCREMENTS and lowered[last - 1] != "more":
            return last - 1, last, None
    return None


_MARK = Later(r"[\s-](?:[\w-]+\s)?(?:mark|barrier|threshold|level|milestone|line|limit|ceiling)\b")


def _applies(phrase: str, before: str, kind: Kind, view: str, after: int) -> bool:
    if before in words.GOVERNING.get(phrase, ()):
        return False
    if phrase == "past" and before in words.BETWEEN | {"recent", "distant"}:
        return False
    if phrase in words.MEASURED and kind not in {"duration", "measurement", "percent", "money"}:
        return phrase == "past" and before in words.CLIMBING
    if kind == "duration" and phrase in words.DURING:
        return before in words.LASTING or view.startswith((" ago", " later", " old", "-old"), after)
    return True


def _position(view: str, left: int, start: int, parts: list[str], end: int) -> int:
    """Give the offset of word `end` of the window, counted back from the number."""
    position = start
    for part in reversed(parts[end:]):
        position = view.rfind(part, left, position)
    return position
