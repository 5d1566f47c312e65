"""Whole figures: what a reviewer reads of a sentence."""

import itertools
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from figures.extract import extract
from figures.model import CONTEXT
from tests.figures.reading import document, figures, only, queue

Row = tuple[str, object, object, str]


@pytest.mark.parametrize(
    ("sentence", "text", "low", "high", "bound"),
    [
        ("The flood left more than 6,000 homes dark.", "6,000", 6000, None, "over"),
        ("Over 40 boats sank.", "40", 40, None, "over"),
        ("Losses exceeded 900 cattle.", "900", 900, None, "over"),
        ("Deaths have likely exceeded 900 in the valley.", "900", 900, None, "over"),
        ("Sales breached 2 million units.", "2 million", 2_000_000, None, "over"),
        ("At least 12 miners died.", "12", 12, None, "at_least"),
        ("No fewer than 30 clinics shut.", "30", 30, None, "at_least"),
        ("Some 50 or more clinics shut.", "50", 50, None, "at_least"),
        ("A crowd of 5,000-plus fans came.", "5,000", 5000, None, "at_least"),
        ("A crowd of 5,000-some fans came.", "5,000", 5000, 5000, "approx"),
        ("A crowd of 5,000 some fans joined.", "5,000", 5000, 5000, "exact"),
        ("It took 50 or le\u017fs.", "50", None, 50, "up_to"),
        ("It hired 50 cooks or le\u017fs.", "50", None, 50, "up_to"),
        ("As many as 70 trains were late.", "70", None, 70, "up_to"),
        ("Up to 400 jobs will go.", "400", None, 400, "up_to"),
        ("No more than 20 guests may come.", "20", None, 20, "up_to"),
        ("Fewer than 100 seats remain.", "100", None, 100, "under"),
        ("The bill came to under $40 million.", "$40 million", None, 40_000_000, "under"),
        ("Nearly 300 pupils fell ill.", "300", 300, 300, "approx"),
        ("Some 600 pupils fell ill.", "600", 600, 600, "approx"),
        ("About 50 miners are missing.", "50", 50, 50, "approx"),
        ("An estimated 90 whales were seen.", "90", 90, 90, "approx"),
        ("It took 600-odd workers.", "600", 600, 600, "approx"),
        ("It took 30 or so workers.", "30", 30, 30, "approx"),
        ("Up to about 250 tents are needed.", "250", None, 250, "up_to"),
        ("Between 4,000 and 5,000 people marched.", "4,000 and 5,000", 4000, 5000, "range"),
        ("Around 3,800\u20134,000 people marched.", "3,800\u20134,000", 3800, 4000, "range"),
        ("Some 3,800-4,000 people marched.", "3,800-4,000", 3800, 4000, "range"),
        ("Ten to 32 buses were used.", "Ten to 32", 10, 32, "range"),
        ("It costs $400 to $500 million.", "$400 to $500 million", 400_000_000, 500_000_000, "range"),
        ("It costs $3 billion to $5 billion.", "$3 billion to $5 billion", 3 * 10**9, 5 * 10**9, "range"),
        ("Growth of 2.5 to 3 percent is likely.", "2.5 to 3 percent", Decimal("2.5"), 3, "range"),
        ("It expects $1.9-$2.1 billion in sales.", "$1.9-$2.1 billion", 1_900_000_000, 2_100_000_000, "range"),
        ("Barely 27% of them voted.", "27%", 27, 27, "approx"),
        ("On Sunday, 38 of them were freed.", "38", 38, 38, "exact"),
        ("Of the homes, three quarters are dry.", "three quarters", 75, 75, "exact"),
        ("Prices were a fifth lower.", "a fifth", 20, 20, "exact"),
        ("The port moved 1.14 million twenty-foot crates.", "1.14 million", 1_140_000, 1_140_000, "exact"),
        ("Prices range from $20 to $35 there.", "$20 to $35", 20, 35, "range"),
        ("A rise of 5 to 10 percent is likely.", "5 to 10 percent", 5, 10, "range"),
        ("Dozens of barns burned.", "Dozens", 24, None, "at_least"),
        ("Hundreds of thousands of voters stayed home.", "Hundreds of thousands", 200_000, None, "at_least"),
        ("One in five shops has closed.", "One in five", 20, 20, "exact"),
        ("Two-thirds of the shops have closed.", "Two-thirds", Decimal("66.666667"), Decimal("66.666667"), "exact"),
    ],
)
def test_bounds_ranges_and_values(sentence: str, text: str, low: object, high: object, bound: str) -> None:
    figure = only(sentence)
    assert (figure.text, figure.low, figure.high, figure.bound) == (text, low, high, bound)


