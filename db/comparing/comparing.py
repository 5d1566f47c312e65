"""Comparing a review: all of it, or what was added to it."""

import sqlite3
from collections.abc import Iterable

from db.comparing import state
from db.comparing.everything import OnProgress, compare_everything, silently
from db.comparing.few import compare_few
from db.comparing.mentions import COMPARED, slices
from db.comparing.model import Outcome
from db.errors import explained
from db.review import Review
from db.schema.comparing import ANSWERS

#: A new document by itself costs about as much as this many when all are compared.
_DEAR = 25
#: So many new documents are compared together.
_TOGETHER = 3


def compare_all(review: Review, on_progress: OnProgress | None = None) -> Outcome:
    """Work out questions, relations, origins, sums and signs of the whole review again, and store them.

    What reviewers set, split off, named and answered stays; raises ReviewError.
    """
    with explained(review.path):
        compare_everything(review.connection, on_progress or silently)
        return outcome(review.connection)


def compare_added(review: Review, document_ids: Iterable[int] = (), on_progress: OnProgress | None = None) -> int:
    """Compare these documents, and what else is new or changed, with what is near them; gives how many they were.

    The whole review where that is no more work. Raises ReviewError.
    """
    say = on_progress or silently
    with explained(review.path):
        connection = review.connection
        documents = state.documents(connection)
        wanted = {*state.pending(connection), *document_ids}
        new = [row_id for row_id in documents if row_id in wanted]
        if len(new) * _DEAR >= len(documents) and new:
            compare_everything(connection, say)
        else:
            for number, some in enumerate(slices(new, _TOGETHER)):
                say(f"{number * _TOGETHER:,} of {len(new):,} compared")
                compare_few(connection, some)
        return len(new)


def outcome(connection: sqlite3.Connection) -> Outcome:
    """Count what is known of a review."""
    questions, conflicts, signs, compared, answering = (
        connection.execute(sql).fetchone()[0]
        for sql in (
            "SELECT count(DISTINCT m.question_id) FROM memberships AS m JOIN figures AS f ON f.id = m.figure_id "
            f"WHERE f.status = 'live' AND {ANSWERS}",
            "SELECT count(DISTINCT question_id) FROM comparisons WHERE relation = 'conflict'",
            "SELECT count(*) FROM signs",
            f"SELECT count(*) FROM figures AS f WHERE {COMPARED}",
            "SELECT count(DISTINCT m.figure_id) FROM memberships AS m JOIN figures AS f ON f.id = m.figure_id "
            f"WHERE f.status = 'live' AND {ANSWERS}",
        )
    )
    return Outcome(questions, conflicts, signs, compared - answering)
