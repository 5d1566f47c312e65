"""A report as plain values: figures with what was decided and why, questions, sources, changes."""

from collections.abc import Iterator
from dataclasses import dataclass

from db.comparing.model import Answer
from db.model import FigureView
from db.source_record import Source
from figures.model import RelationKind, Sign, Sum


@dataclass(frozen=True, slots=True)
class Between:
    """What a figure is to others of its question, and why in words.

    `others` are the ids of those of them that the report shows; `count` counts them all.
    """

    relation: RelationKind
    why: str
    others: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Origin:
    """Which of a question's origins a figure goes back to, counted from 1, and how many figures share that one."""

    number: int
    of: int
    shared: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One figure of the report.

    `relation` and `support` (how many independent origins say the same) are those of the verdict table; None where
    the figure stands alone. `between` comes with conflicts first. `signs` name what it strays from by figure id;
    `shown` are the ids of those that the report shows, too.
    """

    view: FigureView
    relation: str | None = None
    support: int | None = None
    origin: Origin | None = None
    between: tuple[Between, ...] = ()
    signs: tuple[Sign, ...] = ()
    shown: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Question:
    """A question with those of its figures that the report shows, `shown` of them.

    The counts are those of the whole question: `mentions` figures in `documents` texts, from `origins` independent
    origins. `same` are groups of ids of figures with equal value and scope. `entries` can be read once; `first` are the
    first of them, to be drawn.
    """

    uid: str
    title: str
    reason: str | None
    state: str
    note: str | None
    answers: tuple[Answer, ...]
    mentions: int
    documents: int
    origins: int
    sums: tuple[Sum, ...]
    same: tuple[tuple[str, ...], ...]
    shown: int
    first: tuple[Entry, ...]
    entries: Iterator[Entry]


@dataclass(frozen=True, slots=True)
class Listed:
    """A question in a list of contents, with its answer in words, "" where it has no number."""

    uid: str
    title: str
    answer: str


@dataclass(frozen=True, slots=True)
class Cited:
    """A document with figures in the report, `figures` of them."""

    source: Source
    figures: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where a figure stands: text[start:end] of the text of the document `source` (its uid), in code points.

    `prefix` and `suffix` are what stands around it there, to find it in a text that was edited since.
    """

    figure_id: str
    source: str
    item: int
    zone: str
    start: int
    end: int
    prefix: str
    text: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Ground:
    """A piece of evidence for or against a figure; `added_at` is UTC, `reviewer` None where names are left out."""

    figure_id: str
    kind: str
    stance: str
    link: str | None
    title: str | None
    quote: str | None
    seen_on: str | None
    archived_link: str | None
    added_at: str
    reviewer: str | None


@dataclass(frozen=True, slots=True)
class Change:
    """A verdict that became another one, or a value that was put right; `at` is UTC.

    `what` is "verdict" or the name of the field; `reviewer` is None where names are left out.
    """

    at: str
    figure_id: str
    text: str
    noun: str | None
    what: str
    before: str
    after: str
    reviewer: str | None


@dataclass(frozen=True, slots=True)
class Summary:
    """What the whole report comes to; `newest` is the time (UTC) of its newest decision or answer.

    `states` count its figures by verdict, `reviewers` are those who judged or answered, empty where names are left out.
    """

    figures: int
    states: tuple[tuple[str, int], ...]
    documents: int
    questions: int
    alone: int
    newest: str | None
    reviewers: tuple[str, ...]
    extractors: tuple[int, ...]
