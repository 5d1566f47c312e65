"""Addresses, feeds and lists among the inputs: each ends as a document or in one line that names it."""

import gzip
import hashlib
import io
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from threading import Thread

import pytest

from seeds import Failure, LinkList, Reading, WebOptions, read_inputs
from seeds.fetching.limits import Limits
from seeds.fetching.manners import Pace
from seeds.inputs import Inputs
from tests.seeds.fetching.clock import Clock
from tests.seeds.fetching.server import Answer, Server, moved, page

TEXT = "The ministry said that more than 4,200 people had left the valley.\n"
NOT_THERE = b"HTTP/1.1 404 Not Found\r\n\r\n"


def resolver(host: str) -> list[str]:
    found = {"paper.example": "127.0.0.1", "other.example": "127.0.0.1", "intranet.example": "127.0.0.1"}
    if host not in found:
        raise OSError
    return [found[host]]


def text(number: int = 0) -> bytes:
    return page(f"{TEXT}It was day {number}.\n".encode(), "text/plain; charset=utf-8")


def feed(*links: str, content_type: str | None = "application/rss+xml") -> bytes:
    items = "".join(
        f"<item><title>Story {n}</title><link>{link}</link><pubDate>0{n + 1} Jun 2026 08:00:00 GMT</pubDate></item>"
        for n, link in enumerate(links)
    )
    return page(f"<rss><channel><title>News</title>{items}</channel></rss>".encode(), content_type)


class Web:
    """A server, and what is read from it."""

    def __init__(self, answers: Mapping[str, bytes | Callable[[], Answer]]) -> None:
        self.server = Server(answers)
        self.clock = Clock()

    def url(self, path: str, host: str = "paper.example") -> str:
        return self.server.url(path, host)

    def read(self, *inputs: str | Path | LinkList, stdin: bytes | None = None) -> list[Reading | Failure]:
        options = WebOptions(
            ("paper.example", "other.example"),
            Limits(size=2**20, seconds=5),
            Pace(clock=self.clock.time, sleep=self.clock.sleep),
            resolver,
        )
        return list(read_inputs(inputs, None if stdin is None else io.BytesIO(stdin), options))

    def paths(self) -> list[str]:
        """Give what was asked for, robots.txt apart."""
        return [path for asked in self.server.asked if (path := asked.split()[1]) != "/robots.txt"]


@pytest.fixture
def web() -> Iterator[Callable[[Mapping[str, bytes | Callable[[], Answer]]], Web]]:
    open_ones: list[Web] = []

    def serve(answers: Mapping[str, bytes | Callable[[], Answer]]) -> Web:
        open_ones.append(Web(answers))
        open_ones[-1].server.__enter__()
        return open_ones[-1]

    yield serve
    for one in open_ones:
        one.server.__exit__(None, None, None)


Serve = Callable[[Mapping[str, bytes | Callable[[], Answer]]], Web]


def titles(found: list[Reading | Failure]) -> list[str]:
    return [one.document.text.splitlines()[-1] if isinstance(one, Reading) else f"! {one.reason}" for one in found]


def test_a_page_keeps_where_it_came_from(web: Serve) -> None:
    there = web({"/a": moved("/b"), "/b": text(1)})
    (found,) = there.read(there.url("/a"))
    assert isinstance(found, Reading)
    document, data = found.document, f"{TEXT}It was day 1.\n".encode()
    assert (document.name, document.url) == (there.url("/a"), there.url("/b"))
    assert document.source_sha256 == hashlib.sha256(data).hexdigest() and document.text.encode() == data
    assert document.retrieved.endswith("Z") and found.warnings == ()


def test_a_page_that_is_named_alone_is_not_asked_robots_txt_for(web: Serve) -> None:
    there = web({"/robots.txt": page(b"User-agent: *\nDisallow: /"), "/a": text(1), "/b": text(2)})
    assert titles(there.read(there.url("/a"))) == ["It was day 1."]
    assert len(there.server.asked) == 1
    several = there.read(there.url("/a"), there.url("/b"))
    assert all("robots.txt" in reason for reason in titles(several)) and there.paths() == ["/a"]
    assert [one.name for one in several if isinstance(one, Failure)] == [there.url("/a"), there.url("/b")]


