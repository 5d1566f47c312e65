"""Copies of one review on which three reviewers worked, each on their own."""

import shutil
from collections.abc import Callable
from pathlib import Path

from db import Review, open_review
from db.log.questions import answer
from db.opinions import adjudicate
from db.words import answer_payload
from tests.factories import sample

Work = Callable[[Review], object]


def copies(folder: Path, base: Work, **work: Work) -> dict[str, Path]:
    """Make a review, and a copy of it for each reviewer named, on which that one has worked."""
    path = folder / "base.db"
    with open_review(path, reviewer="base", create=True) as review:
        base(review)
    made = {}
    for name, does in work.items():
        made[name] = folder / f"{name}.db"
        shutil.copyfile(path, made[name])
        with open_review(made[name], reviewer=name) as review:
            does(review)
    return made


def base(review: Review) -> None:
    for number in (1, 2, 3):
        review.add(*sample(number))
    review.decide([2], "confirmed", note="at first")
    review.join([2, 6], title="Homes without power")


def ana(review: Review) -> None:
    """Judge, take back, judge again; a second hand on the base's question."""
    review.decide([2, 3], "disputed", note="too early", evidence=["https://example.org/a"])
    review.undo()
    review.decide([3], "confirmed")
    review.decide([6], "misreported", reason="typo")
    review.tag([2, 3], "later")
    review.correct(7, noun="islanders", low=3900)
    review.correct(7, noun=None)
    review.undo()
    start = sample(1)[0].text.index("100")
    review.add_figure(1, start, start + 3, low=100, high=100, noun="ferries")
    question = review.connection.execute("SELECT uid FROM questions").fetchone()[0]
    review.join([10], question=question)
    review.rename(question, "Homes in the dark")


def ben(review: Review) -> None:
    """Differ from ana, take in a document of one's own, judge it."""
    review.decide([2, 3, 6], "disputed", evidence=["https://example.org/b"])
    review.tag([2], "later", on=False)
    start = sample(1)[0].text.index("100")
    review.add_figure(1, start, start + 3, low=100, high=100, noun="trips")
    review.correct(7, noun="people")
    review.add_figure(2, 0, 5, low=2, high=2)
    review.undo()
    added = review.add(*sample(4))
    review.decide([mark.row_id for mark in review.marks(added.document_id)], "confirmed", note="Ben was there")
    review.undo()
    review.redo()
    question = review.connection.execute("SELECT uid FROM questions").fetchone()[0]
    answer(review.connection, "ben", question, answer_payload(low=5000, best=6000, high=7000, note=None))


def cat(review: Review) -> None:
    """Be a third: agree with one, adjudicate between two, open what was judged, take back what the base said."""
    review.decide([3], "confirmed", note="as in the report")
    with open_review(review.path, reviewer="ben") as other:
        other.decide([3], "dismissed")
    adjudicate(review, [3], "disputed")
    review.decide([2], "confirmed")
    review.decide([2], "unreviewed")
    review.add(*sample(5))
    with open_review(review.path, reviewer="base") as other:
        other.undo()
