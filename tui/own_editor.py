"""The reviewer's own editor, from VISUAL or EDITOR, on a text of the desk."""

import os
import shlex
import signal
import subprocess
import tempfile
from pathlib import Path

from db.words import NOTE_LIMIT

#: More is not read back: a note is far shorter, and an editor can leave anything behind.
_LONGEST = 10 * NOTE_LIMIT


class EditorError(Exception):
    """The editor cannot be used, or did not end well; str() says why in one line."""


def edit(text: str) -> str:
    """Have a text edited and give what became of it; the terminal must be free for the editor.

    The text lies in a file that only its owner can read, in a folder of its own, and is removed afterwards. Raises
    EditorError where there is no editor, where it cannot be started, and where it ends with an error.
    """
    command = _command()
    try:
        with tempfile.TemporaryDirectory(prefix="figcheck-") as folder:
            path = Path(folder) / "note.txt"
            path.touch(mode=0o600)
            path.write_text(text + "\n" if text else "", "utf-8")
            _run([*command, str(path)])
            with path.open("rb") as file:
                edited = file.read(_LONGEST)
    except OSError as error:
        raise EditorError(f"{command[0]}: {error.strerror or error}") from error
    return edited.decode("utf-8", "replace").replace("\r\n", "\n").rstrip("\n")


def _command() -> list[str]:
    written = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    try:
        command = shlex.split(written)
    except ValueError as error:
        raise EditorError(f"{written}: {error}") from error
    if not command:
        raise EditorError("no editor is set: set VISUAL or EDITOR")
    return command


def _run(command: list[str]) -> None:
    # An interrupt is for the editor: it comes to every process that the terminal is in front of.
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        code = subprocess.run(command, check=False).returncode
    finally:
        signal.signal(signal.SIGINT, before)
    if code:
        raise EditorError(f"{command[0]} ended with {code}")
