"""A second reader on the command line: merge, agree, blind reading, adjudication."""

import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from db import open_review
from tests.factories import make_document, sample
from tests.tui.commanding import Output, out, refused, run

pytestmark = pytest.mark.usefixtures("own_folder")


@pytest.fixture
def ids(own_folder: None) -> list[str]:
    """Make ours.db, in which Ann judged, and theirs.db, a copy in which Ben did; gives the queue's ids."""
    with open_review("ours.db", reviewer="Ann", create=True) as review:
        review.add(*sample(1))
        review.add(*sample(2))
        found = [view.figure_id for view in review.figures(review.queue())]
    shutil.copy("ours.db", "theirs.db")
    for place, (ann, ben) in enumerate(
        [("confirmed", "confirmed"), ("confirmed", "disputed"), ("disputed", "disputed"), ("dismissed", "disputed")]
    ):
        assert run("mark", "ours.db", found[place], ann) == 0
        assert run("mark", "theirs.db", found[place], ben, "--reviewer", "Ben") == 0
    with open_review("theirs.db", reviewer="Ben") as review:
        review.add(*sample(3))
    return found


# merge


def test_merge_says_what_came(ids: list[str], capsys: Output) -> None:
    assert out(capsys, "merge", "ours.db", "theirs.db") == (
        "from theirs.db: 1 document, 4 figures, 4 entries of the log · by Ben · "
        "2 figures unresolved: figcheck agree lists where reviewers differ\n"
    )
    again = out(capsys, "merge", "ours.db", "theirs.db")
    assert again.startswith("nothing in theirs.db that is not here already · 2 figures unresolved")


def test_after_a_merge_both_are_in_history_and_list(ids: list[str], capsys: Output) -> None:
    run("merge", "ours.db", "theirs.db")
    history = out(capsys, "history", "ours.db", ids[1])
    assert [line.split("  ")[1] for line in history.splitlines()] == ["Ben", "Ann"]
    states = [json.loads(line)["verdict"] for line in out(capsys, "list", "ours.db", "--format", "jsonl").splitlines()]
    assert states[:4] == ["confirmed", "unresolved", "disputed", "unresolved"]


def test_after_a_merge_no_figure_answers_two_questions_and_none_is_left_uncompared(ids: list[str]) -> None:
    for name in ("ours.db", "theirs.db"):
        assert run("compare", name) == 0
    with open_review("theirs.db", reviewer="Ben") as review:
        review.connection.execute("UPDATE questions SET uid = uid || '-ben'")
    assert run("merge", "ours.db", "theirs.db") == 0
    with open_review("ours.db", reviewer="Ann") as review:
        answered = "SELECT count(*), count(DISTINCT figure_id) FROM memberships"
        members, figures = review.connection.execute(answered).fetchone()
        assert members == figures > 0
        assert review.connection.execute("SELECT count(*) FROM compared").fetchone() == (3,)


def test_merge_keeps_the_other_file(ids: list[str]) -> None:
    before = Path("theirs.db").read_bytes()
    run("merge", "ours.db", "theirs.db")
    assert Path("theirs.db").read_bytes() == before


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda path: None, "does not exist"),
        (lambda path: path.write_text("text"), "not a figcheck review"),
        (lambda path: path.mkdir(), "is a folder"),
        (lambda path: sqlite3.connect(path).execute("CREATE TABLE t (a)"), "another program"),
        (lambda path: path.symlink_to("ours.db"), "is the same file as ours.db"),
    ],
)
def test_merge_refuses_in_one_line(ids: list[str], capsys: Output, make: object, said: str) -> None:
    assert callable(make)
    make(Path("other.db"))
    before = Path("ours.db").read_bytes()
    assert said in refused(capsys, "merge", "ours.db", "other.db")
    assert Path("ours.db").read_bytes() == before


def test_merge_refuses_another_review(ids: list[str], capsys: Output) -> None:
    with open_review("other.db", reviewer="Eve", create=True) as review:
        review.add(make_document("Of something else there are 12."), [])
    assert "another review" in refused(capsys, "merge", "ours.db", "other.db")


def test_merge_says_what_it_left_out_as_no_entry(ids: list[str], capsys: Output) -> None:
    connection = sqlite3.connect("theirs.db")
    connection.execute("DROP TRIGGER events_no_update")
    connection.execute("UPDATE events SET at = 'soon' WHERE id = (SELECT max(id) FROM events)")
    connection.commit()
    connection.close()
    assert run("merge", "ours.db", "theirs.db") == 0
    said = capsys.readouterr().err
    assert said == "figcheck: warning: 1 entry of the log in theirs.db cannot be understood and was left out\n"


def test_merge_needs_both(capsys: Output) -> None:
    assert run("merge", "ours.db") == 2
    assert "THEIRS" in capsys.readouterr().err


# agree


