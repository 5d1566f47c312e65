"""The HTML page, read by another parser: every value where it belongs, and nothing that acts."""

import base64
import hashlib
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import Review, ReviewError, open_review
from db.export import Export, write_table
from db.export.report.page import page
from db.export.report.wording import day, link, quotation, value_words
from db.verdict_words import SHAPES
from db.words import reason_label
from seeds.document import stored_text
from seeds.visible import visible
from tests.db.report.telling import HOSTILE, told
from tests.factories import make_document, make_figure

#: What HTML knows to load or run something, or to lead elsewhere.
ACTING = {"src", "srcset", "data", "action", "formaction", "background", "poster", "style", "ping", "target"}


@dataclass(frozen=True)
class Page:
    """A page as html5lib reads it."""

    root: Element
    text: str

    def all(self, tag: str, **attributes: str) -> list[Element]:
        """Give the elements with this tag ("*": any) and these attributes, `class_` for class."""
        wanted = {name.rstrip("_"): value for name, value in attributes.items()}
        return [
            element
            for element in self.root.iter()
            if isinstance(element.tag, str)
            and tag in ("*", element.tag.rpartition("}")[2])
            and all(value in (element.get(name) or "").split() for name, value in wanted.items())
        ]

    def inside(self, element: Element) -> "Page":
        """Give a part of the page."""
        return Page(element, self.text)

    def words(self, tag: str, **attributes: str) -> list[str]:
        """Give the text of these elements, exactly."""
        return ["".join(element.itertext()) for element in self.all(tag, **attributes)]

    def rows(self) -> list["Page"]:
        """Give the rows of figures."""
        return [self.inside(row) for row in self.all("tr") if (row.get("id") or "").startswith("f-")]


def written(review: Review, out: Path, *, verdicts: tuple[str, ...] = (), anonymous: bool = False) -> Page:
    export = Export("html", out, force=True, verdicts=verdicts, anonymous=anonymous, publisher_name="The Desk")
    write_table(review, export)
    return read(out.read_text("utf-8"))


def read(text: str) -> Page:
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    return Page(parser.parse(text), text)


@pytest.fixture
def worked(path: Path) -> Iterator[Review]:
    with told(path) as review:
        yield review


def _hostile(path: Path, texts: tuple[str, ...] = HOSTILE) -> Review:
    review = open_review(path, reviewer="ana", create=True)
    for number, text in enumerate(texts):
        document = make_document(stored_text(f"{text} 6,000 homes"))
        document = replace(
            document, publisher=text, title=text, author=text, name=text or "x", url=text, published=text
        )
        figure = make_figure(
            document,
            "6,000",
            6000 + number,
            start=document.text.index("6,000 homes"),
            noun=stored_text(text[:200]),
            predicate=stored_text(text[:200]),
            attribution=stored_text(text),
            as_of=stored_text(text),
            sentence_start=0,
            sentence_end=len(document.text),
        )
        added = review.add(document, [figure])
        (mark,) = review.marks(added.document_id)
        review.decide([mark.row_id], "disputed", note=text[:10_000])
        review.add_evidence(mark.row_id, kind="document", title=f"x{text[:9_000]}", quote=text[:10_000])
    return review


def _seen(text: str) -> str:
    return visible(stored_text(text), newlines=True)


def test_every_value_of_a_figure_stands_in_its_row(worked: Review, tmp_path: Path) -> None:
    page = written(worked, tmp_path / "out.html")
    rows = {row.figure_id: row for row in worked.verdict_rows()}
    views = {view.figure_id: view for view in worked.figures(list(worked.queue()))}
    found = page.rows()
    assert sorted(str(row.root.get("id"))[2:] for row in found) == sorted(rows)
    for row in found:
        name = str(row.root.get("id"))[2:]
        view, line = views[name], rows[name]
        assert row.words("span", class_="value") == [value_words(view)]
        assert "".join(row.words("blockquote")).removeprefix("Headline ") == line.sentence
        assert row.words("mark") == [line.text]
        assert row.words("span", class_="state") == [SHAPES[line.verdict] + line.verdict]
        assert row.words("span", class_="reason") == ([reason_label(line.reason)] if line.reason else [])
        assert row.words("span", class_="who") == [line.attribution or "Nobody is named for it"]
        assert row.words("span", class_="publisher") == [line.publisher]
        assert row.words("cite") == [line.title]
        assert row.words("p", class_="note") == ([line.note] if line.note else [])
        links = [element.get("href") for element in row.all("a", rel="noopener")]
        assert [address for address in line.evidence if "://" in address] == [
            href for href in links if href not in (line.url, "https://archive.example/briefing")
        ]


