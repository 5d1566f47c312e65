"""Making the tables, indexes, triggers and views of the newest schema."""

import sqlite3

from db.header import APPLICATION_ID, SCHEMA_VERSION
from db.schema import comparing, desk, documents, log
from db.schema.triggers import TRIGGERS
from db.schema.views import MERGED, SEARCH, VIEWS
from db.transaction import writing


def create(connection: sqlite3.Connection) -> None:
    """Make an empty file a review, in one transaction."""
    with writing(connection):
        make_tables(connection)
        make_the_rest(connection)
        sign(connection)


def make_tables(connection: sqlite3.Connection) -> None:
    """Make the tables and fill in the counters, inside a transaction."""
    for sql in (*documents.TABLES, *log.TABLES, *desk.TABLES, *comparing.TABLES, SEARCH, MERGED):
        connection.execute(sql)
    connection.executemany("INSERT INTO counters (name, value) VALUES (?, 0)", [(name,) for name in desk.COUNTERS])


def make_the_rest(connection: sqlite3.Connection) -> None:
    """Make indexes, triggers and views: after the rows of an older file are in, which is faster."""
    from sqlite_utils import Database

    database = Database(connection, recursive_triggers=False, execute_plugins=False)
    for table, columns in (*documents.INDEXES, *log.INDEXES, *desk.INDEXES, *comparing.INDEXES):
        database.table(table).create_index(columns)
    for sql in (*documents.EXPRESSION_INDEXES, *log.PARTIAL_INDEXES, *comparing.PARTIAL_INDEXES, *TRIGGERS):
        connection.execute(sql)
    for name, sql in VIEWS.items():
        database.create_view(name, sql)


def sign(connection: sqlite3.Connection) -> None:
    """Write into the header whose file this is and which schema it has, inside a transaction."""
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
