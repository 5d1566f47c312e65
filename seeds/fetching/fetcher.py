"""The fetcher: public addresses only, every redirect checked again, caps on size, time and redirects."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from contextlib import closing, suppress
from http.client import HTTPException
from ssl import SSLCertVerificationError, SSLError
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urljoin, urlsplit

from seeds.document import utc_now
from seeds.fetching.addresses import Resolver, allowed, resolve
from seeds.fetching.asking import Answer, BadAddress, Target, ask, host_name, target_of
from seeds.fetching.bodies import LATE, BodyRefused, whole_body
from seeds.fetching.later import pause_asked, time_in
from seeds.fetching.limits import ENDINGS, KINDS, VAGUE, Limits

if TYPE_CHECKING:
    from urllib3.response import HTTPResponse

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
#: How much of a foreign word is repeated in a message.
_SHOWN = 60

#: Told each address before it is asked for; raises Refused where it must not be.
Permit = Callable[[str], None]


class Refused(Exception):
    """A fetch that was not done, or whose result is not taken; the message is one line for a person.

    `status` is the server's answer, None where it gave none that is no page; `pause` is how many seconds a busy one
    wants to be left alone, None where it does not say.
    """

    def __init__(self, message: str, status: int | None = None, pause: float | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.pause = pause


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

    `resolver` gives the addresses of a host. Nothing but these addresses is ever connected to. Raises BadAddress for
    what cannot be the name of a host.
    """

    def __init__(
        self, hosts: Collection[str] = (), *, limits: Limits | None = None, resolver: Resolver = resolve
    ) -> None:
        self._hosts = frozenset(map(host_name, hosts))
        self._limits = limits or Limits()
        self._resolver = resolver

    def fetch(self, url: str, kinds: Mapping[str, str] | None = KINDS, permit: Permit | None = None) -> Fetched:
        """Fetch a page of one of these kinds, by media type; raises Refused with what is wrong and what to do.

        Without kinds any type will do. `permit` may refuse the address, and those it leads to; its time is not counted.
        """
        left, here = self._limits.seconds, url
        for _ in range(self._limits.redirects + 1):
            try:
                target = target_of(here)
            except BadAddress as error:
                raise Refused(str(error) if here == url else f"it leads to {_cut(here)}: {error}") from None
            if permit is not None:
                permit(here)
            begun = monotonic()
            with closing(self._asked(target, begun + left)) as answer:
                if answer.response.status not in _REDIRECTS:
                    return self._taken(here, answer.response, kinds, begun + left)
                here = _next(here, answer.response.headers.get("Location"))
            left -= monotonic() - begun
        raise Refused(f"it leads from page to page, more than {self._limits.redirects} times; give the last address")

    def _asked(self, target: Target, deadline: float) -> Answer:
        """Ask for a page at the first of its addresses that answers."""
        from urllib3.exceptions import HTTPError

        try:
            addresses, refusal = allowed(target.host, self._resolver, self._hosts)
        except (OSError, UnicodeError):
            raise Refused(f"{_cut(target.host)} cannot be found; check the address, or the connection") from None
        if refusal is not None:
            raise Refused(refusal)
        problem: Exception | None = None
        for address in addresses:
            left = deadline - monotonic()
            if left <= 0:
                break
            try:
                return ask(target, address, min(left, self._limits.wait), deadline)
            except (HTTPError, HTTPException, OSError) as error:
                problem = error
        raise Refused(_why(problem, target.host, deadline)) from problem

    def _taken(self, url: str, answer: HTTPResponse, kinds: Mapping[str, str] | None, deadline: float) -> Fetched:
        """Take an answer that is no redirect."""
        if answer.status != 200:
            said = f" ({_cut(answer.reason)})" if answer.reason else ""
            pause = pause_asked(answer.status, answer.headers)
            next_step = _what_next(answer.status) if pause is None else f"try again after {time_in(pause)}"
            raise Refused(f"the server answered {answer.status}{said}; {next_step}", answer.status, pause)
        content_type = answer.headers.get("Content-Type", "")
        media = content_type.partition(";")[0].strip().lower()
        if kinds is not None and media not in kinds and media not in VAGUE:
            raise Refused(f"it is {_cut(media)}, which figcheck does not read; save its text and add that")
        charset = _CHARSET.search(content_type)
        return Fetched(
            url=url,
            kind=_by_ending(url, media) or (kinds or {}).get(media),
            charset=charset[1] if charset else None,
            data=self._body(answer, urlsplit(url).hostname or "", deadline),
            retrieved=utc_now(),
        )

    def _body(self, answer: HTTPResponse, host: str, deadline: float) -> bytes:
        from urllib3.exceptions import HTTPError

        def read(amount: int) -> bytes:
            # read1 gives what is there: a slow drip is met by the deadline and not waited for.
            return answer.read1(amount, decode_content=False)

        try:
            return whole_body(read, answer.headers.get("Content-Encoding", ""), self._limits.size, deadline)
        except BodyRefused as error:
            raise Refused(f"{error}; save its text and add that") from error
        except (HTTPError, HTTPException, OSError, ValueError) as error:
            raise Refused(_why(error, host, deadline, begun=True)) from error


def _by_ending(url: str, media: str) -> str | None:
    """Give what a file of a vague media type is by the ending of its address."""
    if media not in VAGUE:
        return None
    path = urlsplit(url).path.lower()
    return next((kind for ending, kind in ENDINGS.items() if path.endswith(ending)), None)


def _next(here: str, location: str | None) -> str:
    """Give the address that a page leads to; bytes beyond ASCII in it are UTF-8, as browsers take them."""
    if not location:
        raise Refused("it leads on to nowhere; check the address")
    with suppress(UnicodeError):
        location = location.encode("latin-1").decode("utf-8")
    try:
        return urljoin(here, location.strip())
    except ValueError:
        raise Refused("it leads on to what is no address; check the address") from None


def _what_next(status: int) -> str:
    if status in (401, 402, 403, 451):
        return "open it in a browser, save it and add that"
    return "try again later" if status == 429 or status >= 500 else "check the address"


def _why(error: Exception | None, host: str, deadline: float, *, begun: bool = False) -> str:
    """Say why nothing came, or with `begun` not everything."""
    from urllib3.exceptions import NewConnectionError
    from urllib3.exceptions import SSLError as EarlierSSLError
    from urllib3.exceptions import TimeoutError as Late

    host = _cut(host)
    if isinstance(error, SSLCertVerificationError):
        return f"the certificate of {host} is not valid ({error.verify_message}); figcheck does not fetch from there"
    if begun and monotonic() > deadline:
        return f"{LATE}; save its text and add that"
    new = isinstance(error, NewConnectionError)  # urllib3 counts it among those that came late
    if error is None or monotonic() > deadline or (isinstance(error, TimeoutError | Late) and not new):
        return f"{host} did not answer in time; try again later"
    if begun:
        return "it was cut off on the way; try again later"
    if isinstance(error, SSLError | EarlierSSLError):
        return f"no secure connection to {host} could be made; figcheck does not fetch from there"
    if new or isinstance(error, OSError):
        return f"{host} cannot be reached ({type(error).__name__}); try again later"
    return f"{host} sent what is no page of the web; check the address"


def _cut(text: str) -> str:
    """Give foreign words as they can stand in a message of one line."""
    cut = text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in cut)
