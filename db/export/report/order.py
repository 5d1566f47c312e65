"""The figures of a report in its order: question by question, then those that answer none; flat in memory."""

import json
import sqlite3
from array import array
from collections import Counter, defaultdict
from collections.abc import Container, Sequence
from dataclasses import dataclass

from db.comparing.members import questions_of
from db.export.report.model import Summary
from db.verdict_table import PAGE
from db.verdict_words import MEANINGS


@dataclass(frozen=True, slots=True)
class Group:
    """A question (its row id; 0 for the figures that answer none) and its figures: ids[start:end] of an order."""

    question: int
    start: int
    end: int


class Order:
    """The rows of the figures, group by group; of each group in the order in which they were given.

    Eight bytes a figure and some more a question: a report of a million figures is never in memory as objects.
    """

    def __init__(self, ids: "array[int]", questions: "array[int]", starts: "array[int]") -> None:
        self.ids = ids
        self._questions = questions
        self._starts = starts

    def __len__(self) -> int:
        return len(self._questions)

    def group(self, at: int) -> Group:
        """Give the group at a place, from 0; the figures that answer no question are the last one."""
        return Group(self._questions[at], self._starts[at], self._starts[at + 1])


def survey(connection: sqlite3.Connection, ids: Sequence[int], *, anonymous: bool) -> tuple[Order, Summary]:
    """Look once through the figures of a report (row ids): their order, and what they come to."""
    asked = array("q")
    states: Counter[str] = Counter()
    reviewers: set[str] = set()
    extractors: set[int] = set()
    documents = last = 0
    newest = ""
    for first in range(0, len(ids), PAGE):
        some = ids[first : first + PAGE]
        questions = questions_of(connection, some)
        asked.extend(questions.get(row_id, 0) for row_id in some)
        for document, state, at, name, extractor in _seen(connection, some):
            states[state] += 1
            documents += document != last
            last = document
            newest = max(newest, at or "")
            extractors.add(extractor)
            if name is not None:
                reviewers.add(name)
    answered = _answered(connection)
    order = ordered(ids, asked, answered)
    for place in range(len(order)):
        for answered_at, name in answered.get(order.group(place).question, ()):
            newest = max(newest, answered_at)
            reviewers.add(name)
    alone = sum(question == 0 for question in asked)
    summary = Summary(
        figures=len(ids),
        states=tuple((state, states[state]) for state, _ in MEANINGS if states[state]),
        documents=documents,
        questions=len(order) - (alone > 0),
        alone=alone,
        newest=newest or None,
        reviewers=() if anonymous else tuple(sorted(reviewers)),
        extractors=tuple(sorted(extractors)),
    )
    return order, summary


def _seen(connection: sqlite3.Connection, ids: Sequence[int]) -> list[tuple[int, str, str | None, str | None, int]]:
    return connection.execute(
        "SELECT f.document_id, f.state, f.decided_at, r.name, d.extractor_version FROM figures AS f "
        "JOIN documents AS d ON d.id = f.document_id LEFT JOIN reviewers AS r ON r.id = f.decided_by "
        "WHERE f.id IN (SELECT value FROM json_each(?)) ORDER BY f.document_id",
        (json.dumps(list(ids)),),
    ).fetchall()


def _answered(connection: sqlite3.Connection) -> dict[int, list[tuple[str, str]]]:
    """Give the questions (row ids) that have an answer, with when and by whom each was given."""
    found: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for question, at, name in connection.execute(
        "SELECT a.question_id, a.answered_at, r.name FROM answers AS a JOIN reviewers AS r ON r.id = a.reviewer_id"
    ).fetchall():
        found[question].append((at, name))
    return found


def ordered(ids: Sequence[int], asked: "array[int]", answered: Container[int]) -> Order:
    """Give figures (row ids) and the questions that they answer (0: none) as an order, sorted by counting.

    Answered questions first, then as they are met; the figures that answer none come last.
    """
    count = array("q", bytes(8 * (max(asked, default=0) + 1)))
    questions = array("q")
    for question in asked:
        if question and not count[question]:
            questions.append(question)
        count[question] += 1
    questions = array("q", (question for question in questions if question in answered)) + array(
        "q", (question for question in questions if question not in answered)
    )
    if count[0]:
        questions.append(0)
    starts = array("q", [0])
    for question in questions:
        starts.append(starts[-1] + count[question])
        count[question] = starts[-2]
    ordered = array("q", bytes(8 * len(ids)))
    for row_id, question in zip(ids, asked, strict=True):
        ordered[count[question]] = row_id
        count[question] += 1
    return Order(ordered, questions, starts)
