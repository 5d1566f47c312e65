"""The rows of a damaged file: by plain SELECTs as far as they come, the rest page by page."""

import re
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from mmap import ACCESS_READ, mmap
from pathlib import Path

from db.salvage.carving import Value, carve

#: Tables with row ids, whose rows can be found without the tree they hang on.
TABLES = ("reviewers", "documents", "items", "zones", "figures", "events", "questions")
#: Tables without: what SELECT does not give is lost, and no great loss.
SMALL_TABLES = ("memberships", "settings", "failures")

#: So many rows in a row may be lost before a row id is rather taken for a damaged one.
_FEW = 1000

_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
#: What tells a table's rows from all others that have as many values: the form of their uid.
_UIDS = {"documents": re.compile("[0-9a-f]{64}"), "figures": re.compile("[0-9a-f]{12}"), "events": _UUID}
_TYPES: Mapping[str, tuple[type, ...]] = {"INTEGER": (int,), "REAL": (float, int), "TEXT": (str,)}


@dataclass(frozen=True, slots=True)
class Shape:
    """A table as figcheck makes it: its columns with their types, and whether they must have a value."""

    columns: tuple[str, ...]
    types: tuple[str, ...]
    needed: tuple[bool, ...]


@dataclass(slots=True)
class Found:
    """The rows of a table by row id, as dictionaries; `expected` is how many there were, as far as can be known."""

    rows: dict[int, dict[str, Value]] = field(default_factory=dict)
    expected: int = 0
    whole: bool = True


def shapes(fresh: sqlite3.Connection) -> dict[str, Shape]:
    """Give the tables of a fresh review."""
    found = {}
    for table in (*TABLES, *SMALL_TABLES):
        info = fresh.execute('SELECT name, type, "notnull" FROM pragma_table_info(?) ORDER BY cid', (table,)).fetchall()
        names, types, needed = zip(*info, strict=True)
        found[table] = Shape(names, types, tuple(map(bool, needed)))
    return found


def read(path: Path, page_size: int, expected: Mapping[str, Shape]) -> dict[str, Found]:
    """Give every row of a file that can be read in any way."""
    found = {table: Found() for table in expected}
    with closing(_open(path)) as connection:
        for table, shape in expected.items():
            _select(connection, table, shape, found[table])
            if table in TABLES:
                found[table].expected = _counted(connection, table)
    if not all(found[table].whole for table in TABLES):
        _carve(path, page_size, expected, found)
    for table in TABLES:
        found[table].expected = max(found[table].expected, _holes_counted(found[table].rows))
    return found


def _holes_counted(rows: Mapping[int, object]) -> int:
    """Give how many rows there were, as the highest row id tells: rows are numbered one by one and stay."""
    last = max(rows, default=0)
    # A damaged row id is no count.
    return last if last <= 2 * len(rows) + _FEW else len(rows)


def _open(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
    # With this SQLite goes on where the description of a table cannot be read.
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute("PRAGMA cell_size_check = ON")
    return connection


def _select(connection: sqlite3.Connection, table: str, shape: Shape, found: Found) -> None:
    # With the table's name before it: SQLite takes a quoted name that it does not know for a text.
    names = ", ".join(f'{table}."{name}"' for name in shape.columns)
    # Not from an index: what the index has may be more than the table has.
    what = f"row_number() OVER (), {names} FROM {table}"
    if table in TABLES:
        what = f"{table}.rowid, {names} FROM {table} NOT INDEXED"
    try:
        for key, *values in connection.execute(f"SELECT {what}"):
            if _fits(shape, values):
                found.rows[key] = dict(zip(shape.columns, values, strict=True))
            else:
                found.whole = False
    except (sqlite3.Error, UnicodeError):
        found.whole = False


def _counted(connection: sqlite3.Connection, table: str) -> int:
    """Give how many rows a table had, as its indexes tell, which may be whole where the table is not."""
    most = 0
    try:
        indexes = [row[1] for row in connection.execute(f"PRAGMA index_list({table})").fetchall()]
    except sqlite3.Error:
        return 0
    for index in indexes:
        try:
            (count,) = connection.execute(f'SELECT count(*) FROM {table} INDEXED BY "{index}"').fetchone()
        except sqlite3.Error:
            continue
        most = max(most, count)
    return most


def _carve(path: Path, page_size: int, expected: Mapping[str, Shape], found: Mapping[str, Found]) -> None:
    wanted = [(table, expected[table], found[table]) for table in TABLES if not found[table].whole]
    with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as data:
        for row_id, values in carve(data, page_size):
            for table, shape, rows in wanted:
                if row_id not in rows.rows and _is_row_of(table, shape, row_id, values):
                    rows.rows[row_id] = dict(zip(shape.columns, values, strict=True))


def _is_row_of(table: str, shape: Shape, row_id: int, values: list[Value]) -> bool:
    if len(values) != len(shape.columns) or row_id < 1:
        return False
    if shape.columns[0] == "id":
        # The row id stands in the cell, not in the record.
        if values[0] is not None:
            return False
        values[0] = row_id
    pattern = _UIDS.get(table)
    if pattern is not None and not (isinstance(values[1], str) and pattern.fullmatch(values[1])):
        return False
    return _fits(shape, values)


def _fits(shape: Shape, values: Sequence[Value]) -> bool:
    return all(
        not needed if value is None else isinstance(value, _TYPES[kind])
        for value, kind, needed in zip(values, shape.types, shape.needed, strict=True)
    )
