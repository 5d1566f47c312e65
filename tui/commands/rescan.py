"""figcheck rescan: the stored texts read again by this figcheck's extractor."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from tui.commands.command import Command, review_argument, reviewer_option
from tui.console import plural, progress_line, reviewer_name, say, warn_all

if TYPE_CHECKING:
    from db.versions.model import Reread


def _arguments(parser: ArgumentParser) -> None:
    review_argument(parser)
    reviewer_option(parser)


def _run(arguments: Namespace) -> int:
    from db import open_review
    from db.versions.rereading import rescan

    with open_review(arguments.review, reviewer=reviewer_name(arguments.reviewer)) as review:
        with progress_line() as line:
            report = rescan(review, on_progress=line.show)
        say(_summary(report))
    return warn_all((), report.failed)


def _summary(report: Reread) -> str:
    texts = f"{plural(report.documents, 'text')} read again"
    if not (report.fresh or report.revised or report.retired):
        return f"{texts}, nothing changed" + _kept(report)
    return (
        f"{texts} · {plural(report.fresh, 'new figure')}, {report.revised:,} read otherwise, "
        f"{report.retired:,} gone" + _kept(report)
    )


def _kept(report: Reread) -> str:
    return f" · {report.kept:,} kept as judged, though not read so now" if report.kept else ""


COMMAND = Command(
    name="rescan",
    shape="REVIEW",
    summary="read the stored texts again, after an upgrade of figcheck",
    more="What has a verdict, note, tag or source stays as it is. What has none may come, change or go.\n"
    "A second time changes nothing.",
    arguments=_arguments,
    run=_run,
    examples=(("figcheck rescan kursk.db", "what this figcheck reads better than the one that took the texts in"),),
)
