"""Pages come from public addresses only, within their caps; each refusal is one line that says what to do."""

import gzip
import ssl
import threading
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
import trustme

from seeds.fetching import BadAddress, Fetched, Fetcher, Refused
from seeds.fetching.addresses import Resolver
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


def test_a_page_that_leads_to_a_private_address_is_refused() -> None:
    with pytest.raises(Refused, match=r"2130706433 is 127\.0\.0\.1, which is no public address"):
        fetched({"/a": moved("http://2130706433/x")})


def test_a_host_that_was_named_may_be_an_address() -> None:
    with Server({"/a": page(PAGE)}) as server:
        assert Fetcher(["127.0.0.1"], resolver=resolver).fetch(server.url("/a", "2130706433")).data == PAGE
        assert "no public address" in refusal(server.url("/a", "127.0.0.2"), ("127.0.0.1",))


@pytest.mark.parametrize("host", ["http://paper.example", "paper.example:8000", "a b", "", "-/-", "[::1"])
def test_a_host_that_is_none_cannot_be_named(host: str) -> None:
    with pytest.raises(BadAddress):
        Fetcher([host])


def test_a_name_beyond_ascii_is_looked_up_as_browsers_do() -> None:
    asked: list[str] = []

    def look_up(host: str) -> list[str]:
        asked.append(host)
        return ["10.0.0.1"]

    for host in ("Straße.Example.", "127。0。0。1", "１２７.1"):
        assert "no public address" in refusal(f"http://{host}/", resolve=look_up)
    assert asked == ["xn--strae-oqa.example"]


def test_one_private_address_among_public_ones_is_enough() -> None:
    said = refusal("http://mixed.example/", resolve=lambda host: ["93.184.215.14", "127.0.0.1"])
    assert "--allow-host mixed.example" in said


