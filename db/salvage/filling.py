"""What was read of a damaged file, into a fresh one: in the order in which rows need each other."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from db.checking.derived import lost_name
from db.counting import recount
from db.identity import FIGURE_ID_LENGTH
from db.salvage.carving import Value
from db.salvage.reading import Found

Row = dict[str, Value]

#: What of a figure is worked out from the log, or names another.
_FRESH: Row = {
    **{"state": "unreviewed", "reason": None, "decided_by": None, "decided_at": None},
    **{"note": None, "changed_from": None},
}


class Filler:
    """Puts rows into a fresh review, and counts those that it will not take."""

    def __init__(self, connection: sqlite3.Connection):
        self._connection = connection
        self.refused: dict[str, int] = {}

    def fill(self, found: Mapping[str, Found]) -> None:
        """Put in everything that was found, inside a transaction."""
        rows = {table: list(what.rows.values()) for table, what in found.items()}
        self._reviewers(rows["reviewers"], rows["events"])
        self._put("documents", [row | {"superseded_by": None} for row in rows["documents"]])
        # Triggers count on from what the counters say, which must not come out below nothing.
        recount(self._connection)
        self._later("documents", "superseded_by", rows["documents"])
        self._put("items", rows["items"])
        self._stub_items([*rows["zones"], *rows["figures"]])
        self._put("zones", rows["zones"])
        self._put("figures", [row | _FRESH for row in rows["figures"]])
        self._later("figures", "changed_from", rows["figures"])
        self._questions(rows["questions"], rows["memberships"])
        self._events(rows["events"])
        for table in ("settings", "failures"):
            self._put(table, rows[table])

    def adrift(self) -> int:
        """Give how many entries of the log are about figures that are lost."""
        (count,) = self._connection.execute(
            "SELECT count(*) FROM events WHERE figure_id IS NULL AND length(subject) = ?", (FIGURE_ID_LENGTH,)
        ).fetchone()
        return int(count)

    def _reviewers(self, reviewers: Sequence[Row], events: Sequence[Row]) -> None:
        self._put("reviewers", reviewers)
        lost = {row["reviewer_id"] for row in events} - self._ids("reviewers")
        self._put("reviewers", [{"id": row_id, "name": lost_name(row_id)} for row_id in lost])

    def _stub_items(self, rows: Iterable[Row]) -> None:
        """Have an item for everything that belongs to one whose title is lost."""
        documents = self._ids("documents")
        places = {(row["document_id"], row.get("number", row.get("item"))) for row in rows}
        self._connection.executemany(
            "INSERT INTO items (document_id, number) VALUES (?, ?) ON CONFLICT DO NOTHING",
            [place for place in places if place[0] in documents],
        )

    def _questions(self, questions: Sequence[Row], memberships: Sequence[Row]) -> None:
        self._put("questions", [row | {"renamed": None, "status": "suggested"} for row in questions])
        suggested = [row | {"status": "suggested"} for row in memberships if row["reason"] is not None]
        self._put("memberships", suggested)

    def _events(self, events: Sequence[Row]) -> None:
        figures = dict(self._connection.execute("SELECT uid, id FROM figures").fetchall())
        kept = []
        for row in sorted(events, key=lambda event: (str(event["at"]), str(event["uid"]))):
            place = figures.get(row["subject"])
            # Without the old row ids: the log of the fresh file has no holes.
            kept.append({name: value for name, value in row.items() if name != "id"} | {"figure_id": place})
        self._put("events", kept)

    def _put(self, table: str, rows: Sequence[Row]) -> None:
        for row in rows:
            names = ", ".join(f'"{name}"' for name in row)
            try:
                self._connection.execute(
                    f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(row))})", tuple(row.values())
                )
            except (sqlite3.Error, OverflowError):
                self.refused[table] = self.refused.get(table, 0) + 1

    def _later(self, table: str, column: str, rows: Sequence[Row]) -> None:
        """Fill in what names a row of the same table, where that is there."""
        known = self._ids(table)
        self._connection.executemany(
            f"UPDATE {table} SET {column} = ? WHERE id = ?",
            [(row[column], row["id"]) for row in rows if row[column] in known and row["id"] in known],
        )

    def _ids(self, table: str) -> set[Value]:
        return {row_id for (row_id,) in self._connection.execute(f"SELECT id FROM {table}")}
