"""Putting right what the extractor said of a figure, and adding figures that it missed."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from db import Review
from tui.jobs.deciding import Outcome, outcome_of

#: How many places of a number in a text are looked for.
PLACES = 200
#: How many characters are shown either side of a place.
_AROUND = 40
#: What may not stand before and behind a number: the rest of a longer one.
_BEFORE, _AFTER = r"(?<!\w)(?<!\d[.,])", r"(?!\w)(?![.,]\d)"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a number stands in a text, text[start:end], with what stands around it."""

    start: int
    end: int
    before: str
    text: str
    after: str


@dataclass(frozen=True, slots=True)
class Found:
    """What was found of a number that is to be added: its places, its values by field, what is wrong with it."""

    places: Sequence[Place]
    values: Mapping[str, str | None]
    problem: str


def correct(review: Review, row_id: int, values: Mapping[str, str | None]) -> Outcome:
    """Put values of a figure right; one that is the extractor's takes its correction back."""
    return outcome_of(review, review.correct(row_id, **values), None)


def add_figure(review: Review, document_id: int, place: Place, values: Mapping[str, str | None]) -> Outcome:
    """Add the figure at a place of a document."""
    return outcome_of(review, review.add_figure(document_id, place.start, place.end, **values), None)


def find_missed(review: Review, document_id: int, words: str) -> Found:
    """Look for a number in a document, as somebody types it: where it stands and is no figure yet, and what it says.

    Blanks stand for any white space; a number is not found inside a longer one.
    """
    parts = words.split()
    if not parts:
        return Found((), {}, "")
    text = review.document(document_id).text
    taken = {(mark.start, mark.end) for mark in review.marks(document_id)}
    pattern = re.compile(_BEFORE + r"\s+".join(map(re.escape, parts)) + _AFTER, re.IGNORECASE)
    spans = list(islice((found.span() for found in pattern.finditer(text)), PLACES))
    free = tuple(_place(text, *span) for span in spans if span not in taken)
    problem = "it is a figure already: correct that one" if spans else "this stands nowhere in the text"
    return Found(free, _read(" ".join(parts)), "" if free else problem)


def _place(text: str, start: int, end: int) -> Place:
    return Place(start, end, text[max(0, start - _AROUND) : start], text[start:end], text[end : end + _AROUND])


def _read(words: str) -> dict[str, str | None]:
    """Give low, high and bound of the number or the two that words say; nothing where they say none."""
    from figures.extract.numbers.numerals import numerals
    from figures.extract.view import view_of
    from figures.record import number_text

    view = view_of(words).text
    found = [number_text(numeral.value) for numeral in numerals(view, 0, len(view))]
    if len(found) == 2:
        return {"low": found[0], "high": found[1], "bound": "range"}
    return {"low": found[0], "high": None, "bound": "exact"} if found else {}