def test_the_encoding_is_as_the_server_says(web: Serve) -> None:
    there = web({"/a": page("Čtyřicet: 40 lidí".encode("cp1250"), "text/plain; charset=windows-1250")})
    assert titles(there.read(there.url("/a"))) == ["Čtyřicet: 40 lidí"]


def test_files_addresses_and_standard_input_are_read_in_the_order_given(web: Serve, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"{TEXT}In a file.")
    there = web({"/robots.txt": NOT_THERE, "/a": text(1), "/b": text(2)})
    found = there.read(path, there.url("/a"), "-", there.url("/a"), path, there.url("/b"), stdin=b"40 boats.\nPiped.")
    assert titles(found) == ["In a file.", "It was day 1.", "Piped.", "It was day 2."]
    assert there.paths() == ["/a", "/b"] and there.clock.slept == [1.0]


def test_no_address_no_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("seeds.web.Web.__init__", never)
    (tmp_path / "a.txt").write_text(TEXT + "https://paper.example/a")
    (tmp_path / "feed.xml").write_text("<rss><item><link>https://paper.example/a</link></item></rss>")
    assert all(isinstance(one, Reading) for one in read_inputs([tmp_path]))


ARTICLE = """<!doctype html><html lang="en"><head><title>Weir reopens - The Gazette</title>
<meta property="og:title" content="Weir reopens"><meta property="article:published_time" content="2026-03-18T08:00:00Z">
<link rel="canonical" href="{canonical}"></head><body><nav><a href="/">Home</a></nav><article><h1>Weir reopens</h1>
<p>The board said that more than 1,200 homes had been cut off for eight days.</p>
<p>Around 40 boats were lost, and the café at the weir will stay closed until June.</p></article></body></html>"""


@pytest.mark.parametrize("content_type", ["text/html; charset=iso-8859-1", "application/xhtml+xml; charset=latin1"])
def test_a_web_page_is_read_as_one(web: Serve, content_type: str) -> None:
    there = web({"/a?from=feed": page(ARTICLE.format(canonical="/weir").encode("latin-1"), content_type)})
    (found,) = there.read(there.url("/a?from=feed"))
    assert isinstance(found, Reading)
    document = found.document
    assert (document.title, document.published, document.language) == ("Weir reopens", "2026-03-18", "en")
    assert (document.name, document.url) == (there.url("/a?from=feed"), there.url("/weir"))
    assert "the café at the weir" in document.text and found.warnings == ()


def test_what_a_feed_says_does_not_count_where_a_web_page_says_it(web: Serve) -> None:
    bare = b"<!doctype html><p>Around 40 boats were lost, said the board of the harbour on Monday.</p>"
    there = web({"/feed": feed("/a", "/b"), "/a": page(ARTICLE.format(canonical="").encode()), "/b": page(bare)})
    first, second = (one.document for one in there.read(there.url("/feed")) if isinstance(one, Reading))
    assert (first.title, first.published) == ("Weir reopens", "2026-03-18")
    assert (second.title, second.published) == ("Story 1", "2026-06-02")


# Feeds


def test_a_feed_may_come_from_standard_input(web: Serve) -> None:
    there = web({"/robots.txt": NOT_THERE, "/a": text(1), "/b": text(2)})
    piped = feed(there.url("/a"), "/in/part", there.url("/b")).partition(b"\r\n\r\n")[2]
    found = there.read("-", stdin=b"<?xml version='1.0'?>\n" + piped + b" " * 100_000)
    assert titles(found) == [
        "It was day 1.",
        "! /in/part is no whole address; give the address of the feed itself",
        "It was day 2.",
    ]


