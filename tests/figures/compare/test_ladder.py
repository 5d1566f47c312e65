from decimal import Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.compare.ladder import Rung, ladder
from figures.compare.ladder_text import NARROWEST, ladder_lines
from figures.compare.rounding import half_step
from figures.model import Bound, Number

_NUMBERS = st.one_of(
    st.integers(-(10**18), 10**18),
    st.integers(-20, 20),
    st.decimals(-1_000_000, 1_000_000, allow_nan=False, places=6),
)
_HOSTILE: st.SearchStrategy[Number | None] = st.one_of(
    st.none(), _NUMBERS, st.integers(), st.decimals(), st.sampled_from([Decimal("1e999"), Decimal("-1e-999"), 10**400])
)


def _rungs(numbers: st.SearchStrategy[Number | None]) -> st.SearchStrategy[list[Rung]]:
    bounds: list[Bound] = ["exact", "approx", "over", "at_least", "under", "up_to", "range"]
    rung = st.builds(
        Rung,
        st.sampled_from("abcdefghij"),
        numbers,
        numbers,
        st.sampled_from(bounds),
        st.booleans(),
        st.none() | numbers,
    )
    return st.lists(rung, max_size=12)


def _points(*values: Number) -> list[Rung]:
    return [Rung(str(at), value, value) for at, value in enumerate(values)]


def _drawn(rungs: list[Rung], width: int) -> list[str]:
    lines, scale = ladder_lines(ladder(rungs), width)
    return [*lines, scale]


def test_points_ranges_and_open_ends_stand_on_one_axis() -> None:
    rungs = [
        Rung("the ministry", 6000, None, "over"),
        Rung("the province", 3000, 4000, "range"),
        Rung("a survey", 1000, 1000),
        Rung("the opposition", None, 7000, "up_to"),
        Rung("the reviewer's answer", 2000, 6000, "range", best=4000),
    ]
    assert _drawn(rungs, 33) == [
        "                        ●───────▸",
        "            ├───┤                ",
        "    ●                            ",
        "◂───────────────────────────●    ",
        "        ├───────●───────┤        ",
        "0     2,000   4,000   6,000 8,000",
    ]


def test_approximate_numbers_reach_as_far_as_they_may_be_off() -> None:
    rungs = [Rung("a", 11_000, 11_000, "approx", True), Rung("b", 12_000, 12_000, "approx", True)]
    assert _drawn(rungs, 21) == [
        "├────●────┤          ",
        "          ├────●────┤",
        "10.5k   11.5k   12.5k",
    ]


def test_values_a_hundred_times_apart_stand_on_a_log_axis() -> None:
    rungs = [Rung("a", 30, 30), Rung("b", 3000, 3000), Rung("c", 900_000, None, "over")]
    assert _drawn(rungs, 33) == [
        " ●                               ",
        "              ●                  ",
        "                              ●─▸",
        "   100   1,000  10k   100k   1M  ",
    ]


@pytest.mark.parametrize(
    ("values", "log"), [((5, 499), False), ((5, 500), True), ((0, 500), False), ((-5, 500), False), ((7,), False)]
)
def test_the_axis_is_logarithmic_from_a_ratio_of_a_hundred(values: tuple[int, ...], log: bool) -> None:
    assert ladder(_points(*values)).axis.log is log


def test_equal_values_share_a_line_with_their_count() -> None:
    drawn = ladder([Rung("a", 24, 24), Rung("b", 31, 31), Rung("c", Decimal("24.0"), 24), Rung("d", 24, None, "over")])
    assert [(place.keys, place.times) for place in drawn.places] == [
        (("a", "c"), "x2"),
        (("b",), ""),
        (("d",), ""),
    ]


def test_figures_without_a_usable_number_are_left_out_and_named() -> None:
    numbers: list[Number | None] = [None, Decimal("nan"), Decimal("inf"), 10**400, Decimal("1e-999")]
    drawn = ladder([Rung("known", 5, 5), *(Rung(str(number)[:4], number, number) for number in numbers)])
    assert [place.keys for place in drawn.places] == [("known",)]
    assert drawn.unplaced == ("None", "NaN", "Infi", "1000", "1E-9")


