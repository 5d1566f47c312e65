"""Documents that were updated, or read by a newer extractor, in one copy and not, or otherwise, in the other.

Which copy's word on a figure counts depends on nothing but what the copies hold: that of the newer version of the
document, then that of the newer extractor. So the order of merging does not matter.
"""

import sqlite3
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from db.merging.rows import columns, take_changed_from

#: How new a version of a document is: its number, when it was retrieved, its uid.
Age = tuple[int, str, str]
#: How new a copy's word on a document is: its newest version, and the extractor that read that.
Rank = tuple[Age, int]

#: Columns of figures that stay, whatever became of the document, or that are not plain values.
_LASTING = ("id", "uid", "origin", "document_id", "changed_from", "state", "reason", "decided_by", "decided_at", "note")


@dataclass(frozen=True, slots=True)
class Ranks:
    """What a copy knows of versions: the next version of each document by uid, and the rank of its word on each."""

    following: Mapping[str, str]
    ranks: Mapping[str, Rank]


def ranks(connection: sqlite3.Connection, schema: str = "main") -> Ranks:
    """Give what a copy, "main" or "theirs", knows of the versions of its documents."""
    found = connection.execute(
        "SELECT d.uid, d.version, d.retrieved, d.extractor_version, n.uid "
        f"FROM {schema}.documents AS d LEFT JOIN {schema}.documents AS n ON n.id = d.superseded_by"
    ).fetchall()
    own: dict[str, Rank] = {uid: ((version, at, uid), extractor) for uid, version, at, extractor, _ in found}
    following = {uid: after for uid, _, _, _, after in found if after is not None}
    return Ranks(following, {uid: own[_newest(uid, following)] for uid in own})


def reconcile(connection: sqlite3.Connection, before: Ranks, last_figure: int) -> None:
    """Bring documents and figures to what the newer copy says, inside the transaction that took them in.

    `before` is what this file knew before that, `last_figure` the row of the last figure it had.
    """
    theirs = ranks(connection, "theirs")
    mixed = _mixed(connection, last_figure)
    # What somebody added in one copy the extractor may have found in the other.
    connection.execute(
        "UPDATE main.figures SET origin = 'added' WHERE origin <> 'added' "
        "AND id IN (SELECT figure_id FROM main.events WHERE kind = 'figure')"
    )
    differing = [uid for uid, rank in theirs.ranks.items() if before.ranks.get(uid, rank) != rank]
    if before.following or theirs.following:
        _chain(connection, before, theirs)
    if differing:
        _take_newer_extractors(connection, differing)
        _move_figures(connection, before, theirs)
        _put_away_unknown(connection, before, theirs, differing, last_figure)
    _put_away_superseded(connection)
    _bring_back_judged(connection)
    _make_room(connection, mixed | {known.ranks[uid][0][2] for uid in differing for known in (before, theirs)})


def _mixed(connection: sqlite3.Connection, last_figure: int) -> set[str]:
    """Give the documents, by uid, on whose figures the copies do not agree: some have more, or put some away."""
    found = connection.execute(
        "SELECT uid FROM main.documents WHERE id IN (SELECT o.document_id FROM main.figures AS o "
        "JOIN theirs.figures AS f ON f.uid = o.uid WHERE f.status <> o.status "
        "UNION SELECT document_id FROM main.figures WHERE id > :last "
        "INTERSECT SELECT document_id FROM main.figures WHERE id <= :last)",
        {"last": last_figure},
    )
    return {uid for (uid,) in found}


def _newest(uid: str, following: Mapping[str, str]) -> str:
    for _ in range(len(following)):  # not for ever, whatever the file says
        if uid not in following:
            break
        uid = following[uid]
    return uid


def _chain(connection: sqlite3.Connection, ours: Ranks, theirs: Ranks) -> None:
    """Put the versions of each document in one line, oldest first, whichever copy they come from."""
    connection.execute(
        "UPDATE main.documents SET version = max(version, (SELECT version FROM theirs.documents AS t "
        "WHERE t.uid = main.documents.uid)) WHERE uid IN (SELECT uid FROM theirs.documents)"
    )
    links = [*ours.following.items(), *theirs.following.items()]
    for family in _families(links):
        wanted = ", ".join("?" * len(family))
        line = connection.execute(
            f"SELECT id FROM main.documents WHERE uid IN ({wanted}) ORDER BY version, retrieved, uid", family
        ).fetchall()
        ids = [row_id for (row_id,) in line]
        connection.executemany(
            "UPDATE main.documents SET superseded_by = ? WHERE id = ?", zip([*ids[1:], None], ids, strict=True)
        )


def _families(links: Sequence[tuple[str, str]]) -> list[list[str]]:
    """Give the uids that links, directly or not, hold together."""
    families: dict[str, list[str]] = {}
    for one, other in links:
        mine, others = families.get(one, [one]), families.get(other, [other])
        if mine is not others:
            mine = mine + others
        families.update(dict.fromkeys(mine, mine))
    return list({id(family): family for family in families.values()}.values())


