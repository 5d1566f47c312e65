"""Backups: whole, sound, and never over another file."""

import sqlite3
import threading
from pathlib import Path

import pytest

from db import Review, open_review
from db.backup import back_up
from db.checking import check
from db.copying import STARTS, copy_into
from db.errors import Busy, CannotWrite, Damaged
from tests.db.comparing import comparable
from tests.factories import sample


def test_a_backup_is_the_review(review: Review, tmp_path: Path) -> None:
    review.decide([2], "confirmed", note="kept")
    steps: list[tuple[int, int]] = []
    back_up(review, tmp_path / "copy.db", on_pages=lambda left, total: steps.append((left, total)))
    assert steps[-1][0] == 0 < steps[-1][1]
    with open_review(tmp_path / "copy.db", reviewer="eve") as copy:
        assert comparable(copy) == comparable(review)
        assert check(copy).findings == ()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy.db", "kursk.db"]


def test_what_another_program_has_not_committed_is_not_in_it(review: Review, tmp_path: Path) -> None:
    other = sqlite3.connect(review.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    other.execute("UPDATE figures SET noun = 'half done'")
    back_up(review, tmp_path / "copy.db")
    other.execute("ROLLBACK")
    other.close()
    with open_review(tmp_path / "copy.db", reviewer="eve") as copy:
        assert comparable(copy) == comparable(review)


def test_it_is_taken_while_others_mark(review: Review, tmp_path: Path) -> None:
    done = threading.Event()

    def mark() -> None:
        with open_review(review.path, reviewer="ben") as other:
            while not done.is_set():
                other.decide([2], "confirmed")

    marking = threading.Thread(target=mark)
    marking.start()
    try:
        for number in range(5):
            back_up(review, tmp_path / f"copy{number}.db")
    finally:
        done.set()
        marking.join()
    for number in range(5):
        with open_review(tmp_path / f"copy{number}.db", reviewer="eve") as copy:
            assert check(copy).findings == ()


def test_a_copy_that_others_outrun_keeps_them_out_at_last(
    review: Review, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.copying.PAGES", 1)
    starts = 0
    with open_review(review.path, reviewer="ben") as other:

        def outrun(left: int, total: int) -> None:
            nonlocal starts
            if left == total - 5:
                starts += 1
                other.decide([2], "confirmed" if starts % 2 else "disputed")

        copy_into(review.connection, review.path, tmp_path / "copy.db", on_pages=outrun)
    assert starts == STARTS
    with open_review(tmp_path / "copy.db", reviewer="eve") as copy:
        assert check(copy).findings == ()


def test_waiting_for_a_file_that_is_held_ends(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("db.opening.BUSY_TIMEOUT", 0.01)
    with open_review(path, reviewer="ana", create=True) as review:
        review.add(*sample(1))
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(Busy, match="in use by another program"):
            back_up(review, tmp_path / "copy.db", patience=0.1)
        other.close()
        assert [found.name for found in tmp_path.iterdir()] == ["kursk.db"]
        back_up(review, tmp_path / "copy.db")


def test_an_existing_file_stays(review: Review, tmp_path: Path) -> None:
    (tmp_path / "copy.db").write_bytes(b"mine")
    (tmp_path / "nowhere.db").symlink_to(tmp_path / "gone.db")
    for name in ("copy.db", "nowhere.db", "kursk.db"):
        with pytest.raises(CannotWrite, match="exists already"):
            back_up(review, tmp_path / name)
    assert (tmp_path / "copy.db").read_bytes() == b"mine"


def test_a_folder_and_a_place_that_is_not_there_are_refused(review: Review, tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="is a folder"):
        back_up(review, tmp_path)
    with pytest.raises(CannotWrite, match="there is no folder"):
        back_up(review, tmp_path / "none" / "copy.db")


def test_a_damaged_review_is_not_copied(review: Review, tmp_path: Path) -> None:
    (root,) = review.connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'notes'").fetchone()
    review.decide([2], "confirmed", note="x" * 200)
    review.close()
    data = bytearray(review.path.read_bytes())
    data[(root - 1) * 4096 : (root - 1) * 4096 + 16] = b"\xff" * 16
    review.path.write_bytes(data)
    with open_review(review.path, reviewer="ana") as damaged, pytest.raises(Damaged, match="was not copied"):
        back_up(damaged, tmp_path / "copy.db")
    assert [found.name for found in tmp_path.iterdir()] == ["kursk.db"]
