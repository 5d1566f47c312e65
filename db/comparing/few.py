"""Comparing a few new or changed documents with what is near them, and not with the rest of the review."""

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from db.comparing import state
from db.comparing.finding import Found
from db.comparing.keeping import (
    drop_empty,
    drop_single,
    move_members,
    placed,
    take_back,
    with_uids,
    write_found,
    write_places,
    write_questions,
)
from db.comparing.members import members_of, question_rows, questions_of
from db.comparing.mentions import mentions
from db.comparing.neighbours import neighbours, write_keys
from db.comparing.settled import settled
from db.comparing.stories import stories_of
from db.comparing.working import Worker
from db.transaction import writing
from figures.compare.questions import Settled, Suggested, grouped

#: Questions of so many figures together are worked out at once; larger ones when somebody asks for them.
_WORKED_OUT = 600


def compare_few(connection: sqlite3.Connection, documents: Sequence[int]) -> None:
    """Find the questions that the figures of some documents (row ids) answer, and what there is between them now."""
    last = state.last_figure(connection)
    stories = stories_of(connection, documents)
    worker = Worker(connection)
    own = [sense for read in worker.senses(documents) for sense in read]
    with writing(connection):
        write_keys(connection, dict(zip(documents, worker.senses(documents), strict=True)))
        state.begin(connection, documents)
    state.write_stories(connection, stories)
    near = neighbours(connection, documents, own)
    chosen = {one.mention.id for one in mentions(connection, sorted(near.figures))}
    senses = own + [sense for read in worker.senses(near.documents) for sense in read if sense.id in chosen]
    senses.sort(key=lambda sense: (sense.document, sense.item, sense.start, sense.id))
    touched = set(near.questions) & _answered(connection, documents)
    fresh = {sense.id for sense in own}
    names = {sense.id for sense in senses}
    before = settled(connection, near.questions, looked_at=names, fresh=fresh)
    groups, outer = grouped(senses, before)
    write_places(connection, outer, anew=False)
    touched |= _store(connection, groups, before, fresh, near.questions)
    _work_out(connection, Worker(connection), touched)
    state.mark_compared(connection, documents, last)


def _answered(connection: sqlite3.Connection, documents: Sequence[int]) -> set[int]:
    """Give the questions that figures of these documents answer."""
    figures = [row_id for document in documents for row_id in state.figures_of(connection, document)]
    return set(questions_of(connection, figures).values())


def _store(
    connection: sqlite3.Connection,
    groups: Sequence[Suggested],
    before: Settled,
    fresh: Collection[str],
    looked_at: Sequence[int],
) -> set[int]:
    """Store questions and their members; give the rows of those that have other figures now."""
    known = (*before.questions, *before.earlier)
    answered = placed((name, question.id) for question in known for name in question.members)
    uids = with_uids(connection, [group.question for group in groups])
    changed = [
        group.question
        for group in groups
        if any(answered.get(name) != uids[group.question.id] for name in group.question.members)
    ]
    # The title of a question of which only some figures were looked at stays what all of them made it.
    write_questions(connection, changed, answered, uids, rename=False)
    moves = _moves(before, groups, uids)
    move_members(connection, moves)
    inside = {name for group in groups for name in group.question.members}
    take_back(connection, sorted(set(fresh) - inside))
    drop_single(connection, looked_at)
    drop_empty(connection)
    return set(question_rows(connection, [uids[question.id] for question in changed]).values())


def _moves(before: Settled, groups: Sequence[Suggested], uids: Mapping[str, str]) -> dict[str, str]:
    """Give the suggested questions that went up in others: the figures not looked at follow those that were."""
    where = {name: uids[group.question.id] for group in groups for name in group.question.members}
    kept = set(where.values()) | {question.id for question in before.questions}
    moves = {}
    for question in before.earlier:
        targets = Counter(where[name] for name in question.members if name in where)
        if question.id not in kept and targets:
            moves[question.id] = min(targets, key=lambda uid: (-targets[uid], uid))
    return moves


def _work_out(connection: sqlite3.Connection, worker: Worker, questions: Iterable[int]) -> None:
    rows = dict(connection.execute("SELECT id, uid FROM questions").fetchall())
    members = members_of(connection, [row_id for row_id in questions if row_id in rows])
    room = _WORKED_OUT
    found: list[tuple[str, Found]] = []
    for row_id, some in sorted(members.items(), key=lambda pair: (len(pair[1]), pair[0])):
        room -= len(some)
        if some and room >= 0:
            found.append((rows[row_id], worker.work_out(some)))
    write_found(connection, found)