@pytest.mark.parametrize("size", [0, 1, 65_535, 65_536, 65_537, 200_000])
def test_what_is_piped_and_no_feed_is_read_whole(web: Serve, size: int) -> None:
    (found,) = web({}).read("-", stdin=TEXT.encode() + b"x" * size)
    assert isinstance(found, Reading) and found.document.text == TEXT + "x" * size


def test_a_pipe_that_has_ended_is_not_asked_again(web: Serve) -> None:
    class Once(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            assert not self.tell(), "a terminal would wait for a second end"
            return super().read(size)

    (found,) = read_inputs(["-"], Once(TEXT.encode()))
    assert isinstance(found, Reading) and found.document.text == TEXT


def test_a_list_of_links_is_not_taken_for_a_text(web: Serve, tmp_path: Path) -> None:
    links = "# pages\nhttps://paper.example/a  # the first\n\nhttp://paper.example/b\n"
    (tmp_path / "links.txt").write_text(links)
    for found in (web({}).read("-", stdin=links.encode()), web({}).read(tmp_path / "links.txt")):
        assert titles(found) == [
            "! a list of links, not a text: -i takes the pages that it names (-i links.txt, -i - from a pipe)"
        ]
    (cited,) = web({}).read("-", stdin=f"https://paper.example/a\n{TEXT}".encode())
    assert isinstance(cited, Reading)


def test_a_feed_is_no_list_of_links(web: Serve) -> None:
    piped = feed("https://paper.example/a").partition(b"\r\n\r\n")[2]
    assert titles(web({}).read(LinkList("-"), stdin=piped)) == [
        "! this is mark-up, no list of links; give a page or a feed without -i"
    ]


@pytest.mark.parametrize("content_type", ["application/rss+xml", "application/atom+xml", "text/xml", "text/html", None])
def test_a_feed_gives_the_pages_that_it_names(web: Serve, content_type: str | None) -> None:
    there = web({
        "/news/feed": feed("a", "/b", "../c?x=1", "gone", content_type=content_type),
        "/robots.txt": page(b"User-agent: *\nDisallow: /b"),
        "/news/a": text(1),
        "/b": text(2),
        "/c?x=1": text(3),
    })  # fmt: skip
    found = there.read(there.url("/news/feed"))
    assert [name(one) for one in found] == [there.url(path) for path in ("/news/a", "/b", "/c?x=1", "/news/gone")]
    assert [isinstance(one, Reading) for one in found] == [True, False, True, False]
    assert "robots.txt" in titles(found)[1] and "answered 404" in titles(found)[3]
    assert there.paths() == ["/news/feed", "/news/a", "/c?x=1", "/news/gone"] and there.clock.slept == [1.0, 1.0]


def name(one: Reading | Failure) -> str:
    return one.document.name if isinstance(one, Reading) else one.name


def test_what_the_feed_says_of_a_page_counts_where_the_page_does_not(web: Serve) -> None:
    own = f"---\ntitle: Its own title\npublished: 2026-01-02\n---\n{TEXT}".encode()
    there = web({"/feed": feed("/a", "/b"), "/a": page(TEXT.encode() * 3, "text/plain"), "/b": page(own, "text/plain")})
    first, second = (one.document for one in there.read(there.url("/feed")) if isinstance(one, Reading))
    assert (first.title, first.published) == ("Story 0", "2026-06-01")
    assert (first.items[0].title, first.items[0].published) == ("Story 0", "2026-06-01")
    assert (second.title, second.published) == ("Its own title", "2026-01-02")


def test_a_saved_feed_is_fetched_where_it_is_named_itself(web: Serve, tmp_path: Path) -> None:
    there = web({"/robots.txt": NOT_THERE, "/a": text(1)})
    path = tmp_path / "feed.xml"
    path.write_text(f"<rss><item><link>{there.url('/a')}</link></item><item><link>/b</link></item></rss>")
    found = there.read(path)
    assert titles(found)[0] == "It was day 1." and "/b is no whole address" in titles(found)[1]
    assert name(found[1]) == str(path)


def test_a_feed_that_is_a_page_is_told(web: Serve) -> None:
    there = web({"/feed": page(b"<!doctype html><p>The feed has moved.", "application/rss+xml")})
    assert titles(there.read(there.url("/feed"))) == [
        "! no feed, though it is said to be one; save the page and add that, or give the feed's address"
    ]


def test_a_feed_in_a_feed_is_not_followed(web: Serve) -> None:
    there = web({"/feed": feed("/feed", "/more"), "/more": feed("/a")})
    assert titles(there.read(there.url("/feed"))) == ["! a feed that another feed names; give it by itself"]
    assert there.paths() == ["/feed", "/more"]


def test_a_feed_that_bursts_and_one_that_leads_inside_cost_nobody_else_anything(web: Serve) -> None:
    bomb = page(b'<!DOCTYPE rss [<!ENTITY a "b">]><rss><item><title>&a;</title></item></rss>', "application/rss+xml")
    inside = feed("http://intranet.example/", "http://2130706433/", "file:///etc/passwd", "javascript:alert(1)")
    there = web({"/robots.txt": NOT_THERE, "/bomb": bomb, "/inside": inside, "/a": text(1)})
    found = titles(there.read(there.url("/bomb"), there.url("/inside"), there.url("/a")))
    assert found[-1] == "It was day 1." and all(reason.startswith("! ") for reason in found[:-1])
    assert "declares entities" in found[0]
    assert "no public address" in found[1] and "no public address" in found[2]
    assert "only http and https" in found[3] and "no whole address" in found[4]
    assert there.paths() == ["/bomb", "/inside", "/a"]


def test_a_feed_without_links_names_its_stories(web: Serve) -> None:
    there = web({"/feed": page(b"<rss><item><title>The weir \x1b[2J</title></item></rss>", "text/xml")})
    (failure,) = there.read(there.url("/feed"))
    assert isinstance(failure, Failure) and failure.name == there.url("/feed")
    assert failure.reason.startswith('"The weir') and failure.reason.isprintable()


# Lists of links


@pytest.mark.parametrize("piped", [False, True])
def test_a_list_gives_the_pages_of_its_links(web: Serve, tmp_path: Path, piped: bool) -> None:
    there = web({"/robots.txt": page(b"User-agent: *\nDisallow: /c"), "/a": text(1), "/b": text(2)})
    lines = [
        "# the weir",
        there.url("/a"),
        "",
        f"{there.url('/b')} # again",
        "notes.txt",
        there.url("/a"),
        there.url("/c"),
    ]
    path = tmp_path / "links.txt"
    path.write_text("\n".join(lines))
    found = there.read(LinkList("-"), stdin="\n".join(lines).encode()) if piped else there.read(LinkList(str(path)))
    assert titles(found)[:2] == ["It was day 1.", "It was day 2."]
    assert name(found[2]) == ("-i -:5" if piped else f"-i {path}:5")
    assert "notes.txt is no http or https address" in titles(found)[2] and "robots.txt" in titles(found)[3]
    assert len(found) == 4 and there.paths() == ["/a", "/b"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "no links in it"),
        (b"# nothing\n\n", "no links in it"),
        (b"%PDF-1.7\0\0\0\nmore\n\0", "no list of links"),
        (b"x" * 100_000, "no list of links"),
    ],
)
def test_what_is_no_list_is_told_once(web: Serve, tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "links.txt"
    path.write_bytes(data)
    (failure,) = web({}).read(LinkList(str(path)))
    assert isinstance(failure, Failure) and failure.name.startswith(f"-i {path}") and reason in failure.reason


def test_inputs_can_be_listed_again_though_they_can_be_read_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "a.txt").write_text(TEXT)
    inputs: list[str | Path | LinkList] = [
        LinkList(str(tmp_path / "pipe")),
        "-",
        tmp_path,
        LinkList("-"),
        "https://c.example/",
        LinkList("-"),
    ]
    writing = Thread(target=(tmp_path / "pipe").write_text, args=["https://a.example/\nhttps://b.example/"])
    writing.start()
    given = Inputs(inputs, io.BytesIO(b"https://d.example/"))
    listed = list(given.sources())
    writing.join()
    assert list(given.sources()) == listed
    assert [Path(one.name).name for one in listed] == [
        *("a.example", "b.example", "standard input", "a.txt", "-i -", "c.example", "-i -")
    ]
    piped = Inputs([LinkList("-")], io.BytesIO(b"https://d.example/"))
    assert [[one.name for one in piped.sources()] for _ in range(2)] == [["https://d.example/"]] * 2


