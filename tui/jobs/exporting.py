"""Counting for the progress screen, and writing the verdict table."""

from pathlib import Path
from typing import TYPE_CHECKING

from db import Review
from db.tallies import Tallies, tallies

if TYPE_CHECKING:
    from db.export import Export


def count(review: Review) -> Tallies:
    """Count the verdicts by publisher, kind and reviewer."""
    return tallies(review)


def export(path: Path, reviewer: str, wish: "Export") -> tuple[int, list[str]]:
    """Write the verdict table of the review at path, over a connection of its own.

    Gives how many figures it has, and lines about what is not in it as somebody would expect.
    """
    from db.export import write_table
    from db.opening import connect_to_read

    told: list[str] = []
    with Review(path, connect_to_read(path), reviewer) as review:
        return write_table(review, wish, told.append), told
