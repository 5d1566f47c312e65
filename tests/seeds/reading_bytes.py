"""Bytes to documents, for tests, and what holds of every document."""

from collections.abc import Mapping
from typing import TypedDict, Unpack

from seeds.document import Document, stored_text, text_hash
from seeds.readers import Failure, Reading, read_bytes


class Given(TypedDict, total=False):
    """What may be said of bytes beside their name."""

    kind: str
    charset: str
    url: str
    retrieved: str
    fields: Mapping[str, str]


def readings(data: bytes, name: str = "a", **given: Unpack[Given]) -> list[Reading | Failure]:
    """Read bytes; every document and every failure is one that others can live with."""
    found = list(read_bytes(data, name=name, given=name, **given))
    for one in found:
        if isinstance(one, Failure):
            assert one.reason and one.reason.isprintable() and len(one.reason) < 400
        else:
            check(one.document)
    return found


def reading(data: bytes, name: str = "a", **given: Unpack[Given]) -> Reading:
    """Read the bytes of one document."""
    (found,) = readings(data, name, **given)
    assert isinstance(found, Reading), found
    return found


def refusal(data: bytes, name: str = "a", **given: Unpack[Given]) -> str:
    """Read what is refused; gives why."""
    (found,) = readings(data, name, **given)
    assert isinstance(found, Failure), found
    return found.reason


def check(document: Document) -> None:
    """Check what the zones, items and text of a document promise."""
    text = document.text
    assert text == stored_text(text) and document.text_sha256 == text_hash(text)
    at = 0
    for zone in document.zones:
        assert at <= zone.start < zone.end <= len(text)
        assert not text[at : zone.start].strip()
        at = zone.end
    assert not text[at:].strip()
    assert [item.number for item in document.items] == list(range(len(document.items)))
    assert {zone.item for zone in document.zones} <= set(range(len(document.items)))
    for value in (document.title, document.author, document.publisher, document.language):
        assert value is None or len(value) <= 500
    for link in (document.url, document.archived):
        assert link is None or link.startswith(("http://", "https://"))


def zone_texts(document: Document, kind: str) -> str:
    """Give all text of one zone."""
    return "\n".join(document.text[zone.start : zone.end] for zone in document.zones if zone.kind == kind)
