"""figcheck merge: another copy's work into this one."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from tui.commands.command import Command, reviewer_option
from tui.console import note, plural, progress_line, reviewer_name, say

if TYPE_CHECKING:
    from db.merging import Merged


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("ours", metavar="OURS", help="the review that takes in, for example kursk.db")
    parser.add_argument("theirs", metavar="THEIRS", help="another copy of it; it is only read")
    reviewer_option(parser)


def _run(arguments: Namespace) -> int:
    from pathlib import Path

    from db import open_review
    from db.comparing import compare_added
    from db.merging import merge

    with open_review(arguments.ours, reviewer=reviewer_name(arguments.reviewer)) as review:
        merged = merge(review, Path(arguments.theirs))
        _tell(merged, arguments)
        if merged.figures:
            with progress_line() as line:
                compare_added(review, on_progress=line.show)
    return 0


def _tell(merged: Merged, arguments: Namespace) -> None:
    say(_summary(merged, arguments.theirs))
    if merged.clashes:
        what = plural(merged.clashes, "entry", "entries")
        note(f"warning: {what} of the log differ under the same id; those of {arguments.ours} are kept")
    if merged.refused:
        what = plural(merged.refused, "entry", "entries")
        left = "was" if merged.refused == 1 else "were"
        note(f"warning: {what} of the log in {arguments.theirs} cannot be understood and {left} left out")


def _summary(merged: Merged, theirs: str) -> str:
    what = [
        plural(merged.documents, "document") if merged.documents else "",
        plural(merged.figures, "figure") if merged.figures else "",
        plural(merged.events, "entry", "entries") + " of the log" if merged.events else "",
    ]
    came = ", ".join(part for part in what if part)
    parts = [f"from {theirs}: {came}" if came else f"nothing in {theirs} that is not here already"]
    if merged.reviewers:
        parts.append(f"by {', '.join(merged.reviewers)}")
    if merged.unresolved:
        parts.append(f"{plural(merged.unresolved, 'figure')} unresolved: figcheck agree lists where reviewers differ")
    return " · ".join(parts)


COMMAND = Command(
    name="merge",
    shape="OURS THEIRS",
    summary="take what another copy of a review has into this one",
    more=(
        "Documents, figures, verdicts, notes and all the rest of the log come in; nothing here is overwritten.\n"
        "Two reviewers may differ: such a figure is unresolved until one agrees or a third decides.\n"
        "The order of merging does not matter, and merging twice adds nothing. New figures are then compared."
    ),
    arguments=_arguments,
    run=_run,
    examples=(("figcheck merge kursk.db kursk-ben.db", "Ben's copy into yours"),),
)
