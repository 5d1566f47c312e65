from array import array
from collections.abc import Iterator
from pathlib import Path

import pytest

from db import Review, open_review
from db.model import DeskState
from tests.tui.driving import make_review
from tui import jobs
from tui.jobs import finding


@pytest.fixture
def review(tmp_path: Path) -> Iterator[Review]:
    with open_review(make_review(tmp_path / "r.db", documents=3), reviewer="ana") as opened:
        yield opened


def test_the_queue_opens_where_it_was_left(review: Review) -> None:
    ids = review.queue()
    review.save_desk(DeskState(figure_id=review.figure(ids[4]).figure_id))
    opening = jobs.open_queue(review)
    assert (opening.place, opening.ids) == (4, ids)
    assert ids[4] in [row.row_id for row in opening.rows]


def test_a_figure_that_is_gone_falls_back_on_the_last_place(review: Review) -> None:
    assert jobs.open_queue(review, DeskState(figure_id="000000000000"), last=3).place == 3
    assert jobs.open_queue(review, DeskState(figure_id="000000000000"), last=300).place == 8


def test_the_document_is_read_only_if_it_is_another(review: Review) -> None:
    ids = review.queue()
    first = jobs.look(review, ids[0], None)
    assert first.document is not None and len(first.marks) == 4
    assert jobs.look(review, ids[1], first.document.id).document is None


def test_find_unreviewed_goes_round_both_ways(review: Review) -> None:
    ids = review.queue()
    review.decide([ids[1], ids[2], ids[8]], "confirmed")
    assert [jobs.find_unreviewed(review, ids, place, 1) for place in (0, 1, 7)] == [3, 3, 0]
    assert [jobs.find_unreviewed(review, ids, place, -1) for place in (3, 0)] == [0, 7]


def test_find_unreviewed_gives_none_where_all_is_decided_or_only_this_one_is_left(review: Review) -> None:
    ids = review.queue()
    review.decide(ids[1:], "confirmed")
    assert jobs.find_unreviewed(review, ids, 0, 1) is None
    assert jobs.find_unreviewed(review, array("q"), 0, 1) is None


def test_find_unreviewed_passes_over_what_is_not_checkable(review: Review) -> None:
    ids = review.queue(all_figures=True)
    place = jobs.find_unreviewed(review, ids, 1, 1)
    assert place is not None and review.rows([ids[place]])[0].checkable


def test_find_unreviewed_finds_the_one_far_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "WINDOW", 2)
    monkeypatch.setattr(finding, "_NEXT", 2)
    monkeypatch.setattr(finding, "_WINDOWS", 1)
    with open_review(make_review(tmp_path / "far.db", documents=6), reviewer="ana") as review:
        ids = review.queue()
        review.decide([row_id for place, row_id in enumerate(ids) if place != 15], "confirmed")
        assert jobs.find_unreviewed(review, ids, 2, 1) == 15
        assert jobs.find_unreviewed(review, ids, 2, -1) == 15


def test_undo_with_nothing_to_undo(review: Review) -> None:
    assert jobs.reverse(review, review.queue(), redo=False) is None
