"""Documents of two copies: how new each one is, and the line of versions they come to together.

How new a document is, is the greatest claim that any copy has for it. Claims only grow, so that the order of merging
does not matter, and the copy with the greatest claim of all brings along what it found in that document.
"""

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

#: How new a version of a document is: its number, when it was retrieved last, its uid.
Age = tuple[int, str, str]


@dataclass(frozen=True, slots=True)
class Known:
    """What one copy knows of a document: the version of the extractor that read it, and the uid of the next version."""

    extractor: int
    following: str | None


def known(connection: sqlite3.Connection, schema: str) -> dict[str, Known]:
    """Give what a copy, "main" or "theirs", knows of its documents, by uid."""
    found = connection.execute(
        f"SELECT d.uid, d.extractor_version, n.uid FROM {schema}.documents AS d "
        f"LEFT JOIN {schema}.documents AS n ON n.id = d.superseded_by"
    )
    return {uid: Known(extractor, following) for uid, extractor, following in found}


def take_claims(connection: sqlite3.Connection) -> None:
    """Give the documents of both copies the greater of their versions and times, and an archived copy that any has."""
    connection.execute(
        "UPDATE main.documents AS o SET version = t.version, retrieved = t.retrieved FROM theirs.documents AS t "
        "WHERE t.uid = o.uid AND (t.version, t.retrieved) > (o.version, o.retrieved)"
    )
    # Of two addresses the greater, so that the order of merging does not matter.
    connection.execute(
        "UPDATE main.documents AS o SET archived = t.archived FROM theirs.documents AS t "
        "WHERE t.uid = o.uid AND t.archived > coalesce(o.archived, '')"
    )


def chain(connection: sqlite3.Connection, ours: Mapping[str, Known], theirs: Mapping[str, Known]) -> None:
    """Put the versions of each document in one line, oldest first, whichever copy they come from."""
    links = [
        (uid, one.following) for known in (ours, theirs) for uid, one in known.items() if one.following is not None
    ]
    for family in _families(links):
        wanted = ", ".join("?" * len(family))
        line = connection.execute(
            f"SELECT id, superseded_by FROM main.documents WHERE uid IN ({wanted}) ORDER BY version, retrieved, uid",
            family,
        ).fetchall()
        ids = [row_id for row_id, _ in line]
        connection.executemany(
            "UPDATE main.documents SET superseded_by = ? WHERE id = ?",
            [
                (after, row_id)
                for (row_id, before), after in zip(line, [*ids[1:], None], strict=True)
                if before != after
            ],
        )


def ages(connection: sqlite3.Connection) -> dict[str, Age]:
    """Give how new each document of this file is, by uid, once the claims are taken."""
    found = connection.execute("SELECT uid, version, retrieved FROM main.documents")
    return {uid: (version, retrieved, uid) for uid, version, retrieved in found}


def take_extractors(connection: sqlite3.Connection) -> None:
    """Give the documents of both copies the newer of the extractors that read them."""
    connection.execute(
        "UPDATE main.documents AS o SET extractor_version = t.extractor_version FROM theirs.documents AS t "
        "WHERE t.uid = o.uid AND t.extractor_version > o.extractor_version"
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
