"""The review file: documents, figures, the verdict log, intake and exports; each name loads when it is first used."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.errors import ReviewError
    from db.review import Review, open_review

__all__ = ["Review", "ReviewError", "open_review"]


def __getattr__(name: str) -> object:
    """Load what is asked for by name."""
    if name not in __all__:
        raise AttributeError(f"module 'db' has no attribute '{name}'")
    from db import errors, review

    return getattr(errors if name == "ReviewError" else review, name)