def test_agree_shows_table_kappa_and_differences(ids: list[str], capsys: Output) -> None:
    run("merge", "ours.db", "theirs.db")
    lines = out(capsys, "agree", "ours.db").splitlines()
    # 2 of 4; rows 2, 1, 1, columns 1, 3: by chance (2 + 3) / 16, so (8 - 5) / (16 - 5).
    assert lines[:2] == [
        "Ann and Ben: 4 figures judged by both",
        "  agreed on 2 of 4 (50.0%), Cohen's kappa 0.273",
    ]
    assert [line.split() for line in lines[2:7]] == [
        ["Ann", "\\", "Ben", "confirmed", "disputed", "misreported", "dismissed"],
        ["confirmed", "1", "1", "0", "0"],
        ["disputed", "0", "1", "0", "0"],
        ["misreported", "0", "0", "0", "0"],
        ["dismissed", "0", "1", "0", "0"],
    ]
    assert [line.split()[0] for line in lines[7:]] == [ids[1], ids[3]]
    assert "Ann: confirmed · Ben: disputed" in lines[7] and lines[7].endswith("· unresolved")


def test_agree_as_json(ids: list[str], capsys: Output) -> None:
    run("merge", "ours.db", "theirs.db")
    (pair,) = json.loads(out(capsys, "agree", "ours.db", "--json"))
    assert list(pair) == ["reviewers", "n", "agreed", "agreement", "kappa", "table", "differences"]
    assert (pair["reviewers"], pair["n"], pair["agreed"], pair["agreement"]) == (["Ann", "Ben"], 4, 2, 0.5)
    assert pair["kappa"] == pytest.approx(3 / 11)
    assert pair["table"]["dismissed"] == {"confirmed": 0, "disputed": 1, "misreported": 0, "dismissed": 0}
    assert sum(count for row in pair["table"].values() for count in row.values()) == pair["n"]
    assert [difference["figure_id"] for difference in pair["differences"]] == [ids[1], ids[3]]
    assert pair["differences"][0]["verdicts"] == [
        {"reviewer": "Ann", "verdict": "confirmed", "reason": None},
        {"reviewer": "Ben", "verdict": "disputed", "reason": None},
    ]


def test_agree_of_one_reader_says_so(ids: list[str], capsys: Output) -> None:
    capsys.readouterr()
    assert run("agree", "ours.db") == 0
    said, err = capsys.readouterr()
    assert said == "" and "no two reviewers" in err
    assert out(capsys, "agree", "ours.db", "--json") == "[]\n"


def test_kappa_that_is_not_defined_is_said_so(ids: list[str], capsys: Output) -> None:
    with open_review("ours.db", reviewer="Ann") as review:
        review.decide(review.queue(), "confirmed")
    with open_review("ours.db", reviewer="Ben") as review:
        review.decide(review.queue(), "confirmed")
    assert "kappa not defined, both gave one verdict only" in out(capsys, "agree", "ours.db")
    (pair,) = json.loads(out(capsys, "agree", "ours.db", "--json"))
    assert pair["kappa"] is None and pair["agreement"] == 1.0


# Blind reading


def test_blind_hides_the_others_until_ones_own(ids: list[str], capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    assert out(capsys, "agree", "ours.db", "--blind", "on").startswith("blind: ")
    monkeypatch.setenv("FIGCHECK_REVIEWER", "Ben")

    def states() -> list[str]:
        lines = out(capsys, "list", "ours.db", "--format", "jsonl").splitlines()
        return [json.loads(line)["verdict"] for line in lines]

    assert set(states()) == {"unreviewed"}
    capsys.readouterr()
    assert run("history", "ours.db", ids[1]) == 0
    assert capsys.readouterr().out == ""
    run("mark", "ours.db", ids[1], "disputed")
    assert states()[1] == "unresolved" and states()[0] == "unreviewed"
    assert json.loads(out(capsys, "status", "ours.db", "--json"))["unreviewed"] == 6
    assert out(capsys, "agree", "ours.db", "--blind", "off").startswith("open: ")
    assert states()[0] == "confirmed"


# status, mark


def test_status_tells_unresolved_and_still_adds_up(ids: list[str], capsys: Output) -> None:
    run("merge", "ours.db", "theirs.db")
    assert "unresolved: figcheck agree lists where reviewers differ" in out(capsys, "status", "ours.db")
    status = json.loads(out(capsys, "status", "ours.db", "--json"))
    five = ("unreviewed", "confirmed", "disputed", "misreported", "dismissed")
    assert status["queue"] == sum(status[state] for state in five) == 9
    assert status["unresolved"] == 2 and status["unreviewed"] == 7


def test_mark_says_who_differs(ids: list[str], capsys: Output) -> None:
    said = out(capsys, "mark", "ours.db", ids[0], "disputed", "--reviewer", "Ben")
    assert said.startswith(f"{ids[0]} unresolved (Ann: confirmed, Ben: disputed): ")


def test_a_third_reader_settles_it(ids: list[str], capsys: Output) -> None:
    run("merge", "ours.db", "theirs.db")
    assert out(capsys, "mark", "ours.db", ids[1], "disputed", "--reviewer", "Cat").startswith(f"{ids[1]} disputed: ")
    assert "Cat" in out(capsys, "history", "ours.db", ids[1]).splitlines()[0]
    assert "adjudicated: disputed" in out(capsys, "history", "ours.db", ids[1]).splitlines()[0]


def test_one_of_the_two_settles_it_when_told_to(ids: list[str], capsys: Output) -> None:
    run("merge", "ours.db", "theirs.db")
    assert " disputed: " in out(capsys, "mark", "ours.db", ids[1], "disputed", "--adjudicate")
    assert "nothing to adjudicate" in refused(capsys, "mark", "ours.db", ids[0], "disputed", "--adjudicate")
