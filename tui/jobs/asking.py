"""Questions on the desk: made and answered, found by their titles, listed, walked through."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING

from db import Review
from db.errors import BadDecision
from db.values import checked_number
from figures.model import Number
from tui.jobs.deciding import Outcome, outcome_of
from tui.jobs.finding import Among
from tui.jobs.looking import Neighbourhood
from tui.jobs.opening import STEP

if TYPE_CHECKING:
    from db.comparing.beside import Asked
    from db.comparing.listing import Listing, QuestionRow, Tag
    from db.comparing.provenance import Provenance

#: So many questions are shown in a list, and so many offered where one is chosen.
LISTED, OFFERED = 500, 20
#: How long titles are looked for, in seconds.
_SECONDS = 0.1


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer as it is given: exact numbers, None where none is, and a note."""

    low: Number | None
    best: Number | None
    high: Number | None
    note: str


@dataclass(frozen=True, slots=True)
class Found:
    """Questions found by what was typed, or the first of all; `more` are not among them, None where it is not known."""

    rows: Sequence[QuestionRow]
    more: int | None


# What reviewers decide


def confirm(review: Review, question: str) -> Outcome:
    """Set a suggested question as it stands."""
    return outcome_of(review, review.confirm(question), None)


def join(review: Review, row_ids: Sequence[int], question: str | None, title: str | None) -> Outcome:
    """Put figures into a question, or make one of them with this title."""
    return outcome_of(review, review.join(row_ids, question=question, title=title), None)


def split(review: Review, row_ids: Sequence[int], question: str) -> Outcome:
    """Take figures out of a question."""
    return outcome_of(review, review.split(row_ids, question), None)


def rename(review: Review, question: str, title: str) -> Outcome:
    """Call a question something else."""
    return outcome_of(review, review.rename(question, title), None)


def answer(review: Review, question: str, given: Answered) -> Outcome:
    """Answer a question."""
    action = review.answer(question, low=given.low, best=given.best, high=given.high, note=given.note or None)
    return outcome_of(review, action, None)


def number_in(text: str, what: str) -> Number | None:
    """Give the number that somebody typed, in digits or words: "1.2 million"; None for nothing; raises BadDecision."""
    from figures.extract.numbers.numerals import numerals
    from figures.extract.view import view_of

    words = " ".join(text.split())
    try:
        return checked_number(words, what)
    except BadDecision:
        view = view_of(words).text
        found = numerals(view, 0, len(view))
        if len(found) == 1 and found[0].kind == "cardinal" and (found[0].start, found[0].end) == (0, len(view)):
            return checked_number(found[0].value, what)
        raise


def compare_again(review: Review, row_ids: Sequence[int], known: Neighbourhood) -> bool:
    """Compare the questions of these figures that have changed since; tells whether there were any."""
    return known.near().compare_again(review, row_ids)


# Finding questions


def question_of(review: Review, row_id: int) -> Asked | None:
    """Give the question of a figure; None for one that stands in none."""
    from db.comparing.beside import asked_of

    return asked_of(review, row_id)


def origins_of(review: Review, row_id: int) -> Provenance | None:
    """Give where the figures of a figure's question come from; None for one that stands in none."""
    from db.comparing.provenance import provenance

    return provenance(review, row_id)


def in_question(review: Review, row_ids: Sequence[int], question: int) -> list[int]:
    """Give those of these figures that answer a question (row id)."""
    from db.comparing.listing import figures_asked

    there = set(figures_asked(review, question, queued=False))
    return [row_id for row_id in row_ids if row_id in there]


def begin_listing(review: Review) -> Listing:
    """Begin to list all questions."""
    from db.comparing.listing import Listing

    listing = Listing()
    listing.step(review, STEP)
    return listing


def go_on_listing(review: Review, listing: Listing) -> bool:
    """Go on listing, a little while; tells whether that is all."""
    return listing.step(review, STEP)


