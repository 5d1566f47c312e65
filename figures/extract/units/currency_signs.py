"""The currency sign, letters or code before a number."""

from functools import cache

from figures.extract.draft import made
from figures.extract.units.currencies import (
    CODES,
    LETTERS,
    SIGN_PREFIXES,
    SIGN_SUFFIXES,
    SIGNS,
    SINGLE_LETTERS,
    WORD_CODES,
)
from figures.extract.units.model import Unit
from seeds.patterns import Later

#: A number as large or as exact as money: grouped thousands, five digits, a scale, or two decimals.
_AS_MONEY = Later(
    r"\d{1,3}(?:[,. \xa0]\d{3})+(?!\d)|\d{5}|\d{1,4}\.\d\d(?!\d)"
    r"|\d{1,4}(?:\.\d{1,3})?[ \xa0-]?(?:[mb]illion|trillion|bn|mn|m|tn|crores?|lakh|thousand)(?!\w)"
)

#: The longest letters before a number, full stop included.
_LONGEST = 5


@cache
def _letters() -> tuple[dict[str, str], frozenset[str]]:
    """Give what letters mean which code, and the last two signs of each for a quick no."""
    known = {code: code for code in CODES} | LETTERS
    return known, frozenset(letters[-2:] for letters in known)


def currency_before(view: str, pos: int, floor: int) -> Unit | None:
    """Give the currency sign or code that ends where the number at `pos` starts, at most one space away.

    Nothing before `floor` is looked at. The span is that of the sign with its letters ("A$", "US$", "AUD").
    """
    end = pos - 1 if pos > floor and view[pos - 1] in " \xa0" else pos
    if end <= floor:
        return None
    code = SIGNS.get(view[end - 1])
    if code is not None:
        return _with_prefix(view, end, floor, code)
    known, tails = _letters()
    if view[end - 2 if end - 2 > floor else floor : end] in tails:
        found = _spelled(view, end, floor, pos, known)
        if found is not None:
            return found
    if view[end - 1].isupper():
        return _single_or_after_sign(view, end, floor, pos)
    return None


def _start_of_letters(view: str, end: int, floor: int) -> int:
    """Go back over letters and full stops, a few at most."""
    start = end
    lowest = max(floor, end - _LONGEST)
    while start > lowest and (view[start - 1].isalpha() or view[start - 1] == "."):
        start -= 1
    return start


def _stands_alone(view: str, start: int, floor: int) -> bool:
    return start <= floor or not (view[start - 1].isalnum() or view[start - 1] in "._&-'/@#")


def _with_prefix(view: str, end: int, floor: int, code: str) -> Unit:
    """Give the currency of a sign that ends at `end`, with the letters before it that tell which."""
    sign = end - 1
    prefixes = SIGN_PREFIXES.get(view[sign])
    plain = made(Unit, (sign, end, code, "money", 1))
    if prefixes is None or sign <= floor:
        return plain
    spaced = view[sign - 1] in " \xa0"
    stop = sign - 1 if spaced else sign
    start = _start_of_letters(view, stop, floor)
    letters = view[start:stop]
    if not _stands_alone(view, start, floor) or (spaced and letters not in SIGN_SUFFIXES):
        return plain
    if spaced and len(letters) != 2:
        # "a class A $5 share": one letter apart from the sign says nothing.
        return plain
    country = prefixes.get(letters) or (letters if letters in CODES else None)
    return plain if country is None else Unit(start, end, country, "money")


def _spelled(view: str, end: int, floor: int, pos: int, known: dict[str, str]) -> Unit | None:
    """Give the currency of the letters that end at `end`: "Rs.", "AUD", "KSh"."""
    for length in range(min(_LONGEST, end - floor), 1, -1):
        start = end - length
        code = known.get(view[start:end])
        if code is None or not _stands_alone(view, start, floor):
            continue
        if view[start:end] in WORD_CODES and not _AS_MONEY.match(view, pos):
            return None
        return Unit(start, end, code, "money")
    return None


def _single_or_after_sign(view: str, end: int, floor: int, pos: int) -> Unit | None:
    """Read "R1.2bn" and "$US5"."""
    sign = view.rfind("$", max(floor, end - 3), end)
    if sign >= 0:
        code = SIGN_SUFFIXES.get(view[sign + 1 : end])
        return None if code is None else Unit(sign, end, code, "money")
    code = SINGLE_LETTERS.get(view[end - 1])
    if code is None or end != pos or not _stands_alone(view, end - 1, floor) or not _AS_MONEY.match(view, pos):
        return None
    return Unit(end - 1, end, code, "money")
