"""figcheck mark: a verdict from the command line."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from tui.commands.command import Command, review_argument, reviewer_option
from tui.commands.words import one_line, phrase
from tui.console import Refused, closest, reviewer_name, say

if TYPE_CHECKING:
    from db.opinions import Opinion


def _arguments(parser: ArgumentParser) -> None:
    from db.model import DISMISSALS, REASONS

    parser.description = "\n".join(
        [
            f"{parser.description}\n\nreasons for misreported:",
            *(f"  {choice.code:<18}  {choice.label}" for choice in REASONS),
            "reasons for dismissed:",
            *(f"  {choice.code:<18}  {choice.label}" for choice in DISMISSALS),
        ]
    )
    review_argument(parser)
    parser.add_argument("figure", metavar="FIGURE", help="the figure's id as figcheck list shows it, or how it starts")
    parser.add_argument(
        "verdict", metavar="VERDICT", help="confirmed, disputed, misreported, dismissed, or unreviewed to take it back"
    )
    parser.add_argument(
        "--reason", metavar="CODE", help="why: misreported needs a reason, dismissed may have one: see above"
    )
    parser.add_argument(
        "--adjudicate", action="store_true", help="decide for all where reviewers differ; a third reviewer always does"
    )
    parser.add_argument("--note", metavar="TEXT", help="a note, in place of the one there is")
    parser.add_argument(
        "--evidence", metavar="URL", action="append", default=[], help="a link, http or https; may be given again"
    )
    reviewer_option(parser)


def _run(arguments: Namespace) -> int:
    from db import open_review
    from db.model import VERDICTS
    from db.opinions import adjudicate, opinions

    _known("verdict", arguments.verdict, [choice.code for choice in VERDICTS])
    _check_reason(arguments.verdict, arguments.reason)
    with open_review(arguments.review, reviewer=reviewer_name(arguments.reviewer)) as review:
        row_id = review.find(arguments.figure)
        decide = partial(adjudicate, review) if arguments.adjudicate else review.decide
        decide(
            [row_id],
            arguments.verdict,
            reason=arguments.reason,
            note=arguments.note,
            evidence=arguments.evidence,
        )
        view = review.figure(row_id)
        why = _differing(opinions(review, row_id)) if view.state == "unresolved" else view.reason
    reason = f" ({why})" if why else ""
    say(f"{view.figure_id} {view.state}{reason}: {one_line(phrase(view.figure))}")
    return 0


def _differing(said: Sequence[Opinion]) -> str:
    """Say who says what: "Ann: confirmed, Ben: disputed"."""
    return ", ".join(f"{opinion.reviewer}: {opinion.verdict}" for opinion in said if not opinion.adjudicates)


def _check_reason(verdict: str, reason: str | None) -> None:
    from db.model import DISMISSALS, REASONS

    reasons = {"misreported": REASONS, "dismissed": DISMISSALS}.get(verdict, ())
    codes = [choice.code for choice in reasons]
    if reason is None:
        if verdict == "misreported":
            raise Refused(f"misreported needs --reason, one of {', '.join(codes)}", 2)
    elif not codes:
        raise Refused(f"{verdict} takes no --reason; say it with --note", 2)
    else:
        _known(f"reason for {verdict}", reason, codes)


def _known(what: str, word: str, codes: list[str]) -> None:
    if word not in codes:
        raise Refused(f"no {what} is called '{word}'{closest(word, codes)}; known: {', '.join(codes)}", 2)


COMMAND = Command(
    name="mark",
    shape="REVIEW FIGURE VERDICT",
    summary="give a figure a verdict",
    arguments=_arguments,
    run=_run,
    examples=(
        ("figcheck mark kursk.db 3f2a confirmed", "the figure whose id starts with 3f2a"),
        ('figcheck mark kursk.db 3f2a misreported --reason bound_lost --note "more than"', "with a reason, a note"),
        ("figcheck mark kursk.db 3f2a disputed --evidence https://example.org/report", "with a link"),
        ("figcheck mark kursk.db 3f2a unreviewed", "take the verdict back"),
        ("figcheck mark kursk.db 3f2a confirmed --adjudicate", "settle what reviewers differ on"),
    ),
)
