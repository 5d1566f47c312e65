"""From version 3: that a column holds one of a few words was written in another way."""

import sqlite3

from db.schema import comparing, desk, documents, log


def migrate(connection: sqlite3.Connection) -> None:
    """Write the definitions of the tables anew, and no row: the same rows fit them as before.

    As described under "Making Other Kinds Of Table Schema Changes", https://sqlite.org/lang_altertable.html.
    """
    (version,) = connection.execute("PRAGMA schema_version").fetchone()
    connection.execute("PRAGMA writable_schema = ON")
    try:
        for sql in (*documents.TABLES, *log.TABLES, *desk.TABLES, *comparing.TABLES):
            definition = sql.lstrip()
            name = definition.removeprefix("CREATE TABLE ").split()[0]
            connection.execute("UPDATE sqlite_schema SET sql = ? WHERE type = 'table' AND name = ?", (definition, name))
        connection.execute(f"PRAGMA schema_version = {version + 1}")
    finally:
        connection.execute("PRAGMA writable_schema = OFF")
