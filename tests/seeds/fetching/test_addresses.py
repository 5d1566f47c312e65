"""Private addresses are refused however they are written, and wherever they are wrapped in others."""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeds.fetching import Fetcher, Refused
from seeds.fetching.addresses import allowed, is_public, literal
from seeds.fetching.asking import target_of

#: Networks of hosts that are nobody's business: RFC 6890 and the registries it set up.
PRIVATE_4 = [
    IPv4Network(each)
    for each in ("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
                 "192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4",
                 "240.0.0.0/4")
]  # fmt: skip
PRIVATE_6 = [
    IPv6Network(each)
    for each in ("::/128", "::1/128", "100::/64", "2001:db8::/32", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8")
]
WRAPPED = {
    "mapped": "::ffff:0:0/96",
    "compatible": "::/96",
    "translated": "64:ff9b::/96",
}


@st.composite
def within_4(draw: st.DrawFn) -> IPv4Address:
    network = draw(st.sampled_from(PRIVATE_4))
    return network[draw(st.integers(0, network.num_addresses - 1))]


@st.composite
def within_6(draw: st.DrawFn) -> IPv6Address:
    network = draw(st.sampled_from(PRIVATE_6))
    return network[draw(st.integers(0, network.num_addresses - 1))]


def number(value: int, base: str) -> str:
    return {"decimal": str(value), "octal": f"0{value:o}", "hex": f"0x{value:x}", "HEX": f"0X{value:X}"}[base]


@st.composite
def spelled(draw: st.DrawFn, address: IPv4Address) -> str:
    """Write an address as systems read it: one to four numbers, the last of which fills what is left."""
    parts = list(address.packed)
    kept = draw(st.integers(0, 3))
    last = int.from_bytes(parts[kept:], "big")
    bases = st.sampled_from(["decimal", "octal", "hex", "HEX"])
    written = ".".join(number(part, draw(bases)) for part in [*parts[:kept], last])
    if draw(st.booleans()):
        written = written.translate({ord("0") + digit: ord("０") + digit for digit in range(10)} | {ord("."): "。"})
    return written + draw(st.sampled_from(["", "."]))


@st.composite
def private_hosts(draw: st.DrawFn) -> str:
    """Write a host of an address that is private, or that wraps one that is."""
    address = draw(within_4())
    form = draw(st.sampled_from(["4", "6", "6to4", "site", *WRAPPED]))
    if form == "4":
        return draw(spelled(address))
    if form == "6":
        inside = draw(within_6())
    elif form == "6to4":
        inside = IPv6Address((0x2002 << 112) | int(address) << 80)
    elif form == "site":
        inside = IPv6Address((0x0064_FF9B_0001 << 80) | int(address))
    else:
        inside = IPv6Address(int(IPv6Network(WRAPPED[form])[0]) | int(address))
    text = draw(st.sampled_from([str(inside), inside.exploded, str(inside).upper()]))
    return f"[{text}]"


def never(host: str) -> list[str]:
    raise AssertionError(f"{host} was looked up")


@given(private_hosts())
def test_no_private_address_is_gone_to_however_it_is_written(host: str) -> None:
    with pytest.raises(Refused, match="no public address"):
        Fetcher(resolver=never).fetch(f"http://{host}/secret")


@given(private_hosts(), st.lists(st.sampled_from(["93.184.215.14", "2606:4700::1"]), max_size=2))
def test_one_private_address_among_those_of_a_name_is_enough(host: str, public: list[str]) -> None:
    private = literal(target_of(f"http://{host}/").host)
    assert private is not None
    for found in ([private, *public], [*public, private]):
        addresses, why = allowed("mixed.example", {"mixed.example": found}.__getitem__, ())
        assert addresses == [] and why is not None and "--allow-host mixed.example" in why


@given(st.ip_addresses(v=4).filter(lambda each: each.is_global and not each.is_multicast), st.data())
def test_a_public_address_is_one_however_it_is_written(address: IPv4Address, data: st.DataObject) -> None:
    host = target_of(f"http://{data.draw(spelled(address))}/").host
    assert allowed(host, never, ()) == ([str(address)], None)
    assert is_public(f"::ffff:{address}") and is_public(f"64:ff9b::{address}")


@given(st.text(min_size=1))
def test_any_host_is_a_name_or_an_address_or_refused(host: str) -> None:
    asked: list[str] = []

    def nowhere(name: str) -> list[str]:
        asked.append(name)
        raise OSError

    with pytest.raises(Refused) as refused:
        Fetcher(resolver=nowhere).fetch(f"http://{host}:1/")
    assert str(refused.value).isprintable()
    assert all(name.isascii() and name == name.lower() for name in asked)


@pytest.mark.parametrize(
    "address", ["93.184.215.14", "8.8.8.8", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "64:ff9b::5db8:d70e"]
)
def test_public_addresses_are_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "paper.example",
        "fe80::1%eth0",
        "2606:4700::1%1",
        "127.0.0.1 93.184.215.14",
        "4000::1",
        "fec0::1",
        "2001:0:5db8:d70e::a247:28f1",
    ],
)
def test_what_is_no_public_address_is_not(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("name", ["paper.example", "bed.cafe", "127.0.0.1 x", "1.2.3.4.5", "0x", "256.1.1.1", "f00d"])
def test_a_name_is_no_address(name: str) -> None:
    assert literal(name) is None
