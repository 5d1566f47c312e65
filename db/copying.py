"""Copying a review through SQLite, while other programs may have it open."""

import os
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from db import opening
from db.errors import Busy, CannotOpen, CannotWrite, ReviewError, explained
from db.header import check_review

#: How long a copy waits for another program that holds the file, in seconds.
PATIENCE = 10.0
#: So many pages are copied between two chances for others to write.
PAGES = 2048
#: Every change by another program starts a copy anew; after so many starts it keeps them out until it is done.
STARTS = 3

#: What SQLite puts beside a file while it writes. The third, -shm, is made anew from -wal.
JOURNALS = ("-journal", "-wal")

#: Told how many pages are left, and how many there are.
OnPages = Callable[[int, int], None]


class _Outrun(Exception):
    """Others write faster than the copy gets done."""


def copy_into(
    source: sqlite3.Connection,
    path: Path,
    target: Path,
    *,
    on_pages: OnPages | None = None,
    patience: float = PATIENCE,
) -> None:
    """Copy what a connection has open, the review at `path`, into a file at `target` that is not there yet.

    Raises Busy where another program holds the file for longer than `patience` seconds, CannotWrite where the copy
    cannot be written; the file at `target` is then not whole.
    """
    try:
        _copy(source, target, PAGES, _Watch(path, on_pages, patience, STARTS))
    except _Outrun:
        _copy(source, target, -1, _Watch(path, on_pages, patience, None))


@contextmanager
def snapshot(path: Path) -> Iterator[Path]:
    """Give a copy of the review at path, of the newest schema, in a temporary folder that goes with the block.

    The review itself is only read, and nothing is left beside it. Raises ReviewError where it is none, or is damaged
    so that SQLite cannot copy it.
    """
    with tempfile.TemporaryDirectory(prefix="figcheck-") as folder:
        copy = Path(folder) / "copy.db"
        if opening.is_open_here(path) or not _unfinished(path):
            _copy_by_sqlite(path, copy)
        else:
            _copy_with_journals(path, copy)
        try:
            opening.disconnect(opening.connect(copy))
        except ReviewError as error:
            raise type(error)(str(error).replace(str(copy), str(path))) from error
        yield copy


def _copy_by_sqlite(path: Path, copy: Path) -> None:
    source = opening.connect_to_read(path)
    try:
        with explained(path):
            copy_into(source, path, copy)
    finally:
        opening.disconnect(source)


def _unfinished(path: Path) -> bool:
    """Tell whether reading the review could make SQLite write beside it: it is in WAL mode, or has a journal.

    A journal may be left of a program that was cut off: then it has to be played back before anybody can read.
    """
    header = check_review(path, to_write=False)
    return header.in_wal_mode or any(_beside(path, ending).exists() for ending in JOURNALS)


def _copy_with_journals(path: Path, copy: Path) -> None:
    """Copy a review with its journals, byte for byte and at one moment; SQLite then plays them back in the copy.

    Raises Busy where another program keeps writing to it.
    """
    deadline = time.monotonic() + PATIENCE
    while True:
        before = _states(path)
        try:
            for ending in ("", *JOURNALS):
                target = _beside(copy, ending)
                target.unlink(missing_ok=True)
                with suppress(FileNotFoundError):
                    shutil.copyfile(_beside(path, ending), target)
        except OSError as error:
            raise CannotOpen(f"{path} cannot be read: {error.strerror or error}") from error
        if _states(path) == before:
            return
        if time.monotonic() > deadline:
            raise Busy(f"{path} is in use by another program: try again when it is done")
        time.sleep(0.05)


def _states(path: Path) -> list[tuple[int, int, int] | None]:
    """Give what tells whether a review or one of its journals was written to."""
    states: list[tuple[int, int, int] | None] = []
    for ending in ("", *JOURNALS):
        try:
            status = os.stat(_beside(path, ending))
        except FileNotFoundError:
            states.append(None)
        else:
            states.append((status.st_ino, status.st_mtime_ns, status.st_size))
    return states


def _beside(path: Path, ending: str) -> Path:
    return Path(f"{path.resolve()}{ending}")


class _Watch:
    """Follows a copy, and stops one that waits for too long."""

    def __init__(self, path: Path, on_pages: OnPages | None, patience: float, starts: int | None):
        self._path = path
        self._on_pages = on_pages
        self._patience = patience
        self._starts = starts
        self._left: int | None = None
        self._moved = time.monotonic()

    def step(self, status: int, left: int, total: int) -> None:
        """Take note of what SQLite did."""
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            if time.monotonic() - self._moved > self._patience:
                raise Busy(f"{self._path} is in use by another program: try again when it is done")
            return
        self._moved = time.monotonic()
        if self._left is not None and left > self._left and self._starts is not None:
            self._starts -= 1
            if not self._starts:
                raise _Outrun
        self._left = left
        if self._on_pages is not None:
            self._on_pages(left, total)


def _copy(source: sqlite3.Connection, target: Path, pages: int, watch: _Watch) -> None:
    try:
        with closing(sqlite3.connect(target)) as copy:
            source.backup(copy, pages=pages, progress=watch.step, sleep=0.05)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY):
            raise CannotWrite(f"{target} cannot be written ({error}): make room and try again") from error
        raise
