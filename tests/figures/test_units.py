import re

import pytest

from figures.extract.units.after_number import Unit, glued_letter_is_unit, rate_after, unit_after

_NUMBER = re.compile(r"\d[\d.,]*(?<![.,])(?: (?:million|billion|trillion))?|\b(?:two|three|four|six|nine|twelve)\b")


def after(sentence: str) -> tuple[str, str, str] | None:
    """Give the unit's text, name and kind after the first number of a sentence."""
    number = _NUMBER.search(sentence)
    assert number is not None
    unit = unit_after(sentence, number.end(), len(sentence))
    return None if unit is None else (sentence[unit.start : unit.end], unit.name, unit.kind)


@pytest.mark.parametrize(
    ("sentence", "text", "name", "kind"),
    [
        ("The storm blew at 50mph.", "mph", "mile per hour", "measurement"),
        ("The storm blew at 50 m.p.h. all day.", "m.p.h.", "mile per hour", "measurement"),
        ("a 55-mile-per-hour gust", "mile-per-hour", "mile per hour", "measurement"),
        ("It does 120 kilometres an hour.", "kilometres an hour", "kilometre per hour", "measurement"),
        ("It does 120 km/h.", "km/h", "kilometre per hour", "measurement"),
        ("a 1,000-kilometer front", "kilometer", "kilometre", "measurement"),
        ("5km away", "km", "kilometre", "measurement"),
        ("The site covers 12 square\nmiles.", "square\nmiles", "square mile", "measurement"),
        ("The site covers 12 sq. km of land.", "sq. km", "square kilometre", "measurement"),
        ("a hall of 40 m2", "m2", "square metre", "measurement"),
        ("They pump 5 million barrels of oil a day.", "barrels of oil a day", "barrel per day", "measurement"),
        ("They pump 300,000 bpd.", "bpd", "barrel per day", "measurement"),
        ("It was 38 degrees Celsius.", "degrees Celsius", "degree celsius", "measurement"),
        ("It was 101°F in the shade.", "°F", "degree fahrenheit", "measurement"),
        ("Some 8 metric tons fell.", "metric tons", "tonne", "measurement"),
        ("a farm of 2 MW", "MW", "megawatt", "measurement"),
        ("It stored 20 gigawatt-hours.", "gigawatt-hours", "gigawatt hour", "measurement"),
        ("They drink 3 litres per person.", "litres per person", "litre per person", "measurement"),
        ("The air held 35 μg/m3.", "μg/m3", "microgram per cubic metre", "measurement"),
        ("a nine-month siege", "month", "month", "duration"),
        ("It lasted 3 consecutive days.", "days", "day", "duration"),
        ("They asked for 6 more months.", "months", "month", "duration"),
        ("He works 40 hours a week.", "hours a week", "hour per week", "duration"),
        ("They waited 3 hours a second time.", "hours", "hour", "duration"),
        ("He sold 3 litres a month later.", "litres", "litre", "measurement"),
        ("up 30% on the year", "%", "percent", "percent"),
        ("up 3 per cent", "per cent", "percent", "percent"),
        ("up 3% points", "% points", "percentage point", "percent"),
        ("up 3 percentage points", "percentage points", "percentage point", "percent"),
        ("cut by 25 basis points", "basis points", "basis point", "percent"),
        ("cut by 25bps", "bps", "basis point", "percent"),
    ],
)
def test_what_follows_a_number_is_its_unit(sentence: str, text: str, name: str, kind: str) -> None:
    assert after(sentence) == (text, name, kind)


