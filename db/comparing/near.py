"""What a figure is to those that stand beside it, worked out a little at a time; and questions compared again."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from time import perf_counter

from db.comparing.keeping import write_found
from db.comparing.members import members_of, questions_of
from db.comparing.working import Worker
from db.errors import explained
from db.review import Review
from db.schema.comparing import COUNTS
from figures.compare.relations import relate
from figures.model import RelationKind

#: A question of more figures than this is compared again only with the whole review.
FEW = 120
#: Documents are read so many at a time, and a step looks at the clock after each lot.
_LOT = 4


@dataclass(frozen=True, slots=True)
class Related:
    """What another figure is to the one that is looked at, and why in words."""

    kind: RelationKind
    why: str


class Near:
    """Relates figures of one question; what their documents say is kept for the next one.

    Once figures or their corrections change it is worth nothing: take another.
    """

    def __init__(self) -> None:
        self._worker: Worker | None = None

    def read(self, review: Review, ids: Iterable[int], seconds: float) -> bool:
        """Read what the documents of these figures (row ids) say, for about so long; tells whether that is all."""
        end = perf_counter() + seconds
        with explained(review.path):
            worker = self._ready(review)
            documents = sorted(set(_documents(review.connection, ids).values()))
            for first in range(0, len(documents), _LOT):
                worker.senses(documents[first : first + _LOT])
                if perf_counter() >= end:
                    return first + _LOT >= len(documents)
        return True

    def relations(self, review: Review, row_id: int, ids: Sequence[int]) -> dict[int, Related]:
        """Give what each of these figures is to one of them, by row id; what says nothing to compare is left out."""
        with explained(review.path):
            connection = review.connection
            names = _names(connection, ids)
            senses, outer = self._ready(review).related_senses(
                sorted(set(_documents(connection, ids).values())), set(names)
            )
        by_row = {names[sense.id]: sense for sense in senses}
        own = by_row.pop(row_id, None)
        if own is None:
            return {}
        return {other: Related(*relate(own, sense, outer)) for other, sense in by_row.items()}

    def compare_again(self, review: Review, ids: Iterable[int]) -> bool:
        """Compare the questions of these figures that changed since, and store that; tells whether there was any.

        Questions of more than FEW figures are left as they are.
        """
        with explained(review.path):
            connection = review.connection
            rows = outdated(connection, ids)
            members = members_of(connection, rows)
            found = [
                (uid, self._ready(review).work_out(members[row]))
                for row, uid in rows.items()
                if 0 < len(members[row]) <= FEW
            ]
            if found:
                write_found(connection, found)
        return bool(found)

    def _ready(self, review: Review) -> Worker:
        if self._worker is None:
            self._worker = Worker(review.connection)
        return self._worker


def outdated(connection: sqlite3.Connection, ids: Iterable[int]) -> dict[int, str]:
    """Give the row ids and uids of the questions of these figures whose figures changed since they were compared.

    Those of very many figures, counting also those split off, are left out.
    """
    found = connection.execute(
        "SELECT DISTINCT q.id, q.uid FROM memberships AS m JOIN questions AS q ON q.id = m.question_id "
        "WHERE m.figure_id IN (SELECT value FROM json_each(?)) "
        "AND NOT EXISTS (SELECT 1 FROM outcomes AS o WHERE o.question_id = q.id) "
        "AND (SELECT count(*) FROM (SELECT 1 FROM memberships AS n WHERE n.question_id = q.id LIMIT ?)) < ?",
        (json.dumps(list(ids)), 2 * FEW, 2 * FEW),
    )
    return dict(found.fetchall())


def said_equal(review: Review, row_id: int, ids: Iterable[int]) -> list[int] | None:
    """Give those of these figures that say the same as one of them, with it, as comparing tells; None for too many.

    Too many are those of more than FEW documents.
    """
    near, wanted = Near(), [row_id, *ids]
    with explained(review.path):
        if len(set(_documents(review.connection, wanted).values())) > FEW:
            return None
    related = near.relations(review, row_id, wanted)
    return sorted({row_id, *(other for other, one in related.items() if one.kind == "equal")})


def others_in_question(review: Review, row_id: int) -> list[int] | None:
    """Give the figures of the queue in a figure's question, without it; None for one that stands in none."""
    with explained(review.path):
        connection = review.connection
        question = questions_of(connection, [row_id]).get(row_id)
        if question is None:
            return None
        found = connection.execute(
            "SELECT m.figure_id FROM memberships AS m JOIN figures AS f ON f.id = m.figure_id "
            f"WHERE m.question_id = ? AND f.status = 'live' AND f.queued = 1 AND m.figure_id <> ? AND {COUNTS}",
            (question, row_id),
        )
        return [one for (one,) in found.fetchall()]


def _documents(connection: sqlite3.Connection, ids: Iterable[int]) -> dict[int, int]:
    found = connection.execute(
        "SELECT id, document_id FROM figures WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(list(ids)),)
    )
    return dict(found.fetchall())


def _names(connection: sqlite3.Connection, ids: Iterable[int]) -> dict[str, int]:
    found = connection.execute(
        "SELECT uid, id FROM figures WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(list(ids)),)
    )
    return dict(found.fetchall())
