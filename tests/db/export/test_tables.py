"""The verdict table as CSV, TSV, JSONL, Markdown and MediaWiki, read back by other readers to the same values."""

import csv
import html
import io
import json
from collections.abc import Iterator
from pathlib import Path

import mwparserfromhell
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from db import Review, open_review
from db.export import Export, jsonl, markdown, mediawiki, sheet, tabs, write_table
from db.export.columns import COLUMNS, NAMES
from db.export.formats import FORMATS
from db.model import VerdictRow
from figures.record import number_text
from seeds.spreadsheet import looks_like_formula
from seeds.visible import visible
from tests.db.export.hostile import HOSTILE, LINKS, NO_LINKS, Given, line

#: The formats that are text.
TEXTS = [form.name for form in FORMATS if form.makes == "text" and "columns" in form.takes]
ANYTHING = st.text(st.characters(codec=None))
_KINDS = {column.name: column.kind for column in COLUMNS}


def text_of(review: Review, form: str, folder: Path) -> str:
    """Write a review as one of the formats that are text, and give what is in the file."""
    out = folder / f"out.{form}"
    write_table(review, Export(form, out))
    return out.read_bytes().decode("utf-8")


def said(row: VerdictRow, name: str) -> str:
    """Give what there is to be read of a value."""
    value = getattr(row, name)
    if value is None or _KINDS[name] == "number":
        return number_text(value)
    return " ".join(value) if isinstance(value, tuple) else str(value)


def shown(row: VerdictRow, name: str) -> str:
    """Give what a cell of a page shows of a value: no blanks around it, every character seen."""
    return visible(said(row, name).strip(), newlines=True)


def test_columns_are_the_published_ones() -> None:
    assert tuple(VerdictRow.__slots__) == NAMES
    assert " ".join(NAMES) == (
        "figure_id publisher title url published text low high bound kind unit noun attribution as_of sentence "
        "verdict reason note evidence reviewer decided_at question relation origins"
    )


# Sheets


def test_csv_has_one_line_a_verdict_and_numbers_as_numbers(review: Review, tmp_path: Path) -> None:
    review.decide([2], "misreported", reason="bound_lost")
    review.decide([3], "confirmed", evidence=["https://example.org/a", "https://example.org/b"])
    out = tmp_path / "verdicts.csv"
    assert write_table(review, Export("csv", out)) == 2
    assert out.read_bytes().count(b"\r\n") == 3
    first, second = csv.DictReader(io.StringIO(out.read_text("utf-8"), newline=""))
    assert (first["low"], first["high"], first["reason"], first["text"]) == ("6000", "", "bound_lost", "6,000")
    assert (second["low"], second["high"]) == ("3800", "4000")
    assert second["evidence"] == "https://example.org/a https://example.org/b"
    assert tuple(first) == NAMES


def test_the_csv_has_what_the_view_of_the_file_has(review: Review, tmp_path: Path) -> None:
    review.decide(review.queue()[:5], "confirmed", note="ok", evidence=["https://example.org/a"])
    review.correct(review.queue()[0], low="6,200", high="6,400", bound="range", noun="households", attribution=None)
    review.join(review.queue()[:3], title="Homes without power")
    cursor = review.connection.execute("SELECT * FROM verdict_table")
    expected = [["" if value is None else str(value) for value in row] for row in cursor]
    found = list(csv.reader(io.StringIO(text_of(review, "csv", tmp_path), newline="")))
    compared = NAMES.index("relation")
    assert [row[:compared] for row in found[1:]] == [row[:compared] for row in expected]
    assert found[1][NAMES.index("question")] == "Homes without power"
    assert found[1][compared:] != ["", ""]


@pytest.mark.parametrize("form", ["csv", "tsv"])
def test_hostile_texts_in_sheets_start_no_formula_and_hide_nothing(form: str, hostile: Review, tmp_path: Path) -> None:
    text = text_of(hostile, form, tmp_path)
    expected = list(hostile.verdict_rows())
    plain = text.replace("\r\n", "\n") if form == "csv" else text.replace("\t", "")
    assert visible(plain, newlines=True) == plain
    rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter="\t" if form == "tsv" else ","))
    assert len(rows) == len(HOSTILE)
    for row, was in zip(rows, expected, strict=True):
        for name in NAMES:
            value = visible(said(was, name), newlines=form == "csv")
            guarded = _KINDS[name] != "number" and looks_like_formula(said(was, name))
            assert row[name] == (f"'{value}" if guarded else value)


