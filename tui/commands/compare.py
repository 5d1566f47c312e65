"""figcheck compare: the questions of a review worked out again."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from tui.commands.command import Command, review_argument
from tui.console import plural, progress_line, reviewer_name, say

if TYPE_CHECKING:
    from db.comparing import Outcome


def _arguments(parser: ArgumentParser) -> None:
    review_argument(parser)


def _run(arguments: Namespace) -> int:
    from db import open_review
    from db.comparing import compare_all

    # Nothing of what is worked out is a reviewer's.
    with (
        open_review(arguments.review, reviewer=reviewer_name(None, needed=False)) as review,
        progress_line() as line,
    ):
        outcome = compare_all(review, line.show)
    say(told(outcome))
    return 0


def told(outcome: Outcome) -> str:
    """Say what a comparison came to: "12 questions, 3 with conflicts, 2 signs, 41 figures stand alone"."""
    alone = f"{plural(outcome.alone, 'figure')} {'stands' if outcome.alone == 1 else 'stand'} alone"
    signs = plural(outcome.signs, "sign")
    return f"{plural(outcome.questions, 'question')}, {outcome.conflicts:,} with conflicts, {signs}, {alone}"


COMMAND = Command(
    name="compare",
    shape="REVIEW",
    summary="work out again which figures answer one question, and what there is between them",
    more="figcheck add and merge do it for what comes in. What reviewers joined, split, named or answered stays.",
    arguments=_arguments,
    run=_run,
    examples=(("figcheck compare kursk.db", "after an upgrade or many corrections"),),
)
