"""A text as units: its lines, with hard-wrapped paragraphs joined, each told what kind of line it is by itself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from seeds import words
from seeds.dates import Clock, clock_of

UnitKind = Literal[
    "prose",
    "short",
    "heading",
    "clock",
    "byline",
    "image",
    "caption",
    "related",
    "pointer",
    "furniture",
    "comments",
    "footer",
    "rule",
]

#: Longer lines are prose, whatever they end with.
LONGEST_TITLE = 180
_LONGEST_CAPTION = 800
_LONGEST_CLOCK_WORDS = 16
_WIDEST_WRAP, _NARROWEST_WRAP = 120, 40

_LEAD = re.compile(r"[#>*_•·‣◦▪\-–\s]*")
_BULLET = re.compile(r"(?:[*•·‣◦▪\-–]|\d{1,2}[.)])\s")
_HEADING = re.compile(r"#{1,6}\s+\S")
_STOP = re.compile(r"([.!?…。！？।؟])[\"'”’»)\]*_]*$")
_ABBREVIATION = re.compile(r"\b(?:[A-Z]\.[A-Z]|Inc|Corp|Ltd|Co|Jr|Sr)\.$|\.\.\.$|…$")
_IMAGE = re.compile(
    r"(?:(?:image|img|photo)\s?:\s?)?\S{1,200}\.(?:jpe?g|png|gif|webp|svg|avif|bmp|tiff?)(?:\?\S*)?$", re.I
)
_MARKDOWN_IMAGE = re.compile(r"!\[[^\]]{0,300}\]\([^)]{0,300}\)$")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$", re.I)
_HASHTAGS = re.compile(r"(?:#\w+[\s,]*)+$")
_COOKIE_WORDS = ("accept", "consent", "privacy", "policy", "agree", "settings", "experience")
_COUNT = re.compile(
    r"[\d.,]+(?:\s?[kKmM](?![A-Za-z]))?\+?[\s-]*([A-Za-z]+)(?:\s([A-Za-z]+))?$|([A-Za-z]+)\s?\(?\d{1,6}\)?$"
)
_BYLINE = re.compile(
    r"(?:By|BY|Written by|Words by|Story by|Oleh|Von|Par|Por)\s"
    r"(?:(?:[^\W\da-z_][^\s\d@]*|and|for|of|the|in|at|with|de|van|von|bin|al|&|\||/|-|–|—|\S+@\S+)(?:\s|$)){1,12}$"
)
_CREDITS = re.compile(
    r"\(?(?:Additional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|[Tt]ranslated) by [A-Z]|\S+@\S+\.\w+$"
)
_CAPTION_START = re.compile(
    r"[\[(]?(?:file\s?)?(?:photos?|image|picture|photograph|caption|graphic|infographic|foto|file)\s?(?:[:|]|\s[-–—]\s)"
    r"|[\[(]?(?:photos?|image|picture|photograph|graphic)\s(?:by|courtesy|credit)\b"
    r"|(?:in\s)?(?:this|these)\s(?:\w+\s){0,3}(?:pictures?|photos?|photographs?|images?|handout|screengrab|grab|footage)"
    r"(?:,|\s(?:was\s|were\s)?(?:taken|released|provided|made|obtained|dated|distributed|issued|from)\b)",
    re.I,
)
_CREDIT_WORDS = ("photo", "image", "picture", "credit", "foto")
_CAPTION_END = re.compile(
    r"\b(?:photos?|image|picture|credit|photograph|foto)(?:\s(?:by|courtesy(?:\sof)?|credit))?\s?[:/]\s?[^.:]{2,60}$"
    r"|[(\[](?:\w+\s){0,2}(?:photo|image|picture|foto)\b[^()\[\]]{0,60}[)\]]\.?$"
    rf"|(?:[/|]|\bvia)\s?(?:{'|'.join(words.AGENCIES)})[)\]]?$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Unit:
    """One line or joined paragraph, text[start:end] without the white space around it.

    `plain` is its text without bullets and Markdown marks (of a long one the beginning); `stop` is how it ends: "."
    for a sentence, "?" for a question or call, "," for what is to be continued, "" for none. `split` is where the
    other story's title starts on a pointer line ("Read also: ..."). `gap` tells that a blank line stands before it,
    `sure` that a "related" line can hardly be a subhead.
    """

    start: int
    end: int
    kind: UnitKind
    plain: str = ""
    stop: str = ""
    words: int = 1
    gap: bool = False
    bullet: bool = False
    clock: Clock | None = None
    split: int = 0
    sure: bool = True


def units_of(text: str, start: int, end: int, title: str | None) -> list[Unit]:
    """Cut text[start:end] into units in order; a line equal to `title` is a title whatever it ends with."""
    wanted = key_of(title) if title else ""
    lines = (line for block in _blocks(text, start, end) for line in _joined(text, block))
    return [_unit(text, first, last, gap, wanted) for first, last, gap in lines]


def _blocks(text: str, start: int, end: int) -> Iterator[list[tuple[int, int]]]:
    block: list[tuple[int, int]] = []
    at = start
    for line in text[start:end].split("\n"):
        stripped = line.strip()
        if stripped:
            first = at + len(line) - len(line.lstrip())
            block.append((first, first + len(stripped)))
        elif block:
            yield block
            block = []
        at += len(line) + 1
    if block:
        yield block


def _joined(text: str, block: list[tuple[int, int]]) -> Iterator[tuple[int, int, bool]]:
    """Join the lines of a hard-wrapped paragraph: each is so long that the next line's first word did not fit."""
    width = max(last - first for first, last in block)
    if len(block) == 1 or not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        yield from ((first, last, number == 0) for number, (first, last) in enumerate(block))
        return
    run = 0
    for number, (first, last) in enumerate(block):
        if number + 1 < len(block):
            following = text[block[number + 1][0] : block[number + 1][1]]
            space = following.find(" ")
            word = space if space > 0 else len(following)
            if last - first + 1 + word > width and text[first:last] != following:
                continue
        yield from _paragraph(text, block, run, number)
        run = number + 1


