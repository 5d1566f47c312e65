"""What a batch of fetches keeps to: robots.txt (RFC 9309), and a pause between two pages of one host."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from seeds.fetching.asking import Target, target_of
from seeds.fetching.fetcher import Fetched, Fetcher, Refused
from seeds.fetching.later import time_in
from seeds.fetching.limits import ROBOT

if TYPE_CHECKING:
    from protego import Protego

T = TypeVar("T")

#: So many hosts are remembered; beyond, the oldest is asked for its rules again.
_HOSTS = 1_000


class Pace(NamedTuple):
    """How long is waited between two pages of one host, in seconds, and the clock and the sleep that it is done by.

    `longest` is the most that a robots.txt can ask for, `patience` the longest that a busy server is waited for.
    """

    pause: float = 1.0
    longest: float = 30.0
    patience: float = 60.0
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], object] = time.sleep


class Manners:
    """Fetches pages as a polite program does: only what robots.txt lets it, and not all at once."""

    def __init__(self, fetcher: Fetcher, pace: Pace) -> None:
        self._fetcher = fetcher
        self._pace = pace
        self._rules: dict[str, Protego | str] = {}
        self._left: dict[str, float] = {}
        self._closed: dict[str, float] = {}

    def fetch(self, url: str) -> Fetched:
        """Fetch a page; raises Refused, also where a robots.txt on the way does not let it or cannot be read.

        A server that is busy and says for how long is asked once more after that, if it is not too long.
        """
        met: list[str] = []

        def permit(here: str) -> None:
            target = target_of(here)
            self._check_open(target.host)
            rules = self._rules_of(target)
            if isinstance(rules, str):
                raise Refused(f"{rules} (this was its robots.txt, which must be read first)")
            if not rules.can_fetch(here, ROBOT):
                raise Refused(f"the robots.txt of {target.host} keeps programs from it; give it alone, or save it")
            if target.host not in met:
                self._wait(target.host, rules.crawl_delay(ROBOT))
            if met[-1:] != [target.host]:
                met.append(target.host)

        try:
            return self._patiently(lambda: self._fetcher.fetch(url, permit=permit), lambda: met[-1])
        finally:
            for host in met:
                _keep(self._left, host, self._pace.clock())

    def _patiently(self, fetch: Callable[[], Fetched], host: Callable[[], str]) -> Fetched:
        """Fetch, and once more after the pause that a busy server asks for; `host` is that of the last answer."""
        try:
            return fetch()
        except Refused as refused:
            if refused.pause is None:
                raise
            if refused.pause > self._pace.patience:
                _keep(self._closed, host(), self._pace.clock() + refused.pause)
                raise
            self._pace.sleep(refused.pause)
        return fetch()

    def _check_open(self, host: str) -> None:
        left = self._closed.get(host, 0.0) - self._pace.clock()
        if left > 0:
            raise Refused(f"{host} asks to be left alone for now; try again after {time_in(left)}")

    def _rules_of(self, target: Target) -> Protego | str:
        """Give the rules of a host, or why they cannot be known; asked for once."""
        found = self._rules.get(target.origin)
        if found is None:
            found = self._rules_at(target)
            _keep(self._rules, target.origin, found)
        return found

    def _rules_at(self, target: Target) -> Protego | str:
        """Give the rules of a host, or why they cannot be known.

        A host that answers that it has none lets everything be fetched, one that fails nothing (RFC 9309, 2.3.1).
        """
        from protego import Protego

        try:
            found = self._patiently(
                lambda: self._fetcher.fetch(f"{target.origin}/robots.txt", kinds=None), lambda: target.host
            )
        except Refused as refused:
            if refused.status is None or refused.status == 429 or not 400 <= refused.status < 500:
                return str(refused)
            return Protego.parse("")
        return Protego.parse(found.data.decode("utf-8-sig", "replace"))

    def _wait(self, host: str, asked: float | None) -> None:
        if host not in self._left:
            return
        pause = self._pace.pause
        if asked is not None and asked > pause:
            pause = min(asked, self._pace.longest)
        left = self._left[host] + pause - self._pace.clock()
        if left > 0:
            self._pace.sleep(left)


def _keep(kept: dict[str, T], key: str, value: T) -> None:
    kept.pop(key, None)
    kept[key] = value
    if len(kept) > _HOSTS:
        del kept[next(iter(kept))]
