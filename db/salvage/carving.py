"""Rows out of a file's pages one by one, whatever became of the trees that hold the pages together.

The format is SQLite's (https://www.sqlite.org/fileformat.html, "B-tree Pages" and "Record Format"): a leaf page of a
table starts with 13 and a list of places of its cells; a cell is the length of the record, the row id and the record.
"""

import struct
from collections.abc import Iterator
from mmap import mmap

#: What a row can hold.
Value = int | float | str | bytes | None

_HEADER = 100
#: What other pages start with: those of trees, and the rest of long rows (the upper byte of a page number). What is
#: none of them may be a leaf whose first byte is damaged.
_OTHERS = (0, 2, 5, 10)
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


class _Unreadable(Exception):
    """What stands here is no row."""


def carve(data: bytes | mmap, page_size: int) -> Iterator[tuple[int, list[Value]]]:
    """Yield (row id, values) of every cell of every page that can be a leaf of a table; rows may come twice."""
    for number in range(len(data) // page_size):
        start = number * page_size
        head = start + (_HEADER if number == 0 else 0)
        if data[head] not in _OTHERS:
            yield from _cells(data, page_size, start, head + 8)


def _cells(data: bytes | mmap, page_size: int, page: int, place: int) -> Iterator[tuple[int, list[Value]]]:
    # The number of cells may be damaged: the list of their places ends where the first of them stands.
    first = page + page_size
    while place + 2 <= first:
        cell = page + int.from_bytes(data[place : place + 2], "big")
        place += 2
        if not place <= cell < page + page_size:
            continue
        try:
            row = _cell(data, page_size, cell)
        except (_Unreadable, IndexError, struct.error, OverflowError):
            continue
        first = min(first, cell)
        yield row


def _cell(data: bytes | mmap, page_size: int, place: int) -> tuple[int, list[Value]]:
    length, place = _varint(data, place)
    row_id, place = _varint(data, place)
    if not 2 <= length <= len(data):
        raise _Unreadable
    return row_id, _record(_payload(data, page_size, place, length))


def _payload(data: bytes | mmap, page_size: int, place: int, length: int) -> bytes:
    """Give a record of so many bytes; what does not fit on the page goes on in a chain of others."""
    most = page_size - 35
    if length <= most:
        return data[place : place + length]
    least = (page_size - 12) * 32 // 255 - 23
    here = least + (length - least) % (page_size - 4)
    here = here if here <= most else least
    parts = [data[place : place + here]]
    following = int.from_bytes(data[place + here : place + here + 4], "big")
    left = length - here
    while left > 0:
        start = (following - 1) * page_size
        if not 0 < start < len(data):
            raise _Unreadable
        part = data[start + 4 : start + min(page_size, 4 + left)]
        following = int.from_bytes(data[start : start + 4], "big")
        parts.append(part)
        left -= page_size - 4
    return b"".join(parts)


def _record(payload: bytes) -> list[Value]:
    size, place = _varint(payload, 0)
    if not place <= size <= len(payload):
        raise _Unreadable
    values: list[Value] = []
    body = size
    while place < size:
        kind, place = _varint(payload, place)
        value, body = _value(payload, body, kind)
        values.append(value)
    if place != size or body != len(payload):
        raise _Unreadable
    return values


def _value(payload: bytes, place: int, kind: int) -> tuple[Value, int]:
    if kind in (0, 8, 9):
        return {0: None, 8: 0, 9: 1}[kind], place
    if kind in _INTEGERS:
        end = place + _INTEGERS[kind]
        return int.from_bytes(payload[place:end], "big", signed=True), end
    if kind == 7:
        return struct.unpack(">d", payload[place : place + 8])[0], place + 8
    if kind < 12:
        raise _Unreadable
    end = place + (kind - 12) // 2
    if end > len(payload):
        raise _Unreadable
    part = payload[place:end]
    return (part.decode("utf-8", "replace") if kind % 2 else part), end


def _varint(data: bytes | mmap, place: int) -> tuple[int, int]:
    number = 0
    for taken in range(9):
        byte = data[place + taken]
        if taken == 8:  # all eight bits of the ninth
            return _signed(number << 8 | byte), place + 9
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            return number, place + taken + 1
    raise _Unreadable


def _signed(number: int) -> int:
    return number - (1 << 64) if number >= 1 << 63 else number
