"""Which addresses a fetch may go to: public ones, and those of hosts that the user named."""

import socket
from collections.abc import Callable, Collection
from ipaddress import IPv4Address, IPv6Address, ip_address

Address = IPv4Address | IPv6Address

#: Gives every address of a host, as text; raises OSError where it has none.
Resolver = Callable[[str], list[str]]


def resolve(host: str) -> list[str]:
    """Ask the system for the addresses of a host."""
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def allowed(host: str, resolver: Resolver, hosts: Collection[str]) -> tuple[list[str], str | None]:
    """Give the addresses of a host to connect to, or why it is not gone to.

    Every address must be public, unless the user named the host: a host at a public and a private address is up to
    something. Raises OSError where it has no address.
    """
    found = resolver(host)
    if not found:
        raise OSError("the host has no address")
    if host.lower().rstrip(".") in hosts:
        return found, None
    private = next((address for address in found if not is_public(address)), None)
    if private is not None:
        return [], f"{host} is at {private}, which is no public address; --allow-host {host} lets it through"
    return found, None


def is_public(address: str) -> bool:
    """Tell whether an address is one of the public internet, also where it is wrapped in another."""
    try:
        parsed = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return all(one.is_global and not one.is_multicast and not one.is_reserved for one in (parsed, *_inside(parsed)))


def _inside(address: Address) -> list[Address]:
    """Give the IPv4 addresses that an IPv6 one leads to: mapped, 6to4, Teredo; those of NAT64 are reserved."""
    if isinstance(address, IPv4Address):
        return []
    found: list[Address] = [wrapped for wrapped in (address.ipv4_mapped, address.sixtofour) if wrapped is not None]
    if address.teredo is not None:
        found.extend(address.teredo)
    return found
