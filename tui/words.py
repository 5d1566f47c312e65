"""How a figure, a verdict and a count are said on the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.model import REASONS
from db.verdict_words import MEANINGS as MEANINGS
from db.verdict_words import SHAPES as SHAPES
from figures.wording import as_read as as_read
from figures.wording import number as number
from figures.wording import unit as unit
from figures.wording import value as value
from seeds.visible import visible

if TYPE_CHECKING:
    from db.model import Evidence, FigureView, Progress, QueueRow
    from db.values import Correction
    from figures.model import Figure

#: The sign of a figure that is marked for work on many at once, and of an unreviewed one that was put off.
MARK, LATER_SHAPE = "*", "»"

#: The colour of each state, as variables of the theme.
COLOURS = {
    "unreviewed": "$foreground",
    "confirmed": "$text-success",
    "disputed": "$text-warning",
    "misreported": "$text-error",
    "dismissed": "$faint",
    "unresolved": "$text-accent",
}

#: States that are counted on the desk only where they occur.
_IF_ANY = ("dismissed", "unresolved")


def shape(row: QueueRow) -> str:
    """Give the shape of a line of the queue: that of its state, of what was put off, or of what is not checkable."""
    if not row.checkable:
        return "·"
    return LATER_SHAPE if row.later and row.state == "unreviewed" else SHAPES[row.state]


def called(figure: Figure | QueueRow) -> str:
    """Give a figure in the fewest words that tell it from its neighbours: ">6,000 casualties"."""
    return " ".join(f"{value(figure)} {figure.noun or ''}".split())


def measure(figure: Figure) -> str:
    """Give what sort of number it is: "count", "money, USD", "count, vague, in addition"."""
    parts = [figure.kind, figure.unit or "", "vague" if figure.vague else "", "in addition" if figure.increment else ""]
    return ", ".join(part for part in parts if part)


def subject(figure: Figure) -> str:
    """Give what is counted and what happened to it: "North Korean soldiers, killed"."""
    return ", ".join(part for part in (figure.noun, figure.predicate) if part)


def reason_label(code: str | None) -> str:
    """Give a reason in words; the code itself with spaces where it is none of the known ones."""
    labels = {reason.code: reason.label for reason in REASONS}
    return labels.get(code or "", (code or "").replace("_", " "))


def number_of(count: int, thing: str) -> str:
    """Give how many of a thing there are: "1 figure", "5,000 figures"."""
    return f"{count:,} {thing}{'' if count == 1 else 's'}"


def because(reason: str | None) -> str:
    """Give a reason as it follows a verdict: " (bound lost)", or nothing."""
    return f" ({reason_label(reason)})" if reason else ""


def verdict(view: FigureView) -> str:
    """Give the verdict in words, with its reason."""
    return f"{view.state}: {reason_label(view.reason)}" if view.reason else view.state


def correction_line(correction: Correction) -> str:
    """Give one correction on one line: "noun households, extracted as homes"."""
    field = correction.field.replace("_", " ")
    return f"{field} {correction.value or 'none'}, extracted as {correction.extracted or 'none'}"


def quotation(view: FigureView) -> str:
    """Give a figure's sentence with its source on one line, to be pasted elsewhere."""
    source = [view.publisher or view.document_name, f"“{view.title}”" if view.title else "", view.published, view.url]
    return plain(f"“{view.sentence}” ({', '.join(part for part in source if part)})")


def plain(text: str) -> str:
    """Give text on one line, without the characters that act on a terminal or cannot be seen."""
    line = " ".join(text.split())
    return "".join(character for character in line if visible(character) == character)


def evidence_line(evidence: Evidence) -> str:
    """Give one piece of evidence on one line, its link whole."""
    return f"{evidence.name} {'contradicts' if evidence.stance == 'contradicts' else 'supports'}"


def greeting(progress: Progress, name: str, help_key: str) -> str:
    """Give the first thing said on the desk: what is left to do, or what to do about an empty review."""
    if not progress.queue:
        return f"no figures here; take in articles with: figcheck add {name} FILE..."
    left = f"{progress.unreviewed:,} of {progress.queue:,} figures" if progress.unreviewed else "nothing is"
    return f"{left} left to review · {help_key} explains the keys"


def counts(progress: Progress) -> list[tuple[str, int]]:
    """Give (state, how many) of the verdicts; dismissed and unresolved ones only if there are any."""
    states = ("confirmed", "disputed", "misreported", *_IF_ANY)
    counted = [(state, getattr(progress, state)) for state in states]
    return [(state, count) for state, count in counted if count or state not in _IF_ANY]
