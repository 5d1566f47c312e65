"""Everything that can be given to be read: files, folders, standard input, addresses, feeds, lists of links."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from seeds import readers
from seeds.links import LinkList, is_address, lines_of
from seeds.readers import Failure, Reading, shown_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from typing import BinaryIO

    from seeds.web import Page, Web, WebOptions


def read_inputs(
    inputs: Iterable[str | Path | LinkList], stdin: BinaryIO | None = None, web: WebOptions | None = None
) -> Iterator[Reading | Failure]:
    """Read inputs in the order given; what is met twice is read once.

    The network is used for addresses only: those given, those in lists, and those that a feed names which is given
    itself. Several are a batch, for which robots.txt is asked and between which there are pauses. Never raises for an
    input: a Failure stands in its place. Raises BadAddress for a host in `web` that can be none.
    """
    waiting = list(inputs)
    source = _Source(stdin, web)
    several = sum(isinstance(each, LinkList) or is_address(str(each)) for each in waiting) > 1
    for given in waiting:
        if isinstance(given, LinkList):
            found = source.listed(given.path)
        elif is_address(str(given)):
            found = source.web().pages(str(given), alone=not several)
        elif (feed := _saved_feed(str(given))) is not None:
            found = source.web().feed(shown_name(given), feed)
        else:
            yield from source.files(str(given))
            continue
        yield from _read(found)


class _Source:
    """Where inputs are read from, and what was read already."""

    def __init__(self, stdin: BinaryIO | None, options: WebOptions | None) -> None:
        self._stdin = stdin
        self._options = options
        self._web: Web | None = None
        self._files: set[tuple[int, int]] = set()
        self._asked_stdin = False

    def web(self) -> Web:
        """Give the web, which is not loaded where nobody asks for it."""
        if self._web is None:
            from seeds.web import Web, WebOptions

            self._web = Web(self._options or WebOptions())
        return self._web

    def files(self, path: str) -> Iterator[Reading | Failure]:
        """Read a file, a folder or standard input."""
        if path != "-" or not self._asked_stdin:
            self._asked_stdin = self._asked_stdin or path == "-"
            yield from readers.read_inputs([path], self._stdin, seen=self._files)

    def listed(self, path: str) -> Iterator[Page | Failure]:
        """Fetch what a list names."""
        name = readers.STANDARD_INPUT if path == "-" else shown_name(path)
        try:
            if path != "-":
                with open(path, "rb") as file:
                    yield from self._links(file, name)
            elif self._stdin is None or self._asked_stdin:
                yield Failure(name, "there is no list to read any more; name a file instead of '-'")
            else:
                self._asked_stdin = True
                yield from self._links(self._stdin, name)
        except (OSError, ValueError) as error:
            why = getattr(error, "strerror", None) or str(error)
            yield Failure(name, f"this list of links could not be read ({why}); check its name")

    def _links(self, file: BinaryIO, name: str) -> Iterator[Page | Failure]:
        empty = True
        for number, address in lines_of(file):
            empty = False
            if address is None or "\0" in address:
                yield Failure(f"{name}:{number}", "this is no list of links; give one with an address a line")
                return
            if is_address(address):
                yield from self.web().pages(address)
            else:
                yield Failure(f"{name}:{number}", f"{shown_name(address[:60])} is no http or https address; check it")
        if empty:
            yield Failure(name, "this list has no links in it; give one with an address a line")


def _read(found: Iterator[Page | Failure]) -> Iterator[Reading | Failure]:
    from seeds.web import read_page

    for page in found:
        yield from (page,) if isinstance(page, Failure) else read_page(page)


def _saved_feed(path: str) -> bytes | None:
    """Give the bytes of a file that is a feed; None for anything else, also for what cannot be read."""
    if path == "-" or path.lower().endswith(readers.KINDS):
        return None
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            return None
        from seeds.feeds import HEAD, LARGEST_FEED, is_feed

        with open(path, "rb") as file:
            head = file.read(HEAD)
            return head + file.read(LARGEST_FEED + 1 - len(head)) if is_feed(head) else None
    except (OSError, ValueError):
        return None
