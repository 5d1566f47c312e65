"""A document's new version: figures that stand are carried over, the others kept where they were judged."""

import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from db.errors import explained
from db.identity import uid_of
from db.review import Review
from db.stored import Ground, StoredFigure, put_away, stored_document, stored_figures, write_figure
from db.storing import insert_document, insert_figures
from db.transaction import writing
from db.versions.claims import same_number
from db.versions.earlier import Earlier, find_earlier
from db.versions.matching import Matches, Place, match
from db.versions.model import Updated
from db.versions.spans import Spans
from figures.model import Figure
from seeds.document import Document


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What became of the old figures and what is left of the new ones, by their indexes."""

    old: Sequence[StoredFigure]
    figures: Sequence[Figure]
    standing: set[int]
    changed: dict[int, int]
    rest: list[int]


def update(review: Review, document: Document, figures: Sequence[Figure]) -> Updated | None:
    """Store a document and its figures as the new version of one that is in the review, in one transaction.

    Figures that stand keep their ids, and with them verdicts, notes, evidence and tags. None, with nothing changed,
    if there is no earlier version or this very text is there.
    """
    with explained(review.path), writing(review.connection):
        uid = uid_of(document)
        if review.connection.execute("SELECT 1 FROM documents WHERE uid = ?", (uid,)).fetchone() is not None:
            return None
        earlier = find_earlier(review.connection, document)
        return None if earlier is None else _update(review.connection, earlier, uid, document, figures)


def _update(
    connection: sqlite3.Connection, earlier: Earlier, uid: str, document: Document, figures: Sequence[Figure]
) -> Updated:
    old_text = stored_document(connection, earlier.document_id).text
    old = [stored for stored in stored_figures(connection, earlier.document_id) if stored.status == "live"]
    matches = match(old_text, [stored.figure for stored in old], document.text, figures)
    version = earlier.version + 1
    document_id = insert_document(connection, uid, document, version=version)
    connection.execute("UPDATE documents SET superseded_by = ? WHERE id = ?", (document_id, earlier.document_id))
    ground = Ground(document)
    standing: set[int] = set()
    for index, place in matches.places.items():
        found = None if place.index is None else figures[place.index]
        # What the extractor finds no more, and nobody judged, goes like any other.
        if found is not None or old[index].judged:
            carried = _carried(old[index], found, place, ground)
            write_figure(connection, old[index].row_id, document_id, document.text, carried)
            standing.add(index)
    gone = [stored for index, stored in enumerate(old) if index not in standing]
    for status, judged in (("orphaned", True), ("retired", False)):
        put_away(connection, [stored.row_id for stored in gone if stored.judged is judged], status)
    rest = _fresh(figures, matches, standing)
    row_ids = insert_figures(connection, document_id, uid, document.text, [figures[index] for index in rest])
    rows = dict(zip(rest, row_ids, strict=True))
    changed = {one: other for one, other in matches.changed.items() if other in rows}
    connection.executemany(
        "UPDATE figures SET changed_from = ? WHERE id = ?",
        [(old[one].row_id, rows[other]) for one, other in changed.items()],
    )
    outcome = _Outcome(old, figures, standing, changed, rest)
    return _report(outcome, matches, document.name, document_id, version)


def _carried(stored: StoredFigure, found: Figure | None, place: Place, ground: Ground) -> Figure:
    """Give a figure as it stands in the new version.

    One that was judged keeps the values it was judged by, unless the extractor says the same number of it; one that
    nobody judged is what the extractor says.
    """
    if found is None:
        return ground.placed(stored.figure, place.start, place.end)
    if not stored.judged:
        return found
    same = stored.origin == "extracted" and same_number(stored.figure, found)
    if same and found.checkable >= stored.figure.checkable:
        return found
    return replace(
        stored.figure,
        item=found.item,
        zone=found.zone,
        start=found.start,
        end=found.end,
        text=found.text,
        sentence_start=found.sentence_start,
        sentence_end=found.sentence_end,
        prefix=found.prefix,
        suffix=found.suffix,
    )


def _fresh(figures: Sequence[Figure], matches: Matches, standing: Collection[int]) -> list[int]:
    """Give the figures that are new, but for what overlaps a judged one: its place is taken."""
    known = {place.index for place in matches.places.values()}
    places = (place for index, place in matches.places.items() if place.index is None and index in standing)
    held = Spans((place.start, place.end) for place in places)
    return [
        index
        for index, figure in enumerate(figures)
        if index not in known and not held.touching(figure.start, figure.end)
    ]


def _report(outcome: _Outcome, matches: Matches, name: str, document_id: int, version: int) -> Updated:
    """Count what became of the figures to check."""
    old, figures = outcome.old, outcome.figures
    before = {index for index, stored in enumerate(old) if stored.figure.checkable}
    carried = before & outcome.standing
    changed = {one for one, other in outcome.changed.items() if one in before or figures[other].checkable}
    gone = before - carried - changed
    instead = {outcome.changed[index] for index in changed}
    return Updated(
        name=name,
        document_id=document_id,
        version=version,
        carried=len(carried),
        moved=sum(matches.places[index].moved for index in carried),
        changed=len(changed),
        orphaned=sum(old[index].judged for index in gone),
        retired=sum(not old[index].judged for index in gone),
        reworded=sum(matches.places[index].reworded for index in carried),
        fresh=sum(figures[index].checkable and index not in instead for index in outcome.rest),
    )
