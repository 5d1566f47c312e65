"""Merging: everything of both comes out, whatever the order, and nothing is overwritten."""

import hashlib
import os
import shutil
import sqlite3
from itertools import permutations
from pathlib import Path

import pytest

from db import Review, open_review
from db.checking import check
from db.merging import Merged, merge
from db.stored import stored_document
from tests.db.comparing import Comparable, comparable
from tests.db.merging.copies import ana, base, copies
from tests.db.signing import rewrite
from tests.db.version1 import make_version_1
from tests.factories import sample


def merged(first: Path, *others: Path, into: Path) -> Comparable:
    """Merge copies in this order into a copy of the first; gives what that comes to."""
    shutil.copyfile(first, into)
    with open_review(into, reviewer="desk") as review:
        for other in others:
            merge(review, other)
        assert check(review).findings == ()
        return comparable(review)


def test_three_copies_come_to_the_same_in_all_six_orders(three: dict[str, Path], tmp_path: Path) -> None:
    results = [
        merged(*(three[name] for name in order), into=tmp_path / f"{'-'.join(order)}.db")
        for order in permutations(three)
    ]
    assert len(results) == 6 and all(result == results[0] for result in results)
    assert len(results[0]["documents"]) == 5
    assert {row[8] for row in results[0]["figures"]} >= {"unresolved", "disputed", "confirmed"}


def test_merging_what_was_merged_comes_to_the_same(three: dict[str, Path], tmp_path: Path) -> None:
    once = merged(three["ana"], three["ben"], three["cat"], into=tmp_path / "once.db")
    pair = tmp_path / "pair.db"
    merged(three["ben"], three["cat"], into=pair)
    assert merged(three["ana"], pair, three["ben"], pair, into=tmp_path / "pairs.db") == once
    assert merged(pair, three["ana"], into=tmp_path / "other.db") == once


def test_a_second_time_nothing_comes(three: dict[str, Path]) -> None:
    with open_review(three["ana"], reviewer="ana") as review:
        first = merge(review, three["ben"])
        before = comparable(review)
        assert merge(review, three["ben"]) == Merged(0, 0, 0, (), first.unresolved, 0)
        assert comparable(review) == before
    assert (first.documents, first.figures, first.reviewers) == (1, 5, ("ben",))
    assert first.unresolved == 3


def test_the_other_copy_stays_byte_for_byte(three: dict[str, Path], tmp_path: Path) -> None:
    before = hashlib.sha256(three["ben"].read_bytes()).hexdigest(), sorted(os.listdir(tmp_path))
    with open_review(three["ana"], reviewer="ana") as review:
        merge(review, three["ben"])
    assert (hashlib.sha256(three["ben"].read_bytes()).hexdigest(), sorted(os.listdir(tmp_path))) == before


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="permissions are not in force")
def test_a_copy_that_cannot_be_written_can_be_merged(three: dict[str, Path]) -> None:
    three["ben"].chmod(0o400)
    with open_review(three["ana"], reviewer="ana") as review:
        assert merge(review, three["ben"]).events


def test_nothing_of_ours_is_overwritten(three: dict[str, Path]) -> None:
    with open_review(three["ana"], reviewer="ana") as review:
        ours = {event.uid: (event.at, event.label) for event in review.history()}
        merge(review, three["ben"])
        merge(review, three["cat"])
        after = {event.uid: (event.at, event.label) for event in review.history()}
        assert ours.items() <= after.items() and len(after) > len(ours)
        assert review.undo() is not None


def test_an_undo_that_comes_in_takes_back_here_too(tmp_path: Path) -> None:
    def first(review: Review) -> None:
        review.add(*sample(1))
        review.decide([2], "confirmed")

    def takes_back(review: Review) -> None:
        with open_review(review.path, reviewer="base") as own:
            own.undo()

    made = copies(tmp_path, first, ana=lambda review: None, ben=takes_back)
    with open_review(made["ana"], reviewer="ana") as review:
        assert review.figure(2).state == "confirmed"
        merge(review, made["ben"])
        assert review.figure(2).state == "unreviewed"


@pytest.mark.parametrize("offset", ["1999-01-01T00:00:00.000000Z", "2999-01-01T00:00:00.000000Z"])
def test_a_clock_that_was_wrong_loses_nothing(tmp_path: Path, offset: str) -> None:
    made = copies(tmp_path, base, ana=ana, ben=lambda review: review.decide([3], "disputed"))
    his = "reviewer_id = (SELECT id FROM reviewers WHERE name = 'ben')"
    rewrite(made["ben"], f"UPDATE events SET at = ? WHERE {his}", (offset,))
    with open_review(made["ana"], reviewer="ana") as review:
        merge(review, made["ben"])
        assert review.figure(3).state == "unresolved"
        assert [event.at for event in review.history(3) if event.reviewer == "ben"] == [offset]
        # What is done after that is later still, and counts.
        review.decide([3], "disputed")
        assert review.figure(3).state == "disputed"
        assert review.history(3)[0].reviewer == "ana"
        assert check(review).findings == ()


def test_the_same_reviewer_in_two_copies_has_one_verdict_the_later_one(tmp_path: Path) -> None:
    def early(review: Review) -> None:
        with open_review(review.path, reviewer="eve") as own:
            own.decide([2], "disputed")

    def late(review: Review) -> None:
        with open_review(review.path, reviewer="eve") as own:
            own.decide([2], "dismissed")

    made = copies(tmp_path, lambda review: review.add(*sample(1)), ana=early, ben=late)
    for ours, theirs in (("ana", "ben"), ("ben", "ana")):
        with open_review(made[ours], reviewer=ours) as review:
            merge(review, made[theirs])
            assert review.figure(2).state == "dismissed"


