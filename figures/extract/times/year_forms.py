"""Dates that four digits begin, and years in short: ISO dates, stretches of years, decades, quarters."""

import re
from functools import cache

from figures.extract.times.calendar_terms import MONTHS, SHORT_YEAR_BEFORE, TEMPERATURE
from figures.extract.times.date_iso import full_year, share_of_year, ymd_iso
from figures.extract.times.years import counts_after, is_year, reads_as_year
from seeds.patterns import Later

Found = tuple[int, int, str]  # start, end, iso; the iso of a clock time begins with T

#: What may follow the four digits of a long form: signs and words behind a blank or nothing, others behind nothing.
_LONG_SIGNS = frozenset("-–/")
_LONG_WORDS = ("GMT", "UTC", "Z", "hours", "hrs", "local", "MSK", "ET")
_LONG_GLUED = frozenset(".'s")


@cache
def _long() -> re.Pattern[str]:
    return re.compile(
        r"""
    (?P<ymd>[0-9]{4}(?P<sep>[/.-])(?P<m>[0-9]{1,2})(?P=sep)(?P<d>[0-9]{1,2}))(?![0-9])
      (?:[T\s][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?(?![0-9:]))?
    | [0-9]{4}[^\S\n]?(?P<join>[-–/])[^\S\n]?(?P<to>[0-9]{4}|[0-9]{2})(?![0-9\w]|[-–/][0-9]|[.,:][0-9])
    | [0-9]{3}0(?P<decade>'?s)\b
    | (?P<military>[0-9]{4})[^\S\n]?(?:(?P<utc>GMT|UTC|Z)|hours|hrs|local[^\S\n]time|MSK|ET)\b
    """,
        re.VERBOSE,
    )


_QUARTER = Later(r"([QH])([1-4])(?:[^\S\n](?:of[^\S\n])?|[-'/]){0,2}(?:FY)?'?([0-9]{4}|[0-9]{2})\b")
_FISCAL = Later(r"([0-9]{4}|[0-9]{2})(?:[-/–]([0-9]{4}|[0-9]{2}))?\b")


def long_form(view: str, first: int, lo: int, end: int) -> Found | None:
    """Read what the four digits at offset `first` begin: an ISO date, "2019-20", "1990s", "0600 GMT"."""
    sign = view[first + 4 : first + 5]
    at = first + 5 if sign.isspace() else first + 4
    if sign in _LONG_GLUED:
        if sign == "." and not view[first + 5 : first + 6].isdigit():
            return None
    elif view[at : at + 1] not in _LONG_SIGNS and not view.startswith(_LONG_WORDS, at):
        return None
    match = _long().match(view, first, end)
    if not match or (view[first - 1 : first] == "-" and view[max(lo, first - 2)].isdigit()):
        return None
    digits = view[first : first + 4]
    if match["ymd"]:
        iso = ymd_iso(digits, match["m"], match["d"])
        return (first, match.end(), iso) if iso else None
    if match["decade"]:
        return _decade(view, first, match, lo)
    if match["military"]:
        clear = match["utc"] or digits[0] == "0" or view[max(lo, first - 3) : first].lower() == "at "
        valid = clear and int(digits[:2]) <= 24 and int(digits[2:]) < 60
        return (first, match.end(), f"T{digits[:2]}:{digits[2:]}{'Z' if match['utc'] else ''}") if valid else None
    return _stretch_of_years(view, first, match, lo, end)


def year_form(view: str, first: int, lo: int, end: int) -> Found | None:
    """Read a year by itself or with its month: "2024", "May 2023", "May-June 2024"."""
    if not reads_as_year(view, first, first + 4, lo, end):
        return None
    year = view[first : first + 4]
    named = month_before(view, first, lo)
    if not named:
        return first, first + 4, year
    start, month = named
    if start > lo and view[start - 1] in "-–/":
        earlier = word_before(view, start - 1, lo)
        other = MONTHS.get(view[earlier : start - 1].lower(), 13)
        if other < month:
            return earlier, first + 4, f"{year}-{other:02}/{year}-{month:02}"
    return start, first + 4, f"{year}-{month:02}"


