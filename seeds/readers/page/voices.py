"""Whose words a paragraph is, where a page prints that beside it: the readers' names and days of comments."""

from __future__ import annotations

from collections.abc import Sequence

from seeds.dates import LONGEST, clock_of, iso_date, opens_with_day
from seeds.patterns import Later
from seeds.readers.page.blocks import Block
from seeds.readers.page.words import HEADINGS
from seeds.words import AGO_WORDS, DATE_LINE_WORDS, HOURS_OF, MONTHS, SINCE_WORDS

#: A reader's name has at most so many words and characters.
_NAME_WORDS, _LONGEST_NAME = 4, 40
#: So many short lines beside a paragraph are looked at.
_LINES = 2
_OPENING_QUOTES = "\"'“‘«„"
_STOPS = (".", "!", "?", ":")
_INITIAL = Later(r"(?:^|\s)[^\W\d_]{1,2}\.$")
_WORD = Later(r"[^\W\d_]+")
_NO_NAMES = DATE_LINE_WORDS | MONTHS.keys() | HOURS_OF.keys() | {*AGO_WORDS, *SINCE_WORDS, "days", "weeks", "an", "a"}


class Voices:
    """For each paragraph the name of a reader that its line begins with, None for none, and whether it is `dated`.

    Dated is one with a name and a day: on its own line, on the short lines above it, or on that below it. A name alone
    stands right before the words, with nothing but its own element to part them.
    """

    def __init__(self, blocks: Sequence[Block], weights: Sequence[int]) -> None:
        self.names: list[str | None] = []
        self.dated: list[bool] = []
        for number, (block, weight) in enumerate(zip(blocks, weights, strict=True)):
            name = _name_before(block) if weight else None
            self.names.append(name)
            self.dated.append(bool(weight) and (_dated_line(block) or _dated_beside(blocks, weights, number)))


def _lead(block: Block) -> str:
    """Give the words in an element of their own that a paragraph begins with, where they can be a name."""
    lead = block.lead
    fits = 0 < len(lead) <= _LONGEST_NAME and lead.count(" ") < _NAME_WORDS and any(map(str.isalpha, lead))
    stopped = lead[-1:] in _STOPS and not _INITIAL.search(lead)
    return lead if fits and not stopped and len(lead) < len(block.text) else ""


def _name_before(block: Block) -> str | None:
    lead = _lead(block)
    rest = block.text[len(lead) :].lstrip()
    return lead.casefold() if lead and (rest[:1].isupper() or rest[:1] in _OPENING_QUOTES) else None


def _dated_line(block: Block) -> bool:
    lead = _lead(block)
    return bool(lead) and (bool(block.day) or opens_with_day(block.text[len(lead) :]))


def _dated_beside(blocks: Sequence[Block], weights: Sequence[int], number: int) -> bool:
    above: list[str] = []
    for place in range(number - 1, max(-1, number - 1 - _LINES), -1):
        if weights[place] or blocks[place].tag in HEADINGS or len(blocks[place].text) > LONGEST:
            break
        above += blocks[place].text.split("\n")
    below = blocks[number + 1] if number + 1 < len(blocks) and not weights[number + 1] else None
    return _signs(above) or (below is not None and below.text[:1] in "-–—" and _signs([below.text]))


def _signs(lines: Sequence[str]) -> bool:
    """Tell whether short lines hold a day and a name."""
    day = any(len(line) <= LONGEST and (iso_date(line) or clock_of(line)) for line in lines)
    return day and any(word.lower() not in _NO_NAMES for line in lines for word in _WORD.findall(line))
