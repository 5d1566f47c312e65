"""figcheck export: the verdict table."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from tui.commands.command import Command
from tui.console import Refused, note, plural, reviewer_name, say

if TYPE_CHECKING:
    from pathlib import Path


def _arguments(parser: ArgumentParser) -> None:
    from db.export.formats import BY_NAME, FORMATS

    parser.add_argument("review", metavar="REVIEW", nargs="?", help="the review file, for example kursk.db")
    parser.add_argument("--list", action="store_true", help="explain the formats and columns, and do nothing else")
    parser.add_argument(
        "--format",
        metavar="FORMAT",
        choices=list(BY_NAME),
        help=f"{', '.join(BY_NAME)}; default: as the name of -o ends, else {FORMATS[0].name}",
    )
    parser.add_argument("-o", "--output", metavar="PATH", help="into this file or folder (default: standard output)")
    parser.add_argument("--force", action="store_true", help="overwrite what is there")
    which = parser.add_argument_group("which figures (confirmed, disputed and misreported ones unless said otherwise)")
    states = which.add_mutually_exclusive_group()
    states.add_argument("--all", action="store_true", help="also the figures dismissed and those without a verdict")
    states.add_argument("--verdict", metavar="V,V", type=_names, default=(), help="only these, as in misreported")
    which.add_argument(
        "--filter", metavar="QUERY", default="", help="only what fits a query, as f on the desk takes it"
    )
    which.add_argument("--question", metavar="Q", help="only the figures of a question: its id or its title")
    which.add_argument("--publisher", metavar="NAME", help="only of publishers with this in their names")
    which.add_argument("--since", metavar="YYYY-MM-DD", help="only what was decided on this day (UTC) or later")
    how = parser.add_argument_group("what is said of them")
    how.add_argument("--columns", metavar="A,B", type=_names, default=(), help="these columns, in this order")
    how.add_argument("--anonymous", action="store_true", help="without the names of reviewers")
    how.add_argument("--bom", action="store_true", help="begin with a byte order mark, which old spreadsheets need")
    how.add_argument("--base-url", metavar="URL", help="where it will be published")
    how.add_argument("--publisher-name", metavar="NAME", help="who publishes it")


def _run(arguments: Namespace) -> int:
    if arguments.list:
        _explain()
        return 0
    if arguments.review is None:
        raise Refused("the following arguments are required: REVIEW; figcheck export --help shows how", 2)
    from pathlib import Path

    from db import open_review
    from db.export import BadExport, Export, write_table
    from db.export.options import checked
    from db.query import QueryError

    out = None if arguments.output in (None, "-") else Path(arguments.output)
    export = Export(
        format=arguments.format or _format_of(out),
        out=out,
        force=arguments.force,
        all_states=arguments.all,
        verdicts=arguments.verdict,
        filter=arguments.filter,
        question=arguments.question,
        publisher=arguments.publisher,
        since=arguments.since,
        columns=arguments.columns,
        anonymous=arguments.anonymous,
        base_url=arguments.base_url,
        publisher_name=arguments.publisher_name,
        bom=arguments.bom,
    )
    try:
        checked(export)
    except QueryError as error:
        raise Refused(f"--filter: {error}", 2) from None
    except BadExport as error:
        raise Refused(str(error), 2) from None
    with open_review(arguments.review, reviewer=reviewer_name(None, needed=False)) as review:
        rows = write_table(review, export, note)
    if not rows:
        note("the table is empty: no figure fits; --all adds those dismissed and those without a verdict")
    if out is not None:
        say(f"{plural(rows, 'figure')} written to {out}")
    return 0


def _names(text: str) -> tuple[str, ...]:
    from argparse import ArgumentTypeError

    names = tuple(name.strip() for name in text.split(",") if name.strip())
    if not names:
        raise ArgumentTypeError("give one name, or several with commas between them")
    return names


def _format_of(out: Path | None) -> str:
    from db.export.formats import BY_ENDING, BY_NAME, FORMATS

    ending = "" if out is None else out.suffix.lower().lstrip(".")
    if ending in BY_ENDING:
        return BY_ENDING[ending].name
    if out is not None and ending:
        raise Refused(f"{out} does not say which format to write; give --format, one of {', '.join(BY_NAME)}", 2)
    return FORMATS[0].name


def _explain() -> None:
    from db.export.columns import COLUMNS
    from db.export.formats import FORMATS

    say("formats")
    for form in FORMATS:
        say(f"  {form.name:<12}{form.what}")
    say("")
    say("columns")
    for column in COLUMNS:
        say(f"  {column.name:<12}{column.what}")


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
        ("figcheck export kursk.db --verdict misreported --since 2026-03-01 -o new.csv", "new misreports"),
        ("figcheck export kursk.db --filter 'kind:money' --columns text,noun,verdict", "three columns of large sums"),
        ("figcheck export --list", "what the formats and columns are"),
    ),
)
