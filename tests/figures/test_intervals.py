"""Partial dates and wordings mean intervals, given the date of their text."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.extract.times.dates import resolve
from figures.extract.times.intervals import part_of, unit_from, weekday, yearless

ANCHOR = date(2025, 6, 18)  # a Wednesday


@pytest.mark.parametrize(
    ("iso", "first", "last"),
    [
        ("2025", "2025-01-01", "2025-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-06-18", "2025-06-18", "2025-06-18"),
        ("--06-04", "2025-06-04", "2025-06-04"),
        ("--08-18", "2024-08-18", "2024-08-18"),
        ("--02-29", "2024-02-29", "2024-02-29"),
        ("--09", "2024-09-01", "2024-09-30"),
        ("--12-30/--01-02", "2024-12-30", "2025-01-02"),
        ("2024-07/2024-09", "2024-07-01", "2024-09-30"),
        ("1990/1999", "1990-01-01", "1999-12-31"),
        ("P3W", "2025-05-26", "2025-06-01"),
        ("P2D", "2025-06-16", "2025-06-16"),
        ("P1M", "2025-05-01", "2025-05-31"),
        ("P2.5Y", "2023-01-01", "2023-12-31"),
        ("PT5H", "2025-06-18", "2025-06-18"),
    ],
)
def test_resolving(iso: str, first: str, last: str) -> None:
    assert resolve(iso, ANCHOR) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("iso", ["T20:34", "--06-04/--13-40", "P200000Y", "2025-02-30", "", "nonsense", "2025/2024"])
def test_what_means_no_day(iso: str) -> None:
    assert resolve(iso, ANCHOR) is None


def test_without_an_anchor_only_full_dates_resolve() -> None:
    assert resolve("--06-04", None) is None
    assert resolve("P3W", None) is None
    assert resolve("2025", None) == (date(2025, 1, 1), date(2025, 12, 31))


def test_future_dates_are_the_next() -> None:
    assert resolve("--06-04", ANCHOR, future=True) == (date(2026, 6, 4), date(2026, 6, 4))
    assert yearless(7, None, ANCHOR, future=True) == (date(2025, 7, 1), date(2025, 7, 31))


def test_weekdays_lie_at_the_date_or_before() -> None:
    assert weekday(2, ANCHOR)[0] == ANCHOR
    assert weekday(2, ANCHOR, "last")[0] == ANCHOR - timedelta(days=7)
    assert weekday(2, ANCHOR, "next")[0] == ANCHOR + timedelta(days=7)
    assert weekday(6, ANCHOR)[0] == date(2025, 6, 15)


@given(
    st.dates(date(1900, 1, 1), date(2100, 12, 31)),
    st.sampled_from(["early", "mid", "late", "start", "end", "q3", "h2"]),
)
def test_parts_lie_inside(day: date, part: str) -> None:
    for unit in ("day", "week", "month", "quarter", "year", "decade"):
        whole = unit_from(day, unit, -1)
        assert whole is not None
        first, last = part_of(whole, part)
        assert whole[0] <= first <= last <= whole[1]
