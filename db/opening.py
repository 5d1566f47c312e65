"""Opening, making and closing review files."""

import os
import sqlite3
import threading
from collections import Counter
from pathlib import Path
from typing import Literal

from db import header
from db.errors import CannotOpen, CannotWrite, Damaged, ReviewError, explained

#: How long a write waits for another program that holds the file, in seconds.
BUSY_TIMEOUT = 5.0

#: How much of the file SQLite keeps in memory, in KiB: enough for the upper pages of every index of a large review.
CACHE_KIB = 16_384
#: As much as one needs who looks at a screenful at a time.
LEAN_CACHE_KIB = 4096

# What a review cannot do without; the rest can be made again (figcheck check --repair).
_TABLES = frozenset(("documents", "items", "zones", "figures", "reviewers", "events"))

#: STRICT tables came with this SQLite.
_OLDEST_SQLITE = (3, 37, 0)

# Files that SQLite has open in this process, by device and inode: their headers must not be read with plain calls.
_open_files: Counter[tuple[int, int]] = Counter()
_open_lock = threading.Lock()


# For a value that is no number or text sqlite3 looks for a way to store it, None included: in a table, at the protocol,
# at the value. Found in the table at once, as None again, the many empty columns of a figure cost a tenth less of
# storing it.
sqlite3.register_adapter(type(None), dict[None, None]().get)


class _Connection(sqlite3.Connection):
    """A connection that knows which file it holds."""

    file_id: tuple[int, int] | None = None


def connect(path: Path, *, create: bool = False, lean: bool = False) -> sqlite3.Connection:
    """Open the review at path, bringing an older schema up to date; with `create`, make it if there is none.

    `lean` keeps little of the file in memory.

    Raises ReviewError with one line for a person, and leaves a file that is no review byte for byte as it was.
    """
    if sqlite3.sqlite_version_info < _OLDEST_SQLITE:
        raise ReviewError(f"figcheck needs SQLite 3.37 or newer; this Python has {sqlite3.sqlite_version}")
    if create and not _there(path):
        _make(path)
    connection = _checked_connection(path, "rw")
    try:
        with explained(path):
            _prepare(path, connection)
            if lean:
                connection.execute(f"PRAGMA cache_size = -{LEAN_CACHE_KIB}")
    except BaseException:
        disconnect(connection)
        raise
    return connection


def connect_to_read(path: Path) -> sqlite3.Connection:
    """Open the review at path, of whatever schema up to the newest, for reading only: not a byte of it can change.

    Raises ReviewError as connect does, but for files that cannot be written.
    """
    return _checked_connection(path, "ro")


def disconnect(connection: sqlite3.Connection) -> None:
    """Close a connection; closing twice is allowed."""
    connection.close()
    if isinstance(connection, _Connection) and connection.file_id is not None:
        with _open_lock:
            _open_files[connection.file_id] -= 1
        connection.file_id = None


def is_open_here(path: Path) -> bool:
    """Tell whether this process has the review at path open: then it must not be opened by plain calls.

    Raises CannotOpen where there is no file.
    """
    with _open_lock:
        return bool(_open_files[_file_id(path)])


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


def _checked_connection(path: Path, mode: Literal["ro", "rw"]) -> "_Connection":
    with _open_lock:
        file_id = _file_id(path)
        if not _open_files[file_id]:
            header.check_review(path, to_write=mode == "rw")
        with explained(path):
            connection = _plain_connection(path, mode)
            connection.file_id = file_id
            _open_files[file_id] += 1
    return connection


def _plain_connection(path: Path, mode: Literal["ro", "rw"]) -> "_Connection":
    # Never the default mode: SQLite must not make a file here, even if this one vanished a moment ago.
    return sqlite3.connect(
        f"{path.resolve().as_uri()}?mode={mode}",
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
    if version > header.SCHEMA_VERSION:
        raise header.newer(path, version)
    if version < header.SCHEMA_VERSION:
        from db.old_copy import keep_copy
        from db.schema import migrate

        migrate(connection, lambda old: keep_copy(path.resolve(), old))
    found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    missing = _TABLES.difference(name for (name,) in found)
    if missing:
        raise Damaged(f"{path} is damaged: it has no table {min(missing)}: keep it and go on from a copy")


def _set_up(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    # A lone copied file must be whole, and an acknowledged verdict must survive a power cut: DELETE with EXTRA.
    connection.execute("PRAGMA synchronous = EXTRA")
    connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
    if connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal":
        _leave_wal(connection)


def _leave_wal(connection: sqlite3.Connection) -> None:
    """Turn a file that some other tool put into WAL mode back, unless it is open there: then it stays as it is."""
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        connection.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise
    finally:
        connection.execute(f"PRAGMA busy_timeout = {round(BUSY_TIMEOUT * 1000)}")


def _make(path: Path) -> None:
    """Make a review at path, whole or not at all: it grows under another name and is put in place when done."""
    from db.files import placed
    from db.schema import create

    header.check_folder(path)
    try:
        with placed(path) as temporary, explained(path):
            connection = sqlite3.connect(temporary, isolation_level=None)
            try:
                _set_up(connection)
                create(connection)
            finally:
                connection.close()
    except FileExistsError:
        # Another program made it in the meantime: open that one.
        return
    except OSError as error:
        raise CannotWrite(f"{path} cannot be made: {error.strerror or error}") from error
