"""What a command of the command line is."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from typing import NamedTuple


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


def inputs_argument(parser: ArgumentParser, *, needed: bool = True) -> None:
    """Add INPUT, what is read: one or more, where not `needed` none too."""
    nargs = "+" if needed else "*"
    parser.add_argument(
        "input", metavar="INPUT", nargs=nargs, help="text and Markdown files, folders, - for standard input"
    )


def review_argument(parser: ArgumentParser) -> None:
    """Add REVIEW, the review file."""
    parser.add_argument("review", metavar="REVIEW", help="the review file, for example kursk.db")
