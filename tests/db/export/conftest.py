"""A review that is full of hostile texts, made once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db import Review, open_review
from tests.db.export.hostile import HOSTILE, decided


@pytest.fixture(scope="session")
def hostile_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hostile") / "hostile.db"
    decided(path, HOSTILE).close()
    return path


@pytest.fixture
def hostile(hostile_path: Path) -> Iterator[Review]:
    """An open review with a disputed figure for each of HOSTILE; to be read only."""
    with open_review(hostile_path, reviewer="ana") as opened:
        yield opened
