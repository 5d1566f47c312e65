"""figcheck agree: how far reviewers agree, and where they differ."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from tui.commands.command import Command, review_argument, reviewer_option
from tui.commands.words import one_line, phrase
from tui.console import note, plural, reviewer_name, say

if TYPE_CHECKING:
    from db.agreement import Agreement
    from db.model import FigureView
    from db.review import Review


def _arguments(parser: ArgumentParser) -> None:
    review_argument(parser)
    parser.add_argument("--json", action="store_true", help="a JSON list of every two reviewers, for scripts")
    parser.add_argument(
        "--blind", choices=("on", "off"), help="on: nobody sees the others' verdicts before giving their own"
    )
    reviewer_option(parser)


def _run(arguments: Namespace) -> int:
    from db import blind, open_review
    from db.agreement import agreement
    from db.errors import explained

    with open_review(arguments.review, reviewer=reviewer_name(arguments.reviewer, needed=False)) as review:
        if arguments.blind is not None:
            with explained(review.path):
                blind.switch(review.connection, arguments.blind == "on")
            say(_BLIND[arguments.blind])
            return 0
        pairs = agreement(review)
        if arguments.json:
            _print_json(review, pairs)
            return 0
        for pair in pairs:
            _show(review, pair)
    if not pairs:
        note("no two reviewers have judged the same figure yet; figcheck merge takes a second reader's copy in")
    return 0


_BLIND = {
    "on": "blind: a figure shows no verdict, note or source of others before you have given your own verdict",
    "off": "open: everybody sees everybody's verdicts",
}


def _show(review: Review, pair: Agreement) -> None:
    kappa = "not defined, both gave one verdict only" if pair.kappa is None else f"{pair.kappa:.3f}"
    say(f"{pair.first} and {pair.second}: {plural(pair.figures, 'figure')} judged by both")
    say(f"  agreed on {pair.agreed:,} of {pair.figures:,} ({pair.raw:.1%}), Cohen's kappa {kappa}")
    for line in _table(pair):
        say(f"  {line}")
    views = _views(review, pair)
    for difference in pair.differences:
        figure = one_line(phrase(views[difference.row_id].figure))
        first = _said(pair.first, difference.first, difference.first_reason)
        second = _said(pair.second, difference.second, difference.second_reason)
        say(f"  {difference.figure_id}  {first} · {second} · {figure} · {difference.state}")


def _table(pair: Agreement) -> list[str]:
    from db.agreement import VERDICTS
    from tui.commands.table import table

    head = [f"{pair.first} \\ {pair.second}", *VERDICTS]
    rows = [[first, *(f"{pair.table.get((first, second), 0):,}" for second in VERDICTS)] for first in VERDICTS]
    return table([head, *rows], None)


def _said(reviewer: str, verdict: str, reason: str | None) -> str:
    return f"{reviewer}: {verdict} ({reason})" if reason else f"{reviewer}: {verdict}"


def _views(review: Review, pair: Agreement) -> dict[int, FigureView]:
    return {view.row_id: view for view in review.figures([difference.row_id for difference in pair.differences])}


def _print_json(review: Review, pairs: list[Agreement]) -> None:
    import json

    print(json.dumps([_record(review, pair) for pair in pairs]))


def _record(review: Review, pair: Agreement) -> dict[str, object]:
    from db.agreement import VERDICTS

    views = _views(review, pair)
    return {
        "reviewers": [pair.first, pair.second],
        "n": pair.figures,
        "agreed": pair.agreed,
        "agreement": pair.raw,
        "kappa": pair.kappa,
        "table": {first: {second: pair.table.get((first, second), 0) for second in VERDICTS} for first in VERDICTS},
        "differences": [
            {
                "figure_id": difference.figure_id,
                "doc": views[difference.row_id].document_name,
                "text": views[difference.row_id].figure.text,
                "noun": views[difference.row_id].figure.noun,
                "verdicts": [
                    {"reviewer": pair.first, "verdict": difference.first, "reason": difference.first_reason},
                    {"reviewer": pair.second, "verdict": difference.second, "reason": difference.second_reason},
                ],
                "state": difference.state,
            }
            for difference in pair.differences
        ],
    }


COMMAND = Command(
    name="agree",
    shape="REVIEW",
    summary="show how far reviewers agree, and list where they differ",
    more=(
        "For every two reviewers: the figures both have judged, the share on which they agree, and Cohen's kappa,\n"
        "which is the agreement beyond what chance would give: 1 is whole, 0 as by chance.\n"
        "The rows of the table are the first reviewer's verdicts, its columns the second's."
    ),
    arguments=_arguments,
    run=_run,
    examples=(
        ("figcheck agree kursk.db", "in words"),
        ("figcheck agree kursk.db --json", "for scripts"),
        ("figcheck agree kursk.db --blind on", "hide the others' verdicts until one's own is given"),
    ),
)
