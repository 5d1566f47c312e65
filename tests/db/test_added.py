"""Figures that the extractor missed: added by a reviewer, listed like the others, gone when that is undone."""

from pathlib import Path

import pytest

from db import Review, open_review
from db.checking import check
from db.errors import BadDecision, ReviewError
from db.log.settle import settle_actions, settle_all
from db.merging import merge
from db.versions import update
from tests.factories import make_document, sample


def _values(review: Review, row_id: int) -> tuple[object, ...]:
    figure = review.figure(row_id).figure
    return figure.low, figure.high, figure.bound, figure.unit, figure.noun, figure.attribution, figure.as_of


def _tonnes(review: Review) -> tuple[int, int, int]:
    """Add a document of which the extractor found nothing; gives its row and the span of "forty thousand"."""
    document = make_document("The dam held back forty thousand tonnes.\nNobody was hurt.\n", name="dam.txt")
    added = review.add(document, [])
    start = document.text.index("forty")
    return added.document_id, start, start + len("forty thousand")


def test_an_added_figure_joins_the_queue_where_it_stands(review: Review) -> None:
    document_id, start, end = _tonnes(review)
    before = review.progress()
    action = review.add_figure(document_id, start, end, low=40_000, kind="measurement", unit="tonne", noun="water")
    (row_id,) = action.row_ids
    view = review.figure(row_id)
    figure = view.figure
    assert (figure.text, figure.low, figure.high, figure.bound) == ("forty thousand", 40_000, 40_000, "exact")
    assert (figure.kind, figure.unit, figure.noun, figure.zone) == ("measurement", "tonne", "water", "body")
    assert (view.origin, view.state, view.sentence) == (
        "added",
        "unreviewed",
        "The dam held back forty thousand tonnes.",
    )
    assert (figure.prefix, figure.suffix) == ("The dam held back ", " tonnes.\nNobody was hurt.\n")
    assert action.label == "missed figure added"
    after = review.progress()
    assert (after.figures, after.queue, after.unreviewed) == (
        before.figures + 1,
        before.queue + 1,
        before.unreviewed + 1,
    )
    assert review.queue()[-1] == row_id
    assert [mark.row_id for mark in review.marks(document_id)] == [row_id]


def test_an_added_figure_has_the_id_that_its_place_gives_it(review: Review, tmp_path: Path) -> None:
    document_id, start, end = _tonnes(review)
    review.add_figure(document_id, start, end, low=40_000)
    with open_review(tmp_path / "other.db", reviewer="ben", create=True) as other:
        there, _, _ = _tonnes(other)
        other.add_figure(there, start, end, low=40_000)
        assert other.figure(other.queue()[-1]).figure_id == review.figure(review.queue()[-1]).figure_id


def test_undo_takes_an_added_figure_out_of_view_and_redo_brings_it_back(review: Review) -> None:
    before, document_id, start, end = review.progress(), *_tonnes(review)
    (row_id,) = review.add_figure(document_id, start, end, low=40_000).row_ids
    review.decide([row_id], "confirmed")
    review.undo()
    review.undo()
    assert row_id not in review.queue(all_figures=True) and review.marks(document_id) == []
    assert (review.progress().figures, review.progress().queue) == (before.figures, before.queue)
    review.redo()
    review.redo()
    assert review.figure(row_id).state == "confirmed" and row_id in review.queue()


def test_one_added_again_after_undo_is_the_same_figure_with_the_new_values(review: Review) -> None:
    document_id, start, end = _tonnes(review)
    (row_id,) = review.add_figure(document_id, start, end, low=40_000).row_ids
    review.undo()
    assert review.add_figure(document_id, start, end, low=41_000, bound="over").row_ids == (row_id,)
    assert _values(review, row_id)[:3] == (41_000, None, "over")


def test_an_added_figure_can_be_corrected(review: Review) -> None:
    (row_id,) = review.add_figure(*_tonnes(review), low=40_000).row_ids
    review.correct(row_id, low=45_000, noun="water")
    assert _values(review, row_id) == (45_000, 45_000, "exact", None, "water", None, None)
    assert [item.extracted for item in review.figure(row_id).corrections] == ["40000", "40000", None]


def test_a_figure_without_a_number_can_be_of_a_kind_that_needs_none(review: Review) -> None:
    (row_id,) = review.add_figure(*_tonnes(review), kind="other").row_ids
    assert _values(review, row_id)[:2] == (None, None)


@pytest.mark.parametrize(
    ("moved", "given"),
    [
        ((0, 0), {"low": 5, "kind": "number"}),
        ((0, 0), {}),
        ((0, 0), {"low": 5, "high": 4, "bound": "range"}),
        ((0, 0), {"low": 5, "text": "five"}),
        ((-1, 0), {"low": 5}),
        ((0, 1), {"low": 5}),
        ((14, 0), {"low": 5}),
        ((0, 999), {"low": 5}),
        ((-999, 0), {"low": 5}),
    ],
)
def test_what_is_no_figure_is_refused(review: Review, moved: tuple[int, int], given: dict[str, object]) -> None:
    document_id, start, end = _tonnes(review)
    before = review.progress()
    with pytest.raises(BadDecision):
        review.add_figure(document_id, start + moved[0], end + moved[1], **given)
    assert review.progress() == before and review.history() == []


