"""figcheck serve: the desk in a browser on the same machine."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from tui.commands.command import Command, review_argument, reviewer_option
from tui.console import Refused, reviewer_name

#: Where it is served if nobody says otherwise.
PORT = 8000


def _arguments(parser: ArgumentParser) -> None:
    review_argument(parser)
    parser.add_argument("--port", type=_port, default=PORT, metavar="N", help=f"the port (default: {PORT})")
    reviewer_option(parser)


def _run(arguments: Namespace) -> int:
    from importlib.util import find_spec

    from db import open_review

    reviewer = reviewer_name(arguments.reviewer)
    open_review(arguments.review, reviewer=reviewer).close()  # what is no review is refused before it is served
    if find_spec("textual_serve") is None:
        raise Refused("figcheck serve needs textual-serve, which is not installed: pip install 'figcheck[serve]'")
    from tui.serving import serve

    return serve(arguments.review, reviewer, arguments.port)


def _port(text: str) -> int:
    from argparse import ArgumentTypeError

    if not text.isdigit() or not 0 < int(text) < 65536:
        raise ArgumentTypeError(f"{text} is no port: give a number from 1 to 65535")
    return int(text)


COMMAND = Command(
    name="serve",
    shape="REVIEW",
    summary="open the desk in a browser on this machine",
    more="Needs the extra serve: pip install 'figcheck[serve]'. Only this machine can reach it, and only with the\n"
    "address that is printed: the key in it is made anew every time. ctrl+c ends it.",
    arguments=_arguments,
    run=_run,
    examples=(
        ("figcheck serve kursk.db", "at port 8000"),
        ("figcheck serve kursk.db --port 8080 --reviewer Ann", "verdicts are Ann's"),
    ),
)
