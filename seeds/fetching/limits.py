"""How much a fetch may take, what it may bring, and what figcheck says it is."""

from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import NamedTuple

#: The name that robots.txt files call figcheck by.
ROBOT = "figcheck"

#: Media types that can be read, and what kind of document each is; "markup" is a feed or a page, as its bytes say.
KINDS = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/markdown": "text",
    "text/x-markdown": "text",
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "text/csv": "csv",
    "application/jsonl": "jsonl",
    "application/x-ndjson": "jsonl",
    "application/rss+xml": "feed",
    "application/atom+xml": "feed",
    "application/rdf+xml": "feed",
    "application/xml": "markup",
    "text/xml": "markup",
}
#: Media types that say little: servers send all sorts of files under them.
VAGUE = frozenset({"", "text/plain", "application/octet-stream", "binary/octet-stream"})
#: What a file sent under a vague media type is, by the ending of its address.
ENDINGS = {".csv": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl", ".pdf": "pdf", ".docx": "docx"}


class Limits(NamedTuple):
    """Caps on one fetch: bytes received and bytes after decompression, seconds in all and for each wait, redirects."""

    size: int = 32 * 1024 * 1024
    seconds: float = 60.0
    wait: float = 15.0
    redirects: int = 5


@cache
def user_agent() -> str:
    """Give what figcheck says it is: its name, its version, and on whose account it asks."""
    try:
        number = version("figcheck")
    except PackageNotFoundError:
        number = "0"
    return f"{ROBOT}/{number} (checks figures in news; fetches what a person named)"
