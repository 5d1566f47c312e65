"""Helpers of the extractor's tests: one text in, its figures out."""

from figures.extract import extract
from figures.model import Figure
from seeds.document import Document, Item, Zone, ZoneKind, stored_text, text_hash


def document(text: str, *, published: str | None = "2026-03-18", kind: ZoneKind = "body") -> Document:
    text = stored_text(text)
    digest = text_hash(text)
    zones = (Zone(0, len(text), kind),) if text.strip() else ()
    return Document("note.txt", text, digest, digest, "2026-03-19T00:00:00Z", (Item(0, None, published),), zones)


def figures(text: str, *, published: str | None = "2026-03-18", kind: ZoneKind = "body") -> list[Figure]:
    return extract(document(text, published=published, kind=kind))


def queue(text: str) -> list[Figure]:
    return [figure for figure in figures(text) if figure.checkable]


def only(text: str) -> Figure:
    (figure,) = queue(text)
    return figure
