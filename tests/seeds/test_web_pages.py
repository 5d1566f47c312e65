"""Saved web pages: the story and nothing else in the body, whatever the mark-up, and what pages say of themselves."""

import sys
from collections.abc import Callable
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.seeds.pages import BYLINE, CAPTION, COMMENTS, COOKIES, FOOTER, PAGES, RELATED, STORY, SUBHEAD, TITLE
from tests.seeds.reading_bytes import reading, readings, refusal, zone_texts

STRANGERS = (
    *(title for title, _, _ in RELATED),
    *(summary for _, _, summary in RELATED),
    *(comment for _, comment in COMMENTS),
    *(FOOTER, COOKIES, BYLINE),
)
#: Pages on which something tells other stories from each other, and from comments.
TOLD = {name: page for name, page in PAGES.items() if name not in ("tables", "silent_and_flat")}


@pytest.fixture(params=["core", "web"])
def engine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Without and with the libraries of the extra `web`."""
    if request.param == "core":
        for library in ("trafilatura", "justext", "charset_normalizer"):
            monkeypatch.setitem(sys.modules, library, None)
    else:
        pytest.importorskip("trafilatura", exc_type=ImportError)
        pytest.importorskip("justext", exc_type=ImportError)
    return str(request.param)


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_the_story_is_the_body_and_nothing_else_is(page: Callable[[], str], engine: str) -> None:
    document = reading(page().encode()).document
    body = zone_texts(document, "body")
    assert [sentence for sentence in STORY if sentence not in body] == []
    assert [sentence for sentence in STRANGERS if sentence in body] == []
    assert document.title == TITLE
    assert TITLE in zone_texts(document, "headline")


@pytest.mark.parametrize("page", TOLD.values(), ids=TOLD)
def test_comments_are_boilerplate_and_other_stories_are_not(page: Callable[[], str], engine: str) -> None:
    document = reading(page().encode()).document
    around, teasers = zone_texts(document, "boilerplate"), zone_texts(document, "teaser")
    assert [text for _, text in COMMENTS if text in document.text and text not in around] == []
    assert [title for title, _, _ in RELATED if title in document.text and title not in teasers] == []


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_the_text_is_the_same_whatever_is_installed(page: Callable[[], str], monkeypatch: pytest.MonkeyPatch) -> None:
    whole = reading(page().encode()).document
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    assert reading(page().encode()).document.text == whole.text


def test_a_page_with_less_story_than_anything_else() -> None:
    related = "".join(f"<div><a href=x>{a}</a></div><div>{b}</div><div>{c}</div>" for a, b, c in RELATED)
    comments = "".join(f"<div>{who}</div><div>{text}</div>" for who, text in COMMENTS)
    page = f"<html><div><div><h1>{TITLE}</h1><p>{STORY[0]}</p></div><div>{related}</div><div>{comments}</div></div>"
    assert zone_texts(reading(page.encode()).document, "body") == STORY[0]


def test_links_within_the_page_are_no_other_stories() -> None:
    contents = "".join(f'<li><a href="#p{n}">Part {n} of what is told here</a></li>' for n in range(5))
    page = f"<html><article><h1><a href=#top>{TITLE}</a></h1><ul>{contents}</ul>{''.join(map('<p>{}'.format, STORY))}"
    document = reading(page.encode()).document
    assert len(document.items) == 1 and document.title == TITLE


def test_a_semantic_page_in_all_its_parts() -> None:
    document = reading(PAGES["semantic"]().encode(), "dam.html").document
    assert (document.name, document.publisher, document.author) == ("dam.html", "The Valley Gazette", "Ana Petrov")
    assert (document.url, document.published) == ("https://gazette.example/2025/dam", "2025-06-18")
    assert document.language == "en-GB"
    assert SUBHEAD in zone_texts(document, "headline")
    assert zone_texts(document, "caption") == CAPTION
    assert [(item.title, item.published) for item in document.items[1:]] == [
        (RELATED[n][0], f"2025-06-1{n}") for n in range(3)
    ]
    assert "World" not in document.text


def test_clocks_date_other_stories_from_the_day_of_the_page() -> None:
    document = reading(PAGES["bare_divs"]().encode()).document
    assert document.published == "2025-06-18"
    assert [item.published for item in document.items[1:]] == ["2025-06-16", "2025-06-15", None]


def test_json_that_describes_the_page() -> None:
    document = reading(PAGES["told_in_json"]().encode()).document
    assert (document.author, document.publisher) == ("Ana Petrov, Jo Lind", "The Valley Gazette")
    assert document.archived == "https://web.archive.org/web/20250618120000/https://gazette.example/2025/dam"


def test_table_rows_stay_together() -> None:
    table = "<table><tr><th>Town<th>Dead<tr><td>Upper Vell<td>45<tr><td><b>Lower</b> Vell</td><td>7</td></tr></table>"
    document = reading(
        f"<html><body><article><h1>The toll so far</h1><p>{STORY[0]}</p>{table}</article>".encode()
    ).document
    assert "Town\tDead\n\nUpper Vell\t45\n\nLower Vell\t7" in zone_texts(document, "body")


def test_a_chronology_in_an_article_is_no_list_of_comments() -> None:
    entries = "".join(f"<div><div>1{n} June</div><div>{text}</div></div>" for n, text in enumerate(STORY[6:]))
    page = f"<html><article><h1>{TITLE}</h1>{''.join(map('<p>{}'.format, STORY[:6]))}<div>{entries}</div></article>"
    body = zone_texts(reading(page.encode()).document, "body")
    assert [sentence for sentence in STORY if sentence not in body] == []


def test_names_in_an_article_are_no_list_of_comments(engine: str) -> None:
    names = ("Marta Lind", "Jo Berg", "Ole Brandt", "Ana Weiss")
    voices = "".join(f"<p><b>{who}</b> {text}</p>" for who, text in zip(names, STORY[3:7], strict=True))
    places = "".join(f"<li><b>{who}:</b> {text}</li>" for who, text in zip(names, STORY[6:], strict=True))
    inside = f"{''.join(map('<p>{}'.format, STORY[:3]))}<div>{voices}</div>{''.join(map('<p>{}'.format, STORY[7:]))}"
    below = f"{''.join(map('<p>{}'.format, STORY[:6]))}<ul>{places}</ul>"
    for story in (inside, below):
        body = zone_texts(reading(f"<html><div><h1>{TITLE}</h1>{story}</div>".encode()).document, "body")
        assert [sentence for sentence in STORY if sentence not in body] == []


def test_a_talk_is_no_list_of_comments(engine: str) -> None:
    said = "".join(f"<p><b>{('Gazette', 'Lind')[n % 2]}</b> {text}</p>" for n, text in enumerate(STORY))
    body = zone_texts(reading(f"<html><div><h1>{TITLE}</h1><div>{said}</div></div>".encode()).document, "body")
    assert [sentence for sentence in STORY if sentence not in body] == []


def test_a_live_page_of_many_small_articles_is_one_story() -> None:
    posts = "".join(f"<article><h3>10:{n}0</h3><p>{text}</p></article>" for n, text in enumerate(STORY))
    body = zone_texts(reading(f"<html><main><h1>{TITLE}</h1>{posts}</main>".encode()).document, "body")
    assert [sentence for sentence in STORY if sentence not in body] == []


def test_what_the_page_hides_is_left_out_unless_it_is_all() -> None:
    shown = f"<html><p hidden>{COOKIES}</p><div style='color: red; display : none'>{FOOTER}</div><p>{STORY[0]}</p>"
    assert reading(shown.encode()).document.text == STORY[0]
    assert STORY[0] in reading(f"<html><div style='display:none'><p>{STORY[0]}</p></div>".encode()).document.text


def test_scripts_menus_and_controls_are_no_text() -> None:
    page = (
        f"<html><script>var a = '<p>{COOKIES}</p>'</script><nav>{FOOTER}</nav><style>p {{}}</style><p>{STORY[0]}"
        f"<button>Share 12</button><select><option>5</select><template>{COOKIES}</template><!-- <p>{FOOTER}</p> --></p>"
    )
    assert reading(page.encode()).document.text == STORY[0]


def test_a_title_that_is_not_printed_is_put_above() -> None:
    document = reading(f"<html><title>{TITLE}</title><p>{STORY[0]}</p>".encode()).document
    assert document.text == f"{TITLE}\n\n{STORY[0]}"
    assert zone_texts(document, "headline") == TITLE


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "iso-8859-2", "koi8-r"])
def test_encodings_that_are_named_by_the_page(encoding: str) -> None:
    words = "Łódź" if encoding == "iso-8859-2" else "Курск" if encoding == "koi8-r" else "“Café” –"
    page = f'<!DOCTYPE html><html><head><meta charset="{encoding}"></head><body><p>{words} {STORY[0]}</p>'
    found = reading(page.encode(encoding), "a.html")
    assert found.document.text == f"{words} {STORY[0]}"
    assert found.warnings == ()


def test_the_sender_knows_the_encoding_better_than_the_page() -> None:
    page = f'<html><meta http-equiv=content-type content="text/html; charset=utf-8"><p>Łódź {STORY[0]}'
    assert reading(page.encode("iso-8859-2"), charset="ISO-8859-2").document.text.startswith("Łódź")
    assert reading(page.encode(), charset="no-such-thing").document.text.startswith("Łódź")


def test_an_encoding_that_nobody_names_is_guessed_with_a_warning(engine: str) -> None:
    found = reading(f"<html><p>Café “Łódź”? {' '.join(STORY)}".replace("Łódź", "Zoë").encode("cp1252"), "a.html")
    assert found.document.text.startswith("Café “Zoë”?")
    assert "save it as UTF-8" in found.warnings[0]


def test_utf_16_without_a_mark_is_read_if_its_sender_says_so() -> None:
    assert reading(f"<html><p>{STORY[0]}".encode("utf-16-le"), "a.html", charset="utf-16le").document.text == STORY[0]


def test_the_canonical_link_counts_on_its_own_site_only() -> None:
    page = f"<html><link rel=canonical href='/dam'><link rel=other href=x><p>{STORY[0]}".encode()
    assert (
        reading(page, url="https://www.gazette.example/dam?from=mail").document.url == "https://www.gazette.example/dam"
    )
    assert reading(page).document.url is None
    foreign = f"<html><link rel=canonical href='https://other.example/a'><p>{STORY[0]}".encode()
    assert reading(foreign, url="https://gazette.example/dam").document.url == "https://gazette.example/dam"
    assert reading(foreign).document.url == "https://other.example/a"


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- saved from url=(0027)https://gazette.example/dam -->",
        "<!--\n Page saved with SingleFile \n url: https://gazette.example/dam\n-->",
    ],
)
def test_a_saved_page_says_where_it_was_saved_from(comment: str) -> None:
    page = f"<!DOCTYPE html>\n{comment}\n<html><p>{STORY[0]}"
    assert reading(page.encode()).document.url == "https://gazette.example/dam"


def test_an_archived_copy_keeps_both_addresses() -> None:
    copy = "https://web.archive.org/web/20250618120000/https://gazette.example/dam"
    document = reading(f"<html><p>{STORY[0]}".encode(), url=copy).document
    assert (document.url, document.archived) == ("https://gazette.example/dam", copy)


@pytest.mark.parametrize(
    "link",
    ["javascript:alert(1)", "file:///etc/passwd", "https://user:pw@x.example/", "https://", "ht\ttps://x", "//x"],
)
def test_links_that_are_none_are_left_out(link: str) -> None:
    page = f'<html><link rel="canonical" href="{link}"><meta property="og:url" content="{link}"><p>{STORY[0]}'
    assert reading(page.encode()).document.url is None


def test_hostile_descriptions_are_cut_and_made_plain() -> None:
    page = (
        f"<html lang='{'x' * 99}'><title>\x1b]0;owned\x07 \u202edlrow {'long ' * 200_000}</title>"
        f"<meta name=author content='A\x00B\x9b31m {'n' * 5000}'><meta name='pubdate' content='soon'>"
        f"<script type='application/ld+json'>{'[' * 100_000}</script><p>{STORY[0]}"
    )
    document = reading(page.encode()).document
    assert document.title and document.title.isprintable() and len(document.title) <= 500
    assert document.author and document.author.isprintable() and len(document.author) <= 200
    assert (document.language, document.published) == (None, None)


def test_other_languages_are_taken_in_with_a_warning() -> None:
    german = (
        "Nach Angaben der Behörde haben mehr als 4.200 Menschen das Tal verlassen, seit der Damm gebrochen ist. " * 6
    )
    assert '("de")' in reading(f"<html lang=de><p>{german}".encode(), "a.html").warnings[0]
    assert "another language" in reading(f"<html><p>{german}".encode(), "a.html").warnings[0]
    assert (
        "another language" in reading(f"<html lang=en><p>{'Рятувальники обшукали 17 сіл. ' * 9}".encode()).warnings[0]
    )
    assert reading(f"<html lang=de><p>{' '.join(STORY)}".encode(), "a.html").warnings == ()


@pytest.mark.parametrize("page", [b"<html></html>", b"<html><script>x()</script><p>&nbsp;</p>", b"<!DOCTYPE html>"])
def test_pages_without_text_are_refused(page: bytes) -> None:
    assert "without text" in refusal(page, "a.html")


def test_a_picture_called_a_page_is_refused() -> None:
    assert "not a web page" in refusal(bytes(range(256)) * 9, "a.html")


HOSTILE = {
    "divs": "<div>" * 100_000 + STORY[0],
    "divs with text": "<div>a" * 50_000,
    "less than": "<" * 1_000_000,
    "tags that never end": "<a " * 330_000,
    "quotes that never end": "<a b='" * 150_000,
    "comments that never end": "<!--" * 250_000,
    "closing tags": "<p>" + "</div></b>" * 50_000,
    "formatting around blocks": "<b>" * 20_000 + "<div>x" * 20_000 + "</b>" * 20_000,
    "cells": "<td>x" * 50_000,
    "references": "&amp;&#x" * 100_000,
    "comments in each other": f"<p>{STORY[0]}<div class=comments>" + "<div>a" * 30_000,
    "lists in each other": f"<p>{STORY[0]}</p><p>{STORY[1]}</p>" + f"<div><a href=x>b c d e</a><p>{STORY[2]}" * 5_000,
    "parts": f"<p>{STORY[0]}</p>" + f"<div><div><p>{STORY[1] * 3}<p>{STORY[2]}</div></div>" * 5_000,
    "class names": f"<div class='{'comment ' * 200_000}'>{STORY[0]}</div>",
    "spaces": f"<p>{STORY[0]}{' ' * 2_000_000}x" + "\n<br>" * 20_000,
}


@pytest.mark.parametrize("page", HOSTILE.values(), ids=HOSTILE)
def test_hostile_pages_cost_seconds_at_most(page: str, engine: str) -> None:
    started = perf_counter()
    readings(f"<html><body>{page}".encode(), "a.html")
    # A hundred times what it takes on a busy machine; what grows with the square of the size takes hours.
    assert perf_counter() - started < 300


def test_more_markup_than_a_page_has_is_refused() -> None:
    assert "mark-up" in refusal(b"<html>" + b"<p>12 " * 300_000, "a.html")


PIECES = st.sampled_from(
    (
        *("<div>", "</div>", "<p>", "</p>", "<article>", "</article>", "<a href=x>", "</a>", "<li>", "<td>", "<tr>"),
        *("<h1>", "</h1>", "<aside class=related>", "</aside>", "<br>", "<br><br>", "<nav>", "</nav>", "<b>", "</b>"),
        *("<div class=comments>", "<figcaption>", "<time datetime=2025-06-18>", "<script>", "</script>", "<!--", "-->"),
        *("<form>", "<main>", "<pre>", "</pre>", "<div hidden>", "&#0;", "&#xd800;", "\r", "\x00", "\ufeff", "\u2028"),
        *(STORY[0], STORY[1], TITLE, BYLINE, "2 days ago", "Comments", "Related stories", "© 2025", " ", "\n\n", "\t"),
    )
)


@settings(max_examples=150)
@given(st.lists(PIECES | st.text(max_size=20), max_size=40).map("".join))
def test_any_page_is_read_or_refused(page: str) -> None:
    readings(f"<html>{page}".encode("utf-8", "surrogatepass"), "a.html")
