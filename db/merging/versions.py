"""Documents that were updated, or read by a newer extractor, in one copy and not, or otherwise, in the other.

Which copy's word on a figure counts depends on nothing but what the copies hold: that which has it in the newer
version of the document, then that whose extractor is newer. So the order of merging does not matter.
"""

import sqlite3
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from db.counting import recount
from db.merging import documents, numbers
from db.merging.documents import Age, Known
from db.merging.rows import columns, take_changed_from
from db.versions.spans import Spans

#: Columns of figures that stay, whatever became of the document, or that are not plain values.
_LASTING = (
    *("id", "uid", "origin", "document_id", "changed_from"),
    *("state", "reason", "decided_by", "decided_at", "note", "status", "queued"),
)

#: Kind, subject and figure's row of what has to be worked out again.
Touched = tuple[str, str, int]

#: Kinds of entries that count only for the number that they were made on, or that make a figure be there.
_KINDS = ("verdict", "adjudication", "correction", "figure")


@dataclass(slots=True)
class _Changes:
    """What is to be written: rows that the other copy knows better, what stays to be checked, and who is in view."""

    taken: list[tuple[int, int]] = field(default_factory=list)
    checkable: list[int] = field(default_factory=list)
    statuses: list[tuple[int, str]] = field(default_factory=list)
    added: list[int] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Word:
    """What one copy says of a figure: its document there, the values, and whether they are judged."""

    uid: str
    values: tuple[Any, ...]
    changed_from: str | None
    status: str
    checkable: bool
    judged: bool

    def rank(self, ages: Mapping[str, Age], known: Mapping[str, Known]) -> tuple[Any, ...]:
        """Give what tells the newer word; between two that are equally new, the content has to."""
        content = [(value is not None, str(value)) for value in (*self.values, self.changed_from)]
        return ages[self.uid], known[self.uid].extractor, self.checkable, content


def reconcile(
    connection: sqlite3.Connection,
    ours: Mapping[str, Known],
    theirs: Mapping[str, Known],
    last_figure: int,
    last_event: int,
) -> list[Touched]:
    """Bring documents and figures to what the newer copy says, inside the transaction that took them in.

    `ours` is what this file knew before that, `last_figure` and `last_event` the last rows it had. Gives what the log
    has to be asked about again.
    """
    # What somebody added in one copy the extractor may have found in the other.
    connection.execute(
        "UPDATE main.figures SET origin = 'added' WHERE origin <> 'added' "
        "AND id IN (SELECT figure_id FROM main.events WHERE kind = 'figure')"
    )
    documents.chain(connection, ours, theirs)
    parted = numbers.part(connection, last_event)
    recount(connection)
    changes = _compare(connection, ours, theirs, parted, last_figure)
    _write(connection, changes, parted)
    _put_away_unknown(connection, ours, theirs, last_figure, parted.apart)
    documents.take_extractors(connection)
    _put_away_superseded(connection)
    brought_back = _bring_back_judged(connection)
    _make_room(connection, last_figure, [*changes.rows, *parted.swapped, *brought_back])
    numbers.leave_out(connection)
    return _to_settle(connection, (*parted.settled, *changes.added))


def _compare(
    connection: sqlite3.Connection,
    ours: Mapping[str, Known],
    theirs: Mapping[str, Known],
    parted: numbers.Parted,
    last_figure: int,
) -> _Changes:
    """Find out of which figures that both copies have the other one's word counts."""
    ages = documents.ages(connection)
    superseded = {
        uid for (uid,) in connection.execute("SELECT uid FROM main.documents WHERE superseded_by IS NOT NULL")
    }
    changes = _Changes()
    for row_id, their_id, origin, one, other in _words(connection, parted, last_figure):
        winner, loser = one, other
        if other.rank(ages, theirs) > one.rank(ages, ours):
            winner, loser = other, one
            changes.taken.append((row_id, their_id))
        changes.rows.append(row_id)
        # What was to be checked when it was judged stays to be checked.
        if loser.judged and loser.checkable and not winner.checkable:
            changes.checkable.append(row_id)
        if origin == "added":
            changes.added.append(row_id)
        elif winner.uid not in superseded:
            status = _status(winner.uid, (one, ours), (other, theirs))
            if status is not None:
                changes.statuses.append((row_id, status))
    return changes


