"""Opening, making and closing review files."""

import os
import sqlite3
import threading
from collections import Counter
from pathlib import Path

from db import header
from db.errors import CannotOpen, CannotWrite, ReviewError, explained
from db.files import placed

#: How long a write waits for another program that holds the file, in seconds.
BUSY_TIMEOUT = 5.0

#: STRICT tables came with this SQLite.
_OLDEST_SQLITE = (3, 37, 0)

# Files that SQLite has open in this process, by device and inode: their headers must not be read with plain calls.
_open_files: Counter[tuple[int, int]] = Counter()
_open_lock = threading.Lock()


class _Connection(sqlite3.Connection):
    """A connection that knows which file it holds."""

    file_id: tuple[int, int] | None = None


def connect(path: Path, *, create: bool = False) -> sqlite3.Connection:
    """Open the review at path, bringing an older schema up to date; with `create`, make it if there is none.

    Raises ReviewError with one line for a person, and leaves a file that is no review byte for byte as it was.
    """
    if sqlite3.sqlite_version_info < _OLDEST_SQLITE:
        raise ReviewError(f"figcheck needs SQLite 3.37 or newer; this Python has {sqlite3.sqlite_version}")
    if create and not _there(path):
        _make(path)
    with _open_lock:
        file_id = _file_id(path)
        if not _open_files[file_id]:
            header.check_review(path)
        with explained(path):
            connection = _plain_connection(path)
            connection.file_id = file_id
            _open_files[file_id] += 1
    try:
        with explained(path):
            _prepare(path, connection)
    except BaseException:
        disconnect(connection)
        raise
    return connection


def disconnect(connection: sqlite3.Connection) -> None:
    """Close a connection; closing twice is allowed."""
    connection.close()
    if isinstance(connection, _Connection) and connection.file_id is not None:
        with _open_lock:
            _open_files[connection.file_id] -= 1
        connection.file_id = None


def _there(path: Path) -> bool:
    try:
        path.lstat()
    except FileNotFoundError:
        return False
    except (OSError, ValueError) as error:
        raise CannotOpen(f"{path} cannot be opened: {error}") from error
    return True


def _file_id(path: Path) -> tuple[int, int]:
    header.check_kind(path)
    status = os.stat(path)
    return status.st_dev, status.st_ino


def _plain_connection(path: Path) -> "_Connection":
    # mode=rw: SQLite must never make a file here, even if this one vanished a moment ago.
    return sqlite3.connect(
        path.resolve().as_uri() + "?mode=rw",
        uri=True,
        timeout=BUSY_TIMEOUT,
        isolation_level=None,
        check_same_thread=False,
        factory=_Connection,
    )


def _prepare(path: Path, connection: sqlite3.Connection) -> None:
    _set_up(connection)
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if application != header.APPLICATION_ID:
        raise CannotOpen(f"{path} is a database of another program, not a figcheck review")
    if version < header.SCHEMA_VERSION:
        from db.schema import migrate

        migrate(connection)


def _set_up(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    # A lone copied file must be whole, and an acknowledged verdict must survive a power cut: DELETE with EXTRA.
    connection.execute("PRAGMA synchronous = EXTRA")
    if connection.execute("PRAGMA journal_mode").fetchone()[0] != "delete":
        connection.execute("PRAGMA journal_mode = DELETE")


def _make(path: Path) -> None:
    """Make a review at path, whole or not at all: it grows under another name and is put in place when done."""
    from db.schema import migrate

    header.check_folder(path)
    try:
        with placed(path) as temporary, explained(path):
            connection = sqlite3.connect(temporary, isolation_level=None)
            try:
                _set_up(connection)
                migrate(connection)
            finally:
                connection.close()
    except FileExistsError:
        # Another program made it in the meantime: open that one.
        return
    except OSError as error:
        raise CannotWrite(f"{path} cannot be made: {error.strerror or error}") from error
