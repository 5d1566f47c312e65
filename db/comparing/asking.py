"""Questions as they are read: with their figures, and what there is between them now."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence

from db import blind
from db.comparing.finding import Found
from db.comparing.heads import heads_of
from db.comparing.members import Membership, members_of, question_rows, questions_of
from db.comparing.mentions import slices
from db.comparing.model import Member, QuestionLine, QuestionView
from db.comparing.working import Worker
from db.errors import ReviewError, explained
from db.review import Review
from db.schema.comparing import COUNTS
from db.views import figures as read_figures

#: Questions are read so many at a time.
_SLICE = 50

_LINES = (
    "SELECT q.id, q.uid, coalesce(q.renamed, q.title), q.status, n.figures, coalesce(o.conflicts, 0), "
    "(SELECT count(*) FROM signs AS s WHERE s.question_id = q.id AND o.question_id IS NOT NULL), "
    "o.question_id IS NOT NULL FROM questions AS q JOIN "
    "(SELECT m.question_id AS question_id, count(*) AS figures, min(f.document_id) AS document, "
    "min(m.figure_id) AS first FROM memberships AS m JOIN figures AS f ON f.id = m.figure_id "
    f"WHERE f.status = 'live' AND {COUNTS} GROUP BY 1) AS n ON n.question_id = q.id "
    "LEFT JOIN outcomes AS o ON o.question_id = q.id WHERE n.figures > 1 OR q.status = 'set' "
    "ORDER BY n.document, n.first, q.id"
)


def question_lines(review: Review) -> list[QuestionLine]:
    """Give every question that has figures: those with conflicts or signs first, else in the order of intake.

    One whose figures changed since it was worked out is worked out now; nothing is stored.
    """
    with explained(review.path):
        connection = review.connection
        lines = [_line(*row) for row in connection.execute(_LINES).fetchall()]
        found = _work_out(connection, [line.row_id for line in lines if not line.worked_out])
        lines = [_counted(line, found) for line in lines]
    return sorted(lines, key=lambda line: not (line.conflicts or line.signs))


def questions(review: Review) -> Iterator[QuestionView]:
    """Yield everything about each question, in the order of question_lines; no lock is held between them."""
    lines = question_lines(review)
    worker: Worker | None = None
    for some in slices(lines, _SLICE):
        with explained(review.path):
            worker = worker or Worker(review.connection)
            views = _views(review, worker, some)
        yield from views


def question(review: Review, uid: str) -> QuestionView:
    """Give everything about one question; raises ReviewError if there is none."""
    with explained(review.path):
        row = question_rows(review.connection, [uid]).get(uid)
        if row is None:
            raise ReviewError(f"there is no question {uid} in this review")
        return _views(review, Worker(review.connection), [QuestionLine(row, uid, "", "", 0, 0, 0, False)])[0]


def rivals_of(review: Review, row_id: int) -> list[int]:
    """Give the row ids of the figures that answer the same question as a figure, with it, in the order of intake.

    Empty where it stands alone.
    """
    with explained(review.path):
        row = questions_of(review.connection, [row_id]).get(row_id)
        return [] if row is None else [one.row_id for one in members_of(review.connection, [row])[row]]


def _line(
    row_id: int, uid: str, title: str, state: str, figures: int, conflicts: int, signs: int, worked_out: int
) -> QuestionLine:
    return QuestionLine(row_id, uid, title, state, figures, conflicts, signs, bool(worked_out))


def _counted(line: QuestionLine, found: Mapping[int, Found]) -> QuestionLine:
    one = found.get(line.row_id)
    if one is None:
        return line
    return QuestionLine(
        line.row_id, line.uid, line.title, line.state, line.figures, one.conflicts, len(one.signs), worked_out=False
    )


def _work_out(connection: sqlite3.Connection, rows: Sequence[int]) -> dict[int, Found]:
    worker = Worker(connection) if rows else None
    return {
        row_id: worker.work_out(members)
        for some in slices(rows, _SLICE)
        for row_id, members in members_of(connection, some).items()
        if worker is not None and members
    }


def _views(review: Review, worker: Worker, lines: Sequence[QuestionLine]) -> list[QuestionView]:
    connection = review.connection
    rows = [line.row_id for line in lines]
    heads = heads_of(connection, rows, review.reviewer)
    views = []
    for line in lines:
        # Whoever looks at one question after the other meets changes made meanwhile.
        members = members_of(connection, [line.row_id])[line.row_id]
        head = heads.get(line.row_id)
        if head is None or (not members and line.figures):
            continue
        found = worker.work_out(members)
        views.append(
            QuestionView(
                uid=line.uid,
                title=head.title,
                reason=head.reason,
                state=head.status,
                answers=head.answers,
                members=_members(review, members),
                relations=found.related.relations,
                origins=found.origins,
                sums=found.sums,
                signs=found.signs,
                note=found.related.note,
            )
        )
    return views


def _members(review: Review, members: Sequence[Membership]) -> tuple[Member, ...]:
    chosen = {member.row_id: member.set for member in members}
    views = blind.figures(review.connection, review.reviewer, read_figures(review.connection, list(chosen)))
    return tuple(
        Member(
            row_id=view.row_id,
            figure_id=view.figure_id,
            document_id=view.document_id,
            document_name=view.document_name,
            source=view.publisher or view.document_name,
            published=view.published,
            figure=view.figure,
            state=view.state,
            set=chosen[view.row_id],
        )
        for view in views
    )
