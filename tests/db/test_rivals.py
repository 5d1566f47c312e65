"""Rivals: figures of the queue that share the head noun, kind and unit."""

from typing import Any

import pytest

from db import Review
from db.blind import switch
from db.errors import UnknownFigure
from db.rivals import kin, rivals
from tests.factories import make_document, make_figure


def add(review: Review, *counted: dict[str, Any]) -> list[int]:
    """Add a document with these figures, 600 soldiers unless other values are given; gives their rows."""
    number = review.progress().documents + 1
    lines = [f"Report {number}x, line {line}: 600 were counted." for line in range(len(counted))]
    document = make_document("\n".join(lines), name=f"{number}.txt", published="2025-06-18")
    figures = []
    for line, values in enumerate(counted):
        given = {"noun": "soldiers", "start": document.text.index(lines[line]) + lines[line].index("600"), **values}
        figures.append(make_figure(document, "600", given.pop("low", 600), **given))
    added = review.add(document, figures)
    return [mark.row_id for mark in review.marks(added.document_id)]


def ids(review: Review, row_id: int, **how: int) -> list[int]:
    return [rival.row.row_id for rival in rivals(review, row_id, **how).figures]


@pytest.mark.parametrize(
    "values",
    [
        {"low": 700, "high": 900, "bound": "range"},
        {"noun": "North Korean soldiers"},
        {"noun": "Soldier"},
        {"noun": "soldiers of the brigade"},
        {"predicate": "killed"},
        {"low": None, "high": 600, "bound": "under"},
    ],
)
def test_these_are_rivals(review: Review, values: dict[str, Any]) -> None:
    (one,), (other,) = add(review, {}), add(review, values)
    assert ids(review, one) == ids(review, other) == [one, other]


@pytest.mark.parametrize(
    "values",
    [
        {"noun": "sailors"},
        {"noun": "soldiers' families"},
        {"noun": None},
        {"kind": "measurement", "unit": "tonne"},
        {"checkable": False, "why_not": "idiom"},
    ],
)
def test_these_are_none(review: Review, values: dict[str, Any]) -> None:
    (one,), (other,) = add(review, {}), add(review, values)
    assert ids(review, one) == [one]
    assert one not in ids(review, other) or values.get("checkable") is False


def test_men_are_rivals_of_men_in_any_number(review: Review) -> None:
    (men,), (man,) = add(review, {"noun": "armed men"}), add(review, {"noun": "man"})
    assert ids(review, men) == [men, man]


def test_what_is_known_of_each(review: Review) -> None:
    (one,) = add(review, {"predicate": "killed"})
    found = rivals(review, one)
    assert (found.noun, found.complete) == ("soldier", True)
    assert found.own is not None and (found.own.predicate, found.own.published) == ("killed", "2025-06-18")


def test_a_figure_without_a_noun_stands_alone(review: Review) -> None:
    (one,), _ = add(review, {"noun": None}), add(review, {"noun": None})
    found = rivals(review, one)
    assert (found.noun, len(found.figures), found.complete) == ("", 1, True)


def test_rivals_are_found_as_corrected(review: Review) -> None:
    (one,), (other,), (third,) = add(review, {}), add(review, {"noun": "sailors"}), add(review, {})
    review.correct(other, noun="soldiers")
    review.correct(third, noun="sailors")
    assert ids(review, one) == [one, other]
    assert ids(review, third) == [third]


def test_of_very_many_the_nearest_are_given_and_it_is_said(review: Review, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("db.rivals._BATCH", 2)
    rows = add(review, *({"low": number} for number in range(9)))
    found = rivals(review, rows[4], most=2)
    assert [rival.row.row_id for rival in found.figures] == rows[2:7]
    assert not found.complete
    assert rivals(review, rows[4], most=9).complete
    monkeypatch.setattr("db.rivals.LOOKED_AT", 2)
    assert not rivals(review, rows[4], most=9).complete


def test_a_noun_of_no_letters_breaks_nothing(review: Review) -> None:
    for noun in ("!!!", '"', "*", "noun:", "NEAR(", "a" * 10_000, "\N{ZERO WIDTH SPACE}"):
        (one,) = add(review, {"noun": noun})
        assert one in ids(review, one)


def test_nothing_of_the_others_is_told_before_ones_own_verdict(review: Review) -> None:
    (one,), (other,) = add(review, {}), add(review, {})
    review.decide([other], "confirmed")
    switch(review.connection, True)
    review.reviewer = "ben"
    assert {rival.row.state for rival in rivals(review, one).figures} == {"unreviewed"}


def test_kin_stand_in_other_documents_and_tell_equal_numbers(review: Review) -> None:
    one, _ = add(review, {}, {})
    (equal,), (other,) = add(review, {"predicate": "sent"}), add(review, {"low": 6000})
    (mended,) = add(review, {"low": 60, "noun": "sailors"})
    review.correct(mended, low=600, noun="soldiers")
    assert {found.row_id: found.equal for found in kin(review, one)} == {equal: True, other: False, mended: True}


def test_one_that_is_not_there_is_refused(review: Review) -> None:
    for read in (rivals, kin):
        with pytest.raises(UnknownFigure):
            read(review, 999)
