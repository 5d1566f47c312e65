"""A query as it was read."""

from dataclasses import dataclass

from db.errors import ReviewError


class QueryError(ReviewError):
    """A query that cannot be read; `start` and `end` are where in its text the trouble stands."""

    def __init__(self, message: str, start: int, end: int):
        super().__init__(f"{message} (at character {start + 1})")
        self.start = start
        self.end = end


@dataclass(frozen=True, slots=True)
class Words:
    """Words to be found in the sentence or the noun: one, or the exact sequence that was quoted.

    With `begins`, the last is only the start of a word.
    """

    text: str
    exact: bool
    begins: bool
    negated: bool


@dataclass(frozen=True, slots=True)
class Field:
    """A key with the values of which one has to fit."""

    key: str
    values: tuple[str, ...]
    negated: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """A number to be compared with: `sign` is one of > >= < <= =; `kind` and `unit` are those it was given with."""

    sign: str
    number: float
    kind: str | None
    unit: str | None
    negated: bool


Term = Words | Field | Comparison


@dataclass(frozen=True, slots=True)
class Query:
    """Terms that all have to fit; without any, every figure does."""

    terms: tuple[Term, ...] = ()