def test_a_row_of_tsv_is_a_line(hostile: Review, tmp_path: Path) -> None:
    lines = text_of(hostile, "tsv", tmp_path).split("\n")
    assert len(lines) == len(HOSTILE) + 2
    assert {line.count("\t") for line in lines[:-1]} == {len(NAMES) - 1}


def test_negative_numbers_stay_numbers_and_what_is_none_becomes_a_text() -> None:
    given_lines = [line(low="-12.5", high="-3"), line(low="=1+1", high="-3-2"), line(low="1e5", high="٣")]
    for module in (sheet, tabs):
        table = Given(Export(columns=("low", "high")), given_lines)
        _, *rows = "".join(module.pieces(table)).splitlines()
        assert [row.replace("\t", ",") for row in rows] == ["-12.5,-3", "'=1+1,'-3-2", "1e5,٣"]


@pytest.mark.parametrize(("form", "start"), [("csv", b"\xef\xbb\xbffigure_id,"), ("tsv", b"\xef\xbb\xbffigure_id\t")])
def test_a_byte_order_mark_on_request(form: str, start: bytes, review: Review, tmp_path: Path) -> None:
    write_table(review, Export(form, tmp_path / "out", bom=True))
    assert (tmp_path / "out").read_bytes().startswith(start)
    write_table(review, Export(form, tmp_path / "plain"))
    assert (tmp_path / "plain").read_bytes().startswith(b"figure_id")


@given(ANYTHING)
def test_any_text_is_one_harmless_cell_of_a_sheet(text: str) -> None:
    for cell, form in ((sheet.text_cell(text), "excel"), (tabs.text_cell(text), "excel-tab")):
        buffer = io.StringIO()
        csv.writer(buffer, form, lineterminator="\r\n").writerow([cell, "next"])
        (row,) = csv.reader(io.StringIO(buffer.getvalue(), newline=""), form)
        assert row == [cell, "next"]
        assert not cell.lstrip().startswith(tuple("=+-@＝＋－＠"))
        shown = visible(text, newlines=form == "excel")
        assert cell in (shown, f"'{shown}")


# JSON


def test_hostile_texts_in_jsonl_come_back_exactly(hostile: Review, tmp_path: Path) -> None:
    lines = text_of(hostile, "jsonl", tmp_path).split("\n")
    expected = list(hostile.verdict_rows())
    assert all(visible(one) == one for one in lines)
    rows = [json.loads(one) for one in lines if one]
    assert [row["noun"] for row in rows] == HOSTILE
    assert list(rows[0]) == list(NAMES)
    assert (rows[0]["low"], rows[0]["high"]) == (6000, None)
    for row, was in zip(rows, expected, strict=True):
        assert {**row, "evidence": tuple(row["evidence"])} == {name: getattr(was, name) for name in NAMES}


@given(ANYTHING)
def test_any_text_comes_back_from_jsonl(text: str) -> None:
    table = Given(Export("jsonl", columns=("note", "low", "evidence")), [line(note=text, evidence=(text,))])
    (written,) = jsonl.pieces(table)
    assert json.loads(written) == {"note": text, "low": None, "evidence": [text]}
    assert written.encode("utf-8").decode("utf-8").count("\n") == 1


# Markdown


def cells_of(text: str, *, tables: bool = True) -> Iterator[list[Token]]:
    """Yield what stands in each cell of the rows below the head, as a reader of GitHub's Markdown sees it."""
    reader = MarkdownIt("commonmark", {"html": True, "linkify": False}).enable(["table", "strikethrough"])
    tokens = reader.parse(text)
    assert {token.type for token in tokens if token.level == 0} == {"table_open", "table_close"}
    below = False
    for place, token in enumerate(tokens):
        below |= token.type == "tbody_open"
        if below and token.type == "td_open":
            yield tokens[place + 1].children or []


