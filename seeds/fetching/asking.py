"""One request to one address: the connection goes to the address, everything else goes by the host's name."""

from __future__ import annotations

import re
import socket
from contextlib import ExitStack, suppress
from threading import Timer
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote, urlsplit

from seeds.fetching.addresses import literal
from seeds.fetching.limits import user_agent

if TYPE_CHECKING:
    from urllib3.connection import HTTPConnection
    from urllib3.response import HTTPResponse

_ACCEPT = (
    "text/html, application/xhtml+xml, text/plain, application/pdf, application/rss+xml, application/atom+xml, "
    "application/xml;q=0.8, */*;q=0.1"
)
_PORTS = {"http": 80, "https": 443}
#: What a name in the domain name system is written in once it is ASCII; underscores are seen in practice.
_NAME = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*")
#: What may stand in a path and a query as it is (RFC 3986); a percent sign is taken to begin an escape.
_PATH_CHARACTERS = "/?%:@!$&'()*+,;=~"


class BadAddress(ValueError):
    """An address that cannot be fetched; the message says why and what to do."""


class Target(NamedTuple):
    """What is asked for: `host` in lower-case ASCII without a last dot, `path` with its query, both as sent."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def origin(self) -> str:
        """The address of the host's first page, without the last slash."""
        return f"{self.scheme}://{self.authority}"

    @property
    def authority(self) -> str:
        """The host as it stands in an address, with the port where it is not the usual one."""
        named = f"[{self.host}]" if ":" in self.host else self.host
        return named if self.port == _PORTS[self.scheme] else f"{named}:{self.port}"


def target_of(url: str) -> Target:
    """Take an address apart; raises BadAddress for what is none, and for one that holds a password."""
    if any(character.isspace() or not character.isprintable() for character in url):
        raise BadAddress("the address has blanks or control characters in it; check it")
    try:
        parts = urlsplit(url)
        port, host = parts.port, parts.hostname or ""
    except ValueError:
        raise BadAddress("this is no address; check it") from None
    if parts.scheme not in _PORTS or not host or port == 0:
        raise BadAddress("only http and https addresses are fetched; check it")
    if parts.username is not None or parts.password is not None:
        raise BadAddress("an address with a name or password in it is not fetched; save the page and add that")
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Target(parts.scheme, host_name(host), port or _PORTS[parts.scheme], quote(path, safe=_PATH_CHARACTERS))


def host_name(host: str) -> str:
    """Give a host's name as it is looked up: lower case, in ASCII, without a last dot or the brackets of IPv6.

    Raises BadAddress for what cannot be the name of a host.
    """
    name = (host[1:-1] if host[:1] + host[-1:] == "[]" else host).lower()
    if ":" in name:
        if literal(name) is None:
            raise BadAddress("this is no address; check it")
        return name
    if not name.isascii():
        import idna

        try:
            name = idna.encode(name, uts46=True).decode("ascii")
        except idna.IDNAError:
            raise BadAddress("its host's name cannot be a name of the web; check it") from None
    name = name.removesuffix(".")
    if not _NAME.fullmatch(name):
        raise BadAddress("its host's name cannot be a name of the web; check it")
    return name


class Answer:
    """A response with its body unread. Whatever it waits for is cut off at the deadline."""

    def __init__(self, response: HTTPResponse, connected: socket.socket, alarm: Timer) -> None:
        self.response = response
        self._connected = connected
        self._alarm = alarm

    def close(self) -> None:
        """Close the connection, whatever is left of the body."""
        self._alarm.cancel()
        self.response.close()
        _hang_up(self._connected)


def ask(target: Target, address: str, wait: float, deadline: float) -> Answer:
    """Send a request and give the answer, to be closed; raises OSError, HTTPException or urllib3's HTTPError.

    `wait` is the longest wait for the connection, for its encryption, and for each part of the answer, in seconds; at
    the `deadline` (of time.monotonic) the connection is cut, since a server can send headers byte by byte for days. A
    certificate must be valid for the host's name.
    """
    connection = _connection(target, address, wait)
    with ExitStack() as undo:
        undo.callback(connection.close)
        connection.connect()
        connected = connection.sock  # the connection forgets it where the server says that it will close
        undo.callback(_hang_up, connected)
        alarm = Timer(max(deadline - monotonic(), 0), _cut, (connected,))
        alarm.daemon = True
        alarm.start()
        undo.callback(alarm.cancel)
        connection.request("GET", target.path, headers=_headers(target), preload_content=False, decode_content=False)
        answer = Answer(connection.getresponse(), connected, alarm)
        undo.pop_all()
        return answer


def _cut(connected: socket.socket) -> None:
    with suppress(OSError):
        # Not the method of an SSL socket: after it, the reading thread would take what comes for plain text.
        socket.socket.shutdown(connected, socket.SHUT_RDWR)


def _hang_up(connected: socket.socket) -> None:
    """Close a connection at once, whoever holds a file on it."""
    with suppress(OSError):
        socket.close(connected.detach())


def _connection(target: Target, address: str, wait: float) -> HTTPConnection:
    from urllib3.connection import HTTPConnection, HTTPSConnection

    if target.scheme == "http":
        return HTTPConnection(address, target.port, timeout=wait)
    return HTTPSConnection(address, target.port, timeout=wait, cert_reqs="CERT_REQUIRED", server_hostname=target.host)


def _headers(target: Target) -> dict[str, str]:
    return {
        "Host": target.authority,
        "User-Agent": user_agent(),
        "Accept": _ACCEPT,
        "Accept-Encoding": "gzip, identity",
        "Connection": "close",
    }
