"""The tree of unit spellings, built branch by branch."""

import pytest

from figures.extract.units.tree import asked_words, is_asked, spelling, spellings


def test_a_branch_is_built_once_and_is_that_of_the_whole_tree() -> None:
    whole = spellings()
    assert len(whole) > 500
    assert all(spelling(word) is branch for word, branch in whole.items())


@pytest.mark.parametrize("word", ["soldiers", "Mile", "", "-", "km", "dinars", "kilometres per hour"])
def test_no_spelling_begins_with_another_word(word: str) -> None:
    assert spelling(word) is None


def test_every_word_that_quantulum3_is_asked_for_is_known_as_such() -> None:
    assert all(map(is_asked, asked_words()))
    assert not any(map(is_asked, ("soldiers", "million", "megaphones", "decided", "boards of", "")))