def _paragraph(text: str, block: list[tuple[int, int]], run: int, number: int) -> Iterator[tuple[int, int, bool]]:
    lines = block[run : number + 1]
    stops = [bool(_STOP.search(text[max(first, last - 8) : last])) for first, last in lines] if len(lines) > 1 else []
    # Lines of about one length that end as sentences are paragraphs of their own, not one that was wrapped.
    if len(lines) > 1 and sum(stops[:-1]) * 2 < len(lines) - 1 + (len(lines) > 3) and (stops[-1] or len(lines) > 2):
        yield lines[0][0], lines[-1][1], run == 0
    else:
        for place, (first, last) in enumerate(lines, run):
            yield first, last, place == 0


def key_of(text: str) -> str:
    """Fold a title for comparing: lower case, letters and digits only, one space between words."""
    letters = (c if c.isalnum() else "" if c in "'’‘" else " " for c in text[:LONGEST_TITLE])
    return " ".join("".join(letters).casefold().split())


def _unit(text: str, start: int, end: int, gap: bool, wanted: str) -> Unit:
    if end - start <= 2:
        raw = text[start:end]
        return Unit(start, end, "short" if raw[0].isalnum() or raw[-1].isalnum() else "rule", raw, gap=gap)
    raw = text[start : min(end, start + _LONGEST_CAPTION)]
    lead = _LEAD.match(raw)
    plain = raw[lead.end() if lead else 0 :].rstrip(" *_#")
    if not (plain[:1].isalnum() or any(map(str.isalnum, plain))) and end - start <= _LONGEST_CAPTION:
        return Unit(start, end, "rule", plain, gap=gap)
    tail = text[max(start, end - 160) : end]
    if end - start > LONGEST_TITLE:
        return Unit(start, end, _long_kind(raw, plain, tail, end - start), plain[:LONGEST_TITLE], ".", 99, gap)
    count = plain.count(" ") + 1
    bullet = bool(_BULLET.match(raw))
    clock = clock_of(plain) if count <= _LONGEST_CLOCK_WORDS else None
    stop = _stop(plain)
    kind, split, sure = _kind(raw, plain, stop, count, clock)
    if wanted and kind in ("prose", "short", "furniture", "related") and key_of(plain) == wanted:
        kind, stop = "short", ""
    return Unit(start, end, kind, plain, stop, count, gap, bullet, clock, start + split, sure)


