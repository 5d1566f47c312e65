"""Verdicts counted by publisher, kind and reviewer; documents by their names."""

from pathlib import Path

import pytest

from db import Review, open_review
from db.blind import switch
from db.tallies import Tally, tallies
from db.titles import Title, figures_of, titles
from tests.factories import sample


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "storm.db"
    with open_review(path, reviewer="ana", create=True) as review:
        review.add(*sample(1))
        review.add(*sample(2, publisher=None))
        ids = review.queue()
        review.decide(ids[:2], "confirmed")
        review.decide(ids[3:4], "dismissed")
    with open_review(path, reviewer="ben") as review:
        review.decide(review.queue()[1:2], "disputed")
    return path


def counted(review: Review) -> dict[str, list[Tally]]:
    found = tallies(review)
    return {"publishers": found.publishers, "kinds": found.kinds, "reviewers": found.reviewers}


def test_every_figure_of_the_queue_is_counted_once_each_way(path: Path) -> None:
    with open_review(path, reviewer="ana") as review:
        found = counted(review)
        assert found["publishers"] == [
            Tally("Harbour Post 1", {"confirmed": 1, "unresolved": 1, "unreviewed": 1}),
            Tally("storm2.txt", {"dismissed": 1, "unreviewed": 2}),
        ]
        assert sum(tally.total for tally in found["kinds"]) == review.progress().queue
        assert found["reviewers"] == [Tally("ana", {"confirmed": 2, "dismissed": 1}), Tally("ben", {"disputed": 1})]


def test_blind_only_what_one_has_judged_oneself_is_seen(path: Path) -> None:
    with open_review(path, reviewer="ben") as review:
        switch(review.connection, True)
        found = counted(review)
        assert found["publishers"][0].states == {"unresolved": 1, "unreviewed": 2}
        assert found["publishers"][1].states == {"unreviewed": 3}
        assert [tally.name for tally in found["reviewers"]] == ["ben"]
    with open_review(path, reviewer="cleo") as review:
        found = counted(review)
        assert all(set(tally.states) == {"unreviewed"} for tally in (*found["publishers"], *found["kinds"]))
        assert found["reviewers"] == []


def test_documents_are_named_and_their_figures_found_in_queue_order(path: Path) -> None:
    with open_review(path, reviewer="ana") as review:
        first, second = titles(review)
        assert first == Title(first.document_id, "storm1.txt", "Storm 1", "Harbour Post 1")
        assert second.publisher is None
        ids = review.queue(all_figures=True)
        assert [*figures_of(review, first.document_id), *figures_of(review, second.document_id)] == list(ids)
