"""A review that some other tool put into WAL mode: turned back, so that a lone copy of the file is whole."""

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from db import Review, open_review


@pytest.fixture
def in_wal_mode(review: Review) -> Iterator[sqlite3.Connection]:
    """Another tool's connection, which put the file into WAL mode."""
    review.close()
    connection = sqlite3.connect(review.path, isolation_level=None)
    assert connection.execute("PRAGMA journal_mode = WAL").fetchone() == ("wal",)
    yield connection
    connection.close()


def _mode(path: Path) -> str:
    connection = sqlite3.connect(path)
    (mode,) = connection.execute("PRAGMA journal_mode").fetchone()
    connection.close()
    return str(mode)


def test_it_is_turned_back_when_nobody_else_has_it_open(path: Path, in_wal_mode: sqlite3.Connection) -> None:
    in_wal_mode.close()
    assert _mode(path) == "wal"
    with open_review(path, reviewer="ana") as review:
        review.decide([2], "confirmed")
        assert [found.name for found in path.parent.iterdir()] == [path.name]
    assert _mode(path) == "delete"


def test_a_file_that_is_open_elsewhere_is_left_in_its_mode_and_works(
    path: Path, in_wal_mode: sqlite3.Connection
) -> None:
    in_wal_mode.execute("SELECT count(*) FROM figures").fetchone()
    with open_review(path, reviewer="ana") as review:
        assert review.connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert review.connection.execute("PRAGMA synchronous").fetchone() == (3,)
        assert review.connection.execute("PRAGMA busy_timeout").fetchone() == (5000,)
        review.decide([2], "confirmed")
    assert in_wal_mode.execute("SELECT state FROM figures WHERE id = 2").fetchone() == ("confirmed",)
    in_wal_mode.close()
    with open_review(path, reviewer="ana") as review:
        assert review.figure(2).state == "confirmed"
    assert _mode(path) == "delete"


def test_what_a_killed_program_left_in_its_wal_is_taken_in(
    path: Path, in_wal_mode: sqlite3.Connection, tmp_path: Path
) -> None:
    in_wal_mode.execute("UPDATE documents SET title = 'Late edition'")
    left = tmp_path / "left"
    left.mkdir()
    for ending in ("", "-wal"):
        shutil.copy(f"{path}{ending}", left)
    with open_review(left / path.name, reviewer="ana") as review:
        assert review.document(1).title == "Late edition"
    assert [found.name for found in left.iterdir()] == [path.name]
