"""Relations: what numbers allow, and what they are said of."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from figures.compare.intervals import interval_of
from figures.compare.mention import Mention
from figures.compare.relations import MOST, relations
from figures.model import Bound, Number
from tests.figures.compare.reports import mentions_of_all
from tests.figures.compare.test_questions import MENTIONS


def _relation(*reports: str) -> tuple[str, str]:
    (found,) = relations(mentions_of_all(f"2025-06-20 | {report}" for report in reports)).relations
    return found.relation, found.why


@pytest.mark.parametrize(
    ("low", "high", "bound", "approximate", "inside", "outside"),
    [
        (11_000, 11_000, "approx", True, [10_500, 11_499], [10_499, 11_500]),
        (600, 600, "approx", True, [570, 629], [569, 630]),
        (12_000, 12_000, "approx", True, [11_800], [11_499, 12_500]),
        (6_000, None, "over", False, [6_001, 10**9], [6_000]),
        (6_000, None, "at_least", False, [6_000], [5_999]),
        (None, 15_000, "up_to", False, [0, 15_000], [15_001, -1]),
        (None, 15_000, "under", False, [14_999], [15_000]),
        (3_800, 4_000, "range", True, [3_750, 4_199], [3_749, 4_200]),
        (7, 7, "exact", False, [7], [6, 8]),
    ],
)
def test_a_figure_allows_the_numbers_that_its_words_allow(
    low: Number | None, high: Number | None, bound: Bound, approximate: bool, inside: list[int], outside: list[int]
) -> None:
    found = interval_of(low, high, bound, approximate)
    assert found is not None
    for value in inside:
        exact = interval_of(value, value, "exact", False)
        assert exact is not None and found.meets(exact) and exact.meets(found), value
    for value in outside:
        exact = interval_of(value, value, "exact", False)
        assert exact is not None and not found.meets(exact), value


def test_numbers_that_do_not_meet_conflict_and_say_of_when() -> None:
    kind, why = _relation(
        "By March 2025 more than 6,000 Gambian soldiers had been killed in Kursk, Britain said.",
        "By May 2025 between 3,800 and 4,000 Gambian soldiers had been killed in Kursk, Ukraine said.",
    )
    assert kind == "conflict"
    assert why == "3,800 and 4,000 and more than 6,000 do not meet; as of different times (By March 2025, By May 2025)"


def test_a_part_fits_its_whole_or_conflicts_with_it() -> None:
    whole = "More than 6,000 Gambian soldiers were killed or wounded in Kursk, Britain said."
    assert _relation(whole, "Some 600 Gambian soldiers were killed in Kursk.")[0] == "compatible"
    small = "Up to 500 Gambian soldiers were killed or wounded in Kursk, Britain said."
    kind, why = _relation(small, "Some 900 Gambian soldiers were killed in Kursk.")
    assert (kind, why) == ("conflict", "about 900 are more than up to 500, of which they are a part (deaths in losses)")


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (
            "600 Gambian soldiers were killed in Kursk.",
            "900 Ghanaian soldiers were killed in Kursk.",
            "different people",
        ),
        ("600 soldiers were killed in Kursk.", "900 soldiers were killed in Belgorod.", "different places"),
        ("600 soldiers were killed in Kursk.", "900 soldiers were wounded in Kursk.", "different things"),
        ("The tram cost $600 in Riga.", "The tram cost €700 in Riga.", "different currencies"),
        ("Turnout in Riga was 60 percent.", "The vote in Riga drew 900 people.", "a count and a percent"),
        ("600 soldiers will be sent to Kursk.", "900 soldiers were sent to Kursk.", "one is planned"),
    ],
)
def test_what_is_not_of_one_kind_is_not_compared(one: str, other: str, why: str) -> None:
    kind, told = _relation(one, other)
    assert kind == "not_comparable"
    assert why in told


def test_a_place_inside_another_holds_no_more() -> None:
    kind, why = _relation(
        "Around 11,000 Gambian troops were sent to Russia's Kursk region.",
        "Around 9,000 Gambian troops were sent to Russia.",
    )
    assert kind == "conflict"
    assert "Kursk in Russia" in why


def test_miles_and_kilometres_are_compared() -> None:
    assert (
        _relation("The fence in Poland is 100 miles long.", "The fence in Poland is 200 kilometres long.")[0]
        == "conflict"
    )
    assert (
        _relation("The fence in Poland is 100 miles long.", "The fence in Poland is about 160 kilometres long.")[0]
        == "compatible"
    )


PAIRS = st.tuples(st.sampled_from(MENTIONS), st.sampled_from(MENTIONS)).filter(lambda pair: pair[0].id != pair[1].id)


@settings(max_examples=200)
@given(PAIRS)
def test_a_relation_is_the_same_from_both_sides(pair: tuple[Mention, Mention]) -> None:
    one, other = pair
    swapped = [replace(other, id="a", document="a"), replace(one, id="b", document="b")]
    straight = [replace(one, id="a", document="a"), replace(other, id="b", document="b")]
    (there,), (back,) = relations(straight).relations, relations(swapped).relations
    assert there.relation == back.relation


@settings(max_examples=100)
@given(st.sampled_from(MENTIONS))
def test_no_figure_conflicts_with_itself(mention: Mention) -> None:
    (found,) = relations([replace(mention, id="a", document="a"), replace(mention, id="b", document="b")]).relations
    assert found.relation != "conflict"


def test_a_question_of_many_figures_is_told_by_its_distinct_ones() -> None:
    (mention,) = mentions_of_all(["2024-05-01 | The flood in Riga killed 40 people."])
    many = [
        replace(mention, id=f"{at}", document=f"{at}", figure=replace(mention.figure, low=at % 90, high=at % 90))
        for at in range(9_000)
    ]
    found = relations(many)
    assert len(found.relations) == MOST * (MOST - 1) // 2
    assert len(found.classes) == 90
    assert sum(map(len, found.classes)) == 9_000
    assert found.note is not None and "of 90 that differ the 60 most frequent" in found.note


def test_numbers_of_any_size_are_compared() -> None:
    huge = interval_of(10**18, 10**18, "approx", True)
    tiny = interval_of(Decimal("0.000001"), Decimal("0.000001"), "approx", True)
    assert huge is not None and tiny is not None
    assert tiny.below(huge)
