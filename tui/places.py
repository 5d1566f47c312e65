"""Where figcheck keeps its own files: settings, keys, the list of recent reviews, the crash log."""

import os
from pathlib import Path


def config_folder() -> Path:
    """Give the folder of the files that people write: settings.toml and keys.toml."""
    return _folder("XDG_CONFIG_HOME", ".config")


def state_folder() -> Path:
    """Give the folder of the files that figcheck writes for itself."""
    return _folder("XDG_STATE_HOME", ".local/state")


def _folder(variable: str, otherwise: str) -> Path:
    # Relative values are to be passed over, says the XDG Base Directory Specification.
    given = os.environ.get(variable, "")
    return (Path(given) if os.path.isabs(given) else Path.home() / otherwise) / "figcheck"
