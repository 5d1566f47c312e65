"""The days that wordings of time without a number mean, and what a preposition makes of an interval."""

from datetime import date, timedelta

from figures.extract.times.calendar_terms import MONTHS, NUMBER_WORDS, WEEKDAYS
from figures.extract.times.intervals import Interval, resolve, unit_from, weekday, yearless
from figures.extract.times.wordings import Wording


def days_meant(wording: Wording, anchor: date, which: str, future: bool) -> Interval | None:
    """Give the days a wording means at the date of its text, with the "last" or "next" before it."""
    try:
        if wording.kind == "weekday":
            return weekday(WEEKDAYS[wording.word], anchor, which or ("next" if future else ""))
        if wording.kind == "month":
            return _month(MONTHS[wording.word], anchor, which, future)
        return _relative(wording, anchor)
    except (ValueError, OverflowError):
        return None


def _month(number: int, anchor: date, which: str, future: bool) -> Interval | None:
    if which == "this":
        return resolve(f"{anchor.year:04}-{number:02}", anchor)
    if which == "last" and number == anchor.month:
        return resolve(f"{anchor.year - 1:04}-{number:02}", anchor)
    return yearless(number, None, anchor, future=future)


_DAYS = {"yesterday": (-1, -1), "today": (0, 0), "tonight": (0, 0), "tomorrow": (1, 1), "overnight": (-1, 0)}


def _relative(wording: Wording, anchor: date) -> Interval | None:
    """Give the days of "last week", "the past 24 hours", "yesterday", "a year ago"."""
    kind, word, unit = wording.kind, wording.word, wording.unit
    if kind == "day":
        first, last = _DAYS[word]
        return anchor + timedelta(days=first), anchor + timedelta(days=last)
    if kind == "whole":
        return unit_from(anchor, unit, 0)
    if kind == "ago":
        return unit_from(anchor, unit, -1) if word == "ago" else None
    if kind == "unit":
        if unit in ("night", "morning", "afternoon", "evening"):
            return unit_from(anchor, "day", -1 if word == "last" else 0)
        if word == "past":
            return _back(anchor, unit, 1)
        return unit_from(anchor, unit, {"last": -1, "previous": -1, "next": 1, "coming": 1}.get(word, 0))
    if kind == "count":
        count = NUMBER_WORDS.get(wording.number) or (int(wording.number) if wording.number.isdigit() else 0)
        return _back(anchor, unit.rstrip("s"), count) if count and word in ("last", "past") else None
    return None


def _back(anchor: date, unit: str, count: int) -> Interval | None:
    """Give the days from so many units before the anchor up to it."""
    if unit == "hour":
        return anchor - timedelta(days=-(-count // 24)), anchor
    per = {"day": 1.0, "week": 7.0, "month": 30.4375, "quarter": 91.3, "year": 365.25, "decade": 3652.5}
    return (anchor - timedelta(days=round(per[unit] * count)), anchor) if unit in per else None


def bounded(interval: Interval | None, prep: str, anchor: date | None, future: bool) -> tuple[date | None, date | None]:
    """Open or close an interval as its preposition says: "since", "by", "until", "before", "after"."""
    if interval is None:
        return None, None
    low, high = interval
    if prep == "since":
        return low, anchor if anchor and anchor >= low else None
    if prep in ("by", "until", "till", "through"):
        return None, high
    if prep == "before":
        return None, low - timedelta(days=1) if low > date.min else None
    if prep == "after":
        return (high + timedelta(days=1) if high < date.max else None), None
    return low, high
