"""Looking around a figure: what stands beside it, where it comes again, all that is known of it, what was done."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING

from db import Review
from db.model import Event

if TYPE_CHECKING:
    from db.particulars import Particulars
    from db.rivals import Kin, Rivals

#: So many entries of a figure's log are shown, the newest.
ENTRIES = 1000


@dataclass(frozen=True, slots=True)
class Again:
    """Where a figure comes again: a place in the queue, and that its number is `equal` there.

    Its document is the `number`th, from 1, of `count` documents of the queue that have it.
    """

    place: int
    equal: bool
    number: int
    count: int


def beside(review: Review, row_id: int) -> Rivals:
    """Give the rivals of a figure, with it."""
    from db.rivals import rivals

    return rivals(review, row_id)


def everything_of(review: Review, row_id: int) -> Particulars:
    """Give all that the file holds of a figure."""
    from db.particulars import particulars

    return particulars(review, row_id)


def log_of(review: Review, row_id: int) -> list[Event]:
    """Give what was done with a figure, newest first."""
    return review.history(row_id, limit=ENTRIES)


def find_again(review: Review, row_id: int, ids: array[int], place: int, step: int) -> Again | None:
    """Find a figure in the next (step 1) or previous (-1) document of the queue that has it, going round.

    That is one that counts the same sort of thing and has an equal number; where the queue has none, another number.
    """
    from db.rivals import kin

    others = kin(review, row_id)
    same = {other.row_id: other for other in others if other.equal}
    found = _places(same, ids)
    if not found:
        found = _places({other.row_id: other for other in others}, ids)
    if not found:
        return None
    firsts: dict[int, int] = {}
    for at, other in found:
        firsts.setdefault(other.document_id, at)
    order = sorted(found, key=lambda pair: ((pair[0] - place) * step) % max(1, len(ids)))
    _, nearest = order[0]
    first = firsts[nearest.document_id]
    documents = sorted([place, *firsts.values()])
    return Again(first, nearest.equal, documents.index(first) + 1, len(documents))


def _places(wanted: dict[int, Kin], ids: array[int]) -> list[tuple[int, Kin]]:
    """Give those of the queue, with their places in it."""
    return [(at, wanted[row_id]) for at, row_id in enumerate(ids) if row_id in wanted] if wanted else []
