import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from seeds.visible import visible

ANYTHING = st.text(st.characters(codec=None), max_size=200)


def test_plain_text_is_left_alone() -> None:
    for text in ("", "6,000 soldiers", "Österreich: 3,8 Mio. € – “quoted”\u00a0…", "北朝鮮 6000人", "हिन्दी"):
        assert visible(text) == text


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("\x1b[31mred", "␛[31mred"),
        ("\x1b]52;c;aGk=\x07", "␛]52;c;aGk=␇"),
        ("a\x00b\tc\r", "a␀b␉c␍"),
        ("\x7f", "␡"),
        ("\x9b2J\x85", "␦2J␦"),
        ("safe\u202eexe.txt\u202c", "safe⇄exe.txt⇄"),
        ("\u2066x\u2069\u200e\u200f\u061c", "⇄x⇄⇄⇄⇄"),
        ("6\u200b000\u00ad\ufeff\u2060", "6‸000‸‸‸"),
        ("a\u2028b\u2029c", "a␤b␤c"),
        ("\ud83d", "\ufffd"),
        ("\U000e0041\ufe0f", "‸‸"),
    ],
)
def test_what_acts_or_hides_is_shown(hostile: str, shown: str) -> None:
    assert visible(hostile) == shown


def test_a_line_feed_is_shown_unless_kept() -> None:
    assert visible("a\nb") == "a␊b"
    assert visible("a\nb\r\n", newlines=True) == "a\nb␍\n"


@given(ANYTHING, st.booleans())
def test_the_length_stays_and_nothing_dangerous_is_left(text: str, newlines: bool) -> None:
    shown = visible(text, newlines=newlines)
    assert len(shown) == len(text)
    left = {unicodedata.category(character) for character in shown if not (newlines and character == "\n")}
    assert not left & {"Cc", "Cs", "Zl", "Zp"}
    assert visible(shown, newlines=newlines) == shown


def test_every_bidi_control_and_every_format_character_in_use_is_shown() -> None:
    visible_format = {*range(0x0600, 0x0606), 0x06DD, 0x070F, 0x0890, 0x0891, 0x08E2, 0x110BD, 0x110CD}
    visible_format |= set(range(0x13430, 0x13440))
    for code in range(0x110000):
        if unicodedata.category(chr(code)) == "Cf" and code not in visible_format:
            assert visible(chr(code)) != chr(code), hex(code)


def test_every_sign_takes_one_cell() -> None:
    from seeds.visible import BIDI, HIDDEN, LOST, NEWLINE

    signs = [chr(code) for code in range(0x2400, 0x2420)] + ["␡", "␦", BIDI, HIDDEN, LOST, NEWLINE]
    assert {cell_len(sign) for sign in signs} == {1}
