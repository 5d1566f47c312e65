"""What a review gives of documents, figures, actions and the log; taken from db.model, with its other values."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.values import Correction
    from db.versions.model import Updated
    from figures.model import Figure, Number
    from seeds.document import Item, Zone
    from seeds.readers import Failure


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one document: `figures` and `queue` count its own; `new` is False if it was there before."""

    document_id: int
    uid: str
    new: bool
    figures: int
    queue: int


@dataclass(frozen=True, slots=True)
class IntakeReport:
    """What an intake came to: documents added and known before, the added ones' figures, and what did not work.

    `failures` name the inputs left out, each with its reason; `warnings` are lines about documents taken in; `updated`
    are documents taken in as the new versions of others, their figures not among those counted. `stopped_after` is how
    many documents were read when somebody stopped it with ctrl+c, else None.
    """

    added: int
    known: int
    figures: int
    queue: int
    failures: tuple[Failure, ...]
    warnings: tuple[str, ...]
    updated: tuple[Updated, ...] = ()
    stopped_after: int | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """How far an intake is: in words, and in inputs `done` of `total`, which is None where they are not counted."""

    text: str
    done: int
    total: int | None


@dataclass(frozen=True, slots=True)
class Page:
    """Row ids of the first figures that fit a question; not `complete` if time ran out before the page was full."""

    ids: array[int]
    complete: bool


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a verdict rests on: a link (http or https), a document or a conversation, named by its title.

    `added_at` is UTC, `seen_on` an ISO date; `archived_link` leads to an archived copy.
    """

    link: str | None
    title: str | None
    quote: str | None
    stance: str
    reviewer: str
    added_at: str
    kind: str = "link"
    seen_on: str | None = None
    archived_link: str | None = None

    @property
    def name(self) -> str:
        """What it is called in one line: the link, else the title."""
        return self.link or self.title or self.kind


@dataclass(frozen=True, slots=True)
class FigureView:
    """Everything about one figure: as extracted, where it stands, and what was decided.

    `title` and `published` are those of the figure's item; for the document's own story (item 0) else those of the
    document. `sentence` is cut with … around the figure where it is very long. `reviewer` and `decided_at` (UTC) are
    those of the verdict. `figure` is as corrected; `corrections` hold the extractor's values. `origin` is extracted or
    added; `status` is live, or orphaned where the newest version of the text has it no more; `changed_from` is the id
    of the figure whose place it took there.
    """

    row_id: int
    figure_id: str
    document_id: int
    figure: Figure
    sentence: str
    document_name: str
    title: str | None
    publisher: str | None
    author: str | None
    url: str | None
    published: str | None
    retrieved: str
    state: str
    reason: str | None
    note: str | None
    reviewer: str | None
    decided_at: str | None
    evidence: tuple[Evidence, ...]
    origin: str = "extracted"
    status: str = "live"
    changed_from: str | None = None
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentView:
    """One document as stored; offsets of its zones are code points into `text`."""

    id: int
    uid: str
    name: str
    text: str
    title: str | None
    publisher: str | None
    author: str | None
    url: str | None
    published: str | None
    retrieved: str
    items: tuple[Item, ...]
    zones: tuple[Zone, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a figure stands in its document's text, and its state."""

    row_id: int
    start: int
    end: int
    state: str
    checkable: bool


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a reviewer did (or undid, or redid) at once; `label` says it in words, `row_ids` the figures."""

    action_id: str
    kind: str
    label: str
    row_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """One entry of the log: `at` is UTC; `figure_id` and `figure_text` say of what; `undone` if taken back since."""

    uid: str
    action_id: str
    at: str
    reviewer: str
    kind: str
    label: str
    row_id: int | None
    figure_id: str | None
    figure_text: str | None
    undone: bool
    payload: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class VerdictRow:
    """One line of the verdict table, its columns in the order in which they are published.

    `question`, `relation` and `origins` are those of comparing/columns.py; None where the figure stands alone.
    """

    figure_id: str
    publisher: str | None
    title: str | None
    url: str | None
    published: str | None
    text: str
    low: Number | None
    high: Number | None
    bound: str
    kind: str
    unit: str | None
    noun: str | None
    attribution: str | None
    as_of: str | None
    sentence: str
    verdict: str
    reason: str | None
    note: str | None
    evidence: tuple[str, ...]
    reviewer: str | None
    decided_at: str | None
    question: str | None = None
    relation: str | None = None
    origins: int | None = None
