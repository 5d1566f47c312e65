"""Dates and clocks as pages print them: one date's value, and lines that hold a date or "2 days ago" and no more."""

import re
from datetime import date, timedelta
from typing import NamedTuple

from seeds.patterns import Later
from seeds.words import AGO_WORDS, DATE_LINE_WORDS, HOURS_OF, MONTHS, PUBLISH_WORDS, SINCE_WORDS, UPDATE_WORDS

_WORD = r"[^\W\d_]"
_DAY, _YEAR4 = "[0-9]{1,2}", "[0-9]{4}(?![0-9])"
_DATE = Later(
    rf"""(?<![0-9])(?:
    (?P<y>[0-9]{{4}})(?P<sep>[-/.])(?P<m>{_DAY})(?P=sep)(?P<d>{_DAY})(?![0-9])
    | (?P<d2>{_DAY})(?:st|nd|rd|th|\.)?\s(?:de\s)?(?P<m2>{_WORD}{{3,10}})\.?,?\s(?:de\s)?(?P<y2>{_YEAR4})
    | (?<!{_WORD})(?P<m3>{_WORD}{{3,10}})\.?\s(?P<d3>{_DAY})(?:st|nd|rd|th)?,?\s(?P<y3>{_YEAR4})
    | (?P<n1>{_DAY})(?P<sep4>[./-])(?P<n2>{_DAY})(?P=sep4)(?P<y4>{_YEAR4})
    )""",
    re.VERBOSE,
)
_YEAR = re.compile(r"[0-9]{4}")
_YEARLESS = Later(rf"(?:(?P<m>{_WORD}{{3,10}})\.?\s\d{{1,2}}|\d{{1,2}}\s(?P<m2>{_WORD}{{3,10}}))(?!\d)")
_TIME = Later(
    r"T?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\.\d{1,9})?(?:\s?[ap]\.?m\b\.?)?(?:\s?[+-]\d{2}:?\d{2})?"
    r"|\d{1,2}\s?[ap]\.?m\b",
    re.I,
)
#: A line without any of these says no "2 days ago"; `_AGO` reads it.
_AGO_SIGNS = (*AGO_WORDS, *SINCE_WORDS, "前", "전", "yesterday", "just now")
_AGO = Later(
    rf"(?P<n>(?<!\d)\d{{1,3}}|\ban?)\s?(?P<unit>{_WORD}{{1,12}})\.?\s(?:{_WORD}{{1,8}}\s)?(?:{'|'.join(AGO_WORDS)})\b"
    rf"|\b(?:{'|'.join(SINCE_WORDS)})\s(?P<n2>\d{{1,3}})\s(?P<unit2>{_WORD}{{1,12}})"
    r"|(?P<n3>\d{1,3})\s?(?P<unit3>分钟|分|小时|時間|天|日|週間|周|个月|분|시간|일|주)\s?(?:前|전)"
    r"|\b(?P<word>yesterday|just now)\b"
    r"|^(?P<n4>\d{1,2})(?P<unit4>[hdm])$",
    re.I,
)
_STAMP_STARTS = ("date", "time", "published", "posted", "updated")
_GLUED = Later(
    r"(?:(?:date|time|published|posted|updated)(?:\son)?\s?:?\s?)?\d{4}[-/]\d{2}[-/]\d{2}"
    r"(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d{1,9})?(?:Z|\s?[+-]\d{2}:?\d{2})?)?(?=\s+\S)",
    re.I,
)
_WORDS = Later(rf"{_WORD}+(?:[-'’]{_WORD}+)*|\d+")
_AGO_WORD = Later(r"\bago\b", re.I)
_SEPARATORS = "|·•—–"
#: No line of a page that holds a date and little else is longer.
LONGEST = 100


class Clock(NamedTuple):
    """What a date or clock line says: an ISO day, or how many hours ago; None for both where it cannot be told.

    `label` is "published", "updated" or None.
    """

    day: str | None
    hours: int | None = None
    relative: bool = False
    label: str | None = None


def iso_date(text: str) -> str | None:
    """Give the ISO day of a text that holds one whole date: 2025-06-18, an ISO timestamp, 18 June 2025, June 18, 2025.

    None where there is none, where it does not exist, and where day and month cannot be told apart (05/06/2025).
    """
    found = _DATE.search(text[:LONGEST])
    return _day(found) if found else None


