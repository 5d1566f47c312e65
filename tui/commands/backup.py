"""figcheck backup: a copy of a review, also while it is open."""

from argparse import ArgumentParser, Namespace

from tui.commands.command import Command, review_argument
from tui.console import progress_line, reviewer_name, say


def _arguments(parser: ArgumentParser) -> None:
    review_argument(parser)
    parser.add_argument("file", metavar="FILE", help="the copy; it must not exist yet")


def _run(arguments: Namespace) -> int:
    from pathlib import Path

    from db import open_review
    from db.backup import back_up

    out = Path(arguments.file)
    with open_review(arguments.review, reviewer=reviewer_name(None, needed=False)) as review, progress_line() as line:
        back_up(
            review,
            out,
            on_pages=lambda left, total: line.show(f"{1 - left / max(total, 1):.0%} of {review.path} copied"),
        )
    say(f"{arguments.review} copied to {out}, and the copy checked")
    return 0


COMMAND = Command(
    name="backup",
    shape="REVIEW FILE",
    summary="copy a review, also while it is open elsewhere",
    more="A plain copy made while somebody works on a review can be torn; this one is whole, and checked.",
    arguments=_arguments,
    run=_run,
    examples=(("figcheck backup kursk.db kursk-2025-06-20.db", "an existing file is never overwritten"),),
)
