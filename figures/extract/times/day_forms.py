"""Dates and clock times that one or two digits stand in: "June 19, 2024", "19 June", "18/06/2025", "8 p.m."."""

import re
from functools import cache

from figures.extract.times.calendar_terms import FOREIGN_MONTHS, MONTH_WITHOUT_DAY, MONTHS, ZONES
from figures.extract.times.date_iso import clock_iso, days_iso, dmy_iso, full_year, share_of_year
from figures.extract.times.words import MONTH_NAMES
from figures.extract.times.year_forms import Found, month_before, short_decade, short_year
from figures.extract.times.years import counts_after, is_year
from seeds.patterns import Later

_ZONE = rf"(?:[^\S\n]?\b(?:{'|'.join(ZONES)})\b)?"


def _meridiem(name: str) -> str:
    return rf"[^\S\n]?(?P<{name}>[apAP])(?:\.[mM]\.?(?!\w)|[mM]\b)"


@cache
def _signed() -> re.Pattern[str]:
    """Give the forms whose first digits a sign follows: "18/06/2025", "9/11", "8:34 pm", "8.34pm"."""
    return re.compile(
        rf"""
        (?P<dmy>[0-9]{{1,2}}(?P<sep>[/.-])[0-9]{{1,2}}(?P=sep)(?:[0-9]{{4}}|[0-9]{{2}}))(?![0-9]|(?P=sep)[0-9])
        | (?P<event>9/11|(?:7/7|26/11|7/10)(?=[^\S\n](?:attack|bombing|terror|massacre)))(?![0-9/])
        | (?P<clock>[0-9]{{1,2}}(?::[0-9]{{2}}){{1,2}}(?:\.[0-9]{{1,3}})?)(?![0-9:])
          (?:{_meridiem("half")})?(?P<zone>{_ZONE})
        | (?P<dotted>[0-9]{{1,2}}\.[0-9]{{2}})(?:{_meridiem("dotted_half")}{_ZONE}|[^\S\n]?\b(?:{"|".join(ZONES)})\b)
        """,
        re.VERBOSE,
    )


@cache
def _hours() -> re.Pattern[str]:
    """Give the forms with letters that name no month: "8 p.m.", "5-7pm", "8 o'clock", "3Q24"."""
    return re.compile(
        rf"""
        (?P<hour>[0-9]{{1,2}})(?:[^\S\n]?[-–][^\S\n]?(?P<until>[0-9]{{1,2}}))?{_meridiem("hour_half")}{_ZONE}
        | (?P<oclock>[0-9]{{1,2}})[^\S\n]o'clock\b
        | (?P<part>[1-4])(?P<share>[QH])[^\S\n]?'?(?P<of>[0-9]{{4}}|[0-9]{{2}})\b
        """,
        re.VERBOSE,
    )


_DAY_MONTH = Later(
    r"""
    (?P<day>[0-9]{1,2})(?:st|nd|rd|th)?(?:(?:[^\S\n]?[-–/][^\S\n]?|[^\S\n](?:and|to)[^\S\n])
    (?P<last>[0-9]{1,2})(?:st|nd|rd|th)?)?(?:\.?[^\S\n]|-|[^\S\n](?:of|de)[^\S\n])(?P<month>[^\W\d_]{3,10})\b\.?
    (?:(?:,?[^\S\n]|-|[^\S\n](?:of|de)[^\S\n]|\n)(?P<year>[0-9]{4}|'[0-9]{2})(?![0-9]|[.,:][0-9]))?
    """,
    re.VERBOSE,
)
_MONTH_DAY = Later(
    r"""
    (?P<whole>(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?)(?![\w%]|[.,:/][0-9])
    (?:[^\S\n]?[-–/][^\S\n]?(?:(?P<month>[A-Z][a-z]{2,8})\.?[^\S\n])?(?P<last>[0-9]{1,2})(?:st|nd|rd|th)?(?!\w|[.,:][0-9]))?
    """,
    re.VERBOSE,
)
#: The last day of "between June 15 and 18", "from May 3 to 5", "on May 3 and 4".
_LAST_DAY = Later(r"[^\S\n](and|to)[^\S\n]([0-9]{1,2})(?:st|nd|rd|th)?(?![\w%]|[.,:][0-9])")
_YEAR_AFTER_DAY = Later(r"(?:,[^\S\n]{0,2}|[^\S\n]{1,2}|,?\n)([0-9]{4})(?![0-9\w]|[.,:/][0-9]|-[0-9])")
_WORD_AFTER = Later(r"[^\S\n]([^\W\d_]{1,12})")
_HOUR_PAIR = Later(r"[^\S\n](?:and|to|or|until|till)[^\S\n][0-9]{1,2}(?::[0-9]{2})?[^\S\n]?([apAP])(?:\.[mM]|[mM]\b)")
_SCALES = ("%", "percent", "per cent", "million", "billion", "thousand", "hundred")


