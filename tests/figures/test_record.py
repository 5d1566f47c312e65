"""Records and numbers as text."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.record import figure_record, number_text, parse_number
from tests.factories import make_document, make_figure


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (None, ""),
        (0, "0"),
        (6000, "6000"),
        (-5, "-5"),
        (10**18, "1000000000000000000"),
        (Decimal("16.50"), "16.5"),
        (Decimal("6E+3"), "6000"),
        (Decimal("6000.0"), "6000"),
        (Decimal("-0"), "0"),
        (Decimal("0.000001"), "0.000001"),
        (Decimal("999999999999999999.123456"), "999999999999999999.123456"),
    ],
)
def test_a_number_is_its_shortest_exact_decimal(number: int | Decimal | None, text: str) -> None:
    assert number_text(number) == text
    assert parse_number(text) == number


@given(st.integers(-(10**18), 10**18) | st.decimals(-(10**18), 10**18, places=6))
def test_numbers_come_back_from_their_text(number: int | Decimal) -> None:
    assert parse_number(number_text(number)) == number
    assert "e" not in number_text(number).lower()


def test_nothing_is_no_number() -> None:
    assert parse_number(None) is None


def test_a_record_has_the_published_fields_in_their_order() -> None:
    document = make_document()
    record = figure_record(make_figure(document, "40 million", 40_000_000, noun="tonnes"), "report.txt")
    assert " ".join(record) == (
        "doc item zone start end text low high bound approximate kind unit iso noun predicate place modifier "
        "increment vague attribution hedge as_of as_of_start as_of_end sentence_start sentence_end checkable why_not "
        "prefix suffix"
    )
    assert record["doc"] == "report.txt"
    assert document.text[16:26] == record["text"] == "40 million"
    assert (record["start"], record["end"], record["low"], record["noun"]) == (16, 26, 40_000_000, "tonnes")


def test_a_record_holds_plain_numbers() -> None:
    document = make_document()
    figure = make_figure(document, "40 million", Decimal("16.5"), high=Decimal("17.0"))
    record = figure_record(figure, "report.txt")
    assert json.loads(json.dumps(record)) == record
    assert (record["low"], record["high"]) == (16.5, 17)
    assert isinstance(record["high"], int)
    assert figure_record(make_figure(document, "40 million", None), "x")["low"] is None
