"""The desk in a real pseudo-terminal."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tui.driving import figure, states
from tests.tui.terminal import desk


def test_a_session_from_opening_to_opening_again(review_path: Path) -> None:
    with desk(review_path) as terminal:
        terminal.wait_for(">6,000", "Harbour Post 1", "6 of 6 figures left")
        terminal.type("cdmb")
        terminal.wait_for("misreported 12 barges (bound lost)", "3/6", "4 of 6")
        terminal.type("sjavascript:x\r")
        terminal.wait_for("is no http or https link")
        terminal.type("\x1b")
        terminal.wait_gone("Source for")
        terminal.type("nchecked by phone\x13")
        terminal.wait_for("stored: note on >6,000 homes")
        terminal.type("q")
        assert terminal.wait_end() == 0
        assert terminal.settings() == terminal.before
    assert states(review_path) == ["confirmed", "disputed", "misreported", *["unreviewed"] * 3]
    assert figure(review_path, 3).note == "checked by phone"
    with desk(review_path) as terminal:
        terminal.wait_for("4 of 6", "3/6", "checked by phone")
        terminal.type("u")
        terminal.wait_for("undone: ")
        terminal.type("q")
        assert terminal.wait_end() == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_leaves_terminal_and_review_in_order(review_path: Path, number: signal.Signals) -> None:
    with desk(review_path) as terminal:
        terminal.wait_for("6 of 6 figures left", "says")
        terminal.type("cj")
        terminal.wait_for("confirmed >6,000 homes", "3 of 6")
        terminal.send(number)
        assert terminal.wait_end() == 128 + number
        assert terminal.settings() == terminal.before
        assert b"Traceback" not in terminal.raw
    with desk(review_path) as terminal:
        terminal.wait_for("3 of 6", "1/6")


def test_a_terminal_that_goes_without_a_signal_ends_the_desk(review_path: Path) -> None:
    with desk(review_path) as terminal:
        terminal.wait_for("6 of 6 figures left", "says")
        terminal.type("cj")
        terminal.wait_for("confirmed >6,000 homes", "3 of 6")
        terminal.hang_up()
        assert terminal.process.wait(30) == 128 + signal.SIGHUP
    with desk(review_path) as terminal:
        terminal.wait_for("3 of 6", "1/6")


def test_without_colour_every_state_is_told_by_shape_and_word(review_path: Path) -> None:
    with desk(review_path, NO_COLOR="1") as terminal:
        terminal.wait_for("6 of 6 figures left", "says")
        terminal.type("cdk")
        terminal.wait_for("◆ disputed", "● ", "2/6 · 1● 1◆ 0✕")


def test_what_is_no_review_is_said_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    path.write_text("shopping list")
    with desk(path, columns=200) as terminal:
        assert terminal.wait_end() == 1
        assert terminal.raw.decode().count("\n") == 1
        assert "figcheck: " in terminal.text() and "notes.db" in terminal.text()
    assert path.read_text() == "shopping list"


def test_what_is_slow_to_import_is_not_on_the_way_to_the_first_screen(review_path: Path) -> None:
    code = (
        "import sys, pathlib, tui.app, tui.jobs, db\n"
        "with db.open_review(sys.argv[1], reviewer='ana') as review: tui.jobs.open_queue(review)\n"
        "print({'sqlite_utils', 'quantulum3', 'rapidfuzz', 'numpy'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(review_path)], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


def test_without_a_terminal_it_says_so(review_path: Path) -> None:
    code = "import sys, pathlib, tui.app; sys.exit(tui.app.run_desk(pathlib.Path(sys.argv[1]), 'ana'))"
    done = subprocess.run(
        [sys.executable, "-c", code, str(review_path)], stdin=subprocess.DEVNULL, capture_output=True, text=True
    )
    assert done.returncode == 1 and done.stdout == ""
    assert "the desk needs a terminal" in done.stderr and done.stderr.count("\n") == 1


def test_a_crash_says_one_line_and_logs_no_text(review_path: Path, tmp_path: Path) -> None:
    broken = (
        "import sys, pathlib, tui.app\n"
        "from tui.screens.desk import DeskScreen\n"
        "async def fail(self):\n"
        "    words = 'secret homes'\n"
        "    raise ValueError(words + str(self.view))\n"
        "DeskScreen.action_refresh = fail\n"
        "sys.exit(tui.app.run_desk(pathlib.Path(sys.argv[1]), 'ana'))\n"
    )
    from tests.tui.terminal import Terminal

    with Terminal([sys.executable, "-c", broken, str(review_path)], columns=240) as terminal:
        terminal.wait_for("6 of 6 figures left", "says")
        terminal.type("c\x0c")
        assert terminal.wait_end() == 1
        after = terminal.raw.rpartition(b"\x1b[?1049l")[2].decode()
        assert "stopped by an error of its own (ValueError)" in after and "homes" not in after
        assert terminal.settings() == terminal.before
    log = (tmp_path / "state" / "figcheck" / "crash.log").read_text()
    assert "ValueError" in log and "in fail" in log and "secret" not in log and "homes" not in log
    assert states(review_path)[0] == "confirmed"
