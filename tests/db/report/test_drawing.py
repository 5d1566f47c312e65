"""The ladder on a page: which values are drawn, where, with whose names, and the same in words."""

from pathlib import Path
from typing import Any

import pytest

from db import open_review
from db.comparing.model import Answer
from db.export import Export, Table
from db.export.report.drawing import MOST, Drawing, drawing
from db.export.report.model import Entry
from db.export.report.report import Report
from db.export.report.wording import answer_words, claim_words, value_words
from figures.model import Number
from tests.factories import make_document, make_figure


def entries(path: Path, numbers: list[Number | None], **changes: Any) -> list[Entry]:
    """Give an entry for each of these numbers, confirmed, all of one document."""
    text = "\n".join(f"{number} homes" for number in numbers)
    document = make_document(text, publisher="Harbour Post")
    figures, start = [], 0
    for number in numbers:
        figures.append(make_figure(document, str(number), number, start=start, noun="homes", **changes))
        start = text.find("\n", start) + 1
    with open_review(path, reviewer="ana", create=True) as review:
        review.add(document, figures)
        review.decide(review.queue(), "confirmed")
        return list(Report(Table(review, Export("html"))).reader().alone())


def drawn(found: list[Entry], answer: Answer | None = None) -> Drawing:
    picture = drawing(found, len(found), answer)
    assert picture is not None
    return picture


def _answer(low: str | None, best: str | None, high: str | None) -> Answer:
    return Answer(low, best, high, None, "ana", "2025-09-01T12:00:00.000000Z")


def test_equal_values_are_one_bar_and_bars_go_from_small_to_large(path: Path) -> None:
    picture = drawn(entries(path, [500, 20, 500, 3000]))
    assert [(bar.value, bar.count, bar.states) for bar in picture.bars] == [
        ("20", 1, ("confirmed",)),
        ("500", 2, ("confirmed",)),
        ("3000", 1, ("confirmed",)),
    ]
    points = [bar.place.point for bar in picture.bars]
    assert None not in points and points == sorted(points, key=lambda at: at or 0.0)
    assert picture.axis.log and picture.answer is None and picture.left_out == 0
    assert picture.told == (
        "20, Harbour Post, confirmed; 500, Harbour Post, 2 figures, confirmed; 3000, Harbour Post, confirmed."
    )


def test_of_very_many_values_the_most_frequent_are_drawn(path: Path) -> None:
    numbers: list[Number | None] = [*range(1, MOST + 11), 7, 7]
    picture = drawn(entries(path, numbers))
    assert len(picture.bars) == MOST
    assert picture.left_out == len(numbers) - sum(bar.count for bar in picture.bars)
    assert next(bar.count for bar in picture.bars if bar.value == "7") == 3


def test_without_a_number_there_is_nothing_to_draw(path: Path) -> None:
    assert drawing(entries(path, [None]), 1, _answer("1", None, "2")) is None


@pytest.mark.parametrize(
    ("low", "best", "high", "words", "ends"),
    [
        ("100", "200", "300", "best 200, from 100 to 300", (False, False)),
        ("100", None, None, "at least 100", (False, True)),
        (None, None, "300", "at most 300", (True, False)),
        (None, "250", None, "best 250", (False, False)),
        ("250", None, "250", "250", (False, False)),
    ],
)
def test_an_answer_is_drawn_with_the_ends_that_it_has(
    path: Path, low: str | None, best: str | None, high: str | None, words: str, ends: tuple[bool, bool]
) -> None:
    answer = _answer(low, best, high)
    picture = drawn(entries(path, [250]), answer)
    assert answer_words(answer) == picture.answer_words == words
    assert picture.answer is not None
    assert (picture.answer.open_left, picture.answer.open_right) == ends
    assert [bar.value for bar in picture.bars] == ["250"] and picture.told.startswith(f"answer: {words}; ")


def test_an_answer_in_words_alone_is_not_drawn(path: Path) -> None:
    picture = drawn(entries(path, [250]), _answer(None, None, None))
    assert picture.answer is None and not picture.told.startswith("answer")


def test_a_label_fits_the_narrowest_screen(path: Path) -> None:
    (bar,) = drawn(entries(path, [250, 250], attribution="The Harbour Board of the Northern Isles and Ports")).bars
    assert bar.name.endswith("…") and len(f"{bar.value} {bar.name} x{bar.count}") <= 45


@pytest.mark.parametrize(
    ("changes", "words", "claim"),
    [
        ({"bound": "over", "high": None}, "more than 8", "more than 8 homes"),
        ({"bound": "approx", "approximate": True}, "about 8", "about 8 homes"),
        ({"kind": "duration", "unit": "year", "predicate": "lost"}, "8 years", "8 years homes lost"),
        ({"vague": True, "bound": "at_least", "high": None}, "8", "8 homes"),
    ],
)
def test_values_are_said_in_words(path: Path, changes: dict[str, Any], words: str, claim: str) -> None:
    (entry,) = entries(path, [8], **changes)
    assert value_words(entry.view) == words and claim_words(entry.view) == claim


def test_a_value_that_was_put_right_is_said_as_it_is_now(path: Path) -> None:
    entries(path, [8], kind="duration", unit="month")
    with open_review(path, reviewer="ana") as review:
        review.correct(1, low=11, high=11, unit="year")
        assert value_words(review.figure(1)) == "11 years"
