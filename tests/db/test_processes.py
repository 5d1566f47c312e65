"""Several programs on one file, and programs that are killed."""

import os
from random import Random

import pytest

from db import Review
from tests.db.killing import check, killed, marking


@pytest.mark.parametrize("count", [40, pytest.param(500, marks=pytest.mark.slow)])
def test_two_programs_mark_at_once_and_no_verdict_is_lost(review: Review, count: int) -> None:
    markers = [marking(review.path, name, count) for name in ("ben", "eve")]
    said = [marker.communicate()[0].split() for marker in markers]
    assert [len(lines) for lines in said] == [count, count]
    assert [marker.returncode for marker in markers] == [0, 0]
    check(review.path, {action for lines in said for action in lines})


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="kill -9")
def test_two_hundred_killed_programs_lose_no_acknowledged_verdict(review: Review) -> None:
    review.close()
    chance = Random(1)
    acknowledged: set[str] = set()
    for kill in range(200):
        acknowledged |= killed(review.path, f"reader {kill % 5}", chance)
        check(review.path, acknowledged)
    assert len(acknowledged) >= 200
