"""The command line: finds the command, runs it, and turns every failure into one line and an exit code."""

import argparse
import atexit
import gc
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from tui.commands import COMMANDS
from tui.commands.command import Command
from tui.console import Refused, closest, flush, let_go, note, prepare_streams, reviewer_name, terminal_width

INTERRUPTED = 130
#: So many objects are made before Python looks for garbage among them: more than until the desk is there.
_OBJECTS_A_SWEEP = 100_000


def main(argv: Sequence[str] | None = None) -> int:
    """Run figcheck with these arguments; gives the exit code: 0 done, 1 failed or refused, 2 wrong usage."""
    _sweep_less()
    prepare_streams()
    code = _guarded(list(sys.argv[1:] if argv is None else argv))
    try:
        flush()
    except OSError:
        let_go()
    return code


def _sweep_less() -> None:
    """Look for garbage seldom, and not at the end: a short command has none, and looking takes an eighth of it."""
    gc.set_threshold(_OBJECTS_A_SWEEP)
    atexit.unregister(gc.freeze)
    atexit.register(gc.freeze)


def _guarded(words: list[str]) -> int:
    try:
        code = _run(words)
        flush()
        return code
    except SystemExit as leaving:  # argparse, after --help
        return leaving.code if isinstance(leaving.code, int) else 0
    except Refused as refused:
        note(str(refused))
        return refused.code
    except KeyboardInterrupt:
        note("stopped; what was finished before is kept")
        return INTERRUPTED
    except BrokenPipeError:  # the reader, head for one, has what it wanted
        let_go()
        return 0
    except Exception as error:
        if os.environ.get("FIGCHECK_DEBUG"):
            import traceback

            traceback.print_exception(error)
        else:
            note(_explain(error))
        return 1


def _run(words: list[str]) -> int:
    if not words and _at_a_screen():
        return _start()
    if not words or words[0] in ("-h", "--help"):
        print(_overview())
        return 0
    first = words[0]
    if first in ("-V", "--version"):
        print(f"figcheck {_version()}")
        return 0
    if first in COMMANDS:
        return _run_command(COMMANDS[first], words[1:])
    if first.startswith("-"):
        raise Refused(f"no option {first} here; figcheck --help shows the commands", 2)
    if first.endswith(".db") or os.path.isfile(first):
        return _run_command(COMMANDS["review"], words)
    hint = closest(first, COMMANDS)
    raise Refused(f"'{first}' is neither a command nor a review file{hint}; figcheck --help shows the commands", 2)


def _at_a_screen() -> bool:
    """Tell whether a screen can be shown: a script that calls figcheck alone gets the overview."""
    return all(
        stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)
    ) and os.environ.get("TERM", "") not in ("", "dumb")


def _start() -> int:
    from tui.start import run_start

    return run_start(reviewer_name(None))


def _run_command(command: Command, words: list[str]) -> int:
    parser = _Parser(
        prog=f"figcheck {command.name}",
        description=f"{command.summary[0].upper()}{command.summary[1:]}.\n{command.more}".rstrip(),
        epilog="examples:\n" + "\n".join(map(_example, command.examples)),
        formatter_class=_Help,
        allow_abbrev=False,
    )
    command.arguments(parser)
    parsed, left = parser.parse_known_args(words)
    if left and "--" in words:
        parser.error(f"unrecognized arguments: {' '.join(left)}")
    # Intermixed: options may stand between the inputs. It takes longer, and mistakes what follows "--" for options.
    return command.run(parser.parse_intermixed_args(words) if left else parsed)


class _Help(argparse.RawDescriptionHelpFormatter):
    """The help of a command, as wide as the terminal."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=terminal_width() - 2)


class _Parser(argparse.ArgumentParser):
    """A parser whose complaint is one line."""

    def error(self, message: str) -> NoReturn:
        raise Refused(f"{message}; {self.prog} --help shows how", 2)


def _overview() -> str:
    summaries = [(f"{name} {command.shape}".rstrip(), command.summary) for name, command in COMMANDS.items()]
    return f"""\
figcheck: check the figures in news and reports, one key a verdict

usage: figcheck COMMAND ...
       figcheck REVIEW          the same as figcheck review REVIEW
       figcheck                 a list of the reviews opened last, and how to begin another

commands:
{_two_columns(summaries)}

figcheck COMMAND --help tells more, with examples; figcheck --version the version.
REVIEW is the file of one checking job; figcheck add makes it. To look around first: figcheck demo"""


def _example(example: tuple[str, str]) -> str:
    line, what = example
    return f"  # {what}\n  {line}"


def _two_columns(rows: Sequence[tuple[str, str]]) -> str:
    width = max(len(left) for left, _ in rows)
    return "\n".join(f"  {left:<{width}}  {right}" for left, right in rows)


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("figcheck")
    except PackageNotFoundError:
        return "(not installed)"


def _explain(error: Exception) -> str:
    if isinstance(error, ImportError):
        return f"a part of figcheck or of what it needs is missing ({error}); install it again: pip install figcheck"
    from db.errors import ReviewError

    if isinstance(error, ReviewError):
        return str(error)
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename or 'standard output'}: {error.strerror}; put that right and run the command again"
    return (
        f"something unexpected stopped the command ({type(error).__name__}); "
        "with FIGCHECK_DEBUG=1 it says where, which is what a report of the fault needs"
    )
