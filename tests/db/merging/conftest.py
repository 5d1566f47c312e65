"""Copies of one review in which different people worked."""

from pathlib import Path

import pytest

from tests.db.merging.copies import ana, base, ben, cat, copies


@pytest.fixture
def three(tmp_path: Path) -> dict[str, Path]:
    return copies(tmp_path, base, ana=ana, ben=ben, cat=cat)
