"""figcheck questions and compare, as a user and a script see them."""

import json
from pathlib import Path

import pytest

from db import open_review
from db.comparing import question_lines
from seeds.samples import sample_paths
from tests.db.compared.articles import FLOOD
from tests.tui.commanding import Output, out, run


@pytest.fixture(autouse=True)
def _folder(own_folder: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture
def flood(tmp_path: Path) -> str:
    """Make flood.db of three articles on one flood with the command line."""
    for name, text in FLOOD.items():
        (tmp_path / name).write_text(text)
    assert run("add", "flood.db", *FLOOD) == 0
    return "flood.db"


def test_questions_are_there_as_soon_as_texts_are_added(flood: str, capsys: Output) -> None:
    lines = out(capsys, "questions", flood).splitlines()
    assert lines[0].strip() and "suggested: " in lines[1]
    said = "\n".join(lines)
    assert "4 mentions, 3 documents, 4 origins" in said
    assert "conflict: 38 and more than 60 do not meet, 2 times" in " ".join(said.split())
    ladder = [line for line in lines if "wire.txt" in line or "mail.txt" in line or "post.txt" in line]
    assert ["38" in ladder[0], "60" in ladder[1], "60" in ladder[2], "400" in ladder[3]] == [True] * 4
    assert "▸" in ladder[1] and "▸" not in ladder[2]  # one value is drawn once


@pytest.mark.parametrize("columns", [40, 60, 80, 200])
def test_no_line_is_wider_than_the_terminal(
    flood: str, capsys: Output, columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    assert max(map(len, out(capsys, "questions", flood).splitlines())) <= columns


def test_the_list_for_scripts_is_the_documented_one(flood: str, capsys: Output) -> None:
    with open_review(flood, reviewer="Ann") as review:
        (line,) = question_lines(review)
        review.answer(line.uid, low=38, best=60, note="two lists")
    (one,) = json.loads(out(capsys, "questions", flood, "--json"))
    assert list(one) == [
        *("id", "title", "reason", "state", "answer", "figures", "relations", "origins", "sums", "signs"),
    ]
    assert (one["id"], one["state"]) == (line.uid, "set")
    assert one["answer"] == {"low": 38, "best": 60, "high": None, "note": "two lists"}
    ids = [figure["figure_id"] for figure in one["figures"]]
    assert all(list(figure) == ["figure_id", "doc", "start", "end", "text"] for figure in one["figures"])
    for figure in one["figures"]:
        assert Path(figure["doc"]).read_text()[figure["start"] : figure["end"]] == figure["text"]
    assert len(one["relations"]) == 6
    assert all(list(pair) == ["a", "b", "relation", "why"] and pair["a"] in ids for pair in one["relations"])
    assert sorted(name for group in one["origins"] for name in group) == sorted(ids)
    assert "two lists" in out(capsys, "questions", flood)


def test_the_samples_have_sums_and_signs(capsys: Output) -> None:
    assert run("add", "kursk.db", *map(str, sample_paths())) == 0
    found = json.loads(out(capsys, "questions", "kursk.db", "--json"))
    (builders,) = [one for one in found if any(figure["text"] == "5,000" for figure in one["figures"])]
    assert all(list(one) == ["parts", "total", "holds"] and one["holds"] for one in builders["sums"])
    assert "noun_swapped" in {sign["kind"] for sign in builders["signs"]}
    assert all(list(sign) == ["figure_id", "kind", "against", "why"] for one in found for sign in one["signs"])
    # Conflicts and signs first.
    loud = [bool(one["signs"] or any(r["relation"] == "conflict" for r in one["relations"])) for one in found]
    assert loud == sorted(loud, reverse=True) and True in loud
    said = out(capsys, "questions", "kursk.db")
    assert "sign of a misreport, noun swapped: " in said and "adds up: " in said


def test_compare_says_what_it_found(flood: str, capsys: Output) -> None:
    said = out(capsys, "compare", flood)
    assert said == "1 question, 1 with conflicts, 0 signs, 1 figure stands alone\n"
    assert out(capsys, "compare", flood) == said


def test_foreign_text_cannot_act_on_the_terminal(tmp_path: Path, capsys: Output) -> None:
    evil = "\x1b[31m\u202eevil\u200b"
    for name, text in FLOOD.items():
        hostile = text.replace("ministry", f"ministry{evil}")
        (tmp_path / name).write_text(f"---\npublisher: {evil}\n---\n{hostile}")
    assert run("add", "flood.db", *FLOOD) == 0
    with open_review("flood.db", reviewer="Ann") as review:
        # A title that no reviewer could give, as a hand in the file can.
        review.connection.execute("UPDATE questions SET title = ?", ("\u202eeman",))
    for words in (("questions", "flood.db"), ("questions", "flood.db", "--json")):
        said = out(capsys, *words)
        assert "\x1b" not in said and "\u202e" not in said and "\u200b" not in said
    assert json.loads(said)[0]["title"] == "\u202eeman"


def test_nothing_to_show_is_said(tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "a.txt").write_text("Nobody came.\n")
    assert run("add", "quiet.db", "a.txt") == 0
    capsys.readouterr()
    assert run("questions", "quiet.db") == 0
    said, err = capsys.readouterr()
    assert said == "" and "no two figures here answer one question yet" in err
    assert json.loads(out(capsys, "questions", "quiet.db", "--json")) == []
    assert out(capsys, "compare", "quiet.db") == "0 questions, 0 with conflicts, 0 signs, 0 figures stand alone\n"


@pytest.mark.parametrize("command", ["questions", "compare"])
def test_what_is_no_review_is_refused(tmp_path: Path, capsys: Output, command: str) -> None:
    assert run(command, "gone.db") == 1
    assert "gone.db does not exist" in capsys.readouterr().err
    (tmp_path / "a.txt").write_text("no review")
    assert run(command, "a.txt") == 1
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_documents_are_in_though_the_comparison_failed(
    tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*arguments: object) -> None:
        raise RecursionError("deep")

    (tmp_path / "post.txt").write_text(FLOOD["post.txt"])
    with monkeypatch.context() as patched:
        patched.setattr("db.comparing.comparing.compare_added", broken)
        assert run("add", "flood.db", "post.txt") == 0
    said, err = capsys.readouterr()
    assert said.startswith("1 document added")
    assert "could not be compared (RecursionError): figcheck compare flood.db tries again" in err
    assert out(capsys, "compare", "flood.db").startswith("0 questions")
