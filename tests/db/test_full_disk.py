"""A disk that is full: refused in one line, nothing lost and nothing half written."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from db import Review, open_review
from db.errors import CannotWrite
from tests.factories import sample

# Writes until a limit on the size of files is met, as a full disk would be; says how far it came and what it was told.
_LIMITED = """
import resource, signal, sys
from db import ReviewError, open_review
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with open_review(sys.argv[1], reviewer="ana") as review:
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
    try:
        for number in range(10_000):
            review.decide(review.queue(), "confirmed", note=f"{number} " + "x" * 500)
            print(number, flush=True)
    except ReviewError as error:
        print(type(error).__name__, error, sep="|")
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    review.decide(review.queue(), "disputed", note="room again")
"""


def _counts(review: Review) -> tuple[object, ...]:
    return review.progress(), len(review.history()), review.figures(review.queue())


def _whole(path: Path) -> bool:
    connection = sqlite3.connect(path)
    try:
        sound = connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return sound and not connection.execute("PRAGMA foreign_key_check").fetchall()
    finally:
        connection.close()


def _fill(review: Review) -> None:
    """Let the file grow no more."""
    (pages,) = review.connection.execute("PRAGMA page_count").fetchone()
    review.connection.execute(f"PRAGMA max_page_count = {pages}")


def test_a_verdict_that_has_no_room_is_refused_and_goes_in_when_there_is(review: Review) -> None:
    _fill(review)
    before = _counts(review)
    with pytest.raises(CannotWrite, match="the disk is full, nothing was changed"):
        review.decide(review.queue(), "confirmed", note="x" * 9000)
    assert _counts(review) == before and _whole(review.path)
    review.connection.execute("PRAGMA max_page_count = 1000000")
    review.decide(review.queue(), "confirmed", note="x" * 9000)
    assert review.progress().confirmed == 9


def test_a_document_that_has_no_room_is_refused(review: Review) -> None:
    _fill(review)
    before = _counts(review)
    with pytest.raises(CannotWrite, match="disk is full"):
        review.add_all(sample(number) for number in range(10, 200))
    assert _counts(review) == before and _whole(review.path)


def test_undo_that_has_no_room_is_refused(review: Review) -> None:
    for number in range(20):
        review.decide(review.queue(), "confirmed", note=f"{number} " + "x" * 400)
    _fill(review)
    before = _counts(review)
    refused = 0
    while not refused:
        try:
            review.undo()
            before = _counts(review)
        except CannotWrite:
            refused += 1
    assert _counts(review) == before and _whole(review.path)


@pytest.mark.skipif(os.name != "posix", reason="limits of a process")
def test_writing_to_the_limit_loses_nothing_that_was_acknowledged(review: Review) -> None:
    review.close()
    limit = review.path.stat().st_size + 150_000
    done = subprocess.run(
        [sys.executable, "-c", _LIMITED, str(review.path), str(limit)], capture_output=True, text=True, check=True
    )
    *acknowledged, refusal = done.stdout.splitlines()
    name, _, message = refusal.partition("|")
    assert name == "CannotWrite" and str(review.path) in message
    assert acknowledged and _whole(review.path)
    with open_review(review.path, reviewer="ana") as again:
        events = again.history()
        notes = {str(event.payload["note"]).split(" ")[0] for event in events if event.kind == "note"}
        assert notes == {*acknowledged, "room"}
        assert again.progress().disputed == 9
        assert len(events) == 2 * 9 * (len(acknowledged) + 1)
