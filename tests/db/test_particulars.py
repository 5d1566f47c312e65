"""Everything of one figure."""

import pytest

from db import Review
from db.blind import switch
from db.errors import UnknownFigure
from db.particulars import particulars


def test_a_figure_is_given_as_corrected_and_as_extracted(review: Review) -> None:
    row_id = review.queue()[0]
    review.correct(row_id, low=7000, bound="approx")
    found = particulars(review, row_id)
    assert (found.view.figure.low, found.view.figure.bound, found.view.figure.approximate) == (7000, "approx", True)
    assert (found.extracted.low, found.extracted.bound, found.extracted.approximate) == (6000, "over", False)


def test_its_document_its_tags_and_who_says_what(review: Review) -> None:
    row_id = review.queue()[0]
    review.decide([row_id], "disputed")
    review.tag([row_id], "later")
    found = particulars(review, row_id)
    document = review.document(found.view.document_id)
    assert (found.source.uid, found.source.characters) == (document.uid, len(document.text))
    assert (found.source.archived, found.source.retrieved) == (None, "2025-06-20T08:00:00Z")
    assert (found.source.version, found.source.publisher) == (1, "Harbour Post 1")
    assert [opinion.verdict for opinion in found.opinions] == ["disputed"]
    assert found.tags == ("later",)


def test_nothing_of_the_others_is_told_before_ones_own_verdict(review: Review) -> None:
    row_id = review.queue()[0]
    review.decide([row_id], "disputed", note="mine")
    review.tag([row_id], "later")
    switch(review.connection, True)
    review.reviewer = "ben"
    found = particulars(review, row_id)
    assert (found.view.state, found.view.note, found.opinions, found.tags) == ("unreviewed", None, (), ())


def test_one_that_is_not_there_is_refused(review: Review) -> None:
    with pytest.raises(UnknownFigure):
        particulars(review, 999)
