"""A program in a real pseudo-terminal, with pyte as the screen a person would see."""

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 30.0


class Terminal:
    """Runs a program in a pseudo-terminal; use it in a with block, which ends the program."""

    def __init__(self, command: Sequence[str], *, columns: int = 80, lines: int = 24, **environment: str) -> None:
        self.raw = b""
        self._screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self._screen)
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self.before = termios.tcgetattr(slave)
        own = {name: value for name, value in os.environ.items() if name not in ("LINES", "COLUMNS", "NO_COLOR")}
        environment = {**own, "TERM": "xterm-256color", "TEXTUAL_ANIMATIONS": "none", **environment}
        self.process = subprocess.Popen(
            command, stdin=slave, stdout=slave, stderr=slave, env=environment, cwd=ROOT, start_new_session=True
        )
        self._slave = slave

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        if self._master >= 0:
            os.close(self._slave)
            os.close(self._master)

    def type(self, text: str) -> None:
        """Type these characters in one go."""
        os.write(self._master, text.encode())

    def hang_up(self) -> None:
        """Take the terminal away, as a window that is closed does; the program gets no signal."""
        os.close(self._master)
        os.close(self._slave)
        self._master = self._slave = -1

    def send(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        self.process.send_signal(number)

    def text(self) -> str:
        """Give what is on the screen."""
        return "\n".join(self._screen.display)

    def wait_for(self, *wanted: str) -> None:
        """Wait until all of these stand on the screen."""
        self._wait(lambda: all(text in self.text() for text in wanted), f"waited in vain for {wanted}")

    def wait_gone(self, unwanted: str) -> None:
        """Wait until this stands on the screen no more."""
        self._wait(lambda: unwanted not in self.text(), f"waited in vain for {unwanted!r} to go")

    def wait_for_raw(self, wanted: bytes) -> None:
        """Wait until the program has sent this."""
        self._wait(lambda: wanted in self.raw, f"waited in vain for {wanted!r}")

    def wait_end(self) -> int:
        """Wait until the program has ended; gives its exit code."""
        self._wait(lambda: self.process.poll() is not None, "the program did not end")
        self._read(0)
        return self.process.returncode

    def settings(self) -> list[object]:
        """Give the terminal's settings as they are at present."""
        return termios.tcgetattr(self._slave)

    def _wait(self, condition: Callable[[], bool], complaint: str) -> None:
        end = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < end, f"{complaint}:\n{self.text()}"
            self._read(0.05)

    def _read(self, seconds: float) -> None:
        while select.select([self._master], [], [], seconds)[0]:
            data = os.read(self._master, 65536)
            self.raw += data
            self._stream.feed(data)
            seconds = 0


def desk(path: Path, *, columns: int = 80, lines: int = 24, **environment: str) -> Terminal:
    """Open the desk on a review."""
    code = "import sys, pathlib, tui.app; sys.exit(tui.app.run_desk(pathlib.Path(sys.argv[1]), 'ana'))"
    return Terminal([sys.executable, "-c", code, str(path)], columns=columns, lines=lines, **environment)