def test_reviews_made_apart_from_the_same_texts_merge(tmp_path: Path) -> None:
    for name, verdict in (("ana", "confirmed"), ("ben", "disputed")):
        with open_review(tmp_path / f"{name}.db", reviewer=name, create=True) as review:
            review.add(*sample(2 if name == "ana" else 1))
            review.add(*sample(1 if name == "ana" else 2))
            review.decide(review.queue(), verdict)
    with open_review(tmp_path / "ana.db", reviewer="ana") as review:
        result = merge(review, tmp_path / "ben.db")
        assert (result.documents, result.figures, result.unresolved) == (0, 0, 6)


@pytest.mark.parametrize(("ours", "theirs"), [(None, "a"), ("a", None), ("a", "b"), ("b", "a")])
def test_an_archived_copy_that_either_knows_is_kept_in_any_order(
    tmp_path: Path, ours: str | None, theirs: str | None
) -> None:
    for name, archived in (("ana", ours), ("ben", theirs)):
        with open_review(tmp_path / f"{name}.db", reviewer=name, create=True) as review:
            review.add(*sample(1, archived=archived))
    with open_review(tmp_path / "ana.db", reviewer="ana") as review:
        merge(review, tmp_path / "ben.db")
        assert stored_document(review.connection, 1).archived == max(ours or "", theirs or "")


def test_a_copy_of_an_older_schema_is_merged_and_stays_as_it_was(tmp_path: Path) -> None:
    make_version_1(tmp_path / "old.db")
    shutil.copyfile(tmp_path / "old.db", tmp_path / "ours.db")
    before = (tmp_path / "old.db").read_bytes()
    with open_review(tmp_path / "ours.db", reviewer="ana") as review:
        assert merge(review, tmp_path / "old.db").events == 0
        assert check(review).findings == ()
    with open_review(tmp_path / "fresh.db", reviewer="ana", create=True) as review:
        result = merge(review, tmp_path / "old.db")
        assert result.documents == 3 and result.events > 0
        assert check(review).findings == ()
    assert (tmp_path / "old.db").read_bytes() == before
    assert not [path for path in tmp_path.iterdir() if path.name.startswith("old.db.")]


def test_entries_find_a_figure_that_comes_after_them(three: dict[str, Path]) -> None:
    with open_review(three["ben"], reviewer="ben") as review:
        gone = review.connection.execute("SELECT id, uid FROM documents ORDER BY id DESC LIMIT 1").fetchone()
        expected = comparable(review)
        connection = review.connection
        connection.execute("PRAGMA foreign_keys = OFF")
        for trigger in ("events_no_update", "events_no_move"):
            connection.execute(f"DROP TRIGGER {trigger}")
        figures = "(SELECT id FROM figures WHERE document_id = ?)"
        for table in ("verdicts", "notes", "evidence", "tags", "corrections"):
            connection.execute(f"DELETE FROM {table} WHERE figure_id IN {figures}", gone[:1])
        connection.execute(f"UPDATE events SET figure_id = NULL WHERE figure_id IN {figures}", gone[:1])
        for table in ("figures", "zones", "items"):
            connection.execute(f"DELETE FROM {table} WHERE document_id = ?", gone[:1])
        connection.execute("DELETE FROM documents WHERE id = ?", gone[:1])
        from db.checking import repair

        repair(review)
        assert check(review).findings == ()
    with open_review(three["cat"].parent / "texts.db", reviewer="eve", create=True) as review:
        for number in (1, 4):
            review.add(*sample(number))
        texts = review.path
    with open_review(three["ben"], reviewer="ben") as review:
        assert merge(review, texts).documents == 1
        assert comparable(review)["verdicts"] == expected["verdicts"]
        assert check(review).findings == ()


def test_entries_that_were_changed_are_counted_and_ours_kept(three: dict[str, Path]) -> None:
    connection = sqlite3.connect(three["ben"])
    connection.execute("DROP TRIGGER events_no_update")
    connection.execute("UPDATE events SET payload = replace(payload, 'confirmed', 'disputed') WHERE id = 1")
    connection.commit()
    connection.close()
    with open_review(three["ana"], reviewer="ana") as review:
        assert merge(review, three["ben"]).clashes == 1
        assert "confirmed" in review.history()[-1].label


@pytest.mark.parametrize(
    "change",
    [
        "at = '~garbage'",
        "at = '2026-11-01'",
        "kind = 'weird'",
        "payload = '[1]'",
        'payload = \'{"verdict": "maybe", "reason": null}\'',
        "action_uid = 'act-1'",
    ],
)
def test_an_entry_that_is_none_is_left_out_and_counted(three: dict[str, Path], change: str) -> None:
    connection = sqlite3.connect(three["ben"])
    connection.execute("DROP TRIGGER events_no_update")
    ours = "(SELECT id FROM events WHERE kind = 'verdict' ORDER BY id DESC LIMIT 1)"
    connection.execute(f"UPDATE events SET {change} WHERE id = {ours}")
    connection.commit()
    (count,) = connection.execute("SELECT count(*) FROM events WHERE reviewer_id <> 1").fetchone()
    connection.close()
    with open_review(three["ana"], reviewer="ana") as review:
        merged = merge(review, three["ben"])
        assert (merged.refused, merged.events) == (1, count - 1)
        assert check(review).findings == ()
        review.decide([2], "confirmed")
        again = merge(review, three["ben"])
        assert (again.refused, again.events) == (1, 0)
