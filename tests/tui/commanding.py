"""What the tests of the command line share: running a command in this process."""

import pytest

from tui.cli import main

Output = pytest.CaptureFixture[str]


def run(*words: str) -> int:
    """Run a command in this process; gives its exit code."""
    return main(list(words))


def refused(capsys: Output, *words: str) -> str:
    """Run a command that is refused with exit 1 and one line; gives the line."""
    capsys.readouterr()
    assert run(*words) == 1
    out, err = capsys.readouterr()
    assert out == "" and err.startswith("figcheck: ") and err.count("\n") == 1
    return err


def out(capsys: Output, *words: str) -> str:
    """Run a command that succeeds and says nothing to standard error; gives its output."""
    capsys.readouterr()
    assert run(*words) == 0
    said, err = capsys.readouterr()
    assert err == ""
    return said
