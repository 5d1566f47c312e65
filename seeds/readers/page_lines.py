"""The lines of printed pages as paragraphs: hyphens at line ends, running heads, page numbers, columns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from statistics import median

from seeds.document import stored_text
from seeds.readers.compose import Piece

#: So many lines at the top and foot of a page can be its running head and foot.
_DEEP = 3
#: They stand on at least so many pages, and on this share of them (left and right pages may differ).
_FEWEST, _SHARE = 2, 0.3
#: A line shorter than this share of the usual line ends its paragraph, if it ends as a sentence does.
_SHORT, _VERY_SHORT = 0.85, 0.6
_LONGEST_WORD = 60
_STOPS = ".!?…:"
_CLOSERS = "\"'”’»)]"
_PAGE_NUMBER = re.compile(r"(?:page\s)?[-–—|\s]*\d{1,4}[-–—|\s]*(?:(?:of|/)\s*\d{1,4})?$", re.IGNORECASE)
_NUMBERS = re.compile(r"\d+")
_WORD_END = re.compile(r"[^\W\d_]{2,}[-\u00ad\u2010]$")
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BULLET = re.compile(r"(?:[•▪◦‣·*–-]|\d{1,2}[.)]|\(?[a-z]\))\s+\S")


def pieces_of(pages: Sequence[Sequence[str]]) -> list[Piece]:
    """Give the paragraphs of pages, each a list of lines; their running heads and page numbers are boilerplate."""
    tidy = [[" ".join(line.split()) for line in page] for page in pages]
    repeated = _repeated(tidy)
    known = {word.lower() for page in tidy for line in page for word in _WORDS.findall(line)}
    width = _usual_width(tidy)
    found: list[Piece] = []
    held: list[str] = []
    heads: list[str] = []
    for page in tidy:
        top, furniture = True, _furniture(page, repeated)
        for place, line in enumerate(page):
            if place in furniture:
                heads.append(line)
                continue
            # An empty line at the top of a page ends no paragraph.
            if held and (_parts(held[-1], line, width, top) if line else not top):
                found.append(_paragraph(held, known))
                held = []
            if heads and not held:
                found.extend(Piece(stored_text(head), "boilerplate") for head in heads)
                heads = []
            if line:
                held.append(line)
                top = False
    if held:
        found.append(_paragraph(held, known))
    found.extend(Piece(stored_text(head), "boilerplate") for head in heads)
    return [piece for piece in found if piece.text.strip()]


def _furniture(page: Sequence[str], repeated: frozenset[str]) -> set[int]:
    """Give the places of a page's running head and foot."""
    filled = [place for place, line in enumerate(page) if line]
    edge = {*filled[:_DEEP], *filled[-_DEEP:]}
    outer = {*filled[:1], *filled[-1:]}
    return {place for place in edge if _key(page[place]) in repeated} | {
        place for place in outer if _PAGE_NUMBER.match(page[place])
    }


def _repeated(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """Find the lines that stand at the edge of many pages, whatever their numbers."""
    counts: Counter[str] = Counter()
    for page in pages:
        filled = [line for line in page if line]
        counts.update({_key(line) for line in (*filled[:_DEEP], *filled[-_DEEP:])})
    least = max(_FEWEST, _SHARE * len(pages))
    return frozenset(key for key, count in counts.items() if count >= least and key)


def _key(line: str) -> str:
    return _NUMBERS.sub("0", line.casefold())


def _usual_width(pages: Sequence[Sequence[str]]) -> float:
    """Give the usual length of a line that goes on: the median of those that end inside a sentence."""
    inside = [len(line) for page in pages for line in page if line and line.rstrip(_CLOSERS)[-1:] not in _STOPS]
    long = [length for length in inside if length >= 20]
    return median(long) if long else 0.0


def _parts(above: str, below: str, width: float, over_page: bool) -> bool:
    """Tell whether a paragraph ends between two lines."""
    last = above.rstrip(_CLOSERS)[-1:]
    if _BULLET.match(below):
        return True
    if _WORD_END.search(above[-_LONGEST_WORD:]) and below[:1].islower():
        return False
    if last in _STOPS:
        return over_page or len(above) < _SHORT * width
    if below[:1].islower():
        return False
    return len(above) < _VERY_SHORT * width


def _paragraph(lines: list[str], known: set[str]) -> Piece:
    """Join the lines of a paragraph; a word that a line end parts loses its hyphen, unless it has one elsewhere."""
    parts = [lines[0]]
    for line in lines[1:]:
        above = parts[-1]
        if _WORD_END.search(above[-_LONGEST_WORD:]) and line[:1].islower():
            parts[-1] = above if _is_hyphened(above, line, known) else above[:-1]
        elif not (above[-1:] in "-\u2010" and above[-2:-1].isalnum()):
            parts.append(" ")
        parts.append(line)
    return Piece(stored_text("".join(parts)))


def _is_hyphened(above: str, below: str, known: set[str]) -> bool:
    """Tell whether the word that a line end parts has its hyphen elsewhere in the document too."""
    head = _WORDS.findall(above[-_LONGEST_WORD:-1])[-1].lower()
    tail = _WORDS.findall(below[:_LONGEST_WORD])[0].lower()
    return f"{head}-{tail}" in known and head + tail not in known
