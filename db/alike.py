"""Figures that say the same: equal value and scope in one question; else equal value, kind, unit and head noun."""

import re
import sqlite3
from array import array
from collections.abc import Iterator
from functools import lru_cache

from db.errors import explained
from db.model import QueueRow
from db.query.word_forms import match_noun
from db.reading import rows as read_rows
from db.review import Review
from db.views import figure as read_figure
from figures.model import Figure
from figures.record import number_text

#: Rows compared at a time.
_BATCH = 500
#: What follows a head noun says of what, where or whose: "members of parliament".
_BEHIND_HEAD = re.compile(
    r"\s+(?:of|in|on|for|from|with|without|at|to|by|under|against|near|over|who|whom|which|that|where)\s.*", re.DOTALL
)


def alike(review: Review, row_id: int) -> "array[int]":
    """Give the figures of the queue that say the same as one, with it, in the order of intake; raises UnknownFigure.

    Of a figure that answers a question those of the question with equal value and scope, as comparing tells. Where it
    answers none, or more documents than comparing reads at once have its number, those with an equal head noun: a
    figure without a noun is like no other, and of two that say what happened to the things, both must say the same:
    600 killed are not 600 sent.
    """
    from db.comparing.near import others_in_question, said_equal

    question = others_in_question(review, row_id)
    there = None if question is None else set(question)
    with explained(review.path):
        connection = review.connection
        figure = read_figure(connection, row_id).figure
        if there is not None:
            told = said_equal(review, row_id, there.intersection(_candidates(connection, figure)))
            if told is not None:
                return array("q", told)
        others = set(_others(connection, figure)) if figure.noun else set()
        return array("q", sorted({row_id, *(others if there is None else others & there)}))


@lru_cache(maxsize=65_536)
def head(noun: str) -> str:
    """Give the head of a noun phrase, lower case and singular: "North Korean soldiers" is "soldier"."""
    from figures.compare.lattice import singular, tokens

    words = tokens(_BEHIND_HEAD.sub("", noun.strip())) or tokens(noun)
    return singular(words[-1].lower()) if words else noun.casefold()


def match_head(phrase: str) -> str:
    """Give the query of the search index for the head of a noun phrase, in the forms of its singular and as written.

    "" where it holds no word.
    """
    noun = head(phrase) if phrase else ""
    written = [word for word in phrase.split() if head(word) == noun]
    return " OR ".join(dict.fromkeys(match for word in (noun, *written) if (match := match_noun(word))))


def _others(connection: sqlite3.Connection, figure: Figure) -> Iterator[int]:
    wanted = _same(figure)
    candidates = _candidates(connection, figure)
    for start in range(0, len(candidates), _BATCH):
        ids = candidates[start : start + _BATCH]
        like = [row.row_id for row in read_rows(connection, ids) if row.noun and _same(row) == wanted]
        predicates = _predicates(connection, like)
        for row_id in like:
            predicate = predicates[row_id]
            if predicate is None or figure.predicate is None or predicate.casefold() == figure.predicate.casefold():
                yield row_id


def _same(figure: Figure | QueueRow) -> tuple[object, ...]:
    """Give what two figures that say the same have in common; both have a noun."""
    number = (figure.low, figure.high, figure.bound, figure.approximate)
    return (*number, figure.kind, figure.unit, head(figure.noun or ""))


def _candidates(connection: sqlite3.Connection, figure: Figure) -> "array[int]":
    """Give the figures of the queue with the same head noun and number as extracted, and those that were corrected."""
    low, high = (number_text(number) or None for number in (figure.low, figure.high))
    match = match_head(figure.noun or "")
    if (low is None and high is None) or not match:
        return array("q")
    # Numbers have no index; the words of nouns have.
    as_extracted = connection.execute(
        "SELECT f.id FROM figures_fts AS s CROSS JOIN figures AS f ON f.id = s.rowid "
        "WHERE figures_fts MATCH ? AND f.low IS ? AND f.high IS ? AND f.queued = 1",
        (match, low, high),
    )
    as_corrected = connection.execute(
        "SELECT DISTINCT c.figure_id FROM corrections AS c JOIN figures AS f ON f.id = c.figure_id WHERE f.queued = 1"
    )
    return array("q", sorted({row_id for found in (as_extracted, as_corrected) for (row_id,) in found}))


def _predicates(connection: sqlite3.Connection, ids: list[int]) -> dict[int, str | None]:
    marks = ", ".join("?" * len(ids))
    return dict(connection.execute(f"SELECT id, predicate FROM figures WHERE id IN ({marks})", ids).fetchall())
