"""Which documents are copies of one another, kept in the file so that a new one is held against few others."""

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from db.comparing.mentions import slices
from db.transaction import writing
from figures.compare.copies import Copies
from figures.compare.passages import passages

#: A new document is held against so many of those with which it shares most, and a passage finds no more than this.
_NEAREST, _HOLDERS = 32, 32
#: Keys are unsigned in Python and signed in SQLite.
_SIGN, _MODULUS = 1 << 63, 1 << 64


class Stories(Copies):
    """Copies as they were found before: for each document the one that stands for it and its copies."""

    def __init__(self, found: Mapping[str, str]) -> None:
        super().__init__()
        self._found = found

    def story(self, uid: str) -> str:
        """Give one uid that is the same for all copies of a document."""
        return self._found.get(uid, uid)


def stored_stories(connection: sqlite3.Connection, documents: Iterable[int] | None = None) -> Stories:
    """Give the stories of these documents (row ids), or of all, as they were found last."""
    sql = "SELECT d.uid, s.uid FROM compared AS c JOIN documents AS d ON d.id = c.document_id "
    sql += "JOIN documents AS s ON s.id = c.story "
    if documents is None:
        return Stories(dict(connection.execute(sql).fetchall()))
    wanted = json.dumps(list(documents))
    return Stories(dict(connection.execute(f"{sql} WHERE d.id IN (SELECT value FROM json_each(?))", (wanted,))))


def all_stories(
    connection: sqlite3.Connection, documents: Sequence[int], on_slice: Callable[[int], None]
) -> dict[int, int]:
    """Find the copies among all documents (row ids) anew; give for each the row of the one that stands for it."""
    index = Copies()
    rows: dict[str, int] = {}
    done = 0
    for some in slices(documents):
        found = _texts(connection, some)
        _keep_passages(connection, {row_id: text for row_id, _, text in found})
        for row_id, uid, text in found:
            index.add(uid, text)
            rows[uid] = row_id
        done += len(some)
        on_slice(done)
    return {row_id: rows[index.story(uid)] for uid, row_id in rows.items()}


def stories_of(connection: sqlite3.Connection, documents: Sequence[int]) -> dict[int, int]:
    """Find the copies of some documents among those that share passages with them.

    Gives each document's story, and that of others where theirs is now another.
    """
    own = _texts(connection, documents)
    _keep_passages(connection, {row_id: text for row_id, _, text in own})
    near = _nearest(connection, documents)
    index = Copies()
    rows: dict[str, int] = {}
    for row_id, uid, text in sorted([*own, *_texts(connection, near)]):
        index.add(uid, text)
        rows[uid] = row_id
    found = {row_id: row_id for row_id, _, _ in own}
    before = _stories_before(connection, near)
    for group in index.groups():
        members = [rows[uid] for uid in group]
        fresh = [row_id for row_id in members if row_id in found]
        if not fresh:
            continue
        known = {before[row_id] for row_id in members if row_id in before}
        story = min(known) if known else min(members)
        found |= dict.fromkeys(fresh, story)
        # A copy of two that were not taken for copies makes all of them one story.
        moved = connection.execute(
            "SELECT document_id FROM compared WHERE story IN (SELECT value FROM json_each(?)) AND story <> ?",
            (json.dumps(sorted(known)), story),
        )
        found |= {row_id: story for (row_id,) in moved.fetchall()}
    return found


def _stories_before(connection: sqlite3.Connection, documents: Sequence[int]) -> dict[int, int]:
    sql = "SELECT document_id, story FROM compared WHERE document_id IN (SELECT value FROM json_each(?))"
    return dict(connection.execute(sql, (json.dumps(documents),)).fetchall())


def _nearest(connection: sqlite3.Connection, documents: Sequence[int]) -> list[int]:
    """Give the documents that share most passages with these, and were compared before."""
    counts: Counter[int] = Counter()
    for (key,) in connection.execute(
        "SELECT DISTINCT key FROM passages WHERE document_id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(documents)),),
    ).fetchall():
        holders = connection.execute(
            "SELECT p.document_id FROM passages AS p JOIN compared AS c ON c.document_id = p.document_id "
            f"WHERE p.key = ? LIMIT {_HOLDERS}",
            (key,),
        )
        counts.update(row_id for (row_id,) in holders.fetchall())
    for row_id in documents:
        del counts[row_id]
    return [row_id for row_id, _ in counts.most_common(_NEAREST * len(documents))]


def _texts(connection: sqlite3.Connection, documents: Sequence[int]) -> list[tuple[int, str, str]]:
    """Give row, uid and text of documents; what belongs to the site and not to them is blanked out."""
    wanted = json.dumps(list(documents))
    blank: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for row_id, start, end in connection.execute(
        "SELECT document_id, start, \"end\" FROM zones WHERE kind = 'boilerplate' "
        "AND document_id IN (SELECT value FROM json_each(?))",
        (wanted,),
    ).fetchall():
        blank[row_id].append((start, end))
    found = connection.execute(
        "SELECT id, uid, text FROM documents WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id", (wanted,)
    ).fetchall()
    return [(row_id, uid, _without(text, blank.get(row_id, ()))) for row_id, uid, text in found]


def _without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    parts = []
    last = 0
    for start, end in sorted(spans):
        if start >= last:
            parts += [text[last:start], "\n" * (end - start)]
            last = end
    return "".join([*parts, text[last:]])


def _keep_passages(connection: sqlite3.Connection, texts: Mapping[int, str]) -> None:
    """Store the keys of documents whose passages are not known yet; a document's text never changes."""
    fresh = [row_id for row_id in texts if not _is_kept(connection, row_id)]
    rows = {(_signed(passage.key), row_id) for row_id in fresh for passage in passages(texts[row_id])}
    if rows:
        with writing(connection):
            connection.executemany("INSERT OR IGNORE INTO passages (key, document_id) VALUES (?, ?)", sorted(rows))


def _is_kept(connection: sqlite3.Connection, row_id: int) -> bool:
    found = connection.execute("SELECT 1 FROM compared WHERE document_id = ?", (row_id,)).fetchone()
    return found is not None


def _signed(key: int) -> int:
    return key - _MODULUS if key >= _SIGN else key