def test_a_list_that_cannot_be_read_is_told(web: Serve, tmp_path: Path) -> None:
    for path in (tmp_path / "none", tmp_path, Path("a\0b")):
        (failure,) = web({}).read(LinkList(str(path)))
        assert isinstance(failure, Failure) and "could not be read" in failure.reason and failure.reason.isprintable()
    (failure,) = web({}).read(LinkList("-"))
    assert isinstance(failure, Failure) and failure.name == "-i -"


def test_standard_input_is_a_text_or_a_list(web: Serve) -> None:
    found = web({}).read("-", LinkList("-"), stdin=b"Forty boats.")
    assert [type(one) for one in found] == [Reading, Failure]


# What goes wrong


def test_every_bad_page_is_a_line_and_the_rest_is_taken_in(web: Serve) -> None:
    bad: dict[str, bytes] = {
        "/loop": moved("/loop"),
        "/inside": moved("http://intranet.example/"),
        "/bomb": page(gzip.compress(bytes(5_000_000)), "text/plain", Content_Encoding="gzip"),
        "/short": text(9)[:-5],
        "/large": page(bytes(2**20 + 1), "text/plain"),
        "/picture": page(b"\x89PNG", "image/png"),
        "/binary": page(bytes(range(256)) * 9, "text/plain"),
        "/empty": page(b"", "text/plain"),
        "/blank": page(b" \n", None),
    }
    there = web({**bad, "/robots.txt": NOT_THERE, "/a": text(1)})
    urls = [
        *map(there.url, bad),
        "http://nowhere.example/",
        "ftp://paper.example/",
        "http://a:b@paper.example/",
        "http://",
    ]
    found = there.read(*urls, there.url("/a"))
    assert titles(found)[-1] == "It was day 1." and len(found) == len(urls) + 1
    for url, failure in zip(urls, found[:-1], strict=True):
        assert isinstance(failure, Failure) and failure.name == url
        assert failure.reason.isprintable() and len(failure.reason) < 200


