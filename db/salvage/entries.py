"""Entries of a damaged log that are not what was written: not taken into the fresh file."""

from collections.abc import Mapping

from db.log.forms import digest, well_formed
from db.salvage.carving import Value
from db.salvage.reading import Found


def set_aside(found: Mapping[str, Found]) -> int:
    """Take entries out that no figcheck wrote so; gives how many. `expected` still counts them, as lost."""
    names = {row_id: row["name"] for row_id, row in found["reviewers"].rows.items()}
    events = found["events"]
    strange = [row_id for row_id, row in events.rows.items() if not _as_written(row, names.get(_key(row)))]
    events.expected = max(events.expected, len(events.rows))
    for row_id in strange:
        del events.rows[row_id]
    return len(strange)


def _key(row: Mapping[str, Value]) -> int:
    key = row["reviewer_id"]
    return key if isinstance(key, int) else 0


def _as_written(row: Mapping[str, Value], reviewer: Value) -> bool:
    fields = [row[name] for name in ("uid", "action_uid", "at", "kind", "subject", "payload")]
    if well_formed(*fields) is not None:
        return False
    if not isinstance(reviewer, str):
        return True  # the name is lost, and with it what the entry could be held against
    uid, action, at, kind, subject, payload = map(str, fields)
    return digest(uid, action, reviewer, at, kind, subject, payload) == row["digest"]
