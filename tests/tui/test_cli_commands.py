"""Each command, as a person or a script uses it on a review."""

import csv
import io
import json
import sqlite3
from pathlib import Path

import pytest

from db import open_review
from tests.factories import make_document, make_figure
from tui.cli import main

TEXT = "In 2024 Britain said more than 6,000 North Korean soldiers were killed. The camp cost $25m."
STATES = ("unreviewed", "confirmed", "disputed", "misreported", "dismissed")

Output = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FIGCHECK_REVIEWER", "Ann")
    monkeypatch.delenv("FIGCHECK_DEBUG", raising=False)
    monkeypatch.delenv("COLUMNS", raising=False)


@pytest.fixture
def ids(tmp_path: Path) -> list[str]:
    """Make kursk.db with three figures; gives their ids in text order, the last of them of the two to check."""
    document = make_document(TEXT, publisher="The Harbour Post")
    found = [
        make_figure(document, "2024", kind="date", iso="2024", checkable=False, why_not="date"),
        make_figure(
            document,
            "6,000",
            6000,
            high=None,
            bound="over",
            modifier="more than",
            noun="North Korean soldiers",
            predicate="killed",
            attribution="Britain",
        ),
        make_figure(document, "$25m", 25_000_000, kind="money", unit="USD"),
    ]
    with open_review(tmp_path / "kursk.db", reviewer="Ann", create=True) as review:
        review.add(document, found)
        return [view.figure_id for view in review.figures(review.queue(all_figures=True))]


def run(*words: str) -> int:
    return main(list(words))


def refused(capsys: Output, *words: str) -> str:
    """Run a command that is refused with exit 1 and one line; gives the line."""
    capsys.readouterr()
    assert run(*words) == 1
    out, err = capsys.readouterr()
    assert out == "" and err.startswith("figcheck: ") and err.count("\n") == 1
    return err


# add


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


def test_the_review_itself_is_no_input(ids: list[str], capsys: Output) -> None:
    Path("a.txt").write_text("They counted 7,000 soldiers.", encoding="utf-8")
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


# extract


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


# list, status


def test_list_prints_a_line_a_figure(ids: list[str], capsys: Output) -> None:
    assert run("list", "kursk.db") == 0
    assert capsys.readouterr().out.splitlines() == [
        f"{ids[1]}  unreviewed   more than 6,000 North Korean soldiers · Britain · The Harbour Post",
        f"{ids[2]}  unreviewed   $25m · nobody named · The Harbour Post",
    ]
    assert run("list", "kursk.db", "--all") == 0
    assert f"{ids[0]}  no check     2024 · " in capsys.readouterr().out


def test_list_gives_every_field_to_scripts(ids: list[str], capsys: Output) -> None:
    assert run("list", "kursk.db", "--format", "jsonl") == 0
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [record["figure_id"] for record in records] == ids[1:]
    assert list(records[0])[:4] == ["figure_id", "verdict", "doc", "item"]
    assert (records[0]["low"], records[0]["high"], records[0]["verdict"]) == (6000, None, "unreviewed")
    assert run("list", "kursk.db", "--format", "csv", "--all") == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["figure_id"] for row in rows] == ids
    assert (rows[1]["low"], rows[1]["high"], rows[1]["checkable"]) == ("6000", "", "true")


def test_a_csv_cell_is_never_a_formula(capsys: Output) -> None:
    document = make_document("=cmd|x, they said 6,000 of them.", name="=1+1.txt")
    with open_review("kursk.db", reviewer="Ann", create=True) as review:
        review.add(document, [make_figure(document, "6,000", 6000, noun="@SUM(A1)")])
    run("list", "kursk.db", "--format", "csv")
    (row,) = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert not [cell for cell in row.values() if cell.startswith(("=", "@", "+", "-"))]


def test_status_in_words(ids: list[str], capsys: Output) -> None:
    run("mark", "kursk.db", ids[1], "disputed")
    capsys.readouterr()
    assert run("status", "kursk.db") == 0
    out = capsys.readouterr().out
    assert out.startswith("1 document · 3 figures, 2 to check\n1/2 reviewed\n")
    assert "     1 disputed\n" in out and "     1 unreviewed\n" in out


def test_status_as_json_adds_up(ids: list[str], capsys: Output) -> None:
    run("mark", "kursk.db", ids[1], "confirmed")
    capsys.readouterr()
    assert run("status", "kursk.db", "--json") == 0
    status = json.loads(capsys.readouterr().out)
    assert list(status) == ["documents", "figures", "queue", *STATES]
    assert status["queue"] == sum(status[state] for state in STATES) == 2
    assert (status["documents"], status["figures"], status["confirmed"]) == (1, 3, 1)


@pytest.mark.parametrize(
    "words",
    [["list"], ["status"], ["export"], ["history"], ["review"], ["mark", "3f2a", "confirmed"]],
    ids=lambda words: words[0],
)
def test_a_review_that_is_not_there_is_refused_and_not_made(words: list[str], tmp_path: Path, capsys: Output) -> None:
    assert "gone.db" in refused(capsys, words[0], "gone.db", *words[1:])
    assert list(tmp_path.iterdir()) == []


# mark, history


