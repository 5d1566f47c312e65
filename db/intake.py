"""Intake: inputs are read, their figures extracted and stored, document by document."""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from db.errors import Busy, CannotOpen, CannotWrite, ReviewError
from db.model import Added, IntakeReport
from db.review import Review, open_review
from seeds.document import Document

if TYPE_CHECKING:
    from figures.model import Figure
    from seeds.readers import Failure

#: Told after each input, in a few words: how many are done, and the name of this one.
OnProgress = Callable[[str], None]


def take_in(
    review: Review,
    inputs: Iterable[str | Path],
    *,
    stdin: BinaryIO | None = None,
    on_progress: OnProgress | None = None,
) -> IntakeReport:
    """Read inputs, extract their figures and store them, each document in a transaction of its own.

    An input that fails is in the report, and the rest goes on. "-" is `stdin`, by default the standard input.
    Raises ReviewError only where the review itself cannot be read or written; what was stored before stays.
    """
    return _take_in(_Store(review.path, review.reviewer, review), inputs, stdin, on_progress)


def add_to_file(
    path: str | Path,
    inputs: Iterable[str | Path],
    *,
    reviewer: str,
    stdin: BinaryIO | None = None,
    on_progress: OnProgress | None = None,
) -> IntakeReport:
    """Take inputs into the review file at path, which is made with the first readable document if there is none.

    No file is left behind where nothing could be taken in. Raises ReviewError as open_review and take_in do.
    """
    path = Path(path)
    if path.exists() or path.is_symlink():
        with open_review(path, reviewer=reviewer) as review:
            return take_in(review, inputs, stdin=stdin, on_progress=on_progress)
    store = _Store(path, reviewer, None)
    try:
        return _take_in(store, inputs, stdin, on_progress)
    finally:
        store.close()


class _Store:
    """Where documents go: a review, opened or made when the first document needs it."""

    def __init__(self, path: Path, reviewer: str, review: Review | None):
        self._path = path
        self._reviewer = reviewer
        self._review = review

    def known(self, document: Document) -> Added | None:
        """Give what is stored of this document already."""
        return None if self._review is None else self._review.known(document)

    def add(self, document: Document, figures: "list[Figure]") -> Added:
        """Store a document and its figures."""
        if self._review is None:
            self._review = open_review(self._path, reviewer=self._reviewer, create=True)
        return self._review.add(document, figures)

    def close(self) -> None:
        """Close the review that was made here, and take it away again if nothing went in."""
        if self._review is None:
            return
        empty = self._review.progress().documents == 0
        self._review.close()
        if empty:
            self._path.unlink(missing_ok=True)


def _take_in(
    store: _Store, inputs: Iterable[str | Path], stdin: BinaryIO | None, on_progress: OnProgress | None
) -> IntakeReport:
    from seeds.readers import Failure, read_inputs

    stdin = stdin or getattr(sys.stdin, "buffer", None)
    added: list[Added] = []
    failures: list[Failure] = []
    warnings: list[str] = []
    for done, reading in enumerate(read_inputs(inputs, stdin), start=1):
        if isinstance(reading, Failure):
            failures.append(reading)
            name = reading.name
        else:
            name = reading.document.name
            warnings.extend(f"{name}: {warning}" for warning in reading.warnings)
            outcome = _take_one(store, reading.document)
            if isinstance(outcome, Failure):
                failures.append(outcome)
            else:
                added.append(outcome)
        if on_progress is not None:
            on_progress(f"{done:,} read · {name}")
    fresh = [outcome for outcome in added if outcome.new]
    return IntakeReport(
        added=len(fresh),
        known=len(added) - len(fresh),
        figures=sum(outcome.figures for outcome in fresh),
        queue=sum(outcome.queue for outcome in fresh),
        failures=tuple(failures),
        warnings=tuple(warnings),
    )


def _take_one(store: _Store, document: Document) -> "Added | Failure":
    from seeds.readers import Failure

    known = store.known(document)
    if known is not None:
        return known
    try:
        figures = _figures_of(document)
    except Exception as error:  # whatever one document does to the extractor, the others go on
        return Failure(document.name, f"its figures could not be extracted ({type(error).__name__}), it is left out")
    try:
        return store.add(document, figures)
    except (Busy, CannotOpen, CannotWrite):
        raise
    except ReviewError as error:
        return Failure(document.name, f"it could not be stored, it is left out ({error})")


def _figures_of(document: Document) -> "list[Figure]":
    from figures.extract import extract

    return extract(document)
