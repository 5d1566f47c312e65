"""The verdict table as CSV, Markdown and JSONL: exact, harmless, whole or not at all."""

import csv
import io
import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import Review, ReviewError, open_review
from db.errors import CannotWrite
from db.export import Export, write_table
from db.export.columns import NAMES
from db.export.formats import FORMATS
from db.export.markdown import link_cell
from db.export.markdown import text_cell as markdown_cell
from db.export.sheet import text_cell as sheet_cell
from seeds.visible import visible
from tests.factories import make_document, make_figure

#: The formats that are tables of text.
TEXTS = tuple(form.name for form in FORMATS if form.makes == "text")

HOSTILE = [
    '=HYPERLINK("https://evil.example","click")',
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "  =1",
    "＝1",
    "＠cmd",
    "a|b",
    "a\\|b",
    "two\nlines",
    "\x1b]52;c;aGk=\x07",
    "\x9b2J",
    "\u202eoof",
    "zero\u200bwidth",
    "<script>alert(1)</script>",
    "[click](javascript:alert(1))",
    "![x](https://evil.example/x.png)",
    "https://evil.example www.evil.example",
    "`code` *bold* _it_ ~~no~~ $x$",
    '"quoted", and; so on',
    "&lt;b&gt;",
]


def _decided(path: Path, texts: list[str]) -> Review:
    review = open_review(path, reviewer="ana", create=True)
    for text in texts:
        document = make_document(f"{text} 6,000 homes", publisher=text, title=text, name="x")
        added = review.add(document, [make_figure(document, "6,000", 6000, high=None, noun=text, sentence_start=0)])
        (mark,) = review.marks(added.document_id)
        review.decide([mark.row_id], "disputed", note=text, evidence=["https://example.org/a|b", "http://example.org"])
    return review


def test_columns_are_the_published_ones() -> None:
    assert " ".join(NAMES) == (
        "figure_id publisher title url published text low high bound kind unit noun attribution as_of sentence "
        "verdict reason note evidence reviewer decided_at question relation origins"
    )


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


@pytest.mark.parametrize("form", TEXTS)
def test_nothing_decided_gives_an_empty_table(review: Review, tmp_path: Path, form: str) -> None:
    assert write_table(review, Export(form, tmp_path / "out")) == 0
    heads = {"csv": 1, "md": 2, "jsonl": 0}
    assert len((tmp_path / "out").read_text("utf-8").splitlines()) == heads[form]
    assert write_table(review, Export(form, tmp_path / "all", all_states=True)) == 9


@pytest.mark.parametrize("form", TEXTS)
def test_the_same_review_gives_the_same_bytes(review: Review, tmp_path: Path, form: str) -> None:
    review.decide(review.queue(), "confirmed", note="ok")
    write_table(review, Export(form, tmp_path / "first"))
    review.close()
    with open_review(review.path, reviewer="ben") as again:
        write_table(again, Export(form, tmp_path / "second"))
    assert (tmp_path / "first").read_bytes() == (tmp_path / "second").read_bytes()


def test_hostile_texts_in_csv_start_no_formula_and_hide_nothing(tmp_path: Path) -> None:
    with _decided(tmp_path / "kursk.db", HOSTILE) as review:
        write_table(review, Export("csv", tmp_path / "out.csv"))
    text = (tmp_path / "out.csv").read_text("utf-8")
    assert visible(text.replace("\r\n", "\n"), newlines=True) == text.replace("\r\n", "\n")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert len(rows) == len(HOSTILE)
    for row, given_text in zip(rows, HOSTILE, strict=True):
        for name in NAMES:
            assert name in ("low", "high") or not row[name].lstrip().startswith(tuple("=+-@＝＋－＠"))
        assert row["publisher"].removeprefix("'") == visible(given_text, newlines=True).replace("␍", "\n")


def test_hostile_texts_in_markdown_stay_in_their_cells(tmp_path: Path) -> None:
    with _decided(tmp_path / "kursk.db", HOSTILE) as review:
        write_table(review, Export("md", tmp_path / "out.md"))
    head, rule, *rows = (tmp_path / "out.md").read_text("utf-8").splitlines()
    assert head == "| " + " | ".join(NAMES) + " |"
    assert len(rows) == len(HOSTILE)
    for row in [rule, *rows]:
        bars = row.replace("\\\\", "").replace("\\|", "").count("|")
        assert bars == len(NAMES) + 1
        assert "<script" not in row and "](" not in row.replace("\\]", "") and "://evil" not in row.replace("\\://", "")
        assert visible(row) == row
    assert "<https://example.org/a%7Cb> <http://example.org>" in rows[0]


