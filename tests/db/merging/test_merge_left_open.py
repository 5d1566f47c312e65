"""Merging a copy that another program left in the middle of something."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from db import open_review
from db.checking import check
from db.log.questions import join
from db.merging import merge


def beside(path: Path) -> dict[str, bytes]:
    return {found.name: found.read_bytes() for found in path.parent.iterdir()}


@pytest.fixture
def alone(three: dict[str, Path], tmp_path: Path) -> Path:
    """Ben's copy in a folder of its own."""
    folder = tmp_path / "alone"
    folder.mkdir()
    return Path(shutil.copy(three["ben"], folder))


def test_a_copy_in_wal_mode_leaves_nothing_beside_it(three: dict[str, Path], alone: Path) -> None:
    connection = sqlite3.connect(alone, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()
    before = beside(alone)
    assert list(before) == ["ben.db"]
    with open_review(three["ana"], reviewer="ana") as review:
        assert merge(review, alone).events
        assert review.connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert beside(alone) == before


def test_what_is_in_the_wal_of_a_copy_comes_in(three: dict[str, Path], alone: Path) -> None:
    other = sqlite3.connect(alone, isolation_level=None)
    other.execute("PRAGMA journal_mode = WAL")
    join(other, "ben", [1], None, "Who counted?")
    assert (alone.parent / "ben.db-wal").stat().st_size
    before = beside(alone)
    with open_review(three["ana"], reviewer="ana") as review:
        merge(review, alone)
        assert ("Who counted?",) in review.connection.execute("SELECT title FROM questions").fetchall()
    assert beside(alone) == before
    other.close()


@pytest.mark.parametrize("mode", ["WAL", "DELETE"])
def test_a_copy_in_a_folder_that_cannot_be_written_is_merged(three: dict[str, Path], alone: Path, mode: str) -> None:
    connection = sqlite3.connect(alone, isolation_level=None)
    connection.execute(f"PRAGMA journal_mode = {mode}")
    connection.close()
    alone.chmod(0o400)
    alone.parent.chmod(0o500)
    before = beside(alone)
    try:
        with open_review(three["ana"], reviewer="ana") as review:
            assert merge(review, alone).events
        assert beside(alone) == before
    finally:
        alone.parent.chmod(0o700)


def test_a_hot_journal_beside_a_copy_is_played_back_elsewhere(three: dict[str, Path], alone: Path) -> None:
    crashed = alone.parent.parent / "crashed.db"
    shutil.copy(alone, crashed)
    writer = sqlite3.connect(crashed, isolation_level=None)
    writer.execute("PRAGMA cache_size = 1")
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("UPDATE documents SET title = 'half done', text = text || zeroblob(20000)")
    writer.execute("UPDATE figures SET sentence = 'half done'")
    for ending in ("", "-journal"):
        shutil.copy(f"{crashed}{ending}", f"{alone}{ending}")
    writer.execute("ROLLBACK")
    writer.close()
    before = beside(alone)
    assert b"half done" in before["ben.db"] and before["ben.db-journal"]
    with open_review(three["ana"], reviewer="ana") as review:
        assert merge(review, alone).events
        assert check(review).findings == ()
    assert beside(alone) == before
