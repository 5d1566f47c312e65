"""The commands on a review, as a person or a script uses them: list, status, mark, history, export."""

import csv
import io
import json
from pathlib import Path

import pytest

from db import open_review
from tests.factories import make_document, make_figure
from tests.tui.commanding import Output, refused, run

TEXT = "In 2024 Britain said more than 6,000 North Korean soldiers were killed. The camp cost $25m."
STATES = ("unreviewed", "confirmed", "disputed", "misreported", "dismissed")

pytestmark = pytest.mark.usefixtures("own_folder")


@pytest.fixture
def ids(own_folder: None, tmp_path: Path) -> list[str]:
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
