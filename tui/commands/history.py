"""figcheck history: who decided what, when."""

from argparse import ArgumentParser, Namespace

from tui.commands.command import Command, review_argument, reviewer_option
from tui.commands.words import one_line
from tui.console import note, reviewer_name, say


def _arguments(parser: ArgumentParser) -> None:
    review_argument(parser)
    parser.add_argument("figure", metavar="FIGURE", nargs="?", help="only this figure: its id, or how it starts")
    reviewer_option(parser)


def _run(arguments: Namespace) -> int:
    from db import open_review

    with open_review(arguments.review, reviewer=reviewer_name(arguments.reviewer, needed=False)) as review:
        events = review.history(None if arguments.figure is None else review.find(arguments.figure))
    for event in events:
        figure = f"  {event.figure_id}  {one_line(event.figure_text or '')}" if event.figure_id else ""
        undone = "  (undone)" if event.undone else ""
        say(f"{event.at[:19].replace('T', ' ')}  {event.reviewer}{figure}  {one_line(event.label)}{undone}")
    if not events:
        note("nothing has been decided here yet; figcheck review and figcheck mark give verdicts")
    return 0


COMMAND = Command(
    name="history",
    shape="REVIEW [FIGURE]",
    summary="show who decided what, when, newest first",
    more="Times are UTC.",
    arguments=_arguments,
    run=_run,
    examples=(
        ("figcheck history kursk.db", "the whole review"),
        ("figcheck history kursk.db 3f2a", "one figure"),
    ),
)