def questions_found(review: Review, listing: Listing, typed: str) -> Found:
    """Give the questions whose titles hold the words typed; the first of all where nothing is."""
    from db.comparing.listing import find_questions, question_list

    if typed.strip():
        ids = find_questions(review, typed, limit=LISTED, seconds=_SECONDS)
        places = {row_id: place for place, row_id in enumerate(listing.ids)}
        ids = sorted((row_id for row_id in ids if row_id in places), key=places.__getitem__)
        return Found(question_list(review, ids), None if len(ids) == LISTED else 0)
    return Found(question_list(review, listing.ids[:LISTED]), max(0, len(listing.ids) - LISTED))


def questions_titled(review: Review, typed: str, limit: int = OFFERED) -> list[QuestionRow]:
    """Give a few questions whose titles hold the words typed."""
    from db.comparing.listing import find_questions, question_list

    return question_list(review, find_questions(review, typed, limit=limit, seconds=_SECONDS))


def questions_near(review: Review, row_ids: Sequence[int]) -> list[QuestionRow]:
    """Give the questions that figures may belong to: those of figures with the same head noun, and their own."""
    from db.comparing.listing import question_list, questions_of_figures
    from db.rivals import rivals

    ids = list(row_ids[:LISTED])
    for row_id in row_ids[:1]:
        ids += [rival.row.row_id for rival in rivals(review, row_id).figures]
    return question_list(review, questions_of_figures(review, ids)[:OFFERED])


def question_tags(review: Review, row_ids: Sequence[int]) -> dict[int, Tag | None]:
    """Give what the queue shows of the questions of these figures; None for one that stands in none."""
    from db.comparing.listing import question_tags as tags

    found = tags(review, row_ids)
    return {row_id: found.get(row_id) for row_id in row_ids}


# Walking through questions


@dataclass(frozen=True, slots=True)
class Stop:
    """A figure to go to: its place in the queue, its question, and which of all questions that is, from 1."""

    place: int
    number: int
    asked: Asked


class Walk:
    """A walk from one question (row id; None for the start) to the next (step 1) or previous (-1) that is in the queue.

    `ids` is the queue; `whole` tells that nothing of the review's queue is left out of it.
    """

    def __init__(self, listing: Listing, question: int | None, step: int, ids: array[int], *, whole: bool) -> None:
        order = listing.ids
        here = order.index(question) if question is not None and question in order else (-1 if step > 0 else 0)
        self._order = [(here + step * distance) % len(order) for distance in range(1, len(order) + 1)]
        self._listing, self._ids, self._whole = listing, ids, whole
        self._among: Among | None = None
        self._next = 0
        self.stop: Stop | None = None

    def go(self, review: Review) -> bool:
        """Go on looking for a stop, a little while; tells whether one was found, or that there is none."""
        end = perf_counter() + STEP
        while self._next < len(self._order):
            number = self._order[self._next]
            self._next += 1
            self.stop = self._stop(review, number)
            if self.stop is not None:
                return True
            if perf_counter() >= end:
                return False
        return True

    def _stop(self, review: Review, number: int) -> Stop | None:
        from db.comparing.listing import figures_asked

        members = figures_asked(review, self._listing.ids[number], queued=self._whole)
        if not self._whole:
            if self._among is None:
                self._among = Among(self._ids)
            among = self._among
            members = array("q", (row_id for row_id in members if row_id in among))
        if not members:
            return None
        wanted = set(members)
        place = next((place for place, row_id in enumerate(self._ids) if row_id in wanted), None)
        asked = question_of(review, members[0])
        return Stop(place, number + 1, asked) if place is not None and asked is not None else None


def place_of_question(review: Review, question: int, ids: array[int]) -> int | None:
    """Give where the first figure of a question stands in the queue; None if none of them is there."""
    from db.comparing.listing import figures_asked

    wanted = set(figures_asked(review, question, queued=False))
    return next((place for place, row_id in enumerate(ids) if row_id in wanted), None)
