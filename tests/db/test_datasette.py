"""A review opens in Datasette: with its views, its links and its search, and without a byte changed."""

import json
import subprocess
import sys
from importlib.util import find_spec

import pytest

from db import Review

# In a process of its own: Datasette's libraries give warnings that are not ours to answer for.
_CLIENT = """
import asyncio, json, sys
from datasette.app import Datasette

async def main():
    client = Datasette([sys.argv[1]]).client
    answers = [await client.get(address) for address in sys.argv[2:]]
    assert all(answer.status_code == 200 for answer in answers), [answer.text for answer in answers]
    return [answer.text for answer in answers]

print(json.dumps(asyncio.run(main())))
"""

pytestmark = pytest.mark.skipif(find_spec("datasette") is None, reason="Datasette is not installed")


def _asked(review: Review, *addresses: str) -> list[str]:
    command = [sys.executable, "-c", _CLIENT, str(review.path), *addresses]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    answers: list[str] = json.loads(done.stdout)
    return answers


def test_views_links_and_search_are_there(review: Review) -> None:
    review.decide([2], "misreported", reason="bound_lost", evidence=["https://example.org/a"])
    review.decide([3], "confirmed")
    before = review.path.read_bytes()
    table, progress, search, page, evidence, figure = _asked(
        review,
        "/kursk/verdict_table.json?_shape=array",
        "/kursk/progress.json?_shape=array",
        "/kursk/figures.json?_search=homes&_shape=array",
        "/kursk/figures?_search=homes",
        "/kursk/evidence",
        "/kursk/figures/2",
    )
    assert [(row["text"], row["verdict"]) for row in json.loads(table)] == [
        ("6,000", "misreported"),
        ("3,800 to 4,000", "confirmed"),
    ]
    assert json.loads(progress)[0] | {"unreviewed": 7, "confirmed": 1, "misreported": 1} == json.loads(progress)[0]
    assert [row["id"] for row in json.loads(search)] == [2, 6, 10]
    assert 'name="_search"' in page
    assert 'href="https://example.org/a"' in evidence
    assert 'href="/kursk/figures/2"' in evidence and 'href="/kursk/reviewers/1"' in evidence
    assert "/kursk/evidence?figure_id=2" in figure  # from a figure to what rests on it
    assert review.path.read_bytes() == before