def test_a_range_with_around_is_a_range_and_approximate() -> None:
    figure = only("Officials spoke of around 3,800 to 4,000 losses.")
    assert (figure.bound, figure.approximate, figure.modifier) == ("range", True, "around")


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("He brought 5 and 6 crates.", [5, 6]),
        ("Output rose from 12 to 36 tonnes.", [12, 36]),
        ("The flood hit 4 towns, 12 farms and two bridges.", [4, 12, 2]),
        ("Milk showed a decline of 57,000 tonnes to 666,000 tonnes.", [57_000, 666_000]),
        ("It cost a drop of $3 to $47.", [3, 47]),
        ("The herd grew from 1.6 to more than 2.1 million.", [1_600_000, 2_100_000]),
        ("The herd shrank from 2.6 to 2.1 million.", [2_600_000, 2_100_000]),
        ("The herd grew from 1,200 to 2.1 million.", [1200, 2_100_000]),
        ("Pay rose from 300 to 2 million crowns.", [300, 2_000_000]),
        ("Output rose from 12 to more than 36 tonnes.", [12, 36]),
    ],
)
def test_several_numbers_stay_apart(sentence: str, values: list[int]) -> None:
    assert [figure.low for figure in queue(sentence)] == values


@pytest.mark.parametrize(
    ("sentence", "why_not"),
    [
        ("The home side won 3-1 on Sunday.", "score"),
        ("A 2-0 victory followed.", "score"),
        ("The S-300 battery was moved.", "identifier"),
        ("Flight 370 was delayed.", "identifier"),
        ("It was her third visit.", "ordinal"),
        ("It happened in 2024 there.", "date"),
        ("They met at 08:34 pm there.", "clock"),
        ("The 15-year-old pupil was praised.", "age"),
        ("Rita Moss, 48, was praised.", "age"),
        ("The two countries agreed.", "definite_reference"),
        ("One of the pupils was praised.", "idiom"),
        ("No one was hurt.", "idiom"),
        ("Every single pupil was praised.", "idiom"),
    ],
)
def test_what_is_not_worth_checking_says_why(sentence: str, why_not: str) -> None:
    assert queue(sentence) == []
    assert [figure.why_not for figure in figures(sentence)] == [why_not]


@pytest.mark.parametrize(
    ("sentence", "kind", "unit", "low"),
    [
        ("The deal is worth $100bn.", "money", "USD", 100 * 10**9),
        ("It cost US$1.2bn to build.", "money", "USD", 1_200_000_000),
        ("It cost $US113 trillion.", "money", "USD", 113 * 10**12),
        ("It cost \u20ac450 million.", "money", "EUR", 450_000_000),
        ("It cost RM23.50 a piece.", "money", "MYR", Decimal("23.5")),
        ("It cost Rs 36 lakh crore.", "money", "INR", 36 * 10**12),
        ("Ford paid 10.5 million Australian dollars.", "money", "AUD", 10_500_000),
        ("Turnout fell to 43 per cent.", "percent", "percent", 43),
        ("Rates rose two percentage points.", "percent", "percentage point", 2),
        ("Winds of 50mph were felt.", "measurement", "mile per hour", 50),
        ("The front is 1,000 kilometers long.", "measurement", "kilometre", 1000),
        ("The siege lasted eight months.", "duration", "month", 8),
    ],
)
def test_units(sentence: str, kind: str, unit: str, low: object) -> None:
    figure = only(sentence)
    assert (figure.kind, figure.unit, figure.low) == (kind, unit, low)


@pytest.mark.parametrize(
    "sentence",
    ["He paid $25m (\u00a316m) for it.", "It is 20 miles (32 km) away.", "It cost 1.3 billion shekels ($350 million)."],
)
def test_a_bracketed_conversion_belongs_to_its_figure(sentence: str) -> None:
    assert len(queue(sentence)) == 1


@pytest.mark.parametrize(
    ("sentence", "noun"),
    [
        ("They hired 5,000 road workers last week.", "road workers"),
        ("They hired 600 rank-and-file tunnel diggers.", "rank-and-file tunnel diggers"),
        ("Another 6,000 personnel will follow.", "personnel"),
        ("Coal-mine deaths have reached 28.", "Coal-mine deaths"),
        ("The fire raised the death toll in the port to 28.", "death toll"),
        ("60 of the 90 hostages are free.", "hostages"),
        ("Dozens of Dutch farmers protested.", "Dutch farmers"),
        ("The council approved a $5 million housing grant.", "housing grant"),
        ("They sent $5 million in aid.", "aid"),
        ("About 60 percent of men agree.", "men"),
        ("A 30-day ceasefire began.", "ceasefire"),
        ("Ten million tonnes of grain left port.", "grain"),
        ("It recorded 2,314 measles cases in August.", "measles cases"),
        ("A clinic saw 40 tuberculosis patients.", "tuberculosis patients"),
        ("Of the patients, 87 per cent were children.", "patients"),
        ("A force of 3,000 took the bridge.", "force"),
    ],
)
def test_the_counted_noun(sentence: str, noun: str) -> None:
    assert queue(sentence)[0].noun == noun


def test_an_elided_noun_is_that_of_the_figure_before() -> None:
    first, second = queue("They sent around 11,000 guards, with over 3,000 more deployed since.")
    assert (first.noun, second.noun, second.increment) == ("guards", "guards", True)


