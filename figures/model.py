"""What the extractor yields: figures."""

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
