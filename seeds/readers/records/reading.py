"""Records to documents: one for each line of a JSON Lines file and each row of a table, whatever its neighbours are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from typing import NamedTuple

from seeds.readers import metadata
from seeds.readers.decode import is_binary
from seeds.readers.metadata import Metadata
from seeds.readers.page.blocks import TooMuchMarkup
from seeds.readers.reading import EMPTY, Failure, Reading, Source, shown
from seeds.readers.records.fields import text_of, value_of
from seeds.readers.text import reading_from_record

#: A file of which the first so many records all fail is given up: it is something else.
_MOST_BAD = 100
_MARKUP = re.compile(r"</(?:p|div|article|section|h[1-6]|ul|ol|table|body)>|<br\s*/?>|<p[\s>]", re.IGNORECASE)


class Record(NamedTuple):
    """One record: where it stands ("line 12"), its bytes, and what it holds; `wrong` says why it holds nothing."""

    where: str
    raw: bytes = b""
    values: Mapping[str, object] | None = None
    wrong: str = ""


def readings_from_records(
    read: Callable[[int], bytes], head: bytes, kind: str, source: Source
) -> Iterator[Reading | Failure]:
    """Read the records of a stream, of which `head` was read before; `kind` is "jsonl" or "csv"."""
    head = head or read(65_536)
    if not head.strip():
        yield Failure(source.given, EMPTY)
        return
    if is_binary(head):
        yield Failure(source.given, "not a text, so no list of articles; check it")
        return
    if kind == "csv":
        from seeds.readers.records.table import rows_of as records_of
    else:
        from seeds.readers.records.json_lines import records_of
    taken = failed = 0
    for record in records_of(read, head, source.fields):
        found = _reading(record, source)
        taken, failed = taken + isinstance(found, Reading), failed + isinstance(found, Failure)
        yield found
        if not taken and failed >= _MOST_BAD:
            yield Failure(source.given, f"its first {failed} records are no articles; the rest is left out, check it")
            return
    if not taken and not failed:
        yield Failure(source.given, EMPTY)


def _reading(record: Record, source: Source) -> Reading | Failure:
    where = f"{source.given}, {record.where}"
    if record.values is None:
        return Failure(where, record.wrong)

    def said(field: str) -> object:
        return value_of(record.values or {}, field, source.fields)

    text = text_of(said("text"))
    if text is None:
        return Failure(where, _without_text(record.values, source.fields))
    if not any(map(str.isalnum, text)):
        return Failure(where, EMPTY)
    about, warnings = _about(said)
    name = metadata.tidy(said("id")) or about.url or f"{source.name}:{record.where.rpartition(' ')[2]}"
    retrieved = _timestamp(said("retrieved")) or source.retrieved
    found: Reading | None
    if _MARKUP.search(text):
        found = _from_markup(text, name, record.raw, about, retrieved)
    else:
        found = reading_from_record(text, name=name, source=record.raw, about=about, retrieved=retrieved)
    if found is None:
        return Failure(where, EMPTY)
    return found._replace(warnings=(*found.warnings, *warnings))


def _without_text(values: Mapping[str, object], fields: Mapping[str, str] | None) -> str:
    named = ", ".join(shown(key, 30) for key in list(values)[:8]) or "nothing"
    if fields and "text" in fields:
        return f"no text under {shown(fields['text'])}; it has {named}"
    return f"no text in it; it has {named}: say where the text is with --field text=NAME"


def _about(said: Callable[[str], object]) -> tuple[Metadata, list[str]]:
    warnings = []
    published, url = said("published"), said("url")
    day, address = metadata.day(published), metadata.address(url)
    if published is not None and day is None:
        warnings.append(f'"{shown(str(published)[:200])}" is not a date that can be read, left out')
    if url is not None and address is None:
        warnings.append(f'"{shown(str(url)[:200])}" is not an http or https address, left out')
    original, copy = metadata.original_of(address)
    about = Metadata(
        title=metadata.tidy_title(said("title")),
        publisher=metadata.names(said("publisher")),
        author=metadata.names(said("author")),
        url=original,
        published=day,
        language=metadata.language(said("language")),
        archived=metadata.address(said("archived")) or copy,
    )
    return about, warnings


def _timestamp(value: object) -> str | None:
    """Give the UTC timestamp of an ISO one; None for anything else, a lone day too."""
    try:
        moment = datetime.fromisoformat(value) if isinstance(value, str) and len(value) in range(16, 40) else None
        if moment is None:
            return None
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError):
        return None


def _from_markup(text: str, name: str, raw: bytes, about: Metadata, retrieved: str | None) -> Reading | None:
    from seeds.readers.page.reading import document_from_page

    try:
        document = document_from_page(text, name=name, source=raw, retrieved=retrieved, known=about)
    except TooMuchMarkup:
        return reading_from_record(text, name=name, source=raw, about=about, retrieved=retrieved)
    return Reading(document) if document else None
