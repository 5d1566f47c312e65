"""The commands about texts that come again: add --update and rescan."""

from pathlib import Path

import pytest

from db import open_review
from tests.tui.commanding import Output
from tui.cli import main

TEXT = "The county said 600 sheep had drowned in Arvik. The mill lost 12 wheels.\n"

pytestmark = pytest.mark.usefixtures("own_folder")


@pytest.fixture
def taken_in(own_folder: None, capsys: Output) -> Path:
    """Make weir.db of weir.txt; gives that."""
    file = Path("weir.txt")
    file.write_text(TEXT, encoding="utf-8")
    assert main(["add", "weir.db", "weir.txt"]) == 0
    capsys.readouterr()
    return file


def test_an_edited_text_is_refused_with_what_to_do(taken_in: Path, capsys: Output) -> None:
    taken_in.write_text(TEXT.replace("600", "700"), encoding="utf-8")
    assert main(["add", "weir.db", "weir.txt"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("figcheck: weir.txt: another text of it is in the review; --update ") and err.count("\n") == 1


def test_update_says_what_became_of_the_figures(taken_in: Path, capsys: Output) -> None:
    with open_review("weir.db", reviewer="Ann") as review:
        review.decide(review.queue(), "confirmed")
    taken_in.write_text("It rained.\n\n" + TEXT.replace("600", "700") + "Later 5 goats were found.\n", encoding="utf-8")
    assert main(["add", "weir.db", "--update", "weir.txt"]) == 0
    out, err = capsys.readouterr()
    assert out == "weir.txt: version 2 · 1 figure carried over · 1 changed · 1 new\n" and err == ""
    assert main(["list", "weir.db", "--all"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split("  ")[1] for line in lines] == ["confirmed", "unreviewed", "confirmed", "unreviewed"]
    assert ["no more in the text" in line for line in lines] == [True, False, False, False]


def test_update_of_the_same_text_says_that_it_is_there(taken_in: Path, capsys: Output) -> None:
    assert main(["add", "--update", "weir.db", "weir.txt"]) == 0
    assert capsys.readouterr().out.startswith("0 documents added, 1 already there")


def test_what_is_gone_is_told_with_what_is_kept_of_it(taken_in: Path, capsys: Output) -> None:
    with open_review("weir.db", reviewer="Ann") as review:
        review.decide(list(review.queue())[:1], "confirmed")
    taken_in.write_text("The county said that sheep had drowned in Arvik. The mill lost wheels.\n", encoding="utf-8")
    assert main(["add", "--update", "weir.db", "weir.txt"]) == 0
    out = capsys.readouterr().out
    assert out == "weir.txt: version 2 · 0 figures carried over · 1 gone, kept as judged · 1 gone, never judged\n"


def test_rescan_says_when_nothing_changed(taken_in: Path, capsys: Output) -> None:
    assert main(["rescan", "weir.db"]) == 0
    assert capsys.readouterr() == ("1 text read again, nothing changed\n", "")


def test_rescan_says_what_changed_and_what_it_kept(
    taken_in: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_review("weir.db", reviewer="Ann") as review:
        review.decide(list(review.queue())[:1], "confirmed")
    monkeypatch.setattr("figures.extract.extract", lambda document: [])
    assert main(["rescan", "weir.db"]) == 0
    out = capsys.readouterr().out
    assert out == (
        "1 text read again · 0 new figures, 0 read otherwise, 1 gone · 1 kept as judged, though not read so now\n"
    )
    assert main(["status", "weir.db", "--json"]) == 0
    assert '"confirmed": 1' in capsys.readouterr().out


def test_rescan_of_no_review_is_refused(capsys: Output) -> None:
    assert main(["rescan", "gone.db"]) == 1
    assert capsys.readouterr().err.startswith("figcheck: gone.db does not exist")


def test_a_text_of_the_same_name_can_be_a_document_of_its_own(taken_in: Path, capsys: Output) -> None:
    taken_in.write_text(TEXT.replace("600", "700"), encoding="utf-8")
    assert main(["add", "weir.db", "--as-new", "weir.txt"]) == 0
    assert capsys.readouterr().out.startswith("1 document added")
    assert main(["status", "weir.db", "--json"]) == 0
    assert '"documents": 2' in capsys.readouterr().out


def test_a_text_cannot_be_both_a_new_version_and_a_document_of_its_own(taken_in: Path, capsys: Output) -> None:
    assert main(["add", "weir.db", "--as-new", "--update", "weir.txt"]) == 2
    assert "not allowed with" in capsys.readouterr().err


def test_update_tells_what_it_carried_in_other_words(taken_in: Path, capsys: Output) -> None:
    taken_in.write_text(TEXT.replace("The county said", "On Sunday the county said"), encoding="utf-8")
    assert main(["add", "--update", "weir.db", "weir.txt"]) == 0
    assert capsys.readouterr().out == "weir.txt: version 2 · 2 figures carried over (1 in other words)\n"
