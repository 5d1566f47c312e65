"""Reviews whose articles answer questions together."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db import Review, open_review
from tests.db.compared.articles import FLOOD, made
from tests.tui.asking import asked_review


@pytest.fixture
def flood(path: Path) -> Iterator[Review]:
    """A review of three articles on one flood."""
    with made(path, FLOOD) as review:
        yield review


@pytest.fixture
def review(path: Path) -> Iterator[Review]:
    """A review of four articles on one flood, one of them a copy."""
    with open_review(asked_review(path), reviewer="ana") as review:
        yield review
