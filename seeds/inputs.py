"""Everything that can be given to be read: files, folders, standard input, addresses, feeds, lists of links."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from seeds import readers
from seeds.links import Line, LinkList, is_address, lines_of, list_name
from seeds.readers import Failure, Held, Reading, Source, shown_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path
    from typing import BinaryIO

    from seeds.web import Page, Web, WebOptions


def read_inputs(
    inputs: Iterable[str | Path | LinkList],
    stdin: BinaryIO | None = None,
    web: WebOptions | None = None,
    fields: Mapping[str, str] | None = None,
) -> Iterator[Reading | Failure]:
    """Read inputs in the order given; what is met twice is read once.

    `fields` are the names that JSONL and CSV files give to what a document has, where they are not to be guessed.
    Never raises for an input: a Failure stands in its place. Raises BadAddress for a host in `web` that can be none.
    """
    given = Inputs(inputs, stdin, web, fields)
    for source in given.sources():
        found = (source,) if isinstance(source, Failure) else given.read(source)
        yield from (one for one in found if not isinstance(one, Held))


class Inputs:
    """Inputs to be listed and read: files, folders, "-", addresses, saved feeds and lists of links.

    The network is used for addresses only: those given, those in lists, and those that a feed names which is given
    itself. Several are a batch, for which robots.txt is asked and between which there are pauses; those of them are not
    fetched whose names are `held` by whoever asks.
    """

    def __init__(
        self,
        inputs: Iterable[str | Path | LinkList],
        stdin: BinaryIO | None = None,
        web: WebOptions | None = None,
        fields: Mapping[str, str] | None = None,
        held: Callable[[str], bool] | None = None,
    ) -> None:
        self._inputs = list(inputs)
        self._stdin = stdin
        self._fields = fields
        self._options = web
        self._held = held
        self._web: Web | None = None
        # The lines of lists that can be read once only.
        self._lines: dict[str, list[Line]] = {}

    def add(self, inputs: Iterable[str]) -> None:
        """Add inputs that are not among them, behind the others."""
        known = set(map(str, self._inputs))
        self._inputs += [each for each in inputs if each not in known]

    def sources(self) -> Iterator[Source | Failure]:
        """List what is to be read, in its order, without reading or fetching it; may be asked for again."""
        files: set[tuple[int, int]] = set()
        asked_stdin = False
        for given in self._inputs:
            path = str(given)
            if isinstance(given, LinkList):
                yield from self._listed(given.path, asked_stdin)
                asked_stdin = asked_stdin or given.path == "-"
            elif is_address(path):
                yield _address(path)
            elif path == "-":
                yield from () if asked_stdin else readers.sources(["-"], fields=self._fields)
                asked_stdin = True
            elif _is_saved_feed(path):
                yield Source(shown_name(path), None, link=path)
            else:
                yield from readers.sources([path], fields=self._fields, seen=files)

    def read(self, source: Source) -> Iterator[Reading | Failure | Held]:
        """Read or fetch the documents of a source; never raises for it: a Failure stands in their place."""
        if source.link is None and source.path is None and self._stdin is not None:
            yield from self._from_stdin(source, self._stdin)
        elif source.link is None:
            yield from readers.read_source(source)
        elif is_address(source.link):
            yield from self._pages(self._fetching().pages(source.link, alone=self._is_alone()))
        else:
            yield from self._pages(self._fetching().saved(source.link))

    def _from_stdin(self, source: Source, stdin: BinaryIO) -> Iterator[Reading | Failure | Held]:
        from seeds.feeds import LARGEST_FEED
        from seeds.piped import Piped

        piped = Piped(stdin)
        if piped.is_feed():
            yield from self._pages(self._fetching().feed(source.name, piped.read(LARGEST_FEED + 1)))
        else:
            yield from readers.read_source(source, piped)

    def _pages(self, found: Iterable[Page | Failure | Held]) -> Iterator[Reading | Failure | Held]:
        from seeds.web import read_page

        for page in found:
            yield from (page,) if isinstance(page, Failure | Held) else read_page(page, self._fields)

    def _is_alone(self) -> bool:
        """Tell whether one address is given and no list: a page that a person asks for."""
        lists = any(isinstance(each, LinkList) for each in self._inputs)
        return not lists and sum(is_address(str(each)) for each in self._inputs) == 1

    def _fetching(self) -> Web:
        """Give the web, which is not loaded where nobody asks for it."""
        if self._web is None:
            from seeds.web import Web, WebOptions

            self._web = Web(self._options or WebOptions(), self._held)
        return self._web

    def _listed(self, path: str, asked_stdin: bool) -> Iterator[Source | Failure]:
        """List what a list names."""
        name = list_name(path)
        if missing := self._fetching().missing:
            yield Failure(name, missing)
        elif path == "-" and (asked_stdin or self._stdin is None):
            yield Failure(name, "there is no list to read any more; name a file instead of '-'")
        else:
            try:
                yield from self._links(path, name)
            except (OSError, ValueError) as error:
                why = getattr(error, "strerror", None) or str(error)
                yield Failure(name, f"this list of links could not be read ({why}); check its name")

    def _links(self, path: str, name: str) -> Iterator[Source | Failure]:
        empty = True
        for number, address in self._lines_of(path):
            empty = False
            if address is None or "\0" in address:
                yield Failure(f"{name}:{number}", "this is no list of links; give one with an address a line")
                return
            if address.startswith("<"):
                yield Failure(name, "this is mark-up, no list of links; give a page or a feed without -i")
                return
            if is_address(address):
                yield _address(address)
            else:
                yield Failure(f"{name}:{number}", f"{shown_name(address[:60])} is no http or https address; check it")
        if empty:
            yield Failure(name, "this list has no links in it; give one with an address a line")

    def _lines_of(self, path: str) -> Iterable[Line]:
        if path in self._lines:
            return self._lines[path]
        if path == "-" and self._stdin is not None:
            self._lines[path] = list(lines_of(self._stdin))
        elif stat.S_ISREG(os.stat(path).st_mode):
            return _lines_of_file(path)
        else:
            self._lines[path] = list(_lines_of_file(path))
        return self._lines[path]


def _lines_of_file(path: str) -> Iterator[Line]:
    with open(path, "rb") as file:
        yield from lines_of(file)


def _address(given: str) -> Source | Failure:
    name = shown_name(given)
    if name != given:  # what is shown is what is fetched
        return Failure(name, "the address has blanks or control characters in it; check it")
    return Source(name, None, link=given)


def _is_saved_feed(path: str) -> bool:
    """Tell whether a file is a feed, by its beginning; not of one that cannot be read."""
    if path.lower().endswith(readers.KINDS):
        return False
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            return False
        from seeds.feeds import HEAD, is_feed

        with open(path, "rb") as file:
            return is_feed(file.read(HEAD))
    except (OSError, ValueError):
        return False
