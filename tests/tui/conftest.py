from pathlib import Path

import pytest

from tests.tui.driving import make_review


@pytest.fixture(autouse=True)
def plain_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Keep the developer's own settings and folders out."""
    for name in ("TEXTUAL_THEME", "NO_COLOR", "COLUMNS", "LINES", "FIGCHECK_REVIEWER", "FIGCHECK_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")


@pytest.fixture
def review_path(tmp_path: Path) -> Path:
    return make_review(tmp_path / "storm.db")


@pytest.fixture
def own_folder(plain_surroundings: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in an empty folder as the reviewer Ann, as one does who types commands."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FIGCHECK_REVIEWER", "Ann")
