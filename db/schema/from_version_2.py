"""From version 2: no address of an archived copy with a document, and no index of figures by value."""

import sqlite3

from db.schema.documents import EXPRESSION_INDEXES, INDEXES, TABLES
from db.schema.triggers import TRIGGERS
from db.schema.views import VIEWS

_COLUMNS = """
    id, uid, name, title, publisher, author, url, canonical_url, published, language, retrieved, version,
    superseded_by, extractor_version, source_sha256, text_sha256, text
"""


def migrate(connection: sqlite3.Connection) -> None:
    """Write the table of documents again, with the new column before the text, which has to be the last."""
    from sqlite_utils import Database

    (table,) = (sql for sql in TABLES if "CREATE TABLE documents (" in sql)
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'view'").fetchall():
        connection.execute(f'DROP VIEW "{name}"')
    connection.execute("DROP TRIGGER documents_count")
    # Without it renaming would make every reference to documents one to the old table.
    connection.execute("PRAGMA legacy_alter_table = ON")
    try:
        connection.execute("ALTER TABLE documents RENAME TO old_documents")
    finally:
        connection.execute("PRAGMA legacy_alter_table = OFF")
    connection.execute(table)
    connection.execute(f"INSERT INTO documents ({_COLUMNS}) SELECT {_COLUMNS} FROM old_documents ORDER BY id")
    connection.execute("DROP TABLE old_documents")
    database = Database(connection, recursive_triggers=False, execute_plugins=False)
    for name, columns in INDEXES:
        if name == "documents":
            database.table("documents").create_index(columns)
    for index in EXPRESSION_INDEXES:
        connection.execute(index)
    connection.execute(next(sql for sql in TRIGGERS if "CREATE TRIGGER documents_count" in sql))
    for name, sql in VIEWS.items():
        database.create_view(name, sql)
