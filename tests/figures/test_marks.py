"""Where numbers can stand in a text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.extract.numbers.marks import marks_of, vocabulary
from figures.extract.times.calendar_terms import AGO_AFTER, AGO_BEFORE

_WORDS = "|".join(sorted((word.decode() for word in vocabulary()), key=len, reverse=True))
_PIECES = ["two", "Two", "TWENTY", "first", "half", "twofold", "one_", "_one", "é", "5", "42", " ", "-", "'", "½", "—"]


@given(st.lists(st.sampled_from(_PIECES), max_size=20).map("".join))
def test_marks_are_the_runs_of_digits_the_number_words_and_the_fractions(text: str) -> None:
    marks = marks_of(text)
    assert marks.digits == [found.span() for found in re.finditer("[0-9]+", text)]
    words = re.finditer(rf"\b(?:{_WORDS})(?![a-z_])", text.lower())
    assert marks.words == [(*found.span(), found.group().encode()) for found in words]
    assert marks.vulgar == [found.span() for found in re.finditer("½", text)]


def test_a_stretch_has_the_marks_that_begin_in_it() -> None:
    text = "two of 5, ½ of six"
    within = marks_of(text).within(4, 11)
    assert [text[start:end] for start, end in [*within.digits, *within.vulgar]] == ["5", "½"]
    assert within.words == []


def test_a_stretch_that_cuts_through_has_what_is_inside() -> None:
    marks = marks_of("In 2024 twenty left.")
    assert marks.within(4, 6).digits == [(4, 6)]
    assert marks.within(0, 12).words == [] and marks.within(0, 14).words == [(8, 14, b"twenty")]


def test_a_text_that_names_a_kind_of_region_says_so() -> None:
    assert marks_of("It hit the Vorsk Region.").regions and not marks_of("It hit regional towns.").regions
    assert not marks_of("It hit the Vorsk region.").within(0, 6)  # no number can stand there


@pytest.mark.parametrize("wording", [*AGO_AFTER, *AGO_BEFORE, "o'clock"])
def test_a_text_that_may_count_back_from_its_day_says_so(wording: str) -> None:
    assert marks_of(f"It said 3 {wording} 4.").ago and marks_of(f"It rose—3 {wording.capitalize()}.").ago
    assert not marks_of("It took 5 days, a café says—again.").ago
