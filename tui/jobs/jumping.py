"""Finding documents and figures by what somebody types, and where they stand in the queue."""

from array import array
from collections.abc import Sequence

from db import Review, ReviewError
from db.model import QueueRow
from db.titles import Title, figures_of, titles
from tui.jobs.places import first_place

#: So many figures are offered, and so long, in seconds, they are looked for.
_FIGURES, _SECONDS = 20, 0.1
#: Fewer hex digits are the start of too many figures' ids, or a number.
_SHORTEST_ID = 4


def list_documents(review: Review) -> list[Title]:
    """Give what the documents of a review are called."""
    return titles(review)


def find_figures(review: Review, typed: str, *, all_figures: bool) -> list[QueueRow]:
    """Give the figures whose id starts as typed, or whose sentence or noun holds the words."""
    ids: Sequence[int] = []
    word = typed.strip().lower()
    if len(word) >= _SHORTEST_ID and set(word) <= set("0123456789abcdef"):
        try:
            ids = [review.find(word)]
        except ReviewError:
            ids = []
    if not ids and word:
        ids = review.first_page(words=typed.lstrip(), all_figures=all_figures, limit=_FIGURES, seconds=_SECONDS).ids
    return review.rows(ids)


def place_of_figure(review: Review, row_id: int, ids: "array[int]") -> int | None:
    """Give where a figure stands in the queue; None if it is not there."""
    return first_place({row_id}, ids)


def place_of_document(review: Review, document_id: int, ids: "array[int]") -> int | None:
    """Give where the first figure of a document stands in the queue; None if none of them is there."""
    return first_place(set(figures_of(review, document_id)), ids)
