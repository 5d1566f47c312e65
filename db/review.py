"""The review: one SQLite file with everything of one checking job."""

import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from db import log, opening, reading, storing, views, words
from db.errors import explained
from db.identity import document_uid
from db.model import (
    Action,
    Added,
    DeskState,
    DocumentView,
    Event,
    Evidence,
    FigureView,
    Mark,
    Progress,
    QueueRow,
    VerdictRow,
)
from figures.model import Figure
from seeds.document import Document


def open_review(path: str | Path, *, reviewer: str, create: bool = False) -> "Review":
    """Open the review file at path for a reviewer; with `create`, make it if there is none.

    Raises ReviewError with one line for a person, and leaves the file as it was, if it is no review of this
    version, cannot be read and written, or is held by another program. Opening writes nothing to an existing file
    unless its schema is older.
    """
    name = words.reviewer_name(reviewer)
    return Review(Path(path), opening.connect(Path(path), create=create), name)


class Review:
    """An open review file: one connection, used by one thread at a time; close it, or use it in a with block."""

    def __init__(self, path: Path, connection: sqlite3.Connection, reviewer: str):
        self.path = path
        self.reviewer = reviewer
        self._connection = connection

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; closing twice is allowed."""
        opening.disconnect(self._connection)

    # Documents in

    def add(self, document: Document, figures: Sequence[Figure]) -> Added:
        """Store a document and its figures in one transaction; a document that is there already changes nothing."""
        with explained(self.path):
            return storing.add(self._connection, document, figures)

    def known(self, document: Document) -> Added | None:
        """Give what is stored of this document already; None if it is not there."""
        with explained(self.path):
            return reading.known_document(self._connection, document_uid(document.url, document.text))

    # Reading

    def progress(self) -> Progress:
        """Give the counts of the whole review, from its counters."""
        with explained(self.path):
            return reading.progress(self._connection)

    def queue(self, *, all_figures: bool = False, state: str | None = None) -> "array[int]":
        """Give the row ids of the queue: documents in intake order, text order inside, teasers last.

        `all_figures` adds what is not checkable; `state` keeps one state only.
        """
        with explained(self.path):
            return reading.queue(self._connection, all_figures=all_figures, state=state)

    def rows(self, ids: Sequence[int]) -> list[QueueRow]:
        """Give the queue lines of these row ids, in the order asked; ids that do not exist are left out."""
        with explained(self.path):
            return reading.rows(self._connection, ids)

    def figure(self, row_id: int) -> FigureView:
        """Give everything about one figure; raises UnknownFigure."""
        with explained(self.path):
            return views.figure(self._connection, row_id)

    def figures(self, ids: Sequence[int]) -> list[FigureView]:
        """Give everything about these figures, in the order asked; ids that do not exist are left out."""
        with explained(self.path):
            return views.figures(self._connection, ids)

    def find(self, figure_id: str) -> int:
        """Give the row id of a figure by its id or a unique prefix; raises UnknownFigure or AmbiguousFigure."""
        with explained(self.path):
            return reading.find(self._connection, figure_id)

    def document(self, document_id: int) -> DocumentView:
        """Give one document with its text; raises ReviewError if there is none."""
        with explained(self.path):
            return reading.document(self._connection, document_id)

    def marks(self, document_id: int) -> list[Mark]:
        """Give the place and state of every figure of a document, in text order."""
        with explained(self.path):
            return reading.marks(self._connection, document_id)

    def evidence(self, row_id: int) -> list[Evidence]:
        """Give the evidence of a figure, oldest first."""
        with explained(self.path):
            return reading.evidence(self._connection, row_id)

    def history(self, row_id: int | None = None, *, limit: int | None = None) -> list[Event]:
        """Give the log of one figure, or of the whole review, newest first, at most `limit` entries."""
        with explained(self.path):
            return reading.history(self._connection, row_id, limit)

    def verdict_rows(self, *, all_states: bool = False) -> Iterator[VerdictRow]:
        """Yield the verdict table in queue order: figures confirmed, disputed or misreported.

        `all_states` adds the dismissed ones and the checkable ones that are unreviewed. No lock is held between rows.
        """
        with explained(self.path):
            yield from views.verdict_rows(self._connection, all_states=all_states)

    def data_version(self) -> int:
        """Give a number that changes when another connection has changed the file."""
        with explained(self.path):
            return reading.data_version(self._connection)

    # Deciding

    def decide(
        self,
        row_ids: Iterable[int],
        verdict: str,
        *,
        reason: str | None = None,
        note: str | None = None,
        evidence: Sequence[str] = (),
    ) -> Action:
        """Give figures a verdict ("unreviewed" takes it back) as one action, in one durable transaction.

        Misreported needs a reason of REASONS; dismissed may have one of DISMISSALS; the others have none. `note`
        replaces the figures' note, `evidence` (links) is added. Raises BadDecision or UnknownFigure, storing nothing.
        """
        with explained(self.path):
            return log.decide(
                self._connection, self.reviewer, row_ids, verdict, reason=reason, note=note, evidence=evidence
            )

    def set_note(self, row_id: int, note: str) -> Action:
        """Replace a figure's note; an empty one removes it."""
        with explained(self.path):
            return log.set_note(self._connection, self.reviewer, row_id, note)

    def add_evidence(
        self, row_id: int, link: str, *, title: str | None = None, quote: str | None = None, stance: str = "supports"
    ) -> Action:
        """Add a link (http or https) that supports or contradicts a figure; raises BadDecision for any other."""
        with explained(self.path):
            return log.add_evidence(
                self._connection, self.reviewer, row_id, link, title=title, quote=quote, stance=stance
            )

    def undo(self) -> Action | None:
        """Take back the reviewer's own last action, whole; None if there is nothing to undo."""
        with explained(self.path):
            return log.undo(self._connection, self.reviewer)

    def redo(self) -> Action | None:
        """Do again what was undone last; None after a fresh action or if nothing was undone."""
        with explained(self.path):
            return log.redo(self._connection, self.reviewer)

    # The desk

    def desk(self) -> DeskState:
        """Give where this reviewer left the desk."""
        with explained(self.path):
            return reading.desk(self._connection, self.reviewer)

    def save_desk(self, state: DeskState) -> None:
        """Keep where this reviewer leaves the desk."""
        with explained(self.path):
            log.save_desk(self._connection, self.reviewer, state)
