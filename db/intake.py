"""Intake: inputs are read, their figures extracted and stored, document by document."""

import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from db.batches import Batches
from db.errors import Busy, CannotOpen, CannotWrite, ReviewError
from db.model import Added, IntakeReport
from db.review import Review, open_review
from db.versions.earlier import Earlier, earlier_version
from seeds.document import Document

if TYPE_CHECKING:
    from db.versions.model import Updated
    from figures.model import Figure
    from seeds.readers import Failure

#: What is said of an edited text that was left out.
ANOTHER_TEXT = (
    "another text of it is in the review; --update takes this one as its new version, --as-new as a document of its own"
)

#: Told after each input, in a few words: how many are done, and the name of this one.
OnProgress = Callable[[str], None]


def take_in(
    review: Review,
    inputs: Iterable[str | Path],
    *,
    stdin: BinaryIO | None = None,
    on_progress: OnProgress | None = None,
    update: bool = False,
    as_new: bool = False,
    fields: Mapping[str, str] | None = None,
) -> IntakeReport:
    """Read inputs, extract their figures and store them, a few documents at a time.

    An input that fails is in the report, and the rest goes on. "-" is `stdin`, by default the standard input. An
    edited text of a document that is there is its new version with `update`, a document of its own with `as_new`, else
    it is left out. `fields` are the names that files of many articles give to what a document has.
    Raises ReviewError only where the review itself cannot be read or written; what was stored before stays.
    """
    store = _Store(review.path, review.reviewer, review)
    return _take_in(store, inputs, stdin, on_progress, _Again(update, as_new), fields)


def add_to_file(
    path: str | Path,
    inputs: Iterable[str | Path],
    *,
    reviewer: str,
    stdin: BinaryIO | None = None,
    on_progress: OnProgress | None = None,
    update: bool = False,
    as_new: bool = False,
    fields: Mapping[str, str] | None = None,
) -> IntakeReport:
    """Take inputs into the review file at path, which is made with the first readable document if there is none.

    No file is left behind where nothing could be taken in. Raises ReviewError as open_review and take_in do.
    """
    path = Path(path)
    if path.exists() or path.is_symlink():
        with open_review(path, reviewer=reviewer) as review:
            return take_in(
                review, inputs, stdin=stdin, on_progress=on_progress, update=update, as_new=as_new, fields=fields
            )
    store = _Store(path, reviewer, None)
    try:
        return _take_in(store, inputs, stdin, on_progress, _Again(update, as_new), fields)
    finally:
        store.close()


@dataclass(frozen=True, slots=True)
class _Again:
    """What an edited text of a document that is there becomes: its new version, a document of its own, or neither."""

    update: bool
    as_new: bool


class _Store:
    """Where documents go: a review, opened or made when the first document needs it."""

    def __init__(self, path: Path, reviewer: str, review: Review | None):
        self._path = path
        self._reviewer = reviewer
        self._review = review

    def known(self, document: Document) -> Added | None:
        """Give what is stored of this document already."""
        return None if self._review is None else self._review.known(document)

    def earlier(self, document: Document) -> Earlier | None:
        """Give the earlier version of this document that is stored."""
        return None if self._review is None else earlier_version(self._review, document)

    def review(self) -> Review:
        """Give the review, made now if there was none."""
        if self._review is None:
            self._review = open_review(self._path, reviewer=self._reviewer, create=True)
        return self._review

    def close(self) -> None:
        """Close the review that was made here, and take it away again if nothing went in."""
        if self._review is None:
            return
        empty = self._review.progress().documents == 0
        self._review.close()
        if empty:
            self._path.unlink(missing_ok=True)


def _take_in(
    store: _Store,
    inputs: Iterable[str | Path],
    stdin: BinaryIO | None,
    on_progress: OnProgress | None,
    again: _Again,
    fields: Mapping[str, str] | None,
) -> IntakeReport:
    from seeds.readers import Failure, read_inputs

    stdin = stdin or getattr(sys.stdin, "buffer", None)
    batches = Batches(store.review)
    failures: list[Failure] = []
    updated: list[Updated] = []
    warnings: list[str] = []
    for done, reading in enumerate(read_inputs(inputs, stdin, fields=fields), start=1):
        if isinstance(reading, Failure):
            failures.append(reading)
            name = reading.name
        else:
            name = reading.document.name
            warnings.extend(f"{name}: {warning}" for warning in reading.warnings)
            outcome = _take_one(store, batches, reading.document, again)
            if isinstance(outcome, Failure):
                failures.append(outcome)
            elif outcome is not None:
                updated.append(outcome)
        if on_progress is not None:
            on_progress(f"{done:,} read · {name}")
    batches.store()
    added = [outcome for outcome in batches.outcomes if not isinstance(outcome, Failure)]
    failures.extend(outcome for outcome in batches.outcomes if isinstance(outcome, Failure))
    fresh = [outcome for outcome in added if outcome.new]
    taken = [*(outcome.document_id for outcome in fresh), *(outcome.document_id for outcome in updated)]
    if taken:
        warnings.extend(_compare(store.review(), taken, on_progress))
    return IntakeReport(
        added=len(fresh),
        known=len(added) - len(fresh),
        figures=sum(outcome.figures for outcome in fresh),
        queue=sum(outcome.queue for outcome in fresh),
        failures=tuple(failures),
        warnings=tuple(warnings),
        updated=tuple(updated),
    )


def _compare(review: Review, documents: list[int], on_progress: OnProgress | None) -> list[str]:
    """Find the questions that the figures of new documents answer; gives what went wrong, which costs no document."""
    from db.comparing import compare_added

    stopped: list[Exception] = []

    def say(told: str) -> None:
        try:
            if on_progress is not None:
                on_progress(f"comparing · {told}")
        except Exception as error:  # whoever is told may stop the work
            stopped.append(error)
            raise

    try:
        compare_added(review, documents, say)
    except (CannotOpen, CannotWrite):
        raise
    except Exception as error:  # whatever the figures do to the comparison, the documents are in
        if error in stopped:
            raise
        why = str(error) if isinstance(error, ReviewError) else type(error).__name__
        return [f"the figures could not be compared ({why}): figcheck compare {review.path} tries again"]
    return []


def _take_one(store: _Store, batches: Batches, document: Document, again: _Again) -> "Failure | Updated | None":
    """Take one document in; None where it is in a batch, or was there before."""
    from seeds.readers import Failure

    known = store.known(document)
    if known is not None:
        batches.outcomes.append(known)
        return None
    earlier = None
    if not again.as_new:
        batches.settle(document)
        earlier = store.earlier(document)
    if earlier is not None and not again.update:
        return Failure(document.name, ANOTHER_TEXT)
    try:
        figures = _figures_of(document)
    except Exception as error:  # whatever one document does to the extractor, the others go on
        return Failure(document.name, f"its figures could not be extracted ({type(error).__name__}), it is left out")
    if earlier is not None:
        return _update(store.review(), document, figures)
    batches.put(document, figures)
    return None


def _update(review: Review, document: Document, figures: "list[Figure]") -> "Failure | Updated | None":
    from db.versions.updating import update
    from seeds.readers import Failure

    try:
        return update(review, document, figures)
    except (Busy, CannotOpen, CannotWrite):
        raise
    except ReviewError as error:
        return Failure(document.name, f"it could not be stored, it is left out ({error})")


def _figures_of(document: Document) -> "list[Figure]":
    from figures.extract import extract

    return extract(document)