@pytest.mark.parametrize(
    "sentence",
    [
        "5 people came", "12 bars closed", "3 keys went missing", "two stones were thrown", "20 points behind",
        "6 foot soldiers fell", "two second homes", "3 second-placed teams", "two minute details", "10 day visitors",
        "3 degree courses", "two degrees in law", "six degrees of separation", "four stone walls", "two bits of advice",
        "4 leagues", "7 moles", "two drops of ink", "3 Teslas parked outside", "2 shakes", "4 quarters", "6 spans",
        "3 TB patients", "a 5g network", "the 21st day", "12 Year 6 pupils", "three year groups", "12 meter readers",
        "9 yard workers", "5 packs", "3 turns", "4 circles", "2 pairs", "a 1080p screen", "see Section 5C",
        "the 12 won by a point", "two Euro finals", "8 Mt Everest climbers", "5 Min tribesmen", "4 real friends",
        "500 ALL the same", "3 per day", "5 a day", "4 microphones", "2 kips", "3 crowns", "6 soles", "2 m people",
        "8 metal bars", "7 cubic sculptures", "9 square meals", "3 long poems", "5, miles", "5.", "5 $10 notes",
        "50 cal machine guns", "2 more people", "two\n\nmiles of road", "in 2022′s market", "at 5 p.m. on",
    ],
)  # fmt: skip
def test_a_counted_noun_is_no_unit(sentence: str) -> None:
    assert after(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("two Seconds.", None),
        ("He ran it in 9.58 seconds.", "seconds"),
        ("He ran it in 9.58s.", "s"),
        ("a 30-second clip", "second"),
        ("a 30 second clip", "second"),
        ("He won by 1 second.", "second"),
        ("He won by 1 second from his brother.", "second"),
        ("The 1 second home they own", None),
        ("the two second halves", None),
    ],
)
def test_second_is_a_time_or_an_ordinal(sentence: str, text: str | None) -> None:
    found = after(sentence)
    assert (found and found[0]) == (text if text or "Seconds" not in sentence else "Seconds")


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("a blast of 5,000 pounds of explosives", "pound"),
        ("a 200-pound man", "pound"),
        ("It weighs 12,000 pounds.", "pound"),
        ("He is 5 pounds heavier.", "pound"),
        ("It left 400 pounds behind.", "pound"),
        ("He paid 20,000 pounds.", "GBP"),
        ("That is 20,000 pounds in fines.", "GBP"),
        ("They set 5 million pounds aside.", "GBP"),
        ("about 5 million pounds of beef", "pound"),
        ("It costs 2 pounds sterling.", "GBP"),
        ("found 300 pound coins", "GBP"),
        ("some 300 British pounds", "GBP"),
        ("some 300 Egyptian pounds", "EGP"),
    ],
)
def test_pounds_are_weight_or_money_by_the_words_around(sentence: str, name: str) -> None:
    found = after(sentence)
    assert found is not None and found[1] == name


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("a 12-stone boxer", "stone"),
        ("He weighs 12 stone.", "stone"),
        ("He weighs 12st.", "stone"),
        ("It hit 40C at noon.", "degree celsius"),
        ("to keep warming under 2C", "degree celsius"),
        ("a high of 104F", "degree fahrenheit"),
        ("a 64-bit chip", "bit"),
        ("a 360-degree view", "degree"),
        ("It turned 90 degrees.", "degree"),
        ("It turned 90°.", "degree"),
        ("a 3 year term", "year"),
        ("a two minute silence", "minute"),
        ("about 5 min later", "minute"),
        ("a wall 2 m high", "metre"),
        ("a 6 foot fence", "foot"),
        ("a 100 meter pool", "metre"),
        ("a 20 yard pass", "yard"),
        ("a 3 day event", "day"),
        ("a diet of 800 cal", "calorie"),
        ("a disk of 2 TB", "terabyte"),
        ("a card of 64GB", "gigabyte"),
        ("just 5g of salt", "gram"),
        ("some 36 Mt of carbon", "megatonne"),
        ("a plot of 5 ha", "hectare"),
        ("cooled to 3 kelvins", "kelvin"),
        ('a 55" screen', "inch"),
        ("6'2\" tall", "foot"),
        ("a 55″ screen", "inch"),
    ],
)
def test_doubtful_spellings_are_decided_by_their_surroundings(sentence: str, name: str) -> None:
    found = after(sentence)
    assert found is not None and found[1] == name


def test_a_quotation_mark_after_a_number_closes_the_quotation() -> None:
    assert after('"We lost 55" was all he said.') is None


def test_the_unit_ends_at_the_limit() -> None:
    assert unit_after("5 miles per hour", 1, 7) == Unit(2, 7, "mile", "measurement")
    assert unit_after("5 miles", 1, 1) is None


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        (" a barrel, up", ("barrel", " a barrel")),
        (" per share.", ("share", " per share")),
        ("/kg", ("kilogram", "/kg")),
        (" an hour", ("hour", " an hour")),
        (" every month", ("month", " every month")),
        (" per square foot", ("square foot", " per square foot")),
        (" per capita", ("person", " per capita")),
        (" a year later", None),
        (" a second time", None),
        (" a friend", None),
        (" per cent", None),
        (" and", None),
    ],
)
def test_rates_are_counted_by_units_and_a_few_nouns(rest: str, expected: tuple[str, str] | None) -> None:
    found = rate_after(rest, 0, len(rest))
    assert (found and (found[0], rest[: found[1]])) == expected


@pytest.mark.parametrize(
    ("sentence", "metres"),
    [
        ("a wall 5m high", True),
        ("the 100m sprint", True),
        ("the women's 100m hurdles", True),
        ("He jumped 8.95m.", True),
        ("winds of 20m/s", True),
        ("It stood 5m from the road.", True),
        ("It rests in 30m of water.", False),
        ("some 5m people", False),
        ("It has 5m tonnes in store.", False),
        ("Sales rose to 5.2m.", False),
        ("They paid $5m.", False),
        ("They paid EUR 5m.", False),
        ("It weighs 5g.", True),
        ("some 5k fans", False),
        ("some 5M people", False),
        ("some 5 people", False),
    ],
)
def test_a_glued_letter_is_metres_or_millions(sentence: str, metres: bool) -> None:
    number = _NUMBER.search(sentence)
    assert number is not None
    assert glued_letter_is_unit(sentence, number.end(), len(sentence)) is metres
