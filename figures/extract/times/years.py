"""Whether four digits are a year or a number, told by what stands around them."""

import re

from figures.extract.times.calendar_terms import (
    MEASURES,
    MONTHS,
    NOT_PLURAL,
    NUMBER_BEFORE,
    NUMBER_LIKELY_BEFORE,
    PEOPLE,
    YEAR_BEFORE,
    YEAR_COMPOUNDS,
    YEAR_EVENTS,
    YEAR_FIRM_BEFORE,
    YEAR_PREFIXES,
)
from seeds.patterns import Later

FIRST_YEAR, LAST_YEAR = 1500, 2099
CURRENCY_SIGNS = frozenset("$€£¥₹₩₽₺₴₦¢#@&")

_WORDS_AFTER = Later(r"(?:[^\S\n]{1,3}(?:[^\W\d_][\w'-]{0,20}\.?|%|×|x\b)){1,3}")
_NUMBER_AFTER = Later(r"[^\S\n]?(?:[-–/]|\b(?:and|to|or)\b)[^\S\n]?(\d{1,9})([.,]\d)?(?!\d)")
_NUMBER_BEFORE = Later(r"(\d{1,9})[^\S\n]?(?:[-–/]|\b(?:and|to|or)\b)[^\S\n]?$")
_JOINS = ("nd", "to", "or", "-", "–", "/")
_LOOK_BACK, _LOOK_AHEAD = 24, 64


def is_year(number: int) -> bool:
    """Say whether a number lies where years lie."""
    return FIRST_YEAR <= number <= LAST_YEAR


def counts_after(view: str, at: int, end: int) -> bool:
    """Say whether what follows offset `at` is counted by the number before it: a plural, a unit, a scale word."""
    return _after(view, at, end) in ("measure", "people", "plural")


def reads_as_year(view: str, start: int, at: int, lo: int, end: int) -> bool:
    """Say whether the four digits view[start:at] read as a year; nothing outside lo..end is looked at.

    Round numbers (2000) and those before 1900 need a word for it ("in", "since", "the"), others only that nothing
    speaks against it: a currency, "more than", a unit or something countable behind.
    """
    number = int(view[start:at])
    if not is_year(number) or not _joins_as_year(view, start, at, lo, end):
        return False
    words = view[max(lo, start - _LOOK_BACK) : start].split()
    before = words[-1].strip("(\"'“‘[").lower() if words else ""
    if before in NUMBER_BEFORE or before[-1:] in CURRENCY_SIGNS:
        return False
    sure = number % 100 != 0 and 1900 <= number < 2050
    after = _after(view, at, end)
    joined = _joined_before(view, start, lo)
    if before in NUMBER_LIKELY_BEFORE and joined != "year":
        return sure and after in ("", "event")
    if after == "measure":
        return False
    if after == "event":
        return True
    if after:
        opens = before == "since" or (before == "in" and words[-1].endswith("In"))
        if number % 100 == 0 or number < 1900:
            return opens and number >= 1900
        return before in YEAR_FIRM_BEFORE or _possessive(before) or (after == "plural" and sure)
    firm = sure and before in YEAR_FIRM_BEFORE  # "in 2018 to 3.9 million"
    if joined == "number" or (not firm and _joined_to_number(view, at, end)):
        return False
    return sure or not words or before in YEAR_BEFORE or before.rstrip(".,") in MONTHS or _possessive(before)


def _joins_as_year(view: str, start: int, at: int, lo: int, end: int) -> bool:
    """Say whether the characters touching the digits leave them a year: no "2000km", "$2000", "555-2010"."""
    left = view[start - 1] if start > lo else " "
    right = view[at] if at < end else " "
    beyond = view[at + 1] if at + 1 < end else " "
    if left.isalnum() or left in CURRENCY_SIGNS or left in "_/+=.,:\\" or right.isalnum() or right in "%°_":
        return False
    if left == "-":
        words = re.split(r"[^a-z]+", view[max(lo, start - 8) : start - 1].lower())
        if words[-1] not in YEAR_PREFIXES:
            return False
    if right in "-/" and beyond.isalpha():
        compound = re.compile(r"[a-z]{1,12}", re.IGNORECASE).match(view, at + 1, end)
        return compound is not None and compound.group().lower() in YEAR_COMPOUNDS
    return not (right in ".,:-/" and beyond.isdigit())


def _after(view: str, at: int, end: int) -> str:
    """Tell what the next words are: "measure", "people", "plural", "event", or "" for nothing countable."""
    ahead = _WORDS_AFTER.match(view, at, min(end, at + _LOOK_AHEAD))
    if not ahead:
        return ""
    words = ahead.group().split()
    for position, raw in enumerate(words):
        word = raw.lower().rstrip(".")
        if word in MEASURES:
            return "measure" if position == 0 else ""
        if word in YEAR_EVENTS:
            return "event"
        if word in PEOPLE:
            return "people"
        if word in NOT_PLURAL or (position == 0 and word in YEAR_BEFORE):
            return ""
        if word.endswith("s") and not word.endswith(("ss", "us", "is", "'s")) and len(word) > 3:
            return "plural"
        if raw.endswith((".", "'s")) or len(word) < 4:
            return ""
    return ""


def _possessive(word: str) -> bool:
    return word.endswith(("'s", "s'"))


def _joined_to_number(view: str, at: int, end: int) -> bool:
    """Say whether "and", "to", "or" or a dash joins the digits to a number behind that is no year: "2000 to 2500"."""
    match = _NUMBER_AFTER.match(view, at, min(end, at + 20))
    if not match:
        return False
    year = not match[2] and (len(match[1]) == 2 or (len(match[1]) == 4 and is_year(int(match[1]))))
    return not year or counts_after(view, match.end(1), end)


def _joined_before(view: str, start: int, lo: int) -> str:
    """Tell what is joined to the digits from before: a "year" ("2014 to 2017"), another "number", or ""."""
    if not view[max(lo, start - 3) : start].rstrip(" \u00a0").endswith(_JOINS):
        return ""
    match = _NUMBER_BEFORE.search(view, max(lo, start - 16), start)
    if not match:
        return ""
    return "year" if len(match[1]) == 4 and is_year(int(match[1])) else "number"
