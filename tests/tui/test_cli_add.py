"""Taking texts in, and only reading them: figcheck add and figcheck extract."""

import csv
import io
import json
import sqlite3
from pathlib import Path

import pytest

from db import open_review
from tests.tui.commanding import Output, refused, run

pytestmark = pytest.mark.usefixtures("own_folder")


def test_add_makes_a_review_and_says_what_came_in(capsys: Output) -> None:
    Path("a.txt").write_text("They counted 6,000 soldiers and 12 tanks.", encoding="utf-8")
    Path("b.txt").write_text("The bridge cost $25m.", encoding="utf-8")
    assert run("add", "kursk.db", "a.txt", "b.txt") == 0
    out, err = capsys.readouterr()
    assert out.startswith("2 documents added, 0 already there · 3 figures, ") and out.count("\n") == 1
    assert err == ""
    assert Path("kursk.db").exists()


def test_the_same_document_again_adds_nothing_and_says_so(capsys: Output) -> None:
    Path("a.txt").write_text("They counted 6,000 soldiers.", encoding="utf-8")
    run("add", "kursk.db", "a.txt")
    before = Path("kursk.db").read_bytes()
    capsys.readouterr()
    assert run("add", "kursk.db", "a.txt") == 0
    assert capsys.readouterr().out == "0 documents added, 1 already there · 0 figures, 0 to check\n"
    assert Path("kursk.db").read_bytes() == before


def test_what_fails_is_listed_at_the_end_and_the_rest_is_taken_in(capsys: Output) -> None:
    Path("good.txt").write_text("They counted 6,000 soldiers.", encoding="utf-8")
    Path("better.txt").write_text("They counted 7,000 soldiers.", encoding="utf-8")
    Path("empty.txt").write_bytes(b"")
    Path("picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)))
    Path("folder").mkdir()
    assert run("add", "kursk.db", "gone.txt", "good.txt", "empty.txt", "picture.txt", "folder", "better.txt") == 1
    out, err = capsys.readouterr()
    assert out.startswith("2 documents added, ")
    lines = err.splitlines()
    assert [line.split(":")[1].strip() for line in lines] == ["gone.txt", "empty.txt", "picture.txt", "folder"]
    assert all(line.startswith("figcheck: ") for line in lines)


def test_bytes_that_are_no_utf8_are_taken_in_with_a_warning(capsys: Output) -> None:
    Path("old.txt").write_bytes("Za 6,000 vojáků zaplatili v neděli.".encode("cp1250"))
    assert run("add", "kursk.db", "old.txt") == 0
    out, err = capsys.readouterr()
    assert out.startswith("1 document added, ")
    assert err.startswith("figcheck: warning: old.txt: ") and err.count("\n") == 1


def test_a_line_of_5_mb_is_taken_in_or_refused_in_one_line(capsys: Output) -> None:
    Path("long.txt").write_text("x" * 5_000_000, encoding="utf-8")
    code = run("add", "kursk.db", "long.txt")
    out, err = capsys.readouterr()
    assert (code, out.count("\n"), err.count("\n")) in ((0, 1, 0), (1, 0, 2))


def test_nothing_is_left_behind_where_nothing_could_be_taken_in(tmp_path: Path, capsys: Output) -> None:
    Path("empty.txt").write_bytes(b"")
    assert run("add", "kursk.db", "empty.txt", "gone.txt") == 1
    out, err = capsys.readouterr()
    assert out == "" and err.count("\n") == 3 and "kursk.db was not made" in err
    assert [path.name for path in tmp_path.iterdir()] == ["empty.txt"]


def test_the_standard_input_is_an_input(monkeypatch: pytest.MonkeyPatch, capsys: Output) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"They counted 6,000 soldiers.")))
    assert run("add", "kursk.db", "-") == 0
    assert capsys.readouterr().out.startswith("1 document added, ")


