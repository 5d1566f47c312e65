"""One request to one address: the connection goes to the address, everything else goes by the host's name."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from seeds.fetching.limits import USER_AGENT

if TYPE_CHECKING:
    import urllib3

_ACCEPT = "text/html, application/xhtml+xml, text/plain, application/pdf, application/xml;q=0.8, */*;q=0.1"
_PORTS = {"http": 80, "https": 443}


class BadAddress(ValueError):
    """An address that cannot be fetched; the message says why and what to do."""


class Target(NamedTuple):
    """What is asked for: `host` in ASCII, `path` with its query."""

    scheme: str
    host: str
    port: int
    path: str


def target_of(url: str) -> Target:
    """Take an address apart; raises BadAddress for what is none, and for one that holds a password."""
    if any(character.isspace() or not character.isprintable() for character in url):
        raise BadAddress("the address has blanks or control characters in it; check it")
    try:
        parts = urlsplit(url)
        port, host = parts.port, (parts.hostname or "").encode("idna").decode("ascii")
    except ValueError:
        raise BadAddress("this is no address; check it") from None
    if parts.scheme not in _PORTS or not host or port == 0:
        raise BadAddress("only http and https addresses are fetched; check it")
    if parts.username is not None or parts.password is not None:
        raise BadAddress("an address with a name or password in it is not fetched; save the page and add that")
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Target(parts.scheme, host, port or _PORTS[parts.scheme], path)


class Answer(NamedTuple):
    """A response with its body unread, and the connections behind it."""

    response: urllib3.BaseHTTPResponse
    pool: urllib3.HTTPConnectionPool

    def close(self) -> None:
        """Close the connection, whatever is left of the body."""
        self.response.close()
        self.pool.close()


def ask(target: Target, address: str, wait: float) -> Answer:
    """Send a request and give the answer, to be closed; raises urllib3's HTTPError.

    `wait` is the longest wait for the connection, and for each part of the answer, in seconds. A certificate must be
    valid for the host's name.
    """
    import urllib3

    timeout = urllib3.Timeout(connect=wait, read=wait)
    pool: urllib3.HTTPConnectionPool
    if target.scheme == "https":
        pool = urllib3.HTTPSConnectionPool(
            address,
            target.port,
            timeout=timeout,
            cert_reqs="CERT_REQUIRED",
            server_hostname=target.host,
            assert_hostname=target.host,
        )
    else:
        pool = urllib3.HTTPConnectionPool(address, target.port, timeout=timeout)
    named = f"[{target.host}]" if ":" in target.host else target.host
    response = pool.urlopen(
        "GET",
        target.path,
        headers={
            "Host": named if target.port == _PORTS[target.scheme] else f"{named}:{target.port}",
            "User-Agent": USER_AGENT,
            "Accept": _ACCEPT,
            "Accept-Encoding": "gzip, identity",
        },
        retries=False,
        redirect=False,
        preload_content=False,
        decode_content=False,
    )
    return Answer(response, pool)
