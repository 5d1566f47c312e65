"""Numbers that begin with a digit: thousands marks of all kinds, decimals, signs, glued letters."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from figures.extract.numbers.parts import Token
from figures.extract.numbers.words import SHORT_SCALES, VULGAR
from figures.extract.units.after_number import glued_letter_is_unit
from figures.model import Number
from seeds.patterns import Later

#: A run of more digits than this is an identifier, whatever stands around it.
_LONGEST = 24

#: How a number goes on behind its first digits, by the sign that joins more of them; without one it is an integer.
#: Every repeat is bounded, so that the cost stays linear on any text.
_FORMS = {
    ",": Later(
        r"(?P<indian>\d{1,2}(?:,\d{2}){1,6},\d{3}(?![\d,]))(?P<a>\.\d+)?"
        r"|(?P<comma>\d{1,3}(?:,\d{3}){1,6})(?![\d])(?P<b>\.\d+)?"
        r"|(?P<commadecimal>\d{1,3},\d{1,2})(?![\d,])"
    ),
    ".": Later(r"(?P<dots>\d{1,3}(?:\.\d{3}){2,6})(?![\d.])(?P<d>,\d+)?|(?P<decimal>\d{1,24}\.\d{1,24})"),
    " ": Later(
        r"(?P<plain>[1-9]\d{0,2}(?:[ ]\d{3}){1,6})(?=[ ][a-z])"
        r"|(?P<mixed>\d{1,3}[ ])(?P<over>\d{1,3})[/⁄](?P<under>\d{1,3})(?![\d/])"
    ),
    "-": Later(r"(?P<mixed>\d{1,3}-)(?P<over>\d{1,3})[/⁄](?P<under>\d{1,3})(?![\d/])"),
    **dict.fromkeys("\u00a0'", Later(r"(?P<space>\d{1,3}(?:[\u00a0']\d{3}){1,6})(?![\d])(?P<c>[.,]\d+)?")),
    **dict.fromkeys("/⁄", Later(r"(?P<over>\d{1,3})[/⁄](?P<under>\d{1,3})(?![\d/])")),
}
_POWER = Later(r"\s?[x×]\s?10(?:\^|\*\*)?([-−]?\d{1,2})(?!\d)")
_LETTERS = Later(r"[A-Za-z]+")
_SPACED_SCALE = Later(r"[^\S\n](bn|mn|mln|bln|tn|trn|tln)\b", re.IGNORECASE)
_MONEY_SCALE = Later(r"[^\S\n]?(bn|mn|mln|mil|mm|bln|tn|trn|tln|cr|[kmbt])\b", re.IGNORECASE)
_SCALE_INITIALS = frozenset("bcmktBCMKT")
_MONEY_BEFORE = Later(r"(?:[$€£¥₹₩₽₺₪₫₴₦฿₱]|\$[A-Z]{2}|(?<![\w-])(?:RM|Rs\.?|Rp|R|[A-Z]{3}))\s?$")
_ORDINAL = {"st", "nd", "rd", "th"}
#: A length in brackets behind "37m", or a word of extent, settles that it is metres.
_IN_FEET = Later(r"[^().,;]{0,24}\(\d[\d.,]*\s?(?:ft|feet|foot|yards?|yd)\b")
_MINUS = Later(r"\bminus[\s-]$", re.IGNORECASE)
_DOTTED_GROUPS = Later(r"\d\.\d{3}\.\d{3}(?!\d)")
_COMMA_DECIMAL = Later(r"(?<![\d,.])\d{1,3},\d{1,2}(?![\d,])")
_POINT_DECIMAL = Later(r"(?<![\d,.])\d{1,12}\.\d{1,2}(?![\d.])")
_TOKEN = Later(r"\S{1,160}")
_WORD_REST = Later(r"[\w.,/-]{0,64}")
_TOKEN_BREAK = " \n\u00a0\t"
_FILE_OR_LINK = Later(r"://|^www\.|@|\.(?:jpe?g|png|gif|webp|svg|pdf|html?|php|aspx?|mp[34]|com|org|net)\b", re.I)
#: Words that a hyphen ties to a number without making it a name ("sub-500", "minus-1.4", "0-to-60").
_TIES = {
    "sub",
    "minus",
    "to",
    "than",
    "and",
    "of",
    "a",
    "some",
    "or",
    "under",
    "over",
    "plus",
    "near",
    "now",
    "then",
    "post",
    "pre",
}
#: What ties digits to more in a version, an address or a telephone number.
_CHAINING = frozenset("-.:/")
_BLANKS = frozenset(" \n\u00a0")
#: A number between a blank and one of these, or one of these and a blank, is no part of a name.
_PLAIN_ENDS = frozenset(["", " ", "\n", "\u00a0", "%"])
_CLOSING = frozenset(",.;:)!?\"'")
#: Nor is one behind one of these that a blank stands before: "$5", "(5".
_OPENING = frozenset("$€£(\"'")
_NUMBER_SIGNS = frozenset(".#№§")
_NUMBERED = Later(r"(?:\b[Nn]os?\.\s?|#|№\s?|§\s?)$")
#: A hyphenated or dotted chain of digits: a version, an address, a telephone number.
_CHAIN = Later(r"\d{1,24}(?:\.\d{1,24}){2,24}|\d{1,24}(?:\.\d{1,24})?(?:[-:/][$€£]?\d{1,24}(?:\.\d{1,24})?){2,24}-?")
_PHONE = Later(r"\+\d{1,3}[\s-]?\(?\d{1,4}\)?(?:[\s-]\d{2,4}){1,4}|\b\d{3}-\d{4}\b|\(\d{3}\)\s?\d{3}-\d{4}")


def digit_numbers(found: list[Token], view: str, start: int, end: int, runs: Sequence[tuple[int, int]]) -> None:
    """Add the numbers in digits of view[start:end] in order, chains of digits and what is part of a name as names.

    `runs` are the runs of digits there, in order; others before and behind do no harm.
    """
    position = start
    first = bisect_left(runs, (start,))
    if first and runs[first - 1][1] > start:
        first -= 1
    for at in range(first, len(runs)):
        low, high = runs[at]
        if low >= end:
            break
        if high > end:
            high = end
        if position < low:
            position = low
        while position < high:
            number = _number(view, position, high, start, end)
            found.append(number)
            position = number.end if number.end > position else position + 1


@lru_cache(maxsize=1)
def _has_point_decimals(view: str) -> bool:
    return _POINT_DECIMAL.search(view) is not None


@lru_cache(maxsize=1)
def _dots_are_thousands(view: str) -> bool:
    """Decide by the document what "6.000" means: thousands where dots group elsewhere or commas mark decimals."""
    if _DOTTED_GROUPS.search(view):
        return True
    return bool(_COMMA_DECIMAL.search(view)) and not _has_point_decimals(view)


def _number(view: str, start: int, stop: int, floor: int, limit: int) -> Token:
    """Read the number that begins at `start`, in a run of digits up to `stop`."""
    match = None
    if stop + 1 < limit and view[stop] in _FORMS and view[stop + 1].isdigit():
        match = _FORMS[view[stop]].match(view, start, limit)
        if match is not None:
            stop = match.end()
    special = _identifier(view, start, stop, floor, limit, match is not None and match.lastgroup == "under")
    if special is not None:
        return special
    value = _value(match) if match is not None else _integer(view[start:stop])
    if value is None:
        return Token(start, stop, "name", 0)
    begin = start
    if (
        begin > floor
        and view[begin - 1] == "."
        and match is None
        and not (begin - 1 > floor and view[begin - 2].isalnum())
    ):
        begin, value = begin - 1, Decimal(f"0.{view[start:stop]}")
    if stop >= limit:
        sign = _sign(view, begin, floor)
        return Token(sign, stop, "digits", -value if sign < begin else value)
    following = view[stop]
    if following in VULGAR:
        value, stop = value + VULGAR[following], stop + 1
        following = view[stop : stop + 1]
    if following in _POWER_SIGNS or (following.isspace() and view[stop + 1 : stop + 2] in _POWER_SIGNS):
        power = _POWER.match(view, stop, limit)
        if power is not None:
            exponent = int(power.group(1).replace("−", "-"))
            if abs(exponent) <= 18:
                return Token(begin, power.end(), "digits", value * Decimal(10) ** exponent)
    sign = _sign(view, begin, floor)
    if sign < begin:
        begin, value = sign, -value
    return _with_letters(view, Token(begin, stop, "digits", value), floor, limit)


_POWER_SIGNS = frozenset("x×")


def _integer(digits: str) -> Number | None:
    return int(digits) if len(digits) <= _LONGEST else None


def _value(match: re.Match[str]) -> Number | None:
    """Give the value of a number with joints, as matched; None where a slash makes no fraction ("24/7")."""
    last, text = match.lastgroup, match.group()
    if last == "decimal":
        whole, _, decimals = text.partition(".")
        if len(decimals) == 3 and len(whole) <= 3 and whole != "0":
            doubtful = decimals == "000" and not _has_point_decimals(match.string)
            if doubtful or _dots_are_thousands(match.string):
                return int(whole + decimals)
        return Decimal(text)
    if last == "commadecimal":
        return Decimal(text.replace(",", "."))
    if last == "under":
        over, under = int(match["over"]), int(match["under"])
        if not 0 < over < under <= 100:
            return None
        return Decimal(over) / under + int((match.groupdict().get("mixed") or "0 ")[:-1])
    if last in {"a", "b", "c", "d"}:
        decimals = match[last]
        return Decimal(f"{_digits_of(text[: -len(decimals)])}.{decimals[1:]}")
    return int(_digits_of(text))


def _digits_of(text: str) -> str:
    plain = text.replace(",", "")
    return plain if plain.isdigit() else "".join(filter(str.isdigit, text))


def _identifier(view: str, start: int, stop: int, floor: int, limit: int, slashed: bool) -> Token | None:
    """See whether the number is part of a name, a link, a version or a telephone number."""
    before, after = view[start - 1] if start > floor else " ", view[stop : stop + 1]
    alone = before in _BLANKS
    if alone and after in _PLAIN_ENDS:  # as most are
        return Token(start, stop, "name", 0) if _is_numbered(view, start, floor) else None
    beyond = view[stop + 1 : stop + 2]
    if after == "," and beyond.isdigit():  # "1,2345" groups nothing
        return Token(start, _word_end(view, stop, limit), "name", 0)
    if after in _CHAINING and (slashed or beyond in "$€£" or beyond.isdigit()):
        for pattern in (_PHONE, _CHAIN):
            chain = pattern.match(view, start, limit)
            if chain is not None and chain.end() > stop:
                return Token(start, chain.end(), "name", 0)
    ends = not after or after in _BLANKS or (after in _CLOSING and (not beyond or beyond in _BLANKS))
    if alone and (ends or after == ","):
        return Token(start, stop, "name", 0) if _is_numbered(view, start, floor) else None
    if before == "+":
        chain = _PHONE.match(view, start - 1, limit)
        if chain is not None:
            return Token(start - 1, chain.end(), "name", 0)
    if _named(view, start, floor) or stop - start > _LONGEST:
        return Token(start, _word_end(view, stop, limit), "name", 0)
    if ends and before in _OPENING and view[start - 2 : start - 1] in _BLANKS:
        return None
    left = max(floor, start - 64)
    left = max([view.rfind(sign, left, start) for sign in _TOKEN_BREAK]) + 1 or left
    token = _TOKEN.match(view, left, limit)
    if token is not None and token.end() >= stop and _FILE_OR_LINK.search(token.group()):
        return Token(start, token.end(), "name", 0)
    return None


def _word_end(view: str, stop: int, limit: int) -> int:
    rest = _WORD_REST.match(view, stop, limit)
    end = rest.end() if rest else stop
    while end > stop and view[end - 1] in ".,/-":
        end -= 1
    return end


def _named(view: str, start: int, floor: int) -> bool:
    if start <= floor:
        return False
    before = view[start - 1]
    if before.isalpha() or before == "_":
        return _MONEY_BEFORE.search(view, max(floor, start - 4), start) is None
    if before in "-–" and start - 1 > floor and view[start - 2].isalpha():
        begin = start - 2
        while begin > max(floor, start - 24) and view[begin - 1].isalpha():
            begin -= 1
        return view[begin : start - 1].lower() not in _TIES
    if before == "." and start - 1 > floor and view[start - 2].isupper():  # a model's name: "ID.3"
        return True
    return _is_numbered(view, start, floor)


def _is_numbered(view: str, start: int, floor: int) -> bool:
    """See whether "No.", "#" or the like stands before the number."""
    low = start - 6 if start - 6 > floor else floor
    return view[low:start].rstrip()[-1:] in _NUMBER_SIGNS and _NUMBERED.search(view, low, start) is not None


def _sign(view: str, start: int, floor: int) -> int:
    """Give where a negative number begins: at its minus sign, or at the number where it has none."""
    before = view[start - 1 : start] if start > floor else ""
    if before in {"-", "−"}:
        outer = view[start - 2 : start - 1] if start - 1 > floor else " "
        if outer in " \n(\u00a0[/$€£":
            return start - 1
    if view[start - 2 : start - 1] not in {"s", "S"}:
        return start
    spoken = _MINUS.search(view, max(floor, start - 6), start)
    return spoken.start() if spoken else start


def _with_letters(view: str, number: Token, floor: int, limit: int) -> Token:
    """Take in what is glued to the digits: ordinal endings, scale letters; any other letters make it a name."""
    end = number.end
    sign = view[end] if end < limit else ""
    spaced = sign.isspace() and sign != "\n"
    following = view[end + 1 : end + 5] if spaced else view[end : end + 4]
    if following[:1] in _SCALE_INITIALS and not (len(following) == 4 and following.isalpha()):  # they are shorter
        scale = _MONEY_SCALE.match(view, end, limit)
        if scale is None or not _MONEY_BEFORE.search(view, max(floor, number.start - 4), number.start):
            scale = _SPACED_SCALE.match(view, end, limit) if spaced else None
        if scale is not None:
            return Token(number.start, scale.end(), "digits", number.value, SHORT_SCALES[scale.group(1).lower()])
    letters = _LETTERS.match(view, end, min(limit, end + 24)) if sign.isalpha() else None
    if letters is None:
        return number
    glued = letters.group()
    lower = glued.lower()
    if lower in _ORDINAL:
        return Token(number.start, letters.end(), "nth", number.value)
    after = view[letters.end() : letters.end() + 1]
    if lower in SHORT_SCALES and not (after and after in "0123456789²³") and _scales(view, glued, end, limit):
        return Token(number.start, letters.end(), "digits", number.value, SHORT_SCALES[lower])
    return number


def _scales(view: str, glued: str, end: int, limit: int) -> bool:
    if glued in {"m", "M"}:
        return not _IN_FEET.match(view, end + 1, limit) and not glued_letter_is_unit(view, end, limit)
    return glued not in {"t", "T", "b", "mm", "cr", "MM"}
