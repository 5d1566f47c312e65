"""Counting for the progress screen, and writing the verdict table."""

from dataclasses import dataclass
from pathlib import Path

from db import Review
from db.tallies import Tallies, tallies


@dataclass(frozen=True, slots=True)
class ExportWish:
    """What is to be written where; `everything` adds the figures without a published verdict."""

    form: str
    out: Path
    everything: bool
    replace: bool


def count(review: Review) -> Tallies:
    """Count the verdicts by publisher, kind and reviewer."""
    return tallies(review)


def export(path: Path, wish: ExportWish) -> int:
    """Write the verdict table of the review at path, over a connection of its own; gives its rows."""
    from db.export import write_table
    from db.opening import connect_to_read

    with Review(path, connect_to_read(path), "export") as review:
        return write_table(review, wish.form, wish.out, force=wish.replace, all_states=wish.everything)
