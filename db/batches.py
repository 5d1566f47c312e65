"""Documents on their way into a review: gathered, and stored a batch at a time."""

from collections.abc import Callable, Sequence
from time import monotonic, sleep
from typing import TYPE_CHECKING

from db.errors import Busy, CannotOpen, CannotWrite, ReviewError
from db.identity import same_document
from db.model import Added
from db.review import Review
from seeds.document import Document

if TYPE_CHECKING:
    from db.figure_rows import Rows
    from figures.model import Figure
    from seeds.readers import Failure

#: A batch is stored when it has this many documents, or is this old in seconds. One transaction for each document
#: costs more than reading it, and every batch touches pages all over the index of ids; with larger ones, of which each
#: holds the file for more than a tenth of a second, a reviewer beside the intake would notice.
SIZE = 100
AGE = 1.0
#: So many seconds at least the file is left to others between two batches: else they would hardly ever find it free.
PAUSE = 0.02


class Batches:
    """Documents are put in, and stored with their figures now and then; what became of each is told, in their order.

    Until a batch is full nothing of it is in the file. `review` is asked for when the first is stored; `told` gets the
    name that a document was put in under, and what became of it.
    """

    def __init__(self, review: Callable[[], Review], told: "Callable[[str, Added | Failure], None]"):
        self._review = review
        self._told = told
        self._waiting: list[tuple[str, Document, Sequence[Figure] | Rows]] = []
        self._since = 0.0
        self._stored = 0.0

    def put(self, name: str, document: Document, figures: "Sequence[Figure] | Rows") -> None:
        """Take a document; raises ReviewError where the review cannot be written."""
        if not self._waiting:
            self._since = monotonic()
        self._waiting.append((name, document, figures))
        if len(self._waiting) >= SIZE or monotonic() - self._since >= AGE:
            self.store()

    def settle(self, document: Document) -> None:
        """Store what waits if another text of the same document may be in it."""
        if any(same_document(document, other) for _, other, _ in self._waiting):
            self.store()

    def store(self) -> None:
        """Store what waits, in one transaction; where a document cannot be stored, the others are without it."""
        waiting, self._waiting = self._waiting, []
        if not waiting:
            return
        review = self._review()
        sleep(max(0.0, self._stored + PAUSE - monotonic()))
        try:
            added: Sequence[Added | Failure] = review.add_all([(document, figures) for _, document, figures in waiting])
        except (Busy, CannotOpen, CannotWrite):
            raise
        except ReviewError:
            added = [_stored_alone(review, document, figures) for _, document, figures in waiting]
        self._stored = monotonic()
        for (name, _, _), outcome in zip(waiting, added, strict=True):
            self._told(name, outcome)


def _stored_alone(review: Review, document: Document, figures: "Sequence[Figure] | Rows") -> "Added | Failure":
    from seeds.readers import Failure

    try:
        return review.add(document, figures)
    except (Busy, CannotOpen, CannotWrite):
        raise
    except ReviewError as error:
        return Failure(document.name, f"it could not be stored, it is left out ({error})")
