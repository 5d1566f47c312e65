"""What becomes of the inputs of an intake: counted as they go, and the failures kept in the review."""

from array import array
from typing import TYPE_CHECKING

from db.errors import explained
from db.failures import failed_inputs, keep_failures
from db.model import Added, IntakeReport
from db.review import Review
from seeds.links import is_list
from seeds.readers import STANDARD_INPUT, Failure, Source

if TYPE_CHECKING:
    from db.versions.model import Updated

#: So many failures are kept in one transaction.
_TOGETHER = 200


class Outcomes:
    """The counts of an intake. Of what is taken in only the row ids are kept, so that memory stays what it is."""

    def __init__(self) -> None:
        self.taken = array("q")
        self.warnings: list[str] = []
        self._added = self._known = self._figures = self._queue = 0
        self._failures: list[Failure] = []
        self._updated: list[Updated] = []
        self._to_keep: dict[str, str] = {}
        self._failed: set[str] = set()
        self._before: set[str] = set()
        self._tried: set[str] = set()
        self._last: Source | None = None
        self.sources = 0

    def begin(self, review: Review | None, again: bool) -> list[str]:
        """Note which inputs failed before; gives them where they are to be tried again."""
        if review is None:
            return []
        with explained(review.path):
            failed = failed_inputs(review.connection)
        self._before.update(failed)
        if again:
            self._tried.update(failed)
        return failed if again else []

    def reached(self, source: Source | None) -> None:
        """Note that something of a source is here, and all of the one before; None at the end."""
        if source == self._last:
            return
        if self._last is not None:
            self.sources += 1
            if self._last.name in self._before:
                self._tried.add(self._last.name)
        self._last = source

    def stored(self, name: str, outcome: Added | Failure) -> None:
        """Note what became of a document of the source of this name."""
        if isinstance(outcome, Failure):
            self.failed(name, outcome)
        elif outcome.new:
            self._added += 1
            self._figures += outcome.figures
            self._queue += outcome.queue
            self.taken.append(outcome.document_id)
        else:
            self._known += 1

    def held(self) -> None:
        """Note that a page was not fetched, since it is there."""
        self._known += 1

    def failed_before(self, name: str) -> bool:
        """Tell whether an input of this name failed in an earlier intake."""
        return name in self._before

    def updated(self, updated: "Updated") -> None:
        """Note that a document went in as the new version of another."""
        self._updated.append(updated)
        self.taken.append(updated.document_id)

    def failed(self, name: str, failure: Failure) -> None:
        """Note a failure of the source of this name."""
        self._failures.append(failure)
        if name == STANDARD_INPUT or is_list(name):  # which nobody can read again, or only whole
            return
        self._failed.add(name)
        what = (
            failure.reason if failure.name in (name, name.rpartition("/")[2]) else f"{failure.name}: {failure.reason}"
        )
        self._to_keep[name] = what

    def many(self) -> bool:
        """Tell whether it is time to keep failures."""
        return len(self._to_keep) >= _TOGETHER

    def keep(self, review: Review | None, *, whole: bool = False) -> None:
        """Keep the failures in the review, if there is one; where the `whole` input was tried, forget those mended."""
        mended = self._tried - self._failed if whole else set()
        if review is not None and (self._to_keep or mended):
            with explained(review.path):
                keep_failures(review.connection, self._to_keep, mended)
            self._to_keep.clear()

    def report(self, stopped_after: int | None) -> IntakeReport:
        """Give the report."""
        return IntakeReport(
            added=self._added,
            known=self._known,
            figures=self._figures,
            queue=self._queue,
            failures=tuple(self._failures),
            warnings=tuple(self.warnings),
            updated=tuple(self._updated),
            stopped_after=stopped_after,
        )