def test_a_place_that_has_a_figure_is_refused(review: Review) -> None:
    view = review.figure(review.queue()[0])
    with pytest.raises(BadDecision, match=view.figure_id):
        review.add_figure(view.document_id, view.figure.start, view.figure.end, low=6000)


def test_a_document_that_is_not_there_is_refused(review: Review) -> None:
    with pytest.raises(ReviewError, match="no document 99"):
        review.add_figure(99, 0, 5, low=5)


def test_a_merged_copy_brings_added_figures_and_corrections(path: Path, tmp_path: Path) -> None:
    other_path = tmp_path / "ben.db"
    with (
        open_review(path, reviewer="ana", create=True) as ours,
        open_review(other_path, reviewer="ben", create=True) as theirs,
    ):
        for review in (ours, theirs):
            review.add(*sample())
            document_id, start, end = _tonnes(review)
        theirs.add_figure(document_id, start, end, low=40_000, noun="water")
        first = theirs.queue()[0]
        theirs.correct(first, noun="households")
        name, uid = theirs.figure(first).figure_id, theirs.figure(theirs.queue()[-1]).figure_id
        merge(ours, other_path)
        assert ours.figure(ours.find(name)).figure.noun == "households"
        added = ours.figure(ours.find(uid))
        assert (added.origin, added.figure.noun, added.figure.low) == ("added", "water", 40_000)
        theirs.undo()
        theirs.undo()
        merge(ours, other_path)
        assert ours.find(uid) not in ours.queue() and ours.figure(ours.find(name)).corrections == ()


def test_the_log_alone_makes_an_added_figure_again(review: Review, tmp_path: Path) -> None:
    (row_id,) = review.add_figure(*_tonnes(review), low=40_000, noun="water").row_ids
    review.decide([row_id], "disputed", note="nobody is named")
    view = review.figure(row_id)
    with open_review(tmp_path / "fresh.db", reviewer="ana", create=True) as fresh:
        _tonnes(fresh)
        fresh.connection.execute("INSERT INTO reviewers SELECT 1, 'ana'")
        columns = "uid, action_uid, seq, reviewer_id, at, kind, subject, payload, digest"
        rows = review.connection.execute(f"SELECT {columns} FROM events").fetchall()
        fresh.connection.executemany(f"INSERT INTO events ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
        settle_actions(fresh.connection)
        settle_all(fresh.connection)
        again = fresh.figure(fresh.find(view.figure_id))
        assert (again.figure, again.origin, again.state, again.note) == (
            *(view.figure, "added", "disputed"),
            "nobody is named",
        )
        assert fresh.progress().disputed == fresh.progress().queue == 1


def test_a_figure_that_others_judged_stays_when_its_adding_is_undone(review: Review, path: Path) -> None:
    (row_id,) = review.add_figure(*_tonnes(review), low=40_000).row_ids
    with open_review(path, reviewer="ben") as other:
        other.decide([row_id], "disputed", note="nobody is named")
    undone = review.undo()
    assert undone is not None and undone.label == "undone: missed figure added, which stays, since others judged it"
    view = review.figure(row_id)
    assert (view.status, view.state, view.note, view.figure.low) == ("live", "disputed", "nobody is named", 40_000)
    assert row_id in review.queue() and check(review).findings == ()
    with open_review(path, reviewer="ben") as other:
        other.undo()
    assert review.figure(row_id).status == "retired" and check(review).findings == ()
    with open_review(path, reviewer="ben") as other:
        other.redo()
    assert review.figure(row_id).state == "disputed" and row_id in review.queue()


@pytest.mark.parametrize("said", ["note", "evidence", "tag", "correction", "join"])
def test_whatever_others_say_of_an_added_figure_keeps_it(review: Review, path: Path, said: str) -> None:
    (row_id,) = review.add_figure(*_tonnes(review), low=40_000).row_ids
    with open_review(path, reviewer="ben") as other:
        match said:
            case "note":
                other.set_note(row_id, "who?")
            case "evidence":
                other.add_evidence(row_id, "https://example.org/dam")
            case "tag":
                other.tag([row_id], "later")
            case "correction":
                other.correct(row_id, low=41_000)
            case "join":
                other.join([row_id], title="Water in the dam")
    review.undo()
    assert review.figure(row_id).status == "live" and check(review).findings == ()


def test_one_that_others_judged_and_the_newest_text_has_no_more_is_orphaned(review: Review, path: Path) -> None:
    (row_id,) = review.add_figure(*_tonnes(review), low=40_000).row_ids
    with open_review(path, reviewer="ben") as other:
        other.decide([row_id], "disputed")
    review.connection.execute("UPDATE documents SET canonical_url = 'https://dam.example/' WHERE name = 'dam.txt'")
    assert update(review, make_document("Rain.\n", name="dam.txt", url="https://dam.example/"), []) is not None
    review.undo()
    assert review.figure(row_id).status == "orphaned" and row_id in review.queue(all_figures=True)
