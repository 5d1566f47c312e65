"""Links and tags that were used before, to be used again."""

from pathlib import Path

from db import Review, blind, open_review
from db.model import LATER
from db.sources import UsedLink, having_tag, links_used, tags_used

A, B = "https://a.example/1", "https://b.example/2"


def test_links_come_most_recent_first_with_what_they_were_given_last(review: Review) -> None:
    ids = review.queue()
    review.add_evidence(ids[0], A, title="old title")
    review.add_evidence(ids[0], B)
    review.add_evidence(ids[1], A, title="title", archived_link="https://archive.example/a")
    review.add_evidence(ids[1], kind="conversation", title="a call")
    assert links_used(review) == [UsedLink(A, "title", "https://archive.example/a"), UsedLink(B, None, None)]
    assert [used.link for used in links_used(review, limit=1)] == [A]
    review.undo()
    review.undo()
    assert [used.link for used in links_used(review)] == [B, A]


def test_tags_come_with_how_many_figures_have_them(review: Review) -> None:
    ids = review.queue()
    review.tag(ids[:1], "phone")
    review.tag(ids[:3], LATER)
    assert tags_used(review) == [(LATER, 3), ("phone", 1)]
    assert having_tag(review, ids[2:5], LATER) == 1
    review.tag(ids[:3], LATER, on=False)
    assert tags_used(review) == [("phone", 1)]


def test_rows_tell_what_was_put_off(review: Review) -> None:
    ids = review.queue()
    review.tag(ids[:1], LATER)
    review.tag(ids[1:2], "phone")
    assert [row.later for row in review.rows(ids[:3])] == [True, False, False]


def test_in_blind_mode_only_ones_own_are_shown(path: Path, review: Review) -> None:
    ids = review.queue()
    with open_review(path, reviewer="ben") as other:
        other.tag(ids[:1], LATER)
        other.tag(ids[:1], "wrong")
        other.add_evidence(ids[0], A)
    review.add_evidence(ids[1], B)
    blind.switch(review.connection, True)
    assert [used.link for used in links_used(review)] == [B]
    assert (tags_used(review), review.tags(ids[0])) == ([], [])
    assert not review.rows(ids[:1])[0].later
    review.decide(ids[:1], "confirmed")
    assert review.tags(ids[0]) == [LATER, "wrong"]
    assert review.rows(ids[:1])[0].later
