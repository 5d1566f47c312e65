from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from seeds.visible import visible
from tui.cells import TAB
from tui.wrap import wrap

TEXTS = st.text(st.sampled_from("aé “–漢🎉\u0301\u200b\x1b\t\n ") | st.characters(), max_size=200)


def cells(text: str) -> int:
    return cell_len(visible(text.replace("\t", " " * TAB)))


@given(TEXTS, st.integers(TAB, 30))
def test_lines_fit_and_lose_nothing_but_the_white_space_they_break_at(text: str, width: int) -> None:
    lines = wrap(text, width)
    end = 0
    for start, stop in zip(lines.starts, lines.ends, strict=True):
        assert text[end:start] in ("", " ", "\n")
        assert "\n" not in text[start:stop]
        assert cells(text[start:stop]) <= width
        end = stop
    assert end == len(text)


@given(TEXTS.filter(bool), st.integers(TAB, 30), st.data())
def test_every_offset_is_found_on_its_line(text: str, width: int, data: st.DataObject) -> None:
    lines = wrap(text, width)
    offset = data.draw(st.integers(0, len(text) - 1))
    line = lines.line_of(offset)
    assert lines.starts[line] <= offset
    assert line + 1 == len(lines) or offset < lines.starts[line + 1]


def test_breaks_at_spaces_and_else_where_it_must() -> None:
    text = "more than six thousand " + "x" * 12
    lines = wrap(text, 10)
    pieces = [text[start:end] for start, end in zip(lines.starts, lines.ends, strict=True)]
    assert pieces == ["more than", "six", "thousand", "x" * 10, "xx"]


def test_wide_characters_take_two_cells_and_marks_none() -> None:
    assert len(wrap("漢字漢字", 4)) == 2
    assert len(wrap("e\u0301" * 4, 4)) == 1
    assert len(wrap("\u0301" * 10_000, 10)) > 100


def test_long_texts_are_wrapped_whole() -> None:
    for text in ("word " * 200_000, "x" * 1_000_000, "漢" * 300_000, "a\n" * 100_000):
        lines = wrap(text, 80)
        assert lines.ends[-1] == len(text)
