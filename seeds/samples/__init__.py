"""Five short sample reports, written for figcheck around figures that real papers printed, by invented publishers."""

from importlib.resources import files
from pathlib import Path

from seeds.readers import KINDS


def sample_paths() -> list[Path]:
    """Give the paths of the bundled sample reports, in the order of their names."""
    return sorted(Path(str(entry)) for entry in files(__name__).iterdir() if entry.name.endswith(KINDS))