def test_hostile_texts_in_jsonl_come_back_exactly(tmp_path: Path) -> None:
    with _decided(tmp_path / "kursk.db", HOSTILE) as review:
        write_table(review, Export("jsonl", tmp_path / "out.jsonl"))
    lines = (tmp_path / "out.jsonl").read_text("utf-8").split("\n")
    assert all(visible(line) == line for line in lines)
    rows = [json.loads(line) for line in lines if line]
    assert [row["noun"] for row in rows] == HOSTILE
    assert [row["note"] for row in rows] == [text.replace("\r", "\n").strip() for text in HOSTILE]
    assert list(rows[0]) == list(NAMES)
    assert (rows[0]["low"], rows[0]["high"]) == (6000, None)
    assert rows[0]["evidence"] == ["https://example.org/a|b", "http://example.org"]


@given(st.text())
def test_any_text_is_one_harmless_csv_cell(text: str) -> None:
    cell = sheet_cell(text)
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\r\n").writerow([cell, "next"])
    (row,) = csv.reader(io.StringIO(buffer.getvalue(), newline=""))
    assert row == [cell, "next"]
    assert not cell.lstrip().startswith(tuple("=+-@＝＋－＠"))
    assert cell.removeprefix("'") in (visible(text, newlines=True), visible(text, newlines=True).removeprefix("'"))


@given(st.text())
def test_any_text_is_one_line_of_markdown_without_markup(text: str) -> None:
    cell = markdown_cell(text)
    assert len(cell.splitlines()) <= 1
    bare = cell.replace("\\\\", "")
    for sign in "|[]`*_":
        assert bare.count(sign) == bare.count("\\" + sign)
    assert "<" not in cell.replace("<br>", "")


def test_only_web_addresses_become_links() -> None:
    assert link_cell("https://example.org/<a>|b") == "<https://example.org/%3Ca%3E%7Cb>"
    assert link_cell("javascript:alert(1)") == "javascript:alert(1)"
    assert link_cell("ftp://example.org/") == "ftp\\://example.org/"


@pytest.mark.parametrize("form", TEXTS)
def test_a_file_is_not_overwritten_unless_forced(review: Review, tmp_path: Path, form: str) -> None:
    out = tmp_path / "verdicts"
    out.write_text("mine")
    with pytest.raises(CannotWrite, match="exists already"):
        write_table(review, Export(form, out))
    assert out.read_text() == "mine"
    write_table(review, Export(form, out, force=True))
    assert out.read_text() != "mine"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kursk.db", "verdicts"]


def test_where_nothing_can_be_written_is_said(review: Review, tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="there is no folder"):
        write_table(review, Export("csv", tmp_path / "nowhere" / "out.csv"))
    with pytest.raises(CannotWrite, match="is a folder"):
        write_table(review, Export("csv", tmp_path, force=True))
    with pytest.raises(CannotWrite, match="is the review itself"):
        write_table(review, Export("csv", review.path, force=True))
    with pytest.raises(CannotWrite, match="cannot be written"):
        write_table(review, Export("csv", tmp_path / ("x" * 300)))
    with pytest.raises(ReviewError, match="is no format"):
        write_table(review, Export("docx", tmp_path / "out.docx"))
    assert [path.name for path in tmp_path.iterdir()] == ["kursk.db"]


def test_a_failure_half_way_leaves_nothing(review: Review, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    review.decide(review.queue(), "confirmed")
    out = tmp_path / "verdicts.csv"
    out.write_text("mine")

    def broken(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", broken)
    with pytest.raises(CannotWrite, match="No space left"):
        write_table(review, Export("csv", out, force=True))
    assert out.read_text() == "mine"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kursk.db", "verdicts.csv"]


def test_without_hard_links_a_file_is_still_not_overwritten(
    review: Review, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unsupported(source: Path, target: Path) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(os, "link", unsupported)
    write_table(review, Export("csv", tmp_path / "new.csv"))
    assert (tmp_path / "new.csv").read_text().startswith("figure_id,")
    with pytest.raises(CannotWrite, match="exists already"):
        write_table(review, Export("csv", tmp_path / "new.csv"))


def test_standard_output_gets_utf8_bytes(review: Review, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    review.decide([2], "confirmed", note="Сумы")
    assert write_table(review, Export("csv", None)) == 1
    written = capfdbinary.readouterr().out
    assert written.startswith(b"figure_id,publisher,") and "Сумы".encode() in written
