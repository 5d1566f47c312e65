"""figcheck review: the desk."""

import sys
from argparse import ArgumentParser, Namespace

from tui.commands.command import Command, review_argument, reviewer_option
from tui.console import Refused, on_terminal, reviewer_name


def _arguments(parser: ArgumentParser) -> None:
    review_argument(parser)
    reviewer_option(parser)


def _run(arguments: Namespace) -> int:
    from db import open_review

    reviewer = reviewer_name(arguments.reviewer)
    open_review(arguments.review, reviewer=reviewer).close()  # what is no review is refused before the screen is taken
    need_terminal()
    from pathlib import Path

    from tui.app import run_desk

    return run_desk(Path(arguments.review), reviewer)


def need_terminal() -> None:
    """Raise Refused where there is no terminal to show the desk on."""
    if sys.stdin is None or not sys.stdin.isatty() or not on_terminal():
        raise Refused("the desk needs a terminal for its screen and keys; figcheck list and mark work without one")


COMMAND = Command(
    name="review",
    shape="REVIEW",
    summary="open a review on screen and give verdicts with keys",
    more="It opens where you left it. Press ? there for the keys, q to leave.",
    arguments=_arguments,
    run=_run,
    examples=(
        ("figcheck review kursk.db", "the desk, where you left it"),
        ("figcheck kursk.db", "the same"),
        ("figcheck review kursk.db --reviewer Ann", "verdicts are Ann's"),
    ),
)
