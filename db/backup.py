"""Backups: a whole and sound copy of a review, taken while it is open elsewhere."""

import sqlite3
from contextlib import closing
from pathlib import Path

from db.copying import PATIENCE, OnPages, copy_into
from db.errors import CannotWrite, Damaged, explained
from db.files import placed
from db.header import check_folder
from db.review import Review


def back_up(review: Review, out: Path, *, on_pages: OnPages | None = None, patience: float = PATIENCE) -> None:
    """Write a copy of an open review to the file `out`, checked, and whole or not at all.

    Raises CannotWrite, leaving what is there as it is, where `out` exists or cannot be written; Busy where another
    program holds the review for longer than `patience` seconds; Damaged where the review is damaged.
    """
    if out.is_dir():
        raise CannotWrite(f"{out} is a folder: give the name of a file")
    try:
        if out.exists() or out.is_symlink():
            raise FileExistsError
        check_folder(out)
        with placed(out) as temporary:
            with explained(review.path):
                copy_into(review.connection, review.path, temporary, on_pages=on_pages, patience=patience)
            _check(temporary, review.path)
    except FileExistsError:
        raise CannotWrite(f"{out} exists already and is left as it is: give another name") from None
    except (OSError, ValueError) as error:
        raise CannotWrite(f"{out} cannot be written: {getattr(error, 'strerror', None) or error}") from error


def _check(copy: Path, path: Path) -> None:
    """Raise Damaged unless a copy is sound; it is as sound as what it was made of."""
    with closing(sqlite3.connect(copy.resolve().as_uri() + "?mode=ro", uri=True)) as connection:
        try:
            (said,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
        except sqlite3.DatabaseError as error:
            said = str(error)
    if said != "ok":
        raise Damaged(f"{path} is damaged, and was not copied: figcheck check {path} says what is wrong")
