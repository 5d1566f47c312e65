"""Where the figures of a question come from: its origins, who told each first, and how the others repeat it."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from db.comparing.beside import Asked, asked_of
from db.errors import explained
from db.review import Review
from db.rivals import Rival, with_more

#: So many origins of a question are told, and so many figures of each.
ORIGINS, TELLERS = 60, 20

#: How a figure stands to those of its origin that were published before: it is the first; the same text or a copy of
#: it says it again; one speaker is quoted; it is taken from another's paper; or sentences are shared.
How = Literal["first", "again", "copy", "speaker", "taken", "shared"]


@dataclass(frozen=True, slots=True)
class Teller:
    """A figure of an origin; `of` is the publisher that it copies or takes from."""

    rival: Rival
    how: How
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """Figures of one origin, the first published first; `more` are those beyond TELLERS. `own` has the figure asked."""

    tellers: tuple[Teller, ...]
    more: int
    own: bool


@dataclass(frozen=True, slots=True)
class Provenance:
    """The origins of a question, the figure's own first; `support` is how many of them say the same as the figure.

    `more` are those beyond ORIGINS; there are none where the question changed since it was compared.
    """

    asked: Asked
    support: int
    origins: tuple[Origin, ...]
    more: int


def provenance(review: Review, row_id: int) -> Provenance | None:
    """Give where the figures of a figure's question come from; None for one that stands in none."""
    asked = asked_of(review, row_id)
    if asked is None:
        return None
    if not asked.worked_out:
        return Provenance(asked, 0, (), 0)
    with explained(review.path):
        found = review.connection.execute(
            "SELECT figure_id, origin, support FROM comparisons WHERE question_id = ? ORDER BY origin, figure_id",
            (asked.row_id,),
        ).fetchall()
    groups: dict[int, list[int]] = defaultdict(list)
    support = 0
    for figure, origin, backing in found:
        groups[origin].append(figure)
        support = backing if figure == row_id else support
    ordered = sorted(groups.values(), key=lambda some: row_id not in some)
    shown = ordered[:ORIGINS]
    ids = [figure for some in shown for figure in _few(some, row_id)]
    rivals = {rival.row.row_id: rival for rival in with_more(review, row_id, ids, complete=True).figures}
    with explained(review.path):
        stories = _stories(review.connection, sorted({rival.row.document_id for rival in rivals.values()}))
    origins = tuple(
        Origin(
            _tellers([rivals[one] for one in _few(some, row_id)], stories),
            len(some) - len(_few(some, row_id)),
            row_id in some,
        )
        for some in shown
    )
    return Provenance(asked, support, origins, len(ordered) - len(shown))


def _few(some: Sequence[int], row_id: int) -> list[int]:
    """Give the first of some figures, and the one that is asked about if it is among them."""
    few = list(some[:TELLERS])
    return few if row_id not in some or row_id in few else [*few[:-1], row_id]


def _stories(connection: sqlite3.Connection, documents: Sequence[int]) -> dict[int, int]:
    found = connection.execute(
        "SELECT document_id, story FROM compared WHERE document_id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(documents)),),
    )
    return dict(found.fetchall())


def _tellers(some: Sequence[Rival], stories: dict[int, int]) -> tuple[Teller, ...]:
    ordered = sorted(some, key=lambda rival: (rival.published is None, rival.published or "", rival.row.row_id))
    return tuple(_teller(rival, ordered[:place], stories) for place, rival in enumerate(ordered))


def _teller(rival: Rival, before: Sequence[Rival], stories: dict[int, int]) -> Teller:
    if not before:
        return Teller(rival, "first")
    row, named, story = rival.row, (rival.row.attribution or "").casefold(), stories.get(rival.row.document_id)
    elsewhere = [other.row for other in before if other.row.document_id != row.document_id]
    for other in elsewhere:
        if story is not None and stories.get(other.document_id) == story:
            return Teller(rival, "copy", other.publisher)
    for other in elsewhere:
        if named and other.publisher.casefold() in named:
            return Teller(rival, "taken", other.publisher)
    if any(_one_speaker(named, (other.attribution or "").casefold()) for other in elsewhere):
        return Teller(rival, "speaker")
    return Teller(rival, "again" if len(elsewhere) < len(before) else "shared")


def _one_speaker(name: str, other: str) -> bool:
    return bool(name and other) and (name in other or other in name)
