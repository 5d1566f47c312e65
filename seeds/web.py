"""Documents from the web: pages, and the pages that feeds name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from seeds.feeds import LARGEST_FEED, BadFeed, Entry, entries_of, is_feed
from seeds.fetching.addresses import Resolver, resolve
from seeds.fetching.extra import what_is_missing
from seeds.fetching.fetcher import Fetched, Fetcher, Refused
from seeds.fetching.limits import Limits
from seeds.fetching.manners import Manners, Pace
from seeds.links import is_address
from seeds.readers import Failure, Held, Reading, shown_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping


class WebOptions(NamedTuple):
    """How pages are fetched: hosts that need not be public, caps, pace, and what looks the addresses of hosts up."""

    hosts: tuple[str, ...] = ()
    limits: Limits = Limits()
    pace: Pace = Pace()
    resolver: Resolver = resolve


class Page(NamedTuple):
    """A page as received, to be read; `title` and `published` (an ISO day) are what a feed says of it.

    `name` is the address as given, `url` the one it came from in the end. The other fields are those of Fetched.
    """

    name: str
    data: bytes
    kind: str | None
    charset: str | None
    url: str
    retrieved: str
    title: str | None = None
    published: str | None = None


class Web:
    """Fetches what is given by address, each address once. Raises BadAddress for a host that can be none.

    A page of several, whose name is `held`, is not fetched. `missing` says what has to be installed before; None where
    all is there.
    """

    def __init__(self, options: WebOptions, held: Callable[[str], bool] | None = None) -> None:
        self.missing = what_is_missing()
        hosts = () if self.missing else options.hosts
        self._fetcher = Fetcher(hosts, limits=options.limits, resolver=options.resolver)
        self._manners = Manners(self._fetcher, options.pace)
        # Hashes: a list may have millions of addresses.
        self._met: set[int] = set()
        self._held = held or (lambda name: False)

    def pages(self, url: str, *, alone: bool = False) -> Iterator[Page | Failure | Held]:
        """Fetch a page, or the pages that a feed names. Of a page given `alone`, robots.txt is not asked."""
        fetched = self._fetched(url, alone=alone)
        if fetched is None or isinstance(fetched, Failure | Held):
            yield from () if fetched is None else (fetched,)
        elif _is_feed(fetched):
            yield from self.feed(shown_name(url), fetched.data, fetched.url, fetched.charset)
        else:
            yield _page(url, fetched)

    def feed(
        self, name: str, data: bytes, url: str | None = None, charset: str | None = None
    ) -> Iterator[Page | Failure | Held]:
        """Fetch the pages that a feed names; `url` is where it is from, None for a saved one."""
        if self.missing:
            yield Failure(name, self.missing)
            return
        try:
            entries = entries_of(data, url=url, charset=charset)
        except BadFeed as error:
            yield Failure(name, str(error))
            return
        except Exception as error:  # whatever one feed does to its parser, the others go on
            yield Failure(name, f"a feed that cannot be read ({type(error).__name__}); give the pages' addresses")
            return
        for entry in entries:
            page = self._entry(name, entry)
            if page is not None:
                yield page

    def saved(self, path: str) -> Iterator[Page | Failure | Held]:
        """Fetch the pages that a saved feed names."""
        try:
            with open(path, "rb") as file:
                data = file.read(LARGEST_FEED + 1)
        except OSError as error:
            yield Failure(shown_name(path), f"could not be read ({error.strerror or error}); check it")
        else:
            yield from self.feed(shown_name(path), data)

    def _entry(self, feed: str, entry: Entry) -> Page | Failure | Held | None:
        if entry.url is None:
            return Failure(feed, f'"{shown_name(entry.title or "")}" has no address in this feed; it is left out')
        if not is_address(entry.url):
            return Failure(feed, f"{shown_name(entry.url)} is no whole address; give the address of the feed itself")
        fetched = self._fetched(entry.url)
        if fetched is None or isinstance(fetched, Failure | Held):
            return fetched
        if _is_feed(fetched):
            return Failure(shown_name(entry.url), "a feed that another feed names; give it by itself")
        return _page(entry.url, fetched)._replace(title=entry.title, published=entry.published)

    def _fetched(self, url: str, *, alone: bool = False) -> Fetched | Failure | Held | None:
        """Fetch what is at an address; None where it was asked for before."""
        if hash(url) in self._met:
            return None
        self._met.add(hash(url))
        if not alone and self._held(shown_name(url)):
            return Held(shown_name(url))
        if self.missing:
            return Failure(shown_name(url), self.missing)
        try:
            return self._fetcher.fetch(url) if alone else self._manners.fetch(url)
        except Refused as refused:
            return Failure(shown_name(url), str(refused))
        except Exception as error:  # whatever one server does to the fetcher, the others go on
            return Failure(shown_name(url), f"could not be fetched ({type(error).__name__}); save it and add that")


def read_page(page: Page, fields: Mapping[str, str] | None = None) -> Iterator[Reading | Failure]:
    """Read a page; what a feed says of it counts where the page does not say it itself.

    `fields` are the names that JSONL and CSV files give to what a document has.
    """
    from seeds.readers.kinds import read_bytes

    found = read_bytes(
        page.data,
        name=page.name,
        given=page.name,
        kind=page.kind,
        charset=page.charset,
        url=page.url,
        retrieved=page.retrieved,
        fields=fields,
    )
    for reading in found:
        yield reading if isinstance(reading, Failure) else _completed(reading, page)


def _completed(reading: Reading, page: Page) -> Reading:
    document = reading.document
    title, published = document.title or page.title, document.published or page.published
    first = document.items[0]._replace(title=title, published=published)
    completed = replace(document, title=title, published=published, items=(first, *document.items[1:]))
    return reading._replace(document=completed)


def _is_feed(fetched: Fetched) -> bool:
    return fetched.kind == "feed" or (fetched.kind in (None, "html", "markup") and is_feed(fetched.data))


def _page(url: str, fetched: Fetched) -> Page:
    kind = None if fetched.kind == "markup" else fetched.kind
    return Page(shown_name(url), fetched.data, kind, fetched.charset, fetched.url, fetched.retrieved)
