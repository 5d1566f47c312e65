"""figcheck review: the desk."""

from argparse import ArgumentParser, Namespace

from tui.commands.command import Command, review_argument, reviewer_option
from tui.console import need_terminal, reviewer_name


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
