"""Which addresses a fetch may go to: public ones, and those of hosts that the user named."""

import socket
from collections.abc import Callable, Collection
from ipaddress import IPv4Address, IPv6Network, ip_address

#: Gives every address of a host, as text; raises OSError where it has none.
Resolver = Callable[[str], list[str]]

#: The only block of IPv6 addresses that are given out to hosts of the public internet (IANA, IPv6 Address Space).
_UNICAST = IPv6Network("2000::/3")
#: Addresses that stand for an IPv4 one in networks without IPv4 (RFC 6052): its last 32 bits.
_TRANSLATED = IPv6Network("64:ff9b::/96")


def resolve(host: str) -> list[str]:
    """Ask the system for the addresses of a host."""
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def literal(host: str) -> str | None:
    """Give the address that a host's name is in itself; None where it is a name to be looked up.

    IPv4 may be written in any of the ways that systems read: 127.0.0.1, 2130706433, 0x7f.1, 0177.0.0.1.
    """
    try:
        return str(ip_address(host))
    except ValueError:
        pass
    if not host.isascii() or not set(host.lower()) <= set("0123456789abcdefx."):
        return None  # inet_aton stops at a blank and takes what stands before it
    try:
        return str(IPv4Address(socket.inet_aton(host)))
    except OSError:
        return None


def allowed(host: str, resolver: Resolver, hosts: Collection[str]) -> tuple[list[str], str | None]:
    """Give the addresses of a host to connect to, or why it is not gone to.

    Every address must be public, unless the user named the host: a host at a public and a private address is up to
    something. Raises OSError where it has no address.
    """
    written = literal(host)
    found = resolver(host) if written is None else [written]
    if not found:
        raise OSError("the host has no address")
    if host in hosts or written in hosts:
        return found, None
    private = next((address for address in found if not is_public(address)), None)
    if private is not None:
        is_it = "is" if host == private else f"is {private}, which is" if written else f"is at {private}, which is"
        return [], f"{host} {is_it} no public address; --allow-host {host} lets it through"
    return found, None


def is_public(address: str) -> bool:
    """Tell whether an address is one of the public internet; of an IPv6 one that leads to IPv4, whether that is."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return False
    if isinstance(parsed, IPv4Address):
        return _is_public_4(parsed)
    stands_for = IPv4Address(int(parsed) & 0xFFFFFFFF) if parsed in _TRANSLATED else parsed.ipv4_mapped
    if stands_for is not None:
        return _is_public_4(stands_for)
    leads_to = parsed.sixtofour
    public = parsed in _UNICAST and parsed.is_global and parsed.scope_id is None
    return public and (leads_to is None or _is_public_4(leads_to))


def _is_public_4(address: IPv4Address) -> bool:
    return address.is_global and not address.is_multicast and not address.is_reserved
