"""The ISO 8601 forms of dates and clock times from their parts; None where there is no such day or hour."""

from calendar import monthrange
from collections.abc import Sequence

from figures.extract.times.years import is_year

_LONG_MONTHS = frozenset({1, 3, 5, 7, 8, 10, 12})


def full_year(digits: str) -> int:
    """Give the year that two or four digits mean: 70 and up lie in the last century."""
    number = int(digits)
    return number if len(digits) == 4 else number + (1900 if number >= 70 else 2000)


def share_of_year(letter: str, part: int, year: int) -> str:
    """Give the months of a quarter (Q, part 1 to 4) or half (H, part 1 or 2) of a year."""
    length = 3 if letter == "Q" else 6
    last = min(12, part * length)
    return f"{year}-{last - length + 1:02}/{year}-{last:02}"


def days_iso(months: Sequence[int], days: Sequence[int], year: int | None) -> str | None:
    """Give one day, or two with a slash, each in its month, with the year or without ("--09-20/--09-24")."""
    if len(days) == 1:
        month, day = months[0], days[0]
        if not 1 <= month <= 12 or not 1 <= day <= _length(month, year):
            return None
        return f"{year}-{month:02}-{day:02}" if year else f"--{month:02}-{day:02}"
    for month, day in zip(months, days, strict=True):
        if not 1 <= month <= 12 or not 1 <= day <= _length(month, year):
            return None
    if len(days) == 2 and (months[0], days[0]) >= (months[1], days[1]) and (year or months[0] == months[1]):
        return None
    prefix = f"{year}-" if year else "--"
    return "/".join(f"{prefix}{month:02}-{day:02}" for month, day in zip(months, days, strict=True))


def ymd_iso(year: str, month: str, day: str) -> str | None:
    """Give the day of "2025/6/18"."""
    return days_iso([int(month)], [int(day)], int(year)) if is_year(int(year)) else None


def dmy_iso(first: str, second: str, year: str, *, day_first: bool = False) -> str | None:
    """Give the day of "18/06/2025" or "6/18/2025", only its year where day and month could be either."""
    a, b, full = int(first), int(second), full_year(year)
    if not is_year(full) or not a or not b:
        return None
    if day_first or a > 12 or a == b:
        return days_iso([b], [a], full)
    return days_iso([a], [b], full) if b > 12 else str(full)


def clock_iso(digits: str, half: str | None, zone: str | None = None) -> str | None:
    """Give the time of "8:34" or "8" with the letter of its a.m. or p.m.; a lap time ("1:36.6") as a duration."""
    whole, _, fraction = digits.partition(".")
    hour, *rest = (int(part) for part in whole.split(":"))
    if any(part > 59 for part in rest):
        return None
    if fraction:
        head = f"{hour}M" if len(rest) == 1 else f"{hour}H{rest[0]}M"
        return f"PT{head}{rest[-1]}.{fraction}S"
    if hour > (12 if half else 24):
        return None
    if half:
        hour = hour % 12 + (12 if half in "pP" else 0)
    minute = rest[0] if rest else 0
    seconds = f":{rest[1]:02}" if len(rest) == 2 else ""
    return f"T{hour:02}:{minute:02}{seconds}{'Z' if zone and zone.strip() in ('GMT', 'UTC') else ''}"


def _length(month: int, year: int | None) -> int:
    if year:
        return monthrange(year, month)[1]
    return 29 if month == 2 else 30 + (month in _LONG_MONTHS)
