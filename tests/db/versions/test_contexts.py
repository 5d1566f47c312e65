"""Places known by the characters around them: exactly as looking through both texts would find them."""

import re

from hypothesis import given
from hypothesis import strategies as st

from db.versions.contexts import SHORTEST, same_contexts
from figures.model import CONTEXT


def by_searching(old: str, new: str, place: tuple[int, int]) -> tuple[int, int] | None:
    start, end = place
    before, after = old[max(0, start - CONTEXT) : start], old[end : end + CONTEXT]
    sought = before + old[start:end] + after
    found = [len(re.findall(f"(?={re.escape(sought)})", text)) for text in (old, new)]
    if min(len(before), len(after)) < SHORTEST or found != [1, 1]:
        return None
    at = new.index(sought) + len(before)
    return at, at + end - start


LINES = st.lists(st.sampled_from(["Ward A counted 12 votes there. ", "Ward B counted 12 votes there. ", "It rained. "]))


@given(LINES, LINES)
def test_places_are_those_that_searching_finds(old_lines: list[str], new_lines: list[str]) -> None:
    old, new = "".join(old_lines), "".join(new_lines)
    places = [(at, at + 2) for at in range(len(old)) if old.startswith("12", at)]
    assert same_contexts(old, new, places) == [by_searching(old, new, place) for place in places]


def test_no_place_and_an_empty_one_are_nowhere() -> None:
    text = "The mayor had nothing to add about the 12 wheels of the mill, nor had the county."
    assert same_contexts(text, text, []) == []
    assert same_contexts(text, text, [(39, 39), (0, 3)]) == [None, None]
    assert same_contexts(text, "Rain. " + text, [(39, 41)]) == [(45, 47)]
