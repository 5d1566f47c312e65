"""The log: everything a reviewer does is an event, and what it changes is worked out in the same transaction.

Each module of what a reviewer does loads when it is first used: to look at a review takes none of them.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.log import added, corrections, desk, questions, undo, verdicts

__all__ = ["added", "corrections", "desk", "questions", "undo", "verdicts"]


def __getattr__(name: str) -> object:
    """Load the module of this name."""
    if name not in __all__:
        raise AttributeError(f"module 'db.log' has no attribute '{name}'")
    from importlib import import_module

    return import_module(f"db.log.{name}")
