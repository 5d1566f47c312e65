"""How the value of a figure is said, on the screen and on a page."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from figures.model import Figure, Number

#: The sign before a value whose number is not exact.
_SIGNS = {"over": ">", "at_least": "≥", "under": "<", "up_to": "≤"}

#: The words for a bound, with the number in the place of {}.
_BOUNDS = {"over": "more than {}", "at_least": "{} or more", "under": "less than {}", "up_to": "{} or less"}

_BETWEEN_ENDS = re.compile(r"\s*[-–—]\s*|\s+(?:to|and|or|through|till|until)\s+", re.IGNORECASE)

#: Plurals of units that do not just take an s behind their first or only word.
_PLURALS = {"foot": "feet", "inch": "inches", "hertz": "hertz", "century": "centuries", "celsius": "celsius"}
#: The word of a unit of several that takes the plural, where it is not the last: "degrees celsius".
_FIRST_WORDS = ("degree", "year of", "ton of", "pound of", "litre of")


class Valued(Protocol):
    """What a value is worded from: a figure, or a line that shows one."""

    @property
    def text(self) -> str:
        """The number as it stands in the text."""

    @property
    def low(self) -> Number | None:
        """The lower end; None where it is open."""

    @property
    def high(self) -> Number | None:
        """The upper end; None where it is open."""

    @property
    def bound(self) -> str:
        """How the number is bounded."""

    @property
    def approximate(self) -> bool:
        """Whether it is told as approximate."""

    @property
    def kind(self) -> str:
        """What sort of number it is."""

    @property
    def unit(self) -> str | None:
        """Its unit; None for a count."""


def value(figure: Valued) -> str:
    """Give a figure's value as written, its bound as a sign: ">6,000", "~600", "3,800–4,000"."""
    text = " ".join(figure.text.split())
    if figure.bound == "range":
        text = _BETWEEN_ENDS.sub("–", text, count=1)
    about = "~" if figure.approximate or figure.bound == "approx" else ""
    return f"{_SIGNS.get(figure.bound, '')}{about}{text}{unit(figure)}"


def unit(figure: Valued) -> str:
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


def in_words(figure: Figure) -> str:
    """Give a figure's value as written, its bound in words: "more than 6,000", "about 600", "11 years", "dozens"."""
    text = " ".join(figure.text.split()) + unit(figure)
    if figure.vague:
        return text
    about = "about " if figure.approximate or figure.bound == "approx" else ""
    return about + _BOUNDS.get(figure.bound, "{}").format(text)


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
