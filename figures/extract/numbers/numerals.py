"""Numbers in a text: digits, words and mixtures, as numerals with exact values and offsets."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from figures.extract.numbers import words
from figures.extract.numbers.marks import Marks, marks_of
from figures.extract.numbers.parts import Token
from figures.extract.numbers.tokens import number_tokens
from figures.model import Number
from seeds.patterns import Later

#: Larger values are refused: no figure in the news is larger, and floating point no longer tells neighbours apart.
LARGEST = 10**18
#: A word number has at most this many parts ("nine hundred and ninety-nine trillion ...").
_LONGEST = 24
#: Its parts stand no further apart than this: " and a ".
_WIDEST_GAP = 7

NumeralKind = Literal["cardinal", "fraction", "ordinal", "identifier"]

#: Verbs that a share may be the subject of: "nearly half were children", "a third died".
_VERBS = "are|were|was|is|have|had|has|say|said|live|lived|died|survived|voted|remain|remained|fled"


class Numeral:
    """A number at view[start:end], before units and bounds.

    `scale` is the multiplier in `value` (1 where none is written), `digits` tells whether it begins with digits,
    `vague` that the value is the least a plural such as "dozens" says. A fraction's value is its percentage.
    """

    __slots__ = ("digits", "end", "kind", "scale", "start", "vague", "value")

    def __init__(
        self,
        start: int,
        end: int,
        value: Number,
        kind: NumeralKind = "cardinal",
        scale: int = 1,
        digits: bool = False,
        vague: bool = False,
    ) -> None:
        self.start, self.end = start, end
        self.value, self.scale = value, scale
        self.kind = kind
        self.digits, self.vague = digits, vague


def exact(value: Number) -> Number:
    """Give an integral Decimal as int, and anything else to at most six places."""
    if isinstance(value, int):
        return value
    if value == value.to_integral_value():
        return int(value)
    return round(value, 6).normalize() or value.normalize()


def numerals(
    view: str, start: int, end: int, masked: Sequence[tuple[int, int]] = (), marks: Marks | None = None
) -> list[Numeral]:
    """Give the numerals of view[start:end] in order, passing over the masked spans (dates), which are in order.

    `marks` are those of the stretch where they are known.
    """
    marks = marks_of(view).within(start, end) if marks is None else marks
    tokens = number_tokens(view, start, end, masked, marks)
    found: list[Numeral] = []
    index = 0
    while index < len(tokens):
        numeral, index = _read(view, tokens, index, start, end)
        if numeral is not None and -LARGEST <= numeral.value <= LARGEST:
            if not isinstance(numeral.value, int):
                numeral.value = exact(numeral.value)
            found.append(numeral)
    return found


def _read(view: str, tokens: list[Token], index: int, floor: int, limit: int) -> tuple[Numeral | None, int]:
    token = tokens[index]
    match token.kind:
        case "digits":
            return _cardinal(view, tokens, index, token.value, token.scale)
        case "nth":
            return Numeral(token.start, token.end, token.value, "ordinal", digits=True), index + 1
        case "name":
            return Numeral(token.start, token.end, token.value, "identifier", digits=True), index + 1
        case "vulgar":
            if _SHARE.match(view, token.end):  # "½ of it"
                return Numeral(token.start, token.end, token.value * 100, "fraction"), index + 1
            return _spelled(view, tokens, index, floor)
        case "small" | "ten":
            return _spelled(view, tokens, index, floor)
        case "scale":
            return _article_scale(view, tokens, index, floor)
        case "vague":
            return _vague(view, tokens, index)
        case "half":
            return _half(view, tokens, index, limit)
        case "single":
            return Numeral(token.start, token.end, 1), index + 1
        case "ordinal" | "part":
            return _ordinal_or_part(view, token, floor), index + 1


def _spelled(view: str, tokens: list[Token], index: int, floor: int) -> tuple[Numeral | None, int]:
    """Read a number that begins with a word or a vulgar fraction, unless it is part of a name or an idiom."""
    token = tokens[index]
    if token.value == 1 and view.startswith("'", token.end):
        return None, index + 1
    if view[token.start - 1 : token.start] == "-" and _TIED.search(view, max(floor, token.start - 4), token.start):
        return None, index + 1
    return _counted(view, tokens, index)


def _counted(view: str, tokens: list[Token], index: int) -> tuple[Numeral | None, int]:
    token = tokens[index]
    if index + 1 < len(tokens):
        after = tokens[index + 1]
        if _makes_ordinal(view, token, after):
            return Numeral(token.start, after.end, token.value + after.value, "ordinal"), index + 2
        part = _fraction(view, token, after)
        if part is not None:
            return part, index + 2
    return _cardinal(view, tokens, index, token.value, token.scale)


def _makes_ordinal(view: str, token: Token, after: Token) -> bool:
    """See whether two words are one ordinal: "twenty-first"."""
    if token.kind != "ten" or after.kind not in {"ordinal", "part"}:
        return False
    return after.value < 10 and not after.plural and view[token.end : after.start] in {"-", " "}


#: A number word tied to the word before it is part of a name or an idiom ("a top-ten list", "all-four").
_TIED = Later(r"(?<![Tt]o)(?<=[a-z])-\Z")


def _fraction(view: str, token: Token, below: Token) -> Numeral | None:
    """Read "two-thirds", "one third", "three quarters of": a count and a denominator."""
    if token.kind != "small" or not 1 <= token.value < 10:
        return None
    gap = view[token.end : below.start]
    if gap not in {" ", "-", "\u00a0"}:
        return None
    name = view[below.start : below.end].lower()
    name = name[:-1] if below.plural else name
    if name not in words.DENOMINATORS or below.plural is (token.value == 1):
        return None
    if _PERIODS.search(view, max(0, token.start - 8), token.start):
        return None
    if gap != "-" and name in {"quarter", "half"} and not _OF_PEOPLE.match(view, below.end):
        return None
    percent = Decimal(100 * int(token.value)) / words.DENOMINATORS[name]
    return Numeral(token.start, below.end, percent, "fraction")


#: "the first three quarters of 2024" are parts of a year.
_PERIODS = Later(r"\b(?:first|last|past|next|final)\s$", re.IGNORECASE)
#: "three quarters of homes", "three quarters are hungry"; without these words quarters are parts of a year.
_OF_PEOPLE = Later(rf"\s(?:of|{_VERBS})\b")


def _cardinal(
    view: str, tokens: list[Token], index: int, value: Number, scale: int, total: Number = 0
) -> tuple[Numeral, int]:
    """Read on from a first value: scales multiply, smaller words add ("three hundred and forty", "36 lakh crore")."""
    first = last = tokens[index]
    current = value * scale
    index += 1
    if index == len(tokens) or tokens[index].start - first.end > _WIDEST_GAP:
        plain = first.kind in {"digits", "vulgar"}
        return Numeral(first.start, first.end, total + current, "cardinal", scale, plain), index
    for token in tokens[index : index + _LONGEST]:
        if token.start - last.end > _WIDEST_GAP:
            break
        gap = view[last.end : token.start]
        joined = gap in {" ", "-", "\u00a0", "  "}
        if token.kind in {"scale", "vague"} and joined and (token.kind == "scale" or token.value >= 100):
            if token.value == words.SCALES["dozen"] and last.kind == "scale":
                break
            if current == 0:
                total *= token.value
            elif token.value <= words.SCALES["hundred"]:
                current *= token.value
            else:
                total, current = total + current * token.value, 0
            scale *= int(token.value)
        elif token.kind in {"small", "ten"} and first.kind not in {"digits", "vulgar"} and _adds(last, token, gap):
            current += token.value
        elif token.kind == "half" and gap in {" and a ", "-and-a-", " and-a-"}:
            current += Decimal("0.5")
        else:
            break
        last = token
        index += 1
    numeral = Numeral(first.start, last.end, total + current, scale=scale, digits=first.kind in {"digits", "vulgar"})
    return numeral, index


def _adds(last: Token, token: Token, gap: str) -> bool:
    if last.kind == "ten" and token.kind == "small":
        return gap in {" ", "-", "\u00a0"} and token.value in range(1, 10)
    return last.kind == "scale" and last.value != words.SCALES["dozen"] and gap in {" ", " and ", "-", "-and-"}


_ARTICLE = Later(r"(?:\b(?:an?|several|a few|a couple of|a couple|half an?|quarter of an?|quarter)[\s-]+)$", re.I)


def _article_scale(view: str, tokens: list[Token], index: int, floor: int) -> tuple[Numeral | None, int]:
    """Read a scale without a count: "a hundred and five", "several thousand", "a dozen"."""
    token = tokens[index]
    before = _ARTICLE.search(view, max(floor, token.start - 14), token.start)
    if before is None or _parted(view, before.group(), token.start):
        if token.value != words.SCALES["dozen"] or view[token.start - 1 : token.start] == "-":
            return None, index + 1
        return Numeral(token.start, token.end, 12, scale=12), index + 1
    numeral, after = _cardinal(view, tokens, index, 1, int(token.value))
    lead = before.group().strip().lower()
    if lead.startswith(("several", "a few", "a couple")):
        numeral.value *= words.VAGUE_LEAST
        numeral.vague = True
    elif lead.startswith("quarter"):
        numeral.value = numeral.value * Decimal("0.25")
    numeral.start = before.start()
    return numeral, after


def _parted(view: str, lead: str, start: int) -> bool:
    """See whether a line end parts the words before the number at `start` from it; where it only wraps, it does not."""
    return "\n" in lead and not (lead.find("\n") == len(lead) - 1 and view[start].islower())


def _vague(view: str, tokens: list[Token], index: int) -> tuple[Numeral | None, int]:
    """Read "dozens", "tens of thousands": at least twice what the words say."""
    first = last = tokens[index]
    value = first.value
    index += 1
    for token in tokens[index : index + 2]:
        if token.kind != "vague" or view[last.end : token.start].lower() not in {" of ", " and "}:
            break
        if view[last.end : token.start] == " and ":  # "hundreds and hundreds" says no more than "hundreds"
            value = max(value, token.value)
        else:
            value *= token.value
        last = token
        index += 1
    alone = last is first
    if alone and first.value in {words.VAGUE["tens"], words.VAGUE["scores"]} and not view.startswith(" of ", last.end):
        return None, index
    return Numeral(first.start, last.end, value * words.VAGUE_LEAST, scale=int(value), vague=True), index


_SHARE = Later(rf"\s+(?:(?:of|the|their|its|his|her|our|all|that|those)\b(?! an? )|(?:{_VERBS})\b)", re.I)
_HALF_NAMES = Later(r"\b(?:first|second|other|better|last|latter|opening|this|each|the)[\s-]$", re.I)


def _half(view: str, tokens: list[Token], index: int, limit: int) -> tuple[Numeral | None, int]:
    """Read "half a million", "half a dozen", "half an hour" and "half of": the last is a percentage."""
    token = tokens[index]
    if index + 1 < len(tokens):
        scale = tokens[index + 1]
        if scale.kind == "scale" and view[token.end : scale.start].lower() in {" a ", "-a-", " ", "-"}:
            value = Decimal(int(scale.value)) / 2
            return Numeral(token.start, scale.end, value, scale=int(scale.value)), index + 2
    if view.startswith((" an ", " a "), token.end, limit):
        article = token.end + (3 if view.startswith(" an ", token.end) else 2)
        return Numeral(token.start, article, Decimal("0.5")), index + 1
    if _HALF_NAMES.search(view, max(0, token.start - 9), token.start):
        return None, index + 1
    if not _SHARE.match(view, token.end) and not (
        _CLOSES.match(view, token.end) and _BOUNDED.search(view, max(0, token.start - 16), token.start)
    ):
        return None, index + 1
    return Numeral(token.start, token.end, 50, "fraction"), index + 1


#: "Prices fell by more than half.", "barely half in May"
_CLOSES = Later(r"\s?(?:[.,;:!?)\]\"]|\Z)|\s(?:in|at|from|since|on|by|last|this|over|after|within|as|and|but)\b", re.I)
_BOUNDED = Later(r"\b(?:by|about|nearly|almost|around|roughly|over|than|under|below|just|least|barely|to)\s$", re.I)
_BY_A = Later(
    r"\b(?:by|about|nearly|almost|around|roughly|over|than|up|down|only|just|least|some|barely|merely)\s+(?:an?|one)\s$",
    re.I,
)
_A = Later(r"\b(?:an?|one)[\s-]$", re.I)


#: "a fifth of homes", "a fifth lower"; "a quarter of a million" is another number.
_PART_SHARE = Later(
    r"\s(?:of\b(?!\san?\s)|(?:more|less|fewer|lower|higher|smaller|larger|bigger|cheaper|dearer|below|above)\b)"
    rf"|\s(?:{_VERBS})\b"
)


def _ordinal_or_part(view: str, token: Token, floor: int) -> Numeral | None:
    name = view[token.start : token.end].lower()
    singular = name[:-1] if token.plural else name
    if singular in words.DENOMINATORS and not token.plural:
        article = _A.search(view, max(floor, token.start - 4), token.start)
        if article and (
            _PART_SHARE.match(view, token.end) or _BY_A.search(view, max(floor, token.start - 16), token.start)
        ):
            return Numeral(article.start(), token.end, Decimal(100) / words.DENOMINATORS[singular], "fraction")
    if token.kind == "ordinal":
        return Numeral(token.start, token.end, token.value, "ordinal")
    return None
