"""What the commands say, and where: answers to standard output, everything else to standard error."""

import io
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from seeds.visible import visible

#: The width of a terminal that does not tell.
WIDTH = 80


class Refused(Exception):
    """A command that cannot be done; the message is the one line a person reads. `code` 1 is refused, 2 wrong usage."""

    def __init__(self, message: str, code: int = 1) -> None:
        super().__init__(message)
        self.code = code


def prepare_streams() -> None:
    """Make sure that no character, whatever the terminal's encoding, can stop a command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def on_terminal() -> bool:
    """Tell whether a person looks at standard output."""
    return sys.stdout is not None and sys.stdout.isatty()


def served() -> bool:
    """Tell whether the screen is one in a browser (figcheck serve), where no terminal is needed or had."""
    return os.environ.get("TEXTUAL_DRIVER", "").endswith(":WebDriver")


def terminal_there() -> bool:
    """Tell whether standard input is a terminal that is still there."""
    return sys.__stdin__ is not None and not sys.__stdin__.closed and sys.__stdin__.isatty()


def need_terminal() -> None:
    """Raise Refused where there is no terminal to show a screen on. Textual paints to standard error."""
    for name, stream in (("input", sys.__stdin__), ("output", sys.__stdout__), ("error", sys.__stderr__)):
        if (stream is None or not stream.isatty()) and not served():
            raise Refused(
                f"the desk needs a terminal for its screen and keys, and standard {name} is none; "
                "figcheck list and mark work without one"
            )


def say(text: str) -> None:
    """Print one line for a person to standard output, with everything that could act on the terminal shown instead."""
    print(visible(text))


def note(text: str) -> None:
    """Print one line for a person to standard error."""
    if sys.stderr is not None:
        print(f"figcheck: {visible(text)}", file=sys.stderr)


def use_utf8() -> None:
    """Make standard output UTF-8, for data: a file or a pipe gets the same bytes whatever the locale."""
    if isinstance(sys.stdout, io.TextIOWrapper) and not on_terminal():
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")


def flush() -> None:
    """Write out what was said; raises OSError where that cannot be."""
    if sys.stdout is not None:
        sys.stdout.flush()


def let_go() -> None:
    """Point standard output at nothing, so that the interpreter's last flush cannot fail after its reader has gone."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except (OSError, ValueError, AttributeError):
        return


def warn_all(warnings: Iterable[str], failures: Iterable[str]) -> int:
    """Print warnings, then failures, a line each, to standard error; gives the exit code."""
    for warning in warnings:
        note(f"warning: {warning}")
    code = 0
    for failure in failures:
        note(failure)
        code = 1
    return code


def announce_stdin(inputs: Iterable[object]) -> None:
    """Say that the keyboard is being read, where "-" is among the inputs or lists and nothing is piped in."""
    if any(getattr(each, "path", each) == "-" for each in inputs) and sys.stdin is not None and sys.stdin.isatty():
        note("reading what you type or paste; end it with ctrl+d on a line of its own")


def terminal_width() -> int:
    """Give the width of the terminal in cells; 80 where it cannot be known."""
    # As shutil.get_terminal_size does, whose module takes several milliseconds to import.
    try:
        columns = int(os.environ.get("COLUMNS", "0"))
    except ValueError:
        columns = 0
    if columns <= 0 and sys.__stdout__ is not None:
        try:
            columns = os.get_terminal_size(sys.__stdout__.fileno()).columns
        except (OSError, ValueError):
            columns = 0
    return columns if columns > 0 else WIDTH


def reviewer_name(given: str | None, *, needed: bool = True) -> str:
    """Give the reviewer: as given, else FIGCHECK_REVIEWER, else the login name.

    Raises Refused where there is none and one is `needed`, as for everything that changes a review.
    """
    if given is not None and not given.strip():
        raise Refused("--reviewer is empty; give a name: --reviewer NAME", 2)
    name = given or os.environ.get("FIGCHECK_REVIEWER", "").strip() or _login_name()
    if not name and needed:
        raise Refused("nobody is named as the reviewer; give --reviewer NAME or set FIGCHECK_REVIEWER", 2)
    return name.strip() or "nobody"


def _login_name() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # which of them depends on the version and the system
        return ""


def closest(word: str, known: Iterable[str]) -> str:
    """Say which of the `known` words was probably meant: " (did you mean 'confirmed'?)", or nothing."""
    from rapidfuzz import fuzz, process, utils

    found = process.extractOne(word, list(known), scorer=fuzz.WRatio, processor=utils.default_process, score_cutoff=60)
    return f" (did you mean '{found[0]}'?)" if found else ""


def plural(number: int, one: str, many: str | None = None) -> str:
    """Count things in words: "1 figure", "2 figures", "1,204 figures"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


@contextmanager
def progress_line() -> Iterator["ProgressLine"]:
    """Give a line of progress on standard error that is wiped in the end; silent unless that is a terminal."""
    line = ProgressLine(sys.stderr is not None and sys.stderr.isatty())
    try:
        yield line
    finally:
        line.wipe()


class ProgressLine:
    """One line on standard error, written over and over; nothing unless it is `shown`."""

    def __init__(self, shown: bool) -> None:
        self.shown = shown
        self._length = 0

    def show(self, text: str) -> None:
        """Show `text` in place of what was there, cut to the terminal's width."""
        if self.shown:
            text = visible(text)[: terminal_width() - 1]
            self._write(text.ljust(self._length))
            self._length = len(text)

    def wipe(self) -> None:
        """Leave the line empty."""
        if self._length:
            self._write(" " * self._length)
            self._write("")
            self._length = 0

    def _write(self, text: str) -> None:
        sys.stderr.write(f"\r{text}")
        sys.stderr.flush()
