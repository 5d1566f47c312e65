"""figcheck check: is a review file sound, and what can be done if not."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from tui.commands.command import Command, review_argument, reviewer_option
from tui.console import Refused, note, plural, progress_line, reviewer_name, say

if TYPE_CHECKING:
    from db.checking import Report
    from db.review import Review


def _arguments(parser: ArgumentParser) -> None:
    review_argument(parser)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--repair", action="store_true", help="work out again what can be: counters, states, search ...")
    what.add_argument(
        "--salvage", metavar="NEW", help="take what can be read of a damaged review into the new file NEW"
    )
    reviewer_option(parser)


def _run(arguments: Namespace) -> int:
    if arguments.salvage is not None:
        return _salvage(arguments.review, arguments.salvage)
    from db import open_review
    from db.errors import Damaged

    try:
        with open_review(arguments.review, reviewer=reviewer_name(arguments.reviewer, needed=False)) as review:
            return _check(review, arguments.repair)
    except Damaged as error:
        raise Refused(f"{error}; figcheck check {arguments.review} --salvage NEW takes out what can be read") from error


def _check(review: Review, repair: bool) -> int:
    from db.checking import repair as put_right

    report = _checked(review)
    if repair and any(finding.repairable for finding in report.findings):
        _tell(report, review)
        put_right(review)
        say("what can be worked out was worked out again")
        report = _checked(review)
    _tell(report, review)
    if not report.findings:
        return 0
    if any(finding.repairable for finding in report.findings):
        note(f"figcheck check {review.path} --repair works out again what can be")
    if not all(finding.repairable for finding in report.findings):
        note(
            "the rest cannot be worked out: go back to a backup, or merge another copy into one; from a file that "
            f"cannot be read figcheck check {review.path} --salvage NEW takes out what is left"
        )
    return 1


def _checked(review: Review) -> Report:
    from db.checking import check

    with progress_line() as line:
        return check(review, on_step=line.show)


def _tell(report: Report, review: Review) -> None:
    if report.findings:
        for finding in report.findings:
            say(finding.message)
    else:
        say(f"{review.path} is sound: {_holds(report.documents, report.figures, report.entries)}")


def _salvage(review: str, new: str) -> int:
    from pathlib import Path

    from db.salvage import salvage

    salvaged = salvage(Path(review), Path(new))
    say(f"{new}: {_holds(salvaged.documents, salvaged.figures, salvaged.entries)}")
    for line in salvaged.lost:
        say(line)
    if not salvaged.lost:
        say("nothing that was in the file is known to be lost")
    return 1 if salvaged.lost else 0


def _holds(documents: int, figures: int, entries: int) -> str:
    parts = (plural(documents, "document"), plural(figures, "figure"), plural(entries, "entry", "entries"))
    return ", ".join(parts) + " of the log"


COMMAND = Command(
    name="check",
    shape="REVIEW",
    summary="check that a review file is sound; repair or salvage it",
    more=(
        "Pages, tables, texts, places of figures, counters, states and the search index are held against each other\n"
        "and against the log, on a copy: others can go on working. What is wrong is said, with exit code 1.\n"
        "--salvage only reads the damaged file, which no program should have open, and says what was lost, with\n"
        "exit code 1 where something is."
    ),
    arguments=_arguments,
    run=_run,
    examples=(
        ("figcheck check kursk.db", "says whether anything is wrong"),
        ("figcheck check kursk.db --repair", "and works out again what can be"),
        ("figcheck check kursk.db --salvage rescued.db", "what can still be read, into a new file"),
    ),
)
