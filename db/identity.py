"""Ids that stay: of documents and of figures."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from seeds.document import Document


#: How many hex digits a figure's id has.
FIGURE_ID_LENGTH = 12


def document_uid(url: str | None, text: str) -> str:
    """Give a document's uid: the sha256, in hex, of its canonical URL and text, or of its text where it has no URL.

    So two outlets' identical copies are two documents, and the same page fetched twice is one.
    """
    from hashlib import sha256

    # Stored text has no NUL, so that the URL cannot run into it.
    whole = text if url is None else f"{canonical_url(url)}\0{text}"
    return sha256(whole.encode("utf-8", "replace")).hexdigest()


def uid_of(document: Document) -> str:
    """Give the uid of a document, of which the hash is known already where it has no URL."""
    return document.text_sha256 if document.url is None else document_uid(document.url, document.text)


def same_by(document: Document) -> tuple[str | None, ...]:
    """Give what two texts of one document have in common: its canonical URL, or name and title where it has no URL."""
    return (document.name, document.title) if document.url is None else (canonical_url(document.url),)


@lru_cache(maxsize=256)
def canonical_url(url: str) -> str:
    """Give a URL without what makes no other page of it: case of scheme and host, default port, fragment.

    What cannot be understood as a URL is given back as it is, without white space around it.
    """
    from urllib.parse import urlsplit, urlunsplit

    url = url.strip()
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        return url
    if not parts.scheme or not host:
        return url
    if ":" in host:
        host = f"[{host}]"
    user = parts.netloc.rpartition("@")[0]
    default = {"http": 80, "https": 443}.get(parts.scheme)
    netloc = (f"{user}@" if user else "") + host + (f":{port}" if port is not None and port != default else "")
    return urlunsplit((parts.scheme, netloc, parts.path or "/", parts.query, ""))


def figure_id(uid: str, start: int, end: int, taken: Container[str] = ()) -> str:
    """Mint the id of the figure at start..end of a document: 12 hex digits; the same again unless `taken` has it."""
    place = f"{uid}:{start}:{end}"
    (minted,) = _minted([place])
    attempt = 0
    while minted in taken:
        attempt += 1
        (minted,) = _minted([f"{place}:{attempt}"])
    return minted


def figure_ids(figures: Iterable[tuple[str, int, int]]) -> list[str]:
    """Give for many figures at once what figure_id gives where no id is taken."""
    return _minted([f"{uid}:{start}:{end}" for uid, start, end in figures])


def _minted(seeds: Sequence[str]) -> list[str]:
    from hashlib import sha256

    return [sha256(seed.encode()).hexdigest()[:FIGURE_ID_LENGTH] for seed in seeds]
