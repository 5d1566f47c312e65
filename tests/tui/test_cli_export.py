"""figcheck export with its options."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from db import open_review
from db.export.formats import FORMATS
from tests.tui.commanding import Output
from tests.tui.test_cli import python
from tui.cli import main


@pytest.fixture
def judged(review_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The review's figures: homes confirmed, residents misreported, barges dismissed in the first document."""
    monkeypatch.chdir(review_path.parent)
    with open_review(review_path, reviewer="ana") as review:
        homes, residents, barges, *_ = review.queue()
        review.decide([homes], "confirmed", note="seen")
        review.decide([residents], "misreported", reason="range_collapsed")
        review.decide([barges], "dismissed")
        review.join([homes, residents], title="Who is out")
    return review_path.name


@pytest.fixture
def nouns(judged: str, capsys: Output) -> Callable[..., list[str]]:
    """Give a function that exports with options and gives the nouns in the table."""

    def exported(*options: str) -> list[str]:
        assert main(["export", judged, *options]) == 0
        return [row["noun"] for row in csv.DictReader(io.StringIO(capsys.readouterr().out, newline=""))]

    return exported


def test_options_pick_the_figures(nouns: Callable[..., list[str]]) -> None:
    assert nouns() == ["homes", "residents"]
    assert nouns("--all") == ["homes", "residents", "barges", "homes", "residents", "barges"]
    assert nouns("--verdict", "misreported") == ["residents"]
    assert nouns("--verdict", " dismissed, confirmed,") == ["homes", "barges"]
    assert nouns("--filter", "noun:homes") == ["homes"]
    assert nouns("--filter", "state:dismissed") == ["barges"]
    assert nouns("--question", "who is out", "--verdict", "confirmed") == ["homes"]
    assert nouns("--publisher", "post 1", "--since", "2020-01-01") == ["homes", "residents"]
    assert nouns("--publisher", "post 2") == []
    assert nouns("--since", "2999-01-01") == []


def test_columns_in_the_order_asked_for(judged: str, capsys: Output) -> None:
    assert main(["export", judged, "--columns", "noun, verdict,question", "--format", "tsv"]) == 0
    assert capsys.readouterr().out == (
        "noun\tverdict\tquestion\nhomes\tconfirmed\tWho is out\nresidents\tmisreported\tWho is out\n"
    )


def test_without_reviewers_names(judged: str, capsys: Output) -> None:
    assert main(["export", judged, "--anonymous", "--format", "jsonl"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["note"] for row in rows] == ["seen", None]
    assert all("reviewer" not in row for row in rows)


def test_an_empty_table_is_said(judged: str, capsys: Output) -> None:
    assert main(["export", judged, "--filter", "zebra", "-o", "none.md"]) == 0
    said = capsys.readouterr()
    assert said.out == "0 figures written to none.md\n"
    assert said.err == (
        "figcheck: the table is empty: no figure fits; --all adds those dismissed and those without a verdict\n"
    )


@pytest.mark.parametrize(
    ("name", "start"), [("v.tsv", b"figure_id\t"), ("v.wiki", b"{| class="), ("V.XLSX", b"PK"), ("v.jsonl", b"{")]
)
def test_the_ending_decides_the_format(judged: str, name: str, start: bytes) -> None:
    assert main(["export", judged, "-o", name]) == 0
    assert Path(name).read_bytes().startswith(start)


def test_a_workbook_is_a_file(judged: str, capsys: Output) -> None:
    assert main(["export", judged, "-o", "v.xlsx", "--columns", "noun,low"]) == 0
    assert capsys.readouterr().out == "2 figures written to v.xlsx\n"
    sheet = load_workbook("v.xlsx").active
    assert sheet is not None
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["noun", "low"],
        ["homes", 6000],
        ["residents", 3800],
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--format", "xlsx"], "give -o PATH"),
        (["--format", "docx"], "'docx'"),
        (["-o", "v.docx"], "does not say which format to write; give --format, one of csv, tsv, "),
        (["--filter", "nuon:x"], '--filter: no key "nuon" (did you mean noun?)'),
        (["--verdict", "true"], "'true' is no verdict"),
        (["--all", "--verdict", "confirmed"], "not allowed with"),
        (["--since", "yesterday"], "'yesterday' is no date: give one as in 2026-03-18"),
        (["--columns", " ,"], "--columns: give one name, or several with commas between them"),
        (["--columns", "noun,nuon"], "no column is called 'nuon'"),
        (["--columns", "reviewer", "--anonymous"], "leaves the column reviewer out"),
        (["--format", "jsonl", "--bom"], "--bom does not go with jsonl, only with csv, tsv"),
    ],
)
def test_wrong_usage_is_one_line_before_the_review_is_opened(words: list[str], said: str, capsys: Output) -> None:
    assert main(["export", "nowhere.db", *words]) == 2
    error = capsys.readouterr().err
    assert said in error and error.count("\n") == 1


def test_an_unknown_question_is_refused(judged: str, capsys: Output) -> None:
    assert main(["export", judged, "--question", "Who\nelse", "-o", "v.csv"]) == 1
    error = capsys.readouterr().err
    assert "no question has the id or the title" in error and error.count("\n") == 1
    assert not Path("v.csv").exists()


def test_the_review_is_needed_but_for_the_list(capsys: Output) -> None:
    assert main(["export"]) == 2
    assert "REVIEW; figcheck export --help" in capsys.readouterr().err
    assert main(["export", "--list"]) == 0
    told = capsys.readouterr().out
    assert "noun        what is counted" in told
    assert all(f"  {form.name} " in told and form.what in told for form in FORMATS)


@pytest.mark.parametrize("words", [["--help"], ["--list"]])
def test_what_explains_loads_nothing_heavy(words: list[str], tmp_path: Path) -> None:
    heavy = {"sqlite3", "sqlite_utils", "textual", "xlsxwriter", "csv", "db.review", "urllib.parse"}
    code = f"from tui.cli import main\nimport sys\nbefore = set(sys.modules)\nassert main(['export', *{words!r}]) == 0"
    done = python(f"{code}\nprint(*({heavy!r} & set(sys.modules) - before), file=sys.stderr)", tmp_path)
    assert (done.returncode, done.stderr) == (0, b"\n")
