"""The fetcher: public addresses only, every redirect checked again, caps on size, time and redirects."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urljoin

from seeds.fetching.addresses import Resolver, allowed, resolve
from seeds.fetching.asking import Answer, BadAddress, Target, ask, target_of
from seeds.fetching.bodies import BodyRefused, whole_body
from seeds.fetching.limits import KINDS, Limits

if TYPE_CHECKING:
    import urllib3

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
#: How much of a foreign word is repeated in a message.
_SHOWN = 60


class Refused(Exception):
    """A fetch that was not done, or whose result is not taken; the message is one line for a person."""


class Fetched(NamedTuple):
    """A page as received: the address it came from in the end, its kind (None where it was not said), and its bytes.

    `charset` is as the server says; `retrieved` is a UTC timestamp.
    """

    url: str
    kind: str | None
    charset: str | None
    data: bytes
    retrieved: str


class Fetcher:
    """Fetches pages; `hosts` are the names (or addresses) of hosts that need not be public.

    `resolver` gives the addresses of a host. Nothing but these addresses is ever connected to.
    """

    def __init__(
        self, hosts: Collection[str] = (), *, limits: Limits | None = None, resolver: Resolver = resolve
    ) -> None:
        self._hosts = frozenset(host.lower().rstrip(".") for host in hosts)
        self._limits = limits or Limits()
        self._resolver = resolver

    def fetch(self, url: str, kinds: Mapping[str, str] = KINDS) -> Fetched:
        """Fetch a page of one of these kinds, by media type; raises Refused with what is wrong and what to do."""
        deadline = monotonic() + self._limits.seconds
        here = url
        for _ in range(self._limits.redirects + 1):
            try:
                answer = self._asked(target_of(here), deadline)
            except BadAddress as error:
                raise Refused(str(error)) from None
            try:
                response = answer.response
                if response.status not in _REDIRECTS:
                    return self._taken(here, response, kinds, deadline)
                here = _next(here, response.headers.get("Location"))
            finally:
                answer.close()
        raise Refused(f"it leads from page to page, more than {self._limits.redirects} times; give the last address")

    def _asked(self, target: Target, deadline: float) -> Answer:
        """Ask for a page at the first of its addresses that answers."""
        import urllib3

        try:
            addresses, refusal = allowed(target.host, self._resolver, self._hosts)
        except (OSError, UnicodeError):
            raise Refused(f"{target.host[:_SHOWN]} cannot be found; check the address, or the connection") from None
        if refusal is not None:
            raise Refused(refusal)
        problem: Exception | None = None
        for address in addresses:
            left = deadline - monotonic()
            if left <= 0:
                break
            try:
                return ask(target, address, min(left, self._limits.wait))
            except urllib3.exceptions.HTTPError as error:
                problem = error
        raise Refused(_why(problem, target.host)) from problem

    def _taken(self, url: str, answer: urllib3.BaseHTTPResponse, kinds: Mapping[str, str], deadline: float) -> Fetched:
        """Take an answer that is no redirect."""
        if answer.status != 200:
            why = (answer.reason or "no reason")[:_SHOWN]
            raise Refused(f"the server answered {answer.status} ({why}); check the address")
        said = answer.headers.get("Content-Type", "")
        media = said.partition(";")[0].strip().lower()
        if media and media not in kinds and media != "application/octet-stream":
            raise Refused(f"it is {media[:_SHOWN]}, which figcheck does not read; save its text and add that")
        charset = _CHARSET.search(said)
        return Fetched(
            url=url,
            kind=kinds.get(media),
            charset=charset[1] if charset else None,
            data=self._body(answer, deadline),
            retrieved=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        )

    def _body(self, answer: urllib3.BaseHTTPResponse, deadline: float) -> bytes:
        import urllib3

        def read(amount: int) -> bytes:
            # read1 gives what is there: a slow drip is met by the deadline and not waited for.
            return answer.read1(amount, decode_content=False)

        encoding = answer.headers.get("Content-Encoding", "")
        try:
            return whole_body(read, encoding, self._limits.size, deadline)
        except BodyRefused as error:
            raise Refused(f"{error}; save its text and add that") from error
        except (urllib3.exceptions.IncompleteRead, urllib3.exceptions.ProtocolError) as error:
            raise Refused("it was cut off on the way; try again later") from error
        except (urllib3.exceptions.HTTPError, OSError) as error:
            raise Refused(_why(error, "the server")) from error


def _next(here: str, location: str | None) -> str:
    if not location:
        raise Refused("it leads on to nowhere; check the address")
    try:
        return urljoin(here, location.strip())
    except ValueError:
        raise Refused("it leads on to what is no address; check the address") from None


def _why(error: Exception | None, host: str) -> str:
    import urllib3

    host = host[:_SHOWN]
    if isinstance(error, urllib3.exceptions.SSLError):
        return f"the certificate of {host} is not valid; figcheck does not fetch from there"
    late = isinstance(error, urllib3.exceptions.TimeoutError)
    if error is None or (late and not isinstance(error, urllib3.exceptions.NewConnectionError)):
        return f"{host} did not answer in time; try again later"
    return f"{host} cannot be reached ({type(error).__name__}); try again later"
