"""A long text is wrapped where it is looked at, and reads as if it were wrapped whole."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tui.folding import BLOCK, Folding

TEXTS = st.text(st.sampled_from("abc de 漢\u0301\t\n"), max_size=600)
WIDTHS, BLOCKS = st.integers(4, 30), st.integers(4, 80)


@given(TEXTS, WIDTHS, BLOCKS)
@example("aaaaa aaaaaaaaaaaaaa\n\na", 4, 4)
def test_all_lines_together_are_the_text(text: str, width: int, block: int) -> None:
    folding = Folding(text, width, block)
    for offset in range(len(text) + 1):
        folding.line_of(offset)
    end = 0
    for line in range(len(folding)):
        start, stop = folding.span(line)
        assert text[end:start] in ("", " ", "\n")
        assert "\n" not in text[start:stop]
        assert stop - start <= 4 * width
        end = stop
    assert text[end:] in ("", " ", "\n")


@given(TEXTS, WIDTHS, BLOCKS, st.lists(st.floats(0, 1), min_size=1, max_size=8), st.integers(1, 60))
def test_what_settles_stays_where_it_is(text: str, width: int, block: int, places: list[float], height: int) -> None:
    folding = Folding(text, width, block)
    for place in places:
        top = folding.settle(int(place * len(folding)), height)
        assert 0 <= top < len(folding)
        shown = [folding.span(line) for line in range(top, min(top + height, len(folding)))]
        assert folding.settle(top, height) == top
        assert [folding.span(line) for line in range(top, min(top + height, len(folding)))] == shown


@given(TEXTS.filter(bool), WIDTHS, BLOCKS, st.data())
def test_every_offset_is_found_on_its_line(text: str, width: int, block: int, data: st.DataObject) -> None:
    folding = Folding(text, width, block)
    offset = data.draw(st.integers(0, len(text) - 1))
    line = folding.line_of(offset)
    start, stop = folding.span(line)
    assert start <= offset <= max(stop, start)


@given(TEXTS, WIDTHS, BLOCKS)
def test_scrolling_down_a_line_at_a_time_skips_and_repeats_nothing(text: str, width: int, block: int) -> None:
    folding, height, end, top = Folding(text, width, block), 5, 0, 0
    for _ in range(1000):
        top = folding.settle(top, height)
        start, stop = folding.span(top)
        assert text[end:start] in ("", " ", "\n")
        end, top = stop, top + 1
        if top >= len(folding):
            break


@pytest.mark.parametrize("text", ["word and " * 120_000, "x" * 1_000_000, "漢" * 1_000_000, "line\n" * 200_000])
def test_of_a_large_text_only_what_is_looked_at_is_wrapped(text: str) -> None:
    folding = Folding(text, 80)
    for place in (0, len(text) // 2, len(text) - 1):
        top = folding.settle(folding.line_of(place), 50)
        assert folding.span(top)[0] <= place + 1
    assert 0 < folding.wrapped <= 20 * BLOCK


def test_an_empty_text_has_one_empty_line() -> None:
    folding = Folding("", 80)
    assert (folding.settle(5, 10), folding.span(0), folding.line_of(0)) == (0, (0, 0), 0)
