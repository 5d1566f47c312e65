"""Somebody who types into a program in a pseudo-terminal and looks at the clock when it answers."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import tempfile
import termios
from pathlib import Path
from time import perf_counter
from types import TracebackType
from typing import Self

ROOT = Path(__file__).resolve().parents[2]
#: Where bytecode is kept from one start to the next.
COMPILED = Path(tempfile.gettempdir()) / "figcheck-bytecode"
#: Seconds after which something is taken not to come any more, and without output after which nothing more comes.
PATIENCE, QUIET = 30.0, 0.15


class Typist:
    """Runs Python code in a pseudo-terminal; use it in a with block, which ends the program."""

    def __init__(self, code: str, *words: str, columns: int = 120, lines: int = 40) -> None:
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        own = {name: value for name, value in os.environ.items() if name not in ("LINES", "COLUMNS", "NO_COLOR")}
        # An installed package has its bytecode; a working copy may not, or may not be let write it.
        bytecode = {"PYTHONPYCACHEPREFIX": str(COMPILED), "PYTHONDONTWRITEBYTECODE": ""}
        environment = {**own, **bytecode, "TERM": "xterm-256color", "TEXTUAL_ANIMATIONS": "none"}
        self._began = perf_counter()
        command = [sys.executable, "-c", code, *words]
        self._process = subprocess.Popen(
            command, stdin=slave, stdout=slave, stderr=slave, env=environment, cwd=ROOT, start_new_session=True
        )
        os.close(slave)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        os.close(self._master)

    def shown_after(self, wanted: str) -> float:
        """Wait for a text from the start on; gives the seconds since the program was started."""
        return self._wait(wanted, self._began)

    def typed(self, keys: str, wanted: str = "") -> float:
        """Type, and wait for a text, or for any output; gives the seconds in between."""
        began = perf_counter()
        os.write(self._master, keys.encode())
        return self._wait(wanted, began)

    def quiet(self) -> None:
        """Wait until nothing more comes."""
        while select.select([self._master], [], [], QUIET)[0]:
            self._read()

    def cpu(self) -> float:
        """Give the milliseconds of CPU that the program has taken so far: on a busy machine they say more."""
        spent = 0.0
        for times in Path(f"/proc/{self._process.pid}/task").glob("*/schedstat"):
            spent += int(times.read_text().split()[0]) / 1e6
        return spent

    def memory(self) -> tuple[float, float]:
        """Give what the program takes in memory at present, and took at most, in MB."""
        with open(f"/proc/{self._process.pid}/status") as status:
            values = dict(line.split(":", 1) for line in status)
        present, most = (int(values[name].split()[0]) / 1024 for name in ("VmRSS", "VmHWM"))
        return present, most

    def _wait(self, wanted: str, began: float) -> float:
        needle, seen = wanted.encode(), b""
        while True:
            # A cursor that blinks is output too.
            left = began + PATIENCE - perf_counter()
            if left <= 0 or not select.select([self._master], [], [], left)[0]:
                raise SystemExit(f"waited in vain for {wanted!r}; the last that came: {seen[-400:]!r}")
            seen += self._read()
            if needle in seen:
                return perf_counter() - began
            seen = seen[-10_000:]

    def _read(self) -> bytes:
        try:
            return os.read(self._master, 1 << 16)
        except OSError:
            raise SystemExit("the program ended too early") from None


#: The desk on a review, as the command opens it.
DESK = "import sys; from tui.cli import main; sys.exit(main(['review', *sys.argv[1:]]))"

#: The smallest Textual app that shows something.
EMPTY = """
from textual.app import App
from textual.widgets import Static
class Empty(App):
    ENABLE_COMMAND_PALETTE = False
    def compose(self):
        yield Static("ready")
Empty().run()
"""

#: Textual's own table with so many rows.
TABLE = """
import sys
from textual.app import App
from textual.widgets import DataTable
class Table(App):
    ENABLE_COMMAND_PALETTE = False
    def compose(self):
        yield DataTable(cursor_type="row")
    def on_mount(self):
        table = self.query_one(DataTable)
        table.add_columns("state", "value", "noun", "who", "publisher")
        for row in range(int(sys.argv[1])):
            table.add_row("○", f"{row:,}", "residents", "the mayor", "Harbour Post", key=str(row))
Table().run()
"""
