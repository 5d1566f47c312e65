"""One intake at work: each input read, its figures extracted and stored, and what came in compared."""

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.batches import Batches
from db.destination import Destination
from db.errors import Busy, CannotOpen, CannotWrite, ReviewError
from db.identity import same_by
from db.model import IntakeReport, Step
from db.outcomes import Outcomes
from seeds.document import Document

if TYPE_CHECKING:
    from db.crew.flow import Taken
    from db.crew.model import Crew
    from db.figure_rows import Rows
    from seeds.inputs import Inputs
    from seeds.readers import Failure

#: What is said of an edited text that was left out.
ANOTHER_TEXT = (
    "another text of it is in the review; --update takes this one as its new version, --as-new as a document of its own"
)

#: Told after each document, and while figures are compared.
OnProgress = Callable[[Step], None]


@dataclass(frozen=True, slots=True)
class Manner:
    """How inputs are taken in.

    An edited text of a document that is there becomes its new version, a document of its own, or neither.
    """

    update: bool
    as_new: bool
    retry_failed: bool
    counted: bool


class Intake:
    """One intake, from the first input to the comparison of what came in."""

    def __init__(self, destination: Destination, on_progress: OnProgress | None, manner: Manner):
        self._destination = destination
        self._on_progress = on_progress
        self._manner = manner
        self._outcomes = Outcomes()
        self._batches = Batches(destination.review, self._outcomes.stored)
        self._read = 0
        self._total: int | None = None

    def run(self, given: "Inputs", crew: "Crew | None") -> IntakeReport:
        """Take the inputs in, and compare; gives what came of it."""
        stopped = False
        try:
            self._take_all(given, crew)
            self._compare()
        except KeyboardInterrupt:
            stopped = True
            self._batches.store()
        finally:
            self._outcomes.keep(self._destination.opened)
        return self._outcomes.report(self._read if stopped else None)

    def holds(self, name: str) -> bool:
        """Tell whether a page need not be fetched: it is stored, did not fail, and another text of it is not wanted."""
        if self._manner.update or self._manner.as_new or self._outcomes.failed_before(name):
            return False
        return self._destination.has(name)

    def _take_all(self, given: "Inputs", crew: "Crew | None") -> None:
        from db.crew.flow import taken

        given.add(self._outcomes.begin(self._destination.opened, self._manner.retry_failed))
        if self._manner.counted:
            self._total = sum(1 for _ in given.sources())
        new = self._destination.empty()
        with closing(taken(given.sources(), crew, given.read, self._settled, new=new)) as flow:
            for some in flow:
                fresh = self._fresh(some)
                for place, one in enumerate(some):
                    self._outcomes.reached(one.source)
                    self._take(one, place in fresh)
        self._outcomes.reached(None)
        self._batches.store()
        self._outcomes.keep(self._destination.opened, whole=True)

    def _settled(self, some: "Sequence[Taken]") -> set[int]:
        """Give the places of the documents of which it is known without their figures what becomes of them."""
        documents = _documents(some)
        others = documents.keys() - self._destination.fresh(documents)
        return {place for place in others if self._is_settled(documents[place])}

    def _is_settled(self, document: Document) -> bool:
        if self._destination.known(document) is not None:
            return True
        again = self._manner.update or self._manner.as_new
        return not again and self._destination.earlier(document) is not None

    def _fresh(self, some: "Sequence[Taken]") -> set[int]:
        """Give the places of the documents of which nothing is stored, waits to be, or comes before them here."""
        documents = _documents(some)
        first = {same_by(document): place for place, document in reversed(documents.items())}
        alone = {place: documents[place] for place in first.values() if not self._batches.holds(documents[place])}
        return self._destination.fresh(alone)

    def _take(self, one: "Taken", fresh: bool) -> None:
        from seeds.readers import Failure, Held

        self._read += 1
        name, reading = one.source.name, one.reading
        if isinstance(reading, Failure):
            shown = reading.name
            self._fail(name, reading)
        elif isinstance(reading, Held):
            shown = reading.name
            self._outcomes.held()
        else:
            shown = reading.document.name
            self._outcomes.warnings.extend(f"{shown}: {warning}" for warning in reading.warnings)
            self._take_document(name, reading.document, one.found, fresh)
        self._say(f"{self._read:,} read · {shown}")

    def _take_document(self, name: str, document: Document, found: "Rows | Failure | None", fresh: bool) -> None:
        from db.crew.work import extract_all
        from seeds.readers import Failure

        if not fresh and not self._manner.as_new:
            self._batches.settle(document)
        known = None if fresh else self._destination.known(document)
        if known is not None:
            self._outcomes.stored(name, known)
            return
        earlier = None if fresh or self._manner.as_new else self._destination.earlier(document)
        if earlier is not None and not self._manner.update:
            self._fail(name, Failure(document.name, ANOTHER_TEXT))
            return
        figures = extract_all([document])[0] if found is None else found
        if isinstance(figures, Failure):
            self._fail(name, figures)
        elif earlier is None:
            self._batches.put(name, document, figures)
        else:
            self._update(name, document, figures)

    def _update(self, name: str, document: Document, figures: "Rows") -> None:
        from db.versions.updating import update
        from seeds.readers import Failure

        # What came before it goes in before it, whoever works and however fast.
        self._batches.store()
        try:
            updated = update(self._destination.review(), document, figures.figures())
        except (Busy, CannotOpen, CannotWrite):
            raise
        except ReviewError as error:
            self._fail(name, Failure(document.name, f"it could not be stored, it is left out ({error})"))
            return
        if updated is not None:
            self._outcomes.updated(updated)

    def _fail(self, name: str, failure: "Failure") -> None:
        self._outcomes.failed(name, failure)
        if self._outcomes.many():
            self._outcomes.keep(self._destination.opened)

    def _compare(self) -> None:
        """Find the questions that the figures of new documents answer; what goes wrong costs no document.

        Also of documents that an intake stored which was cut off before it came to this.
        """
        from db.comparing import compare_added

        review = self._destination.opened
        if review is None:
            return
        stopped: list[Exception] = []

        def say(told: str) -> None:
            try:
                self._say(f"comparing · {told}")
            except Exception as error:  # whoever is told may stop the work
                stopped.append(error)
                raise

        try:
            compare_added(review, self._outcomes.taken, say)
        except (CannotOpen, CannotWrite):
            raise
        except Exception as error:  # whatever the figures do to the comparison, the documents are in
            if error in stopped:
                raise
            why = str(error) if isinstance(error, ReviewError) else type(error).__name__
            self._outcomes.warnings.append(
                f"the figures could not be compared ({why}): figcheck compare {review.path} tries again"
            )

    def _say(self, text: str) -> None:
        if self._on_progress is not None:
            self._on_progress(Step(text, self._outcomes.sources, self._total))


def _documents(some: "Sequence[Taken]") -> dict[int, Document]:
    """Give the documents among what was read, by their places."""
    return {place: one.document for place, one in enumerate(some) if one.document is not None}
