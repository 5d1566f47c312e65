"""What is said about a question, in lines: its answers, what stands between its figures, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.question_words import answered
from tui.relation_words import RELATION_ORDER, SIGN_SHAPE, SUM_SHAPE, relation_said
from tui.safe import one_line
from tui.words import reason_label, value

if TYPE_CHECKING:
    from db.comparing.beside import Asked, SignSeen
    from db.comparing.model import Answer
    from db.model import QueueRow
    from figures.model import RelationKind
    from tui.jobs import Surroundings

#: Cells of what stands left of each thing said; where it is narrower than the other, it stands above.
_LEFT, _NARROW = 18, 50


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing said: what it is called, its colour (a part of the pane's styles), and the figure it leads to, if any.

    The text may be foreign.
    """

    label: str
    style: str
    text: str
    row_id: int | None = None


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of a finding, made visible; the label is empty from the second on."""

    label: str
    style: str
    text: str
    row_id: int | None = None


def first_findings(seen: Surroundings) -> list[Finding]:
    """Give what stands above the ladder: the signs of the figure itself in few words, and the answer that counts."""
    asked = seen.asked
    if asked is None:
        return []
    own = [_short(sign) for sign in asked.signs if sign.figure.row_id == seen.rivals.row_id]
    return [*own, *(_answer(answer) for answer in asked.answers[:1])]


def last_findings(seen: Surroundings) -> list[Finding]:
    """Give what stands below the ladder: every relation of the figure, and what else was found in its question."""
    asked = seen.asked
    if asked is None:
        return []
    signs = [_sign(sign, seen.rivals.row_id) for sign in asked.signs]
    return [
        *_relations(seen),
        *signs,
        *_more(asked.more_signs, "more signs"),
        *(_sum(one.holds, one.why, one.total) for one in asked.sums),
        *_more(asked.more_sums, "more sums"),
        *(_answer(answer) for answer in asked.answers[1:]),
        *_question(asked),
    ]


def lay_out(findings: Sequence[Finding], width: int) -> list[TextLine]:
    """Wrap findings to `width` cells: labels left of what is said, or above it where it is narrow."""
    lines = []
    for finding in findings:
        label, style = one_line(finding.label).plain, finding.style
        above = width < _NARROW or len(label) >= _LEFT
        if above:
            lines.append(TextLine(label, style, "", finding.row_id))
        wrapped = one_line(finding.text).wrap(max(8, width - (2 if width < _NARROW else _LEFT)))
        indent = "  " if width < _NARROW else " " * _LEFT
        for at, line in enumerate(wrapped):
            first = label.ljust(_LEFT) if at == 0 and not above else indent
            lines.append(TextLine(first, style, line.plain, finding.row_id))
    return lines


def source_of(row: QueueRow) -> str:
    """Say who says a figure and where: the attribution, and the publisher."""
    return f"{row.attribution} · {row.publisher}" if row.attribution else row.publisher


def _relations(seen: Surroundings) -> Iterator[Finding]:
    """Yield what the others are to the figure; what is said of several is said once."""
    rows = {rival.row.row_id: rival.row for rival in seen.rivals.figures}
    met: dict[tuple[RelationKind, str], list[QueueRow]] = {}
    for row_id, related in seen.relations.items():
        met.setdefault((related.kind, related.why), []).append(rows[row_id])
    for (kind, why), others in sorted(met.items(), key=lambda pair: RELATION_ORDER.index(pair[0][0])):
        first = others[0]
        more = f" and {len(others) - 1:,} more" if len(others) > 1 else ""
        text = f"{why} · {value(first)} {first.noun or ''} · {source_of(first)}{more}"
        yield Finding(relation_said(kind), kind, text, first.row_id)


def _short(sign: SignSeen) -> Finding:
    text = f"{reason_label(sign.kind)}, against {value(sign.against)} · {source_of(sign.against)}"
    return Finding(f"{SIGN_SHAPE} sign", "sign", text, sign.against.row_id)


def _sign(sign: SignSeen, current: int) -> Finding:
    own = sign.figure.row_id == current
    whose = "this figure" if own else f"{value(sign.figure)} · {source_of(sign.figure)}"
    against = f"{value(sign.against)} {sign.against.noun or ''} · {source_of(sign.against)}"
    text = f"{reason_label(sign.kind)}: {sign.why} · {whose} against {against}"
    return Finding(f"{SIGN_SHAPE} sign", "sign", text, sign.against.row_id if own else sign.figure.row_id)


def _sum(holds: bool, why: str, total: int) -> Finding:
    return Finding(f"{SUM_SHAPE} {'adds up' if holds else 'not the sum'}", "text" if holds else "conflict", why, total)


def _more(count: int, what: str) -> list[Finding]:
    return [Finding("", "faint", f"… and {count:,} {what}")] if count else []


def _answer(answer: Answer) -> Finding:
    return Finding("answer", "answer", f"{answered(answer)} · {answer.reviewer}, {answer.answered_at[:10]}")


def _question(asked: Asked) -> Iterator[Finding]:
    if asked.state == "set":
        yield Finding("set", "faint", "by a reviewer: comparing does not change it")
    if asked.reason:
        yield Finding("suggested because", "faint", asked.reason)
    if asked.note:
        yield Finding("left out", "faint", asked.note)
