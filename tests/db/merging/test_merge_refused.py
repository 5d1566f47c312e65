"""Merging: what is refused, in words that say why, and changes nothing."""

import sqlite3
from pathlib import Path

import pytest

from db import open_review
from db.errors import Busy, CannotOpen, Damaged, ReviewError
from db.header import SCHEMA_VERSION
from db.merging import merge
from tests.db.comparing import comparable
from tests.factories import sample


def refused(ours: Path, theirs: Path, kind: type[ReviewError] = ReviewError) -> str:
    """Merge what cannot be merged; gives what is said, after seeing that nothing changed."""
    with open_review(ours, reviewer="ana") as review:
        before = comparable(review)
        with pytest.raises(kind) as said:
            merge(review, theirs)
        assert comparable(review) == before
        assert not review.connection.in_transaction
    assert "\n" not in str(said.value)
    return str(said.value)


def test_another_review_is_refused(three: dict[str, Path], tmp_path: Path) -> None:
    with open_review(tmp_path / "other.db", reviewer="eve", create=True) as review:
        review.add(*sample(77))
    assert "is another review" in refused(three["ana"], tmp_path / "other.db")


def test_an_empty_copy_is_no_other_review(three: dict[str, Path], tmp_path: Path) -> None:
    open_review(tmp_path / "empty.db", reviewer="eve", create=True).close()
    with open_review(three["ana"], reviewer="ana") as review:
        assert merge(review, tmp_path / "empty.db").events == 0
    with open_review(tmp_path / "empty.db", reviewer="eve") as review:
        assert merge(review, three["ana"]).documents == 3


def test_the_same_file_is_refused(three: dict[str, Path], tmp_path: Path) -> None:
    (tmp_path / "link.db").symlink_to(three["ana"])
    assert "is the same file" in refused(three["ana"], three["ana"])
    assert "is the same file" in refused(three["ana"], tmp_path / "link.db")


def test_a_newer_schema_is_refused(three: dict[str, Path]) -> None:
    connection = sqlite3.connect(three["ben"])
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    connection.close()
    assert "newer figcheck" in refused(three["ana"], three["ben"], CannotOpen)


@pytest.mark.parametrize("content", [b"", b"text\n", b"SQLite format 3\0" + bytes(200)])
def test_what_is_no_review_is_refused(three: dict[str, Path], tmp_path: Path, content: bytes) -> None:
    other = tmp_path / "other"
    other.write_bytes(content)
    assert str(other) in refused(three["ana"], other, CannotOpen)
    assert str(tmp_path / "missing.db") in refused(three["ana"], tmp_path / "missing.db", CannotOpen)
    assert "folder" in refused(three["ana"], tmp_path, CannotOpen)


def test_a_damaged_copy_is_refused_and_named(three: dict[str, Path]) -> None:
    data = bytearray(three["ben"].read_bytes())
    for place in range(3 * 4096, len(data), 4096):
        data[place : place + 8] = b"\xff" * 8
    three["ben"].write_bytes(data)
    said = refused(three["ana"], three["ben"], Damaged)
    assert str(three["ben"]) in said and str(three["ana"]) not in said


def test_a_text_that_was_changed_is_refused(three: dict[str, Path]) -> None:
    connection = sqlite3.connect(three["ben"])
    connection.execute("UPDATE documents SET text = replace(text, '6,000', '7,000') WHERE name = 'storm4.txt'")
    connection.commit()
    connection.close()
    assert "the text of storm4.txt is not what was taken in" in refused(three["ana"], three["ben"], Damaged)


def test_a_review_that_another_program_writes_to_is_busy(
    three: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.opening.BUSY_TIMEOUT", 0.05)
    other = sqlite3.connect(three["ana"], isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert str(three["ana"]) in refused(three["ana"], three["ben"], Busy)
    other.close()
