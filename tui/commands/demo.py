"""figcheck demo: a throw-away review to try the keys on."""

from argparse import ArgumentParser, Namespace

from tui.commands.command import Command, reviewer_option
from tui.console import need_terminal, reviewer_name, say


def _run(arguments: Namespace) -> int:
    reviewer = reviewer_name(arguments.reviewer)
    need_terminal()
    return run_demo(reviewer)


def run_demo(reviewer: str) -> int:
    """Open the desk on a review that goes when it is left; gives the exit code."""
    import tempfile
    from pathlib import Path

    from db.demo import make_demo
    from tui.app import run_desk

    with tempfile.TemporaryDirectory(prefix="figcheck-demo-") as folder:
        code = run_desk(make_demo(Path(folder), reviewer), reviewer, remembered=False)
    say("The demo is gone with its verdicts. For a review of your own: figcheck add kursk.db FILE...")
    return code


def _arguments(parser: ArgumentParser) -> None:
    reviewer_option(parser)


COMMAND = Command(
    name="demo",
    shape="",
    summary="open a throw-away review of five sample reports on screen",
    more="Nothing is kept: the review lies in a temporary folder, and goes when you leave with q.",
    arguments=_arguments,
    run=_run,
    examples=(("figcheck demo", "press ? for the keys"),),
)
