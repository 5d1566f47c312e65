"""Values and the queue: about how many, what is no figure, and what looks like none."""

from decimal import Decimal

import pytest

from tests.figures.reading import figures, queue

Row = tuple[str, object, object, str]


def rows(text: str) -> list[Row]:
    return [(figure.text, figure.low, figure.high, figure.bound) for figure in queue(text)]


@pytest.mark.parametrize(
    ("sentence", "row"),
    [
        ("They need two or three weeks.", ("two or three", 2, 3, "range")),
        ("Some 30 or 40 people came.", ("30 or 40", 30, 40, "range")),
        ("It has 5 or 6 boats.", ("5 or 6", 5, 6, "range")),
        ("It would have been six or seven.", ("six or seven", 6, 7, "range")),
        ("Either 200 or 300 people fled.", ("200 or 300", 200, 300, "range")),
        ("Ten or twelve sailors came.", ("Ten or twelve", 10, 12, "range")),
        ("Sales fell by half.", ("half", 50, 50, "exact")),
        ("Today it is more than half.", ("half", 50, None, "over")),
        ("Prices fell by nearly half in May.", ("half", 50, 50, "approx")),
        ("It had received barely a quarter by May.", ("a quarter", 25, 25, "approx")),
        ("Cholera deaths pass 500 in the port.", ("500", 500, None, "over")),
        ("Eleven or 12 people were caught.", ("Eleven or 12", 11, 12, "range")),
        ("They handed over seven captives.", ("seven", 7, 7, "exact")),
        ("It took over seven villages.", ("seven", 7, None, "over")),
        (
            "The storm did tens of millions of euros of harm.",
            ("tens of millions of euros", 20_000_000, None, "at_least"),
        ),
        ("It lies hundreds of kilometres off.", ("hundreds", 200, None, "at_least")),
        ("The number of homes lost nears 1,600.", ("1,600", 1600, 1600, "approx")),
        ("The toll passes 500.", ("500", 500, None, "over")),
        ("Quake deaths top 700 in the hills.", ("700", 700, None, "over")),
        ("The pictures were taken over 38 years.", ("38", 38, 38, "exact")),
        ("The work has taken over 38 years.", ("38", 38, None, "over")),
        ("Cover is as low as 54 percent.", ("54 percent", 54, None, "at_least")),
        ("Cover is short of the 95 percent needed.", ("95 percent", 95, 95, "exact")),
        ("That is above the 15% goal.", ("15%", 15, 15, "exact")),
        ("Sales passed the 1,000 mark.", ("1,000", 1000, None, "over")),
        ("Shares fell below the $40 level.", ("$40", None, 40, "under")),
        ("The duty comes on top of a 5% fine.", ("5%", 5, 5, "exact")),
    ],
)
def test_about_how_many(sentence: str, row: Row) -> None:
    assert rows(sentence) == [row]


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("The tank holds 3 or 8 tonnes.", [3, 8]),
        ("He had 5 or 60 boats.", [5, 60]),
        ("They sold 5 and 6 crates.", [5, 6]),
        ("It took 1.5 or 2 hours.", [Decimal("1.5"), 2]),
    ],
)
def test_two_numbers_that_are_no_range(sentence: str, values: list[object]) -> None:
    assert [figure.low for figure in queue(sentence)] == values


@pytest.mark.parametrize(
    "sentence",
    [
        "Relatives can call 0800 115 220.",
        "The hotline is 01 47 20 00 01.",
        "Ring 020 7946 0018 or text 07700 900 461 for help.",
        "Call the Samaritans on 116 123.",
        "In danger call 999.",
        "Ten-year gilt yields fell.",
        "The 10-year Treasury note rose.",
        "It sold 30-year government bonds.",
        "Not one house stood.",
        "They got not one euro more.",
        "Boats sank in the last 24 hours.",
        "Boats will sink over the next 12 months.",
        "They are in the top 40 now.",
        "We came at half past nine.",
        "They led by half time.",
        "Lunch is free for children under 5 and people over 65.",
        "Most of them were older than 60.",
        "They were aged 4 and 12.",
        "Boats sank in the first 16 days of July.",
        "Most were two- and three-year-olds.",
        "They are in crisis (Phase 3 or above).",
    ],
)
def test_not_in_the_queue(sentence: str) -> None:
    assert queue(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Police call 300 people a day.",
        "The hotline took 300 calls.",
        "They rang 300 doctors.",
        "He got a 10-year sentence.",
        "She took a 30-year mortgage.",
        "It lasted 24 hours.",
        "Last week 12 people fled.",
        "This week 137 boats sank.",
        "Not 12 houses stood.",
        "One Norlandish soldier was killed.",
        "One Norlander was killed.",
        "It spent 0.5 percent on ships.",
        "The ferry takes people over 3 rivers.",
        "They turned over 13 boats.",
        "The deadliest was the USA (35).",
        "According to a poll in Oslo, 40 died.",
        "They were under the age of 10 and eight women fled.",
    ],
)
def test_in_the_queue(sentence: str) -> None:
    assert len(queue(sentence)) == 1


def test_a_numbered_week_is_a_name() -> None:
    assert [figure.why_not for figure in figures("Week 12 of the strike began.")] == ["identifier"]
