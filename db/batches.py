"""Documents on their way into a review: gathered, and stored a batch at a time."""

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING

from db.errors import Busy, CannotOpen, CannotWrite, ReviewError
from db.identity import same_document
from db.model import Added
from db.review import Review
from seeds.document import Document

if TYPE_CHECKING:
    from figures.model import Figure
    from seeds.readers import Failure

#: A batch is stored when it has this many documents, or is this old in seconds. One transaction for each document
#: costs more than reading it; with larger ones a reviewer beside the intake would notice.
SIZE = 25
AGE = 1.0


class Batches:
    """Documents are put in, and stored with their figures now and then; `outcomes` is what became of them, in order.

    Until a batch is full nothing of it is in the file. `review` is asked for when the first is stored.
    """

    def __init__(self, review: Callable[[], Review]):
        self.outcomes: list[Added | Failure] = []
        self._review = review
        self._waiting: list[tuple[Document, list[Figure]]] = []
        self._since = 0.0

    def put(self, document: Document, figures: "list[Figure]") -> None:
        """Take a document; raises ReviewError where the review cannot be written."""
        if not self._waiting:
            self._since = monotonic()
        self._waiting.append((document, figures))
        if len(self._waiting) >= SIZE or monotonic() - self._since >= AGE:
            self.store()

    def settle(self, document: Document) -> None:
        """Store what waits if another text of the same document may be in it."""
        if any(same_document(document, other) for other, _ in self._waiting):
            self.store()

    def store(self) -> None:
        """Store what waits, in one transaction; where a document cannot be stored, the others are without it."""
        waiting, self._waiting = self._waiting, []
        if not waiting:
            return
        review = self._review()
        try:
            self.outcomes.extend(review.add_all(waiting))
        except (Busy, CannotOpen, CannotWrite):
            raise
        except ReviewError:
            self.outcomes.extend(_stored_alone(review, *pair) for pair in waiting)


def _stored_alone(review: Review, document: Document, figures: "list[Figure]") -> "Added | Failure":
    from seeds.readers import Failure

    try:
        return review.add(document, figures)
    except (Busy, CannotOpen, CannotWrite):
        raise
    except ReviewError as error:
        return Failure(document.name, f"it could not be stored, it is left out ({error})")