@pytest.mark.parametrize(
    "url",
    ["", "paper.example", "ftp://paper.example/", "file:///etc/passwd", "http://", "http://paper.example:0/",
     "http://paper.example:99999/", "http://me:secret@paper.example/", "http://paper.example/a\nb", "http://[/",
     "http://\ud800/", "http://" + "a" * 300 + ".example/", "http://public.example\\@127.0.0.1/", "http://127.0.0.1\\.x/",
     "http://@paper.example/", "http://paper%2eexample/", "http://[paper.example]/", "http://[::1%25lo]/",
     "http://a..example/", "//paper.example/", "javascript:alert(1)", "data:text/plain,hello", "http:paper.example"],
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


@pytest.mark.parametrize(
    "start",
    [b"HTTP/1.1 200 OK\r\nX: ", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;x="],
    ids=["headers", "lengths of chunks"],
)
def test_a_drip_where_lines_are_read_is_refused_when_its_time_is_up(start: bytes) -> None:
    done = threading.Event()

    def drip() -> Iterator[bytes]:
        yield start
        while not done.wait(0.02):
            yield b"x"

    try:
        with pytest.raises(Refused, match=r"took too long|did not answer in time"):
            fetched({"/a": drip}, limits=Limits(seconds=0.2))
    finally:
        done.set()


def test_time_and_redirects_are_counted_together() -> None:
    done = threading.Event()

    def slowly(number: int) -> Callable[[], Iterator[bytes]]:
        def answer() -> Iterator[bytes]:
            done.wait(0.15)
            yield moved(f"/{number + 1}")

        return answer

    with pytest.raises(Refused, match=r"in time|too long"):
        fetched({f"/{number}": slowly(number) for number in range(9)}, "/0", limits=Limits(seconds=0.3, redirects=9))


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


@pytest.mark.parametrize("cut", [0, 5, 6, 7, 12])
def test_a_page_in_chunks_is_whole_or_refused(cut: int) -> None:
    body = b"".join(b"%x\r\n%b\r\n" % (len(PAGE[at : at + 9]), PAGE[at : at + 9]) for at in range(0, len(PAGE), 9))
    whole = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + body + b"0\r\n\r\n"
    if not cut:
        assert fetched({"/a": whole}).data == PAGE
        return
    with pytest.raises(Refused, match="cut off"):
        fetched({"/a": whole[:-cut]})


@pytest.mark.parametrize("length", ["-1", "abc"])
def test_a_length_that_is_none_does_not_count(length: str) -> None:
    answer = page(PAGE).replace(f"Content-Length: {len(PAGE)}".encode(), f"Content-Length: {length}".encode())
    assert fetched({"/a": answer}).data == PAGE


def test_two_lengths_are_refused() -> None:
    with pytest.raises(Refused, match="no page of the web"):
        fetched({"/a": page(PAGE).replace(b"Content-Length: ", b"Content-Length: 1, ")})


@pytest.mark.parametrize("pieces", [1, 3, 10_000])
def test_gzip_in_several_members_is_unpacked_whole(pieces: int) -> None:
    packed = gzip.compress(PAGE) + gzip.compress(PAGE)

    def answer() -> Iterator[bytes]:
        yield b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n"
        size = -(-len(packed) // pieces)
        for at in range(0, len(packed), size):
            yield packed[at : at + size]

    assert fetched({"/a": answer}).data == PAGE * 2
    assert fetched({"/a": page(packed + bytes(40), Content_Encoding="gzip")}).data == PAGE * 2


def test_much_that_unpacks_to_nothing_is_refused() -> None:
    with pytest.raises(Refused, match="larger than figcheck takes"):
        fetched({"/a": page(gzip.compress(b"") * 60_000, Content_Encoding="gzip")}, limits=Limits(size=2**20))


def test_an_encoding_that_was_not_asked_for_is_refused() -> None:
    with pytest.raises(Refused, match="not asked for"):
        fetched({"/a": page(PAGE, Content_Encoding="br")})


@pytest.mark.parametrize("content_type", ["image/png", "video/mp4", "application/x-sqlite3"])
def test_what_is_no_text_is_refused(content_type: str) -> None:
    with pytest.raises(Refused, match=content_type):
        fetched({"/a": page(PAGE, content_type)})


def test_a_page_without_content_type_has_no_kind() -> None:
    assert fetched({"/a": page(PAGE, None)}).kind is None


@pytest.mark.parametrize(
    ("path", "content_type", "kind"),
    [("/a.csv", "text/plain", "csv"), ("/a.PDF?x=1", None, "pdf"), ("/a.jsonl", "application/octet-stream", "jsonl"),
     ("/a.csv", "text/html", "html"), ("/a.rss", "application/rss+xml", "feed"), ("/a", "text/xml", "markup"),
     ("/a", "TEXT/HTML ; Charset='utf-8'", "html")],
)  # fmt: skip
def test_the_kind_is_as_said_or_by_the_ending_where_that_says_little(
    path: str, content_type: str | None, kind: str
) -> None:
    assert fetched({path: page(PAGE, content_type)}, path).kind == kind


@pytest.mark.parametrize(
    ("status", "next_step"),
    [(404, "check the address"), (403, "open it in a browser"), (429, "try again later"), (500, "try again later")],
)
def test_the_servers_refusal_is_told(status: int, next_step: str) -> None:
    with pytest.raises(Refused, match=f"answered {status}.*{next_step}") as error:
        fetched({"/a": f"HTTP/1.1 {status} So\x1b[2Jit is\r\n\r\n".encode()})
    assert error.value.status == status and str(error.value).isprintable()


def test_somebody_may_forbid_an_address_and_where_it_leads() -> None:
    asked: list[str] = []

    def permit(url: str) -> None:
        asked.append(url)
        if url.endswith("/b"):
            raise Refused("not there")

    with Server({"/a": moved("/b"), "/b": page(PAGE)}) as server:
        fetcher = Fetcher(["paper.example"], resolver=resolver)
        with pytest.raises(Refused, match="not there"):
            fetcher.fetch(server.url("/a"), permit=permit)
        assert asked == [server.url("/a"), server.url("/b")] and len(server.asked) == 1


@pytest.mark.parametrize(
    "answer",
    [
        b"\x00\x01\x02 hello\r\n\r\n",
        b"HTTP/1.1 abc\r\n\r\n",
        b"SSH-2.0-OpenSSH\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 200,
    ],
)
def test_what_is_no_answer_at_all_is_refused(answer: bytes) -> None:
    with pytest.raises(Refused, match="sent what is no page of the web"):
        fetched({"/a": answer})


def test_a_server_that_hangs_up_is_said_to() -> None:
    with pytest.raises(Refused, match="cannot be reached"):
        fetched({"/a": b""})


def test_headers_that_are_none_trouble_nobody(capfd: pytest.CaptureFixture[str]) -> None:
    answer = page(PAGE).replace(b"\r\n", b"\r\nno colon here\r\n: \xff\r\n", 1)
    assert fetched({"/a": answer}).data == PAGE
    assert capfd.readouterr().err == ""


def test_a_path_beyond_ascii_is_sent_as_it_must_be() -> None:
    assert fetched({"/caf%C3%A9": page(PAGE)}, "/café").data == PAGE
    assert fetched({"/a": moved("/caf\u00e9"), "/caf%C3%A9": page(PAGE)}).data == PAGE
    assert fetched({"/%20?q=%26&b=%7B": page(PAGE)}, "/%20?q=%26&b={").data == PAGE


@pytest.mark.parametrize("name", ["paper.example", "other.example"])
def test_a_certificate_that_nobody_vouches_for_is_refused(name: str) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert(name).configure_cert(context)
    with Server({"/a": page(PAGE)}, context) as server:
        assert "the certificate of paper.example is not valid" in refusal(server.url("/a"), ("paper.example",))


def test_a_server_without_encryption_is_no_secure_one() -> None:
    with Server({}, ends=b"\x01") as server:
        assert "secure connection" in refusal(server.url("/a").replace("http:", "https:"), ("paper.example",))


def test_a_certificate_must_be_of_the_host(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    authority, context = trustme.CA(), ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("paper.example").configure_cert(context)
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    with Server({"/a": page(PAGE)}, context) as server:
        found = Fetcher(["paper.example"], resolver=resolver).fetch(server.url("/a"))
        assert found.data == PAGE
        assert "certificate" in refusal(server.url("/a", "other.example"), ("other.example",))
