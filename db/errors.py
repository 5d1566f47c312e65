"""What can go wrong with a review file, each said in one line for a person."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from seeds.visible import visible


class ReviewError(Exception):
    """A review could not do what was asked; str() is one line: what happened, to what, what to do."""

    def __init__(self, message: str):
        # File names and links are foreign text too: a line feed in one must not make two lines.
        super().__init__(visible(message))


class CannotOpen(ReviewError):
    """The file is missing, is no review, is damaged, or comes from a newer figcheck."""


class Damaged(CannotOpen):
    """The file was a review once, and cannot be read as one; some of it may be salvaged."""


class Busy(ReviewError):
    """Another program holds the file; the same call may succeed a moment later."""


class CannotWrite(ReviewError):
    """The disk is full, or the file or its folder is read-only; nothing was changed."""


class BadDecision(ReviewError):
    """A verdict, reason, note, link or reviewer name that is not accepted; nothing was changed."""


class UnknownFigure(ReviewError):
    """No figure of this review has that id."""


class AmbiguousFigure(ReviewError):
    """More than one figure's id starts like this."""


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite and the system say while the block runs into a ReviewError about the file at path."""
    try:
        yield
    except sqlite3.Error as error:
        raise _explain(path, error) from error
    except OSError as error:
        raise CannotWrite(f"{path}: {error.strerror or error}") from error


def _explain(path: Path, error: sqlite3.Error) -> ReviewError:
    code = getattr(error, "sqlite_errorcode", None)
    # The low byte is the primary code; the rest tells variants apart.
    primary = code & 0xFF if code is not None else None
    if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return Busy(f"{path} is in use by another program: try again when it is done")
    if primary == sqlite3.SQLITE_FULL:
        return CannotWrite(f"{path}: the disk is full, nothing was changed: make room and try again")
    if primary == sqlite3.SQLITE_READONLY:
        return CannotWrite(f"{path} is read-only, nothing was changed: make the file and its folder writable")
    if primary == sqlite3.SQLITE_IOERR:
        return CannotWrite(f"{path}: reading or writing the disk failed ({error}): check the disk and try again")
    if primary == sqlite3.SQLITE_CANTOPEN:
        return CannotOpen(f"{path} cannot be opened: check that it exists and that its folder is writable")
    if primary in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return Damaged(f"{path} is damaged ({error}): keep it and go on from a copy")
    return ReviewError(f"{path}: {error}")
