"""Figures: what they are, and how they are read out of a text (knows no files, no SQLite, no screens).

`figures.extract.extract` reads them, `figures.record` writes them as plain records.
"""

from figures.model import Figure, Number

__all__ = ["Figure", "Number"]
