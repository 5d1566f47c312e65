"""figcheck add: documents into a review."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from contextlib import closing
from typing import TYPE_CHECKING

from seeds.links import LinkList, is_address
from tui.commands.command import (
    Command,
    field_option,
    fields_of,
    given_inputs,
    inputs_argument,
    review_argument,
    reviewer_option,
    web_options,
)
from tui.console import Refused, announce_stdin, plural, progress_line, reviewer_name, say, warn_all

if TYPE_CHECKING:
    from db.model import IntakeReport
    from db.versions.model import Updated
    from seeds.web import WebOptions

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
    field_option(parser)
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
    parser.add_argument(
        "--retry-failed", action="store_true", help="try again what could not be taken in before (figcheck status)"
    )
    crew = parser.add_mutually_exclusive_group()
    crew.add_argument(
        "--workers", type=int, metavar="N", help="extract in so many processes (else one for each core; 1: in this one)"
    )
    crew.add_argument(
        "--dask",
        metavar="ADDRESS",
        help="extract on the Dask cluster whose scheduler is there (pip install 'figcheck[dask]')",
    )
    reviewer_option(parser)


def _run(arguments: Namespace) -> int:
    review = arguments.review
    _check_review_name(review)
    _check_given(arguments)
    reviewer = reviewer_name(arguments.reviewer)
    given = given_inputs(arguments, needed=not arguments.retry_failed)
    itself = [name for name in arguments.input if _same_file(name, review)]
    inputs = [each for each in given if each not in itself]
    web = web_options(arguments)
    announce_stdin(inputs)
    report = _take_in(arguments, inputs, reviewer, web, fields_of(arguments))
    for updated in report.updated:
        say(_told(updated))
    if report.added or report.known:
        say(_summary(report))
    elif not given and not report.failures and report.stopped_after is None:
        say("nothing failed before")
    failures = [f"{name}: this is the review itself, it is left out" for name in itself]
    failures += [f"{failure.name}: {failure.reason}" for failure in report.failures]
    if not report.added and not os.path.exists(review):
        failures.append(f"{review} was not made, since nothing could be taken in")
    code = warn_all(report.warnings, failures)
    if report.stopped_after is not None:
        documents = plural(report.stopped_after, "document")
        raise Refused(f"stopped after {documents}; what was taken in is kept, the same command goes on from there", 130)
    return code


def _check_review_name(review: str) -> None:
    if review == "-":
        raise Refused(f"- cannot be a review; {ORDER}", 2)
    if is_address(review):
        raise Refused(f"{review} is an address, not a review; {ORDER}", 2)
    if os.path.isdir(review):
        raise Refused(f"{review} is a folder, not a review; {ORDER}", 2)
    if review.lower().endswith(INPUT_ENDINGS) and not os.path.exists(review):
        raise Refused(f"{review} is named like a text, not like a review, and does not exist; {ORDER}", 2)


def _check_given(arguments: Namespace) -> None:
    if arguments.workers is not None and arguments.workers < 1:
        raise Refused(f"--workers {arguments.workers}: there has to be one at least", 2)
    if arguments.retry_failed and not os.path.exists(arguments.review):
        raise Refused(f"{arguments.review} does not exist, so nothing failed to go into it; {ORDER}")


def _take_in(
    arguments: Namespace,
    inputs: list[str | LinkList],
    reviewer: str,
    web: WebOptions | None,
    fields: dict[str, str] | None,
) -> IntakeReport:
    from db.crew import hired
    from db.errors import CannotOpen
    from db.intake import add_to_file
    from tui.bar import Bar

    review = arguments.review
    try:
        with hired(arguments.workers, arguments.dask) as crew, progress_line() as line, closing(Bar(line)) as bar:
            return add_to_file(
                review,
                inputs,
                reviewer=reviewer,
                on_progress=bar.show,
                counted=line.shown,
                update=arguments.update,
                as_new=arguments.as_new,
                retry_failed=arguments.retry_failed,
                crew=crew,
                web=web,
                fields=fields,
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
    summary="take texts and web pages into a review; makes the review if it is new",
    more="A text that is there already is not added again, nor, without --update or --as-new, an edited text of it.\n"
    "What cannot be read is told at the end and kept for --retry-failed, the rest taken in.\n"
    "After ctrl+c what was taken in is kept, and the same command goes on from there.",
    arguments=_arguments,
    run=_run,
    examples=(
        ("figcheck add kursk.db articles/*.txt", "text files; kursk.db is made if it is not there"),
        ("figcheck add kursk.db articles/ notes.md", "a folder with all it has to read, and one more"),
        ("figcheck add kursk.db page.html report.pdf letter.docx", "a saved web page, a PDF file (extra pdf), Word"),
        ("figcheck add kursk.db archive.jsonl --field text=content", "a file of articles, an object a line"),
        ("figcheck add kursk.db --update articles/", "the texts again, some of them edited: as new versions"),
        ("figcheck add kursk.db --as-new bulletin.txt", "the bulletin of another day, under the same name"),
        ("figcheck add kursk.db --retry-failed", "what could not be taken in before, once more"),
        ("figcheck add kursk.db --dask tcp://10.0.0.5:8786 archive/", "a large archive, on a Dask cluster"),
        ("cat report.txt | figcheck add kursk.db -", "from a pipe"),
        ("figcheck add kursk.db https://paper.example/flood", "a page of the web, or all pages that a feed names"),
        ("figcheck add kursk.db -i links.txt", "the pages of a list, an address a line; -i - takes it from a pipe"),
        ("figcheck add kursk.db --allow-host wiki.lan http://wiki.lan/flood", "a page of your own network"),
    ),
)
