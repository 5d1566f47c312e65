"""A document pinned as it was received: text and bytes with their hashes, and what is known of it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
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
    return Document(
        name=name,
        text=text,
        source_sha256=hashlib.sha256(source).hexdigest(),
        text_sha256=text_hash(text),
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
