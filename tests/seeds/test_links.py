"""Lists of links: one a line."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeds.links import LONGEST, Line, is_address, lines_of


def lines(data: bytes) -> list[Line]:
    return list(lines_of(io.BytesIO(data)))


def test_comments_and_blank_lines_are_left_out() -> None:
    found = lines(b"\xef\xbb\xbf# boats\r\n\r\nhttps://a.example/#top\r\n   \n  http://b.example/ # the weir\nlast")
    assert found == [Line(3, "https://a.example/#top"), Line(5, "http://b.example/"), Line(6, "last")]


def test_a_line_without_end_is_told_once_and_not_kept() -> None:
    assert lines(b"a\n" + b"x" * (LONGEST * 3) + b"\nb\n") == [Line(1, "a"), Line(2, None), Line(3, "b")]


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=("Z", "C"))), max_size=9))
def test_every_line_keeps_its_number(words: list[str]) -> None:
    found = lines("\n".join(words).encode())
    kept = [(at, word) for at, word in enumerate(words, start=1) if word and not word.startswith("#")]
    assert [(line.number, line.address) for line in found] == kept


@pytest.mark.parametrize("given", ["http://a", "HTTPS://a.example/b", "ftp://a", "file:///etc/passwd", "git+ssh://a"])
def test_an_address_is_known_by_its_scheme(given: str) -> None:
    assert is_address(given)


@pytest.mark.parametrize("given", ["", "-", "a.txt", "C:/a", "a/b://c", "://a", "1a://b", "notes ://x", "é://a"])
def test_a_path_is_no_address(given: str) -> None:
    assert not is_address(given)
