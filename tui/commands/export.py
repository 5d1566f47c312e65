"""figcheck export: the verdict table."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from tui.commands.command import Command, review_argument
from tui.console import Refused, plural, reviewer_name, say

if TYPE_CHECKING:
    from pathlib import Path

FORMATS = ("csv", "md", "jsonl")


def _arguments(parser: ArgumentParser) -> None:
    review_argument(parser)
    parser.add_argument("--format", choices=FORMATS, help="default: as the name of -o ends, else csv")
    parser.add_argument("-o", "--output", metavar="PATH", help="into this file (default: standard output)")
    parser.add_argument("--all", action="store_true", help="also the figures dismissed and those without a verdict")
    parser.add_argument("--force", action="store_true", help="overwrite the file if there is one")


def _run(arguments: Namespace) -> int:
    from pathlib import Path

    out = None if arguments.output in (None, "-") else Path(arguments.output)
    form = arguments.format or _format_of(out)
    from db import open_review
    from db.export import write_table

    with open_review(arguments.review, reviewer=reviewer_name(None, needed=False)) as review:
        rows = write_table(review, form, out, force=arguments.force, all_states=arguments.all)
    if out is not None:
        say(f"{plural(rows, 'figure')} written to {out}")
    return 0


def _format_of(out: Path | None) -> str:
    ending = "" if out is None else out.suffix.lower().lstrip(".")
    if ending in FORMATS:
        return ending
    if ending:
        raise Refused(f"{out} does not say which format to write; give --format, one of {', '.join(FORMATS)}", 2)
    return FORMATS[0]


COMMAND = Command(
    name="export",
    shape="REVIEW",
    summary="write the verdict table, to be published as it is",
    more="One line a verdict, in the order of the texts. A file is written whole or not at all.",
    arguments=_arguments,
    run=_run,
    examples=(
        ("figcheck export kursk.db", "CSV to standard output"),
        ("figcheck export kursk.db --format md -o verdicts.md", "a Markdown table into a file"),
        ("figcheck export kursk.db --format jsonl -o verdicts.jsonl --force", "overwrites the file"),
    ),
)
