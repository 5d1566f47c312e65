"""What the command line takes in beside text: pages, PDF, Word, files of many articles."""

import json
from pathlib import Path

import pytest

from seeds.readers import KINDS
from tests.seeds.files import column, docx, paragraph, pdf
from tests.seeds.pages import PAGES, STORY, TITLE
from tui.cli import main
from tui.commands.add import INPUT_ENDINGS


@pytest.fixture
def inputs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one file of every kind."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.html").write_text(PAGES["semantic"](), encoding="utf-8")
    (folder / "b.pdf").write_bytes(pdf([column(list(STORY[3:5]), 60)]))
    (folder / "c.docx").write_bytes(docx(paragraph(TITLE, "Titel") + paragraph(STORY[5])))
    (folder / "d.jsonl").write_text(json.dumps({"id": "one", "words": STORY[6]}) + "\nno record\n", encoding="utf-8")
    (folder / "e.csv").write_text(f'id;words\ntwo;"{STORY[7]}"\n', encoding="utf-8")
    return folder


def figures(capsys: pytest.CaptureFixture[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for line in capsys.readouterr().out.splitlines():
        record = json.loads(line)
        found.setdefault(record["doc"], set()).add(record["text"])
    return found


def test_figures_of_every_kind_of_file(inputs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(inputs), "--format", "jsonl", "--field", "text=words"]) == 1
    found = figures(capsys)
    assert {name: texts & {"4,200", "$1.2 billion", "48", "900", "40"} for name, texts in found.items()} == {
        "a.html": {"4,200", "$1.2 billion", "48", "900", "40"},
        "b.pdf": {"$1.2 billion"},
        "c.docx": {"48"},
        "one": {"900"},
        "two": {"40"},
    }


def test_a_bad_line_is_told_and_the_rest_is_added(inputs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["add", "k.db", "in", "--field", "text=words", "--reviewer", "ann"]) == 1
    said = capsys.readouterr()
    assert "5 documents added" in said.out
    assert "d.jsonl, line 2: not JSON" in said.err
    assert main(["add", "k.db", "in", "--field", "text=words", "--reviewer", "ann"]) == 1
    assert "0 documents added, 5 already there" in capsys.readouterr().out


@pytest.mark.parametrize("command", [["extract"], ["add", "k.db"]])
def test_a_field_that_is_none_is_wrong_usage(
    command: list[str], inputs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*command, "in", "--field", "words=text"]) == 2
    assert "text=content" in capsys.readouterr().err
    assert not Path("k.db").exists()


def test_no_review_is_made_under_the_name_of_an_input() -> None:
    assert set(KINDS) <= set(INPUT_ENDINGS)
