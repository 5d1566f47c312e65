"""The parts of which numbers are made: digits and number words, in the order of the text."""

from collections.abc import Iterator, Sequence
from operator import attrgetter

from figures.extract.numbers import words
from figures.extract.numbers.digits import digit_numbers
from figures.extract.numbers.marks import Marks, Span, vocabulary
from figures.extract.numbers.parts import Token

_START = attrgetter("start")


def number_tokens(view: str, start: int, end: int, masked: Sequence[Span], marks: Marks) -> list[Token]:
    """Give the parts of view[start:end], whose marks are given, in order, without those that touch a masked span."""
    found: list[Token] = []
    known = vocabulary()
    for first, last, word in marks.words:
        if last <= end:
            kind, value = known[word]
            found.append(Token(first, last, kind, value, 1, word.endswith(b"s")))
    if marks.digits:
        for low, high in _between(masked, start, end) if masked else ((start, end),):
            digit_numbers(found, view, low, high, marks.digits)  # "June 15 200 men": the date takes its digits only
    for first, last in marks.vulgar:
        found.append(Token(first, last, "vulgar", words.VULGAR[view[first]]))
    if len(found) > 1:
        found.sort(key=_START)
    return _unmasked(found, masked)


def _between(masked: Sequence[Span], start: int, end: int) -> Iterator[Span]:
    for low, high in masked:
        if low > start:
            yield start, low
        start = max(start, high)
    if start < end:
        yield start, end


def _unmasked(tokens: list[Token], masked: Sequence[Span]) -> list[Token]:
    kept: list[Token] = []
    position, last = 0, -1
    for token in tokens:
        while position < len(masked) and masked[position][1] <= token.start:
            position += 1
        if position < len(masked) and masked[position][0] < token.end:
            continue
        if token.start >= last:  # "1½" is one token of digits, its half another that it covers
            last = token.end
            kept.append(token)
    return kept
