"""Folding: typography goes, letters and digits stay, and every place has its way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.versions.folding import fold, segment_at, segments


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("“Six” ‘tents’", "Six tents"),
        ("the mayor’s 3,800 – 4,000", "the mayors 3,800-4,000"),
        ("a — b -- c", "a-b-c"),
        ("fell to −5, to – 5, on day-5", "fell to -5, to- 5, on day-5"),
        ("10-12 10 – 12 10 — 12 10 -12", "10-12 10-12 10—12 10 -12"),
        ("-$5m\n- 5", "-$5m\n- 5"),
        ("6\u00a0000  tents\u200b", "6 000 tents"),
        ("one\r\n \n two", "one\ntwo"),
        ("wait…", "wait..."),
        ("5′ 6″", "5' 6\""),
        ("٦٠٠", "600"),
        ("so\u00adft", "soft"),
        ("", ""),
    ],
)
def test_typography_is_folded(text: str, folded: str) -> None:
    assert fold(text).text == folded


@given(st.text(alphabet="ab1 .\n-–—’“\u00a0\u200b…٣", max_size=60))
def test_letters_and_digits_stay_and_lead_back(text: str) -> None:
    folded = fold(text)
    assert len(folded.offsets) == len(folded.text) and list(folded.offsets) == sorted(folded.offsets)
    assert [sign for sign in folded.text if sign.isalnum()] == [
        "3" if sign == "٣" else sign for sign in text if sign.isalnum()
    ]
    for place, sign in enumerate(folded.text):
        if sign.isalnum():
            start, end = folded.back(place, place + 1)
            assert text[start:end] in (sign, "٣") and folded.place(start, end) == (place, place + 1)


@given(st.text(alphabet="ab1 .!\n", max_size=60))
def test_segments_hold_everything_but_white_space(text: str) -> None:
    folded = fold(text)
    spans = segments(folded)
    kept = "".join(folded.text[start:end] for start, end in spans)
    assert kept.replace(" ", "") == folded.text.replace(" ", "").replace("\n", "")
    for index, (start, end) in enumerate(spans):
        assert start < end and segment_at(spans, start) == segment_at(spans, end - 1) == index


def test_sentences_and_lines_are_pieces() -> None:
    folded = fold("Title\nIt rained. 12.5 mm fell!  Then it stopped")
    assert [folded.text[start:end] for start, end in segments(folded)] == [
        "Title",
        "It rained.",
        "12.5 mm fell!",
        "Then it stopped",
    ]
