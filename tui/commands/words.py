"""Figures and documents in the words of a line of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from seeds.patterns import Later

if TYPE_CHECKING:
    from figures.model import Figure

_UNIT_IS_A_WORD = ("measurement", "duration", "percent")
_NEXT_WORD = Later(r"[\s-]{0,2}([^\W\d_]+)")


def phrase(figure: Figure) -> str:
    """Say a figure as its text does: "more than 6,000 North Korean soldiers", "over 3,000 more troops"."""
    # Where words stand on both sides of the number, the modifier has them with this sign in the number's place.
    before, _, after = (figure.modifier or "").partition(" … ")
    if before and not after and figure.suffix.lstrip(" -").startswith(before):
        before, after = "", before
    # Only a count is said together with its noun: "5 percent (turnout)".
    noun = f"({figure.noun})" if figure.noun and figure.unit else figure.noun
    return " ".join(word for word in (before, figure.text, after, _unit(figure), noun) if word)


def _unit(figure: Figure) -> str:
    """Give the unit after the number, in the word of the text where that is the next one ("months" for month)."""
    unit = figure.unit
    if not unit or figure.kind not in _UNIT_IS_A_WORD or "%" in figure.text or unit in figure.text.lower():
        return ""
    if figure.kind == "percent":  # a share in words, "half", has no unit to show
        return ""
    first, _, rest = unit.partition(" ")
    following = _NEXT_WORD.match(figure.suffix)
    if following is None or following[1][0].lower() != unit[0].lower():
        return unit
    spelt_out = following[1][:3].lower() == first[:3].lower()
    return f"{following[1]} {rest}" if rest and spelt_out else following[1]


def one_line(text: str) -> str:
    """Put a text that runs over several lines on one."""
    return " ".join(text.split())
