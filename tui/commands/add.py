"""figcheck add: documents into a review."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from tui.commands.command import (
    Command,
    field_option,
    fields_of,
    inputs_argument,
    review_argument,
    reviewer_option,
)
from tui.console import Refused, announce_stdin, plural, progress_line, reviewer_name, say, warn_all

if TYPE_CHECKING:
    from db.model import IntakeReport
    from db.versions.model import Updated

#: Endings of texts and tables: a new review is not made under such a name, since it was meant as an input.
INPUT_ENDINGS = (
    *(".txt", ".text", ".md", ".markdown", ".htm", ".html", ".xhtml", ".xml"),
    *(".pdf", ".doc", ".docx", ".zip"),
    *(".csv", ".tsv", ".json", ".jsonl", ".ndjson"),
)


ORDER = "the review comes first, as in figcheck add kursk.db FILE..."


def _arguments(parser: ArgumentParser) -> None:
    review_argument(parser)
    inputs_argument(parser)
    again = parser.add_mutually_exclusive_group()
    again.add_argument(
        "--update",
        action="store_true",
        help="take an edited text of a document that is there as its new version; verdicts stay where their figures do",
    )
    again.add_argument(
        "--as-new",
        action="store_true",
        help="take every text as a document of its own, though another text of the same name or address is there",
    )
    field_option(parser)
    reviewer_option(parser)


def _run(arguments: Namespace) -> int:
    review = arguments.review
    _check_review_name(review)
    fields = fields_of(arguments)
    reviewer = reviewer_name(arguments.reviewer)
    itself = [name for name in arguments.input if _same_file(name, review)]
    inputs = [name for name in arguments.input if name not in itself]
    announce_stdin(inputs)
    report = _take_in(review, inputs, reviewer, arguments.update, arguments.as_new, fields)
    for updated in report.updated:
        say(_told(updated))
    if report.added or report.known:
        say(_summary(report))
    failures = [f"{name}: this is the review itself, it is left out" for name in itself]
    failures += [f"{failure.name}: {failure.reason}" for failure in report.failures]
    if not report.added and not os.path.exists(review):
        failures.append(f"{review} was not made, since nothing could be taken in")
    return warn_all(report.warnings, failures)


def _check_review_name(review: str) -> None:
    if review == "-":
        raise Refused(f"- cannot be a review; {ORDER}", 2)
    if os.path.isdir(review):
        raise Refused(f"{review} is a folder, not a review; {ORDER}", 2)
    if review.lower().endswith(INPUT_ENDINGS) and not os.path.exists(review):
        raise Refused(f"{review} is named like a text, not like a review, and does not exist; {ORDER}", 2)


def _take_in(
    review: str, inputs: list[str], reviewer: str, update: bool, as_new: bool, fields: dict[str, str] | None
) -> IntakeReport:
    from db.errors import CannotOpen
    from db.intake import add_to_file

    try:
        with progress_line() as line:
            return add_to_file(
                review, inputs, reviewer=reviewer, on_progress=line.show, update=update, as_new=as_new, fields=fields
            )
    except CannotOpen as error:
        if review.lower().endswith(INPUT_ENDINGS):
            raise Refused(f"{error}; {ORDER}") from error
        raise


def _same_file(name: str, review: str) -> bool:
    try:
        return os.path.samefile(name, review)
    except (OSError, ValueError):
        return False


def _summary(report: IntakeReport) -> str:
    return (
        f"{plural(report.added, 'document')} added, {report.known:,} already there"
        f" · {plural(report.figures, 'figure')}, {report.queue:,} to check"
    )


def _told(updated: Updated) -> str:
    how = ((updated.moved, "moved"), (updated.reworded, "in other words"))
    moved = ", ".join(f"{n:,} {what}" for n, what in how if n)
    counts = (
        (updated.changed, "changed"),
        (updated.fresh, "new"),
        (updated.orphaned, "gone, kept as judged"),
        (updated.retired, "gone, never judged"),
    )
    parts = [f"{plural(updated.carried, 'figure')} carried over" + (f" ({moved})" if moved else "")]
    parts += [f"{n:,} {what}" for n, what in counts if n]
    return f"{updated.name}: version {updated.version} · {' · '.join(parts)}"


COMMAND = Command(
    name="add",
    shape="REVIEW INPUT...",
    summary="take texts into a review; makes the review if it is new",
    more="A text that is there already is not added again, nor, without --update or --as-new, an edited text of it.\n"
    "What cannot be read is told at the end, the rest taken in.",
    arguments=_arguments,
    run=_run,
    examples=(
        ("figcheck add kursk.db articles/*.txt", "text files; kursk.db is made if it is not there"),
        ("figcheck add kursk.db articles/ notes.md", "a folder with all it has to read, and one more"),
        ("figcheck add kursk.db page.html report.pdf letter.docx", "a saved web page, a PDF file (extra pdf), Word"),
        ("figcheck add kursk.db archive.jsonl --field text=content", "a file of articles, an object a line"),
        ("figcheck add kursk.db --update articles/", "the texts again, some of them edited: as new versions"),
        ("figcheck add kursk.db --as-new bulletin.txt", "the bulletin of another day, under the same name"),
        ("cat report.txt | figcheck add kursk.db -", "from a pipe"),
    ),
)
