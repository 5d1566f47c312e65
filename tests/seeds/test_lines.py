"""Every entry of the word lists does its work."""

import pytest

from seeds import words
from seeds.units import units_of


def kind(line: str) -> str:
    (unit,) = units_of(line, 0, len(line), None)
    return unit.kind


@pytest.mark.parametrize("line", sorted(words.RELATED_LINES))
def test_every_line_that_opens_a_list(line: str) -> None:
    assert kind(f"{line.capitalize()}:") == "related"


@pytest.mark.parametrize("start", words.RELATED_STARTS)
def test_every_start_of_a_pointer(start: str) -> None:
    assert kind(f"{start.upper()}: A bridge reopens") == "pointer"


@pytest.mark.parametrize("line", sorted(words.FURNITURE_LINES))
def test_every_furniture_line(line: str) -> None:
    assert kind(line.title().replace("'S", "'s")) == "furniture"


@pytest.mark.parametrize("start", words.FURNITURE_STARTS)
def test_every_furniture_start(start: str) -> None:
    assert kind(f"{start.capitalize()} the valley") == "furniture"


@pytest.mark.parametrize("line", sorted(words.FOOTER_LINES))
def test_every_footer_line(line: str) -> None:
    assert kind(line.upper()) == ("comments" if line in words.COMMENT_LINES else "footer")


@pytest.mark.parametrize("start", words.FOOTER_STARTS)
def test_every_footer_start(start: str) -> None:
    assert kind(f"{start} 25 Valley Media") == "footer"


@pytest.mark.parametrize("word", sorted(words.COUNTED))
def test_every_counted_thing(word: str) -> None:
    assert kind(f"24 {word}") == "furniture"


@pytest.mark.parametrize("agency", words.AGENCIES)
def test_every_agency_ends_a_caption(agency: str) -> None:
    assert kind(f"Water pours over the dam. Valley/{agency.upper()}") == "caption"


@pytest.mark.parametrize("word", sorted(words.DATE_LINE_WORDS | words.UPDATE_WORDS | words.PUBLISH_WORDS))
def test_every_word_beside_a_date(word: str) -> None:
    assert kind(f"{word} 2025-06-18") == "clock"


@pytest.mark.parametrize(
    "line",
    [
        "More than 6,000 people left the valley, the ministry said.",
        "By Sunday the river had fallen by 40 centimetres.",
        "Read more about this than about anything, he said, and you will see 5,000 reasons for it in the end.",
        "Related firms paid 3 million.",
        "The photo was taken in May.",
        "Next week 600 soldiers leave.",
    ],
)
def test_sentences_are_prose(line: str) -> None:
    assert kind(line) in ("prose", "furniture" if line.startswith("Read more") else "prose")
