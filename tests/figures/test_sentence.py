"""A sentence knows its words and where they stand."""

import re

from hypothesis import given
from hypothesis import strategies as st

from figures.extract.sentence import Sentence

_PIECES = ["in", "In", "IN", "inside", "said", " ", "-", "'", ".", "é", "5", "_", "\n", "“"]


@given(st.lists(st.sampled_from(_PIECES), max_size=20).map("".join))
def test_words_and_their_places_are_those_a_reader_sees(text: str) -> None:
    sentence = Sentence(text, 0, len(text))
    assert sentence.words == {word.lower() for word in re.findall("[A-Za-z]+", text)}
    assert sentence.places("in") == [found.start() for found in re.finditer(r"\bin\b", text, re.IGNORECASE)]


def test_a_piece_keeps_its_offsets_in_the_view() -> None:
    view = "He left. She stayed in Rome, in May."
    piece = Sentence(view, 9, len(view)).piece(20, 28)
    assert (piece.text, piece.start, piece.end) == (view[20:28], 20, 28)
    assert piece.words == {"in", "rome"} and piece.places("in") == [0]