def test_more_of_them_are_what_was_counted_before() -> None:
    nouns = [figure.noun for figure in queue("A shell killed 40 guards, including 3 captains. The army lost 20 more.")]
    assert nouns == ["guards", "captains", "guards"]


def test_a_part_is_not_what_goes_on_being_counted() -> None:
    nouns = [figure.noun for figure in queue("It killed 11 people, including two toddlers, wounding 64.")]
    assert nouns == ["people", "toddlers", "people"]


@pytest.mark.parametrize(
    ("sentence", "units"),
    [
        ("Profit fell to 1.1 billion kronor from 1.8 billion.", ["SEK", "SEK"]),
        ("It saves 3 million euros at a cost of between 2.2 and 2.5 million.", ["EUR", "EUR"]),
        ("It paid $5 million, compared with 4 million in May.", ["USD", "USD"]),
        ("Sales rose from $5 million to 6 million.", ["USD", "USD"]),
        ("It paid $5 million to 2 million.", ["USD", None]),
        ("It paid $5 million from 2 million savers.", ["USD", None]),
        ("It paid $5 million and 300 came.", ["USD", None]),
        ("Some $5 million went to farms, 2.2 million to schools and 1.3 million for roads.", ["USD", "USD", "USD"]),
    ],
)
def test_a_currency_is_named_once(sentence: str, units: list[str | None]) -> None:
    assert [figure.unit for figure in queue(sentence)] == units


def test_analysts_on_average_are_no_noun() -> None:
    assert only("Analysts had on average expected 24.1 million.").noun != "average"


@pytest.mark.parametrize(
    ("sentence", "bound"),
    [
        ("Flood toll climbs past 300", "over"),
        ("Tolls went past 300.", "over"),
        ("They drove past 300 huts.", "exact"),
    ],
)
def test_past_bounds_what_rises(sentence: str, bound: str) -> None:
    assert only(sentence).bound == bound


@pytest.mark.parametrize(
    ("sentence", "predicate"),
    [
        ("About 600 guards are reported to have been killed.", "killed"),
        ("More than 6,000 guards had been killed or wounded.", "killed or wounded"),
        ("The army sent around 11,000 guards.", "sent"),
        ("More than 500 people, including 90 guards and 39 children, have been killed.", "killed"),
        ("Some 500 people, including 90 guards, slept there.", None),
        ("The storm killed 24 fishers.", "killed"),
        ("They approved the deployment of 1,000 medics.", "deployed"),
        ("They treated the 870 people who were injured.", "injured"),
        ("The army sent all 39 guards.", "sent"),
        ("Twenty children were among the dead, and fifty more were hurt.", "dead"),
        ("They got 360 crash-related claims.", None),
        ("The storm hit 40 villages and 12 people died.", None),
        ("The clinic shut, recording 70 cases.", None),
    ],
)
def test_the_predicate(sentence: str, predicate: str | None) -> None:
    assert queue(sentence)[0].predicate == predicate


def test_every_figure_of_a_boilerplate_zone_is_kept_but_not_queued() -> None:
    assert {f.why_not for f in figures("Over 90 comments", kind="boilerplate")} == {"boilerplate"}


def test_hidden_characters_are_looked_through() -> None:
    figure = only("They lost 6\u200b,0\u00ad00 sheep.")
    assert (figure.low, figure.text, figure.noun) == (6000, "6\u200b,0\u00ad00", "sheep")


@settings(max_examples=300)
@given(
    st.lists(
        st.one_of(
            st.text(max_size=8),
            st.sampled_from(
                [
                    "6,000",
                    "$",
                    "half a million",
                    " to ",
                    "-",
                    "“",
                    "”",
                    "’s",
                    " said ",
                    "per cent",
                    "\n",
                    ". ",
                    "2024",
                    "May ",
                    "\u200b",
                    "one in five",
                    "1/2",
                    "(£16m)",
                    "killed",
                    " more than ",
                    "\ud800",
                    "٣",
                    "of the ",
                    "9" * 40,
                ]
            ),
        ),
        max_size=14,
    )
)
def test_any_text_gives_figures_whose_offsets_give_the_text_back(parts: list[str]) -> None:
    taken = document("".join(parts))
    found = extract(taken)
    for figure in found:
        assert figure.text == taken.text[figure.start : figure.end] != ""
        assert figure.sentence_start <= figure.start < figure.end <= figure.sentence_end
        assert figure.prefix == taken.text[max(0, figure.start - CONTEXT) : figure.start]
        assert figure.low is None or figure.high is None or figure.low <= figure.high
        assert figure.checkable is (figure.why_not is None)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


@pytest.mark.parametrize(
    "sentence", ["At 15.41 BST it rained.", "It rained between 26 and 28 October.", "See Pier 39."]
)
def test_clocks_stretches_of_days_and_names_are_not_queued(sentence: str) -> None:
    assert queue(sentence) == []
