"""What a partial ISO date means, given the date of the text it stands in."""

import calendar
from datetime import date, timedelta

Interval = tuple[date, date]


def resolve(iso: str, anchor: date | None, *, future: bool = False) -> Interval | None:
    """Give the days (first, last, inclusive) an ISO partial means; None where they cannot be known.

    Takes what `find_dates` yields: `2025`, `2025-06`, `2025-06-18`, `--06-18`, `--06`, pairs of them with a slash
    and durations before the anchor (`P3W`); a clock time means no day. Yearless dates are the nearest not after
    the anchor, or not before it where `future`. Raises nothing.
    """
    try:
        first, slash, second = iso.partition("/")
        if not slash:
            return _one(first, anchor, future)
        tail = _one(second, anchor, future)
        if tail is None:
            return None
        # A yearless pair that runs over New Year begins in the year before.
        head = _one(first, tail[1] if first.startswith("-") else anchor, False)
        return (head[0], tail[1]) if head and head[0] <= tail[1] else None
    except (ValueError, OverflowError):
        return None


def _one(iso: str, anchor: date | None, future: bool) -> Interval | None:
    if iso.startswith("P"):
        return _before(iso, anchor) if anchor else None
    if iso.startswith("--"):
        month, _, day = iso[2:].partition("-")
        return yearless(int(month), int(day) if day else None, anchor, future=future) if anchor else None
    parts = [int(part) for part in iso.partition("T")[0].split("-")] if iso[:1].isdigit() else []
    if len(parts) == 3:
        whole = date(*parts)
        return whole, whole
    if len(parts) == 2:
        return month_of(parts[0], parts[1])
    return year_of(parts[0]) if parts else None


def year_of(year: int) -> Interval:
    """Give the days of a year; ValueError where it is none of the calendar."""
    return date(year, 1, 1), date(year, 12, 31)


def month_of(year: int, month: int) -> Interval:
    """Give the days of a month; ValueError where it is none of the calendar."""
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def yearless(month: int, day: int | None, anchor: date, *, future: bool = False) -> Interval | None:
    """Give the month (day None) or day of it nearest not after the anchor, or not before it where `future`."""
    step = 1 if future else -1
    for year in range(anchor.year, anchor.year + 9 * step, step):
        if not 1 <= year <= 9999 or (day and day > calendar.monthrange(year, month)[1]):
            continue  # 29 February waits for a leap year, at most eight years away
        first, last = (date(year, month, day),) * 2 if day else month_of(year, month)
        if (last >= anchor) if future else (first <= anchor):
            return first, last
    return None


def weekday(number: int, anchor: date, which: str = "") -> Interval:
    """Give the day of the week (Monday 0) meant: today or before; `last` not today, `next` after today."""
    back = (anchor.weekday() - number) % 7
    if which == "next":
        back -= 7
    elif which == "last" and back == 0:
        back = 7
    day = anchor - timedelta(days=back)
    return day, day


def months_from(anchor: date, months: int) -> tuple[int, int]:
    """Give the (year, month) so many months after the anchor's; negative counts back."""
    year, month = divmod(anchor.year * 12 + anchor.month - 1 + months, 12)
    return year, month + 1


def months_up_to(last: date, months: int) -> Interval:
    """Give the days of so many months of which `last` is the last; whole months where it ends one."""
    if last.day == calendar.monthrange(last.year, last.month)[1]:
        return date(*months_from(last, 1 - months), 1), last
    year, month = months_from(last, -months)
    day = min(last.day, calendar.monthrange(year, month)[1])
    return date(year, month, day) + timedelta(days=1), last


def unit_from(anchor: date, unit: str, offset: int) -> Interval | None:
    """Give the calendar unit (day week weekend month quarter year decade) so many units from the anchor's own."""
    if unit == "day":
        day = anchor + timedelta(days=offset)
        return day, day
    if unit in ("week", "weekend"):
        monday = anchor - timedelta(days=anchor.weekday()) + timedelta(weeks=offset)
        return (monday if unit == "week" else monday + timedelta(days=5)), monday + timedelta(days=6)
    if unit == "month":
        return month_of(*months_from(anchor, offset))
    if unit == "quarter":
        first = months_from(anchor.replace(day=1, month=(anchor.month - 1) // 3 * 3 + 1), 3 * offset)
        return date(*first, 1), month_of(first[0], first[1] + 2)[1]
    if unit == "year":
        return year_of(anchor.year + offset)
    if unit == "decade":
        decade = (anchor.year // 10 + offset) * 10
        return date(decade, 1, 1), date(decade + 9, 12, 31)
    return None


def days_of(unit: str, count: int) -> timedelta:
    """Give a duration in days, months as 30.4 and years as 365.25 of them; rounded, hours to a day at least."""
    per = {"TS": 1 / 86400, "TM": 1 / 1440, "TH": 1 / 24, "D": 1, "W": 7, "M": 30.4375, "Y": 365.25}
    return timedelta(days=max(1, round(per[unit] * count)))


def part_of(interval: Interval, part: str) -> Interval:
    """Give a part of an interval: `early` `mid` `late` are thirds, `start` and `end` shorter, h1 h2 q1 to q4 shares."""
    first, last = interval
    length = (last - first).days + 1
    begin, finish = _SHARES[part]
    if first.day == first.month == 1 and last == date(first.year, 12, 31):  # a year is cut at months
        return month_of(first.year, int(begin * 12) + 1)[0], month_of(first.year, max(1, round(finish * 12)))[1]
    head = first + timedelta(days=min(length - 1, round(begin * length)))
    return head, max(head, first + timedelta(days=round(finish * length) - 1))


#: Where the parts of a stretch begin and end; a year's are whole months.
_SHARES: dict[str, tuple[float, float]] = {
    "early": (0, 1 / 3),
    "mid": (1 / 3, 2 / 3),
    "late": (2 / 3, 1),
    "start": (0, 1 / 10),
    "end": (11 / 12, 1),
    "h1": (0, 1 / 2),
    "h2": (1 / 2, 1),
    "q1": (0, 1 / 4),
    "q2": (1 / 4, 1 / 2),
    "q3": (1 / 2, 3 / 4),
    "q4": (3 / 4, 1),
}


def _before(duration: str, anchor: date) -> Interval | None:
    """Give the day, week, month or year that lies an ISO duration before the anchor."""
    time = duration[1] == "T"
    count, unit = float(duration[1 + time : -1]), duration[-1]
    if time:
        hours = {"H": 1.0, "M": 1 / 60, "S": 1 / 3600}[unit]
        return anchor - timedelta(hours=count * hours), anchor
    whole = round(count)
    names = {"D": "day", "W": "week", "M": "month", "Y": "year"}
    return unit_from(anchor, names[unit], -whole)
