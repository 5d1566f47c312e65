"""Feeds, RSS and Atom: the pages that one names."""

from __future__ import annotations

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from typing import TYPE_CHECKING, NamedTuple

from seeds.dates import iso_date
from seeds.patterns import Later
from seeds.readers.charsets import page_text
from seeds.readers.decode import decoded

if TYPE_CHECKING:
    from feedparser import FeedParserDict

#: Larger feeds, in bytes, are refused: reading one can take twelve seconds a megabyte.
LARGEST_FEED = 4 * 1024 * 1024
#: So much of a file, in bytes, is looked at to see whether it is a feed.
HEAD = 64 * 1024
_ROOT = Later(r"<(?:[\w.-]+:)?(rss|feed|RDF)(?=[\s/>])")
_TAG = Later(r"<[^<>]*>")
_SOLID = Later(r"\S")


class Entry(NamedTuple):
    """A page that a feed names: its address, None where the feed gives none, and what the feed says of it.

    `published` is an ISO day.
    """

    url: str | None
    title: str | None
    published: str | None


class BadFeed(ValueError):
    """A feed that is not read; the message says why and what to do."""


def is_feed(data: bytes) -> bool:
    """Tell whether bytes are a feed, by the element that they begin with."""
    return _ROOT.match(_after_prolog(_head(data))[1]) is not None


def entries_of(data: bytes, *, url: str | None = None, charset: str | None = None) -> list[Entry]:
    """Give the entries of a feed in its order, with whole addresses; an address that comes again is left out.

    `url` is where the feed is from, None for a saved one, and `charset` as the server says. Raises BadFeed.
    """
    if len(data) > LARGEST_FEED:
        raise BadFeed(f"a feed larger than figcheck reads ({LARGEST_FEED // 2**20} MB); give the pages' addresses")
    prolog, body = _after_prolog(page_text(data, charset)[0])
    if _ROOT.match(body) is None:
        raise BadFeed("no feed, though it is said to be one; save the page and add that, or give the feed's address")
    if "<!entity" in prolog.lower():
        raise BadFeed("a feed that declares entities, which can be made to burst; give the pages' addresses")
    from io import BytesIO

    import feedparser

    # As a file: feedparser would take a text for an address to fetch, or for a file to open.
    parsed = feedparser.parse(
        BytesIO(body.encode("utf-8", "replace")),
        response_headers={"content-type": "application/xml; charset=utf-8", "content-location": url or ""},
        resolve_relative_uris=False,
        sanitize_html=False,
    )
    if not parsed.entries:
        raise BadFeed("a feed without entries; there is nothing in it to fetch")
    base = url or _own_address(parsed.feed)
    found: list[Entry] = []
    met: set[str] = set()
    for entry in (_entry(each, base) for each in parsed.entries):
        if entry.url not in met:
            found.append(entry)
        if entry.url is not None:
            met.add(entry.url)
    return found


def _head(data: bytes) -> str:
    if data.startswith((BOM_UTF8, BOM_UTF16_LE, BOM_UTF16_BE)):
        return decoded(data[:HEAD])[0]
    return data[:HEAD].decode("latin-1")


def _after_prolog(text: str) -> tuple[str, str]:
    """Cut a text in two before its first element: XML declaration, comments and document type, and the rest."""
    at = 0
    while True:
        first = _SOLID.search(text, at)
        if first is None:
            return text, ""
        at = first.start()
        if text.startswith("<?", at):
            end = text.find("?>", at)
        elif text.startswith("<!--", at):
            end = text.find("-->", at)
        elif text[at : at + 9].upper() == "<!DOCTYPE":
            end = text.find(">", at)
            subset = text.find("[", at, end if end >= 0 else None)
            end = text.find("]", subset) if subset >= 0 else end
            end = text.find(">", end) if subset >= 0 and end >= 0 else end
        else:
            return text[:at], text[at:]
        if end < 0:
            return text, ""
        at = text.index(">", end) + 1


def _own_address(feed: FeedParserDict) -> str | None:
    """Give the address that a saved feed says it has, or that of its site."""
    own = [link.get("href") for link in feed.get("links", ()) if link.get("rel") == "self"]
    return next((each for each in (*own, feed.get("link")) if each and _is_web(each)), None)


def _entry(entry: FeedParserDict, base: str | None) -> Entry:
    link = _address(entry.get("link"), base)
    title = entry.get("title")
    if title and entry.title_detail.get("type") != "text/plain":
        from html import unescape

        title = unescape(_TAG.sub(" ", title))
    return Entry(link, " ".join((title or "").split()) or None, _day(entry))


def _address(link: str | None, base: str | None) -> str | None:
    from urllib.parse import urljoin

    if not link:
        return None
    try:
        return urljoin(base or "", link.strip())
    except ValueError:
        return link  # which is refused when it is to be fetched


def _day(entry: FeedParserDict) -> str | None:
    """Give the day of an entry as it is written, in its own time zone; else as feedparser reads it."""
    for name in ("published", "updated"):
        written, parsed = entry.get(name), entry.get(f"{name}_parsed")
        day = iso_date(written) if written else None
        if day or parsed:
            return day or f"{parsed.tm_year:04}-{parsed.tm_mon:02}-{parsed.tm_mday:02}"
    return None


def _is_web(url: str) -> bool:
    return url.lower().startswith(("http://", "https://"))
