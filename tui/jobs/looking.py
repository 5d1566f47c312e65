"""Looking at a figure and around it: what stands beside it, where it comes again, what was done with it."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from db import Review
from db.model import DocumentView, Event, FigureView, Mark, Progress, QueueRow
from tui.jobs.hearing import Said, said_of
from tui.jobs.opening import STEP
from tui.jobs.places import places_of

if TYPE_CHECKING:
    from db.comparing.beside import Asked
    from db.comparing.near import Near, Related
    from db.particulars import Particulars
    from db.rivals import Kin, Rivals

#: So many entries of a figure's log are shown, the newest.
ENTRIES = 1000


@dataclass(frozen=True, slots=True)
class Glance:
    """What another program has left: the counts, and how some rows stand."""

    rows: list[QueueRow]
    progress: Progress
    version: int

    def adds_up_to(self, before: Progress) -> bool:
        """Tell whether there are as many documents and figures as before, in the queue and beyond."""
        now = self.progress
        return (now.documents, now.figures, now.queue) == (before.documents, before.figures, before.queue)


@dataclass(frozen=True, slots=True)
class Text:
    """A document with the figures found in it."""

    document: DocumentView
    marks: list[Mark]


@dataclass(frozen=True, slots=True)
class Sight:
    """One figure as looked at; document and marks only where they were asked for."""

    view: FigureView
    document: DocumentView | None
    marks: list[Mark]
    said: Said


@dataclass(frozen=True, slots=True)
class Again:
    """Where a figure comes again: a place in the queue, and that its number is `equal` there.

    Its document is the `number`th, from 1, of `count` documents of the queue that have it.
    """

    place: int
    equal: bool
    number: int
    count: int


def glance(review: Review, row_ids: Sequence[int]) -> Glance:
    """Read what another program may have changed about these rows."""
    version = review.data_version()
    return Glance(review.rows(row_ids), review.progress(), version)


def text_of(review: Review, document_id: int) -> Text:
    """Read a document, whether it has figures or not."""
    return Text(review.document(document_id), review.marks(document_id))


def look(review: Review, row_id: int, known_document: int | None) -> Sight:
    """Read a figure, and its document unless that is the known one."""
    view = review.figure(row_id)
    said = said_of(review, row_id)
    if view.document_id == known_document:
        return Sight(view, None, [], said)
    return Sight(view, review.document(view.document_id), review.marks(view.document_id), said)


class Neighbourhood:
    """What is kept of the figures looked at, for those that stand in the same documents; to be left when they change.

    It is used in the review's own thread only.
    """

    def __init__(self) -> None:
        self._near: Near | None = None

    def near(self) -> Near:
        """Give what relates figures; importing it takes a while, so it is not done before the first screen."""
        if self._near is None:
            from db.comparing.near import Near

            self._near = Near()
        return self._near


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands beside a figure: its rivals, and the question that they answer, None for one that stands in none.

    `relations` say what each is to the figure and `origins` which have one origin, by row id, once they are `related`.
    """

    rivals: Rivals
    asked: Asked | None = None
    relations: Mapping[int, Related] = field(default_factory=dict)
    origins: Mapping[int, int] = field(default_factory=dict)
    related: bool = True


def beside(review: Review, row_id: int, known: Neighbourhood) -> Surroundings:
    """Give the figures of a figure's question, with it; where it stands in none, those that share its head noun."""
    from db.comparing.beside import beside as in_question
    from db.rivals import rivals

    found = in_question(review, row_id)
    if found is None:
        return Surroundings(rivals(review, row_id))
    return relate(review, Surroundings(found.rivals, found.asked, {}, found.origins, related=False), known)


def relate(review: Review, seen: Surroundings, known: Neighbourhood) -> Surroundings:
    """Go on finding what the rivals are to the figure, a little while."""
    ids = [rival.row.row_id for rival in seen.rivals.figures]
    if not known.near().read(review, ids, STEP):
        return seen
    return replace(seen, relations=known.near().relations(review, seen.rivals.row_id, ids), related=True)


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
    return [(at, wanted[ids[at]]) for at in places_of(wanted, ids)]