def test_a_page_that_is_asked_for_again_and_again_is_told_once(web: Serve) -> None:
    there = web({"/robots.txt": NOT_THERE})
    assert len(there.read(*[there.url("/gone")] * 5)) == 1 and there.paths() == ["/gone"]


def test_what_is_not_installed_is_named_with_how_to_install_it(
    web: Serve, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("seeds.fetching.extra._LIBRARIES", ("no_such_library",))
    (tmp_path / "feed.xml").write_text("<rss></rss>")
    (tmp_path / "links.txt").write_text("https://paper.example/a\nhttps://paper.example/c")
    (tmp_path / "a.txt").write_text(TEXT)
    *failures, read = web({}).read(
        "https://paper.example/b", tmp_path / "feed.xml", LinkList(str(tmp_path / "links.txt")), tmp_path / "a.txt"
    )
    assert isinstance(read, Reading) and len(failures) == 3
    assert all("pip install 'figcheck[web]'" in one.reason for one in failures if isinstance(one, Failure))


def test_a_fault_of_the_fetcher_costs_no_other_input(
    web: Serve, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fall(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("seeds.fetching.fetcher.target_of", fall)
    (tmp_path / "a.txt").write_text(TEXT)
    failure, read = web({}).read("https://paper.example/b", tmp_path / "a.txt")
    assert isinstance(read, Reading) and isinstance(failure, Failure) and "RuntimeError" in failure.reason