def short_form(view: str, first: int, last: int, lo: int, end: int) -> Found | None:
    """Read what one or two digits begin: a day and month, a numeric date, a clock time, a decade."""
    if last - first == 2 and last < end and view[last] == "s":
        return short_decade(view, first, lo, end)
    left = view[first - 1] if first > lo else " "
    found: Found | None = None
    word = ""
    sign, beyond = view[last : last + 1], view[last + 1 : last + 2]
    joined = sign in _SIGNS and beyond.isdigit()
    if joined and _may_join(view, last, sign) and (match := _signed().match(view, first, end)):
        found = _clock_time(match) or _numbered(match)
    elif sign not in _PARTING or (sign == "." and view[last + 2 : last + 3].isalpha()):
        word = _letters(view, last)
        if _may_be_hour(sign, word) and (match := _hours().match(view, first, end)):
            found = _hour(match) or _share(match)
        elif _may_be_day(sign, word) and (match := _DAY_MONTH.match(view, first, end)):
            found = _day_first(view, match, end)
    if not found and left == "'" and last - first == 2:
        return short_year(view, first, lo, end)
    return found or (_first_hour(view, first, last, end) if word in _HOUR_JOINS else None)


def _may_join(view: str, last: int, sign: str) -> bool:
    """Say whether a sign that joins two numbers may join them to a form of `_signed`: most stops and hyphens do not.

    They do if they come again ("18-06-2025"), a stop also before the two digits of minutes.
    """
    behind = view[last + 2 : last + 4]
    return sign in "/:" or sign in behind or (sign == "." and behind[:1].isdigit())


#: What joins the numbers of `_signed`.
_SIGNS = frozenset("/.:-")
#: Behind these no other form goes on, but for the full stop of "4. June".
_PARTING = frozenset(".:,")
#: Letters that touch the digits of an hour or a quarter, and words behind an hour.
_HOUR_SIGNS = frozenset("apAPQH")
_HOUR_WORDS = frozenset({"a", "am", "p", "pm", "o"})
#: Letters that touch the digits of a day, words between it and its month, words before a second hour.
_DAY_LETTERS = frozenset("snrt")
_DAY_WORDS = frozenset({"of", "de", "and", "to"})
_HOUR_JOINS = frozenset({"and", "to", "or", "until", "till"})


def _may_be_hour(sign: str, word: str) -> bool:
    """Say whether one or two digits with this sign or this word behind them may be a form of `_hours`: most are not."""
    return sign in _HOUR_SIGNS or word in _HOUR_WORDS or not (word or sign == "." or sign.isalpha())


def _may_be_day(sign: str, word: str) -> bool:
    """Say whether one or two digits with this sign or this word behind them may be the day of a month: most are not."""
    if sign.isalpha():
        return sign in _DAY_LETTERS
    return not word or word in MONTHS or word in FOREIGN_MONTHS or word in _DAY_WORDS


def _letters(view: str, last: int) -> str:
    """Give the word after a number and a blank, in lower case; "" where something else stands there."""
    word = _WORD_AFTER.match(view, last)
    return word[1].lower() if word else ""


def goes_on(view: str, last: int, end: int) -> bool:
    """Say whether what follows one or two digits can be more of a date; most numbers need no closer look."""
    if last >= end:
        return False
    sign = view[last]
    if sign in " \u00a0" and last + 1 < end:
        return view[last + 1].isalpha() or view[last + 1] in "-–"
    return sign.isalpha() or sign in "./-–:,"


#: What stands before a day ends so: a month's name, or "of" behind it.
_MONTH_TAILS = frozenset({*(month[-2:] for month in MONTHS), "of"})