def after_letter(view: str, first: int, lo: int, end: int) -> Found | None:
    """Read "FY2024", "Q3 2024", "H1 2024": digits that touch a letter before them."""
    letter = view[first - 1]
    if letter in "QH" and not view[max(lo, first - 2) : first - 1].isalnum():
        match = _QUARTER.match(view, first - 1, end)
        if match and (letter == "Q" or match[2] < "3"):
            return match.start(), match.end(), share_of_year(letter, int(match[2]), full_year(match[3]))
        return None
    if view[max(lo, first - 2) : first] in ("FY", "CY") and not view[max(lo, first - 3) : first - 2].isalnum():
        match = _FISCAL.match(view, first, end)
        if match and is_year(full_year(match[1])):
            until = f"/{full_year(match[2])}" if match[2] else ""
            return first - 2, match.end(), f"{full_year(match[1])}{until}"
    return None


def short_decade(view: str, first: int, lo: int, end: int) -> Found | None:
    """Read "'90s" and "the mid-90s", but not temperatures in the 90s; view[first:] begins with two digits and s."""
    if view[first + 1] != "0" or (first + 3 < end and view[first + 3].isalnum()):
        return None
    quoted = first > lo and view[first - 1] == "'"
    before = view[max(lo, first - 60) : first].lower()
    if not quoted and (not before.endswith(_DECADE_BEFORE) or any(word in before for word in TEMPERATURE)):
        return None
    year = (2000 if view[first] < "3" else 1900) + int(view[first : first + 2])
    return first - quoted, first + 3, f"{year}/{year + 9}"


def short_year(view: str, first: int, lo: int, end: int) -> Found | None:
    """Read "May '23", "the class of '98": two digits after an apostrophe."""
    digits = view[first : first + 2]
    named = month_before(view, first, lo)
    if named:
        return named[0], first + 2, f"{full_year(digits)}-{named[1]:02}"
    begin = word_before(view, first - 2, lo) if first - 2 >= lo else first
    closed = first + 2 < end and view[first + 2] == "'"
    if closed or view[begin : first - 2].lower() not in SHORT_YEAR_BEFORE:
        return None
    return first - 1, first + 2, str(full_year(digits))


def month_before(view: str, first: int, lo: int) -> tuple[int, int] | None:
    """Give where the month's name directly before offset `first` begins ("June", "Sept.", "June of"), and the month."""
    if first - 4 < lo or view[first - 1] not in " \u00a0\n'":
        return None
    at = first - 1
    while at > lo and first - at < 4 and view[at - 1] in " \u00a0,.":
        at -= 1
    begin = word_before(view, at, lo)
    if view[begin:at] == "of":
        return month_before(view, begin, lo)
    month = MONTHS.get(view[begin:at].lower())
    # "may" and "march" in lower case are a verb and a noun.
    return (begin, month) if month and view[begin:at] not in ("may", "march", "mar") else None


def word_before(view: str, at: int, lo: int) -> int:
    """Give where the letters that end at offset `at` begin, ten at most."""
    word = view[max(lo, at - 10) : at].rpartition(" ")[2]
    if word.isalpha():
        return at - len(word)
    begin = at
    while begin > lo and at - begin < 10 and view[begin - 1].isalpha():
        begin -= 1
    return begin


def _stretch_of_years(view: str, first: int, match: re.Match[str], lo: int, end: int) -> Found | None:
    """Read "2000-2001", "2019-20", "2024/25", and "2025-06" as a month."""
    year, other = int(view[first : first + 4]), match["to"]
    left = view[first - 1] if first > lo else ""
    if not is_year(year) or left in ("/", ".", ",") or counts_after(view, match.end(), end):
        return None
    until = int(other) if len(other) == 4 else year // 100 * 100 + int(other)
    if len(other) == 2 and until <= year:
        if year % 100 == 99 and other == "00":
            until = year + 1
        elif match["join"] != "–" and 1 <= int(other) <= 12:
            return first, match.end(), f"{year}-{other}"
    return (first, match.end(), f"{year}/{until}") if year < until and is_year(until) else None


def _decade(view: str, first: int, match: re.Match[str], lo: int) -> Found | None:
    """Read "1990s"; the 1800s and 1900s are centuries, "2020's" without "the" a possessive."""
    year = int(view[first : first + 4])
    if not is_year(year) or ("'" in match["decade"] and view[max(lo, first - 4) : first].lower() != "the "):
        return None
    return first, match.end(), f"{year}/{year + (99 if year % 100 == 0 and year < 2000 else 9)}"


_DECADE_BEFORE = tuple(f"{word}{join}" for word in ("the", "early", "mid", "late") for join in (" ", "\u00a0", "-"))
