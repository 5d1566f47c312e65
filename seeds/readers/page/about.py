"""What a page says of itself: JSON-LD, meta elements, its canonical link."""

from __future__ import annotations

import re
from typing import Any

from seeds.readers import metadata
from seeds.readers.metadata import Metadata, tidy_title
from seeds.readers.page.blocks import Tree

#: Longer scripts are no descriptions, and no more than so many are read, with so many things in them.
_LONGEST_SCRIPT, _MOST_SCRIPTS, _MOST_THINGS = 1_000_000, 20, 2_000
_ARTICLE = re.compile(r"(?:Article|BlogPosting|Report|WebPage|LiveBlogPosting)$")
_TITLES = ("og:title", "twitter:title", "citation_title", "dc.title", "parsely-title", "headline")
_PUBLISHED = (
    *("article:published_time", "datepublished", "og:published_time", "parsely-pub-date", "pubdate", "publishdate"),
    *("publish-date", "dc.date.issued", "dcterms.created", "dc.date", "citation_publication_date", "sailthru.date"),
    *("article.published", "date"),
)
_AUTHORS = ("author", "article:author", "parsely-author", "dc.creator", "byl", "citation_author")
_PUBLISHERS = ("og:site_name", "application-name", "dc.publisher", "publisher")
_LANGUAGES = ("content-language", "og:locale", "language", "inlanguage", "dc.language")
_SUFFIX = re.compile(r"\s+[|\-–—•·»:]\s+[^|\-–—•·»:]{1,60}$")
_HEAD = 10_000
_SAVED = re.compile(
    r"<!-- saved from url=\(\d{1,6}\)(?P<url>\S+) -->|Page saved with SingleFile\s+url: (?P<single>\S+)"
)
_OWN_PREFIXES = ("www.", "m.", "amp.", "mobile.", "edition.")


def about(tree: Tree, url: str | None = None) -> Metadata:
    """Read what a page says of itself; `url` is where it was fetched, and wins over another site's canonical link."""
    metas = _metas(tree)
    article = _article(tree.scripts)
    fetched, copy = metadata.original_of(url)
    publisher = metadata.names(article.get("publisher")) or _first(metas, _PUBLISHERS, metadata.names)
    title = tidy_title(article.get("headline")) or _first(metas, _TITLES, tidy_title)
    return Metadata(
        title=_without_site(title or tidy_title(tree.title), publisher),
        publisher=publisher,
        author=metadata.names(article.get("author")) or _first(metas, _AUTHORS, metadata.names),
        url=_canonical(tree, article, metas, fetched),
        published=metadata.day(article.get("datePublished")) or _first(metas, _PUBLISHED, metadata.day),
        language=metadata.language(tree.language)
        or metadata.language(article.get("inLanguage"))
        or _first(metas, _LANGUAGES, metadata.language),
        archived=copy or metadata.address(article.get("archivedAt")) or _linked(tree, "memento", None),
    )


def saved_from(page: str) -> str | None:
    """Give the address that a browser wrote into a page when it saved it (Chrome, Edge, SingleFile); None for none."""
    found = _SAVED.search(page[:_HEAD])
    return metadata.address(found["url"] or found["single"]) if found else None


def _metas(tree: Tree) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for attributes in tree.metas[:2_000]:
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = attributes.get(key, "").strip().lower()
            if name and attributes.get("content", "").strip():
                found.setdefault(name, []).append(attributes["content"])
    return found


def _first(metas: dict[str, list[str]], names: tuple[str, ...], read: Any) -> Any:
    """Give the first value under these names that can be read."""
    values = (value for name in names for value in metas.get(name, ()))
    return next((found for value in values if (found := read(value))), None)


def _article(scripts: list[str]) -> dict[str, Any]:
    """Give the first description of an article among the JSON-LD of a page; one of the page where there is none."""
    pages: dict[str, Any] = {}
    for script in scripts[:_MOST_SCRIPTS]:
        for thing in _things(script):
            kinds = thing.get("@type")
            names = [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]
            if any(_ARTICLE.search(name) and name != "WebPage" for name in names):
                return thing
            if "WebPage" in names and not pages:
                pages = {key: thing[key] for key in ("datePublished", "inLanguage", "archivedAt") if key in thing}
    return pages


def _things(script: str) -> list[dict[str, Any]]:
    import json

    if len(script) > _LONGEST_SCRIPT:
        return []
    try:
        waiting: list[Any] = [json.loads(script.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";"))]
    except (ValueError, RecursionError):
        return []
    found: list[dict[str, Any]] = []
    for _ in range(_MOST_THINGS):
        if not waiting:
            break
        thing = waiting.pop(0)
        if isinstance(thing, list):
            waiting.extend(thing[:_MOST_THINGS])
        elif isinstance(thing, dict):
            found.append(thing)
            waiting.extend(thing[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in thing)
    return found


def _canonical(tree: Tree, article: dict[str, Any], metas: dict[str, list[str]], url: str | None) -> str | None:
    """Give a page's own address: its canonical link, unless it was fetched from another site than that."""
    link = _linked(tree, "canonical", url) or _first(metas, ("og:url",), lambda value: metadata.address(value, url))
    link = link or metadata.address(article.get("url"), url)
    link, _ = metadata.original_of(link)
    if url is None or link is None:
        return link or url
    return link if _site(link) == _site(url) else url


def _linked(tree: Tree, relation: str, base: str | None) -> str | None:
    for attributes in tree.links[:2_000]:
        if relation in attributes.get("rel", "").lower().split():
            return metadata.address(attributes.get("href"), base)
    return None


def _site(url: str) -> str:
    from urllib.parse import urlsplit

    host = (urlsplit(url).hostname or "").lower()
    return next((host.removeprefix(prefix) for prefix in _OWN_PREFIXES if host.startswith(prefix)), host)


def _without_site(title: str | None, publisher: str | None) -> str | None:
    """Take the name of the site off the end of a title ("Dam fails | The Gazette")."""
    found = _SUFFIX.search(title) if title else None
    if title is None or found is None or publisher is None:
        return title
    site = found[0].strip(" |-–—•·»:").casefold()
    return title[: found.start()] if site and (site in publisher.casefold() or publisher.casefold() in site) else title
