"""The review file: documents, figures, the verdict log, intake and exports."""

from db.errors import ReviewError
from db.review import Review, open_review

__all__ = ["Review", "ReviewError", "open_review"]
