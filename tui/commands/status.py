"""figcheck status: how far a review is."""

from argparse import ArgumentParser, Namespace

from tui.commands.command import Command, review_argument
from tui.console import plural, reviewer_name, say

STATES = ("confirmed", "disputed", "misreported", "dismissed", "unreviewed")


def _arguments(parser: ArgumentParser) -> None:
    review_argument(parser)
    parser.add_argument("--json", action="store_true", help="one JSON object, for scripts")


def _run(arguments: Namespace) -> int:
    from dataclasses import asdict

    from db import open_review

    with open_review(arguments.review, reviewer=reviewer_name(None, needed=False)) as review:
        progress = review.progress()
    if arguments.json:
        import json

        print(json.dumps(asdict(progress)))
        return 0
    documents, figures = plural(progress.documents, "document"), plural(progress.figures, "figure")
    say(f"{documents} · {figures}, {progress.queue:,} to check")
    say(f"{progress.decided:,}/{progress.queue:,} reviewed")
    for state in STATES:
        say(f"  {getattr(progress, state):>6,} {state}")
    return 0


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
