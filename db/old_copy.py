"""The copy that is kept of a review before its schema changes."""

import filecmp
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import count
from pathlib import Path

from db.files import placed


class _Same(Exception):
    """The copy is there already."""


def keep_copy(path: Path, version: int) -> Path:
    """Copy the review at path to a file beside it named with its version; give its path.

    The caller holds the write lock, so that nobody changes the file meanwhile, and has written nothing yet. A copy of
    the same content that is there already, from an attempt that was cut off, does for this one too; nothing is
    overwritten. Raises OSError or sqlite3.Error, leaving no half copy, where it cannot be written.
    """
    for name in _names(path, version):
        try:
            with placed(name) as temporary:
                _copy(path, temporary)
                if name.exists() and filecmp.cmp(temporary, name, shallow=False):
                    raise _Same
            return name
        except _Same:
            return name
        except FileExistsError:
            continue
    raise AssertionError("names never end")


def _copy(path: Path, target: Path) -> None:
    # By a connection of its own: SQLite copies nothing out of one that is in a transaction to write.
    with (
        closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as source,
        closing(sqlite3.connect(target, isolation_level=None)) as copy,
    ):
        source.backup(copy)


def _names(path: Path, version: int) -> Iterator[Path]:
    for number in count(1):
        more = "" if number == 1 else f"-{number}"
        yield path.with_name(f"{path.stem}.schema-{version}{more}{path.suffix}")
