"""A review to work on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db import Review, open_review
from tests.factories import sample


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kursk.db"


@pytest.fixture
def review(path: Path) -> Iterator[Review]:
    """An open review of three documents with four figures each, three of them checkable."""
    with open_review(path, reviewer="ana", create=True) as opened:
        for number in (1, 2, 3):
            opened.add(*sample(number))
        yield opened