def _status(uid: str, *words: tuple[_Word, Mapping[str, Known]]) -> str | None:
    """Give whether a figure of the newest version is in view, by the copies that knew that version as the newest."""
    said = [
        (known[uid].extractor, word.status == "live", word.status)
        for word, known in words
        if word.uid == uid and known[uid].following is None
    ]
    return max(said)[2] if said else None


def _words(
    connection: sqlite3.Connection, parted: numbers.Parted, last_figure: int
) -> Iterator[tuple[int, int, str, _Word, _Word]]:
    """Yield row here and there, origin, our word and theirs, of figures that differ in anything the extractor says."""
    names = columns(connection, "figures", _LASTING)
    values = ", ".join(f"{{0}}.{name}" for name in names)
    before = "(SELECT p.uid FROM {0}.figures AS p WHERE p.id = {1}.changed_from)"
    judged = "EXISTS (SELECT 1 FROM {0}.events AS e WHERE e.figure_id = {1}.id)"
    told = f"{{1}}d.uid, {{1}}.status, {{1}}.checkable, {judged}, {before}, "
    sql = (
        f"SELECT o.id, f.id, o.origin, {told.format('main', 'o')}{told.format('theirs', 'f')}"
        f"{values.format('o')}, {values.format('f')} FROM theirs.figures AS f "
        "JOIN main.figures AS o ON {} JOIN main.documents AS od ON od.id = o.document_id "
        "JOIN theirs.documents AS fd ON fd.id = f.document_id WHERE (od.uid <> fd.uid OR o.status <> f.status "
        f"OR {before.format('main', 'o')} IS NOT {before.format('theirs', 'f')} "
        f"OR ({values.format('o')}) IS NOT ({values.format('f')}))"
    )
    found = connection.execute(sql.format("o.uid = f.uid AND o.id <= ?"), (last_figure,)).fetchall()
    width = len(names)
    for row_id, their_id, origin, *row in found:
        if row_id not in parted.settled:
            yield row_id, their_id, origin, _word(row[:5], row[10:-width]), _word(row[5:10], row[-width:])
    for pair in parted.again:
        for row_id, their_id, origin, *row in connection.execute(sql.format("o.id = ? AND f.id = ?"), pair):
            one, other = _word(row[:5], row[10:-width]), _word(row[5:10], row[-width:])
            # In whose place it stands is told by its id.
            yield row_id, their_id, origin, replace(one, changed_from=None), replace(other, changed_from=None)


def _word(told: Sequence[Any], values: Sequence[Any]) -> _Word:
    uid, status, checkable, judged, changed_from = told
    return _Word(uid, tuple(values), changed_from, status, bool(checkable), bool(judged))


def _write(connection: sqlite3.Connection, changes: _Changes, parted: numbers.Parted) -> None:
    again = {row_id for row_id, _ in parted.again}
    names = columns(connection, "figures", _LASTING)
    values = ", ".join(f"f.{name}" for name in names)
    # A figure that is in view is in the queue if it is to be checked: the two are written together.
    connection.executemany(
        f"UPDATE main.figures SET (document_id, {', '.join(names)}, queued) = (SELECT d.id, {values}, "
        "f.checkable AND main.figures.status = 'live' FROM theirs.figures AS f "
        "JOIN theirs.documents AS t ON t.id = f.document_id JOIN main.documents AS d ON d.uid = t.uid "
        "WHERE f.id = ?2) WHERE id = ?1",
        changes.taken,
    )
    take_changed_from(connection, [row_id for row_id, _ in changes.taken if row_id not in again])
    connection.executemany(
        "UPDATE main.figures SET checkable = 1, why_not = NULL, queued = status = 'live' WHERE id = ?",
        [(row_id,) for row_id in changes.checkable],
    )
    connection.executemany(
        "UPDATE main.figures SET status = ?2, queued = checkable AND ?2 = 'live' WHERE id = ?1", changes.statuses
    )


#: Whether the log has something about a figure: then it stays, whatever the extractor says.
_JUDGED = "EXISTS (SELECT 1 FROM main.events AS e WHERE e.figure_id = {}.id)"
_MINE = _JUDGED.format("main.figures")
_SUPERSEDED = "document_id IN (SELECT id FROM main.documents WHERE superseded_by IS NOT NULL)"
_RETIRED = "status = 'retired', queued = 0"


