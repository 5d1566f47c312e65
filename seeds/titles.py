"""Which lines can be a title, and which two lines print the same title."""

from seeds.units import Unit, key_of

#: Two titles are one where this share (percent) of their letters agrees; shorter ones must be equal.
_ALIKE, _SHORTEST_ALIKE = 90, 20
_LONGEST_CALL = 120


def titled(unit: Unit) -> bool:
    """Tell whether a line can be a title: short, without full stop, not to be continued."""
    if unit.kind in ("short", "heading"):
        return unit.stop != ","
    return unit.kind == "prose" and unit.stop == "?" and len(unit.plain) <= _LONGEST_CALL


def same_title(first: str, second: str) -> bool:
    """Tell whether two lines print one title: other quotes, a slip of a few letters, or one of them cut short."""
    one, other = sorted((key_of(first), key_of(second)), key=len)
    if one == other:
        return True
    if len(one) < _SHORTEST_ALIKE:
        return False
    if other.startswith(one):
        return True
    if len(one) * 100 < _ALIKE * len(other) - 1000 or one[:1] != other[:1]:
        return False
    from rapidfuzz import fuzz

    # Digits are what this program is about: "Kim sends 5,000" and "Kim sends 6,000" are two titles.
    return _digits(one) == _digits(other) and fuzz.ratio(one, other) >= _ALIKE


def _digits(key: str) -> str:
    return "".join(c for c in key if c.isdigit())
