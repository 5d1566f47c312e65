from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.tui.payloads import ACTING
from tui.cells import fit
from tui.widgets.columns import columns_for

ANYTHING = st.text(st.characters(codec=None) | st.sampled_from("漢🎉 \t\n\u0301"), max_size=120)


@given(ANYTHING, st.integers(0, 60), st.booleans())
def test_fit_gives_exactly_so_many_cells_and_nothing_that_acts(text: str, width: int, right: bool) -> None:
    fitted = fit(text, width, right=right)
    assert cell_len(fitted) == width
    assert not ACTING.search(fitted)


def test_fit_cuts_with_an_ellipsis_and_pads() -> None:
    assert fit("North Korean soldiers", 10) == "North Kor…"
    assert fit("漢字漢字", 6) == "漢字… "
    assert fit("600", 5, right=True) == "  600"
    assert fit("a\n\n b", 5) == "a b  "


@given(st.integers(1, 400))
def test_columns_fit_into_every_width(width: int) -> None:
    columns = columns_for(width)
    assert columns[0].name == "value"
    assert all(column.width > 0 for column in columns)
    assert width < 2 or sum(column.width + 1 for column in columns) <= width


def test_wider_queues_show_more() -> None:
    assert [len(columns_for(width)) for width in (10, 31, 48, 90)] == [1, 2, 3, 5]
