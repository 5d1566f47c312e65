"""The verdict table as a workbook, read back by openpyxl."""

import builtins
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.utils.escape import unescape
from openpyxl.worksheet.worksheet import Worksheet

from db import Review, ReviewError, open_review
from db.errors import CannotWrite
from db.export import Export, write_table, xlsx
from db.export.columns import COLUMNS, NAMES
from db.verdict_table import Line
from seeds.visible import visible
from tests.db.export.hostile import HOSTILE, LINKS, NO_LINKS, Given, line

_CUT = "texts cut to the 32,767 characters that a cell of Excel holds"
#: What no XML can hold.
_NO_CHARACTERS = {0xFFFE: 0xFFFD, 0xFFFF: 0xFFFD}


def sheet_of(path: Path) -> Worksheet:
    """Open a workbook as a reader of its own does, and give its one sheet."""
    book = load_workbook(path)
    assert book.sheetnames == ["verdicts"]
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    return sheet


def cells_below(sheet: Worksheet) -> Iterator[list[Cell]]:
    """Yield the cells of the rows below the head."""
    for row in sheet.iter_rows(min_row=2):
        yield [cell for cell in row if isinstance(cell, Cell)]


def value_of(cell: Cell) -> Any:
    """Give a cell's value; openpyxl leaves the escapes of XML's own characters in it."""
    assert cell.data_type in "sn"
    return unescape(cell.value) if isinstance(cell.value, str) else cell.value


def target(cell: Cell) -> str | None:
    """Give where the link of a cell leads; None without one."""
    return None if cell.hyperlink is None else cell.hyperlink.target


def shown(text: str) -> str:
    return visible(text, newlines=True).translate(_NO_CHARACTERS)


def written(lines: Sequence[Line], path: Path, **options: Any) -> tuple[Worksheet, list[str]]:
    """Write these lines, and give the sheet and what was said about it."""
    table = Given(Export("xlsx", path, **options), lines)
    xlsx.write(table, path)
    return sheet_of(path), table.told


def test_numbers_are_numbers_and_texts_are_texts(review: Review, tmp_path: Path) -> None:
    review.correct(3, low="12.5", high="13", bound="range")
    review.decide([2, 3], "confirmed", evidence=["https://example.org/a"])
    review.join([2, 3], title="Losses")
    assert write_table(review, Export("xlsx", tmp_path / "out.xlsx")) == 2
    sheet = sheet_of(tmp_path / "out.xlsx")
    assert [cell.value for cell in sheet[1]] == list(NAMES)
    first, second = (dict(zip(NAMES, row, strict=True)) for row in cells_below(sheet))
    assert (first["text"].value, first["low"].value, first["high"].value) == ("6,000", 6000, None)
    assert (second["low"].value, second["high"].value, second["origins"].value) == (12.5, 13, 1)
    assert target(first["evidence"]) == "https://example.org/a"
    assert target(first["url"]) == first["url"].value == "https://harbour-post.example/1"


def test_the_head_stays_in_sight_and_filters(review: Review, tmp_path: Path) -> None:
    review.decide([2, 3], "confirmed")
    write_table(review, Export("xlsx", tmp_path / "out.xlsx"))
    sheet = sheet_of(tmp_path / "out.xlsx")
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:X3")
    assert sheet["A1"].font.bold
    widths = {column.name: column.width for column in COLUMNS}
    for letter, name in (("A", "figure_id"), ("O", "sentence"), ("X", "origins")):
        assert sheet[f"{letter}1"].value == name
        assert sheet.column_dimensions[letter].width == pytest.approx(widths[name], abs=1)


def test_hostile_texts_come_back_as_texts(hostile: Review, tmp_path: Path) -> None:
    told: list[str] = []
    write_table(hostile, Export("xlsx", tmp_path / "out.xlsx"), told.append)
    expected = list(hostile.verdict_rows())
    rows = [dict(zip(NAMES, row, strict=True)) for row in cells_below(sheet_of(tmp_path / "out.xlsx"))]
    assert len(rows) == len(HOSTILE)
    for cells, was in zip(rows, expected, strict=True):
        for name in ("publisher", "title", "noun", "attribution", "note", "sentence"):
            value, text = value_of(cells[name]) or "", shown(getattr(was, name) or "")
            assert value == (text if len(text) <= xlsx.CELL else text[: xlsx.CELL - 1] + "…")
            assert cells[name].hyperlink is None
    assert rows[0]["noun"].quotePrefix and not rows[14]["noun"].quotePrefix
    assert told == [f"{_CUT}: 4; csv has them whole"]


