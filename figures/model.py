"""What the extractor yields, figures, and what comparing them yields: questions, relations, sums and signs."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Number = int | Decimal
Bound = Literal["exact", "approx", "over", "at_least", "under", "up_to", "range"]
Kind = Literal["count", "money", "percent", "measurement", "duration", "ordinal", "date", "identifier", "other"]
WhyNot = Literal[
    "date", "clock", "ordinal", "identifier", "boilerplate", "idiom", "age", "definite_reference", "pronoun", "score"
]

#: How many characters either side of a figure are kept as its anchor (W3C TextQuoteSelector).
CONTEXT = 32


@dataclass(frozen=True, slots=True)
class Figure:
    """One number said of one thing at one place of one document.

    `text` is document text[start:end]: the number with scale, currency and percent sign, both ends of a range.
    `low` and `high` are equal for a point; None where a bound leaves that end open; both None for dates.
    `unit` is None for counts; `iso` is the ISO form of a date. Offsets are code points into the stored text.
    """

    item: int
    zone: str
    start: int
    end: int
    text: str
    low: Number | None
    high: Number | None
    bound: Bound
    approximate: bool
    kind: Kind
    unit: str | None
    iso: str | None
    noun: str | None
    predicate: str | None
    place: str | None
    modifier: str | None
    increment: bool
    vague: bool
    attribution: str | None
    hedge: str | None
    as_of: str | None
    as_of_start: str | None
    as_of_end: str | None
    sentence_start: int
    sentence_end: int
    checkable: bool
    why_not: WhyNot | None
    prefix: str
    suffix: str


RelationKind = Literal["equal", "compatible", "conflict", "not_comparable"]
SignKind = Literal[
    "noun_swapped",
    "scope_changed",
    "bound_lost",
    "range_collapsed",
    "stale",
    "tense_changed",
    "miscalculated",
    "typo",
    "unit_confused",
]


@dataclass(frozen=True, slots=True)
class Question:
    """Figures that answer the same question; `members` are figure ids, `reason` says why they were put together."""

    id: str
    title: str
    reason: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """What two figures of a question, by their ids, are to each other, and why in words."""

    a: str
    b: str
    relation: RelationKind
    why: str


@dataclass(frozen=True, slots=True)
class Sum:
    """Figures that add up, or should, to a total: ids of the `parts` and of the `total`, and whether they do."""

    parts: tuple[str, ...]
    total: str
    holds: bool
    why: str


@dataclass(frozen=True, slots=True)
class Sign:
    """A proposal that a figure is misreported: reason code, and the figure `against` which it strays; no verdict."""

    figure_id: str
    kind: SignKind
    against: str
    why: str
