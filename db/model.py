"""The values that a review takes and gives; those that the queue itself does without load when they are first used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from db.records import (
        Action,
        Added,
        DocumentView,
        Event,
        Evidence,
        FigureView,
        IntakeReport,
        Mark,
        Page,
        Step,
        VerdictRow,
    )
    from figures.model import Number

__all__ = [
    "DISMISSALS",
    "LATER",
    "REASONS",
    "VERDICTS",
    "Action",
    "Added",
    "Choice",
    "DeskState",
    "DocumentView",
    "Event",
    "Evidence",
    "FigureView",
    "IntakeReport",
    "Mark",
    "Page",
    "Progress",
    "QueueRow",
    "Stance",
    "State",
    "Step",
    "VerdictRow",
]

State = Literal["unreviewed", "confirmed", "disputed", "misreported", "dismissed", "unresolved"]
Stance = Literal["supports", "contradicts"]


@dataclass(frozen=True, slots=True)
class Choice:
    """Something a reviewer can choose: its code in files, its label for people, its key on the desk."""

    code: str
    label: str
    key: str


#: The states of a figure, in the order in which they are counted and shown.
VERDICTS: tuple[Choice, ...] = (
    Choice("unreviewed", "unreviewed", "r"),
    Choice("confirmed", "confirmed", "c"),
    Choice("disputed", "disputed", "d"),
    Choice("misreported", "misreported", "m"),
    Choice("dismissed", "dismissed", "x"),
)

#: Why a figure is misreported.
REASONS: tuple[Choice, ...] = (
    Choice("noun_swapped", "noun swapped", "n"),
    Choice("scope_changed", "scope widened or narrowed", "s"),
    Choice("bound_lost", "bound lost", "b"),
    Choice("range_collapsed", "range collapsed", "r"),
    Choice("stale", "stale: a newer figure existed", "o"),
    Choice("tense_changed", "plan told as fact, or the reverse", "p"),
    Choice("over_precise", "over-precise", "v"),
    Choice("miscalculated", "miscalculated", "m"),
    Choice("typo", "ten times off, digits swapped, typo", "t"),
    Choice("unit_confused", "unit or percent against points", "u"),
    Choice("other", "other: say it in the note", "x"),
)

#: Why a figure is dismissed.
DISMISSALS: tuple[Choice, ...] = (
    Choice("not_a_figure", "not a figure", "n"),
    Choice("not_worth_checking", "not worth checking", "w"),
)


#: The tag of figures that a reviewer has put off.
LATER = "later"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a review is; `queue` is the sum of the states, `figures` counts the uncheckable ones too."""

    documents: int
    figures: int
    queue: int
    unreviewed: int
    confirmed: int
    disputed: int
    misreported: int
    dismissed: int
    unresolved: int = 0

    @property
    def decided(self) -> int:
        """How many figures of the queue have a verdict."""
        return self.queue - self.unreviewed


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One line of the queue; `publisher` is the document's name where no publisher is known.

    `later` tells that it has the tag LATER.
    """

    row_id: int
    figure_id: str
    document_id: int
    state: str
    reason: str | None
    text: str
    low: Number | None
    high: Number | None
    bound: str
    approximate: bool
    kind: str
    unit: str | None
    noun: str | None
    attribution: str | None
    as_of: str | None
    publisher: str
    zone: str
    checkable: bool
    why_not: str | None
    has_note: bool
    has_evidence: bool
    status: str = "live"
    later: bool = False


@dataclass(frozen=True, slots=True)
class DeskState:
    """Where a reviewer left the desk: the figure under the cursor (its id), the filter, the order, what is shown."""

    figure_id: str | None = None
    filter: str = ""
    sort: str = ""
    show_all: bool = False


def __getattr__(name: str) -> object:
    """Load what is asked for by name."""
    if name not in __all__:
        raise AttributeError(f"module 'db.model' has no attribute '{name}'")
    from db import records

    return getattr(records, name)