def test_mark_gives_a_verdict_and_says_which(ids: list[str], capsys: Output) -> None:
    words = ["--reason", "bound_lost", "--note", "said: more than", "--evidence", "https://example.org/a"]
    assert run("mark", "kursk.db", ids[1][:6], "misreported", *words) == 0
    assert capsys.readouterr().out == f"{ids[1]} misreported (bound_lost): more than 6,000 North Korean soldiers\n"
    with open_review("kursk.db", reviewer="Ann") as review:
        view = review.figure(review.find(ids[1]))
    assert (view.state, view.reason, view.note, view.reviewer) == (
        "misreported",
        "bound_lost",
        "said: more than",
        "Ann",
    )
    assert [evidence.link for evidence in view.evidence] == ["https://example.org/a"]


def test_mark_takes_several_links_and_another_reviewer(ids: list[str]) -> None:
    words = ["--evidence", "https://example.org/a", "--evidence", "http://example.org/b", "--reviewer", "Bo"]
    assert run("mark", "kursk.db", ids[2], "confirmed", *words) == 0
    with open_review("kursk.db", reviewer="Ann") as review:
        view = review.figure(review.find(ids[2]))
    assert view.reviewer == "Bo"
    assert {evidence.link for evidence in view.evidence} == {"https://example.org/a", "http://example.org/b"}


def test_a_verdict_can_be_taken_back(ids: list[str], capsys: Output) -> None:
    run("mark", "kursk.db", ids[1], "confirmed")
    assert run("mark", "kursk.db", ids[1], "unreviewed") == 0
    assert f"{ids[1]} unreviewed: " in capsys.readouterr().out


@pytest.mark.parametrize("link", ["javascript:alert(1)", "ftp://example.org/a", "example.org", "file:///etc/passwd"])
def test_a_link_that_is_not_http_is_refused_whole(link: str, ids: list[str], capsys: Output) -> None:
    before = Path("kursk.db").read_bytes()
    assert "http" in refused(capsys, "mark", "kursk.db", ids[1], "confirmed", "--evidence", link)
    assert Path("kursk.db").read_bytes() == before


def test_a_figure_that_is_not_there_is_refused(ids: list[str], capsys: Output) -> None:
    missing = "0" * 12 if not any(figure_id.startswith("0") for figure_id in ids) else "f" * 12
    assert missing in refused(capsys, "mark", "kursk.db", missing, "confirmed")
    assert missing in refused(capsys, "history", "kursk.db", missing)


def test_history_tells_who_decided_what(ids: list[str], capsys: Output) -> None:
    assert run("history", "kursk.db") == 0
    assert capsys.readouterr() == (
        "",
        "figcheck: nothing has been decided here yet; figcheck review and figcheck mark give verdicts\n",
    )
    run("mark", "kursk.db", ids[1], "confirmed")
    run("mark", "kursk.db", ids[2], "disputed", "--reviewer", "Bo")
    capsys.readouterr()
    assert run("history", "kursk.db") == 0
    newest, oldest = capsys.readouterr().out.splitlines()
    assert "Bo" in newest and ids[2] in newest and "disputed" in newest
    assert "Ann" in oldest and ids[1] in oldest and "confirmed" in oldest
    assert run("history", "kursk.db", ids[1][:6]) == 0
    assert capsys.readouterr().out.splitlines() == [oldest]


# export


def test_export_prints_the_verdict_table(ids: list[str], capsys: Output) -> None:
    run("mark", "kursk.db", ids[1], "disputed", "--note", "nobody stands behind it")
    capsys.readouterr()
    assert run("export", "kursk.db", "--format", "jsonl") == 0
    (row,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert (row["figure_id"], row["verdict"], row["note"]) == (ids[1], "disputed", "nobody stands behind it")
    assert run("export", "kursk.db", "--all") == 0
    assert len(list(csv.DictReader(io.StringIO(capsys.readouterr().out)))) == 2


@pytest.mark.parametrize(("name", "start"), [("v.csv", "figure_id,"), ("v.md", "|"), ("v.jsonl", '{"figure_id"')])
def test_export_takes_the_format_from_the_name(name: str, start: str, ids: list[str], capsys: Output) -> None:
    run("mark", "kursk.db", ids[1], "confirmed")
    capsys.readouterr()
    assert run("export", "kursk.db", "-o", name) == 0
    assert capsys.readouterr().out == f"1 figure written to {name}\n"
    assert Path(name).read_text(encoding="utf-8").startswith(start)


def test_export_overwrites_only_when_told(ids: list[str], capsys: Output) -> None:
    Path("v.csv").write_text("mine", encoding="utf-8")
    assert "v.csv" in refused(capsys, "export", "kursk.db", "-o", "v.csv")
    assert Path("v.csv").read_text(encoding="utf-8") == "mine"
    assert run("export", "kursk.db", "-o", "v.csv", "--force") == 0
    assert Path("v.csv").read_text(encoding="utf-8") != "mine"


def test_export_into_a_folder_that_is_not_there_is_refused(ids: list[str], capsys: Output) -> None:
    assert "nowhere" in refused(capsys, "export", "kursk.db", "-o", "nowhere/v.csv")
