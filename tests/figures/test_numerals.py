"""Numbers in digits, words and mixtures."""

import itertools
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.extract.numbers.numerals import LARGEST, numerals
from figures.extract.view import view_of


def read(text: str) -> list[tuple[str, object, str]]:
    view = view_of(text).text
    return [(view[n.start : n.end], n.value, n.kind) for n in numerals(view, 0, len(view))]


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("some 6,000 came", "6,000", 6000),
        ("6\u00a0000 came", "6\u00a0000", 6000),
        ("6\u2009000 came", "6\u00a0000", 6000),
        ("6 000 came", "6 000", 6000),
        ("1,13,485 votes", "1,13,485", 113_485),
        ("4,01,800 homes", "4,01,800", 401_800),
        ("1'234 birds", "1'234", 1234),
        ("\u0663\u0665\u0660 people", "350", 350),
        ("1.234.567 euros", "1.234.567", 1_234_567),
        ("1,5 million euros", "1,5 million", 1_500_000),
        ("3.8K fans", "3.8K", 3800),
        ("15-thousand seats", "15-thousand", 15_000),
        ("10 Thousand Seats", "10 Thousand", 10_000),
        ("$100bn deal", "100bn", 100_000_000_000),
        ("HK$5.4m fares", "5.4m", 5_400_000),
        ("36 lakh crore rupees", "36 lakh crore", 36 * 10**12),
        ("half a million people", "half a million", 500_000),
        ("half a dozen eggs", "half a dozen", 6),
        ("a quarter of a million", "quarter of a million", 250_000),
        ("one and a half million", "one and a half million", 1_500_000),
        ("two-and-a-half years", "two-and-a-half", Decimal("2.5")),
        ("two dozen eggs", "two dozen", 24),
        ("a dozen eggs", "a dozen", 12),
        ("a hundred and one pups", "a hundred and one", 101),
        ("twenty-eight thousand six hundred forty-two", "twenty-eight thousand six hundred forty-two", 28_642),
        ("one million five hundred thousand", "one million five hundred thousand", 1_500_000),
        ("three hundred and forty", "three hundred and forty", 340),
        ("a 1½ mile walk", "1½", Decimal("1.5")),
        ("½ mile", "½", Decimal("0.5")),
        ("1 1/2 cups", "1 1/2", Decimal("1.5")),
        ("3/4 inch", "3/4", Decimal("0.75")),
        ("a .534 average", ".534", Decimal("0.534")),
        ("fell -1.7% today", "-1.7", Decimal("-1.7")),
        ("at \u22125 degrees", "\u22125", -5),
        ("at minus 5 degrees", "minus 5", -5),
        ("6.5x10^5 cells", "6.5x10^5", 650_000),
        ("a single case", "single", 1),
        ("nine-story block", "nine", 9),
        ("sub-500 race", "500", 500),
    ],
)
def test_reads_one_number(text: str, span: str, value: object) -> None:
    assert read(text) == [(span, value, "cardinal")]


@pytest.mark.parametrize(
    ("text", "span", "percent"),
    [
        ("two-thirds of voters", "two-thirds", Decimal("66.666667")),
        ("one third of voters", "one third", Decimal("33.333333")),
        ("fell by a third", "a third", Decimal("33.333333")),
        ("a quarter of homes", "a quarter", 25),
        ("three quarters of homes", "three quarters", 75),
        ("half of them", "half", 50),
        ("½ of them", "½", 50),
        ("half the homes", "half", 50),
    ],
)
def test_reads_fractions_as_percentages(text: str, span: str, percent: object) -> None:
    assert read(text) == [(span, percent, "fraction")]


@pytest.mark.parametrize(
    ("text", "span", "least"),
    [
        ("dozens of cars", "dozens", 24),
        ("thousands more fled", "thousands", 2000),
        ("tens of thousands of cars", "tens of thousands", 20_000),
        ("hundreds of thousands", "hundreds of thousands", 200_000),
        ("scores of people", "scores", 40),
        ("several hundred cars", "several hundred", 200),
        ("a few thousand cars", "a few thousand", 2000),
    ],
)
def test_reads_vague_plurals_as_lower_bounds(text: str, span: str, least: int) -> None:
    view = view_of(text).text
    (numeral,) = numerals(view, 0, len(view))
    assert (view[numeral.start : numeral.end], numeral.value, numeral.vague) == (span, least, True)


@pytest.mark.parametrize(
    ("text", "ordinal"), [("the 8th congress", 8), ("the third visit", 3), ("his twenty-first goal", 21)]
)
def test_reads_ordinals(text: str, ordinal: int) -> None:
    assert [(value, kind) for _, value, kind in read(text)] == [(ordinal, "ordinal")]


@pytest.mark.parametrize(
    "text",
    [
        "S-300 batteries", "COVID-19 wards", "version 3.11.7 is out", "call 555-1234 today", "call +44 20 7946 0958",
        "No. 5 seed", "open 24/7 here", "see img_2023_12.jpg", "see https://example.org/2024/123 here", "1,2345 is odd",
        "9" * 30,
    ],
)  # fmt: skip
def test_names_links_and_chains_of_digits_are_identifiers(text: str) -> None:
    assert {kind for _, _, kind in read(text)} == {"identifier"}


@pytest.mark.parametrize("text", ["test scores fell", "the second half", "half-time came", "per million", "one's own"])
def test_idioms_hold_no_number(text: str) -> None:
    assert [kind for _, _, kind in read(text) if kind != "ordinal"] == []


@pytest.mark.parametrize(
    ("text", "spans"),
    [("It cost a\nmillion euros.", ["a\nmillion"]), ("half an\n-  million", []), ("several\n\nThousand men", [])],
)
def test_words_before_a_scale_are_its_own_only_where_the_line_goes_on(text: str, spans: list[str]) -> None:
    assert [text[found.start : found.end] for found in numerals(text, 0, len(text))] == spans


def test_two_numbers_stay_two() -> None:
    assert [value for _, value, _ in read("5 and 6 came, then ten, eleven")] == [5, 6, 10, 11]


def test_dots_group_thousands_where_the_document_says_so() -> None:
    assert [value for _, value, _ in read("6.000 men, 1.234.567 votes")] == [6000, 1_234_567]
    assert [value for _, value, _ in read("6.125 per cent, then 6.5")] == [Decimal("6.125"), Decimal("6.5")]


def test_masked_spans_are_passed_over() -> None:
    view = "in 2024 500 men"
    assert [n.value for n in numerals(view, 0, len(view), [(3, 7)])] == [500]


@given(st.text(alphabet=st.sampled_from(list("0123456789.,-/ $kmbn'%½x+adeilnortuwyz ")), max_size=60))
def test_any_mixture_gives_ordered_spans_and_sane_values(text: str) -> None:
    found = numerals(text, 0, len(text))
    assert all(0 <= n.start < n.end <= len(text) and -LARGEST <= n.value <= LARGEST for n in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
