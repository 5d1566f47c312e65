"""Pages come from public addresses only, within their caps; each refusal is one line that says what to do."""

import gzip
import ssl
import threading
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
import trustme

from seeds.fetching import Fetched, Fetcher, Refused
from seeds.fetching.addresses import Resolver, is_public
from seeds.fetching.limits import Limits
from tests.seeds.fetching.server import Answer, Server, moved, page

PAGE = b"<html><p>About 40 boats came in.</p></html>"
HOSTS = {"paper.example": ["127.0.0.1"], "other.example": ["127.0.0.1"], "public.example": ["93.184.215.14"]}


def resolver(host: str) -> list[str]:
    if host in HOSTS:
        return HOSTS[host]
    raise OSError("no such host")


def fetched(
    answers: Mapping[str, bytes | Callable[[], Answer]], path: str = "/a", *, limits: Limits | None = None
) -> Fetched:
    with Server(answers) as server:
        return Fetcher(["paper.example"], limits=limits, resolver=resolver).fetch(server.url(path))


def refusal(url: str, hosts: tuple[str, ...] = (), resolve: Resolver = resolver) -> str:
    with pytest.raises(Refused) as error:
        Fetcher(hosts, resolver=resolve).fetch(url)
    assert "\n" not in str(error.value)
    return str(error.value)


def test_a_page_comes_with_its_kind_and_encoding() -> None:
    with Server({"/a?b=1": page(PAGE)}) as server:
        found = Fetcher(["Paper.Example."], resolver=resolver).fetch(server.url("/a?b=1"))
        assert (found.data, found.kind, found.charset) == (PAGE, "html", "utf-8")
        assert found.url == server.url("/a?b=1") and found.retrieved.endswith("Z")
        asked = server.asked[0].splitlines()
        assert f"Host: paper.example:{server.port}" in asked
        assert any(line.startswith("User-Agent: figcheck/") for line in asked)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_it_follows_where_a_page_moved(status: int) -> None:
    found = fetched({"/a": moved("/b/c?d", status), "/b/c?d": page(PAGE)})
    assert found.data == PAGE and found.url.endswith("/b/c?d")


def test_a_loop_ends() -> None:
    with pytest.raises(Refused, match="more than 5 times"):
        fetched({"/a": moved("/b"), "/b": moved("/a")})


@pytest.mark.parametrize("location", ["", "ftp://paper.example/x", "http://[::1", "javascript:alert(1)", "http://a b/"])
def test_a_page_that_leads_nowhere_is_refused(location: str) -> None:
    with pytest.raises(Refused):
        fetched({"/a": moved(location)})


def test_a_page_that_leads_to_a_private_host_is_refused() -> None:
    with (
        Server({"/a": moved("http://other.example/x")}) as server,
        pytest.raises(Refused, match=r"other\.example is at 127\.0\.0\.1, which is no public address"),
    ):
        Fetcher(["paper.example"], resolver=resolver).fetch(server.url("/a"))


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "10.0.0.8", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "2130706433",
     "0x7f.1", "[::1]", "[::ffff:127.0.0.1]", "[::ffff:10.0.0.1]", "[fe80::1]", "[fd00::1]", "[2002:7f00:1::]",
     "[64:ff9b::7f00:1]", "224.0.0.1", "255.255.255.255"],
)  # fmt: skip
def test_no_private_address_is_gone_to_however_it_is_written(host: str) -> None:
    from seeds.fetching.addresses import resolve

    said = refusal(f"http://{host}/secret", resolve=resolve)
    assert "no public address" in said or "cannot be found" in said or "no address" in said


def test_one_private_address_among_public_ones_is_enough() -> None:
    said = refusal("http://mixed.example/", resolve=lambda host: ["93.184.215.14", "127.0.0.1"])
    assert "--allow-host mixed.example" in said


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "8.8.8.8"])
def test_public_addresses_are_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "url",
    ["", "paper.example", "ftp://paper.example/", "file:///etc/passwd", "http://", "http://paper.example:0/",
     "http://paper.example:99999/", "http://me:secret@paper.example/", "http://paper.example/a\nb", "http://[/",
     "http://\ud800/", "http://" + "a" * 300 + ".example/"],
)  # fmt: skip
def test_what_is_no_address_is_refused(url: str) -> None:
    assert refusal(url)


def test_a_host_that_cannot_be_found_is_named() -> None:
    assert "nowhere.example cannot be found" in refusal("http://nowhere.example/")


def test_a_server_that_is_not_there_is_said_to_be() -> None:
    with Server({}) as server:
        url = server.url("/a")
    assert "cannot be reached" in refusal(url, ("paper.example",))


