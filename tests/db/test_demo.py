"""The demo's review."""

from pathlib import Path

from db import open_review
from db.demo import make_demo, mark_examples
from tests.factories import make_document, make_figure


def test_examples_are_given_to_the_figures_they_are_about(path: Path) -> None:
    document = make_document("5,000 builders and 6,000 combat engineers; 6,000 losses; 3,800 to 4,000 troops; 12 cats")
    figures = [
        make_figure(document, "5,000", 5000, noun="construction workers"),
        make_figure(document, "6,000", 6000, noun="combat engineers"),
        make_figure(document, "3,800 to 4,000", 3800, high=4000, bound="range", noun="troops"),
        make_figure(document, "12", 12, noun="cats"),
    ]
    with open_review(path, reviewer="ana", create=True) as review:
        review.add(document, figures)
        assert mark_examples(review) == 3
        states = [(row.state, row.reason) for row in review.rows(review.queue())]
        assert mark_examples(review) == 0
    assert states == [
        ("confirmed", None),
        ("misreported", "noun_swapped"),
        ("disputed", None),
        ("unreviewed", None),
    ]


def test_the_demo_opens_on_the_samples_with_some_verdicts_given(tmp_path: Path) -> None:
    with open_review(make_demo(tmp_path, "ana"), reviewer="ana") as review:
        progress = review.progress()
        links = [link for row in review.verdict_rows() for link in row.evidence]
    assert progress.documents == 5
    assert progress.confirmed and progress.disputed and progress.misreported and progress.dismissed
    assert progress.unreviewed > progress.decided
    assert links
