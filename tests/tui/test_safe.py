from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment
from textual.color import Color

from tests.tui.payloads import ACTING, PAYLOADS
from tui.safe import LONGEST, Backstop, foreign, one_line

ANYTHING = st.text(st.characters(codec=None))


@given(ANYTHING)
def test_foreign_keeps_the_length_and_lets_nothing_act(text: str) -> None:
    plain = foreign(text).plain
    assert len(plain) == len(text)
    assert not ACTING.search(plain)


def test_foreign_reads_no_markup() -> None:
    assert foreign("[b]6,000[/b] [@click=app.quit]x[/]").plain == "[b]6,000[/b] [@click=app.quit]x[/]"
    assert foreign("[b]6,000[/b]", "red").plain == "[b]6,000[/b]"


def test_one_line_is_one_line_of_bounded_length() -> None:
    assert one_line("a\n\tb\r\nc").plain == "a b c"
    assert len(one_line("x" * 100_000).plain) == LONGEST + 1


@given(st.lists(ANYTHING))
def test_the_backstop_shows_what_slipped_past(texts: list[str]) -> None:
    segments = [Segment(text) for text in texts]
    for before, after in zip(segments, Backstop().apply(segments, Color(0, 0, 0)), strict=True):
        assert not ACTING.search(after.text) and len(after.text) == len(before.text)


def test_payloads_are_what_they_claim() -> None:
    assert any(ACTING.search(payload) for payload in PAYLOADS)
