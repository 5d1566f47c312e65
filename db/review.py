"""The review: one SQLite file with everything of one checking job."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Self

from db import blind, log, opening, reading, words
from db.errors import explained

if TYPE_CHECKING:
    from array import array
    from types import TracebackType

    from db.figure_rows import Rows
    from db.model import (
        Action,
        Added,
        DeskState,
        DocumentView,
        Event,
        Evidence,
        FigureView,
        Mark,
        Page,
        Progress,
        QueueRow,
        VerdictRow,
    )
    from figures.model import Figure, Number
    from seeds.document import Document


def open_review(path: str | Path, *, reviewer: str, create: bool = False, lean: bool = False) -> Review:
    """Open the review file at path for a reviewer; with `create`, make it if there is none.

    `lean` keeps less of the file in memory: for reading a screenful at a time.

    Raises ReviewError with one line for a person, and leaves the file as it was, if it is no review of this
    version, cannot be read and written, or is held by another program. Opening writes nothing to an existing file
    unless its schema is older.
    """
    name = words.reviewer_name(reviewer)
    return Review(Path(path), opening.connect(Path(path), create=create, lean=lean), name)


class Review:
    """An open review file: one connection, used by one thread at a time; close it, or use it in a with block."""

    def __init__(self, path: Path, connection: sqlite3.Connection, reviewer: str):
        self.path = path
        self.reviewer = reviewer
        #: For the other modules of this package; use it within errors.explained(path).
        self.connection = connection

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; closing twice is allowed."""
        opening.disconnect(self.connection)

    # Documents in

    def add(self, document: Document, figures: Sequence[Figure] | Rows) -> Added:
        """Store a document and its figures in one transaction; a document that is there already changes nothing."""
        from db import storing

        with explained(self.path):
            (added,) = storing.add(self.connection, [(document, figures)])
            return added

    def add_all(self, documents: Iterable[tuple[Document, Sequence[Figure] | Rows]]) -> list[Added]:
        """Store several documents in one transaction: all of them, or none where it raises."""
        from db import storing

        with explained(self.path):
            return storing.add(self.connection, documents)

    def known(self, document: Document) -> Added | None:
        """Give what is stored of this document already; None if it is not there."""
        from db.identity import uid_of

        with explained(self.path):
            return reading.known_document(self.connection, uid_of(document))

    def failures(self) -> int:
        """Count the inputs that could not be taken in (figcheck add --retry-failed)."""
        from db.failures import count_failures

        with explained(self.path):
            return count_failures(self.connection)

    # Reading

    def progress(self) -> Progress:
        """Give the counts of the whole review, from its counters."""
        with explained(self.path):
            return blind.progress(self.connection, self.reviewer, reading.progress(self.connection))

    def queue(self, *, all_figures: bool = False, state: str | None = None) -> array[int]:
        """Give the row ids of the queue: documents in intake order, text order inside, teasers last.

        `all_figures` adds what is not checkable; `state` keeps one state only.
        """
        with explained(self.path):
            read = partial(reading.queue, self.connection, all_figures=all_figures)
            return blind.queue(self.connection, self.reviewer, state, read)

    def first_page(
        self,
        *,
        words: str = "",
        state: str | None = None,
        all_figures: bool = False,
        limit: int = 100,
        seconds: float | None = None,
    ) -> Page:
        """Give the first figures with all these words in sentence or noun; of the last word the start is enough.

        In queue order, with `words` in the order of intake. Stops after `seconds` with what was found.
        """
        from db import search

        with explained(self.path):
            read = partial(search.first_page, self.connection, words=words, all_figures=all_figures, seconds=seconds)
            return blind.page(self.connection, self.reviewer, state, limit, read)

    def rows(self, ids: Sequence[int]) -> list[QueueRow]:
        """Give the queue lines of these row ids, in the order asked; ids that do not exist are left out."""
        with explained(self.path):
            return blind.rows(self.connection, self.reviewer, reading.rows(self.connection, ids))

    def figure(self, row_id: int) -> FigureView:
        """Give everything about one figure; raises UnknownFigure."""
        from db import views

        with explained(self.path):
            return blind.figures(self.connection, self.reviewer, [views.figure(self.connection, row_id)])[0]

    def figures(self, ids: Sequence[int]) -> list[FigureView]:
        """Give everything about these figures, in the order asked; ids that do not exist are left out."""
        from db import views

        with explained(self.path):
            return blind.figures(self.connection, self.reviewer, views.figures(self.connection, ids))

    def find(self, figure_id: str) -> int:
        """Give the row id of a figure by its id or a unique prefix; raises UnknownFigure or AmbiguousFigure."""
        with explained(self.path):
            return reading.find(self.connection, figure_id)

    def document(self, document_id: int) -> DocumentView:
        """Give one document with its text; raises ReviewError if there is none."""
        with explained(self.path):
            return reading.document(self.connection, document_id)

    def marks(self, document_id: int) -> list[Mark]:
        """Give the place and state of every figure of a document, in text order."""
        with explained(self.path):
            return blind.marks(self.connection, self.reviewer, reading.marks(self.connection, document_id))

    def evidence(self, row_id: int) -> list[Evidence]:
        """Give the evidence of a figure, oldest first."""
        with explained(self.path):
            return blind.evidence(self.connection, self.reviewer, row_id, reading.evidence(self.connection, row_id))

    def history(self, row_id: int | None = None, *, limit: int | None = None) -> list[Event]:
        """Give the log of one figure, or of the whole review, newest first, at most `limit` entries."""
        with explained(self.path):
            return blind.history(self.connection, self.reviewer, reading.history(self.connection, row_id, limit))

    def verdict_rows(self, *, all_states: bool = False) -> Iterator[VerdictRow]:
        """Yield the verdict table in queue order: figures confirmed, disputed or misreported.

        `all_states` adds the dismissed ones and the checkable ones that are unreviewed. No lock is held between rows.
        """
        from db import verdict_table

        with explained(self.path):
            yield from verdict_table.verdict_rows(self.connection, all_states=all_states)

    def data_version(self) -> int:
        """Give a number that changes when another connection has changed the file."""
        with explained(self.path):
            return reading.data_version(self.connection)

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
            return log.verdicts.decide(
                self.connection, self.reviewer, row_ids, verdict, reason=reason, note=note, evidence=evidence
            )

    def set_note(self, row_id: int, note: str) -> Action:
        """Replace a figure's note; an empty one removes it."""
        with explained(self.path):
            return log.verdicts.set_note(self.connection, self.reviewer, row_id, note)

    def add_evidence(
        self,
        row_id: int,
        link: str | None = None,
        *,
        kind: str = "link",
        title: str | None = None,
        quote: str | None = None,
        stance: str = "supports",
        seen_on: str | None = None,
        archived_link: str | None = None,
    ) -> Action:
        """Add what supports or contradicts a figure: a link, or a document or conversation named by its title.

        Links are http or https, `seen_on` is an ISO date; raises BadDecision for any other.
        """
        payload = words.evidence_payload(
            kind=kind,
            link=link,
            title=title,
            quote=quote,
            stance=stance,
            seen_on=seen_on,
            archived_link=archived_link,
        )
        with explained(self.path):
            return log.verdicts.add_evidence(self.connection, self.reviewer, row_id, payload)

    def tag(self, row_ids: Iterable[int], tag: str, *, on: bool = True) -> Action:
        """Put a tag on figures, or take it off, as one action; raises BadDecision for what is no tag."""
        with explained(self.path):
            return log.verdicts.set_tag(self.connection, self.reviewer, row_ids, tag, on=on)

    def tags(self, row_id: int) -> list[str]:
        """Give a figure's tags, in alphabetical order."""
        with explained(self.path):
            return blind.tags(self.connection, self.reviewer, row_id, reading.tags(self.connection, row_id))

    def correct(self, row_id: int, **values: object) -> Action:
        """Put low, high, bound, unit, noun, attribution or as_of right; see log/corrections.py."""
        with explained(self.path):
            return log.corrections.correct(self.connection, self.reviewer, row_id, values)

    def add_figure(self, document_id: int, start: int, end: int, **values: object) -> Action:
        """Add a missed figure, text[start:end] of a document, with its kind and values; see log/added.py."""
        with explained(self.path):
            return log.added.add_figure(self.connection, self.reviewer, document_id, start, end, values)

    # Questions

    def join(self, row_ids: Iterable[int], *, question: str | None = None, title: str | None = None) -> Action:
        """Set figures as answering a question (its uid), or as a question of their own with a title."""
        with explained(self.path):
            return log.questions.join(self.connection, self.reviewer, row_ids, question, title)

    def split(self, row_ids: Iterable[int], question: str) -> Action:
        """Set figures as not answering a question, for good."""
        with explained(self.path):
            return log.questions.split(self.connection, self.reviewer, row_ids, question)

    def rename(self, question: str, title: str) -> Action:
        """Call a question something else."""
        with explained(self.path):
            return log.questions.rename(self.connection, self.reviewer, question, title)

    def confirm(self, question: str) -> Action:
        """Set a suggested question and its figures as they stand."""
        with explained(self.path):
            return log.questions.confirm(self.connection, self.reviewer, question)

    def answer(
        self,
        question: str,
        *,
        low: Number | None = None,
        best: Number | None = None,
        high: Number | None = None,
        note: str | None = None,
    ) -> Action:
        """Answer a question, with numbers from small to large or in words; raises BadDecision for any other."""
        payload = words.answer_payload(low, best, high, note)
        with explained(self.path):
            return log.questions.answer(self.connection, self.reviewer, question, payload)

    # Going back

    def undo(self) -> Action | None:
        """Take back the reviewer's own last action, whole; None if there is nothing to undo."""
        with explained(self.path):
            return log.undo.undo(self.connection, self.reviewer)

    def redo(self) -> Action | None:
        """Do again what was undone last; None after a fresh action or if nothing was undone."""
        with explained(self.path):
            return log.undo.redo(self.connection, self.reviewer)

    # The desk

    def desk(self) -> DeskState:
        """Give where this reviewer left the desk."""
        with explained(self.path):
            return reading.desk(self.connection, self.reviewer)

    def save_desk(self, state: DeskState) -> None:
        """Keep where this reviewer leaves the desk."""
        with explained(self.path):
            log.desk.save_desk(self.connection, self.reviewer, state)
