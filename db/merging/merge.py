"""Taking in another copy: everything it has that is not here, and nothing of what is here overwritten."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from db.copying import snapshot
from db.counting import recount
from db.errors import Damaged, ReviewError, explained
from db.log.settle import settle, settle_actions
from db.log.tying import tie
from db.merging import documents, rows, versions
from db.review import Review
from db.transaction import writing


@dataclass(frozen=True, slots=True)
class Merged:
    """What came in: so many documents, figures and entries of the log, and whose entries.

    `unresolved` figures of this review are such that reviewers differ on. `clashes` are entries of the other copy that
    bear the id of one that is here and say something else: those here are kept. `refused` are entries that cannot be
    understood, as one whose time is none; they are left out.
    """

    documents: int
    figures: int
    events: int
    reviewers: tuple[str, ...]
    unresolved: int
    clashes: int
    refused: int = 0


def merge(review: Review, theirs: Path) -> Merged:
    """Take documents, figures and log of another copy into a review, in one transaction; the other is only read.

    The order in which copies are merged does not matter, and a copy merged twice adds nothing. Raises ReviewError,
    storing nothing, where `theirs` is no review, a newer, a damaged or another one, or this very file.
    """
    if theirs.exists() and theirs.samefile(review.path):
        raise ReviewError(f"{theirs} is the same file as {review.path}: give the other copy")
    with snapshot(theirs) as copy:
        _check_sound(copy, theirs)
        with explained(review.path), _attached(review.connection, copy):
            _check_related(review, theirs)
            with writing(review.connection):
                return _take(review.connection, theirs)


@contextmanager
def _attached(connection: sqlite3.Connection, copy: Path) -> Iterator[None]:
    connection.execute("ATTACH DATABASE ? AS theirs", (copy.resolve().as_uri() + "?mode=ro",))
    try:
        yield
    finally:
        connection.execute("DETACH DATABASE theirs")


def _check_sound(copy: Path, theirs: Path) -> None:
    connection = sqlite3.connect(copy)
    try:
        (said,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.DatabaseError as error:
        said = str(error)
    finally:
        connection.close()
    if said != "ok":
        raise Damaged(f"{theirs} is damaged: figcheck check {theirs} --salvage NEW, and merge what that makes")


def _check_related(review: Review, theirs: Path) -> None:
    common, here, there = review.connection.execute(
        "SELECT EXISTS (SELECT 1 FROM theirs.documents WHERE uid IN (SELECT uid FROM main.documents)), "
        "EXISTS (SELECT 1 FROM main.documents), EXISTS (SELECT 1 FROM theirs.documents)"
    ).fetchone()
    if here and there and not common:
        raise ReviewError(
            f"{theirs} is another review, it has no document in common with {review.path}: merge copies of one review"
        )


def _take(connection: sqlite3.Connection, theirs: Path) -> Merged:
    """Take everything in, inside a transaction."""
    ours_known, theirs_known = (documents.known(connection, schema) for schema in ("main", "theirs"))
    last_figure, last = rows.last_id(connection, "figures"), rows.last_id(connection, "events")
    taken = rows.take_documents(connection)
    rows.check_texts(connection, taken, theirs)
    documents.take_claims(connection)
    rows.take_figures(connection)
    rows.take_questions(connection, last_figure)
    clashes = rows.clashes(connection)
    tied = tie(connection)
    events, refused = rows.take_events(connection)
    reviewers = connection.execute(
        "SELECT DISTINCT r.name FROM events AS e JOIN reviewers AS r ON r.id = e.reviewer_id WHERE e.id > ? ORDER BY 1",
        (last,),
    ).fetchall()
    # What follows is counted on by triggers, from what came in.
    recount(connection)
    changed = versions.reconcile(connection, ours_known, theirs_known, last_figure, last)
    settle_actions(connection)
    settle(connection, [*rows.touched(connection, last, tied), *changed])
    rows.drop_empty_questions(connection)
    recount(connection)
    (figures,) = connection.execute("SELECT count(*) FROM figures WHERE id > ?", (last_figure,)).fetchone()
    (unresolved,) = connection.execute("SELECT value FROM counters WHERE name = 'unresolved'").fetchone()
    names = tuple(name for (name,) in reviewers)
    return Merged(len(taken), figures, events, names, unresolved, clashes, refused)
