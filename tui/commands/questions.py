"""figcheck questions: rival figures side by side, and what there is between them."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap
from typing import TYPE_CHECKING

from seeds.visible import visible
from tui.commands.command import Command, review_argument, reviewer_option
from tui.commands.table import table
from tui.console import note, plural, reviewer_name, say, terminal_width, use_utf8

if TYPE_CHECKING:
    from db.comparing import Answer, Member, QuestionView

#: Of a very large question so many figures are shown, and so many lines of what there is between them.
_FIGURES, _FINDINGS = 60, 12
#: The part of the width that a bar takes, and the most cells that help.
_SHARE, _WIDEST = 3, 28


def _arguments(parser: ArgumentParser) -> None:
    review_argument(parser)
    parser.add_argument("--json", action="store_true", help="a JSON list of all questions, for scripts")
    reviewer_option(parser)


def _run(arguments: Namespace) -> int:
    from db import open_review
    from db.comparing import questions

    with open_review(arguments.review, reviewer=reviewer_name(arguments.reviewer, needed=False)) as review:
        found = questions(review)
        if arguments.json:
            _print_json(found)
            return 0
        empty = True
        for question in found:
            if not empty:
                say("")
            for line in _lines(question, terminal_width()):
                say(line)
            empty = False
    if empty:
        note("no two figures here answer one question yet; figcheck add takes texts in, figcheck compare looks again")
    return 0


# For people


def _lines(question: QuestionView, width: int) -> Iterator[str]:
    yield from _wrapped(question.title, width)
    state = "set by a reviewer" if question.state == "set" else f"suggested: {question.reason or 'no reason kept'}"
    yield from _wrapped(state, width, "  ")
    for answer in question.answers:
        yield from _wrapped(_answer(answer), width, "  ")
    counts = (
        plural(len(question.members), "mention"),
        plural(question.documents, "document"),
        plural(len(question.origins), "origin"),
    )
    yield from _wrapped(", ".join(counts), width, "  ")
    yield from _ladder(question.members, width)
    for finding in _findings(question):
        yield from _wrapped(finding, width, "  ")


def _answer(answer: Answer) -> str:
    ends = [end for end in (answer.low, answer.high) if end is not None]
    numbers = [f"best {answer.best}"] if answer.best is not None else []
    numbers += [" to ".join(dict.fromkeys(ends)) if len(ends) > 1 else _one_end(answer)] if ends else []
    said = "; ".join((*([", ".join(numbers)] if numbers else []), *([answer.note] if answer.note else [])))
    return f"answer by {answer.reviewer}: {said}"


def _one_end(answer: Answer) -> str:
    return f"at least {answer.low}" if answer.low is not None else f"at most {answer.high}"


def _ladder(members: Sequence[Member], width: int) -> Iterator[str]:
    """Yield a line a figure, from small to large, each value with its bar, and the axis below them."""
    from figures.compare.ladder import Rung, ladder
    from figures.compare.ladder_text import NARROWEST, ladder_lines
    from tui.words import value

    shown = sorted(members, key=_size)[:_FIGURES]
    rungs = [
        Rung(one.figure_id, one.figure.low, one.figure.high, one.figure.bound, one.figure.approximate) for one in shown
    ]
    laid = ladder(rungs)
    cells = max(NARROWEST, min(_WIDEST, width // _SHARE))
    bars, axis = ladder_lines(laid, cells)
    # A value that several give is drawn once, where it comes first.
    first = {place.keys[0]: bar for place, bar in zip(laid.places, bars, strict=True)}
    rows = table([[value(one.figure), one.figure_id, _source(one)] for one in shown], width - cells - 4)
    for one, row in zip(shown, rows, strict=True):
        yield f"  {first.get(one.figure_id, ' ' * cells)}  {row}".rstrip()
    if laid.places:
        yield f"  {axis}".rstrip()
    if len(members) > len(shown):
        yield f"  … and {len(members) - len(shown):,} more"


def _size(member: Member) -> tuple[bool, float, str]:
    figure = member.figure
    ends = [float(end) for end in (figure.low, figure.high) if end is not None]
    return (not ends, ends[0] if ends else 0.0, member.figure_id)


def _source(member: Member) -> str:
    named = member.figure.attribution or "nobody named"
    as_of = f" · as of {member.figure.as_of}" if member.figure.as_of else ""
    return f"{named}{as_of} · {member.source}"


def _findings(question: QuestionView) -> Iterator[str]:
    from tui.words import reason_label

    conflicts = [(pair.a, pair.b, pair.why) for pair in question.relations if pair.relation == "conflict"]
    yield from _few(
        [(f"conflict: {why}", f" ({a}, {b})") for a, b, why in conflicts],
    )
    yield from _few([(f"{'adds up' if one.holds else 'does not add up'}: {one.why}", "") for one in question.sums])
    yield from _few(
        [
            (f"sign of a misreport, {reason_label(one.kind)}: {one.why}", f" ({one.figure_id} against {one.against})")
            for one in question.signs
        ]
    )
    if question.note is not None:
        yield question.note


def _few(findings: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield each thing that is said once, with where it was met first, and how often it was met."""
    met: dict[str, list[str]] = {}
    for what, where in findings:
        met.setdefault(what, []).append(where)
    for what, places in list(met.items())[:_FINDINGS]:
        times = f", {len(places):,} times" if len(places) > 1 else ""
        yield f"{what}{times}{places[0]}"
    if len(met) > _FINDINGS:
        yield f"… and {len(met) - _FINDINGS:,} more like these"


