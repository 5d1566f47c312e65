"""Corrections and added figures: what a reviewer says wins, what the extractor said stays, all of it can be undone."""

import csv
import io
import sqlite3
from decimal import Decimal
from pathlib import Path

import pytest

from db import Review, open_review
from db.errors import BadDecision, UnknownFigure
from db.export import Export, write_table


@pytest.fixture
def homes(review: Review) -> int:
    """The row of "More than 6,000 homes lost power, the grid operator said."."""
    return next(row.row_id for row in review.rows(review.queue()) if row.text == "6,000")


def _values(review: Review, row_id: int) -> tuple[object, ...]:
    figure = review.figure(row_id).figure
    return figure.low, figure.high, figure.bound, figure.unit, figure.noun, figure.attribution, figure.as_of


# Corrections


def test_a_corrected_figure_is_shown_and_listed_as_corrected(review: Review, homes: int) -> None:
    action = review.correct(homes, noun="households", attribution=None, as_of="2025-06")
    view = review.figure(homes)
    row = review.rows([homes])[0]
    assert (view.figure.noun, view.figure.attribution, view.figure.as_of) == ("households", None, "2025-06")
    assert (view.figure.as_of_start, view.figure.as_of_end) == ("2025-06-01", "2025-06-30")
    assert (row.noun, row.attribution, row.as_of) == ("households", None, "2025-06")
    assert (action.kind, action.label, action.row_ids) == ("correction", "correction on 1 figure", (homes,))


def test_what_the_extractor_said_stays_and_can_be_seen(review: Review, homes: int, path: Path) -> None:
    review.correct(homes, low=6500, noun="households")
    found = {item.field: (item.extracted, item.value, item.reviewer) for item in review.figure(homes).corrections}
    assert found == {"low": ("6000", "6500", "ana"), "noun": ("homes", "households", "ana")}
    row = sqlite3.connect(path).execute("SELECT low, noun FROM figures WHERE id = ?", (homes,)).fetchone()
    assert row == ("6000", "homes")


def test_the_export_has_the_corrected_values(review: Review, homes: int, path: Path, tmp_path: Path) -> None:
    review.correct(homes, low="6,200", high="6,400", bound="range", noun="households")
    review.decide([homes], "confirmed")
    write_table(review, Export("csv", tmp_path / "table.csv"))
    (line,) = csv.DictReader(io.StringIO((tmp_path / "table.csv").read_text("utf-8")))
    assert (line["low"], line["high"], line["bound"], line["noun"]) == ("6200", "6400", "range", "households")
    view = sqlite3.connect(path).execute("SELECT low, high, bound, noun FROM verdict_table").fetchone()
    assert view == ("6200", "6400", "range", "households")


def test_a_correction_is_one_action_to_undo_and_redo(review: Review, homes: int, path: Path) -> None:
    before = _values(review, homes)
    review.correct(homes, low=7000, noun="households", unit="each")
    after = _values(review, homes)
    review.undo()
    assert _values(review, homes) == before and review.figure(homes).corrections == ()
    review.close()
    with open_review(path, reviewer="ana") as again:
        again.redo()
        assert _values(again, homes) == after != before


def test_the_extractors_value_given_back_takes_the_correction_away(review: Review, homes: int) -> None:
    review.correct(homes, noun="households")
    review.correct(homes, noun="homes")
    assert review.figure(homes).corrections == ()
    assert [event.label for event in review.history(homes)] == ["noun as extracted again", "noun corrected: households"]


def test_the_newest_correction_of_a_field_counts_whoever_made_it(review: Review, homes: int, path: Path) -> None:
    review.correct(homes, noun="households", low=6100)
    with open_review(path, reviewer="ben") as other:
        other.correct(homes, noun="flats")
        assert _values(other, homes)[:5] == (6100, None, "over", None, "flats")
        other.undo()
        assert _values(other, homes)[4] == "households"


@pytest.mark.parametrize(
    ("given", "ends"),
    [
        ({"low": 7000}, (7000, None, "over")),
        ({"bound": "exact"}, (6000, 6000, "exact")),
        ({"bound": "up_to"}, (None, 6000, "up_to")),
        ({"bound": "exact", "low": "16.50"}, (Decimal("16.5"), Decimal("16.5"), "exact")),
        ({"bound": "range", "low": 6000, "high": 7000}, (6000, 7000, "range")),
        ({"bound": "approx", "high": "−40"}, (-40, -40, "approx")),
        ({"low": 10**18}, (10**18, None, "over")),
    ],
)
def test_a_bound_and_its_ends_go_together(
    review: Review, homes: int, given: dict[str, object], ends: tuple[object, ...]
) -> None:
    review.correct(homes, **given)
    assert _values(review, homes)[:3] == ends


def test_a_corrected_bound_says_whether_the_number_is_approximate(review: Review, homes: int) -> None:
    review.correct(homes, bound="approx")
    assert review.figure(homes).figure.approximate and review.rows([homes])[0].approximate
    review.correct(homes, bound="exact")
    assert not review.figure(homes).figure.approximate


@pytest.mark.parametrize(
    "given",
    [
        {"low": "six"},
        {"low": True},
        {"low": float("nan")},
        {"low": Decimal("Infinity")},
        {"low": Decimal("1E+5000")},
        {"low": "1e5"},
        {"low": "9" * 5000},
        {"low": 10**18 + 1},
        {"low": "0.0000001"},
        {"low": "60,00"},
        {"high": 7000},
        {"low": None},
        {"bound": "about"},
        {"bound": None},
        {"bound": "range", "low": 7000},
        {"bound": "range", "low": 7000, "high": 6000},
        {"bound": "exact", "low": 6000, "high": 7000},
        {"noun": "n" * 301},
        {"noun": "ho\u202emes"},
        {"noun": 5},
        {"text": "7,000"},
        {"kind": "money"},
        {"noun": "homes"},
        {},
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(review: Review, homes: int, given: dict[str, object]) -> None:
    before = _values(review, homes)
    with pytest.raises(BadDecision) as refused:
        review.correct(homes, **given)
    assert "\n" not in str(refused.value)
    assert _values(review, homes) == before and review.history(homes) == []


def test_a_figure_that_is_not_there_cannot_be_corrected(review: Review) -> None:
    with pytest.raises(UnknownFigure):
        review.correct(999, noun="homes")
