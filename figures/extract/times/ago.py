"""Distances in time: the number of "3 weeks ago", "5 jam lalu", "two and a half years ago"; hours in words."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from figures.extract.patterns import one_of
from figures.extract.times.calendar_terms import AGO_AFTER, AGO_BEFORE, AGO_UNITS, NUMBER_SCALES, NUMBER_WORDS
from seeds.patterns import Later

_REACH = 48
_FACTORS = {"DECADE": (10, "Y"), "CENTURY": (100, "Y")}
_SCALES = "|".join(NUMBER_SCALES)
_UNITS = "|".join(sorted((unit for unit in AGO_UNITS if unit.isascii() and len(unit) > 3), key=len, reverse=True))
_NUMERAL = "|".join((*NUMBER_WORDS, *NUMBER_SCALES))

#: Without one of these after it a number is no distance in time.
_FOLLOWING = frozenset(AGO_UNITS) | frozenset(NUMBER_SCALES)
_WORD_AFTER = Later(r"[0-9.,]*[^\S\n]?([^\W\d_]{1,9})")
_PREPOSITIONS = tuple(f" {word}" for word in AGO_BEFORE)
_UNIT = Later(r"[0-9]{1,3}[^\S\n]([^\W\d_]{1,9})\b")
_OCLOCK = Later(r"\b([A-Za-z]{3,6})[^\S\n]o'clock\Z")


@cache
def _at_number() -> re.Pattern[str]:
    return re.compile(
        rf"""
    (?P<number>[0-9]{{1,3}}(?:,[0-9]{{3}}){{1,3}}|[0-9]{{1,9}}(?:\.[0-9]{{1,3}})?)
    (?P<scale>[^\S\n](?:{_SCALES}))?
    [^\S\n]?(?P<unit>[^\W\d_]{{1,9}})\.?[^\S\n](?P<ago>{one_of(AGO_AFTER)})\b
    """,
        re.VERBOSE,
    )


@cache
def _spelled() -> re.Pattern[str]:
    return re.compile(
        rf"""
    \b(?P<number>(?:(?:a|half[^\S\n]a)[^\S\n](?=(?:{_SCALES})\b))?
      (?:{_NUMERAL})(?:(?:[^\S\n]|-)(?:and[^\S\n])?(?:{_NUMERAL})){{0,3}}(?:[^\S\n]and[^\S\n]a[^\S\n]half)?)
    [^\S\n](?:(?:long|full|short)[^\S\n])?(?P<unit>{_UNITS})[^\S\n]ago\Z
    """,
        re.VERBOSE | re.IGNORECASE,
    )


def ago_at_number(view: str, first: int, end: int) -> tuple[int, int, str] | None:
    """Read the number at offset `first` as a distance in time: its span and its ISO duration ("P3W")."""
    following = _WORD_AFTER.match(view, first, end)
    if following is None or following[1].lower() not in _FOLLOWING:
        return None
    match = _at_number().match(view, first, end)
    if match:
        unit = AGO_UNITS.get(match["unit"].lower())
        if unit is None:
            return None
        number = Decimal(match["number"].replace(",", "")) * NUMBER_SCALES.get((match["scale"] or "").strip(), 1)
        return first, match.end("scale") if match["scale"] else match.end("number"), duration(number, unit)
    if not first or view[first - 1] not in " \u00a0":
        return None
    before = f" {view[max(0, first - 7) : max(0, first - 1)].lower()}"
    if not before.endswith(_PREPOSITIONS):
        return None
    named = _UNIT.match(view, first, end)
    unit = AGO_UNITS.get(named[1].lower()) if named else None
    if named is None or unit is None:
        return None
    return first, named.start(1) - 1, duration(Decimal(view[first : named.start(1) - 1]), unit)


def spelled_times(view: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Find numbers in words before "ago" and "o'clock": their spans and ISO forms, in order of each kind."""
    for at in _occurrences(view, " ago", start, end):
        if at + 4 < end and view[at + 4].isalnum():
            continue
        lo = max(start, at - _REACH)
        if view[view.rfind(" ", lo, at) + 1 : at].lower() not in AGO_UNITS:
            continue
        match = _spelled().search(view, lo, at + 4)
        if match and (number := words_value(match["number"])) is not None:
            yield match.start("number"), match.end("number"), duration(number, AGO_UNITS[match["unit"].lower()])
    for at in _occurrences(view, " o'clock", start, end):
        match = _OCLOCK.search(view, max(start, at - 8), at + 8)
        hour = NUMBER_WORDS.get(match[1].lower(), 13) if match else 13
        if match and hour <= 12:
            yield match.start(), match.end(), f"T{hour:02}:00"


def duration(number: Decimal, unit: str) -> str:
    """Give the ISO 8601 duration of a number of units (the keys of AGO_UNITS' values)."""
    factor, letter = _FACTORS.get(unit, (1, unit))
    count = f"{number * factor:f}"
    count = count.rstrip("0").rstrip(".") if "." in count else count
    return f"PT{count}{letter[1]}" if letter.startswith("T") else f"P{count}{letter}"


def words_value(words: str) -> Decimal | None:
    """Give the value of a small numeral in words: "two and a half", "twenty-five", "a dozen"; None for nonsense."""
    half = words.lower().endswith("a half")
    body = words.lower().removesuffix("and a half")
    total, current = 0, 0
    for word in re.split(r"[\s-]+", body.strip()):
        if word in NUMBER_WORDS:
            current += NUMBER_WORDS[word]
        elif word in NUMBER_SCALES:
            total, current = total + (current or 1) * NUMBER_SCALES[word], 0
    value = Decimal(total + current)
    if body.startswith("half"):
        value /= 2
    return value + Decimal("0.5") if half else value


def _occurrences(view: str, literal: str, start: int, end: int) -> Iterator[int]:
    at = view.find(literal, start, end)
    while at >= 0:
        yield at
        at = view.find(literal, at + 1, end)