@settings(max_examples=40)
@given(st.lists(st.text(st.characters(codec=None)), min_size=1))
def test_any_text_comes_back(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    path = tmp_path_factory.mktemp("any") / "out.xlsx"
    sheet, _ = written([line(figure_id="x", note=text) for text in texts], path, columns=("figure_id", "note"))
    found = [value_of(row[1]) or "" for row in cells_below(sheet)]
    assert found == [shown(text) for text in texts]


@given(st.text(st.characters(codec=None)).map(lambda text: text * 7000))
@settings(max_examples=10)
def test_a_long_text_is_cut_to_what_a_cell_holds(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("long") / "out.xlsx"
    sheet, told = written([line(note=text)], path, columns=("note",))
    value = value_of(next(cells_below(sheet))[0]) or "" if sheet.max_row > 1 else ""
    assert len(value.encode("utf-16-le")) // 2 <= xlsx.CELL
    cut = value != shown(text)
    assert told == [f"{_CUT}: 1; csv has them whole"] * cut
    assert not cut or (value[-1] == "…" and shown(text).startswith(value[:-1]))


def test_only_web_addresses_become_links(tmp_path: Path) -> None:
    lines = [line(url=link, evidence=(link,)) for link in [*LINKS, *NO_LINKS, "https://example.org/" + "😀" * 1100]]
    sheet, _ = written(lines, tmp_path / "out.xlsx", columns=("url", "evidence"))
    rows = list(cells_below(sheet))
    for cells, given_line in zip(rows, lines, strict=True):
        for cell in cells:
            assert value_of(cell) == given_line[NAMES.index("url")]
            assert (cell.hyperlink is not None) == (cell.value in LINKS)
    assert [target(cells[0]) for cells in rows[:2]] == LINKS[:2]


def test_several_sources_stand_in_one_cell_as_text(tmp_path: Path) -> None:
    lines = [line(evidence=("https://example.org/a", "https://example.org/b")), line(evidence=())]
    sheet, _ = written([*lines, line(evidence=("Port log, p. 4",))], tmp_path / "out.xlsx", columns=("evidence",))
    assert [cell.value for (cell,) in cells_below(sheet)] == [
        "https://example.org/a https://example.org/b",
        None,
        "Port log, p. 4",
    ]
    assert all(cell.hyperlink is None for (cell,) in cells_below(sheet))


def test_a_number_that_excel_would_round_stays_a_text(tmp_path: Path) -> None:
    lows = ["123456789012345", "1234567890123456", "0.1", "-5", "=1+1"]
    sheet, _ = written([line(low=low) for low in lows], tmp_path / "out.xlsx", columns=("low",))
    assert [cell.value for (cell,) in cells_below(sheet)] == [123456789012345, "1234567890123456", 0.1, -5, "=1+1"]
    assert next(reversed(list(cells_below(sheet))))[0].data_type == "s"


def test_more_links_than_a_sheet_holds_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "LINKS", 2)
    sheet, told = written(
        [line(url=f"https://example.org/{n}") for n in range(5)], tmp_path / "o.xlsx", columns=("url",)
    )
    assert [cell.hyperlink is not None for (cell,) in cells_below(sheet)] == [True, True, False, False, False]
    assert [cell.value for (cell,) in cells_below(sheet)][4] == "https://example.org/4"
    assert told == ["links left as text, as a sheet of Excel holds 2 live ones: 3"]


def test_more_figures_than_a_sheet_holds_are_refused(
    review: Review, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    review.decide(review.queue(), "confirmed")
    monkeypatch.setattr(xlsx, "ROWS", 10)
    assert write_table(review, Export("xlsx", tmp_path / "nine.xlsx")) == 9
    monkeypatch.setattr(xlsx, "ROWS", 9)
    with pytest.raises(CannotWrite, match="9 figures do not fit on a sheet of Excel, which holds 8: pick fewer"):
        write_table(review, Export("xlsx", tmp_path / "out.xlsx"))
    assert not (tmp_path / "out.xlsx").exists()


def test_without_the_library_it_is_said_how_to_get_it(
    review: Review, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name.startswith("xlsxwriter"):
            raise ModuleNotFoundError(f"No module named {name!r}")
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(ReviewError, match=r"pip install 'figcheck\[xlsx\]'"):
        write_table(review, Export("xlsx", tmp_path / "out.xlsx"))
    assert [path.name for path in tmp_path.iterdir()] == ["kursk.db"]


def test_without_names_no_reviewer_is_named(path: Path, review: Review, tmp_path: Path) -> None:
    with open_review(path, reviewer="Zebulon") as other:
        other.decide([2], "confirmed")
    for anonymous in (False, True):
        out = tmp_path / f"{anonymous}.xlsx"
        write_table(review, Export("xlsx", out, anonymous=anonymous))
        values = {cell.value for row in sheet_of(out).iter_rows() for cell in row}
        assert ("Zebulon" in values) is not anonymous