def test_a_question_has_its_answer_its_counts_and_its_ladder(worked: Review, tmp_path: Path) -> None:
    page = written(worked, tmp_path / "out.html")
    question = page.inside(page.all("section", class_="question")[0])
    assert question.words("h2") == ["North Korean losses in Kursk, 2025"]
    assert question.words("dt") == ["Low", "Best", "High"] and question.words("dd") == ["3,800", "6,000", "6,500"]
    assert question.words("p", class_="counts")[0].startswith("8 mentions in 5 documents, 4 origins; 6 figures shown")
    (ladder,) = [element for element in question.all("svg") if element.get("role") == "img"]
    words = {element.get("id"): "".join(element.itertext()) for element in question.all("*") if element.get("id")}
    named = [words[name] for name in str(ladder.get("aria-labelledby")).split()]
    assert named[0] == "The figures on one scale"
    assert named[1].startswith("answer: best 6,000, from 3,800 to 6,500; about 600, Beacon Post (sample), disputed; ")
    assert "more than 6,000, Defence In… and others, 3 figures, confirmed" in named[1]


def test_corrections_and_sources_are_told(worked: Review, tmp_path: Path) -> None:
    page = written(worked, tmp_path / "out.html")
    (corrections,) = [element for element in page.all("table") if element.get("class") == "plain"]
    told_changes = page.inside(corrections)
    assert len(told_changes.all("tr")) == 1 + 4
    assert "Defence Intelligence (UK)" in told_changes.words("td")
    hashes = page.words("code")
    assert [worked_hash for worked_hash in hashes if re.fullmatch("[0-9a-f]{64}", worked_hash)] == hashes
    assert len(hashes) == 2 * len({row.publisher for row in worked.verdict_rows()})


def test_without_names_no_reviewer_stands_on_the_page(worked: Review, tmp_path: Path) -> None:
    assert "Ana Reyes" in written(worked, tmp_path / "out.html").text
    page = written(worked, tmp_path / "out.html", anonymous=True)
    assert "Ana" not in page.text and "Ben" not in page.text
    assert "Decided" in page.text and "Answered" in page.text


def test_the_same_review_gives_the_same_page(worked: Review, tmp_path: Path) -> None:
    written(worked, tmp_path / "first.html")
    worked.close()
    with open_review(worked.path, reviewer="Somebody Else") as again:
        written(again, tmp_path / "second.html")
    assert (tmp_path / "first.html").read_bytes() == (tmp_path / "second.html").read_bytes()


def test_an_empty_review_gives_a_page_that_says_so(review: Review, tmp_path: Path) -> None:
    page = written(review, tmp_path / "out.html")
    assert "No figure has a verdict to publish yet." in page.words("p", class_="none")
    assert not page.rows()


def test_figures_that_are_not_published_come_where_they_are_asked_for(review: Review, tmp_path: Path) -> None:
    review.decide([2], "dismissed", reason="not_a_figure")
    page = written(review, tmp_path / "out.html", verdicts=("dismissed", "unreviewed"))
    states = [row.words("span", class_="state")[0] for row in page.rows()]
    assert sorted(set(states)) == ["–dismissed", "○unreviewed"] and len(states) == 9


def test_hostile_texts_come_back_as_they_are_seen(tmp_path: Path) -> None:
    with _hostile(tmp_path / "kursk.db") as review:
        page = written(review, tmp_path / "out.html")
    rows = sorted(page.rows(), key=lambda row: float(str(row.all("th")[0].get("data-key"))))
    assert len(rows) == len(HOSTILE)
    for row, text in zip(rows, HOSTILE, strict=True):
        seen = _seen(text)
        assert row.words("span", class_="publisher") == [seen]
        assert row.words("cite") == [seen]
        assert row.words("span", class_="who") == [seen]
        assert row.words("p", class_="note") == [_seen(text[:10_000].strip()).strip("\n")]
        assert row.words("q") == [_seen(text[:10_000].strip())]
        assert row.words("mark") == ["6,000"]
        assert row.words("span", class_="noun") == [f"{_seen(text[:200])}, {_seen(text[:200])}"]