def plain(cell: list[Token]) -> str:
    """Give the text of a cell in which nothing came alive but breaks."""
    assert {token.type for token in cell} <= {"text", "text_special", "html_inline"}
    assert all(token.content == "<br>" for token in cell if token.type == "html_inline")
    return "".join("\n" if token.type == "html_inline" else token.content for token in cell)


def test_hostile_texts_in_markdown_come_back_as_plain_text(hostile: Review, tmp_path: Path) -> None:
    text = text_of(hostile, "md", tmp_path)
    expected = list(hostile.verdict_rows())
    assert visible(text, newlines=True) == text
    assert text.startswith("| " + " | ".join(NAMES) + " |\n")
    cells = list(cells_of(text))
    assert len(cells) == len(HOSTILE) * len(NAMES)
    for number, cell in enumerate(cells):
        name, was = NAMES[number % len(NAMES)], expected[number // len(NAMES)]
        if name == "evidence":
            links = [token.attrs["href"] for token in cell if token.type == "link_open"]
            assert links == ["https://example.org/a%7Cb", "http://example.org"]
        else:
            assert plain(cell) == shown(was, name)


@given(ANYTHING)
def test_any_text_is_one_cell_of_markdown_without_markup(text: str) -> None:
    cell = markdown.text_cell(text)
    assert len(cell.splitlines()) <= 1
    (found,) = cells_of(f"| a |\n| --- |\n| {cell} |\n")
    assert plain(found) == visible(text.strip(), newlines=True)


def test_no_address_in_a_text_becomes_a_link_by_itself() -> None:
    reader = MarkdownIt("gfm-like", {"linkify": True})
    for text in ("https://evil.example", "www.evil.example/x", "HTTPS://EVIL.example"):
        assert "<a" not in reader.renderInline(markdown.text_cell(text))


def test_only_web_addresses_become_links_in_markdown() -> None:
    assert markdown.link_cell("https://example.org/<a>|b") == "<https://example.org/%3Ca%3E%7Cb>"
    for link in NO_LINKS:
        (cell,) = cells_of(f"| a |\n| --- |\n| {markdown.link_cell(link)} |\n")
        assert plain(cell) == link
    for link in LINKS:
        (cell,) = cells_of(f"| a |\n| --- |\n| {markdown.link_cell(link)} |\n")
        assert [token.type for token in cell] == ["link_open", "text", "link_close"]


# MediaWiki


def wiki_cells(text: str) -> list[mwparserfromhell.wikicode.Wikicode]:
    """Give what stands in the cells of a table of MediaWiki, below the head."""
    (table,) = [tag for tag in mwparserfromhell.parse(text).filter_tags(recursive=False) if tag.tag == "table"]
    assert str(table) == text.rstrip("\n")
    rows = [tag for tag in table.contents.filter_tags(recursive=False) if tag.tag == "tr"]
    return [cell.contents for row in rows for cell in row.contents.filter_tags(recursive=False) if cell.tag == "td"]


def plain_wiki(cell: mwparserfromhell.wikicode.Wikicode) -> str:
    """Give the text of a cell in which nothing came alive but breaks and character references."""
    for node in cell.nodes:
        kind = type(node).__name__
        assert kind in ("Text", "HTMLEntity") or str(node) == "<br />", f"{kind}: {node}"
    return html.unescape(str(cell).strip(" \n").replace("<br />", "\n"))


def test_hostile_texts_in_mediawiki_come_back_as_plain_text(hostile: Review, tmp_path: Path) -> None:
    text = text_of(hostile, "mediawiki", tmp_path)
    expected = list(hostile.verdict_rows())
    assert visible(text, newlines=True) == text
    assert text.startswith('{| class="wikitable sortable"\n! figure_id !! publisher !! ')
    cells = wiki_cells(text)
    assert len(cells) == len(HOSTILE) * len(NAMES)
    for number, cell in enumerate(cells):
        name, was = NAMES[number % len(NAMES)], expected[number // len(NAMES)]
        if name == "evidence":
            links = [str(link.url) for link in cell.filter_external_links()]
            assert links == ["https://example.org/a%7Cb", "http://example.org"]
        else:
            assert plain_wiki(cell) == shown(was, name)


@given(ANYTHING)
def test_any_text_is_one_cell_of_mediawiki_without_markup(text: str) -> None:
    cell = mediawiki.text_cell(text)
    assert "\n" not in cell
    (found,) = wiki_cells(f'{{| class="wikitable"\n! a\n|-\n| {cell}\n|}}\n')
    assert html.unescape(plain_wiki(found)) == visible(text.strip(), newlines=True).strip(" ")


def test_what_only_mediawiki_itself_reads_is_written_as_references() -> None:
    # No parser but MediaWiki's own knows these: signatures, magic words, numbers that become links.
    for text in (
        "~~~~",
        "a ~~~ b",
        "__NOTOC__",
        "ISBN 0123456789",
        "RFC\u00a0123",
        "PMID 5",
        "a!!b",
        "-{x}-",
        "mailto:a",
    ):
        cell = mediawiki.text_cell(text)
        for live in ("~~", "__", "ISBN ", "RFC\u00a0", "PMID ", "!!", "-{", "mailto:"):
            assert live not in cell
        assert html.unescape(cell) == text


def test_only_web_addresses_become_links_in_mediawiki() -> None:
    for link in NO_LINKS:
        (cell,) = wiki_cells(f"{{|\n|-\n| {mediawiki.link_cell(link)}\n|}}\n")
        assert plain_wiki(cell) == link
    for link in LINKS:
        (cell,) = wiki_cells(f"{{|\n|-\n| {mediawiki.link_cell(link)}\n|}}\n")
        (found,) = cell.filter_external_links()
        assert html.unescape(str(found.title)) == link
        assert "''" not in str(found.url) and "~~" not in str(found.url) and "__" not in str(found.url)


# All of them


@pytest.mark.parametrize("form", TEXTS)
def test_nothing_decided_gives_an_empty_table(review: Review, tmp_path: Path, form: str) -> None:
    assert write_table(review, Export(form, tmp_path / "out")) == 0
    heads = {"csv": 1, "tsv": 1, "md": 2, "jsonl": 0, "mediawiki": 3}
    assert len((tmp_path / "out").read_text("utf-8").splitlines()) == heads[form]
    assert write_table(review, Export(form, tmp_path / "all", all_states=True)) == 9


@pytest.mark.parametrize("form", TEXTS)
def test_a_table_has_the_columns_asked_for_in_their_order(review: Review, tmp_path: Path, form: str) -> None:
    review.decide([2], "confirmed", note="seen")
    write_table(review, Export(form, tmp_path / "two", columns=("note", "text")))
    text = (tmp_path / "two").read_text("utf-8")
    assert "seen" in text and "6,000" in text and "confirmed" not in text
    assert text.index("note") < text.index("text") and text.index("seen") < text.index("6,000")
    write_table(review, Export(form, tmp_path / "one", columns=("note",)))
    assert "seen" in (tmp_path / "one").read_text("utf-8")


@pytest.mark.parametrize("form", TEXTS)
def test_without_names_no_reviewer_is_named(form: str, path: Path, review: Review, tmp_path: Path) -> None:
    with open_review(path, reviewer="Zebulon") as other:
        other.decide([2], "confirmed", note="seen", evidence=["https://example.org/a"])
    write_table(review, Export(form, tmp_path / "named"))
    write_table(review, Export(form, tmp_path / "anonymous", anonymous=True))
    assert "Zebulon" in (tmp_path / "named").read_text("utf-8")
    assert "Zebulon" not in (tmp_path / "anonymous").read_text("utf-8")
    assert "seen" in (tmp_path / "anonymous").read_text("utf-8")


@pytest.mark.parametrize("form", TEXTS)
def test_standard_output_gets_utf8_bytes(review: Review, capfdbinary: pytest.CaptureFixture[bytes], form: str) -> None:
    review.decide([2], "confirmed", note="Сумы")
    assert write_table(review, Export(form)) == 1
    assert "Сумы".encode() in capfdbinary.readouterr().out
