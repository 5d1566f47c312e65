"""Dates and clock lines as pages print them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeds import words
from seeds.dates import Clock, clock_of, day_before, iso_date


@pytest.mark.parametrize(
    "text",
    [
        "2025-06-18",
        "2025-06-18T23:10:00+09:00",
        "2025-06-18T10:00:00Z",
        "June 18, 2025",
        "18 June 2025",
        "Wed, 18 Jun 2025 10:00:00 GMT",
        "June 18th, 2025",
        "18.06.2025",
        "18/06/2025",
        "06/18/2025",
        "18 de junio de 2025",
        "18. Juni 2025",
    ],
)
def test_dates_that_are_read(text: str) -> None:
    assert iso_date(text) == "2025-06-18"


@pytest.mark.parametrize("text", ["", "05/06/2025", "2025-02-30", "32 June 2025", "June 2025", "18 Jumbo 2025", "soon"])
def test_dates_that_are_not_read(text: str) -> None:
    assert iso_date(text) is None


@pytest.mark.parametrize("month", sorted(words.MONTHS))
def test_every_month_name(month: str) -> None:
    assert iso_date(f"7 {month} 2025") == f"2025-{words.MONTHS[month]:02}-07"


@pytest.mark.parametrize("ago", words.AGO_WORDS)
def test_every_word_for_ago(ago: str) -> None:
    clock = clock_of(f"5 jam {ago}")
    assert clock is not None and clock.relative and clock.hours == 5


@pytest.mark.parametrize("since", words.SINCE_WORDS)
def test_every_word_before_a_span(since: str) -> None:
    assert clock_of(f"{since} 2 hours") == Clock(None, 2, relative=True)


@pytest.mark.parametrize("unit", sorted(words.HOURS_OF))
def test_every_unit_of_a_clock(unit: str) -> None:
    line = f"3{unit}前" if unit in "分钟小时時間天日" else f"3{unit} 전" if unit in "분시간일" else f"3 {unit} ago"
    assert clock_of(line) == Clock(None, 3 * words.HOURS_OF[unit], relative=True)


@pytest.mark.parametrize(
    ("line", "hours"),
    [
        ("3 weeks ago 16", None),
        ("Korea Herald3 days ago", 72),
        ("time2 days ago", 48),
        ("an hour ago", 1),
        ("yesterday", 24),
        ("just now", 0),
        ("2d", 48),
        ("2 giờ trước", None),
        ("The Gazette • 2 days ago", 48),
        ("2 days ago • 3 min read", 48),
    ],
)
def test_clock_lines(line: str, hours: int | None) -> None:
    assert clock_of(line) == Clock(None, hours, relative=True)


@pytest.mark.parametrize(
    ("line", "day", "label"),
    [
        ("June 19, 2025", "2025-06-19", None),
        ("August 21, 2025 | 08:34 pm", "2025-08-21", None),
        ("Last updated on 18 June 2025 at 3pm", "2025-06-18", "updated"),
        ("Published 18 June 2025, 10:20 GMT | Updated 19 June 2025", "2025-06-18", "published"),
        ("By Ana Petrov | June 19, 2025", "2025-06-19", None),
        ("June 19", None, None),
    ],
)
def test_date_lines(line: str, day: str | None, label: str | None) -> None:
    assert clock_of(line) == Clock(day, label=label)


@pytest.mark.parametrize(
    "line",
    [
        "Kim fired 3 missiles 2 days ago",
        "Protests on June 19, 2025",
        "Battle of May 2, 1999",
        "March 22 and June 4",
        "6,000 soldiers",
        "Chapter 12",
        "May",
        "",
    ],
)
def test_lines_that_say_more_than_a_time(line: str) -> None:
    assert clock_of(line) is None


@pytest.mark.parametrize(("hours", "day"), [(0, 21), (12, 21), (13, 20), (24, 20), (36, 20), (48, 19)])
def test_hours_before_a_day(hours: int, day: int) -> None:
    assert day_before("2025-08-21", hours) == f"2025-08-{day}"


def test_unknown_days_stay_unknown() -> None:
    assert day_before(None, 24) is None
    assert day_before("2025-08-21", None) is None
    assert day_before("not a day", 24) is None
    assert day_before("0001-01-01", 10**12) is None


@given(st.text(max_size=120))
def test_any_text_is_read_or_left(text: str) -> None:
    iso_date(text)
    clock_of(text)
