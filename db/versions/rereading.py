"""The stored texts read again by the present extractor; what a reviewer said of a figure stays as it was."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from db.errors import explained
from db.review import Review
from db.stored import StoredFigure, put_away, stored_document, stored_figures, write_figure
from db.storing import insert_figures
from db.transaction import writing
from db.versions.claims import same_number
from db.versions.model import Reread
from db.versions.spans import Spans
from figures import version
from figures.model import Figure
from seeds.document import Document

#: So many documents are read, then what is new of them stored in one transaction: others can write in between.
BATCH = 20

#: Told after each batch, in a few words.
OnProgress = Callable[[str], None]


@dataclass(slots=True)
class _Plan:
    """What reading a document again changes: figures to write, to put away and to add, and how many stay as judged."""

    write: list[tuple[int, Figure]] = field(default_factory=list)
    retire: list[int] = field(default_factory=list)
    add: list[Figure] = field(default_factory=list)
    kept: int = 0

    @property
    def empty(self) -> bool:
        """Whether nothing changes."""
        return not (self.write or self.retire or self.add)


@dataclass(frozen=True, slots=True)
class _Read:
    """A document and what the extractor finds in it."""

    document_id: int
    document: Document
    figures: Sequence[Figure]


def rescan(review: Review, *, on_progress: OnProgress | None = None) -> Reread:
    """Read every text of a review again, the newest version of each; a second time changes nothing.

    Figures are known again by where they stand. Those with something in the log stay, as they were judged; of the
    others those that are not found any more are put away. Raises ReviewError where the file cannot be read or written.
    """
    failed: list[str] = []
    plans: list[_Plan] = []
    with explained(review.path):
        found = review.connection.execute("SELECT id FROM documents WHERE superseded_by IS NULL ORDER BY id")
        ids = iter([row_id for (row_id,) in found.fetchall()])
        while batch := list(islice(ids, BATCH)):
            reads = list(_read(review.connection, batch, failed))
            plans.extend(_bring_up_to_date(review.connection, reads))
            if on_progress is not None:
                on_progress(f"{len(plans) + len(failed):,} texts read")
    return Reread(
        documents=len(plans),
        fresh=sum(len(plan.add) for plan in plans),
        revised=sum(len(plan.write) for plan in plans),
        retired=sum(len(plan.retire) for plan in plans),
        kept=sum(plan.kept for plan in plans),
        failed=tuple(failed),
    )


def _read(connection: sqlite3.Connection, ids: Sequence[int], failed: list[str]) -> Iterator[_Read]:
    from figures.extract import extract

    for document_id in ids:
        document = stored_document(connection, document_id)
        try:
            yield _Read(document_id, document, extract(document))
        except Exception as error:  # whatever one document does to the extractor, the others go on
            failed.append(
                f"{document.name}: its figures could not be extracted ({type(error).__name__}), it stays as it was"
            )


def _bring_up_to_date(connection: sqlite3.Connection, reads: Sequence[_Read]) -> list[_Plan]:
    """Store what is new of these documents; where nothing is, the file is not touched."""
    plans = [_plan(stored_figures(connection, read.document_id), read.figures) for read in reads]
    if all(plan.empty and _up_to_date(connection, read) for plan, read in zip(plans, reads, strict=True)):
        return plans
    with writing(connection):
        # Again: somebody may have judged a figure meanwhile.
        plans = [_plan(stored_figures(connection, read.document_id), read.figures) for read in reads]
        for plan, read in zip(plans, reads, strict=True):
            _apply(connection, plan, read)
    return plans


def _up_to_date(connection: sqlite3.Connection, read: _Read) -> bool:
    (read_by,) = connection.execute(
        "SELECT extractor_version FROM documents WHERE id = ?", (read.document_id,)
    ).fetchone()
    return bool(read_by == version.EXTRACTOR_VERSION)


def _apply(connection: sqlite3.Connection, plan: _Plan, read: _Read) -> None:
    for row_id, figure in plan.write:
        write_figure(connection, row_id, read.document_id, read.document.text, figure)
    put_away(connection, plan.retire, "retired")
    (uid,) = connection.execute("SELECT uid FROM documents WHERE id = ?", (read.document_id,)).fetchone()
    insert_figures(connection, read.document_id, uid, read.document.text, plan.add)
    connection.execute(
        "UPDATE documents SET extractor_version = ? WHERE id = ? AND extractor_version <> ?",
        (version.EXTRACTOR_VERSION, read.document_id, version.EXTRACTOR_VERSION),
    )


def _plan(stored: Sequence[StoredFigure], found: Sequence[Figure]) -> _Plan:
    """Work out what changes: pure, and nothing the second time."""
    # One that was added and taken back is nobody's.
    known = [one for one in stored if one.origin == "extracted" or one.status != "retired"]
    pairs = _same_place(known, found)
    held = Spans((one.figure.start, one.figure.end) for one in known if one.judged and one.status == "live")
    plan = _Plan()
    for index, one in enumerate(known):
        other = found[pairs[index]] if index in pairs else None
        if one.judged or one.origin == "added":
            judged = None if other is None or one.origin == "added" else _as_judged(one.figure, other)
            plan.kept += judged is None and one.origin == "extracted"
            if judged is not None and (judged != one.figure or one.status != "live"):
                plan.write.append((one.row_id, judged))
        elif other is None:
            plan.retire.extend([one.row_id] if one.status != "retired" else [])
        elif one.status != "live":
            # One that made room for a judged figure does not come back beside it.
            if not held.touching(other.start, other.end):
                plan.write.append((one.row_id, other))
        elif other != one.figure:
            plan.write.append((one.row_id, other))
    taken = set(pairs.values())
    for index, figure in enumerate(found):
        if index not in taken and not held.touching(figure.start, figure.end):
            plan.add.append(figure)
    return plan


def _as_judged(one: Figure, other: Figure) -> Figure | None:
    """Give a judged figure with what the extractor says of it now; None where that is not what was judged."""
    if not same_number(one, other):
        return None
    return replace(other, checkable=True, why_not=None) if one.checkable else other


def _same_place(known: Sequence[StoredFigure], found: Sequence[Figure]) -> dict[int, int]:
    """Give which known figure is which found one: at the same span, else the same number about the same place."""
    at = {(figure.start, figure.end): index for index, figure in enumerate(found)}
    pairs: dict[int, int] = {}
    # Of several rows at one span, the one that is in use.
    for index in sorted(range(len(known)), key=lambda index: known[index].status == "retired"):
        span = known[index].figure.start, known[index].figure.end
        if span in at:
            pairs[index] = at.pop(span)
    left = Spans(at)
    for index, one in enumerate(known):
        if index in pairs or one.judged or one.status == "retired":
            continue
        near = [span for span in left.touching(one.figure.start, one.figure.end) if span in at]
        same = [span for span in near if _same_value(one.figure, found[at[span]])]
        if len(same) == 1:
            pairs[index] = at.pop(same[0])
    return pairs


def _same_value(one: Figure, other: Figure) -> bool:
    return one.low is not None and (one.low, one.high) == (other.low, other.high)
