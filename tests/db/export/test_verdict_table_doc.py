"""docs/verdict-table.md says what there is, and no more."""

import re
from pathlib import Path

import pytest

from db.export.columns import NAMES
from db.export.formats import FORMATS
from db.model import DISMISSALS, REASONS
from db.verdict_table import STATES
from tui.cli import main

DOC = (Path(__file__).resolve().parents[3] / "docs" / "verdict-table.md").read_text("utf-8")

#: Options that the help explains well enough, or that are for formats with a page of their own.
_ELSEWHERE = {"--help", "--output", "--base-url", "--publisher-name"}


def first_cells(heading: str) -> list[str]:
    """Give what stands in the first cells of the table under a heading."""
    section = DOC.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    return re.findall(r"^\| `([^`]+)` \|", section, re.MULTILINE)


def test_every_column_is_explained_in_its_order() -> None:
    assert first_cells("Columns") == list(NAMES)


def test_every_format_is_explained() -> None:
    assert first_cells("Formats") == [form.name for form in FORMATS]


def test_every_reason_and_state_is_named() -> None:
    assert all(f"`{choice.code}`" in DOC for choice in (*REASONS, *DISMISSALS))
    line = next(line for line in DOC.splitlines() if line.startswith("| `--verdict"))
    assert all(state in line for state in STATES)


def test_every_option_is_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--help"]) == 0
    told = capsys.readouterr().out
    known = set(re.findall(r"--[a-z][a-z-]*", told))
    assert set(re.findall(r"--[a-z][a-z-]*", DOC)) - known == {"--json"}
    assert known - set(re.findall(r"--[a-z][a-z-]*", DOC)) <= _ELSEWHERE


def test_the_list_of_the_command_line_is_complete(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--list"]) == 0
    told = capsys.readouterr().out
    names = re.findall(r"^  (\w+) +\S", told, re.MULTILINE)
    assert names == [*(form.name for form in FORMATS), *NAMES]
    assert max(map(len, told.splitlines())) <= 100
