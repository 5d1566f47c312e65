"""Comparing the whole review anew."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence

from db.comparing import state
from db.comparing.finding import Found, find
from db.comparing.keeping import (
    BATCH,
    drop_empty,
    suggested_before,
    take_back,
    with_uids,
    write_found,
    write_places,
    write_questions,
)
from db.comparing.members import members_of, question_rows
from db.comparing.mentions import SLICE, mentions, senses_by_document, slices
from db.comparing.neighbours import write_keys
from db.comparing.settled import settled
from db.comparing.stories import all_stories, stored_stories
from db.transaction import writing
from figures.compare.copies import Copies
from figures.compare.profile import Outer
from figures.compare.questions import Suggested, grouped
from figures.compare.sense import Sense

#: Told now and then, in a few words.
OnProgress = Callable[[str], None]
#: A question under the uid that it is stored with.
Named = tuple[str, Suggested]


def silently(told: str) -> None:
    """Tell nobody."""


def compare_everything(connection: sqlite3.Connection, say: OnProgress) -> None:
    """Find copies, questions and what there is between their figures; store what differs from what is stored."""
    documents = state.documents(connection)
    last = state.last_figure(connection)
    count = len(documents)
    if count <= SLICE:  # done before anybody could read how far it is
        say = silently
    stories = all_stories(connection, documents, lambda done: say(f"{done:,} of {count:,} documents · copies"))
    senses = _read_all(connection, documents, say)
    say(f"{len(senses):,} figures · questions")
    groups, outer = grouped(senses, settled(connection))
    del senses
    say(f"{len(groups):,} questions · storing")
    write_places(connection, outer, anew=True)
    state.write_stories(connection, stories)
    uids = _write_groups(connection, groups)
    _work_out(connection, [(uids[group.question.id], group) for group in groups], outer, say)
    drop_empty(connection)
    state.mark_compared(connection, documents, last)


def _read_all(connection: sqlite3.Connection, documents: Sequence[int], say: OnProgress) -> list[Sense]:
    """Read what every figure says, in order of document and place, and keep the keys of those that are new."""
    pending = set(state.pending(connection))
    senses: list[Sense] = []
    for number, some in enumerate(slices(documents)):
        read = senses_by_document(connection, some)
        fresh = [row_id for row_id in some if row_id in pending]
        if fresh:
            with writing(connection):
                write_keys(connection, {row_id: read[row_id] for row_id in fresh if row_id in read})
                state.begin(connection, fresh)
        for found in read.values():
            senses += found
        say(f"{number * SLICE + len(some):,} of {len(documents):,} documents · figures")
    senses.sort(key=lambda sense: (sense.document, sense.item, sense.start, sense.id))
    return senses


def _write_groups(connection: sqlite3.Connection, groups: Sequence[Suggested]) -> dict[str, str]:
    """Store questions and their members; give the uid of each question by its id."""
    questions = [group.question for group in groups]
    before = suggested_before(connection)
    uids = with_uids(connection, questions)
    write_questions(connection, questions, before, uids)
    grouped_figures = {name for question in questions for name in question.members}
    take_back(connection, sorted(before.keys() - grouped_figures))
    return uids


def _work_out(connection: sqlite3.Connection, groups: Sequence[Named], outer: Outer, say: OnProgress) -> None:
    stories = stored_stories(connection)
    done = 0
    for some in _batches(groups):
        write_found(connection, list(_found(connection, some, stories, outer)))
        done += len(some)
        say(f"{done:,} of {len(groups):,} questions")


def _found(
    connection: sqlite3.Connection, groups: Sequence[Named], stories: Copies, outer: Outer
) -> Iterator[tuple[str, Found]]:
    rows = question_rows(connection, [uid for uid, _ in groups])
    members = members_of(connection, rows.values())
    stored = {
        one.row_id: one.mention
        for one in mentions(connection, [member.row_id for some in members.values() for member in some])
    }
    for uid, group in groups:
        if uid in rows:
            inside = [stored[member.row_id] for member in members[rows[uid]] if member.row_id in stored]
            inside.sort(key=lambda mention: (mention.document, mention.figure.start, mention.id))
            names = {mention.id for mention in inside}
            yield uid, find([sense for sense in group.senses if sense.id in names], inside, group.sums, stories, outer)


def _batches(groups: Sequence[Named]) -> Iterator[list[Named]]:
    """Yield questions in groups of about BATCH figures."""
    some: list[Named] = []
    size = 0
    for named in groups:
        some.append(named)
        size += len(named[1].senses)
        if size >= BATCH:
            yield some
            some, size = [], 0
    if some:
        yield some
