"""The lines of the ladder: equal values folded, lowest first."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from db.rivals import Rival, Rivals
from tests.factories import make_row
from tui.rungs import columns_for, fold


def rival(row_id: int, low: int | None, high: int | None, bound: str = "exact", **values: Any) -> Rival:
    row = make_row(row_id, str(low or high), low, high=high, bound=bound, **values)
    return Rival(row, None, "2025-06-18")


def of(*figures: Rival, current: int = 1) -> Rivals:
    return Rivals(current, "soldier", figures, True)


def test_equal_values_are_one_line_with_the_current_figure_first() -> None:
    lines, _ = fold(
        of(rival(1, 6000, 6000), rival(2, 600, 600), rival(3, 6000, 6000), rival(4, 6000, None, "over"), current=3)
    )
    assert [line.row_ids for line in lines] == [(2,), (3, 1), (4,)]
    assert [line.times for line in lines] == ["", "x2", ""]


def test_a_range_lies_between_its_ends_in_the_order() -> None:
    lines, _ = fold(of(rival(1, 4000, 4000), rival(2, 3800, 4000, "range"), rival(3, None, 3900, "under")))
    assert [line.row_ids for line in lines] == [(2,), (3,), (1,)]


def test_what_has_no_number_stands_last_without_a_place() -> None:
    lines, _ = fold(of(rival(1, None, None), rival(2, 5, 5)))
    assert [(line.row_ids, line.place is None) for line in lines] == [((2,), False), ((1,), True)]


def test_entering_a_line_goes_round_its_figures() -> None:
    (line,), _ = fold(of(*(rival(number, 5, 5) for number in (1, 2, 3)), current=2))
    assert [line.after(row_id) for row_id in (2, 3, 1, 9)] == [3, 1, 2, 1]


def test_a_line_has_the_states_of_all_its_figures() -> None:
    states = ("unreviewed", "disputed", "confirmed", "disputed")
    (line,), _ = fold(of(*(rival(number, 5, 5, state=state) for number, state in enumerate(states))))
    assert line.states == ("confirmed", "disputed", "unreviewed")


VALUES = st.tuples(st.integers(0, 10**18), st.sampled_from(["exact", "over", "under"]))


@given(st.lists(VALUES, max_size=8), st.integers(1, 200))
def test_the_parts_of_a_line_never_take_more_than_its_width(values: list[tuple[int, str]], width: int) -> None:
    figures = [
        rival(number, None if bound == "under" else value, None if bound == "over" else value, bound)
        for number, (value, bound) in enumerate(values)
    ]
    lines, _ = fold(of(*figures))
    columns = columns_for(lines, width)
    parts = (columns.source, columns.date, columns.ladder, columns.value, columns.times, columns.told)
    taken = 1 + columns.shapes + sum(part + 1 for part in parts if part)
    assert taken <= max(width, 14)
    assert columns.value >= min(8, max((cell_len(line.row.text) for line in lines), default=1))
