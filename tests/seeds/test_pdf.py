"""PDF files: paragraphs in reading order, without running heads; what cannot be read is said in a line."""

import logging
import sys
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seeds.readers import pdf as reader
from tests.seeds.files import Placed, column, pdf
from tests.seeds.pages import COMMENTS, RELATED, STORY
from tests.seeds.reading_bytes import reading, readings, refusal, zone_texts

pytest.importorskip("pypdf")

SENTENCES = (*STORY, *(summary for _, _, summary in RELATED), *(text for _, text in COMMENTS))


def wrapped(sentences: tuple[str, ...], width: int) -> list[str]:
    """Set sentences in a narrow column, with long words parted at the ends of lines."""
    lines: list[str] = []
    for sentence in sentences:
        line = ""
        for word in sentence.split():
            room = width - len(line) - 2
            if len(line) + 1 + len(word) <= width:
                line = f"{line} {word}".strip()
            elif word.isalpha() and len(word) > 7 and room >= 4:
                lines.append(f"{line} {word[: min(room, len(word) - 3)]}-")
                line = word[min(room, len(word) - 3) :]
            else:
                lines.append(line)
                line = word
        lines.append(line)
    return lines


def two_columns() -> bytes:
    """Three pages of two columns, with a running head, a foot and page numbers."""
    pages: list[list[Placed]] = []
    for number in range(3):
        sentences = tuple(text.replace(" the ", f" the {'old' if number else 'new'} ") for text in SENTENCES[number::3])
        half = (len(sentences) + 1) // 2
        head = [(60.0, 810.0, "THE VALLEY GAZETTE"), (400.0, 810.0, f"18 June 2025, page {number + 1} of 3")]
        page = [*head, *column(wrapped(sentences[:half], 44), 60), *column(wrapped(sentences[half:], 44), 320)]
        pages.append([*page, (280.0, 30.0, str(number + 1))])
    return pdf(pages, "Report on the dam")


def expected() -> list[str]:
    return [
        text.replace(" the ", f" the {'old' if number else 'new'} ")
        for number in range(3)
        for text in SENTENCES[number::3]
    ]


def test_two_columns_with_running_heads() -> None:
    found = reading(two_columns(), "dam.pdf")
    text = found.document.text
    assert b"-) Tj" in two_columns()
    assert [sentence for sentence in expected() if sentence not in text] == []
    assert [text.index(sentence) for sentence in expected()] == sorted(text.index(sentence) for sentence in expected())
    assert "VALLEY GAZETTE" not in zone_texts(found.document, "body")
    assert "VALLEY GAZETTE" in zone_texts(found.document, "boilerplate")
    assert found.warnings == ()
    assert (found.document.title, found.document.author) == ("Report on the dam", "Ana Petrov")
    assert found.document.language == "en-GB"


def test_words_parted_at_line_ends_are_whole_again() -> None:
    lines = ["The rescue teams searched the prov-", "inces for a long-", "lasting leak in their well-", "known dam."]
    more = ["Everybody says that well-known dams of such a", "size have some 12-", "metre walls."]
    text = reading(pdf([column([*lines, *more], 60)])).document.text
    assert "searched the provinces for" in text and "well-known dam." in text and "some 12-metre walls" in text


def test_a_paragraph_goes_on_over_the_page() -> None:
    first = ["The ministry said on Tuesday that more than 4,200", "people had left the valley since the"]
    second = ["old dam failed, and that 35 were missing in the", "evening."]
    pages = [[*column(first, 60), (60.0, 20.0, "Page 1")], [*column(second, 60), (60.0, 20.0, "Page 2")]]
    document = reading(pdf(pages)).document
    assert " ".join((*first, *second)) in document.text
    assert "Page 1" in zone_texts(document, "boilerplate")


@pytest.mark.parametrize("title", ["Microsoft Word - dam.doc", "untitled", "dam.indd"])
def test_titles_that_programs_leave_are_none(title: str) -> None:
    assert reading(pdf([column(list(STORY), 60)], title)).document.title != title


def test_an_encrypted_file_is_refused_and_one_without_password_is_not() -> None:
    import pypdf

    writer = pypdf.PdfWriter(clone_from=BytesIO(pdf([column(list(STORY), 60)])))
    writer.encrypt("secret", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    assert "password" in refusal(out.getvalue(), "a.pdf")
    writer = pypdf.PdfWriter(clone_from=BytesIO(pdf([column(list(STORY), 60)])))
    writer.encrypt("", "owner", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    assert STORY[0] in reading(out.getvalue(), "a.pdf").document.text


def test_pages_that_are_pictures_are_refused() -> None:
    assert "OCR" in refusal(pdf([[], []]), "a.pdf")


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"%PDF-1.7 text", two_columns()[:900], b"x" * 500 + b"%PDF-\n%%EOF"])
def test_broken_files_are_refused(data: bytes) -> None:
    assert "damaged" in refusal(data, "a.pdf")


def test_what_the_library_logs_stays_off_the_screen(capfd: pytest.CaptureFixture[str]) -> None:
    data = two_columns()
    readings(data.replace(b"startxref\n", b"startxref\n9"), "a.pdf")
    logging.getLogger("pypdf._reader").warning("incorrect startxref pointer")
    assert capfd.readouterr().err == ""


def test_pages_beyond_what_is_read_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "_MOST_PAGES", 2)
    found = reading(two_columns(), "a.pdf")
    assert "first 2 pages" in found.warnings[0]
    assert SENTENCES[2] not in found.document.text


def test_pages_that_are_too_large_or_slow_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = [column([STORY[0]], 60), column(list(STORY) * 9, 60)]
    monkeypatch.setattr(reader, "_LARGEST_PAGE", 1_000)
    assert "page 2 could not be read" in reading(pdf(pages), "a.pdf").warnings[0]
    monkeypatch.setattr(reader, "_PAGE_SECONDS", -1.0)
    assert "pages 1, 2" in refusal(pdf(pages), "a.pdf")
    monkeypatch.setattr(reader, "_FILE_SECONDS", -1.0)
    assert "too long" in refusal(pdf(pages), "a.pdf")


def test_without_the_extra_the_command_that_installs_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    assert "pip install 'figcheck[pdf]'" in refusal(two_columns(), "a.pdf")


@settings(max_examples=60)
@given(st.integers(0, len(two_columns()) - 1), st.binary(min_size=1, max_size=12))
def test_any_damage_is_read_around_or_refused(at: int, damage: bytes) -> None:
    data = two_columns()
    readings(data[:at] + damage + data[at + len(damage) :], "a.pdf")
