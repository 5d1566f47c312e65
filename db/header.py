"""Telling a review from everything else by its first bytes, before SQLite opens it."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from db.errors import CannotOpen, CannotWrite, Damaged

#: "figc" as SQLite's application_id: what makes a database a review.
APPLICATION_ID = 0x66696763
#: The schema that this program writes, as SQLite's user_version.
SCHEMA_VERSION = 5

_MAGIC = b"SQLite format 3\0"
_LENGTH = 100


@dataclass(frozen=True, slots=True)
class Header:
    """What the first 100 bytes of a SQLite file say (https://www.sqlite.org/fileformat.html), and the file's size."""

    application_id: int
    user_version: int
    expected_size: int
    size: int
    in_wal_mode: bool


def check_review(path: Path, *, to_write: bool = True) -> Header:
    """Give the header of the review at path, or raise CannotOpen or CannotWrite with one line that says what it is.

    A file that cannot be written is refused only where it is `to_write`.
    The file is opened and closed with plain calls: never call this while SQLite has the file open in this process,
    since closing drops the locks SQLite holds on it.
    """
    check_kind(path)
    header = _whole_header(path)
    if header.application_id != APPLICATION_ID:
        raise CannotOpen(f"{path} is a database of another program, not a figcheck review")
    if header.user_version > SCHEMA_VERSION:
        raise newer(path, header.user_version)
    if header.user_version < 1:
        raise Damaged(f"{path} is damaged: it has no schema version")
    if to_write:
        check_writable(path)
    return header


def newer(path: Path, version: int) -> CannotOpen:
    """Give what to say of a review whose schema is newer than this program."""
    return CannotOpen(
        f"{path} was made by a newer figcheck (schema {version}, this one knows {SCHEMA_VERSION}): "
        "upgrade figcheck to open it"
    )


def check_kind(path: Path) -> None:
    """Raise CannotOpen unless path is a plain file with something in it."""
    try:
        status = path.stat()
    except FileNotFoundError:
        raise CannotOpen(f"{path} does not exist: figcheck add {path} INPUT... makes it") from None
    except (OSError, ValueError) as error:
        raise CannotOpen(f"{path} cannot be opened: {_why(error)}") from error
    if stat.S_ISDIR(status.st_mode):
        raise CannotOpen(f"{path} is a folder, not a review file")
    if not stat.S_ISREG(status.st_mode):
        raise CannotOpen(f"{path} is a device or a pipe, not a review file")
    if status.st_size == 0:
        raise CannotOpen(f"{path} is an empty file, not a review: delete it, or give another name")


def check_folder(path: Path) -> None:
    """Raise CannotWrite unless a file can be made at path."""
    folder = path.parent
    if not folder.is_dir():
        raise CannotWrite(f"{path} cannot be made: there is no folder {folder}")
    if not _writable(folder):
        raise CannotWrite(f"{path} cannot be made: the folder {folder} is read-only")


def check_writable(path: Path) -> None:
    """Raise CannotWrite unless the file and its folder can be written; SQLite keeps its journal in the folder."""
    if not _writable(path):
        raise CannotWrite(f"{path} is read-only: make it writable, or work on a copy")
    if not _writable(path.resolve().parent):
        raise CannotWrite(f"{path} is in a read-only folder: make the folder writable, or work on a copy")


def _whole_header(path: Path) -> Header:
    # Another program may be in the middle of a commit: page 1 is written before the pages at the end. Then there is a
    # journal, and SQLite will wait, roll back or go on; without one, a second look tells a finished commit from a cut
    # file.
    journals = [Path(f"{path.resolve()}{ending}") for ending in ("-journal", "-wal")]
    for _ in range(2):
        header = _read_header(path)
        if header.size >= header.expected_size or any(journal.exists() for journal in journals):
            return header
    raise Damaged(
        f"{path} is cut short ({header.size} of {header.expected_size} bytes): copy it again from where it came"
    )


def _read_header(path: Path) -> Header:
    try:
        with path.open("rb") as file:
            data = file.read(_LENGTH)
            size = os.fstat(file.fileno()).st_size
    except OSError as error:
        raise CannotOpen(f"{path} cannot be read: {_why(error)}") from error
    if not data.startswith(_MAGIC):
        if _MAGIC.startswith(data):
            raise Damaged(f"{path} is cut short ({size} bytes): copy it again from where it came")
        raise CannotOpen(f"{path} is not a figcheck review, and no database at all")
    if len(data) < _LENGTH:
        raise Damaged(f"{path} is cut short ({size} bytes): copy it again from where it came")
    page_size = int.from_bytes(data[16:18], "big")
    pages = int.from_bytes(data[28:32], "big")
    # The page count is only valid where the change counter agrees with the version it was written for.
    valid = data[24:28] == data[92:96]
    return Header(
        application_id=int.from_bytes(data[68:72], "big"),
        user_version=int.from_bytes(data[60:64], "big"),
        expected_size=(65536 if page_size == 1 else page_size) * (pages if valid else 1),
        size=size,
        in_wal_mode=data[18] == 2 or data[19] == 2,
    )


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _why(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
