"""Numbers that begin with a digit: thousands marks of all kinds, decimals, signs, glued letters."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from figures.extract.numbers.words import SHORT_SCALES, VULGAR
from figures.extract.units.after_number import glued_letter_is_unit
from figures.model import Number
from seeds.patterns import Later

#: A run of more digits than this is an identifier, whatever stands around it.
_LONGEST = 24

# Every repeat is bounded, so that the cost stays linear on any text.
# The look-ahead lets the search skip to the next digit.
_NUMBER = Later(
    r"""(?=\d)(?:
      (?P<indian>\d{1,2}(?:,\d{2}){1,6},\d{3}(?![\d,]))(?P<a>\.\d+)?
    | (?P<comma>\d{1,3}(?:,\d{3}){1,6})(?![\d])(?P<b>\.\d+)?
    | (?P<space>\d{1,3}(?:[\u00a0']\d{3}){1,6})(?![\d])(?P<c>[.,]\d+)?
    | (?P<plain>[1-9]\d{0,2}(?:[ ]\d{3}){1,6})(?=[ ][a-z])
    | (?P<dots>\d{1,3}(?:\.\d{3}){2,6})(?![\d.])(?P<d>,\d+)?
    | (?P<mixed>\d{1,3}[ -])?(?P<over>\d{1,3})[/⁄](?P<under>\d{1,3})(?![\d/])
    | (?P<decimal>\d{1,24}\.\d{1,24})
    | (?P<commadecimal>\d{1,3},\d{1,2})(?![\d,])
    | (?P<integer>\d+)
    )""",
    re.VERBOSE,
)
_POWER = Later(r"\s?[x×]\s?10(?:\^|\*\*)?([-−]?\d{1,2})(?!\d)")
_LETTERS = Later(r"[A-Za-z]+")
_SPACED_SCALE = Later(r"[^\S\n](bn|mn|mln|bln|tn|trn|tln)\b", re.IGNORECASE)
_MONEY_SCALE = Later(r"[^\S\n]?(bn|mn|mln|mil|mm|bln|tn|trn|tln|cr|[kmbt])\b", re.IGNORECASE)
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
_NUMBERED = Later(r"(?:\b[Nn]os?\.\s?|#|№\s?|§\s?)$")
#: A hyphenated or dotted chain of digits: a version, an address, a telephone number.
_CHAIN = Later(r"\d{1,24}(?:\.\d{1,24}){2,24}|\d{1,24}(?:\.\d{1,24})?(?:[-:/][$€£]?\d{1,24}(?:\.\d{1,24})?){2,24}-?")
_PHONE = Later(r"\+\d{1,3}[\s-]?\(?\d{1,4}\)?(?:[\s-]\d{2,4}){1,4}|\b\d{3}-\d{4}\b|\(\d{3}\)\s?\d{3}-\d{4}")


@dataclass(slots=True)
class Digits:
    """A number in digits at view[start:end], glued scale included; `scale` is not yet multiplied into `value`."""

    start: int
    end: int
    value: Number
    kind: Literal["number", "ordinal", "identifier"] = "number"
    scale: int = 1


def digit_numbers(view: str, start: int, end: int) -> Iterator[Digits]:
    """Give the numbers in digits of view[start:end] in order, names and chains of digits as identifiers."""
    position = start
    search = _NUMBER.search
    while match := search(view, position, end):
        number = _number(view, match, start, end)
        position = max(number.end, match.start() + 1)
        yield number


@lru_cache(maxsize=1)
def _dots_are_thousands(view: str) -> bool:
    """Decide by the document what "6.000" means: thousands where dots group elsewhere or commas mark decimals."""
    if _DOTTED_GROUPS.search(view):
        return True
    return bool(_COMMA_DECIMAL.search(view)) and not _POINT_DECIMAL.search(view)


def _number(view: str, match: re.Match[str], floor: int, limit: int) -> Digits:
    start, stop = match.span()
    special = _identifier(view, start, stop, floor, limit)
    if special is not None:
        return special
    value = _value(match)
    if value is None:
        return Digits(start, stop, 0, "identifier")
    begin = start
    if (
        begin > floor
        and view[begin - 1] == "."
        and match.lastgroup == "integer"
        and not view[floor : begin - 1][-1:].isalnum()
    ):
        begin, value = begin - 1, Decimal(f"0.{match.group()}")
    if stop < limit and view[stop] in VULGAR:
        value, stop = value + VULGAR[view[stop]], stop + 1
    power = _POWER.match(view, stop, limit)
    if power is not None:
        exponent = int(power.group(1).replace("−", "-"))
        if abs(exponent) <= 18:
            return Digits(begin, power.end(), value * Decimal(10) ** exponent)
    sign = _sign(view, begin, floor)
    if sign < begin:
        begin, value = sign, -value
    return _with_letters(view, Digits(begin, stop, value), floor, limit)


def _value(match: re.Match[str]) -> Number | None:
    """Give the value of a number as matched, None where a slash makes no fraction ("24/7")."""
    last, text = match.lastgroup, match.group()
    if last == "integer":
        return int(text) if len(text) <= _LONGEST else None
    if last == "decimal":
        whole, _, decimals = text.partition(".")
        if len(decimals) == 3 and len(whole) <= 3 and whole != "0":
            doubtful = decimals == "000" and not _POINT_DECIMAL.search(match.string)
            if doubtful or _dots_are_thousands(match.string):
                return int(whole + decimals)
        return Decimal(text)
    if last == "commadecimal":
        return Decimal(text.replace(",", "."))
    if last == "under":
        over, under = int(match["over"]), int(match["under"])
        if not 0 < over < under <= 100:
            return None
        return Decimal(over) / under + (int(match["mixed"][:-1]) if match["mixed"] else 0)
    if last in {"a", "b", "c", "d"}:
        decimals = match[last]
        return Decimal(f"{_digits_of(text[: -len(decimals)])}.{decimals[1:]}")
    return int(_digits_of(text))


def _digits_of(text: str) -> str:
    return "".join(sign for sign in text if sign.isdigit())


def _identifier(view: str, start: int, stop: int, floor: int, limit: int) -> Digits | None:
    """See whether the number is part of a name, a link, a version or a telephone number."""
    after = view[stop : stop + 1]
    if after == "," and view[stop + 1 : stop + 2].isdigit():  # "1,2345" groups nothing
        return Digits(start, _word_end(view, stop, limit), 0, "identifier")
    if after and after in "-.:/ ":
        for pattern in (_PHONE, _CHAIN):
            chain = pattern.match(view, start, limit)
            if chain is not None and chain.end() > stop:
                return Digits(start, chain.end(), 0, "identifier")
    before = view[start - 1] if start > floor else " "
    if before in " \n\u00a0" and (not after or after in " \n\u00a0,%"):
        if _NUMBERED.search(view, max(floor, start - 6), start):
            return Digits(start, stop, 0, "identifier")
        return None
    if before == "+":
        chain = _PHONE.match(view, start - 1, limit)
        if chain is not None:
            return Digits(start - 1, chain.end(), 0, "identifier")
    if _named(view, start, floor) or stop - start > _LONGEST:
        return Digits(start, _word_end(view, stop, limit), 0, "identifier")
    left = max(floor, start - 64)
    left = max(view.rfind(sign, left, start) for sign in _TOKEN_BREAK) + 1 or left
    token = _TOKEN.match(view, left, limit)
    if token is not None and token.end() >= stop and _FILE_OR_LINK.search(token.group()):
        return Digits(start, token.end(), 0, "identifier")
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
    return _NUMBERED.search(view, max(floor, start - 6), start) is not None


def _sign(view: str, start: int, floor: int) -> int:
    """Give where a negative number begins: at its minus sign, or at the number where it has none."""
    before = view[start - 1 : start] if start > floor else ""
    if before in {"-", "−"}:
        outer = view[start - 2 : start - 1] if start - 1 > floor else " "
        if outer in " \n(\u00a0[/$€£":
            return start - 1
    spoken = _MINUS.search(view, max(floor, start - 6), start)
    return spoken.start() if spoken else start


def _with_letters(view: str, number: Digits, floor: int, limit: int) -> Digits:
    """Take in what is glued to the digits: ordinal endings, scale letters; any other letters make it a name."""
    end = number.end
    money = _MONEY_BEFORE.search(view, max(floor, number.start - 4), number.start) is not None
    letters = _LETTERS.match(view, end, min(limit, end + 24))
    if money:
        scale = _MONEY_SCALE.match(view, end, limit)
        if scale is not None:
            return Digits(number.start, scale.end(), number.value, scale=SHORT_SCALES[scale.group(1).lower()])
    if letters is None:
        spaced = _SPACED_SCALE.match(view, end, limit)
        if spaced is not None:
            return Digits(number.start, spaced.end(), number.value, scale=SHORT_SCALES[spaced.group(1).lower()])
        return number
    glued = letters.group()
    lower = glued.lower()
    if lower in _ORDINAL:
        return Digits(number.start, letters.end(), number.value, "ordinal")
    after = view[letters.end() : letters.end() + 1]
    if lower in SHORT_SCALES and not (after and after in "0123456789²³") and _scales(view, glued, end, limit):
        return Digits(number.start, letters.end(), number.value, scale=SHORT_SCALES[lower])
    return number


def _scales(view: str, glued: str, end: int, limit: int) -> bool:
    if glued in {"m", "M"}:
        return not _IN_FEET.match(view, end + 1, limit) and not glued_letter_is_unit(view, end, limit)
    return glued not in {"t", "T", "b", "mm", "cr", "MM"}