def after_month(view: str, first: int, lo: int, end: int) -> Found | None:
    """Read "June 19, 2024", "Sept. 20-24", "Oct 7": one or two digits with a month's name before them."""
    if view[first - 2 : first - 1].isalpha() and view[first - 3 : first - 1].lower() not in _MONTH_TAILS:
        return None
    named = month_before(view, first, lo)
    match = _MONTH_DAY.match(view, first, end) if named and view[first - 1] != "'" else None
    if not named or not match or _is_count(view, named[0], match.end("whole"), lo, end):
        return None
    start, month = named
    last, days, months = match.end("whole"), [int(match["day"])], [month]
    other = MONTHS.get(match["month"].lower()) if match["month"] else month
    if match["last"] and other and int(match["last"]) <= 31:
        last, days, months = match.end(), [*days, int(match["last"])], [month, other]
    elif view.startswith((" and ", " to "), last) and (until := _until(view, start, days[0], last, lo, end)):
        last, days, months = until[1], [*days, until[0]], [month, month]
    year = _YEAR_AFTER_DAY.match(view, last, end)
    if year and is_year(int(year[1])) and (view[last] == "," or not counts_after(view, year.end(), end)):
        iso = days_iso(months, days, int(year[1]))
        if iso:
            return start, year.end(), iso
    # A month that ends a line and a number that begins the next are a date only with their year.
    iso = days_iso(months, days, None) if view[first - 1] != "\n" else None
    return (start, last, iso) if iso else None


def _until(view: str, month: int, day: int, at: int, lo: int, end: int) -> tuple[int, int] | None:
    """Read the last day behind "June 15" and where it ends; without "between" or "from" only the very next day."""
    match = _LAST_DAY.match(view, at, end)
    if match is None or counts_after(view, match.end(), end):
        return None
    last = int(match[2])
    words = view[max(lo, month - 12) : month].lower().split()
    spans = words[-1:] == (["between"] if match[1] == "and" else ["from"])
    return (last, match.end()) if last == day + 1 or (spans and day < last <= 31) else None


def _is_count(view: str, month: int, at: int, lo: int, end: int) -> bool:
    """Say whether the number after a month is a count: "In March 12 people died", "May 5 percent"."""
    if view[at : min(end, at + 12)].lstrip(" \u00a0").lower().startswith(_SCALES):
        return True
    words = view[max(lo, month - 14) : month].split()
    return bool(words) and words[-1].lower() in MONTH_WITHOUT_DAY and counts_after(view, at, end)


def _clock_time(match: re.Match[str]) -> Found | None:
    iso = None
    if match["clock"]:
        iso = clock_iso(match["clock"], match["half"], match["zone"])
    elif match["dotted"]:
        iso = clock_iso(match["dotted"].replace(".", ":"), match["dotted_half"])
    return (match.start(), match.end(), iso) if iso else None


def _hour(match: re.Match[str]) -> Found | None:
    if not (match["hour"] or match["oclock"]):
        return None
    iso = clock_iso(match["hour"] or match["oclock"], match["hour_half"])
    until = clock_iso(match["until"], match["hour_half"]) if match["until"] else None
    iso = f"{iso}/{until}" if iso and until else iso
    return (match.start(), match.end(), iso) if iso else None


def _numbered(match: re.Match[str]) -> Found | None:
    """Read "18/06/2025" and the days known by their numbers."""
    iso = None
    if match["dmy"]:
        iso = dmy_iso(*match["dmy"].split(match["sep"]), day_first=match["sep"] == ".")
    elif match["event"]:
        month, day = match["event"].split("/")[:: 1 if match["event"] == "9/11" else -1]
        iso = f"--{int(month):02}-{int(day):02}"
    return (match.start(), match.end(), iso) if iso else None


def _share(match: re.Match[str]) -> Found | None:
    """Read "3Q24"."""
    if not match["share"] or (match["share"] == "H" and match["part"] > "2"):
        return None
    return match.start(), match.end(), share_of_year(match["share"], int(match["part"]), full_year(match["of"]))


def _day_first(view: str, match: re.Match[str], end: int) -> Found | None:
    """Read "19 June 2025", "20-24 September", "4th of July", "21 Agustus 2025"."""
    if not match["month"]:
        return None
    word, year, last = match["month"], match["year"], match.end()
    month = MONTHS.get(word.lower()) or (FOREIGN_MONTHS.get(word.lower()) if year else None)
    if not month or (word in ("may", "march", "mar", "dec", "sep") and not year):
        return None
    digits = year.strip("'") if year else ""
    if year and (not is_year(full_year(digits)) or (int(digits) % 100 == 0 and counts_after(view, last, end))):
        digits, last = "", match.end("month")
    if not digits and view[last - 1] == "." and word.lower() in MONTH_NAMES:  # the stop of the sentence
        last -= 1
    days = [int(day) for day in (match["day"], match["last"]) if day]
    iso = days_iso([month] * len(days), days, full_year(digits) if digits else None)
    return (match.start(), last, iso) if iso else None


def _first_hour(view: str, first: int, last: int, end: int) -> Found | None:
    """Read the first hour of "between 5 and 7 p.m." and "9 to 11 am"."""
    match = _HOUR_PAIR.match(view, last, min(end, last + 24))
    iso = clock_iso(view[first:last], match[1]) if match else None
    return (first, last, iso) if iso else None