def _wrapped(text: str, width: int, indent: str = "") -> list[str]:
    shown = visible(" ".join(text.split()))
    return wrap(shown, max(width, 20), initial_indent=indent, subsequent_indent=f"{indent}  ") or [indent.rstrip()]


# For scripts


def _print_json(found: Iterable[QuestionView]) -> None:
    use_utf8()
    between = "["
    for question in found:
        line = json.dumps(_record(question), ensure_ascii=False)
        # JSON lets characters stand that a terminal acts on, or that nobody sees.
        print(between + (line if visible(line) == line else json.dumps(_record(question))), end="")
        between = ",\n"
    print("]" if between != "[" else "[]")


def _record(question: QuestionView) -> dict[str, object]:
    return {
        "id": question.uid,
        "title": question.title,
        "reason": question.reason,
        "state": question.state,
        "answer": _answer_record(question.answers[0]) if question.answers else None,
        "figures": [
            {
                "figure_id": one.figure_id,
                "doc": one.document_name,
                "start": one.figure.start,
                "end": one.figure.end,
                "text": one.figure.text,
            }
            for one in question.members
        ],
        "relations": [{"a": one.a, "b": one.b, "relation": one.relation, "why": one.why} for one in question.relations],
        "origins": [list(group) for group in question.origins],
        "sums": [{"parts": list(one.parts), "total": one.total, "holds": one.holds} for one in question.sums],
        "signs": [
            {"figure_id": one.figure_id, "kind": one.kind, "against": one.against, "why": one.why}
            for one in question.signs
        ],
    }


def _answer_record(answer: Answer) -> dict[str, object]:
    from figures.record import json_number, parse_number

    numbers = {name: getattr(answer, name) for name in ("low", "best", "high")}
    return {name: json_number(parse_number(number)) for name, number in numbers.items()} | {"note": answer.note}


COMMAND = Command(
    name="questions",
    shape="REVIEW",
    summary="show rival figures side by side: conflicts, origins, sums, signs",
    more="Those with conflicts or signs come first. A sign is a proposal, never a verdict.",
    arguments=_arguments,
    run=_run,
    examples=(
        ("figcheck questions kursk.db", "each question with its figures from small to large"),
        ("figcheck questions kursk.db --json", "all of it as one JSON list, for scripts"),
    ),
)
