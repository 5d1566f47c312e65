"""A figure gets the time that its clause tells, resolved against the date of its text."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.extract.sentence import Sentence
from figures.extract.times.asof import AsOf, as_of
from figures.extract.times.dates import DateSpan, find_dates
from figures.extract.times.words import PARTS, PORTIONS

ANCHOR = date(2025, 6, 18)  # a Wednesday


def told(text: str, anchor: date | None = ANCHOR) -> list[AsOf | None]:
    """Give the times of the figures in square brackets, in order."""
    parts = text.replace("]", "[").split("[")
    view, figures, at = "".join(parts), [], 0
    for index, part in enumerate(parts):
        if index % 2:
            figures.append((at, at + len(part)))
        at += len(part)
    dates = find_dates(view, 0, len(view))
    sentence = Sentence(view, 0, len(view))
    return [as_of(sentence, span, dates, anchor, [other for other in figures if other != span]) for span in figures]


def words(text: str) -> list[str | None]:
    return [when.words if when else None for when in told(text)]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("It grew by [5%] |last year|.", "2024-01-01", "2024-12-31"),
        ("It lost [40] boats in |early 2025|.", "2025-01-01", "2025-04-30"),
        ("It lost [40] boats in |mid-2024|.", "2024-05-01", "2024-08-31"),
        ("It lost [40] boats in |late March|.", "2025-03-22", "2025-03-31"),
        ("Police held [12] men on |Sunday|.", "2025-06-15", "2025-06-15"),
        ("Police held [12] men on |Friday night|.", "2025-06-13", "2025-06-13"),
        ("Police held [12] men on |Wednesday|.", "2025-06-18", "2025-06-18"),
        ("|Last April| it had [12] members.", "2025-04-01", "2025-04-30"),
        ("On |June 15| it had [12] members.", "2025-06-15", "2025-06-15"),
        ("It met [four] times |between May 2023 and May 2024|.", "2023-05-01", "2024-05-31"),
        ("|From May to July 2024|, [33] ships passed.", "2024-05-01", "2024-07-31"),
        ("|From January until April|, [50] were held.", "2025-01-01", "2025-04-30"),
        ("It grew to [9,000] in |March and April|.", "2025-03-01", "2025-04-30"),
        ("[40] have left |since January|.", "2025-01-01", "2025-06-18"),
        ("[40] have left |since last December|.", "2024-12-01", "2025-06-18"),
        ("[300] died |so far this year|.", "2025-01-01", "2025-06-18"),
        ("[300] died |this year|.", "2025-01-01", "2025-12-31"),
        ("|Yesterday|, [70] drones came.", "2025-06-17", "2025-06-17"),
        ("[70] drones came |overnight|.", "2025-06-17", "2025-06-18"),
        ("It saw [35] cases in the |past 24 hours|.", "2025-06-17", "2025-06-18"),
        ("It saw [35] cases over the |past week|.", "2025-06-11", "2025-06-18"),
        ("It saw [35] cases in the |last three months|.", "2025-03-19", "2025-06-18"),
        ("It will employ [300] |by the end of 2026|.", None, "2026-12-31"),
        ("[40] people drowned in |May last year|.", "2024-05-01", "2024-05-31"),
        ("[40] people drowned on |3 May of this year|.", "2025-05-03", "2025-05-03"),
        ("It has lost [9,000] members |since April last year|.", "2024-04-01", "2025-06-18"),
        ("It sold [300] boats in the |three months to March|.", "2025-01-01", "2025-03-31"),
        ("It earned [$4] in the |year ended 30 April|.", "2024-05-01", "2025-04-30"),
        ("It earned [$4] in the |quarter ending on 15 May 2025|.", "2025-02-16", "2025-05-15"),
        ("[40] barns burned |since the drought set in in March|.", "2025-03-01", "2025-06-18"),
        ("[40] barns burned |since the beginning of the dry season in March|.", "2025-03-01", "2025-06-18"),
        ("[40] barns burned |since the fighting broke out|.", None, None),
        ("[40] barns burned |since the beginning of the year| in the hills.", "2025-01-01", "2025-06-18"),
        ("[40] barns burned |since the start of the siege| in the hills.", None, None),
        ("It saw [16] deaths as at |25 May 2025|.", "2025-05-25", "2025-05-25"),
        ("|Before the war|, it had [40] shops.", None, None),
        ("It had [40] shops |in the spring|.", None, None),
        ("It had [40] shops at |Christmas|.", None, None),
        ("[40] shops had closed |by Easter|.", None, None),
        ("[40] shops have closed |since Ramadan|.", None, None),
        ("Burned |since the start of the war|: [40] barns.", None, None),
        ("It will host [20] teams |by Friday|.", None, "2025-06-20"),
        ("He will visit [three] cities on |July 4|.", "2025-07-04", "2025-07-04"),
        ("As of |Monday, August 18, 2025|, [120] had left.", "2025-08-18", "2025-08-18"),
        ("It held [$5m] at the |end of March|.", "2025-03-29", "2025-03-31"),
        ("It cut [700] jobs in the |third quarter of 2024|.", "2024-07-01", "2024-09-30"),
        ("In the |fiscal year 2024|, it spent [$8m].", "2024-01-01", "2024-12-31"),
        ("In the |1990s| it had [40] mines.", "1990-01-01", "1999-12-31"),
        ("|Last week| it sank [two] boats.", "2025-06-09", "2025-06-15"),
        ("|Earlier this month| it sank [two] boats.", "2025-06-01", "2025-06-30"),
        ("|A year ago| it had [9] shops.", "2024-01-01", "2024-12-31"),
        ("|Three weeks ago| it had [9] shops.", "2025-05-26", "2025-06-01"),
        ("It plans [500] posts |next year|.", "2026-01-01", "2026-12-31"),
        ("It had [500] posts |before 2020|.", None, "2019-12-31"),
        ("It had [500] posts |after 2020|.", "2021-01-01", None),
        ("It had [500] posts |until March|.", None, "2025-03-31"),
        ("It saw [70] cases |since the start of the outbreak|.", None, None),
        ("They had |earlier| put the toll at [40].", None, "2025-06-18"),
        ("There are |now| [40] shops.", "2025-06-18", "2025-06-18"),
        ("[15] units are |already| there.", None, "2025-06-18"),
        ("Its |2018| revenue was [$40m].", "2018-01-01", "2018-12-31"),
        ("[80] died in a |2017| fire.", "2017-01-01", "2017-12-31"),
        ("The |2023| quakes killed [5,000].", "2023-01-01", "2023-12-31"),
    ],
)
def test_wordings_and_their_days(text: str, start: str | None, end: str | None) -> None:
    expected = text.split("|")[1]
    assert told(text.replace("|", "")) == [AsOf(expected, start, end)]


@pytest.mark.parametrize("part", sorted(set(PARTS) - {"early", "late", "mid", "mid-", "early-", "late-"}))
def test_parts_of_a_year(part: str) -> None:
    assert words(f"At the {part} of 2024 it had [9] shops.") == [f"{part} of 2024"]


@pytest.mark.parametrize("portion", PORTIONS)
def test_portions_of_a_year(portion: str) -> None:
    assert words(f"In the {portion} of 2024 it had [9] shops.") == [f"{portion} of 2024"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[600] fell in May, while [700] fell in early June.", ["May", "early June"]),
        ("The staff said in March that it sent [110] men last year, with over [30] more in early 2025.",
         ["last year", "early 2025"]),
        ("It lost [15] boats in April and [20] in the first half of May.", ["April", "first half of May"]),
        ("Output fell from [120] units in 2022 to [80] in 2024.", ["2022", "2024"]),
        ("Deaths fell to [45] in May from [60] in April.", ["May", "April"]),
        ("The office said [5] drivers and [7] pilots left in April.", ["April", "April"]),
        ("Police arrested [12] people overnight and [30] over the past week.", ["overnight", "past week"]),
        ("A blast on Sunday hit a market, killing [24] people and wounding [50].", ["Sunday", "Sunday"]),
        ("In 2018, jobs grew by [125], compared to a rise of [60].", ["2018", "2018"]),
        ("The unit had [400] men in late 2023; [90] remained by March.", ["late 2023", "by March"]),
        ("The December 2022 blast killed [5] and the June 15 vote drew [8] parties.", ["December 2022", "June 15"]),
        ("Sales in May were [25%] lower than in April and [23%] lower than last year.", ["May", None]),
        ("It fell to [9] tonnes of milk a day from [10] tonnes a day a year earlier.", [None, "a year earlier"]),
        ("It fell from [9] tonnes to [8], according to data released today by the board.", ["today", "today"]),
        ("More than [300] fell ill this year, up from [250] a year earlier.", ["this year", "a year earlier"]),
        ("Sales rose from [30] in May to [45] in June.", ["May", "June"]),
        ("Before dawn on Tuesday a bus fell, killing [11] people, [two] of them boys, and hurting [64].",
         ["Tuesday", "Tuesday", "Tuesday"]),
        ("A bus carrying [46] guests slid down a [30]-foot bank on Sunday.", ["Sunday", "Sunday"]),
        ("At least [90] died when a wall fell on Sunday, the mayor said late Monday.", ["Sunday"]),
        ("Costs this year will reach [3] million, or [6%] of sales.", ["this year", "this year"]),
        ("Its cash shrank from [$9] before the invasion.", ["before the invasion"]),
        ("Yesterday I ran [5] km, tomorrow I will run more than [10] km.", ["Yesterday", "tomorrow"]),
    ],
)  # fmt: skip
def test_each_figure_has_its_own_time(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The office estimated on Sunday that losses have passed [600].", "Sunday"),
        ("Officials on Tuesday said [24] people had died.", "Tuesday"),
        ('"We lost [11] men," he said on Wednesday.', "Wednesday"),
        ("The ministry said on Thursday that [17] drones came overnight.", "overnight"),
        ("[40] have left since October 2023, the ministry said on Monday.", "since October 2023"),
        ("The town said on Monday, May 5, 2025, that the toll of a blast last week has risen to [24].",
         "Monday, May 5, 2025"),
    ],
)  # fmt: skip
def test_the_time_of_the_report_comes_last(text: str, expected: str) -> None:
    assert words(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "It sent [600] men.",
        "It spends [6.7] percent, three times as much as in 2021.",
        "They held the town for [eight] months following a 2024 incursion.",
        "It was the highest since 2009, at [4.5%].",
        "Prices rose [5%] compared with May 2024.",
        "Black Friday drew [400] buyers.",
        "The Sunday Times counted [60].",
        "They may march [9] miles.",
        "It is now a chain that, after many sales and closures, has [9] shops.",
        "The meeting at 8 p.m. drew [90].",
        "Its earlier forecast was [9].",
        "It held [$3m], down from the previous quarter.",
        "The shares, which had a good run this year, fell [6%].",
        "It will close by the end of 2027, the firm said as sales fell to [30].",
        "They took [30] villages in the spring offensive.",
    ],
)
def test_no_time_told(text: str) -> None:
    assert told(text) == [None]


def test_a_figure_inside_a_wording_does_not_take_it() -> None:
    assert words("It saw nothing in the past [24] hours.") == [None]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        # The time of a part, and of a whole.
        ("[118] people are in [28] camps, of which [31] opened on Sunday.", [None, None, "Sunday"]),
        ("On Sunday [40] boats sank, of which [12] were full.", ["Sunday", "Sunday"]),
        ("[40] boats sank on Sunday, of which [12] were full.", ["Sunday", "Sunday"]),
        # What it is now is not what it was then.
        ("The bill has tripled since 2019 and now stands at [$7m].", ["now"]),
        ("Cases peaked in May and have since fallen to [97].", [None]),
        ("It has grown since 2019 to [$7m].", ["since 2019"]),
        # A comparison tells the time of what it compares with.
        ("Some 41 clinics work, [17] fewer than in May.", [None]),
        ("It was worse than in 2019, when [300] died.", ["2019"]),
        # What was done then is not what the figure tells.
        ("Under a deal signed in 2023, the state pays [$476m].", [None]),
        ("The new law adopted in March cut [40] jobs.", [None]),
        ("The [40] laws adopted in March help.", ["March"]),
        ("It built [12] schools in 2023.", ["2023"]),
        ("A deal was signed in 2023 for [$40m].", ["2023"]),
        # Feasts that are part of a name, or of a thing.
        ("They sold [40] Christmas trees.", [None]),
        ("She spent [3] days at Christmas Island.", [None]),
    ],
)
def test_whose_time_it_is(text: str, times: list[str | None]) -> None:
    assert words(text) == times


def test_nothing_outside_the_sentence_is_read() -> None:
    view = "In 2020 it closed. It has 40 shops. It opens on Sunday."
    start = view.index("It has")
    figure = (view.index("40"), view.index("40") + 2)
    dates = find_dates(view, 0, len(view))
    assert as_of(Sentence(view, start, start + 16), figure, dates, ANCHOR) is None


def test_without_an_anchor_the_words_stay() -> None:
    assert told("It lost [40] boats last year.", None) == [AsOf("last year", None, None)]
    assert told("It lost [40] boats in 2024.", None) == [AsOf("2024", "2024-01-01", "2024-12-31")]


PIECES = st.sampled_from(
    ["In ", "late ", "2024", " June 15 ", "Sunday", ", ", "said ", "that ", "40 ", "between ", " and ", "from ", " to ",
     "last year ", "the end of ", "so far this year", "since ", "a year earlier", "now ", "; ", "more than ",
     "3 weeks ago", "the past 24 hours", "by ", "mid-", "first half of ", "next ", "May ", "until "]
)  # fmt: skip


@given(st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=25).map("".join)), st.data(), st.dates())
def test_never_fails_and_keeps_order(text: str, data: st.DataObject, anchor: date) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    dates: list[DateSpan] = find_dates(text, 0, len(text))
    when = as_of(Sentence(text, 0, len(text)), (start, end), dates, anchor)
    if when is not None:
        assert when.words and when.words in " ".join(text.split())
        assert when.start is None or when.end is None or when.start <= when.end


def test_long_sentences_are_read_around_the_figure() -> None:
    view = "He said Monday, in June 2024 and last year, " * 20_000
    sentence, dates = Sentence(view, 0, len(view)), find_dates(view, 0, len(view))
    for at in range(1000, len(view), 100_000):
        assert as_of(sentence, (at, at + 2), dates, ANCHOR, [(at, at + 2)]) is not None