def _stop(plain: str) -> str:
    found = _STOP.search(plain[-8:])
    if found:
        ends = found[1] in "?!？！؟"
        return "?" if ends else "" if len(plain) <= 110 and _ABBREVIATION.search(plain[-8:]) else "."
    return "," if plain[-1:] in ",:;-–—" else ""


def _sentence_kind(raw: str, plain: str, lowered: str) -> UnitKind:
    if _starts("furniture").match(lowered) or _of_cookies(plain):
        return "furniture"
    if _is_caption(raw, plain, plain):
        return "caption"
    return "byline" if _CREDITS.match(plain) else "prose"


def _is_caption(raw: str, plain: str, tail: str) -> bool:
    if _CAPTION_START.match(plain) or (raw[0] == "!" and _MARKDOWN_IMAGE.match(raw)):
        return True
    lowered = tail.lower()
    credited = any(word in lowered for word in _CREDIT_WORDS) or lowered.rstrip(")]").endswith(words.AGENCIES)
    return credited and bool(_CAPTION_END.search(tail))


def _long_kind(raw: str, plain: str, tail: str, length: int) -> UnitKind:
    if length <= _LONGEST_CAPTION and _is_caption(raw, plain, tail):
        return "caption"
    if length <= 400 and _of_cookies(raw):
        return "furniture"
    return "byline" if length <= 300 and _CREDITS.match(raw) else "prose"


def _kind(raw: str, plain: str, stop: str, count: int, clock: Clock | None) -> tuple[UnitKind, int, bool]:
    """Name the kind of a line of at most LONGEST_TITLE characters, where a pointer's title starts, and if surely so."""
    if clock:
        return "clock", 0, True
    lowered = plain.lower().replace("’", "'")
    if stop == "." and count > _LONGEST_CLOCK_WORDS:
        return _sentence_kind(raw, plain, lowered), 0, True
    folded = lowered.rstrip(" :.…!»›→>")
    if folded in words.FOOTER_LINES or _starts("footer").match(lowered):
        return ("comments" if folded in words.COMMENT_LINES else "footer"), 0, True
    related = folded in words.RELATED_LINES
    if folded in words.FURNITURE_LINES and not (related and lowered.endswith(":")):
        return "furniture", 0, True
    if related:
        return "related", 0, True
    pointer = _starts("pointer").match(lowered)
    if pointer and plain[pointer.end() :].count(" ") >= 2 and len(lowered) == len(plain):
        return "pointer", raw.index(plain) + pointer.end(), True
    if stop != "." and count <= 6 and _starts("more").match(lowered):
        return "related", 0, False
    if _starts("furniture").match(lowered) or _is_furniture(plain):
        return "furniture", 0, True
    if _IMAGE.match(plain):
        return "image", 0, True
    if _is_caption(raw, plain, plain):
        return "caption", 0, True
    if _BYLINE.match(plain) or _CREDITS.match(plain):
        return "byline", 0, True
    if _HEADING.match(raw):
        return "heading", 0, True
    return "prose" if stop in (".", "?") or count > 25 else "short", 0, True


def _of_cookies(line: str) -> bool:
    return "ookie" in line and any(word in line.lower() for word in _COOKIE_WORDS)


def _is_furniture(plain: str) -> bool:
    if _ADDRESS.match(plain) or _HASHTAGS.match(plain) or _of_cookies(plain):
        return True
    if plain[-1] == "|" or plain.count(" | ") > 2 or max(plain.count(f" {sign} ") for sign in ">»›/") > 1:
        return True
    count = _COUNT.match(plain) if len(plain) <= 30 else None
    return bool(count) and all(word.lower() in words.COUNTED for word in count.groups() if word) if count else False


@cache
def _starts(which: Literal["footer", "furniture", "pointer", "more"]) -> re.Pattern[str]:
    if which == "more":
        return re.compile(r"(?:more|latest|most read|popular|trending|top stories)\s(?:from|in|on|by|about)\b")
    starts = {
        "footer": words.FOOTER_STARTS,
        "furniture": words.FURNITURE_STARTS,
        "pointer": tuple(sorted(words.RELATED_STARTS, key=len, reverse=True)),
    }[which]
    either = "|".join(map(re.escape, starts))
    ending = r"\s?(?:[:|»]|\s[-–—>])\s*" if which == "pointer" else r"(?!\w)"
    return re.compile(rf"(?:{either}){ending}")
