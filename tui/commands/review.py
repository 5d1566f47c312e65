"""figcheck review: the desk."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from tui.commands.command import Command, review_argument, reviewer_option
from tui.console import need_terminal, reviewer_name

if TYPE_CHECKING:
    from db import Review
    from tui.jobs import Opening


def _arguments(parser: ArgumentParser) -> None:
    review_argument(parser)
    reviewer_option(parser)


def _run(arguments: Namespace) -> int:
    from pathlib import Path

    from tui.link import Link

    path, reviewer = Path(arguments.review), reviewer_name(arguments.reviewer)
    link = Link(path, reviewer)
    try:
        link.wait_open()  # what is no review is refused before the screen is taken
        need_terminal()
        link.ahead("queue", _first_rows)  # read while the screen is being loaded
        from tui.app import run_desk

        return run_desk(path, reviewer, link=link)
    finally:
        link.close()


def _first_rows(review: "Review") -> "Opening":
    from tui.jobs.opening import open_queue

    return open_queue(review)


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
