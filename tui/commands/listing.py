"""figcheck list: the queue as lines, for scripts and screen readers."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.commands.command import Command, review_argument
from tui.commands.words import one_line, phrase
from tui.console import Refused, note, reviewer_name, say

if TYPE_CHECKING:
    from db.model import FigureView
    from db.review import Review

#: How many figures are read at once.
PAGE = 200


def _arguments(parser: ArgumentParser) -> None:
    review_argument(parser)
    parser.add_argument(
        "--format", choices=("text", "jsonl", "csv"), default="text", help="for people, or for scripts (default: text)"
    )
    parser.add_argument(
        "--filter", metavar="QUERY", default="", help="only what fits a query, as f on the desk takes it"
    )
    parser.add_argument("--all", action="store_true", help="also what needs no check: dates, ordinals, identifiers ...")


def _run(arguments: Namespace) -> int:
    from db import open_review
    from db.query import QueryError, parse

    try:
        parse(arguments.filter)
    except QueryError as error:
        raise Refused(f"--filter: {error}", 2) from None
    with open_review(arguments.review, reviewer=reviewer_name(None, needed=False)) as review:
        views = _views(review, arguments.filter, arguments.all)
        if arguments.format == "text":
            _show(views, filtered=bool(arguments.filter.strip()))
        else:
            from tui.commands.records import write_records

            write_records(map(_record, views), arguments.format)
    return 0


def _views(review: Review, query: str, everything: bool) -> Iterator[FigureView]:
    from db.query import find_all

    ids = find_all(review, query, all_figures=everything)
    for first in range(0, len(ids), PAGE):
        yield from review.figures(ids[first : first + PAGE])


def _record(view: FigureView) -> dict[str, object]:
    from figures.record import figure_record

    return {"figure_id": view.figure_id, "verdict": view.state} | figure_record(view.figure, view.document_name)


def _show(views: Iterator[FigureView], *, filtered: bool) -> None:
    empty = True
    for view in views:
        say(_line(view))
        empty = False
    if empty and filtered:
        note("no figure fits this filter; figcheck list without it shows all")
    elif empty:
        note("this review has no figures to list; figcheck add takes texts in")


def _line(view: FigureView) -> str:
    figure = view.figure
    state = view.state if figure.checkable else "no check"
    parts = [
        phrase(figure),
        figure.attribution or "nobody named",
        f"as of {figure.as_of}" if figure.as_of else "",
        view.publisher or view.document_name,
        "no more in the text" if view.status == "orphaned" else "",
        f"why: {view.reason or figure.why_not}" if view.reason or figure.why_not else "",
    ]
    return f"{view.figure_id}  {state:<11}  " + " · ".join(one_line(part) for part in parts if part)


COMMAND = Command(
    name="list",
    shape="REVIEW",
    summary="print the queue: a line a figure with its id and verdict",
    arguments=_arguments,
    run=_run,
    examples=(
        ("figcheck list kursk.db", "one line a figure: id, verdict, figure, who says so, where"),
        ("figcheck list kursk.db --format jsonl", "every field, a JSON object a line"),
        ("figcheck list kursk.db --filter 'is:undecided kind:money >=1m'", "what is left to do about large sums"),
        ("figcheck list kursk.db --all --format csv", "with what needs no check"),
    ),
)