def test_a_text_in_the_place_of_the_review_is_refused_and_stays_as_it_is(capsys: Output) -> None:
    Path("a.txt").write_text("They counted 6,000 soldiers.", encoding="utf-8")
    Path("b.txt").write_text("They counted 7,000 soldiers.", encoding="utf-8")
    assert "the review comes first" in refused(capsys, "add", "a.txt", "b.txt")
    assert Path("a.txt").read_text(encoding="utf-8") == "They counted 6,000 soldiers."


def test_the_database_of_another_program_is_refused_and_stays_as_it_is(tmp_path: Path, capsys: Output) -> None:
    other = sqlite3.connect("other.db")
    other.execute("CREATE TABLE plants (name TEXT)")
    other.commit()
    other.close()
    Path("a.txt").write_text("They counted 6,000 soldiers.", encoding="utf-8")
    before = Path("other.db").read_bytes()
    for words in (["add", "other.db", "a.txt"], ["status", "other.db"], ["other.db"], ["export", "other.db"]):
        assert "other.db" in refused(capsys, *words)
    assert Path("other.db").read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "other.db"]


def test_the_review_itself_is_no_input(capsys: Output) -> None:
    Path("a.txt").write_text("They counted 7,000 soldiers.", encoding="utf-8")
    open_review("kursk.db", reviewer="Ann", create=True).close()
    assert run("add", "kursk.db", "kursk.db", "a.txt") == 1
    out, err = capsys.readouterr()
    assert out.startswith("1 document added")
    assert err == "figcheck: kursk.db: this is the review itself, it is left out\n"


def test_options_may_stand_anywhere(capsys: Output) -> None:
    Path("a.txt").write_text("They counted 6,000 soldiers.", encoding="utf-8")
    Path("-b.txt").write_text("They counted 7,000 soldiers.", encoding="utf-8")
    assert run("add", "kursk.db", "--reviewer", "Bo", "a.txt") == 0
    assert run("add", "--reviewer", "Bo", "kursk.db", "--", "-b.txt") == 0
    assert capsys.readouterr().out.count("1 document added") == 2


def test_extract_prints_a_table_of_what_to_check(capsys: Output) -> None:
    Path("a.txt").write_text("On 3 May 2024 they counted more than 6,000 soldiers.", encoding="utf-8")
    assert run("extract", "a.txt") == 0
    out = capsys.readouterr().out
    assert out.splitlines()[0].startswith("a.txt: 1 to check, ")
    assert out.splitlines()[1].split() == ["FIGURE", "WHO", "SAYS", "SO", "AS", "OF"]
    assert out.splitlines()[2].startswith("more than 6,000 soldiers")
    assert run("extract", "a.txt", "--all") == 0
    assert "WHY NOT" in capsys.readouterr().out


def test_extract_gives_every_field_to_scripts(capsys: Output) -> None:
    Path("a.txt").write_text("On 3 May 2024 they counted more than 6,000 soldiers.", encoding="utf-8")
    assert run("extract", "a.txt", "--format", "jsonl") == 0
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert list(records[0])[:6] == ["doc", "item", "zone", "start", "end", "text"]
    assert {record["checkable"] for record in records} == {True, False}
    assert {record["doc"] for record in records} == {"a.txt"}
    assert run("extract", "a.txt", "--format", "csv") == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert list(rows[0]) == list(records[0])
    assert [row["text"] for row in rows] == [record["text"] for record in records]
    assert {row["checkable"] for row in rows} == {"true", "false"}


def test_extract_makes_no_file(tmp_path: Path, capsys: Output) -> None:
    Path("a.txt").write_text("They counted 6,000 soldiers.", encoding="utf-8")
    run("extract", "a.txt")
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_hostile_text_cannot_act_on_the_terminal(capsys: Output) -> None:
    Path("a\x1b[2J.txt").write_text("They counted 6,000 \x1b]0;x\x07sol\u202ediers.", encoding="utf-8")
    for words in (["extract", "a\x1b[2J.txt"], ["add", "kursk.db", "a\x1b[2J.txt"], ["list", "kursk.db"]):
        assert run(*words) == 0
        out, err = capsys.readouterr()
        assert not {"\x1b", "\x07", "\u202e"} & set(out + err)
