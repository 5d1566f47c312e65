"""What comparing a review comes to, and its questions as people and programs see them."""

from dataclasses import dataclass

from figures.model import Figure, Relation, Sign, Sum


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is known of a review after a comparison.

    `conflicts` counts the questions with a conflict, `alone` the figures that answer no question of the review.
    """

    questions: int
    conflicts: int
    signs: int
    alone: int


@dataclass(frozen=True, slots=True)
class Answer:
    """A reviewer's answer to a question: exact numbers as text, and a note."""

    low: str | None
    best: str | None
    high: str | None
    note: str | None
    reviewer: str
    answered_at: str


@dataclass(frozen=True, slots=True)
class Member:
    """A figure of a question; `source` is the publisher, or the document's name; `set` if a reviewer put it there."""

    row_id: int
    figure_id: str
    document_id: int
    document_name: str
    source: str
    published: str | None
    figure: Figure
    state: str
    set: bool


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """A question in a list; `state` is suggested, or set by a reviewer. Not `worked_out`: its figures changed since."""

    row_id: int
    uid: str
    title: str
    state: str
    figures: int
    conflicts: int
    signs: int
    worked_out: bool


@dataclass(frozen=True, slots=True)
class QuestionView:
    """Everything about one question. Figures are named by their ids; `origins` are groups of them.

    `note` tells what of a very large question was left out.
    """

    uid: str
    title: str
    reason: str | None
    state: str
    answers: tuple[Answer, ...]
    members: tuple[Member, ...]
    relations: tuple[Relation, ...]
    origins: tuple[tuple[str, ...], ...]
    sums: tuple[Sum, ...]
    signs: tuple[Sign, ...]
    note: str | None

    @property
    def documents(self) -> int:
        """How many documents its figures stand in."""
        return len({member.document_id for member in self.members})
