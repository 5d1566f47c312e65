"""Settling a figure on which reviewers differ."""

import json
import sqlite3
from collections.abc import Sequence

from db.errors import BadDecision


def for_all(connection: sqlite3.Connection, row_ids: Sequence[int]) -> set[int]:
    """Give these figures, or raise BadDecision where there is nothing to settle on one of them, or reading is blind."""
    if _blind(connection):
        raise BadDecision("nobody adjudicates in blind mode: give a verdict, or end it with figcheck agree --blind off")
    wanted = set(row_ids)
    if wanted - _differing(connection, row_ids, ""):
        raise BadDecision("there is nothing to adjudicate: no two reviewers differ on it; give a verdict instead")
    return wanted


def third_hand(connection: sqlite3.Connection, reviewer: str, row_ids: Sequence[int]) -> set[int]:
    """Give those of these figures on which others differ, and of which this reviewer has no verdict.

    What a third reviewer says there adjudicates. In blind mode nobody can know that others differ: nothing is given.
    """
    return set() if _blind(connection) else _differing(connection, row_ids, reviewer)


def _blind(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM settings WHERE name = 'blind' AND value = '1'").fetchone() is not None


def _differing(connection: sqlite3.Connection, row_ids: Sequence[int], without: str) -> set[int]:
    """Give the figures with different verdicts, none of them by the reviewer `without`; no reviewer has no name."""
    found = connection.execute(
        "SELECT v.figure_id FROM verdicts AS v JOIN reviewers AS r ON r.id = v.reviewer_id "
        "WHERE v.figure_id IN (SELECT value FROM json_each(?)) "
        "GROUP BY v.figure_id HAVING count(DISTINCT v.verdict) > 1 AND NOT max(r.name = ?)",
        (json.dumps(list(row_ids)), without),
    )
    return {row_id for (row_id,) in found}
