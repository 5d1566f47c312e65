"""How a figure, a verdict and a count are said on the desk."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from db.model import REASONS
from seeds.visible import visible

if TYPE_CHECKING:
    from db.model import Evidence, FigureView, Progress, QueueRow
    from db.values import Correction
    from figures.model import Figure, Number

#: The shape of each state, so that no state is told by colour alone.
SHAPES = {
    "unreviewed": "○",
    "confirmed": "●",
    "disputed": "◆",
    "misreported": "✕",
    "dismissed": "–",
    "unresolved": "≠",
}

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

#: What each verdict means, in the order in which one wins over the other.
MEANINGS = (
    ("misreported", "the document strays from its own source. It wins over the others."),
    ("disputed", "faithful to its source, but independent sources differ, or nobody stands behind it."),
    ("confirmed", "faithful and uncontradicted, or settled by evidence."),
    ("dismissed", "not a figure (the extractor was wrong), or not worth checking."),
    ("unresolved", "reviewers differ: until one agrees with the other, or a third decides."),
    ("unreviewed", "no verdict yet."),
)

#: The sign before a value whose number is not exact.
_SIGNS = {"over": ">", "at_least": "≥", "under": "<", "up_to": "≤"}

#: The words for a bound, with the number in the place of {}.
_BOUNDS = {"over": "more than {}", "at_least": "{} or more", "under": "less than {}", "up_to": "{} or less"}

_BETWEEN_ENDS = re.compile(r"\s*[-–—]\s*|\s+(?:to|and|or|through|till|until)\s+", re.IGNORECASE)


def value(figure: Figure | QueueRow) -> str:
    """Give a figure's value as written, its bound as a sign: ">6,000", "~600", "3,800–4,000"."""
    text = " ".join(figure.text.split())
    if figure.bound == "range":
        text = _BETWEEN_ENDS.sub("–", text, count=1)
    about = "~" if figure.approximate or figure.bound == "approx" else ""
    return f"{_SIGNS.get(figure.bound, '')}{about}{text}{unit(figure)}"


#: Plurals of units that do not just take an s behind their first or only word.
_PLURALS = {"foot": "feet", "inch": "inches", "hertz": "hertz", "century": "centuries", "celsius": "celsius"}
#: The word of a unit of several that takes the plural, where it is not the last: "degrees celsius".
_FIRST_WORDS = ("degree", "year of", "ton of", "pound of", "litre of")


def shape(row: QueueRow) -> str:
    """Give the shape of a line of the queue: that of its state, of what was put off, or of what is not checkable."""
    if not row.checkable:
        return "·"
    return LATER_SHAPE if row.later and row.state == "unreviewed" else SHAPES[row.state]


def unit(figure: Figure | QueueRow) -> str:
    """Give the unit that the number itself does not show, in words and with a space before it: " months"."""
    name = figure.unit
    if not name or figure.kind not in {"measurement", "duration"} or name in figure.text.lower():
        return ""
    point = figure.high if figure.high is not None else figure.low
    if point is not None and 0 < point <= 1:
        return f" {name}"
    base, per, rate = name.partition(" per ")
    at = base.find(" ") if base.startswith(_FIRST_WORDS) else -1
    first, rest = (base[:at], base[at:]) if at > 0 else (base, "")
    before, space, last = first.rpartition(" ")
    return f" {before}{space}{_PLURALS.get(last, last + 's')}{rest}{per}{rate}"


def called(figure: Figure | QueueRow) -> str:
    """Give a figure in the fewest words that tell it from its neighbours: "6,000 casualties"."""
    return " ".join(f"{figure.text}{unit(figure)} {figure.noun or ''}".split())


def as_read(figure: Figure) -> str:
    """Give the number as the extractor read it: "more than 6,000", "about 3,800 to 4,000"; the date for a date."""
    if figure.iso:
        return figure.iso
    about = "about " if figure.approximate or figure.bound == "approx" else ""
    if figure.bound == "range" and figure.low is not None and figure.high is not None:
        return f"{about}{number(figure.low)} to {number(figure.high)}"
    point = figure.low if figure.low is not None else figure.high
    if point is None:
        return "no number"
    return about + _BOUNDS.get(figure.bound, "{}").format(number(point))


def number(value: Number) -> str:
    """Give a number exactly, with commas: "6,000", "16.5"."""
    if isinstance(value, Decimal):
        whole = value.to_integral_value()
        return f"{whole:,f}" if whole == value else f"{value.normalize():,f}"
    return f"{value:,}"


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


def greeting(progress: Progress, name: str) -> str:
    """Give the first thing said on the desk: what is left to do, or what to do about an empty review."""
    if not progress.queue:
        return f"no figures here; take in articles with: figcheck add {name} FILE..."
    left = f"{progress.unreviewed:,} of {progress.queue:,} figures" if progress.unreviewed else "nothing is"
    return f"{left} left to review · ? explains the keys"


def counts(progress: Progress) -> list[tuple[str, int]]:
    """Give (state, how many) of the verdicts; dismissed and unresolved ones only if there are any."""
    states = ("confirmed", "disputed", "misreported", *_IF_ANY)
    counted = [(state, getattr(progress, state)) for state in states]
    return [(state, count) for state, count in counted if count or state not in _IF_ANY]
