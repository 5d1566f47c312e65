"""Finding the figures that are to be marked."""

from db import Review
from db.query import find_all


def matching(review: Review, query: str) -> set[int]:
    """Give the figures that a query finds, whether checkable or not; raises QueryError for what is none."""
    return set(find_all(review, query, all_figures=True))
