"""A copy of a damaged file to work on, with what a killed program left beside it."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from db.errors import Busy

_JOURNAL_MAGIC = bytes.fromhex("d9d505f920a163d7")
#: The first four bytes of a WAL file, but for the lowest bit (https://www.sqlite.org/fileformat.html, "WAL Header").
_WAL_MAGIC = bytes.fromhex("377f0682")
#: Where SQLite locks a file (https://www.sqlite.org/lockingv3.html): a page that holds nothing.
_LOCK_BYTE, _LOCK_LENGTH = 0x40000000, 512


def check_free(path: Path) -> None:
    """Raise Busy where another program writes to the file, as far as the system can tell."""
    try:
        import fcntl
    except ImportError:  # not on Windows, where such a file cannot be read either
        return
    with path.open("rb") as file:
        try:
            fcntl.lockf(file, fcntl.LOCK_SH | fcntl.LOCK_NB, _LOCK_LENGTH, _LOCK_BYTE)
        except OSError:
            raise Busy(f"{path} is in use by another program: end that first, then salvage") from None


def copied(path: Path, folder: Path) -> tuple[Path, str | None]:
    """Give a copy of the file in a folder, and in one line what stood beside the file and is lost.

    A rollback journal goes with the copy; what is in a WAL file is put into the copy, as far as it can be.
    """
    copy = folder / "damaged.db"
    shutil.copyfile(path, copy)
    _take_along(path, copy, "-journal", (_JOURNAL_MAGIC,))
    wal = _take_along(path, copy, "-wal", (_WAL_MAGIC, _WAL_MAGIC[:-1] + b"\x83"))
    if wal is None:
        return copy, None
    try:
        with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
            busy, pages, moved = connection.execute("PRAGMA wal_checkpoint(FULL)").fetchone()
        # None at all means that not even the first of them is whole.
        taken = not busy and 0 < pages == moved
    except sqlite3.Error:
        taken = False
    for ending in ("-wal", "-shm"):
        Path(f"{copy}{ending}").unlink(missing_ok=True)
    return copy, None if taken else f"what stands in {path.name}-wal beside the file could not be read"


def _take_along(path: Path, copy: Path, ending: str, magics: tuple[bytes, ...]) -> Path | None:
    beside = Path(f"{path.resolve()}{ending}")
    if not beside.is_file():
        return None
    with beside.open("rb") as file:
        if not file.read(len(magics[0])).startswith(magics):
            return None
    return Path(shutil.copyfile(beside, f"{copy}{ending}"))
