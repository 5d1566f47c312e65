"""figcheck status: how far a review is."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from tui.commands.command import Command, review_argument, reviewer_option
from tui.console import plural, reviewer_name, say

if TYPE_CHECKING:
    from db.model import Progress

STATES = ("confirmed", "disputed", "misreported", "dismissed", "unreviewed")


def _arguments(parser: ArgumentParser) -> None:
    review_argument(parser)
    parser.add_argument("--json", action="store_true", help="one JSON object, for scripts")
    reviewer_option(parser)


def _run(arguments: Namespace) -> int:
    from db import open_review

    with open_review(arguments.review, reviewer=reviewer_name(arguments.reviewer, needed=False)) as review:
        progress, failed = review.progress(), review.failures()
    if arguments.json:
        import json

        print(json.dumps(_record(progress) | ({"failed": failed} if failed else {})))
        return 0
    documents, figures = plural(progress.documents, "document"), plural(progress.figures, "figure")
    say(f"{documents} · {figures}, {progress.queue:,} to check")
    say(f"{progress.decided:,}/{progress.queue:,} reviewed")
    for state in STATES:
        say(f"  {getattr(progress, state):>6,} {state}")
    if progress.unresolved:
        say(f"  {progress.unresolved:>6,} unresolved: figcheck agree lists where reviewers differ")
    if failed:
        say(f"{plural(failed, 'input')} could not be taken in: figcheck add --retry-failed tries again")
    return 0


def _record(progress: Progress) -> dict[str, int]:
    """Give the counts, the five states adding up to the queue.

    Where reviewers differ a figure has no verdict: `unreviewed` counts it, and `unresolved`, if any, tells how many.
    """
    from dataclasses import asdict

    counts = asdict(progress)
    unresolved: int = counts.pop("unresolved")
    if not unresolved:
        return counts
    return counts | {"unreviewed": progress.unreviewed + unresolved, "unresolved": unresolved}


COMMAND = Command(
    name="status",
    shape="REVIEW",
    summary="show how far a review is",
    arguments=_arguments,
    run=_run,
    examples=(
        ("figcheck status kursk.db", "in words"),
        ("figcheck status kursk.db --json", "for scripts"),
    ),
)
