"""Figures: what they are, and how they are read out of a text (knows no files, no SQLite, no screens).

`figures.extract.extract` reads them, `figures.record` writes them as plain records. Each name loads when it is first
used.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from figures.model import Figure, Number

__all__ = ["Figure", "Number"]


def __getattr__(name: str) -> object:
    """Load what is asked for by name."""
    if name not in __all__:
        raise AttributeError(f"module 'figures' has no attribute '{name}'")
    from figures import model

    return getattr(model, name)
