"""What the file holds of a document beside its text."""

from dataclasses import dataclass

#: The columns of `documents` that make a Source, in its order.
COLUMNS = (
    "uid, name, title, publisher, author, url, published, language, retrieved, archived, version, extractor_version, "
    "source_sha256, text_sha256, length(text)"
)


@dataclass(frozen=True, slots=True)
class Source:
    """What is known of a document beside its text.

    `characters` is how long that is, hashes are SHA-256 in hex, `retrieved` is UTC, `archived` the address of a copy.
    """

    uid: str
    name: str
    title: str | None
    publisher: str | None
    author: str | None
    url: str | None
    published: str | None
    language: str | None
    retrieved: str
    archived: str | None
    version: int
    extractor_version: int
    source_sha256: str
    text_sha256: str
    characters: int
