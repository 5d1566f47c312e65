"""Start, leaving for a while, copying and crashing, in a real pseudo-terminal."""

import base64
import os
import signal
import sys
from pathlib import Path

import pytest

from tests.tui.driving import states
from tests.tui.terminal import Terminal, desk
from tui.recent import recents


def test_figcheck_alone_lists_reviews_and_opens_one(review_path: Path) -> None:
    with desk(review_path) as terminal:
        terminal.wait_for("6 of 6 figures left")
        terminal.type("q")
        assert terminal.wait_end() == 0
    assert [recent.path for recent in recents()] == [review_path]
    with Terminal([sys.executable, "-m", "tui"], FIGCHECK_REVIEWER="ana") as terminal:
        terminal.wait_for("Reviews opened last", "storm.db", "0/6")
        terminal.type("\r")
        terminal.wait_for("6 of 6 figures left", ">6,000")
        terminal.type("c")
        terminal.wait_for("confirmed >6,000 homes")
        terminal.type("q")
        assert terminal.wait_end() == 0
        assert terminal.settings() == terminal.before
    assert states(review_path)[0] == "confirmed"


def test_the_demo_from_the_start_screen_is_not_remembered() -> None:
    with Terminal([sys.executable, "-m", "tui"], FIGCHECK_REVIEWER="ana", columns=100) as terminal:
        terminal.wait_for("Nothing has been opened yet")
        terminal.type("d")
        terminal.wait_for("figures left to review")
        terminal.type("q")
        assert terminal.wait_end() == 0
        terminal.wait_for("The demo is gone")
    assert recents() == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_at_the_start_screen_leaves_the_terminal_in_order(number: signal.Signals) -> None:
    with Terminal([sys.executable, "-m", "tui"], FIGCHECK_REVIEWER="ana") as terminal:
        terminal.wait_for("Nothing has been opened yet")
        terminal.send(number)
        assert terminal.wait_end() == 128 + number
        assert terminal.settings() == terminal.before and b"Traceback" not in terminal.raw


def test_without_a_terminal_figcheck_alone_gives_the_overview() -> None:
    with Terminal(["sh", "-c", f"{sys.executable} -m tui | cat"], columns=120, lines=60) as terminal:
        assert terminal.wait_end() == 0
        assert "figcheck COMMAND" in terminal.text()


def test_ctrl_z_goes_back_to_the_shell_and_fg_comes_back(review_path: Path) -> None:
    with desk(review_path) as terminal:
        terminal.wait_for("6 of 6 figures left")
        terminal.type("c")
        terminal.wait_for("confirmed >6,000 homes")
        terminal.type("\x1a")
        terminal.wait_for_raw(b"\x1b[?1049l")
        _, status = os.waitpid(terminal.process.pid, os.WUNTRACED)
        assert os.WIFSTOPPED(status)
        terminal.send(signal.SIGCONT)
        terminal.type("d")
        terminal.wait_for("disputed ~3,800–4,000 residents")
        terminal.type("q")
        assert terminal.wait_end() == 0
    assert states(review_path)[:2] == ["confirmed", "disputed"]


def test_copying_sends_the_clipboard_sequence_and_says_so(review_path: Path) -> None:
    with desk(review_path) as terminal:
        terminal.wait_for("6 of 6 figures left", "says")
        terminal.type("Y")
        terminal.wait_for("sent to the terminal's clipboard")
        sent = terminal.raw.partition(b"\x1b]52;c;")[2].partition(b"\x07")[0]
        assert base64.b64decode(sent).decode().startswith("“More than 6,000 homes lost power")
        terminal.type("q")
        assert terminal.wait_end() == 0


def test_after_a_crash_the_review_opens_at_the_same_figure(review_path: Path) -> None:
    broken = (
        "import sys, pathlib, tui.app\n"
        "from tui.screens.desk import DeskScreen\n"
        "async def fail(self):\n"
        "    raise ValueError('x')\n"
        "DeskScreen.action_refresh = fail\n"
        "sys.exit(tui.app.run_desk(pathlib.Path(sys.argv[1]), 'ana'))\n"
    )
    with Terminal([sys.executable, "-c", broken, str(review_path)], columns=200) as terminal:
        terminal.wait_for("6 of 6 figures left", "says")
        terminal.type("jjj\x0c")
        assert terminal.wait_end() == 1
    with desk(review_path) as terminal:
        terminal.wait_for("4 of 6")
        terminal.type("q")
        assert terminal.wait_end() == 0


def test_what_is_wrong_with_the_keys_is_on_the_screen_in_one_line(review_path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "config" / "figcheck"
    folder.mkdir(parents=True)
    (folder / "keys.toml").write_text('confirm = "\\u001b]52;c;x\\u0007"\n')
    with desk(review_path, columns=120) as terminal:
        terminal.wait_for("keys.toml: confirm: there is no key")
        terminal.type("q")
        assert terminal.wait_end() == 0
        assert b"\x1b]52" not in terminal.raw
