"""Where a new document's figures may belong: figures and questions that share keys with them."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from db.comparing.members import members_of, questions_of
from db.comparing.state import figures_of
from figures.compare.questions import keys_of
from figures.compare.sense import Sense

#: Of those that share a key the newest so many are looked at: a key that everything has tells nothing.
_HOLDERS = 40
#: Of all that share keys the nearest so many, in so many documents, for each new document.
_FIGURES, _DOCUMENTS = 300, 60
#: So many members stand for a large question.
_SAMPLE = 50


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Figures (row ids) to compare with new ones, the documents they stand in, and the questions they answer."""

    figures: frozenset[int]
    documents: tuple[int, ...]
    questions: tuple[int, ...]


def write_keys(connection: sqlite3.Connection, senses: Mapping[int, Sequence[Sense]]) -> None:
    """Store the keys of the figures of some documents, inside a transaction."""
    keys = {name: found for read in senses.values() for name, found in keys_of(read).items()}
    rows = dict(
        connection.execute(
            "SELECT uid, id FROM figures WHERE uid IN (SELECT value FROM json_each(?))", (json.dumps(list(keys)),)
        )
    )
    connection.executemany(
        "INSERT OR IGNORE INTO meeting_keys (key, figure_id) VALUES (?, ?)",
        sorted((hashed(key), rows[name]) for name, found in keys.items() for key in found),
    )


def hashed(key: str) -> int:
    """Give a key as a number that SQLite holds."""
    return int.from_bytes(blake2b(key.encode("utf-8", "replace"), digest_size=8).digest(), "little", signed=True)


def neighbours(connection: sqlite3.Connection, documents: Sequence[int], senses: Iterable[Sense]) -> Neighbours:
    """Find what figures of new documents (row ids) have to be compared with."""
    keys = {hashed(key) for found in keys_of(senses).values() for key in found}
    near = _nearest(connection, keys, documents)
    own = [row_id for document in documents for row_id in figures_of(connection, document)]
    answered = questions_of(connection, [*near, *own], single=True)
    chosen = set(near)
    places = dict.fromkeys(near.values())
    room = 2 * _DOCUMENTS * len(documents)
    for members in members_of(connection, dict.fromkeys(answered.values())).values():
        there = [member for member in members if member.document_id in places]
        others = [member for member in members if member.document_id not in places]
        for member in (there + others)[:_SAMPLE]:
            if member.document_id in places or len(places) < room:
                places[member.document_id] = None
                chosen.add(member.row_id)
    return Neighbours(
        frozenset(chosen),
        tuple(place for place in places if place not in documents),
        tuple(dict.fromkeys(answered.values())),
    )


def _nearest(connection: sqlite3.Connection, keys: Iterable[int], documents: Sequence[int]) -> dict[int, int]:
    """Give the figures that share the rarest and most keys, nearest first, each with its document."""
    weights: dict[int, float] = defaultdict(float)
    where: dict[int, int] = {}
    for key in keys:
        holders = connection.execute(
            "SELECT k.figure_id, f.document_id FROM meeting_keys AS k JOIN figures AS f ON f.id = k.figure_id "
            f"WHERE k.key = ? AND f.status = 'live' ORDER BY k.figure_id DESC LIMIT {_HOLDERS}",
            (key,),
        ).fetchall()
        others = [(row_id, place) for row_id, place in holders if place not in documents]
        for row_id, place in others:
            weights[row_id] += 1 / len(others)
            where[row_id] = place
    found: dict[int, int] = {}
    places: set[int] = set()
    for row_id in sorted(weights, key=lambda row_id: (-weights[row_id], row_id)):
        place = where[row_id]
        if place in places or len(places) < _DOCUMENTS * len(documents):
            found[row_id] = place
            places.add(place)
        if len(found) >= _FIGURES * len(documents):
            break
    return found
