"""Documents on their way into a review: gathered, and stored a batch at a time."""

from collections.abc import Callable, Sequence
from time import monotonic, sleep
from typing import TYPE_CHECKING

from db.errors import Busy, CannotOpen, CannotWrite, ReviewError
from db.identity import same_by
from db.model import Added
from db.review import Review
from seeds.document import Document

if TYPE_CHECKING:
    from db.figure_rows import Rows
    from seeds.readers import Failure

#: A batch is stored when it has so many documents, or is this old in seconds. One transaction for each document costs
#: more than reading it; and every batch touches pages all over the index of ids, so that the larger the file, the more
#: a larger batch saves. But it holds the file all the while, half a second with the most: so it is large only where
#: nobody else has written since the last one.
FEWEST, MOST = 100, 800
AGE = 4.0
#: Articles have fewer figures than this; of longer documents a batch takes fewer.
FIGURES_EACH = 50
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
        self._waiting: list[tuple[str, Document, Rows]] = []
        self._waiting_by: set[tuple[str | None, ...]] = set()
        self._figures = 0
        self._size = FEWEST
        self._version: int | None = None
        self._since = 0.0
        self._stored = 0.0

    def put(self, name: str, document: Document, figures: "Rows") -> None:
        """Take a document; raises ReviewError where the review cannot be written."""
        if not self._waiting:
            self._since = monotonic()
        self._waiting.append((name, document, figures))
        self._waiting_by.add(same_by(document))
        self._figures += len(figures)
        many = len(self._waiting) >= self._size or self._figures >= self._size * FIGURES_EACH
        if many or monotonic() - self._since >= AGE:
            self.store()

    def holds(self, document: Document) -> bool:
        """Tell whether another text of the same document may be in what waits."""
        return same_by(document) in self._waiting_by

    def settle(self, document: Document) -> None:
        """Store what waits if another text of the same document may be in it."""
        if self.holds(document):
            self.store()

    def store(self) -> None:
        """Store what waits, in one transaction; where a document cannot be stored, the others are without it."""
        waiting, self._waiting, self._figures = self._waiting, [], 0
        self._waiting_by.clear()
        if not waiting:
            return
        review = self._review()
        sleep(max(0.0, self._stored + PAUSE - monotonic()))
        alone = review.data_version() == self._version
        self._size = min(2 * self._size, MOST) if alone else FEWEST
        try:
            added: Sequence[Added | Failure] = review.add_all([(document, figures) for _, document, figures in waiting])
        except (Busy, CannotOpen, CannotWrite):
            raise
        except ReviewError:
            added = [_stored_alone(review, document, figures) for _, document, figures in waiting]
        self._stored, self._version = monotonic(), review.data_version()
        for (name, _, _), outcome in zip(waiting, added, strict=True):
            self._told(name, outcome)


def _stored_alone(review: Review, document: Document, figures: "Rows") -> "Added | Failure":
    from seeds.readers import Failure

    try:
        return review.add(document, figures)
    except (Busy, CannotOpen, CannotWrite):
        raise
    except ReviewError as error:
        return Failure(document.name, f"it could not be stored, it is left out ({error})")
