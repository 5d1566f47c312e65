"""figcheck extract: figures straight to standard output."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.commands.command import Command, field_option, fields_of, given_inputs, inputs_argument, web_options
from tui.commands.words import one_line, phrase
from tui.console import announce_stdin, on_terminal, say, terminal_width, warn_all

if TYPE_CHECKING:
    from figures.model import Figure
    from seeds.document import Document
    from seeds.links import LinkList
    from seeds.web import WebOptions

FORMATS = ("table", "jsonl", "csv")
HEADINGS = ("FIGURE", "WHO SAYS SO", "AS OF")
NOBODY = "–"


def _arguments(parser: ArgumentParser) -> None:
    inputs_argument(parser)
    field_option(parser)
    parser.add_argument(
        "--format", choices=FORMATS, default=FORMATS[0], help="for people, or for scripts (default: table)"
    )
    parser.add_argument("--all", action="store_true", help="in the table also what needs no check, and why")


def _run(arguments: Namespace) -> int:
    inputs = given_inputs(arguments)
    web, fields = web_options(arguments), fields_of(arguments)
    announce_stdin(inputs)
    reading = _Reading()
    documents = reading.documents(inputs, web, fields)
    if arguments.format == "table":
        for number, (document, found) in enumerate(documents):
            _show(document, found, number, arguments.all)
    else:
        from tui.commands.records import write_records

        write_records(_records(documents), arguments.format)
    return warn_all(reading.warnings, reading.failures)


class _Reading:
    """Documents with their figures, and what went wrong on the way."""

    def __init__(self) -> None:
        self.warnings: list[str] = []
        self.failures: list[str] = []

    def documents(
        self, inputs: list[str | LinkList], web: WebOptions | None, fields: dict[str, str] | None
    ) -> Iterator[tuple[Document, list[Figure]]]:
        from figures.extract import extract
        from seeds.inputs import read_inputs
        from seeds.readers import Failure

        for reading in read_inputs(inputs, getattr(sys.stdin, "buffer", None), web, fields):
            if isinstance(reading, Failure):
                self.failures.append(f"{reading.name}: {reading.reason}")
                continue
            self.warnings += [f"{reading.document.name}: {warning}" for warning in reading.warnings]
            try:
                found = extract(reading.document)
            except Exception as error:  # whatever one document does to the extractor, the others go on
                self.failures.append(f"{reading.document.name}: its figures could not be read ({type(error).__name__})")
                continue
            yield reading.document, found


def _records(documents: Iterator[tuple[Document, list[Figure]]]) -> Iterator[dict[str, object]]:
    from figures.record import figure_record

    for document, found in documents:
        for figure in found:
            yield figure_record(figure, document.name)


def _show(document: Document, found: list[Figure], number: int, everything: bool) -> None:
    from tui.commands.table import table

    if number:
        print()
    queue = [figure for figure in found if figure.checkable]
    shown = found if everything else queue
    say(f"{one_line(document.name)}: {len(queue):,} to check, {len(found) - len(queue):,} more found")
    if not shown:
        return
    headings = [*HEADINGS, "WHY NOT"] if everything else [*HEADINGS]
    rows = [headings]
    for figure in shown:
        row = [phrase(figure), figure.attribution or NOBODY, figure.as_of or NOBODY]
        rows.append([*row, figure.why_not or ""] if everything else row)
    for line in table(rows, terminal_width() if on_terminal() else None):
        print(line)


COMMAND = Command(
    name="extract",
    shape="INPUT...",
    summary="print the figures of texts, without a review",
    more="The table shows the figures to check; jsonl and csv give every figure\nfound, with the field checkable.",
    arguments=_arguments,
    run=_run,
    examples=(
        ("figcheck extract report.txt", "a table"),
        ("figcheck extract --all report.txt", "with dates, ordinals and what else needs no check"),
        ("figcheck extract articles/ --format jsonl", "a JSON object a line, to standard output"),
        ("figcheck extract page.html report.pdf", "a saved web page, and a PDF file (extra pdf)"),
        ("figcheck extract dump.jsonl --field text=content --format csv", "a file of articles, an object a line"),
        ("cat report.txt | figcheck extract -", "from a pipe"),
        ("figcheck extract https://paper.example/flood", "a page of the web; -i links.txt takes a list of them"),
    ),
)
