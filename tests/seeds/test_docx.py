"""Word documents, good, damaged and hostile."""

import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seeds.readers import reading as limits
from tests.seeds.files import docx, paragraph, table
from tests.seeds.pages import STORY, SUBHEAD, TITLE
from tests.seeds.reading_bytes import reading, readings, refusal, zone_texts

ROWS = (("Town", "Dead", "Missing"), ("Upper Vell", "45", "12"), ("Lower Vell", "7", ""))
BODY = (
    paragraph(TITLE, "Titel")
    + paragraph(STORY[0])
    + paragraph(SUBHEAD, "berschrift1")
    + table(ROWS)
    + paragraph("The toll by town, as of 18 June", "Beschriftung")
    + paragraph(STORY[1])
)


def test_paragraphs_headings_tables_and_notes() -> None:
    found = reading(docx(BODY, notes=paragraph(STORY[2])), "toll.docx")
    document = found.document
    assert document.text.split("\n\n") == [
        *(TITLE, STORY[0], SUBHEAD, "Town\tDead\tMissing", "Upper Vell\t45\t12", "Lower Vell\t7"),
        *("The toll by town, as of 18 June", STORY[1], STORY[2]),
    ]
    assert zone_texts(document, "headline") == f"{TITLE}\n{SUBHEAD}"
    assert zone_texts(document, "caption") == "The toll by town, as of 18 June"
    assert (document.title, document.author, found.warnings) == (TITLE, "Ana Petrov", ())


def test_core_properties_give_the_title() -> None:
    assert reading(docx(BODY, title="The dam in figures")).document.title == "The dam in figures"


def test_a_first_line_without_style_is_the_title() -> None:
    assert reading(docx(paragraph(TITLE) + paragraph(STORY[0]))).document.title == TITLE
    assert reading(docx(paragraph(STORY[0]) + paragraph(STORY[1]))).document.title is None


def test_deleted_text_and_fields_are_no_text_and_breaks_are() -> None:
    body = (
        "<w:p><w:r><w:delText>4,000 dead</w:delText></w:r><w:r><w:instrText>PAGE 7</w:instrText></w:r>"
        "<w:ins><w:r><w:t>Some 300</w:t><w:tab/><w:t>people</w:t><w:br/><w:t>came.</w:t></w:r></w:ins></w:p>"
    )
    assert reading(docx(body)).document.text == "Some 300\tpeople\ncame."


def test_a_text_box_is_read_once() -> None:
    box = (
        '<w:p><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice>'
        f"<w:txbxContent>{paragraph(STORY[1])}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>"
        f"{paragraph(STORY[1])}</w:txbxContent></mc:Fallback></mc:AlternateContent><w:r><w:t>{STORY[0]}</w:t></w:r></w:p>"
    )
    assert reading(docx(box)).document.text == f"{STORY[1]}\n\n{STORY[0]}"


def test_a_bomb_of_zeros_is_refused_before_it_is_unpacked() -> None:
    bomb = docx("<w:p>" + " " * (limits.LARGEST + 1) + "</w:p>")
    assert len(bomb) < 1_000_000
    assert "unpacked" in refusal(bomb, "a.docx")


def test_a_zip_that_lies_about_its_sizes_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LARGEST", 100_000)
    data = bytearray(docx(paragraph(STORY[0]) + " " * 200_000))
    at = data.index(b"PK\x01\x02")
    data[at + 24 : at + 28] = (50).to_bytes(4, "little")
    assert refusal(bytes(data), "a.docx")


@pytest.mark.parametrize(
    "entities",
    [
        '<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">',
        '<!ENTITY c SYSTEM "file:///etc/passwd">',
    ],
)
def test_entities_are_never_defined(entities: str) -> None:
    prolog = f'<?xml version="1.0"?><!DOCTYPE w:document [{entities}]>'
    assert "document type" in refusal(docx("<w:p><w:r><w:t>&c;</w:t></w:r></w:p>", prolog=prolog), "a.docx")


def test_a_hundred_thousand_elements_in_each_other_are_read() -> None:
    deep = "<w:sdt>" * 100_000 + paragraph(STORY[0]) + "</w:sdt>" * 100_000
    assert reading(docx(deep)).document.text == STORY[0]


def other_zip(name: str) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr(name, "text")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (other_zip("xl/workbook.xml"), "no Word document"),
        (other_zip("word/document.xml"), "damaged"),
        (b"PK\x03\x04 text", "damaged"),
        (docx(BODY)[:400], "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "save it as .docx"),
        (docx(paragraph(" ")), "empty"),
    ],
)
def test_what_is_no_word_document_is_refused(data: bytes, why: str) -> None:
    assert why in refusal(data, "a.docx")


@settings(max_examples=80)
@given(st.integers(0, len(docx(BODY)) - 1), st.binary(min_size=1, max_size=8))
def test_any_damage_is_read_around_or_refused(at: int, damage: bytes) -> None:
    data = docx(BODY)
    readings(data[:at] + damage + data[at + len(damage) :], "a.docx")
