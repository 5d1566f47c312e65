"""Figures that count the same sort of thing, to be laid side by side: those with one's head noun, kind and unit."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from db.alike import head, match_head
from db.errors import explained
from db.model import QueueRow
from db.reading import rows as read_rows
from db.review import Review
from db.values import iso_interval
from db.views import figure as read_figure
from figures.model import Figure
from figures.record import parse_number

#: So many figures either side of one are laid beside it, in the order of intake: more than anybody compares.
MOST = 60
#: So many whose noun holds the word are looked at either side to find them, this many at a time.
LOOKED_AT, _BATCH = 2000, 250


@dataclass(frozen=True, slots=True)
class Rival:
    """One of several figures: its line of the queue, what happened to the things, and when its item was published.

    `when` is the interval that its as-of means, ISO dates; None where that is not known.
    """

    row: QueueRow
    predicate: str | None
    published: str | None
    when: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Rivals:
    """The figure `row_id` and its rivals, in the order of intake.

    `noun` is the head noun they share, "" where the figure has none and so stands alone. Not `complete` where the
    review may have more of them.
    """

    row_id: int
    noun: str
    figures: tuple[Rival, ...]
    complete: bool

    @property
    def own(self) -> Rival | None:
        """The figure itself."""
        return next((rival for rival in self.figures if rival.row.row_id == self.row_id), None)


@dataclass(frozen=True, slots=True)
class Kin:
    """A figure of another document that counts the same sort of thing; `equal` if its number is the same too."""

    row_id: int
    document_id: int
    equal: bool


def rivals(review: Review, row_id: int, *, most: int = MOST) -> Rivals:
    """Give the figures of the queue that share a figure's head noun, kind and unit, with it; raises UnknownFigure.

    At most `most` before it and behind it in the order of intake, all of them as corrected.
    """
    with explained(review.path):
        connection = review.connection
        figure = read_figure(connection, row_id).figure
        noun = head(figure.noun) if figure.noun else ""
        sides = [_found(connection, figure, row_id, most, back=back) for back in (True, False)] if noun else []
        ids = {row_id, *(_corrected(connection, most) if noun else ())}
        ids |= {found.row_id for side in sides for found in side.found}
    wanted = (figure.kind, figure.unit, noun)
    told = with_more(review, row_id, sorted(ids), complete=all(side.complete for side in sides))
    figures = [rival for rival in told.figures if rival.row.row_id == row_id or _kind(rival.row) == wanted]
    return Rivals(row_id, noun, tuple(figures), told.complete)


def with_more(review: Review, row_id: int, ids: Sequence[int], *, complete: bool) -> Rivals:
    """Give these figures, in their order, as the rivals of one of them; `noun` is left empty."""
    with explained(review.path):
        more = _more(review.connection, ids)
    figures = (Rival(row, *more[row.row_id][:2], _when(row, *more[row.row_id][2:])) for row in review.rows(ids))
    return Rivals(row_id, "", tuple(figures), complete)


def _when(row: QueueRow, as_of: str | None, start: str | None, end: str | None) -> tuple[str, str] | None:
    """Give the interval of a figure's as-of, also of a corrected one where that is a date."""
    if row.as_of != as_of:
        start, end = iso_interval(row.as_of)
    return (start, end) if start and end else None


def kin(review: Review, row_id: int) -> list[Kin]:
    """Give the figures of the queue in other documents that share a figure's head noun, kind and unit.

    Those nearest in the order of intake where there are very many; raises UnknownFigure.
    """
    with explained(review.path):
        connection = review.connection
        view = read_figure(connection, row_id)
        figure = view.figure
        if not figure.noun:
            return []
        sides = [_found(connection, figure, row_id, LOOKED_AT, back=back) for back in (True, False)]
        corrected = _corrected(connection, LOOKED_AT)
        rows = read_rows(connection, corrected)
    wanted, number = (figure.kind, figure.unit, head(figure.noun)), (figure.low, figure.high)
    numbers = {
        found.row_id: (found.document_id, (parse_number(found.low), parse_number(found.high)))
        for side in sides
        for found in side.found
        if found.row_id not in corrected
    }
    numbers |= {row.row_id: (row.document_id, (row.low, row.high)) for row in rows if _kind(row) == wanted}
    return [
        Kin(other, document, equal=value == number)
        for other, (document, value) in sorted(numbers.items())
        if document != view.document_id
    ]


def _kind(row: QueueRow) -> tuple[str, str | None, str] | None:
    """Give what rivals have in common; None for what is not to be checked or has no noun."""
    return (row.kind, row.unit, head(row.noun)) if row.checkable and row.noun else None


@dataclass(frozen=True, slots=True)
class _Found:
    row_id: int
    noun: str | None
    document_id: int
    low: str | None
    high: str | None


@dataclass(frozen=True, slots=True)
class _Side:
    """What was found before a figure or behind it, nearest first, and whether that is all."""

    found: list[_Found]
    complete: bool


def _found(connection: sqlite3.Connection, figure: Figure, row_id: int, most: int, *, back: bool) -> _Side:
    """Find the nearest figures on one side that count the same as extracted."""
    noun = head(figure.noun or "")
    match = match_head(figure.noun or "")
    sign, order = ("<", "DESC") if back else (">", "ASC")
    sql = (
        "SELECT f.id, f.noun, f.document_id, f.low, f.high FROM figures_fts AS s "
        "CROSS JOIN figures AS f ON f.id = s.rowid "
        f"WHERE figures_fts MATCH ? AND s.rowid {sign} ? AND f.queued = 1 AND f.kind = ? AND f.unit IS ? "
        f"ORDER BY s.rowid {order} LIMIT {_BATCH}"
    )
    found: list[_Found] = []
    last = row_id
    for _ in range(0, LOOKED_AT if match else 0, _BATCH):
        # Whole batches: a half-read query would keep other programs from writing.
        batch = [_Found(*row) for row in connection.execute(sql, (match, last, figure.kind, figure.unit)).fetchall()]
        found += [other for other in batch if other.noun and head(other.noun) == noun]
        if len(found) > most:
            return _Side(found[:most], complete=False)
        if len(batch) < _BATCH:
            return _Side(found, complete=True)
        last = batch[-1].row_id
    return _Side(found, complete=not match)


def _corrected(connection: sqlite3.Connection, most: int) -> list[int]:
    """Give the figures of which something was put right last: the index has what was extracted."""
    found = connection.execute(
        "SELECT DISTINCT c.figure_id FROM corrections AS c JOIN figures AS f ON f.id = c.figure_id "
        "WHERE c.field IN ('noun', 'unit', 'low', 'high') AND f.queued = 1 ORDER BY c.corrected_at DESC LIMIT ?",
        (most,),
    ).fetchall()
    return [row_id for (row_id,) in found]


_More = tuple[str | None, str | None, str | None, str | None, str | None]


def _more(connection: sqlite3.Connection, ids: Sequence[int]) -> dict[int, _More]:
    """Give the predicate of each figure, when its item was published, and its as-of as extracted: words and ends."""
    found = connection.execute(
        "SELECT f.id, f.predicate, coalesce(i.published, CASE WHEN f.item = 0 THEN d.published END), "
        "f.as_of, f.as_of_start, f.as_of_end FROM figures AS f JOIN documents AS d ON d.id = f.document_id "
        "JOIN items AS i ON i.document_id = f.document_id AND i.number = f.item "
        "WHERE f.id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    ).fetchall()
    return {row_id: tuple(values) for row_id, *values in found}
