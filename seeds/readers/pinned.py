"""A document pinned as it was received: text and bytes with their hashes, and what is known of it."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from typing import TYPE_CHECKING

from seeds.document import Document, Item, Zone, text_hash, utc_now

if TYPE_CHECKING:
    from seeds.readers.metadata import Metadata


def pinned(
    text: str,
    items: Sequence[Item],
    zones: Sequence[Zone],
    *,
    name: str,
    source: bytes,
    about: Metadata,
    retrieved: str | None,
) -> Document:
    """Make the document of a stored text; its own item tells title and day, `about` the rest.

    `source` are the bytes received, `retrieved` is a UTC timestamp, None for the present.
    """
    text_sha256 = text_hash(text)
    return Document(
        name=name,
        text=text,
        # Of most files the bytes received are those stored.
        source_sha256=text_sha256 if source == text.encode("utf-8") else sha256(source).hexdigest(),
        text_sha256=text_sha256,
        retrieved=retrieved or utc_now(),
        items=tuple(items),
        zones=tuple(zones),
        title=items[0].title,
        publisher=about.publisher,
        author=about.author,
        url=about.url,
        published=items[0].published,
        language=about.language,
        archived=about.archived,
    )
