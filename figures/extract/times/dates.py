"""Dates, years, clock times and "3 weeks ago" in running text: what looks like a number and is none."""

from collections.abc import Sequence
from typing import NamedTuple

from figures.extract.draft import made
from figures.extract.times.ago import ago_at_number, spelled_times
from figures.extract.times.date_iso import ymd_iso
from figures.extract.times.day_forms import after_month, goes_on, short_form
from figures.extract.times.intervals import resolve
from figures.extract.times.year_forms import Found, after_letter, long_form, year_form
from figures.extract.times.years import CURRENCY_SIGNS
from seeds.patterns import Later

__all__ = ["DateSpan", "find_dates", "resolve"]


class DateSpan(NamedTuple):
    """One date, year, clock time or distance in time at view[start:end].

    `iso` is ISO 8601: `2025-06-18`, `2025-06`, `2025`, `--06-04` without a year, two of them with a slash for a
    stretch, `T20:34` for a clock time (`clock` true), `P3W` for the number of "3 weeks ago".
    """

    start: int
    end: int
    iso: str
    clock: bool = False


_DIGITS = Later(r"[0-9]+")


def find_dates(
    view: str, start: int, end: int, digits: Sequence[tuple[int, int]] | None = None, *, ago: bool = True
) -> list[DateSpan]:
    """Find the dates, years, clock times and numbers before "ago" in view[start:end], in order, not overlapping.

    A span is what a reader would mark as the date: "June 19, 2024", "March 22", the "2024" of "in late 2024",
    "08:34 pm", the "3" of "3 weeks ago"; weekdays, prepositions and months without a number stay outside. `digits`
    are the runs of digits there, where they are known; `ago` tells whether one of AGO_WORDS may stand there.
    """
    if digits is None:
        digits = [match.span() for match in _DIGITS.finditer(view, start, end)]
    found = _numeric(view, start, end, digits, ago)
    if ago and (view.find(" ago", start, end) >= 0 or view.find(" o'clock", start, end) >= 0):
        spelled = spelled_times(view, start, end)
        found = sorted([*found, *spelled], key=lambda item: (item[0], -item[1]))
    spans: list[DateSpan] = []
    at = start
    for first, last, iso in found:
        if first >= at:
            spans.append(made(DateSpan, (first, last, iso, iso.startswith(("T", "PT")))))
            at = last
    return spans


def _numeric(view: str, start: int, end: int, digits: Sequence[tuple[int, int]], ago: bool) -> list[Found]:
    dates: list[Found] = []
    at = start
    for first, last in digits:
        if first < at:
            continue
        found = _at_digits(view, first, last, at, end, ago)
        if found:
            dates.append(found)
            at = found[1]
    return dates


def _at_digits(view: str, first: int, last: int, lo: int, end: int, ago: bool) -> Found | None:
    """Read the date that the run of digits view[first:last] begins, or whose month stands before it."""
    left = view[first - 1] if first > lo else " "
    if left.isalpha():
        return after_letter(view, first, lo, end) or (ago_at_number(view, first, end) if ago else None)
    if left in CURRENCY_SIGNS or (left in ".,'" and first - 2 >= lo and view[first - 2].isdigit()):
        return None
    size = last - first
    found: Found | None = None
    if size == 4:
        found = long_form(view, first, lo, end) or year_form(view, first, lo, end)
    elif size <= 2:
        if left in "-/:" and first - 2 >= lo and view[first - 2].isalnum() and view[last : last + 1] != "s":
            return None  # inside "S-30", "1-1", "16:9"; but "mid-80s"
        found = after_month(view, first, lo, end)
        if found or (left != "'" and not goes_on(view, last, end)):
            return found
        found = short_form(view, first, last, lo, end)
    elif size == 8 and left not in "-./" and not view[last : min(end, last + 2)].strip(".,").isalnum():
        iso = ymd_iso(view[first : first + 4], view[first + 4 : first + 6], view[first + 6 : last])
        found = (first, last, iso) if iso else None
    return found or (ago_at_number(view, first, end) if ago else None)
