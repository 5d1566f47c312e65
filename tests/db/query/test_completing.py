"""What is offered while a query is written."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import Review
from db.query import READY, completions, parse
from db.query.completing import quoted
from db.query.model import Field


def offered(review: Review, text: str, cursor: int | None = None) -> list[str]:
    return [found.text for found in completions(review, text, len(text) if cursor is None else cursor, seconds=5)]


def test_an_empty_line_offers_ready_queries(review: Review) -> None:
    assert offered(review, " ") == [ready.query for ready in READY]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("st", "state:"),
        ("homes -pu", "publisher:"),
        ("state:con", "confirmed"),
        ("state:confirmed,mis", "misreported"),
        ("is:tea", "teaser"),
        ("noun:ho", "homes"),
        ("source:opera", '"the grid operator"'),
        ('publisher:"Harbour Post 2', '"Harbour Post 2"'),
        ("document:storm", '"Storm 1"'),
        ("-noun:homes|ba", "barges"),
    ],
)
def test_what_comes_first(review: Review, text: str, first: str) -> None:
    assert offered(review, text)[0] == first


@pytest.mark.parametrize("text", ["homes ", "zebra", "colour:r", ">5", "noun:zebra", '"lost po', "state:confirmed"])
def test_nothing_is_offered_where_nothing_fits(review: Review, text: str) -> None:
    assert offered(review, text) == []


def test_values_met_most_often_come_first_and_count(review: Review) -> None:
    review.correct(2, noun="flats")
    assert offered(review, "noun:") == ["barges", "residents", "homes", "flats"]
    review.tag([2, 3], "later")
    review.tag([2], "odd one")
    found = completions(review, "tag:", 4, seconds=5)
    assert [(one.text, one.help) for one in found] == [("later", "2"), ('"odd one"', "1")]


def test_a_completion_takes_the_place_of_what_was_typed(review: Review) -> None:
    text = "homes state:conf >5"
    (found,) = completions(review, text, 16, seconds=5)[:1]
    assert text[: found.start] + found.text + text[found.end :] == "homes state:confirmed >5"


def test_what_cannot_be_seen_is_not_offered(review: Review) -> None:
    review.connection.execute("UPDATE figures SET noun = 'ho\x1b[2Jmes' WHERE id = 2")
    assert offered(review, "noun:ho") == ["homes"]


def test_when_time_is_up_what_was_found_is_offered(review: Review) -> None:
    assert completions(review, "noun:", 5, seconds=0) is not None
    assert list(review.queue())  # the limit is over with the question


@given(st.text(max_size=30))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_line_can_be_completed(review: Review, text: str) -> None:
    for found in completions(review, text, len(text), seconds=5):
        assert 0 <= found.start <= found.end <= len(text)


@given(st.text(min_size=1, max_size=20).filter(str.strip).filter(lambda text: '"' not in text and "”" not in text))
def test_a_quoted_value_is_read_as_it_was(text: str) -> None:
    (term,) = parse(f"noun:{quoted(text)}").terms
    assert isinstance(term, Field)
    assert term.values == (text.translate(str.maketrans("“„", '""')),) or "“" in text or "„" in text
