"""Rivals over time: values on their days, one line an origin, nothing on top of anything else."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from db.rivals import Rival, Rivals
from tests.tui.test_rungs import rival
from tui.drift import Days, DriftLine, drift
from tui.jobs import Surroundings


def dated(row_id: int, low: int, day: str | None, **values: Any) -> Rival:
    made = rival(row_id, low, low, **values)
    return Rival(made.row, made.predicate, made.published, (day, day) if day else None)


def over(*figures: Rival, origins: dict[int, int] | None = None, current: int = 1) -> Surroundings:
    return Surroundings(Rivals(current, "soldier", figures, True), origins=origins or {})


def drawn(line: DriftLine) -> str:
    text = ""
    for mark in line.marks:
        assert mark.at >= len(text)
        text = text.ljust(mark.at, "─" if text else " ") + mark.text
    return text


def test_each_origin_has_a_line_with_its_values_from_early_to_late() -> None:
    figures = (dated(1, 600, "2025-01-01"), dated(2, 700, "2025-03-01"), dated(3, 650, "2025-02-01"))
    lines = drift(over(*figures, origins={1: 1, 2: 1, 3: 2}), 80).lines
    assert [line.row_ids for line in lines] == [(1, 2), (3,)]
    first, second = map(drawn, lines)
    assert first.startswith("▸600──") and first.endswith("──700○")
    assert second.strip() == "○650" and first.index("700") > second.index("650") > first.index("600")


def test_equal_values_of_one_day_are_told_once() -> None:
    figures = (dated(1, 600, "2025-01-01"), dated(2, 600, "2025-01-01"), dated(3, 600, "2025-01-09"))
    (line,) = drift(over(*figures, origins=dict.fromkeys((1, 2, 3), 1)), 80).lines
    assert "▸600 x2" in drawn(line) and line.after(1) == 2 and line.after(3) == 1


def test_values_too_near_for_one_line_take_another() -> None:
    figures = tuple(dated(number, 6000 + number, f"2025-01-0{number}") for number in (1, 2, 3))
    far = dated(4, 1, "2026-01-01")
    lines = drift(over(*figures, far, origins={1: 1, 2: 1, 3: 1, 4: 2}), 60).lines
    assert [bool(line.name) for line in lines] == [True, False, False, True]


def test_what_is_not_dated_is_listed_apart() -> None:
    found = drift(over(dated(1, 600, None), dated(2, 600, None), dated(3, 5, "not a day")), 80)
    assert found.lines == () and found.days is None
    assert [finding.text for finding in found.unknown] == ["600 x2, 5 · Post, published 2025-06-18"]


def test_long_spans_are_told_in_months_and_short_ones_in_days() -> None:
    first = date(2020, 1, 1).toordinal()
    assert Days(first, first + 3000).labels(60).split()[0] == "2020-01"
    assert Days(first, first + 30).labels(60).split()[0] == "2020-01-01"
    assert Days(first, first).labels(30).split() == ["2020-01-01"]


SPANS = st.lists(
    st.tuples(st.integers(0, 10**9), st.one_of(st.none(), st.integers(0, 20_000)), st.integers(1, 4)), max_size=12
)


@given(SPANS, st.integers(1, 160))
def test_nothing_stands_outside_its_line_or_on_another_value(
    values: list[tuple[int, int | None, int]], width: int
) -> None:
    begin = date(1990, 1, 1)
    figures = [
        dated(number, low, (begin + timedelta(day)).isoformat() if day is not None else None)
        for number, (low, day, _) in enumerate(values, 1)
    ]
    origins = {number: origin for number, (_, _, origin) in enumerate(values, 1)}
    found = drift(over(*figures, origins=origins), width)
    shown = [row_id for line in found.lines for row_id in line.row_ids]
    assert sorted(shown) == [number for number, (_, day, _) in enumerate(values, 1) if day is not None]
    for line in found.lines:
        area = max(1, width - line.name_width - 1)
        assert len(drawn(line)) <= max(area, 2)
    if found.days:
        assert len(found.days.labels(max(1, width))) == max(1, width)
