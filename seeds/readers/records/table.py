"""Tables as text: names in the first row, fields parted by comma, semicolon, tab or bar, quotes as spreadsheets do."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping

from seeds.readers import reading
from seeds.readers.reading import too_large
from seeds.readers.records.fields import FIELDS, folded
from seeds.readers.records.lines import Line, lines_of
from seeds.readers.records.reading import Record

_DELIMITERS = ",;\t|"
#: A row of more fields than this is no article.
_MOST_FIELDS = 10_000
_KNOWN = frozenset(name for names in FIELDS.values() for name in names)


class _TooLong(Exception):
    """A row goes on for longer than is read."""


class _Rows:
    """The lines of a table as the csv module wants them, counted; `raw` are the bytes of the row being read."""

    def __init__(self, lines: Iterator[Line]) -> None:
        self._lines = lines
        self.number = 0
        self.raw = bytearray()

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.number = line.number
        if line.data is None or len(self.raw) + len(line.data) > reading.LARGEST:
            raise _TooLong
        if max(map(line.data.count, (b",", b";", b"\t", b"|"))) > _MOST_FIELDS * 100:
            raise _TooLong
        self.raw += line.data
        try:
            return line.data.decode("utf-8")
        except UnicodeDecodeError:
            return line.data.decode("cp1252", "replace")


def rows_of(read: Callable[[int], bytes], head: bytes, fields: Mapping[str, str] | None) -> Iterator[Record]:
    """Give the rows of a stream below the one with the names, of which `head` was read before."""
    lines = lines_of(read, head)
    first = next(lines, None)
    if first is None:
        return
    delimiter = _delimiter(first.data or b"", fields)
    # The limit is the module's, not a reader's; rows longer than LARGEST are refused above it.
    csv.field_size_limit(max(csv.field_size_limit(), 4 * reading.LARGEST))
    rows = _Rows(_with(first, lines))
    reader = csv.reader(rows, delimiter=delimiter)
    names: list[str] | None = None
    while True:
        at = rows.number + 1
        rows.raw.clear()
        try:
            row = next(reader)
        except StopIteration:
            return
        except (_TooLong, csv.Error) as error:
            wrong = too_large(reading.LARGEST) if isinstance(error, _TooLong) else "not a row of a table; left out"
            yield Record(f"line {at}", wrong=wrong)
            if names is None:
                return
            reader = csv.reader(rows, delimiter=delimiter)
            continue
        if names is None:
            names = [name.strip() for name in row]
        elif any(map(str.strip, row)):
            yield _record(names, row, f"line {at}", bytes(rows.raw))


def _with(first: Line, rest: Iterator[Line]) -> Iterator[Line]:
    yield first
    yield from rest


def _record(names: list[str], row: list[str], where: str, raw: bytes) -> Record:
    if len(row) > max(len(names), _MOST_FIELDS):
        return Record(where, wrong="more fields than the first row has names; left out")
    values: dict[str, object] = {}
    for name, value in zip(names, row, strict=False):
        if value.strip():
            values.setdefault(name, value)
    if len(row) > len(names) and any(map(str.strip, row[len(names) :])):
        return Record(
            where, wrong="more fields than the first row has names: a quote is missing, or a sign stands too much"
        )
    return Record(where, raw, values)


def _delimiter(line: bytes, fields: Mapping[str, str] | None) -> str:
    """Choose what parts the fields: what gives the most names that are known, and then the most names."""
    text = line[:100_000].decode("utf-8", "replace")
    wanted = _KNOWN | {folded(name) for name in (fields or {}).values()}

    def found(delimiter: str) -> tuple[int, int]:
        try:
            names = next(csv.reader([text], delimiter=delimiter), [])
        except csv.Error:
            return 0, 0
        return sum(folded(name) in wanted for name in names), len(names)

    return max(_DELIMITERS, key=found)
