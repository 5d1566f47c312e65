"""Feeds name pages: whole addresses, titles and days, whatever the feed looks like."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeds.feeds import LARGEST_FEED, BadFeed, Entry, entries_of, is_feed

RSS = """<?xml version="1.0" encoding="utf-8"?>
<!-- made by hand -->
<rss version="2.0"><channel>
<title>The Harbour Gazette</title><link>https://gazette.example/</link>
<item><title>Board counts &lt;b&gt;40&lt;/b&gt; boats &amp;amp; more</title><link>/boats</link>
<pubDate>Tue, 17 Mar 2026 23:30:00 -0500</pubDate></item>
<item><title>Weir – again</title><link>https://other.example/weir?a=1&amp;b=2</link></item>
<item><title>Boats once more</title><link>/boats</link></item>
<item><title>No link here</title></item>
<item><guid isPermaLink="true">https://gazette.example/guid</guid></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://gazette.example/news/">
<title>The Harbour Gazette</title><link rel="self" href="https://gazette.example/atom.xml"/>
<entry><title type="html">Weir &amp;lt; dam</title><link rel="alternate" href="weir"/>
<updated>2026-03-18T01:00:00Z</updated></entry>
<entry><title> A   title
in two lines</title><link href="../dam"/><published>2026-02-01T10:00:00+01:00</published></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<item rdf:about="https://gazette.example/a"><title>A</title><link>https://gazette.example/a</link></item></rdf:RDF>"""
ENTRIES = [
    Entry("https://gazette.example/boats", "Board counts 40 boats & more", "2026-03-17"),
    Entry("https://other.example/weir?a=1&b=2", "Weir – again", None),
    Entry(None, "No link here", None),
    Entry("https://gazette.example/guid", None, None),
]


def refused(data: bytes, **more: str) -> str:
    with pytest.raises(BadFeed) as error:
        entries_of(data, **more)
    assert str(error.value).isprintable()
    return str(error.value)


@pytest.mark.parametrize("url", ["https://gazette.example/feed/rss", None])
def test_rss_gives_its_pages_with_whole_addresses(url: str | None) -> None:
    assert entries_of(RSS.encode(), url=url) == ENTRIES


def test_atom_gives_its_pages_with_whole_addresses() -> None:
    assert entries_of(ATOM.encode()) == [
        Entry("https://gazette.example/news/weir", "Weir < dam", "2026-03-18"),
        Entry("https://gazette.example/dam", "A title in two lines", "2026-02-01"),
    ]


def test_rdf_is_a_feed_too() -> None:
    assert entries_of(RDF.encode()) == [Entry("https://gazette.example/a", "A", None)]


def test_a_feed_that_does_not_say_where_it_is_from_gives_what_it_has() -> None:
    bare = RSS.replace("<link>https://gazette.example/</link>", "").encode()
    assert entries_of(bare)[0].url == "/boats"
    assert entries_of(bare, url="http://a.example/b/c")[0].url == "http://a.example/boats"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
def test_a_feed_may_say_its_encoding_itself(encoding: str) -> None:
    named = RSS.replace('encoding="utf-8"', f'encoding="{encoding.removesuffix("-sig")}"')
    assert entries_of(named.encode(encoding), url="https://gazette.example/")[1].title == "Weir – again"


def test_the_server_knows_the_encoding_best() -> None:
    assert entries_of(RSS.encode("windows-1252"), charset="Windows-1252")[1].title == "Weir – again"
    for wrong in ("no-such-thing", "rot13", "idna", "utf-7"):
        assert entries_of(RSS.encode(), charset=wrong)[1].title == "Weir – again"


@pytest.mark.parametrize("data", [RSS, ATOM, RDF, f"\ufeff{RSS}", f"\n {ATOM}", f"<!DOCTYPE rss [ <!-- > --> ]>{ATOM}"])
def test_a_feed_is_known_by_how_it_begins(data: str) -> None:
    assert is_feed(data.encode()) and (data.startswith("\ufeff") or is_feed(f"\ufeff{data}".encode("utf-16-le")))


@pytest.mark.parametrize(
    "data",
    [
        "",
        "   ",
        "<html><rss></html>",
        "text about <rss>",
        "<rssx>",
        "<?xml version='1.0'?>",
        "<!-- <rss>",
        "<!DOCTYPE [",
    ],
)
def test_what_is_no_feed_is_none(data: str) -> None:
    assert not is_feed(data.encode())
    assert "no feed" in refused(data.encode())


def test_a_bomb_of_entities_is_refused() -> None:
    bomb = '<!DOCTYPE rss [<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(12)
    )
    feed = bomb + "]>" + RSS.partition("-->")[2].replace("No link here", "&m;")
    assert "declares entities" in refused(feed.encode())
    assert "declares entities" in refused(feed.encode("utf-16"))
    assert "declares entities" in refused(f'<?xml version="1.0" encoding="utf-16le"?>{feed}'.encode())


def test_a_document_type_elsewhere_is_not_asked_for() -> None:
    external = '<!DOCTYPE rss SYSTEM "http://127.0.0.1:1/x.dtd">' + RSS.partition("-->")[2]
    assert entries_of(external.encode(), url="https://gazette.example/") == ENTRIES


def test_a_feed_without_entries_says_so() -> None:
    assert "without entries" in refused(b"<rss><channel></channel></rss>")


def test_a_large_feed_is_refused() -> None:
    assert "larger" in refused(RSS.encode() + bytes(LARGEST_FEED))


def test_a_torn_feed_gives_what_it_has() -> None:
    assert (
        entries_of(RSS[: RSS.index("<item><title>Boats once")].encode(), url="https://gazette.example/")[:2]
        == ENTRIES[:2]
    )


PIECES = [
    "<item>",
    "</item>",
    "<link>",
    "/a",
    "</link>",
    "<title>",
    "&",
    "<![CDATA[",
    "]]>",
    "<a:b",
    "x=",
    "\x00",
    "<!--",
    "-->",
    "<?",
    "é",
    "<rss>",
    "<feed>",
    '"',
    "<!ENTITY",
]


@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_any_feed_is_read_or_refused(pieces: list[str]) -> None:
    try:
        found = entries_of(f"<rss>{' '.join(pieces)}".encode())
    except BadFeed as error:
        assert str(error).isprintable()
        return
    assert found and all(isinstance(entry, Entry) for entry in found)
