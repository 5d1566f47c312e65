"""What a command of the command line is."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from tui.console import Refused

if TYPE_CHECKING:
    from seeds.links import LinkList
    from seeds.web import WebOptions


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
    """Add INPUT, what is read, and what goes with it: lists of links, hosts that need not be public."""
    parser.add_argument(
        "input",
        metavar="INPUT",
        nargs="*",
        help="files (text, Markdown, web pages, PDF, Word, JSONL and CSV of articles), folders, web addresses, feeds, "
        "- for standard input",
    )
    parser.add_argument(
        "-i",
        "--links",
        metavar="LIST",
        action="append",
        default=[],
        help="a file with an address a line, - for standard input; lines that begin with # are left out",
    )
    parser.add_argument(
        "--allow-host",
        metavar="HOST",
        action="append",
        default=[],
        help="fetch from this host though its address is not public, as on an intranet; may be given several times",
    )


def given_inputs(arguments: Namespace, *, needed: bool = True) -> list[str | LinkList]:
    """Give the inputs of a command, lists of links last; raises Refused where there are none and they are `needed`."""
    from seeds.links import LinkList

    inputs = [*arguments.input, *map(LinkList, arguments.links)]
    if needed and not inputs:
        raise Refused("nothing to read; name files, folders or addresses, or a list of links with -i", 2)
    return inputs


def web_options(arguments: Namespace) -> WebOptions | None:
    """Give how addresses are fetched; raises Refused for an --allow-host that can be none."""
    if not arguments.allow_host:
        return None
    from seeds.fetching.asking import BadAddress, host_name
    from seeds.fetching.extra import what_is_missing
    from seeds.web import WebOptions

    if missing := what_is_missing():
        raise Refused(missing)
    try:
        return WebOptions(tuple(map(host_name, arguments.allow_host)))
    except BadAddress:
        shown = ", ".join(arguments.allow_host)
        raise Refused(f"--allow-host takes the name of a host alone, as in intranet.example, not {shown}", 2) from None


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
