"""How much a fetch may take, and what it may bring."""

from typing import NamedTuple

#: What figcheck says it is.
USER_AGENT = "figcheck/0.1 (a desk for checking figures; fetches what its user names)"

#: Media types that can be read, and what kind of document each is.
KINDS = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "text",
    "text/markdown": "text",
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/rss+xml": "feed",
    "application/atom+xml": "feed",
    "application/feed+json": "feed",
    "application/xml": "markup",
    "text/xml": "markup",
}


class Limits(NamedTuple):
    """Caps on one fetch: bytes after decompression, seconds in all and for each wait, redirects."""

    size: int = 32 * 1024 * 1024
    seconds: float = 60.0
    wait: float = 15.0
    redirects: int = 5
