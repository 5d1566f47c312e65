"""Reading a report out of a review: questions one after the other, figures some at a time."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from db.comparing.finding import Found
from db.comparing.members import Membership, members_of
from db.comparing.model import Answer
from db.comparing.working import Worker
from db.export.report.model import Between, Entry, Listed, Origin, Question
from db.export.report.order import Group, Order
from db.export.report.wording import answer_words
from db.model import FigureView
from db.verdict_table import PAGE
from db.views import figures
from figures.compare.unions import Unions
from figures.model import RelationKind, Sign

#: Questions are read so many at a time.
_SLICE = 50
#: So many figures of a question are drawn at most.
_DRAWN = 200
#: What is told of a figure and others, in this order, and how many of each at most. That different things are not
#: compared is told only where there is nothing else.
_TOLD: Mapping[RelationKind, int] = {"conflict": 3, "equal": 1, "compatible": 1}


class Reader:
    """Reads the figures of an order; no lock is held between them. With `anonymous` no reviewer is named."""

    def __init__(self, connection: sqlite3.Connection, order: Order, *, anonymous: bool) -> None:
        self._connection = connection
        self._order = order
        self._anonymous = anonymous

    def contents(self, most: int) -> list[Listed]:
        """Give the questions for a list of contents; none where there are more than `most`."""
        some = min(len(self._order), most + 2)
        asked = [group.question for at in range(some) if (group := self._order.group(at)).question]
        if len(asked) > most:
            return []
        heads = _heads(self._connection, asked, anonymous=self._anonymous)
        return [
            Listed(head.uid, head.title, answer_words(head.answers[0]) if head.answers else "")
            for head in (heads[row_id] for row_id in asked if row_id in heads)
        ]

    def questions(self) -> Iterator[Question]:
        """Yield the questions; the entries of one are read before the next one is asked for."""
        worker = Worker(self._connection)
        for first in range(0, len(self._order), _SLICE):
            last = min(first + _SLICE, len(self._order))
            groups = [group for at in range(first, last) if (group := self._order.group(at)).question]
            heads = _heads(self._connection, [group.question for group in groups], anonymous=self._anonymous)
            members = members_of(self._connection, [group.question for group in groups])
            for group in groups:
                # Taken back or taken apart by another program since the order was made.
                if group.question in heads:
                    yield self._question(group, heads[group.question], members[group.question], worker)

    def alone(self) -> Iterator[Entry]:
        """Yield the figures that answer no question."""
        last = self._order.group(len(self._order) - 1) if len(self._order) else None
        if last is not None and not last.question:
            for views in self._views(last, 0):
                yield from (Entry(view) for view in views)

    def _question(self, group: Group, head: "_Head", members: Sequence[Membership], worker: Worker) -> Question:
        found = worker.work_out(members)
        telling = _Telling(found, self._shown(group))
        first = tuple(telling.entry(view) for view in next(self._views(group, 0), ()))
        return Question(
            uid=head.uid,
            title=head.title,
            reason=head.reason,
            state=head.status,
            note=found.related.note,
            answers=head.answers,
            mentions=len(members),
            documents=len({member.document_id for member in members}),
            origins=len(found.origins),
            sums=found.sums,
            same=_same(found),
            shown=group.end - group.start,
            first=first[:_DRAWN],
            entries=self._entries(group, telling, first),
        )

    def _entries(self, group: Group, telling: "_Telling", first: Sequence[Entry]) -> Iterator[Entry]:
        yield from first
        for views in self._views(group, PAGE):
            yield from (telling.entry(view) for view in views)

    def _views(self, group: Group, skipped: int) -> Iterator[list[FigureView]]:
        for start in range(group.start + skipped, group.end, PAGE):
            views = figures(self._connection, self._order.ids[start : min(start + PAGE, group.end)])
            yield [_nameless(view) for view in views] if self._anonymous else views

    def _shown(self, group: Group) -> frozenset[str]:
        """Give the ids of the figures of a group, of a very large one the first."""
        rows = json.dumps(list(self._order.ids[group.start : min(group.end, group.start + PAGE)]))
        found = self._connection.execute(
            "SELECT uid FROM figures WHERE id IN (SELECT value FROM json_each(?))", (rows,)
        )
        return frozenset(uid for (uid,) in found)


class _Telling:
    """What was found in a question, told figure by figure."""

    def __init__(self, found: Found, shown: frozenset[str]) -> None:
        self._found = found
        self._shown = shown
        self._first = {name: same[0] for same in found.related.classes for name in same} if found.related.note else {}
        self._origins = {
            name: Origin(number, len(found.origins), len(group))
            for number, group in enumerate(found.origins, 1)
            for name in group
        }
        self._pairs: dict[str, dict[tuple[RelationKind, str], list[str]]] = defaultdict(dict)
        for pair in found.related.relations:
            for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
                self._pairs[one].setdefault((pair.relation, pair.why), []).append(other)
        self._signs: dict[str, list[Sign]] = defaultdict(list)
        for sign in found.signs:
            self._signs[sign.figure_id].append(sign)

    def entry(self, view: FigureView) -> Entry:
        """Give the entry of a figure."""
        name = view.figure_id
        # Of a very large question the first of those that say the same is related for all of them.
        pairs = self._pairs.get(self._first.get(name, name), {})
        between = [
            Between(relation, why, tuple(other for other in others if other in self._shown), len(others))
            for (relation, why), others in pairs.items()
        ]
        told = [one for kind, most in _TOLD.items() for one in [one for one in between if one.relation == kind][:most]]
        return Entry(
            view=view,
            relation=self._found.relation.get(name),
            support=self._found.support.get(name),
            origin=self._origins.get(name),
            between=tuple(told or between[:1]),
            signs=tuple(self._signs.get(name, ())),
            shown=self._shown,
        )


@dataclass(frozen=True, slots=True)
class _Head:
    uid: str
    title: str
    reason: str | None
    status: str
    answers: tuple[Answer, ...]


def _heads(connection: sqlite3.Connection, rows: Sequence[int], *, anonymous: bool) -> Mapping[int, _Head]:
    wanted = json.dumps(list(rows))
    answers: dict[int, list[Answer]] = defaultdict(list)
    for row_id, *values in connection.execute(
        "SELECT a.question_id, a.low, a.best, a.high, a.note, r.name, a.answered_at FROM answers AS a "
        "JOIN reviewers AS r ON r.id = a.reviewer_id WHERE a.question_id IN (SELECT value FROM json_each(?)) "
        "ORDER BY a.answered_at DESC, r.name",
        (wanted,),
    ).fetchall():
        answer = Answer(*values)
        answers[row_id].append(replace(answer, reviewer="") if anonymous else answer)
    found = connection.execute(
        "SELECT id, uid, coalesce(renamed, title), reason, status FROM questions "
        "WHERE id IN (SELECT value FROM json_each(?))",
        (wanted,),
    ).fetchall()
    return {
        row_id: _Head(uid, title, reason, status, tuple(answers[row_id]))
        for row_id, uid, title, reason, status in found
    }


def _nameless(view: FigureView) -> FigureView:
    return replace(
        view,
        reviewer=None,
        evidence=tuple(replace(one, reviewer="") for one in view.evidence),
        corrections=tuple(replace(one, reviewer="") for one in view.corrections),
    )


def _same(found: Found) -> tuple[tuple[str, ...], ...]:
    """Give the groups of figures with equal value and scope, in the order of their first ones."""
    united: Unions[str] = Unions(found.members)
    for names in found.related.classes:
        for name in names[1:]:
            united.join(names[0], name)
    for pair in found.related.relations:
        if pair.relation == "equal":
            united.join(pair.a, pair.b)
    return tuple(tuple(names) for names in united.sets())