def _take_newer_extractors(connection: sqlite3.Connection, uids: Sequence[str]) -> None:
    connection.executemany(
        "UPDATE main.documents SET extractor_version = max(extractor_version, "
        "(SELECT extractor_version FROM theirs.documents WHERE uid = ?1)) WHERE uid = ?1",
        [(uid,) for uid in uids],
    )


def _move_figures(connection: sqlite3.Connection, ours: Ranks, theirs: Ranks) -> None:
    """Give the figures that both copies have the place and values of the copy whose word is newer."""
    found = connection.execute(
        "SELECT o.id, od.uid, td.uid FROM theirs.figures AS f JOIN main.figures AS o ON o.uid = f.uid "
        "JOIN main.documents AS od ON od.id = o.document_id JOIN theirs.documents AS td ON td.id = f.document_id "
        "WHERE od.uid <> td.uid OR o.status <> f.status OR od.extractor_version <> td.extractor_version "
        "OR td.superseded_by IS NOT NULL OR od.superseded_by IS NOT NULL"
    ).fetchall()
    ids = [
        row_id
        for row_id, here, there in found
        if here in ours.ranks and (theirs.ranks[there], there) > (ours.ranks[here], here)
    ]
    names = columns(connection, "figures", _LASTING)
    values = ", ".join(f"f.{name}" for name in names)
    connection.executemany(
        f"UPDATE main.figures SET (document_id, {', '.join(names)}) = (SELECT d.id, {values} "
        "FROM theirs.figures AS f JOIN theirs.documents AS t ON t.id = f.document_id "
        "JOIN main.documents AS d ON d.uid = t.uid WHERE f.uid = main.figures.uid) WHERE id = ?",
        [(row_id,) for row_id in ids],
    )
    take_changed_from(connection, ids)


#: Whether the log has something about a figure: then it stays, whatever the extractor says.
_JUDGED = "EXISTS (SELECT 1 FROM main.events AS e WHERE e.figure_id = {}.id)"
_MINE = _JUDGED.format("main.figures")
_SUPERSEDED = "document_id IN (SELECT id FROM main.documents WHERE superseded_by IS NOT NULL)"
_RETIRED = "status = 'retired', queued = 0"


def _put_away_superseded(connection: sqlite3.Connection) -> None:
    """Take out of the queue what is not in the newest version of its document."""
    connection.execute(
        f"UPDATE main.figures SET status = CASE WHEN {_MINE} THEN 'orphaned' ELSE 'retired' END, queued = 0 "
        f"WHERE status = 'live' AND {_SUPERSEDED}"
    )


def _put_away_unknown(
    connection: sqlite3.Connection, ours: Ranks, theirs: Ranks, differing: Sequence[str], last_figure: int
) -> None:
    """Take out of the queue what the newer extractor did not find, or found and gave another id, and nobody judged."""
    for uid in differing:
        (our_age, our_extractor), (their_age, their_extractor) = ours.ranks[uid], theirs.ranks[uid]
        if our_age != their_age or our_age[2] != uid:
            continue
        unknown = f"id > {last_figure}"
        if their_extractor > our_extractor:
            unknown = "uid NOT IN (SELECT uid FROM theirs.figures)"
        connection.execute(
            f"UPDATE main.figures SET {_RETIRED} WHERE status = 'live' AND origin = 'extracted' AND {unknown} "
            f"AND NOT {_MINE} AND document_id = (SELECT id FROM main.documents WHERE uid = ?)",
            (uid,),
        )


def _bring_back_judged(connection: sqlite3.Connection) -> None:
    """Have what nobody had judged in the copy that put it away, and somebody has in another."""
    judged = f"status = 'retired' AND origin = 'extracted' AND {_MINE}"
    connection.execute(f"UPDATE main.figures SET status = 'orphaned' WHERE {judged} AND {_SUPERSEDED}")
    connection.execute(
        f"UPDATE main.figures SET status = 'live', queued = checkable WHERE {judged} AND NOT {_SUPERSEDED}"
    )


def _make_room(connection: sqlite3.Connection, uids: Collection[str]) -> None:
    """Leave one extracted figure at a place of these documents: the judged one; of several nobody judged, one."""
    crowding: list[tuple[int]] = []
    for uid in uids:
        crowding += connection.execute(
            "SELECT f.id FROM main.figures AS f WHERE f.document_id = (SELECT id FROM main.documents WHERE uid = ?) "
            f"AND f.status = 'live' AND f.origin = 'extracted' AND NOT {_JUDGED.format('f')} "
            "AND EXISTS (SELECT 1 FROM main.figures AS o WHERE o.document_id = f.document_id AND o.status = 'live' "
            "AND o.origin = 'extracted' "
            'AND o.uid <> f.uid AND o.start < f."end" AND f.start < o."end" '
            f"AND ({_JUDGED.format('o')} OR o.uid < f.uid))",
            (uid,),
        ).fetchall()
    connection.executemany(f"UPDATE main.figures SET {_RETIRED} WHERE id = ?", crowding)
