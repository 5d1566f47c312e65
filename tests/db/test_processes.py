"""Several programs on one file, and programs that are killed."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from db import Review, open_review

# Marks figures in a loop and says so after each; a line is an acknowledged verdict.
_MARKER = """
import itertools, sys
from db import open_review
path, name, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
with open_review(path, reviewer=name) as review:
    ids = review.queue()
    for number in range(count) if count else itertools.count():
        print(review.decide([ids[number % len(ids)]], "confirmed", note=f"{name} {number}").action_id, flush=True)
"""


def _marking(path: Path, name: str, count: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", _MARKER, str(path), name, str(count)], stdout=subprocess.PIPE, text=True
    )


def _check(path: Path, acknowledged: set[str]) -> None:
    with open_review(path, reviewer="ana") as review:
        assert acknowledged <= {event.action_id for event in review.history()}
        progress = review.progress()
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    counted = connection.execute("SELECT count(*) FROM figures WHERE state = 'confirmed'").fetchone()
    connection.close()
    assert counted == (progress.confirmed,)


def test_two_programs_mark_at_once_and_no_verdict_is_lost(review: Review) -> None:
    markers = [_marking(review.path, name, 40) for name in ("ben", "eve")]
    said = [marker.communicate()[0].split() for marker in markers]
    assert [len(lines) for lines in said] == [40, 40]
    _check(review.path, {action for lines in said for action in lines})


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="kill -9")
def test_a_killed_program_loses_no_acknowledged_verdict(review: Review) -> None:
    review.close()
    for kill in range(20):
        marker = _marking(review.path, f"reader {kill}", 0)
        assert marker.stdout is not None
        acknowledged = {marker.stdout.readline().strip() for _ in range(1 + kill)}
        marker.kill()
        acknowledged |= {line.strip() for line in marker.stdout if line.endswith("\n")}
        marker.wait()
        marker.stdout.close()
        _check(review.path, acknowledged)