def test_nothing_to_draw_still_has_an_axis() -> None:
    assert _drawn([], 20) == ["0      0.4    0.8   "]


def test_zero_stands_on_an_axis_of_its_own() -> None:
    assert _drawn([Rung("a", 0, 0), Rung("b", 0, None, "over")], 12) == ["●           ", "●──────────▸", "0  0.4  0.8 "]


def test_ends_given_the_wrong_way_round_are_put_right() -> None:
    place = ladder([Rung("a", 9, 4, "range")]).places[0]
    assert 0 <= place.start < place.end <= 1


def test_neighbours_at_the_largest_size_stand_apart() -> None:
    first, second = ladder(_points(10**18, 10**18 - 1)).places
    assert (first.start, second.start) == (1.0, 0.0)


def test_the_callers_decimal_context_changes_nothing() -> None:
    rungs = _points(123_456_789, 123_456_999, Decimal("123456790.25"))
    usual = ladder(rungs)
    with localcontext() as context:
        context.prec = 3
        assert ladder(rungs) == usual


@pytest.mark.parametrize(
    ("value", "off"),
    [(11_000, "500"), (600, "30"), (40, "2"), (11_800, "50"), (0, "0"), (-2000, "100"), (Decimal("2.5"), "0.05")],
)
def test_an_approximate_number_may_be_off_by_half_its_last_digit_up_to_a_twentieth(value: Number, off: str) -> None:
    assert half_step(value) == Decimal(off)


@given(_rungs(_HOSTILE), st.integers(-1, 60))
def test_any_figures_are_drawn_in_any_width(rungs: list[Rung], width: int) -> None:
    drawn = ladder(rungs)
    lines, scale = ladder_lines(drawn, width)
    assert {len(line) for line in [*lines, scale]} == {max(width, NARROWEST)}
    assert len(lines) == len(drawn.places)
    keys = [key for place in drawn.places for key in place.keys]
    assert sorted([*keys, *drawn.unplaced]) == sorted(rung.key for rung in rungs)
    for place, line in zip(drawn.places, lines, strict=True):
        assert 0.0 <= place.start <= (place.start if place.point is None else place.point) <= place.end <= 1.0
        assert line.startswith("◂") is place.open_left
        assert line.endswith("▸") is place.open_right
        assert set(line) <= set(" ●├┤─◂▸")


@given(st.lists(_NUMBERS, min_size=1, max_size=8))
def test_a_larger_value_never_stands_further_left(values: list[Number]) -> None:
    drawn = ladder(_points(*values))
    points = sorted((place.low or 0, place.point or 0.0) for place in drawn.places)
    assert [point for _, point in points] == sorted(point for _, point in points)


@given(_rungs(_NUMBERS))
def test_an_arrow_has_room(rungs: list[Rung]) -> None:
    for place in ladder(rungs).places:
        assert place.point is None or not place.open_left or place.point > 0.0
        assert place.point is None or not place.open_right or place.point < 1.0


@given(_rungs(_NUMBERS))
def test_ticks_rise_from_left_to_right_with_labels_of_their_own(rungs: list[Rung]) -> None:
    axis = ladder(rungs).axis
    assert axis.low < axis.high
    assert [tick.at for tick in axis.ticks] == sorted({tick.at for tick in axis.ticks})
    assert 2 <= len(axis.ticks) <= 12
    assert len({tick.label for tick in axis.ticks}) == len(axis.ticks)


@given(_rungs(_NUMBERS))
def test_the_order_of_figures_moves_no_place(rungs: list[Rung]) -> None:
    shuffled = sorted(rungs, key=lambda rung: (rung.key, str(rung)))
    assert ladder(shuffled).axis == ladder(rungs).axis
