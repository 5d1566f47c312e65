"""The reviews opened last, for the start screen."""

import json
import os
from dataclasses import dataclass
from pathlib import Path

from tui.places import state_folder

#: How many are remembered.
KEPT = 20


@dataclass(frozen=True, slots=True)
class Recent:
    """A review opened before; `there` is False where its file is gone."""

    path: Path
    there: bool


def recent_path() -> Path:
    """Give the place of the list."""
    return state_folder() / "recent.json"


def recents() -> list[Recent]:
    """Give the reviews opened last, the newest first; none where the list cannot be read."""
    return [Recent(path, path.exists()) for path in _read()]


def remember(path: Path) -> None:
    """Put a review at the head of the list. A list that cannot be written is no reason to open no review."""
    absolute = Path(os.path.abspath(path))
    _write([absolute, *(known for known in _read() if known != absolute)][:KEPT])


def forget(path: Path) -> None:
    """Take a review off the list; its file stays."""
    _write([known for known in _read() if known != path])


def _read() -> list[Path]:
    try:
        listed = json.loads(recent_path().read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return []
    if not isinstance(listed, list):
        return []
    return [Path(name) for name in listed[:KEPT] if isinstance(name, str) and os.path.isabs(name) and "\0" not in name]


def _write(paths: list[Path]) -> None:
    from db.files import placed

    place = recent_path()
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        # Names that are no text stand in JSON as the surrogates by which Python knows them.
        with placed(place, force=True) as temporary:
            temporary.write_text(json.dumps([str(path) for path in paths], indent=1) + "\n", encoding="utf-8")
    except OSError:
        return