def _day(found: re.Match[str]) -> str | None:
    if found["y"]:
        parts = int(found["y"]), int(found["m"]), int(found["d"])
    elif found["y2"]:
        parts = int(found["y2"]), MONTHS.get(found["m2"].lower(), 0), int(found["d2"])
    elif found["y3"]:
        parts = int(found["y3"]), MONTHS.get(found["m3"].lower(), 0), int(found["d3"])
    else:
        first, second = int(found["n1"]), int(found["n2"])
        if found["sep4"] == "." or first > 12 or first == second:
            parts = int(found["y4"]), second, first
        elif second > 12:
            parts = int(found["y4"]), first, second
        else:
            return None
    try:
        return date(*parts).isoformat()
    except ValueError:
        return None


def clock_of(line: str) -> Clock | None:
    """Read a line that holds a date or clock and no more than a name or label beside it; None for any other line."""
    if len(line) > LONGEST:
        return None
    lowered = line.lower()
    if not any(map(str.isdecimal, line)) and lowered not in ("yesterday", "just now"):
        ago = _AGO_WORD.search(line) if "ago" in lowered else None
        if ago is None:
            return None
    return _relative(line, lowered) or _absolute(line)


def _relative(line: str, lowered: str) -> Clock | None:
    # "5h", "30m" and "2d" are all there is to their line.
    if len(line) > 4 and not any(map(lowered.__contains__, _AGO_SIGNS)):
        return None
    found = _AGO.search(line)
    if not found:
        return None
    before, after = line[: found.start()], line[found.end() :]
    glued = bool(before) and before[-1].isalpha()
    words = before.split()
    lower = {word.strip(",.:|·•-–—").lower() for word in words if not word[0].isupper()}
    after_words = 4 if after.lstrip()[:1] in _SEPARATORS else 2
    if len(words) > 5 or len(_WORDS.findall(after)) > after_words or not (glued or lower <= DATE_LINE_WORDS | {""}):
        return None
    if found["word"]:
        return Clock(None, 24 if found["word"].lower() == "yesterday" else 0, relative=True) if not words else None
    count = found["n"] or found["n2"] or found["n3"] or found["n4"]
    unit = (found["unit"] or found["unit2"] or found["unit3"] or found["unit4"]).lower()
    each = HOURS_OF.get(unit)
    number = 1 if count.lower() in ("a", "an") else int(count)
    return Clock(None, None if each is None else number * each, relative=True)


def _absolute(line: str) -> Clock | None:
    found = _DATE.search(line) if _YEAR.search(line) else None
    if found and (found["m2"] or found["m3"] or "may").lower() not in MONTHS:
        return None
    yearless = found is None
    if not found:
        found = _YEARLESS.search(line)
        if not found or (found["m"] or found["m2"]).lower() not in MONTHS:
            return None
    rest = _TIME.sub(" ", found.re.sub(" ", line))
    words = _WORDS.findall(rest)
    names = [word for word in words if word.lower() not in DATE_LINE_WORDS]
    parted = any(sign in rest for sign in _SEPARATORS) or rest.lstrip().lower().startswith("by ")
    allowed = 0 if yearless else 6 if parted else 2 if "," in rest else 0
    if len(names) > allowed or any(name[0].islower() and name.lower() != "by" for name in names):
        return None
    lowered = {word.lower() for word in words}
    label = "published" if lowered & PUBLISH_WORDS else "updated" if lowered & UPDATE_WORDS else None
    return Clock(None if yearless else _day(found), label=label)


def opens_with_day(text: str) -> bool:
    """Tell whether a text begins with a date or "2 days ago", whatever signs stand before it."""
    start = text[:LONGEST].lstrip(f" \n\t,(/{_SEPARATORS}-")
    return _DATE.match(start) is not None or _AGO.match(start) is not None


def glued_date(line: str) -> re.Match[str] | None:
    """Match a crawler's date stamp stuck before the first sentence: "date 2025-06-18 The ministry ..."."""
    if line[:1].isdecimal() or line[:9].casefold().startswith(_STAMP_STARTS):
        return _GLUED.match(line)
    return None


def day_before(base: str | None, hours: int | None) -> str | None:
    """Give the ISO day that lies `hours` before the ISO day or timestamp `base`; None where either is unknown.

    Up to twelve hours before a day of unknown hour is that day; beyond, the nearest whole number of days counts.
    """
    if base is None or hours is None:
        return None
    try:
        day = date.fromisoformat(base[:10]) - timedelta(days=(hours + 11) // 24)
    except (ValueError, OverflowError):
        return None
    return day.isoformat()
