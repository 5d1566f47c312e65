"""Notes: written on the desk, pasted, or in an editor of one's own."""

import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import TextArea

from tests.tui.driving import desk, figure, opened, shown, until, until_shown
from tests.tui.payloads import ACTING
from tests.tui.terminal import desk as desk_in_terminal
from tui.app import Desk
from tui.own_editor import EditorError, edit
from tui.screens.note import NoteScreen


def editor(folder: Path, body: str) -> str:
    """Make an editor: a program that does something to the file it is given (`path`)."""
    program = folder / "editor.py"
    program.write_text(f"import os, pathlib, sys\npath = pathlib.Path(sys.argv[1])\n{body}\n")
    return f"{sys.executable} {program}"


async def write(pilot: Pilot[None], text: str) -> TextArea:
    """Open the note and write something."""
    await pilot.press("n")
    await until(pilot, lambda: isinstance(pilot.app.screen, NoteScreen))
    await pilot.press(*text)
    return pilot.app.screen.query_one(TextArea)


@pytest.fixture
def lent(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a terminal to hand over, where there is none."""

    @contextmanager
    def suspend(_: Desk) -> Iterator[None]:
        yield

    monkeypatch.setattr(Desk, "suspend", suspend)


@pytest.mark.usefixtures("lent")
async def test_the_own_editor_gets_the_text_and_gives_it_back(
    review_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", editor(tmp_path, "path.write_text(path.read_text().upper() + 'second line\\n')"))
    async with Desk(review_path, "ana").run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        area = await write(pilot, "first")
        await pilot.press("ctrl+e")
        await until(pilot, lambda: area.text == "FIRST\nsecond line")
        await pilot.press("ctrl+s")
        await until_shown(pilot, "stored: note on >6,000 homes")
    assert figure(review_path, 0).note == "FIRST\nsecond line"


@pytest.mark.usefixtures("lent")
@pytest.mark.parametrize(
    ("visual", "said"),
    [
        ("/no/such/editor", "No such file or directory"),
        ("", "set VISUAL or EDITOR"),
        ("'unclosed", "No closing quotation"),
        ("false", "false ended with 1"),
    ],
)
async def test_an_editor_that_fails_is_said_and_the_text_kept(
    review_path: Path, monkeypatch: pytest.MonkeyPatch, visual: str, said: str
) -> None:
    monkeypatch.setenv("VISUAL", visual)
    monkeypatch.delenv("EDITOR", raising=False)
    async with Desk(review_path, "ana").run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        area = await write(pilot, "kept")
        await pilot.press("ctrl+e")
        await until_shown(pilot, "the text is as it was", said)
        assert area.text == "kept"


async def test_without_a_terminal_of_its_own_there_is_no_own_editor(review_path: Path) -> None:
    async with Desk(review_path, "ana").run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        area = await write(pilot, "kept")
        await pilot.press("ctrl+e")
        await until_shown(pilot, "needs a terminal of its own")
        assert area.text == "kept"


@pytest.mark.usefixtures("lent")
async def test_what_an_editor_leaves_behind_is_only_shown(
    review_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", editor(tmp_path, r"path.write_bytes(b'a\x1b[2J\x07\xff[/b]' + b'z' * 2_000_000)"))
    async with Desk(review_path, "ana").run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        area = await write(pilot, "")
        await pilot.press("ctrl+e")
        await until(pilot, lambda: "[/b]" in area.text)
        assert not ACTING.search(area.text) and len(area.text) <= 100_000
        await pilot.press("ctrl+s")
        await until_shown(pilot, "not saved: the note is too long")


def test_the_file_is_its_owners_alone_and_gone_afterwards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = tmp_path / "seen"
    said = "f'{path} {path.stat().st_mode:o} {path.parent.stat().st_mode:o}'"
    body = f"pathlib.Path({str(seen)!r}).write_text({said})"
    monkeypatch.setenv("VISUAL", editor(tmp_path, body))
    assert edit("text") == "text"
    path, mode, folder = seen.read_text().split()
    assert stat.S_IMODE(int(mode, 8)) == 0o600 and stat.S_IMODE(int(folder, 8)) == 0o700
    assert not Path(path).exists() and not Path(path).parent.exists()


def test_an_editor_that_removes_the_file_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", editor(tmp_path, "path.unlink()"))
    with pytest.raises(EditorError, match="No such file"):
        edit("text")


async def test_a_note_of_many_lines_can_be_pasted(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        area = await write(pilot, "said: ")
        app.screen.post_message(events.Paste("one\ntwo [/b]\nthree"))
        await until(pilot, lambda: area.text == "said: one\ntwo [/b]\nthree")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: app.screen is desk(app))
        assert "stored: note" in shown(app)
    assert figure(review_path, 0).note == "said: one\ntwo [/b]\nthree"


def test_the_terminal_is_handed_to_the_editor_and_taken_back(review_path: Path, tmp_path: Path) -> None:
    body = "sys.stdout.write('EDITOR HERE ' + str(os.isatty(0))); sys.stdout.flush()\nsys.stdin.readline()\n"
    command = editor(tmp_path, body + "path.write_text(path.read_text() + 'by hand')")
    with desk_in_terminal(review_path, VISUAL=command) as terminal:
        terminal.wait_for("6 of 6 figures left", "says")
        terminal.type("n")
        terminal.wait_for("Note on")
        terminal.type("asked\x05")
        terminal.wait_for("EDITOR HERE True")
        terminal.type("\r")
        terminal.wait_for("by hand", "Note on")
        terminal.type("\x1b[200~ pasted\nlines\x1b[201~\x13")
        terminal.wait_for("stored: note on >6,000 homes")
        terminal.type("q")
        assert terminal.wait_end() == 0
        assert terminal.settings() == terminal.before
    assert figure(review_path, 0).note == "asked\nby hand pasted\nlines"
