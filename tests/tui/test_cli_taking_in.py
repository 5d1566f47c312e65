"""figcheck add on many texts: who works, what failed and is tried again, what is shown meanwhile, how it is stopped."""

import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from db import open_review
from db.model import Step
from tests.db.crew.working import content
from tests.tui.commanding import Output
from tests.tui.terminal import Terminal
from tui.bar import Bar
from tui.cli import main
from tui.console import ProgressLine


@pytest.fixture(autouse=True)
def _folder(own_folder: None) -> None:
    Path("texts").mkdir()
    for number in range(3):
        Path(f"texts/{number}.txt").write_text(f"The county said {number + 600} sheep had drowned in Arvik.\n")


def _run(capsys: Output, *words: str) -> tuple[int, str, str]:
    code = main(list(words))
    return code, *capsys.readouterr()


def test_what_failed_is_kept_told_by_status_and_tried_again(capsys: Output) -> None:
    Path("texts/1.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(50))
    code, out, err = _run(capsys, "add", "weir.db", "texts", "gone.txt")
    assert code == 1 and out.startswith("2 documents added") and err.count("\n") == 2
    code, out, _ = _run(capsys, "status", "weir.db")
    assert "2 inputs could not be taken in: figcheck add --retry-failed tries again" in out
    code, out, _ = _run(capsys, "status", "weir.db", "--json")
    assert json.loads(out)["failed"] == 2
    Path("texts/1.txt").write_text("The mill lost 12 wheels.\n")
    code, out, err = _run(capsys, "add", "weir.db", "--retry-failed")
    assert code == 1 and out.startswith("1 document added")
    assert err == "figcheck: gone.txt: no such file or folder; check its name\n"
    Path("gone.txt").write_text("A barge sank with 5 tonnes of grain.\n")
    code, out, err = _run(capsys, "add", "weir.db", "--retry-failed")
    assert (code, err) == (0, "") and out.startswith("1 document added")
    assert "could not be taken in" not in _run(capsys, "status", "weir.db")[1]
    assert "failed" not in json.loads(_run(capsys, "status", "weir.db", "--json")[1])


def test_a_failure_is_forgotten_when_the_same_command_takes_the_text_in(capsys: Output) -> None:
    Path("texts/1.txt").write_text("")
    _run(capsys, "add", "weir.db", "texts")
    Path("texts/1.txt").write_text("The mill lost 12 wheels.\n")
    assert _run(capsys, "add", "weir.db", "texts")[0] == 0
    assert "could not be taken in" not in _run(capsys, "status", "weir.db")[1]


def test_with_nothing_to_try_again_nothing_happens(capsys: Output) -> None:
    _run(capsys, "add", "weir.db", "texts")
    before = Path("weir.db").read_bytes()
    assert _run(capsys, "add", "weir.db", "--retry-failed") == (0, "nothing failed before\n", "")
    assert Path("weir.db").read_bytes() == before
    code, _, err = _run(capsys, "add", "other.db", "--retry-failed")
    assert code == 1 and "other.db does not exist" in err and not Path("other.db").exists()


@pytest.mark.parametrize("number", ["0", "-1", "two"])
def test_so_many_workers_there_cannot_be(number: str, capsys: Output) -> None:
    code, out, err = _run(capsys, "add", "weir.db", "texts", "--workers", number)
    assert (code, out, err.count("\n")) == (2, "", 1) and "--workers" in err
    assert not Path("weir.db").exists()


def test_without_dask_the_line_says_what_to_install(capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    code, out, err = _run(capsys, "add", "weir.db", "texts", "--dask", "tcp://127.0.0.1:9")
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert "pip install 'figcheck[dask]'" in err
    assert not Path("weir.db").exists()


def test_where_no_scheduler_answers_the_line_says_so(capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr("db.crew.cluster.PATIENCE", 0.2)
    code, out, err = _run(capsys, "add", "weir.db", "texts", "--dask", "tcp://127.0.0.1:9")
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert "no Dask scheduler answers at tcp://127.0.0.1:9" in err
    assert not Path("weir.db").exists()


def test_off_a_terminal_nothing_is_shown_meanwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = io.StringIO()
    monkeypatch.setattr("sys.stderr", shown)
    monkeypatch.setattr("tui.bar.PATIENCE", 0.0)
    assert main(["add", "weir.db", "texts"]) == 0
    assert shown.getvalue() == ""


def test_the_bar_shows_names_as_they_are_and_is_gone_in_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = io.StringIO()
    monkeypatch.setattr("sys.stderr", shown)
    monkeypatch.setattr("tui.bar.PATIENCE", 0.0)
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "120")
    bar = Bar(ProgressLine(True))
    bar.show(Step("40 read · [red]a\x1b]0;owned\x07.txt", 40, 1000))
    bar.close()
    assert "40/1000" in shown.getvalue() and "[red]a␛]0;owned␇.txt" in shown.getvalue()
    assert "\x1b]0;" not in shown.getvalue()


def test_ctrl_c_says_how_far_it_came(capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(bar: Bar, step: Step) -> None:
        if step.text.startswith("2 read"):
            os.kill(os.getpid(), signal.SIGINT)

    with monkeypatch.context() as patched:
        patched.setattr(Bar, "show", interrupt)
        code, out, err = _run(capsys, "add", "weir.db", "texts")
    assert code == 130 and out.startswith("2 documents added")
    assert (
        err == "figcheck: stopped after 2 documents; what was taken in is kept, the same command goes on from there\n"
    )
    assert _run(capsys, "add", "weir.db", "texts")[:2] == (
        0,
        "1 document added, 2 already there · 1 figure, 1 to check\n",
    )
    main(["add", "whole.db", "texts"])
    assert content(Path("weir.db")) == content(Path("whole.db"))


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals")
def test_on_a_terminal_ctrl_c_ends_the_workers_without_a_word_of_theirs(tmp_path: Path) -> None:
    for number in range(3, 1200):
        Path(f"texts/{number}.txt").write_text(f"The county said {number + 600} sheep had drowned in Arvik.\n" * 20)
    command = [sys.executable, "-m", "tui", "add", str(tmp_path / "weir.db"), str(tmp_path / "texts"), "--workers", "2"]
    with Terminal(command, columns=120) as terminal:
        terminal.wait_for("a second")
        os.killpg(terminal.process.pid, signal.SIGINT)
        assert terminal.wait_end() == 130
        assert "the same command goes on from there" in terminal.text() and "Traceback" not in terminal.text()
    done = subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).parents[2], check=False)
    assert (done.returncode, done.stderr) == (0, "") and "already there" in done.stdout
    with open_review("weir.db", reviewer="Ann") as review:
        assert review.progress().documents == 1200