def test_gzip_is_unpacked() -> None:
    assert fetched({"/a": page(gzip.compress(PAGE), Content_Encoding="gzip")}).data == PAGE


@pytest.mark.parametrize("wbits", [zlib.MAX_WBITS, -zlib.MAX_WBITS])
def test_deflate_is_unpacked_with_and_without_its_header(wbits: int) -> None:
    packer = zlib.compressobj(wbits=wbits)
    packed = packer.compress(PAGE * 5000) + packer.flush()
    assert fetched({"/a": page(packed, Content_Encoding="deflate")}).data == PAGE * 5000


def test_a_bomb_is_refused_when_it_goes_off() -> None:
    bomb = gzip.compress(bytes(50_000_000))
    with pytest.raises(Refused, match="larger than figcheck takes"):
        fetched({"/a": page(bomb, Content_Encoding="gzip")}, limits=Limits(size=2**20))


def test_what_never_ends_is_refused() -> None:
    def endless() -> Iterator[bytes]:
        yield b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
        while True:
            yield bytes(65536)

    with pytest.raises(Refused, match="larger than figcheck takes"):
        fetched({"/a": endless}, limits=Limits(size=2**20))


def test_a_slow_drip_is_refused_when_its_time_is_up() -> None:
    done = threading.Event()

    def drip() -> Iterator[bytes]:
        yield b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1000\r\n\r\n"
        while not done.wait(0.02):
            yield b"x"

    try:
        with pytest.raises(Refused, match="took too long"):
            fetched({"/a": drip}, limits=Limits(seconds=0.2))
    finally:
        done.set()


def test_a_server_that_says_nothing_is_refused() -> None:
    done = threading.Event()

    def silent() -> Iterator[bytes]:
        done.wait(10)
        yield b""

    with Server({"/a": silent}) as server:
        try:
            with pytest.raises(Refused, match="did not answer in time"):
                Fetcher(["paper.example"], limits=Limits(wait=0.1), resolver=resolver).fetch(server.url("/a"))
        finally:
            done.set()


@pytest.mark.parametrize("encoding", [None, "gzip"])
def test_a_page_that_is_cut_off_is_refused(encoding: str | None) -> None:
    body = PAGE if encoding is None else gzip.compress(PAGE)
    headers = {} if encoding is None else {"Content_Encoding": encoding}
    answer = page(body, **headers)
    with pytest.raises(Refused, match="cut off"):
        fetched({"/a": answer[:-9]})


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_what_is_not_packed_as_it_says_is_refused(encoding: str) -> None:
    with pytest.raises(Refused, match="unpacked"):
        fetched({"/a": page(PAGE, Content_Encoding=encoding)})


def test_an_encoding_that_was_not_asked_for_is_refused() -> None:
    with pytest.raises(Refused, match="not asked for"):
        fetched({"/a": page(PAGE, Content_Encoding="br")})


@pytest.mark.parametrize("content_type", ["image/png", "video/mp4", "application/x-sqlite3"])
def test_what_is_no_text_is_refused(content_type: str) -> None:
    with pytest.raises(Refused, match=content_type):
        fetched({"/a": page(PAGE, content_type)})


def test_a_page_without_content_type_has_no_kind() -> None:
    assert fetched({"/a": page(PAGE, None)}).kind is None


def test_the_servers_refusal_is_told() -> None:
    with pytest.raises(Refused, match="answered 404"):
        fetched({})


def test_what_is_no_answer_at_all_is_refused() -> None:
    with pytest.raises(Refused, match="cannot be reached"):
        fetched({"/a": b"\x00\x01\x02 hello\r\n\r\n"})


def test_a_path_beyond_ascii_is_sent_as_it_must_be() -> None:
    assert fetched({"/caf%C3%A9": page(PAGE)}, "/café").data == PAGE


@pytest.mark.parametrize("name", ["paper.example", "other.example"])
def test_a_certificate_that_nobody_vouches_for_is_refused(name: str) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert(name).configure_cert(context)
    with Server({"/a": page(PAGE)}, context) as server:
        assert "the certificate of paper.example is not valid" in refusal(server.url("/a"), ("paper.example",))


def test_a_certificate_must_be_of_the_host(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    authority, context = trustme.CA(), ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("paper.example").configure_cert(context)
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    with Server({"/a": page(PAGE)}, context) as server:
        found = Fetcher(["paper.example"], resolver=resolver).fetch(server.url("/a"))
        assert found.data == PAGE
        assert "certificate" in refusal(server.url("/a", "other.example"), ("other.example",))
