"""Sentences and their offsets."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.extract.sentences import sentences
from figures.extract.units.currencies import LETTERS
from figures.extract.view import view_of


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. State Department said so.",
        "Gen. A. Brown met Mr. Ito of Acme Inc. in St. Ives.",
        "N. Korea's envoy left on Sept. 19 for talks.",
        "It rose 4.5 percent, i.e. less than before.",
        "See No. 5 on the list.",
        "He left at 5 p.m. on Monday.",
        '"Is it over?" she asked.',
        "This line was broken\nby hand in the middle.",
    ],
)
def test_one_sentence_stays_one(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize("letters", [letters for letters in LETTERS if letters.endswith(".")])
def test_money_is_not_cut_behind_its_letters(letters: str) -> None:
    text = f"They asked for {letters} 4,500 a day."
    assert split(text) == [text]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One came. Two left.", ["One came.", "Two left."]),
        ('"We go." They went.', ['"We go."', "They went."]),
        ("It is in the U.S. The town is small.", ["It is in the U.S.", "The town is small."]),
        ("He said no. They left.", ["He said no.", "They left."]),
        ("A Headline Here\nBody begins here.", ["A Headline Here", "Body begins here."]),
        ("Really?! Yes.", ["Really?!", "Yes."]),
        ("First line.\n\nNext one", ["First line.", "Next one"]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, parts: list[str]) -> None:
    assert split(text) == parts


def test_a_paragraph_wrapped_by_hand_is_read_as_one() -> None:
    text = (
        "The harbour office counted the boats that came in over the long\n"
        "weekend and found that the new pier had taken more of them than\n"
        "Mayor Lind had promised in the spring when the money was voted.\n"
        "Few were surprised."
    )
    assert len(split(text)) == 2


@given(st.text(alphabet=st.sampled_from(list('aB.!?" \n1,()U.S')), max_size=80))
def test_sentences_are_ordered_and_cover_every_sign(text: str) -> None:
    spans = sentences(text, 0, len(text))
    assert all(a < b <= c < d for (a, b), (c, d) in itertools.pairwise(spans))
    assert "".join("".join(text[a:b] for a, b in spans).split()) == "".join(text.split())


def test_the_view_maps_back_over_hidden_signs() -> None:
    text = "\u200bfour\u00ad teen\u2019s \u0664\ufeff"
    view = view_of(text)
    assert view.text == "four teen's 4"
    assert view.to_text(0, 4) == (1, 5)
    assert view.to_text(12, 13) == (14, 15)
    assert [view.from_text(0), view.from_text(1), view.from_text(len(text))] == [0, 0, 13]


@given(st.text(alphabet=st.sampled_from(list("ab\u200b\u00ad\ufeff ")), max_size=30))
def test_every_sign_of_the_view_maps_to_its_sign_of_the_text(text: str) -> None:
    view = view_of(text)
    for offset, sign in enumerate(view.text):
        start, end = view.to_text(offset, offset + 1)
        assert text[start:end] == sign
        assert view.from_text(start) == offset