def _put_away_unknown(
    connection: sqlite3.Connection,
    ours: Mapping[str, Known],
    theirs: Mapping[str, Known],
    last_figure: int,
    apart: Iterable[int],
) -> None:
    """Take out of the queue what the newer extractor did not find, or found and gave another id, and nobody judged."""
    spared = set(apart)
    for uid, there in theirs.items():
        here = ours.get(uid)
        if here is None or here.extractor == there.extractor:
            continue
        if here.following is not None or there.following is not None:
            continue
        unknown = f"id > {last_figure}"
        if there.extractor > here.extractor:
            unknown = (
                f"id <= {last_figure} AND NOT EXISTS (SELECT 1 FROM theirs.figures AS t WHERE t.uid = main.figures.uid)"
            )
        found = connection.execute(
            f"SELECT id FROM main.figures WHERE status = 'live' AND origin = 'extracted' AND {unknown} "
            f"AND NOT {_MINE} AND document_id = (SELECT id FROM main.documents WHERE uid = ?)",
            (uid,),
        ).fetchall()
        _retire(connection, [row_id for (row_id,) in found if row_id not in spared])


def _put_away_superseded(connection: sqlite3.Connection) -> None:
    """Take out of the queue what is not in the newest version of its document."""
    connection.execute(
        f"UPDATE main.figures SET status = CASE WHEN {_MINE} THEN 'orphaned' ELSE 'retired' END, queued = 0 "
        f"WHERE status = 'live' AND {_SUPERSEDED}"
    )


def _bring_back_judged(connection: sqlite3.Connection) -> list[int]:
    """Have what nobody had judged in the copy that put it away, and somebody has in another; gives what is in view."""
    judged = f"origin = 'extracted' AND {_MINE}"
    connection.execute(
        f"UPDATE main.figures SET status = 'orphaned' WHERE status = 'retired' AND {judged} AND {_SUPERSEDED}"
    )
    found = connection.execute(
        "UPDATE main.figures SET status = 'live', queued = checkable "
        f"WHERE status IN ('retired', 'orphaned') AND {judged} AND NOT {_SUPERSEDED} RETURNING id"
    )
    return [row_id for (row_id,) in found.fetchall()]


def _make_room(connection: sqlite3.Connection, last_figure: int, changed: Sequence[int]) -> None:
    """Leave one figure at a place of the documents that changed: the judged one; of several nobody judged, one."""
    connection.execute("CREATE TEMP TABLE changed (id INTEGER PRIMARY KEY)")
    connection.executemany("INSERT OR IGNORE INTO temp.changed VALUES (?)", [(row_id,) for row_id in changed])
    found = connection.execute(
        "SELECT DISTINCT document_id FROM main.figures WHERE id > ? OR id IN (SELECT id FROM temp.changed)",
        (last_figure,),
    ).fetchall()
    connection.execute("DROP TABLE temp.changed")
    for (document_id,) in found:
        _retire(connection, _crowding(connection, document_id))


def _crowding(connection: sqlite3.Connection, document_id: int) -> list[int]:
    """Give the figures of a document that stand where another one has to."""
    live = connection.execute(
        f"SELECT id, start, \"end\", origin = 'added' OR {_JUDGED.format('f')} FROM main.figures AS f "
        "WHERE document_id = ? AND status = 'live' ORDER BY uid",
        (document_id,),
    ).fetchall()
    judged = Spans((start, end) for _, start, end, stays in live if stays)
    kept: list[tuple[int, int]] = []  # in text order, none reaches into another
    crowding = []
    for row_id, start, end, stays in live:
        if stays:
            continue
        at = bisect_left(kept, (start, end))
        near = kept[max(0, at - 1) : at + 1]
        if judged.touching(start, end) or any(one < end and start < other for one, other in near):
            crowding.append(row_id)
        else:
            kept.insert(at, (start, end))
    return crowding


def _retire(connection: sqlite3.Connection, row_ids: Sequence[int]) -> None:
    connection.executemany(f"UPDATE main.figures SET {_RETIRED} WHERE id = ?", [(row_id,) for row_id in row_ids])


def _to_settle(connection: sqlite3.Connection, row_ids: Iterable[int]) -> list[Touched]:
    """Give the entries of the log that have to be asked again about these figures."""
    said: list[Touched] = []
    for row_id in dict.fromkeys(row_ids):
        said += connection.execute(
            "SELECT DISTINCT kind, subject, figure_id FROM main.events WHERE figure_id = ? "
            f"AND kind IN ({', '.join('?' * len(_KINDS))})",
            (row_id, *_KINDS),
        ).fetchall()
    return said
