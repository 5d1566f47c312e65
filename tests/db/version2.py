"""A review as version 2 of the schema had it: three texts, one of them edited, judged and compared."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

from db.schema import from_version_2, from_version_3


def make_version_2(path: Path) -> None:
    """Make the review at path."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.executescript(Path(__file__).with_name("version2.sql").read_text("utf-8"))
    connection.execute("PRAGMA application_id = 0x66696763")
    connection.execute("PRAGMA user_version = 2")
    connection.close()


def make_version_3(path: Path) -> None:
    """Make the same review at path as version 3 of the schema had it."""
    make_version_2(path)
    _go_on(path, from_version_2.migrate, 3)


def make_version_4(path: Path) -> None:
    """Make the same review at path as version 4 of the schema had it."""
    make_version_3(path)
    _go_on(path, from_version_3.migrate, 4)


def _go_on(path: Path, step: Callable[[sqlite3.Connection], None], version: int) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    step(connection)
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()
