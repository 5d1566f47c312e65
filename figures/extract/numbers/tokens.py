"""The parts of which numbers are made: digits and number words, found in one pass each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from figures.extract.numbers import words
from figures.extract.numbers.digits import Digits, digit_numbers
from figures.model import Number
from seeds.patterns import Later

TokenKind = Literal["digits", "small", "ten", "scale", "vague", "half", "part", "ordinal", "single"]


@dataclass(slots=True)
class Token:
    """A part of a number at view[start:end]; `digits` holds what was read where it is written in digits."""

    start: int
    end: int
    kind: TokenKind
    value: Number
    plural: bool = False
    digits: Digits | None = None


@cache
def _vocabulary() -> dict[str, tuple[TokenKind, int]]:
    table: dict[str, tuple[TokenKind, int]] = {}
    for word, value in words.ORDINALS.items():
        table[word] = ("ordinal", value)
    for word, value in words.DENOMINATORS.items():
        table.setdefault(word, ("part", value))
        table[word + "s"] = ("part", value)
    table["half"] = ("half", 2)
    for word, value in (words.UNITS | words.TEENS).items():
        table[word] = ("small", value)
    for word, value in words.TENS.items():
        table[word] = ("ten", value)
    for word, value in words.SCALES.items():
        table[word] = ("scale", value)
    for word, value in words.VAGUE.items():
        table[word] = ("vague", value)
    for word, value in words.SINGLE.items():
        table[word] = ("single", value)
    return table


@cache
def _word_pattern() -> re.Pattern[str]:
    # Grouped by first letter, so that most words of a text fail on their first character.
    initials: dict[str, list[str]] = {}
    for word in sorted(_vocabulary(), key=len, reverse=True):
        initials.setdefault(word[0], []).append(word[1:])
    branches = (f"{first}(?:{'|'.join(rest)})" for first, rest in sorted(initials.items()))
    return re.compile(rf"\b(?:{'|'.join(branches)})(?![a-z_])")


_VULGAR = Later(f"[{''.join(words.VULGAR)}]")


_DIGIT = Later(r"\d")


def may_hold_numbers(view: str, start: int, end: int) -> bool:
    """Tell whether view[start:end] has a digit or a number word at all: most headlines and teasers have none."""
    return bool(
        _DIGIT.search(view, start, end)
        or _word_pattern().search(view[start:end].lower())
        or (not view.isascii() and _VULGAR.search(view, start, end))
    )


def number_tokens(view: str, start: int, end: int, masked: Sequence[tuple[int, int]]) -> list[Token]:
    """Give the parts of view[start:end] in order, without those that touch a masked span."""
    found: list[Token] = []
    vocabulary = _vocabulary()
    # A search without regard to case is three times as slow as one in the lower-cased text.
    for match in _word_pattern().finditer(view[start:end].lower()):
        kind, value = vocabulary[match.group()]
        found.append(Token(start + match.start(), start + match.end(), kind, value, match.group().endswith("s")))
    for low, high in _between(masked, start, end):  # "June 15 200 men": the date takes its own digits only
        for number in digit_numbers(view, low, high):
            found.append(Token(number.start, number.end, "digits", number.value, False, number))
    if not view.isascii():
        for match in _VULGAR.finditer(view, start, end):
            found.append(Token(match.start(), match.end(), "digits", words.VULGAR[match.group()]))
    found.sort(key=lambda token: token.start)
    return list(_unmasked(found, masked))


def _between(masked: Sequence[tuple[int, int]], start: int, end: int) -> Iterator[tuple[int, int]]:
    for low, high in masked:
        if low > start:
            yield start, low
        start = max(start, high)
    if start < end:
        yield start, end


def _unmasked(tokens: list[Token], masked: Sequence[tuple[int, int]]) -> Iterator[Token]:
    position, last = 0, -1
    for token in tokens:
        while position < len(masked) and masked[position][1] <= token.start:
            position += 1
        if position < len(masked) and masked[position][0] < token.end:
            continue
        if token.start >= last:  # "1½" is one token of digits, its half another that it covers
            last = token.end
            yield token
