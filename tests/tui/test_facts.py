from dataclasses import replace
from pathlib import Path

import pytest

from db import open_review
from db.model import FigureView
from tests.tui.driving import figure
from tui.facts import headline, lay_out


@pytest.fixture
def view(review_path: Path) -> FigureView:
    return figure(review_path, 0)


@pytest.mark.parametrize("width", [1, 20, 44, 76, 107, 108, 156, 300])
def test_every_fact_is_there_at_every_width(view: FigureView, width: int) -> None:
    content = lay_out(view, width)
    if width >= 76:
        for text in ("more than 6,000", "homes", "the grid operator", "Harbour Post 1", "2025-06-18", "Storm 1"):
            assert text in content.plain
        assert "https://harbour-post.example/1" in content.plain
        assert max(line.cell_length for line in content.split("\n")) <= width


def test_nobody_is_said_to_be_nobody(view: FigureView) -> None:
    silent = replace(view, figure=replace(view.figure, attribution=None))
    assert "nobody named" in lay_out(silent, 76).plain
    assert "nobody named" in lay_out(silent, 150).plain


@pytest.mark.parametrize("width", [76, 150])
def test_the_verdict_its_note_and_its_evidence_are_shown(review_path: Path, width: int) -> None:
    with open_review(review_path, reviewer="ana") as review:
        row_id = review.queue()[0]
        review.decide([row_id], "misreported", reason="bound_lost", note="two\nlines")
        review.add_evidence(row_id, "https://a.example/1")
        review.add_evidence(row_id, "https://b.example/2", stance="contradicts")
    view = figure(review_path, 0)
    lines = lay_out(view, width).plain.split("\n")
    assert headline(view).plain == "✕ misreported: bound lost  >6,000 homes"
    for label, value in (
        ("note", "two lines"),
        ("evidence", "https://a.example/1"),
        ("against", "https://b.example/2"),
    ):
        assert any(label in line and value in line for line in lines)


def test_what_is_not_checkable_says_why(review_path: Path) -> None:
    with open_review(review_path, reviewer="ana") as review:
        ids = review.queue(all_figures=True)
        view = next(view for view in review.figures(ids) if not view.figure.checkable)
    assert "not checkable: identifier" in lay_out(view, 76).plain
    assert "not checkable: identifier" in lay_out(view, 150).plain
