"""Is the file sound as a database: pages, indexes, foreign keys, and the tables, triggers and views of a review."""

import re
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing

from db.checking.findings import Finding

#: What integrity_check says of an index that does not fit its table; the table is whole, and the index can be remade.
_INDEX = re.compile(r"row \d+ missing from index|wrong # of entries in index|non-unique entry in index")
_LINES = 50

#: Of tables and indexes the contents are derived from nothing; these can be made again at any time.
_REMADE = ("index", "trigger", "view")


def pages(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Say what SQLite's integrity_check says."""
    try:
        lines = connection.execute(f"PRAGMA integrity_check({_LINES})").fetchall()
    except sqlite3.DatabaseError as error:
        lines = [(str(error),)]
    for (line,) in lines:
        if line == "ok":
            continue
        for part in str(line).splitlines():
            if not part.startswith("***"):
                yield Finding(f"the file is damaged: {part}", bool(_INDEX.match(part)))


def foreign_keys(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Say which rows name a row of another table that is not there."""
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check").fetchall():
        where = "a row" if row is None else f"row {row}"
        # Events keep the row of their reviewer, to which a name can be given.
        yield Finding(f"{where} of {table} belongs to a row of {parent} that is not there", parent == "reviewers")


def objects(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Say which tables, indexes, triggers and views are missing or not as they should be."""
    present = schema_of(connection)
    for (kind, name), sql in expected_schema().items():
        if (kind, name) not in present:
            yield Finding(f"the {kind} {name} is missing", kind in _REMADE)
        elif present[kind, name] != sql:
            yield Finding(f"the {kind} {name} is not as figcheck makes it", kind in _REMADE)


def expected_schema() -> dict[tuple[str, str], str]:
    """Give the SQL of everything in a review of the newest schema, by kind and name."""
    from db.schema import create

    with closing(sqlite3.connect(":memory:", isolation_level=None)) as fresh:
        create(fresh)
        return schema_of(fresh)


def schema_of(connection: sqlite3.Connection) -> dict[tuple[str, str], str]:
    """Give the SQL of everything in a file that has some, by kind and name, white space evened out."""
    found = connection.execute("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid")
    return {(kind, name): " ".join(str(sql).split()) for kind, name, sql in found}


def remake(connection: sqlite3.Connection) -> None:
    """Make indexes, triggers and views again where they are missing or not as they should be, inside a transaction."""
    wanted = {key: sql for key, sql in expected_schema().items() if key[0] in _REMADE}
    wrong = _differing(schema_of(connection), wanted)
    # Views and triggers that name what is missing would be in the way of dropping others.
    for kind, name in sorted(wrong, reverse=True):
        connection.execute(f'DROP {kind} IF EXISTS "{name}"')
    for key in wrong:
        connection.execute(wanted[key])


def _differing(present: Mapping[tuple[str, str], str], wanted: Mapping[tuple[str, str], str]) -> list[tuple[str, str]]:
    return [key for key, sql in wanted.items() if present.get(key) != sql]
