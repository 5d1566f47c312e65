"""The steps that bring an older file up to date."""

import sqlite3
from collections.abc import Callable, Mapping

from db.header import SCHEMA_VERSION
from db.schema import from_version_1, from_version_2, from_version_3, from_version_4
from db.schema.build import sign
from db.transaction import writing

#: How to get on from each older version, inside a transaction, and to which: from version 1, of which next to nothing
#: is left, at once to the newest.
STEPS: Mapping[int, tuple[int, Callable[[sqlite3.Connection], None]]] = {
    1: (SCHEMA_VERSION, from_version_1.migrate),
    2: (3, from_version_2.migrate),
    3: (4, from_version_3.migrate),
    4: (5, from_version_4.migrate),
}


def migrate(connection: sqlite3.Connection, before: Callable[[int], object]) -> None:
    """Bring the schema up to date in one transaction: all of it, or nothing.

    `before` is called with the old version when the file is locked against other writers and not yet changed: the
    place for a backup. Foreign keys are checked at the end, and are not in force meanwhile.
    """
    connection.execute("PRAGMA foreign_keys = OFF")
    try:
        with writing(connection):
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            # Another program may have done it while this one waited for the lock.
            if version < SCHEMA_VERSION:
                before(version)
                while version < SCHEMA_VERSION:
                    version, step = STEPS[version]
                    step(connection)
                _check_references(connection)
                sign(connection)
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


def _check_references(connection: sqlite3.Connection) -> None:
    broken = connection.execute("PRAGMA foreign_key_check").fetchone()
    if broken is not None:
        raise sqlite3.DatabaseError(f"a row of {broken[0]} refers to one of {broken[2]} that is not there")
