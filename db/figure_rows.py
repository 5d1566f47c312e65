"""Figures as rows of the review file: the values of their columns, which are sent and stored as they are."""

from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter, itemgetter
from typing import Any

from db.rows import figure_of
from figures.model import Figure
from figures.record import number_text

#: Longer sentences are stored as this many characters around the figure.
SENTENCE_LIMIT = 1000

_FLAGS = ("approximate", "increment", "vague", "checkable")
_AS_EXTRACTED = (
    *("item", "zone", "start", "end", "text", "bound", "kind", "unit", "iso", "noun", "predicate", "place", "modifier"),
    *("attribution", "hedge", "as_of", "as_of_start", "as_of_end", "sentence_start", "sentence_end", "why_not"),
    *("prefix", "suffix"),
)
#: What the extractor says of a figure, and where it stands in its document.
FIGURE_COLUMNS = ("teaser", "low", "high", "low_value", "high_value", "sentence", *_FLAGS, *_AS_EXTRACTED)
#: The values of FIGURE_COLUMNS.
Row = tuple[Any, ...]
#: Where some of them stand.
START, END, CHECKABLE = map(FIGURE_COLUMNS.index, ("start", "end", "checkable"))

# All at once: one by one takes three times as long.
_flags = attrgetter(*_FLAGS)
_as_extracted = attrgetter(*_AS_EXTRACTED)
_of_figure = itemgetter(*map(FIGURE_COLUMNS.index, Figure.__slots__))


@dataclass(frozen=True, slots=True)
class Rows:
    """The figures of a document as rows. Sending them from process to process costs a quarter of sending figures."""

    rows: list[Row]

    def __len__(self) -> int:
        return len(self.rows)

    def figures(self) -> list[Figure]:
        """Give the figures."""
        return [figure_of(_of_figure(row)) for row in self.rows]


def rows_of(text: str, figures: Iterable[Figure]) -> list[Row]:
    """Give the rows of figures; `text` is their document's."""
    return [row_of(text, figure) for figure in figures]


def row_of(text: str, figure: Figure) -> Row:
    """Give the row of a figure; `text` is its document's."""
    low, high = figure.low, figure.high
    return (
        int(figure.zone == "teaser"),
        None if low is None else number_text(low),
        None if high is None else number_text(high),
        None if low is None else float(low),
        None if high is None else float(high),
        sentence_of(text, figure),
        # Numbers: what is not of one of SQLite's own types, its module looks for a way to convert.
        *map(int, _flags(figure)),
        *_as_extracted(figure),
    )


def sentence_of(text: str, figure: Figure) -> str:
    """Give the sentence around a figure; where it is very long, the part around the figure, cut with …."""
    start, end = figure.sentence_start, figure.sentence_end
    if end - start <= SENTENCE_LIMIT:
        return text[start:end]
    room = SENTENCE_LIMIT // 2
    first, last = max(start, figure.start - room), min(end, figure.start + room)
    return ("…" if first > start else "") + text[first:last] + ("…" if last < end else "")
