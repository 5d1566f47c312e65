"""A text as it is compared with its other versions: typography folded away, with the way back to the text."""

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter

from figures.extract.view import INVISIBLE

_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d"
_LONG_DASHES = "\u2014\u2015"
#: What a number begins with; before it a dash may be its sign, or stand between the ends of a range.
_NUMBER = re.compile(r"[.,]?\d|[$\u00a3\u00a5\u20ac]\s?\d")
# Spaces and dashes as one run, so that a long one is looked at once.
_SPECIAL = re.compile(
    rf"(?P<space>[\s{re.escape(_DASHES)}{''.join(sorted(INVISIBLE))}]+)"
    "|(?P<single>['`\u2018\u2019\u201a\u201b\u2032\u02bc\uff07])"
    '|(?P<double>["\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\uff02])'
    "|(?P<dots>\u2026)"
    r"|(?P<digit>(?![0-9])\d)"
)
_END = re.compile(r"[.!?]+[\"')\]]*(?= )|\n")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; `offsets` are those of its characters in the text, code points.

    Runs of spaces are one space or line feed, dashes are hyphens without spaces, quotation marks that do not follow
    a digit and characters that cannot be seen are gone. Letters and digits are all there, in their order. Before a
    number what a dash may mean stays: " -5" is no "- 5" and no "day-5", and "10 \u2014 12" is not "10-12".
    """

    text: str
    offsets: Sequence[int]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Give where text[start:end] stands in the folded text."""
        return bisect_left(self.offsets, start), bisect_left(self.offsets, end)

    def back(self, start: int, end: int) -> tuple[int, int]:
        """Give where folded[start:end], at least one character, stands in the text."""
        return self.offsets[start], self.offsets[end - 1] + 1


def fold(text: str) -> Folded:
    """Fold a text; linear in its length."""
    pieces: list[str] = []
    offsets = array("q")
    done = 0
    for found in _SPECIAL.finditer(text):
        start = found.start()
        pieces.append(text[done:start])
        offsets.extend(range(done, start))
        done = found.end()
        for sign, offset in _signs(found, text):
            pieces.append(sign)
            offsets.append(offset)
    pieces.append(text[done:])
    offsets.extend(range(done, len(text)))
    return Folded("".join(pieces), offsets)


def segments(folded: Folded) -> list[tuple[int, int]]:
    """Give the spans of the folded text's pieces, about its sentences and lines, in order, none of them empty.

    They need not be sentences for a grammarian, only the same ones in every version; so a full stop and a space
    always end one.
    """
    found: list[tuple[int, int]] = []
    begin = 0
    for match in (*_END.finditer(folded.text), None):
        end = len(folded.text) if match is None else match.end()
        piece = folded.text[begin:end]
        start = begin + len(piece) - len(piece.lstrip())
        stop = begin + len(piece.rstrip())
        if start < stop:
            found.append((start, stop))
        begin = end
    return found


def segment_at(spans: Sequence[tuple[int, int]], place: int) -> int:
    """Give the index of the segment that holds this place of the folded text; -1 if there is none."""
    index = bisect_right(spans, place, key=lambda span: span[0]) - 1
    return index if index >= 0 and place < spans[index][1] else -1


def _signs(found: re.Match[str], text: str) -> list[tuple[str, int]]:
    """Give what stands for a special run, a character at a time, each with its offset in the text."""
    start, run = found.start(), found.group()
    match found.lastgroup:
        case "space":
            return _space(run, start, text)
        case "dots":
            return [(".", start)] * 3
        case "digit":
            return [(str(unicodedata.decimal(run)), start)]
        case quote:
            # Behind a number they are feet and inches; elsewhere ‘one’ is as good as “the other”.
            sign = "'" if quote == "single" else '"'
            return [(sign, start)] if text[start - 1 : start].isdecimal() else []


def _space(run: str, start: int, text: str) -> list[tuple[str, int]]:
    signs: dict[str, int] = {}
    space = -1
    for place, character in enumerate(run, start):
        if character == "\n":
            signs.setdefault("\n", place)
        elif character in _DASHES:
            signs.setdefault("-", place)
        elif space < 0 and character.isspace():
            space = place
    if "-" in signs and _NUMBER.match(text, start + len(run)):
        return _dash_before_number(run, start, text)
    if signs:
        return list(signs.items())
    return [(" ", space)] if space >= 0 else []


def _dash_before_number(run: str, start: int, text: str) -> list[tuple[str, int]]:
    """Give what stands for spaces and dashes before a number: minus, the middle of a range, a pause, a hyphen."""
    seen = [(sign, place) for place, sign in enumerate(run, start) if sign.isspace() or sign in _DASHES]
    (first, begin), (last, end) = seen[0], seen[-1]
    dash = next(place for sign, place in seen if sign in _DASHES)
    begins_line = [("\n", place) for sign, place in seen if sign == "\n"][:1]
    if last in _DASHES:
        # A sign behind a space, as in "fell to -5", "10 -12"; none behind a letter or a digit: "day-5", "10-12".
        before = begins_line or ([(" ", begin)] if first not in _DASHES else [])
        return sorted([*before, ("-", end)], key=itemgetter(1))
    if text[start - 1 : start].isdecimal() and not begins_line:
        spaced_and_long = first not in _DASHES and text[dash] in _LONG_DASHES
        return [("\u2014" if spaced_and_long else "-", dash)]
    return sorted([*begins_line, ("-", dash), (" ", end)], key=itemgetter(1))
