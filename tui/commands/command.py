"""What a command of the command line is."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from typing import NamedTuple

from tui.console import Refused


class Command(NamedTuple):
    """One command: its name, its arguments in words, what it does in a line, what runs it, and examples for its help.

    `run` gives the exit code. An example is a command line and what it does. No dataclass: importing dataclasses
    would take a sixth of the time of --help.
    """

    name: str
    shape: str
    summary: str
    arguments: Callable[[ArgumentParser], None]
    run: Callable[[Namespace], int]
    examples: tuple[tuple[str, str], ...]
    more: str = ""


def reviewer_option(parser: ArgumentParser) -> None:
    """Add --reviewer, which everything takes that changes a review, or shows what depends on who looks."""
    parser.add_argument("--reviewer", metavar="NAME", help="who you are (else FIGCHECK_REVIEWER, else your login name)")


def inputs_argument(parser: ArgumentParser) -> None:
    """Add INPUT, what is read: one or more."""
    parser.add_argument(
        "input",
        metavar="INPUT",
        nargs="+",
        help="files (text, Markdown, web pages, PDF, Word, JSONL and CSV of articles), folders, - for standard input",
    )


def field_option(parser: ArgumentParser) -> None:
    """Add --field, which tells what JSONL and CSV files call what a document has."""
    parser.add_argument(
        "--field",
        metavar="FIELD=NAME",
        action="append",
        default=[],
        help="what JSONL and CSV files call a field, where it is not guessed: text=content, title=data.head",
    )


def fields_of(arguments: Namespace) -> dict[str, str] | None:
    """Read what --field gave; raises Refused where it cannot be meant."""
    if not arguments.field:
        return None
    from seeds.readers.records.fields import WrongField, fields_given

    try:
        return fields_given(arguments.field)
    except WrongField as error:
        raise Refused(str(error), 2) from error


def review_argument(parser: ArgumentParser) -> None:
    """Add REVIEW, the review file."""
    parser.add_argument("review", metavar="REVIEW", help="the review file, for example kursk.db")
