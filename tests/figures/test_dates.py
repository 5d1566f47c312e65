"""Dates, years, clock times and distances in time are found and told from numbers."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.extract.times.calendar_terms import (
    AGO_AFTER,
    AGO_BEFORE,
    AGO_UNITS,
    FOREIGN_MONTHS,
    MEASURES,
    MONTHS,
    NUMBER_BEFORE,
    NUMBER_LIKELY_BEFORE,
    NUMBER_WORDS,
    PEOPLE,
    SHORT_YEAR_BEFORE,
    TEMPERATURE,
    YEAR_COMPOUNDS,
    YEAR_EVENTS,
    YEAR_PREFIXES,
    ZONES,
)
from figures.extract.times.dates import find_dates, resolve

ANCHOR = date(2025, 6, 18)  # a Wednesday


def found(text: str) -> list[tuple[str, str]]:
    return [(text[span.start : span.end], span.iso) for span in find_dates(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was signed on June 19, 2024, at noon.", [("June 19, 2024", "2024-06-19")]),
        ("on March 22 and June 4", [("March 22", "--03-22"), ("June 4", "--06-04")]),
        ("on Sept. 19 the", [("Sept. 19", "--09-19")]),
        ("between June 15 and 18 in", [("June 15 and 18", "--06-15/--06-18")]),
        ("from July 2 to 9, 2024, it", [("July 2 to 9, 2024", "2024-07-02/2024-07-09")]),
        ("on May 3 and 4, when", [("May 3 and 4", "--05-03/--05-04")]),
        ("12 on June 15 and 18 on June 16", [("June 15", "--06-15"), ("June 16", "--06-16")]),
        ("from June 15 to 18 farms", [("June 15", "--06-15")]),
        ("in May 2023 the", [("May 2023", "2023-05")]),
        ("on 19 June 2025", [("19 June 2025", "2025-06-19")]),
        ("by 19 June. It", [("19 June", "--06-19")]),
        ("by 19 Sept. It", [("19 Sept.", "--09-19")]),
        ("on the 4th of July and July 4th", [("4th of July", "--07-04"), ("July 4th", "--07-04")]),
        ("since June of 2018", [("June of 2018", "2018-06")]),
        ("from 2025-06-18 on", [("2025-06-18", "2025-06-18")]),
        ("at 2025-06-18T10:38:07.190Z", [("2025-06-18T10:38:07.190Z", "2025-06-18")]),
        ("on 18/06/2025 or 06/18/2025", [("18/06/2025", "2025-06-18"), ("06/18/2025", "2025-06-18")]),
        ("on 04/05/2025", [("04/05/2025", "2025")]),
        ("on 12.6.2024", [("12.6.2024", "2024-06-12")]),
        ("file 20250618.", [("20250618", "2025-06-18")]),
        ("after 9/11 and the 7/7 bombings", [("9/11", "--09-11"), ("7/7", "--07-07")]),
        ("the 2000-2001 season, 2019-20", [("2000-2001", "2000/2001"), ("2019-20", "2019/2020")]),
        ("the 2024/25 season and 2025-06", [("2024/25", "2024/2025"), ("2025-06", "2025-06")]),
        ("in FY2024 and FY2024/25", [("FY2024", "2024"), ("FY2024/25", "2024/2025")]),
        ("in Q3 2024, 3Q24", [("Q3 2024", "2024-07/2024-09"), ("3Q24", "2024-07/2024-09")]),
        ("in H2 2024", [("H2 2024", "2024-07/2024-12")]),
        ("the 1990s, the '90s, the mid-80s", [("1990s", "1990/1999"), ("'90s", "1990/1999"), ("80s", "1980/1989")]),
        ("in the 1800s", [("1800s", "1800/1899")]),
        ("Sept. 20-24, Sept. 27", [("Sept. 20-24", "--09-20/--09-24"), ("Sept. 27", "--09-27")]),
        ("June 28-July 2, 2024", [("June 28-July 2, 2024", "2024-06-28/2024-07-02")]),
        ("20-24 September 2024", [("20-24 September 2024", "2024-09-20/2024-09-24")]),
        ("May-June 2024 and May '23", [("May-June 2024", "2024-05/2024-06"), ("May '23", "2023-05")]),
        ("released 3 de mayo de 2025", [("3 de mayo de 2025", "2025-05-03")]),
        ("June\n15, 2024", [("June\n15, 2024", "2024-06-15")]),
        ("see x.com/2025/06/18/story", [("2025/06/18", "2025-06-18")]),
    ],
)  # fmt: skip
def test_dates(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at 08:34 pm", [("08:34 pm", "T20:34")]),
        ("at 8 p.m. on", [("8 p.m.", "T20:00")]),
        ("at 12 a.m., 12pm", [("12 a.m.", "T00:00"), ("12pm", "T12:00")]),
        ("at 20:34 and 20:34:10", [("20:34", "T20:34"), ("20:34:10", "T20:34:10")]),
        ("at 0600 GMT", [("0600 GMT", "T06:00Z")]),
        ("at 7.30am", [("7.30am", "T07:30")]),
        ("at 1900 hours", [("1900 hours", "T19:00")]),
        ("open 9-11am", [("9-11am", "T09:00/T11:00")]),
        ("between 5 and 7 p.m.", [("5", "T17:00"), ("7 p.m.", "T19:00")]),
        ("at eight o'clock or 8 o'clock", [("eight o'clock", "T08:00"), ("8 o'clock", "T08:00")]),
        ("a lap of 1:36.6", [("1:36.6", "PT1M36.6S")]),
    ],
)
def test_clock_times(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected
    assert all(span.clock for span in find_dates(text, 0, len(text)))


@pytest.mark.parametrize("zone", ZONES)
def test_a_time_zone_belongs_to_its_time(zone: str) -> None:
    assert found(f"at 10:27 {zone} on")[0][0] == f"10:27 {zone}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Herald3 days ago", [("3", "P3D")]),
        ("time2 days ago", [("2", "P2D")]),
        ("3 weeks ago 16", [("3", "P3W")]),
        ("5 jam lalu", [("5", "PT5H")]),
        ("12 min ago", [("12", "PT12M")]),
        ("3d ago", [("3", "P3D")]),
        ("il y a 5 jours", [("5", "P5D")]),
        ("three weeks ago", [("three", "P3W")]),
        ("two and a half years ago", [("two and a half", "P2.5Y")]),
        ("twenty-five years ago", [("twenty-five", "P25Y")]),
        ("some 200,000 years ago", [("200,000", "P200000Y")]),
        ("2.5 million years ago", [("2.5 million", "P2500000Y")]),
        ("two decades ago", [("two", "P20Y")]),
        ("weeks ago and long ago", []),
        ("in 3 weeks", []),
    ],
)
def test_distances_in_time(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize("unit", AGO_UNITS)
def test_every_unit_of_a_distance(unit: str) -> None:
    text = f"Story 3 {unit} ago"
    assert [surface for surface, _ in found(text)] == ["3"]
    assert resolve(found(text)[0][1], ANCHOR) is not None


@pytest.mark.parametrize("ago", AGO_AFTER)
def test_every_ago_after(ago: str) -> None:
    assert found(f"7 hari {ago}") == [("7", "P7D")]


@pytest.mark.parametrize("ago", AGO_BEFORE)
def test_every_ago_before(ago: str) -> None:
    assert found(f"{ago} 7 dias") == [("7", "P7D")]


@pytest.mark.parametrize("word", NUMBER_WORDS)
def test_every_numeral_before_ago(word: str) -> None:
    assert found(f"They met {word} years ago.") == [(word, f"P{NUMBER_WORDS[word]}Y")]


@pytest.mark.parametrize("name", MONTHS)
def test_every_month(name: str) -> None:
    title = name.capitalize()
    iso = f"2024-{MONTHS[name]:02}"
    assert found(f"on {title} 9, 2024") == [(f"{title} 9, 2024", f"{iso}-09")]
    assert found(f"on 9 {title.upper()} 2024") == [(f"9 {title.upper()} 2024", f"{iso}-09")]
    assert found(f"in {title} 2024") == [(f"{title} 2024", iso)]


@pytest.mark.parametrize("name", FOREIGN_MONTHS)
def test_every_foreign_month(name: str) -> None:
    assert found(f"Kota, 21 {name} 2025") == [(f"21 {name} 2025", f"2025-{FOREIGN_MONTHS[name]:02}-21")]


@pytest.mark.parametrize(
    "text",
    [
        "in late 2024.", "since 2000.", "a 2024 incursion", "the 2024 defence treaty", "by 2030", "mid-2019",
        "(2019)", "In 2011 people took to the streets", "In 2000 people voted", "its 2018 sales", "2024 elections",
        "over 2018 levels", "grew in 2018 to 3.9 million", "a 2019-era law", "In 2016, more", "2024 was", "1914 war",
        "the war of 1812.", "the year 2000,", "in 2022's rout",
    ],
)  # fmt: skip
def test_years(text: str) -> None:
    assert [iso for _, iso in found(text)] == ["".join(c for c in text if c.isdigit())[:4]]


@pytest.mark.parametrize("before", sorted(YEAR_PREFIXES - {"end", "non"}))
def test_years_joined_by_a_hyphen(before: str) -> None:
    assert found(f"in {before}-2019 they") == [("2019", "2019")]


@pytest.mark.parametrize("after", sorted(YEAR_COMPOUNDS))
def test_years_joined_to_a_word(after: str) -> None:
    assert found(f"a 2019-{after} thing") == [("2019", "2019")]


@pytest.mark.parametrize("event", sorted(YEAR_EVENTS))
def test_years_of_events(event: str) -> None:
    assert found(f"after the 2000 {event}") == [("2000", "2000")]


@pytest.mark.parametrize("word", sorted(SHORT_YEAR_BEFORE))
def test_short_years(word: str) -> None:
    assert found(f"back {word} '98 they") == [("'98", "1998")]


@pytest.mark.parametrize(
    "text",
    [
        "2000 soldiers", "some 2,000 men", "about 2000 calories", "2000 - 2500 calories", "The toll reached 2000.",
        "between 1800 and 2000 people", "killed 1985 civilians", "the 1520 sq m centre", "$2000", "USD 2000",
        "2000km", "2000 km", "2000-strong", "2000.5", "1920x1080", "1920 x 1080", "555-2010", "No. 2010",
        "Resolution 1973", "12,2024", "more than 2000.", "2000 armed rebels", "power cuts in 2000 villages",
        "June 15,200 men", "March 12,000 people", "June 31", "In March 12 people died", "May 5 percent of homes",
        "it may 5 days later", "we march 12 miles", "16:9", "3:1", "12:60", "24/7", "2/3 of", "192.168.10.10",
        "1-800-555-2020", "V-6", "120 June", "it was '20' and", "5 AMERICANS", "highs in the 90s", "in March\n15 men",
    ],
)  # fmt: skip
def test_numbers_that_are_no_dates(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("word", sorted(NUMBER_BEFORE))
def test_words_before_a_number(word: str) -> None:
    assert found(f"it was {word} 2011 in all") == []


@pytest.mark.parametrize("word", sorted(NUMBER_LIKELY_BEFORE))
def test_words_before_a_round_number(word: str) -> None:
    assert found(f"it was {word} 2000.") == []


@pytest.mark.parametrize("word", sorted((MEASURES | PEOPLE) - {"x", "×", "m"}))
def test_counted_words_after_a_number(word: str) -> None:
    assert found(f"They had 2000 {word} left") == []


@pytest.mark.parametrize("word", TEMPERATURE)
def test_temperatures_are_no_decade(word: str) -> None:
    assert found(f"the {word} stayed in the 90s") == []


def test_a_number_after_a_date_stays_a_number() -> None:
    assert found("On June 15 200 men fled") == [("June 15", "--06-15")]
    assert found("On June 15 2000 soldiers came") == [("June 15", "--06-15")]
    assert found("On March 12 people gathered") == [("March 12", "--03-12")]


def test_nothing_outside_the_span_is_read() -> None:
    text = "June 15, 2024"
    assert [span.iso for span in find_dates(text, 0, 7)] == ["--06-15"]
    assert find_dates(text, 2, 7) == []


FRAGMENTS = st.sampled_from(
    ["May ", "2000 ", "12", " ", "-", "/", ":", ",", ".", "'", "Q3", "FY", "June", " to ", " and ", "of ", "am",
     " p.m.", "90s", "1999", "st", "three ", "years", " ago", " o'clock", "GMT", "$", "%", "\n", "de ", "il y a ",
     "T10:30", "٣"]
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(FRAGMENTS).map("".join)), st.integers(0, 20), st.integers(0, 20))
def test_spans_are_ordered_inside_and_resolvable(text: str, cut: int, tail: int) -> None:
    start, end = min(cut, len(text)), max(min(cut, len(text)), len(text) - tail)
    at = start
    for span in find_dates(text, start, end):
        assert at <= span.start < span.end <= end
        assert span.iso
        at = span.end
        interval = resolve(span.iso, ANCHOR)
        assert interval is None or interval[0] <= interval[1]


@pytest.mark.parametrize(
    "unit",
    [
        "1-1-1-",
        "May May ",
        "2000 ",
        "1:1:",
        " ago",
        "May 1 ",
        "2000-",
        " o'clock",
        "2000 to ",
        "12.12.12.",
        "'90",
        "FY20",
    ],
)
def test_long_repetitions_come_to_an_end(unit: str) -> None:
    text = unit * 20_000
    spans = find_dates(text, 0, len(text))
    assert all(a.end <= b.start for a, b in pairwise(spans))
