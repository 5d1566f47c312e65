"""Writing as one transaction."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic, sleep

#: How long a write waits between two tries for the lock, in seconds, on the average.
_PAUSE = 0.002


@contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[None]:
    """Run the block as one durable transaction: committed when it ends well, rolled back when it raises.

    The write lock is taken at once: a transaction that reads first and writes later fails when another writer
    came between. It is waited for as long as the connection's busy timeout says.
    """
    _begin(connection)
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # A full disk makes SQLite roll back by itself.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _begin(connection: sqlite3.Connection) -> None:
    """Take the write lock.

    SQLite itself asks for it less and less often, soon only ten times a second: beside a program that writes without a
    pause that can miss every gap for seconds.
    """
    from random import random

    (patience,) = connection.execute("PRAGMA busy_timeout").fetchone()
    deadline = monotonic() + patience / 1000
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        while not _begun(connection):
            if monotonic() >= deadline:
                connection.execute("BEGIN IMMEDIATE")
                return
            sleep(2 * _PAUSE * random())
    finally:
        connection.execute(f"PRAGMA busy_timeout = {patience}")


def _begun(connection: sqlite3.Connection) -> bool:
    try:
        connection.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise
        return False
    return True
