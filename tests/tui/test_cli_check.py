"""Checking, repairing, salvaging and backing up on the command line."""

import sqlite3
from pathlib import Path

import pytest

from db import open_review
from tests.factories import sample
from tests.tui.commanding import Output, refused, run


@pytest.fixture(autouse=True)
def _review(own_folder: None) -> None:
    """Make kursk.db with two documents and a verdict, and stand beside it."""
    with open_review("kursk.db", reviewer="Ann", create=True) as review:
        review.add(*sample(1))
        review.add(*sample(2))
        review.decide([2], "confirmed", note="seen")


def change(sql: str) -> None:
    connection = sqlite3.connect("kursk.db")
    connection.execute(sql)
    connection.commit()
    connection.close()


def test_a_sound_review(capsys: Output) -> None:
    before = Path("kursk.db").read_bytes()
    assert run("check", "kursk.db") == 0
    assert capsys.readouterr() == ("kursk.db is sound: 2 documents, 8 figures, 2 entries of the log\n", "")
    assert run("check", "kursk.db", "--repair") == 0
    assert Path("kursk.db").read_bytes() == before


def test_what_is_wrong_is_said_and_repaired(capsys: Output) -> None:
    change("UPDATE counters SET value = 5 WHERE name = 'queue'")
    assert run("check", "kursk.db") == 1
    said, err = capsys.readouterr()
    assert said == "the counter queue says 5, counted are 6\n"
    assert err == "figcheck: figcheck check kursk.db --repair works out again what can be\n"
    assert run("check", "kursk.db", "--repair") == 0
    said, err = capsys.readouterr()
    assert said.splitlines() == [
        "the counter queue says 5, counted are 6",
        "what can be worked out was worked out again",
        "kursk.db is sound: 2 documents, 8 figures, 2 entries of the log",
    ]
    assert err == ""


def test_what_cannot_be_repaired_stays_wrong(capsys: Output) -> None:
    change("UPDATE documents SET text = replace(text, 'barges', 'barque') WHERE id = 1")
    change("UPDATE counters SET value = 5 WHERE name = 'queue'")
    assert run("check", "kursk.db", "--repair") == 1
    said, err = capsys.readouterr()
    assert "the text of storm1.txt is not what was taken in" in said
    assert "counter" not in said.partition("worked out again")[2]
    assert "go back to a backup" in err


def test_a_file_cut_short_is_refused_with_the_way_out(capsys: Output) -> None:
    data = Path("kursk.db").read_bytes()
    Path("kursk.db").write_bytes(data[:-8192])
    said = refused(capsys, "check", "kursk.db")
    assert "is cut short" in said and "--salvage NEW" in said
    assert run("check", "kursk.db", "--salvage", "fresh.db") == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "fresh.db: 2 documents, 8 figures, 2 entries of the log"
    assert lines[1].startswith("the file is cut short: 2 of ")
    assert run("check", "fresh.db") == 0


def test_a_damaged_file_is_said_to_be_and_salvaged(capsys: Output) -> None:
    connection = sqlite3.connect("kursk.db")
    (root,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'verdicts'").fetchone()
    connection.close()
    data = bytearray(Path("kursk.db").read_bytes())
    data[(root - 1) * 4096 : root * 4096] = b"\xff" * 4096
    Path("kursk.db").write_bytes(data)
    assert run("check", "kursk.db") == 1
    said, err = capsys.readouterr()
    assert said.startswith("the file is damaged: ") and "--salvage NEW" in err
    assert run("check", "kursk.db", "--salvage", "fresh.db") == 0
    assert capsys.readouterr().out.splitlines()[1] == "nothing that was in the file is known to be lost"
    assert run("status", "fresh.db") == 0
    assert "1 confirmed" in capsys.readouterr().out
    assert Path("kursk.db").read_bytes() == bytes(data)


def test_salvage_overwrites_nothing(capsys: Output) -> None:
    Path("fresh.db").write_text("mine")
    assert "exists already" in refused(capsys, "check", "kursk.db", "--salvage", "fresh.db")
    assert Path("fresh.db").read_text() == "mine"


def test_check_of_what_is_no_review(capsys: Output) -> None:
    Path("text.db").write_text("text")
    assert "not a figcheck review" in refused(capsys, "check", "text.db")
    assert "does not exist" in refused(capsys, "check", "none.db")
    assert "does not exist" in refused(capsys, "check", "none.db", "--salvage", "fresh.db")
    assert run("check", "kursk.db", "--repair", "--salvage", "fresh.db") == 2


# backup


def test_a_backup_is_a_review(capsys: Output) -> None:
    assert run("backup", "kursk.db", "copy.db") == 0
    assert capsys.readouterr() == ("kursk.db copied to copy.db, and the copy checked\n", "")
    assert run("history", "copy.db") == 0
    assert "confirmed" in capsys.readouterr().out
    assert run("check", "copy.db") == 0


def test_a_backup_while_the_review_is_open(capsys: Output) -> None:
    with open_review("kursk.db", reviewer="Ben") as review:
        review.decide([3], "disputed")
        assert run("backup", "kursk.db", "copy.db") == 0
        review.decide([3], "confirmed")
    with open_review("copy.db", reviewer="Ben") as copy:
        assert copy.figure(3).state == "disputed"


def test_a_backup_overwrites_nothing(capsys: Output) -> None:
    Path("copy.db").write_text("mine")
    assert "copy.db exists already" in refused(capsys, "backup", "kursk.db", "copy.db")
    assert "exists already" in refused(capsys, "backup", "kursk.db", "kursk.db")
    assert "is a folder" in refused(capsys, "backup", "kursk.db", ".")
    assert "no folder" in refused(capsys, "backup", "kursk.db", "none/copy.db")
    assert Path("copy.db").read_text() == "mine"
