"""JSON Lines: an object a line; a file that is one array of objects, or one object, is read as well if it is small."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from seeds.readers import reading
from seeds.readers.reading import too_large
from seeds.readers.records.lines import Line, lines_of
from seeds.readers.records.reading import Record

#: A line with more values than this is no article, and would take many times its size in memory.
_MOST_VALUES = 1_000_000


def records_of(read: Callable[[int], bytes], head: bytes, fields: Mapping[str, str] | None) -> Iterator[Record]:
    """Give the records of a stream, of which `head` was read before."""
    lines = (line for line in lines_of(read, head) if line.data is None or line.data.strip())
    first = next(lines, None)
    if first is None:
        return
    if first.data is not None and first.data.lstrip()[:1] in b"[{" and not isinstance(_parsed(first.data), dict):
        yield from _whole(first, lines)
        return
    yield from map(_record, chain((first,), lines))


def _record(line: Line) -> Record:
    where = f"line {line.number}"
    if line.data is None:
        return Record(where, wrong=too_large(reading.LARGEST))
    value = _parsed(line.data)
    if isinstance(value, dict):
        return Record(where, line.data, value)
    return Record(where, wrong=value if isinstance(value, str) else "not an object ({...}), so no article; left out")


def _parsed(data: bytes) -> Any:
    """Give the value of a line, or of anything that is no JSON, in words, why."""
    if data.count(b",") + data.count(b"[") + data.count(b"{") > _MOST_VALUES:
        return "more values than an article has; left out"
    try:
        value = json.loads(data.decode("utf-8"))
    except UnicodeDecodeError:
        return "not UTF-8; left out, save the file as UTF-8"
    except RecursionError:
        return "nested too deep for an article; left out"
    except ValueError as error:  # and a number too long to be one
        at = f", at character {error.colno:,}" if isinstance(error, json.JSONDecodeError) else ""
        return f"not JSON{at}; left out, mend the line"
    return "a text, not an object ({...}), so no article; left out" if isinstance(value, str) else value


def _whole(first: Line, rest: Iterable[Line]) -> Iterator[Record]:
    """Read a file that does not have an object a line: as one value, or else line by line after all."""
    held, size = [first], len(first.data or b"")
    lines = iter(rest)
    for line in lines:
        held.append(line)
        size += len(line.data or b"")
        if size > reading.LARGEST or line.data is None:
            break
    else:
        value = _parsed(b"".join(line.data or b"" for line in held))
        records = value if isinstance(value, list) else [value] if isinstance(value, dict) else []
        if any(isinstance(one, dict) for one in records):
            for number, one in enumerate(records, 1):
                raw = json.dumps(one, ensure_ascii=True, sort_keys=True).encode()
                if isinstance(one, dict):
                    yield Record(f"record {number}", raw, one)
                else:
                    yield Record(f"record {number}", wrong="not an object ({...}), so no article; left out")
            return
    yield from map(_record, chain(held, lines))
