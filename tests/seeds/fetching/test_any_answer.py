"""Whatever a server sends, a fetch ends with a page or with a refusal in one line."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seeds.fetching import Fetched, Fetcher, Refused
from seeds.fetching.limits import Limits
from tests.seeds.fetching.server import Server

STATUS = [
    *("HTTP/1.1 200 OK", "HTTP/1.1 200", "HTTP/1.0 200 \xff\x1b[2J", "HTTP/1.1 302 Found", "HTTP/1.1 307"),
    *("HTTP/1.1 304", "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK", "HTTP/1.1 101 Switching", "HTTP/9.9 200 OK"),
    *("HTTP/1.1 -1", "ICY 200", "HTTP/1.1 99999 x", "HTTP/1.1 204 No"),
]
NAMES = [
    *("Content-Type", "Content-Length", "Content-Encoding", "Transfer-Encoding", "Location", "Connection"),
    *("X", "", "Set-Cookie", "Trailer", "Date", "Upgrade"),
]
VALUES = [
    *("text/html", "text/html; charset=\xff", "text/plain;charset=", "0", "5", "-1", "999999999999999999999", "5, 5"),
    *("gzip", "deflate", "chunked", "gzip, chunked", "br", "http://", "http://[", "//", "/a b", "?", "h2c", "é"),
    *("http://paper.example:99999/", "http://\xc3\xa9.example/", "http://xn--a.example/", "\x00", " a\r\n b", "close"),
]
BODIES = [b"", b"hello", b"5\r\nhello\r\n0\r\n\r\n", b"5\r\nhel", b"-5\r\nhello\r\n", b"ffffffffffffffffff\r\nx"]
PACKED = [b"\x1f\x8b\x08", b"x\x9c", b"\x1f\x8b" + bytes(99), b"0\r\nA: b\r\n", bytes(200_000)]
HEADERS = st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(VALUES)), max_size=5)


def nowhere(host: str) -> list[str]:
    raise OSError


def check(answer: bytes) -> None:
    with Server({"/": answer}) as server:
        fetcher = Fetcher(["127.0.0.1"], limits=Limits(size=100_000, seconds=2, wait=1), resolver=nowhere)
        try:
            assert isinstance(fetcher.fetch(server.url("/", "127.0.0.1")), Fetched)
        except Refused as refused:
            assert str(refused).isprintable() and str(refused)


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(STATUS), HEADERS, st.sampled_from(BODIES + PACKED))
def test_any_answer_is_a_page_or_refused(status: str, headers: list[tuple[str, str]], body: bytes) -> None:
    head = "\r\n".join([status, *(f"{name}: {value}" for name, value in headers)])
    check(head.encode("latin-1") + b"\r\n\r\n" + body)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200))
def test_any_bytes_are_a_page_or_refused(answer: bytes) -> None:
    check(answer)
