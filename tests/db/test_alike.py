"""Figures that say the same: equal number, bound, kind and unit, of things with the same head noun."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from db import Review, open_review
from db.alike import alike, head
from db.errors import UnknownFigure
from tests.factories import make_document, make_figure


def add(review: Review, **values: Any) -> int:
    """Add a document with one figure, 600 soldiers unless other values are given; gives its row."""
    number = review.progress().documents + 1
    document = make_document(f"Report {number}x: 600 were counted.", name=f"{number}.txt")
    given = {"noun": "soldiers", "start": document.text.index("600"), **values}
    added = review.add(document, [make_figure(document, "600", given.pop("low", 600), **given)])
    return review.marks(added.document_id)[0].row_id


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"noun": "North Korean soldiers"},
        {"noun": "soldier"},
        {"noun": "Soldiers of the brigade"},
        {"predicate": "killed"},
        {"attribution": "somebody else"},
    ],
)
def test_these_say_the_same(review: Review, values: dict[str, Any]) -> None:
    one, other = add(review), add(review, **values)
    assert list(alike(review, one)) == list(alike(review, other)) == [one, other]


@pytest.mark.parametrize(
    "values",
    [
        {"low": 601, "high": 601},
        {"low": 600, "high": 700, "bound": "range"},
        {"high": None, "bound": "over"},
        {"approximate": True, "bound": "approx"},
        {"kind": "measurement", "unit": "tonne"},
        {"noun": "sailors"},
        {"noun": None},
        {"low": Decimal("600.5"), "high": Decimal("600.5")},
    ],
)
def test_these_do_not(review: Review, values: dict[str, Any]) -> None:
    one, other = add(review), add(review, **values)
    assert list(alike(review, one)) == [one]
    assert list(alike(review, other)) == [other]


def test_what_is_not_in_the_queue_is_not_found(review: Review) -> None:
    one, _ = add(review), add(review, checkable=False, why_not="idiom")
    assert list(alike(review, one)) == [one]


def test_killed_is_not_sent(review: Review) -> None:
    killed, sent, silent = add(review, predicate="killed"), add(review, predicate="sent"), add(review)
    assert list(alike(review, killed)) == [killed, silent]
    assert list(alike(review, sent)) == [sent, silent]


def test_open_ends_are_equal(review: Review) -> None:
    under = [add(review, low=None, high=600, bound="under") for _ in range(2)]
    assert list(alike(review, under[0])) == under


def test_a_figure_without_a_number_is_like_no_other(review: Review) -> None:
    one, _ = (add(review, low=None, high=None, kind="other") for _ in range(2))
    assert list(alike(review, one)) == [one]


def test_figures_are_compared_as_corrected(review: Review) -> None:
    one, other = add(review), add(review, low=6000, high=6000, noun="troops")
    review.correct(other, low=600, noun="soldiers")
    assert list(alike(review, one)) == list(alike(review, other)) == [one, other]
    review.correct(one, noun="sailors")
    assert list(alike(review, other)) == [other]


def test_one_that_is_not_there_is_refused(review: Review) -> None:
    with pytest.raises(UnknownFigure):
        alike(review, 999)


def test_more_than_a_batch_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("db.alike._BATCH", 3)
    with open_review(tmp_path / "r.db", reviewer="ana", create=True) as review:
        ids = [add(review) for _ in range(10)]
        assert list(alike(review, ids[4])) == ids


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("North Korean soldiers", "soldier"),
        ("members of parliament", "member"),
        ("people who fled", "people"),
        ("casualties", "casualty"),
        ("of", "of"),
        ("!!!", "!!!"),
    ],
)
def test_the_head_of_a_noun_phrase(noun: str, expected: str) -> None:
    assert head(noun) == expected
