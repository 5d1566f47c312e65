"""The kinds of files that are read, how each is told, and their bytes to documents."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, Literal

from seeds.frontmatter import front_matter
from seeds.links import is_link_list
from seeds.readers import reading
from seeds.readers.decode import decoded, is_binary
from seeds.readers.reading import EMPTY, Failure, Reading, Source, too_large
from seeds.readers.text import reading_from_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

Kind = Literal["text", "html", "pdf", "docx", "jsonl", "csv", "feed"]

#: The endings of files by which they are read out of a folder, and what each is taken for if its bytes do not tell.
ENDINGS: dict[str, Kind] = {
    **dict.fromkeys((".txt", ".text", ".md", ".markdown"), "text"),
    **dict.fromkeys((".html", ".htm", ".xhtml"), "html"),
    ".pdf": "pdf",
    ".docx": "docx",
    **dict.fromkeys((".jsonl", ".ndjson"), "jsonl"),
    **dict.fromkeys((".csv", ".tsv"), "csv"),
}
#: Kinds that are read record by record: one file of them may be larger than memory.
STREAMED = ("jsonl", "csv")
LINKS = "a list of links, not a text: -i takes the pages that it names (-i links.txt, -i - from a pipe)"
#: What is looked at to tell a kind.
HEAD = 65_536

#: What may stand before the first element: declarations and comments. Nothing of it is tried twice.
_BEFORE = rb"\s*+(?:(?><\?[^>]*+>|<!--.{0,2000}?-->)\s*+)*+"
_PAGE = re.compile(_BEFORE + rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_FEED = re.compile(_BEFORE + rb"<(?:rss|feed|rdf:rdf)\b", re.IGNORECASE | re.DOTALL)
_OBJECT = re.compile(rb'\s*\{\s*"(?:[^"\\\n]|\\.){0,200}"\s*:')
_OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MARKS = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


def read_bytes(
    data: bytes,
    *,
    name: str,
    given: str,
    kind: str | None = None,
    charset: str | None = None,
    url: str | None = None,
    retrieved: str | None = None,
    fields: Mapping[str, str] | None = None,
) -> Iterator[Reading | Failure]:
    """Read the bytes of one file or page, which may hold many documents; never raises for what is in them.

    `kind` is one of the names in Kind; without it the bytes tell, and then the ending of the name. The other arguments
    are those of Source.
    """
    source = Source(name, given, charset, url, retrieved, fields)
    kind = kind or kind_of(data[:HEAD], name)
    if len(data) > reading.LARGEST and kind not in STREAMED:
        yield Failure(given, too_large(len(data)))
    elif not data.strip():
        yield Failure(given, EMPTY)
    else:
        yield from map(told, _READERS[kind](data, source))


def read_records(read: Callable[[int], bytes], head: bytes, kind: str, source: Source) -> Iterator[Reading | Failure]:
    """Read a file of many documents (a kind of STREAMED) record by record; `head` is what was read of it already."""
    from seeds.readers.records.reading import readings_from_records

    return map(told, readings_from_records(read, head, kind, source))


def kind_of(head: bytes, name: str) -> Kind:
    """Tell what kind of file begins with these bytes (as many as HEAD, if it has them), and has this name."""
    from_ending = ENDINGS.get("." + name.lower().rpartition(".")[2]) if "." in name else None
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith((b"PK\x03\x04", _OLD_WORD)):
        return "docx"
    text = _single_bytes(head)
    if _PAGE.match(text):
        return "html"
    if _FEED.match(text):
        return "feed"
    if from_ending in STREAMED or from_ending == "html":
        return from_ending
    if name.lower().endswith(".json") and text.lstrip()[:1] in (b"[", b"{"):
        return "jsonl"
    if _OBJECT.match(text) and _is_record(text):
        return "jsonl"
    return "text"


def told(found: Reading | Failure) -> Reading | Failure:
    """Add what a person should know about a document whatever kind of file it comes from: that it is not English."""
    if isinstance(found, Failure):
        return found
    from seeds.readers.language import language_warning

    warning = language_warning(found.document)
    return found._replace(warnings=(*found.warnings, warning)) if warning else found


def _single_bytes(head: bytes) -> bytes:
    """Give the beginning of a text as bytes of which each is a character."""
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return head[2:].decode(encoding, "ignore").encode("ascii", "replace")
    return head.removeprefix(b"\xef\xbb\xbf")


def _is_record(text: bytes) -> bool:
    """Tell whether the first line is a JSON object by itself; of a line longer than the beginning nobody knows."""
    import json

    line, end, _ = text.lstrip().partition(b"\n")
    if not end and len(text) >= HEAD:
        return True
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _text(data: bytes, source: Source) -> Iterator[Reading | Failure]:
    if is_binary(data) and not (source.charset or "").lower().startswith("utf-16"):
        yield Failure(source.given, "not a text; save its text to a .txt file and add that")
        return
    if data.lstrip()[:5].lower() == b"<?xml":
        yield Failure(source.given, "mark-up other than a web page; save its text to a .txt file and add that")
        return
    text, doubt = _decoded(data, source.charset)
    if text.startswith(("#", "http")) and is_link_list(text):
        yield Failure(source.given, LINKS)
        return
    found = reading_from_text(text, name=source.name, source=data, retrieved=source.retrieved, url=source.url)
    stored = found.document.text
    if not any(map(str.isalnum, stored[front_matter(stored).end :])):
        yield Failure(source.given, EMPTY)
    else:
        yield found._replace(warnings=(doubt, *found.warnings)) if doubt else found


def _decoded(data: bytes, charset: str | None) -> tuple[str, str | None]:
    if charset is None:
        return decoded(data)
    from seeds.readers.charsets import page_text

    return page_text(data, charset)


def _html(data: bytes, source: Source) -> Iterator[Reading | Failure]:
    from seeds.readers.charsets import page_text
    from seeds.readers.page.blocks import TooMuchMarkup
    from seeds.readers.page.reading import document_from_page

    if is_binary(data) and not (source.charset or "").lower().startswith("utf-16"):
        yield Failure(source.given, "not a web page, whatever it is called; save its text to a .txt file and add that")
        return
    text, doubt = page_text(data, source.charset)
    try:
        document = document_from_page(text, name=source.name, source=data, url=source.url, retrieved=source.retrieved)
    except TooMuchMarkup:
        yield Failure(source.given, "a page with more mark-up or text than figcheck reads; save its text to .txt files")
        return
    if document is None:
        yield Failure(source.given, "a page without text: it may show it by a script only; save what you see as text")
    else:
        yield Reading(document, (doubt,) if doubt else ())


def _feed(data: bytes, source: Source) -> Iterator[Reading | Failure]:
    yield Failure(source.given, "a news feed, not an article: it must be given as a feed, or its articles one by one")


def _pdf(data: bytes, source: Source) -> Iterator[Reading | Failure]:
    from seeds.readers.pdf import reading_from_pdf

    yield reading_from_pdf(data, source)


def _docx(data: bytes, source: Source) -> Iterator[Reading | Failure]:
    from seeds.readers.docx import reading_from_docx

    yield reading_from_docx(data, source)


def _jsonl(data: bytes, source: Source) -> Iterator[Reading | Failure]:
    from seeds.readers.records.reading import readings_from_records

    yield from readings_from_records(BytesIO(data).read, b"", "jsonl", source)


def _csv(data: bytes, source: Source) -> Iterator[Reading | Failure]:
    from seeds.readers.records.reading import readings_from_records

    yield from readings_from_records(BytesIO(data).read, b"", "csv", source)


_READERS: dict[str, Callable[[bytes, Source], Iterator[Reading | Failure]]] = {
    "text": _text,
    "html": _html,
    "pdf": _pdf,
    "docx": _docx,
    "jsonl": _jsonl,
    "csv": _csv,
    "feed": _feed,
}