def test_hostile_texts_make_nothing_that_acts(tmp_path: Path) -> None:
    with _hostile(tmp_path / "kursk.db") as review:
        harmless = written(review, tmp_path / "out.html")
    assert len(harmless.all("script")) == 1 and len(harmless.all("style")) == 1 and not harmless.all("img")
    for element in harmless.all("*"):
        acting = [name for name in element.attrib if name in ACTING or name.lower().startswith("on")]
        assert not acting, (element.tag, acting)
        href = element.get("href")
        assert href is None or re.match(r"https?://|#|data:image/svg\+xml,", href), href
        if href is not None and href.startswith("http"):
            assert element.get("rel") == "noopener noreferrer" and "".join(element.itertext()) == href
    controls = [sign for sign in harmless.text if visible(sign, newlines=True) != sign]
    assert not controls


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=60))
def test_any_text_comes_back_as_it_is_seen(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.mktemp("any")
    with _hostile(folder / "any.db", (text,)) as review:
        page = written(review, folder / "any.html")
    (row,) = page.rows()
    name = _seen(text)
    assert row.words("span", class_="publisher") == [name or _seen("x")]
    assert len(page.all("script")) == 1


def test_the_page_may_run_nothing_but_its_own_script_and_style(worked: Review, tmp_path: Path) -> None:
    page = written(worked, tmp_path / "out.html")
    (policy,) = [str(meta.get("content")) for meta in page.all("meta") if meta.get("http-equiv")]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'" and rules["base-uri"] == "'none'" and rules["form-action"] == "'none'"
    for tag in ("script", "style"):
        (content,) = page.words(tag)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert rules[f"{tag}-src"] == f"'sha256-{digest}'"


def test_headings_ids_and_tables_are_in_order(worked: Review, tmp_path: Path) -> None:
    page = written(worked, tmp_path / "out.html")
    levels = [int(element.tag[1]) for element in page.all("*") if re.fullmatch("h[1-6]", element.tag)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    ids = [str(element.get("id")) for element in page.all("*") if element.get("id")]
    assert len(ids) == len(set(ids))
    for element in page.all("*"):
        href = element.get("href") or ""
        assert not href.startswith("#") or href[1:] in ids, href
        for name in str(element.get("aria-labelledby") or "").split():
            assert name in ids
    for table in page.all("table"):
        part = page.inside(table)
        assert len(part.all("caption")) == 1
        heads = [head.get("scope") for head in part.all("th")]
        assert set(heads) == {"col", "row"}
    assert page.root.get("lang") == "en"
    assert all(element.get("aria-hidden") == "true" for element in page.all("span", class_="shape"))


def test_without_jinja2_it_is_said_what_to_install(worked: Review, monkeypatch: pytest.MonkeyPatch) -> None:
    from db.export.html import pieces
    from db.export.table import Table

    monkeypatch.setitem(sys.modules, "jinja2", None)
    with pytest.raises(ReviewError, match=r"pip install 'figcheck\[html\]'"):
        list(pieces(Table(worked, Export("html"))))


def test_a_page_of_many_figures_is_written_in_pieces(worked: Review) -> None:
    from db.export.report.report import Report
    from db.export.table import Table

    pieces = list(page(Report(Table(worked, Export("html")))))
    assert len(pieces) > 3


def test_a_sentence_that_was_cut_is_still_marked(tmp_path: Path) -> None:
    text = f"{'word ' * 2000}In all 4,321 homes were lost, {'and more ' * 2000}."
    with open_review(tmp_path / "long.db", reviewer="ana", create=True) as review:
        document = make_document(text)
        review.add(document, [make_figure(document, "4,321", 4321, noun="homes")])
        review.decide(review.queue(), "confirmed")
        (view,) = review.figures(review.queue())
    parts = quotation(view)
    assert len(view.sentence) < len(text) and parts.figure == "4,321"
    assert parts.before.endswith("In all ") and parts.after.startswith(" homes were lost")
    assert parts.before + parts.figure + parts.after == view.sentence


def test_days_are_said_in_words() -> None:
    assert day("2025-06-18") == "18 June 2025" and day("2025-06-08T09:00:00Z") == "8 June 2025"
    assert day("2025-06") == "June 2025" and day(None) == ""
    assert day("2025") == "2025" and day("soon") == "soon" and day("2025-13-01") == "2025-13-01"


def test_only_web_addresses_lead_anywhere() -> None:
    assert link("https://example.org/a").href == "https://example.org/a"
    for address in ("javascript:alert(1)", "data:text/html,x", "ftp://example.org", "//example.org", "https://a b"):
        assert link(address).href is None and link(address).text == address


def test_the_page_begins_with_its_doctype(review: Review, tmp_path: Path) -> None:
    assert written(review, tmp_path / "out.html").text.startswith("<!DOCTYPE html>\n<html")
