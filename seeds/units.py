"""A text as units: its lines, with hard-wrapped paragraphs joined, each told what kind of line it is by itself."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from seeds import words
from seeds.captions import is_caption, is_image
from seeds.dates import Clock, clock_of
from seeds.patterns import Later

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

_BULLETS = "*•·‣◦▪-–"
#: What stands before the words of a line, beside white space.
_MARKS = _BULLETS + "#>_"
_STOPS, _AFTER_STOP = ".!?…。！？।؟", "\"'”’»)]*_"
_ABBREVIATION = Later(r"\b(?:[A-Z]\.[A-Z]|Inc|Corp|Ltd|Co|Jr|Sr)\.$")
_ADDRESS = Later(r"(?:https?://|www\.)\S+$", re.I)
_MORE = ("more", "latest", "most read", "popular", "trending", "top stories")
_MORE_FROM = Later(rf"(?:{'|'.join(_MORE)})\s(?:from|in|on|by|about)\b")
_POINTER_SIGN = Later(r"\s?(?:[:|»]|\s[-–—>])\s*")
_COOKIE_WORDS = ("accept", "consent", "privacy", "policy", "agree", "settings", "experience")
_COUNT = Later(r"[\d.,]+(?:\s?[kKmM](?![A-Za-z]))?\+?[\s-]*([A-Za-z]+)(?:\s([A-Za-z]+))?$|([A-Za-z]+)\s?\(?\d{1,6}\)?$")
_BY = ("By", "BY", "Written by", "Words by", "Story by", "Oleh", "Von", "Par", "Por")
_BYLINE = Later(
    rf"(?:{'|'.join(_BY)})\s"
    r"(?:(?:[^\W\da-z_][^\s\d@]*|and|for|of|the|in|at|with|de|van|von|bin|al|&|\||/|-|–|—|\S+@\S+)(?:\s|$)){1,12}$"
)
_CREDITS = Later(
    r"\(?(?:Additional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|[Tt]ranslated) by [A-Z]|\S+@\S+\.\w+$"
)


class Unit(NamedTuple):
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
    if len(block) == 1:
        yield *block[0], True
        return
    width = max(last - first for first, last in block)
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
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
    stops = [bool(_stop_sign(text[max(first, last - 8) : last])) for first, last in lines] if len(lines) > 1 else []
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
    plain = _without_lead(raw).rstrip(" *_#")
    if not (plain[:1].isalnum() or any(map(str.isalnum, plain))) and end - start <= _LONGEST_CAPTION:
        return Unit(start, end, "rule", plain, gap=gap)
    tail = text[max(start, end - 160) : end]
    if end - start > LONGEST_TITLE:
        return Unit(start, end, _long_kind(raw, plain, tail, end - start), plain[:LONGEST_TITLE], ".", 99, gap)
    count = plain.count(" ") + 1
    bullet = _is_bullet(raw)
    clock = clock_of(plain) if count <= _LONGEST_CLOCK_WORDS else None
    stop = _stop(plain)
    kind, split, sure = _kind(raw, plain, stop, count, clock)
    if wanted and kind in ("prose", "short", "furniture", "related") and key_of(plain) == wanted:
        kind, stop = "short", ""
    return Unit(start, end, kind, plain, stop, count, gap, bullet, clock, start + split, sure)


def _without_lead(raw: str) -> str:
    """Take bullets, Markdown marks and the white space between them off the beginning of a line."""
    plain = raw.lstrip(_MARKS)
    while plain[:1].isspace():
        plain = plain.lstrip().lstrip(_MARKS)
    return plain


def _is_bullet(raw: str) -> bool:
    """Tell whether a line begins as one of a list: a bullet or "12." and white space."""
    if raw[0] in _BULLETS:
        return raw[1].isspace()
    if not raw[0].isdecimal():
        return False
    number = 2 if raw[1].isdecimal() else 1
    return raw[number] in ".)" and raw[number + 1 : number + 2].isspace()


def _stop_sign(text: str) -> str:
    """Give the sign that ends a sentence at the end of a text, quotes and brackets after it apart; "" for none."""
    last = text.removesuffix("\n").rstrip(_AFTER_STOP)[-1:]
    return last if last and last in _STOPS else ""


def _stop(plain: str) -> str:
    sign = _stop_sign(plain[-8:])
    if sign:
        ends = sign in "?!？！؟"
        return "?" if ends else "" if len(plain) <= 110 and _is_cut(plain[-8:]) else "."
    return "," if plain[-1:] in ",:;-–—" else ""


def _is_cut(end: str) -> bool:
    """Tell whether a line ends in dots or an abbreviation, which need not end a sentence."""
    end = end.removesuffix("\n")
    # "U.S.", "Inc.": the pattern is compiled for these only.
    short = end[-3:-2] == "." or end.endswith(("nc.", "rp.", "td.", "Co.", "r."))
    return end.endswith(("...", "…")) or (short and bool(_ABBREVIATION.search(end)))


def _sentence_kind(raw: str, plain: str, lowered: str) -> UnitKind:
    if _starts_with(lowered, words.FURNITURE_STARTS) or _of_cookies(plain):
        return "furniture"
    if is_caption(raw, plain, plain):
        return "caption"
    return "byline" if _is_credit(plain) else "prose"


def _is_credit(line: str) -> bool:
    return ("@" in line or " by " in line[:40]) and bool(_CREDITS.match(line))


def _long_kind(raw: str, plain: str, tail: str, length: int) -> UnitKind:
    if length <= _LONGEST_CAPTION and is_caption(raw, plain, tail):
        return "caption"
    if length <= 400 and _of_cookies(raw):
        return "furniture"
    return "byline" if length <= 300 and _is_credit(raw) else "prose"


def _kind(raw: str, plain: str, stop: str, count: int, clock: Clock | None) -> tuple[UnitKind, int, bool]:
    """Name the kind of a line of at most LONGEST_TITLE characters, where a pointer's title starts, and if surely so."""
    if clock:
        return "clock", 0, True
    lowered = plain.lower().replace("’", "'")
    if stop == "." and count > _LONGEST_CLOCK_WORDS:
        return _sentence_kind(raw, plain, lowered), 0, True
    folded = lowered.rstrip(" :.…!»›→>")
    if folded in words.FOOTER_LINES or _starts_with(lowered, words.FOOTER_STARTS):
        return ("comments" if folded in words.COMMENT_LINES else "footer"), 0, True
    related = folded in words.RELATED_LINES
    if folded in words.FURNITURE_LINES and not (related and lowered.endswith(":")):
        return "furniture", 0, True
    if related:
        return "related", 0, True
    title = _pointed(lowered)
    if title and plain[title:].count(" ") >= 2 and len(lowered) == len(plain):
        return "pointer", raw.index(plain) + title, True
    if stop != "." and count <= 6 and lowered.startswith(_MORE) and _MORE_FROM.match(lowered):
        return "related", 0, False
    if _starts_with(lowered, words.FURNITURE_STARTS) or _is_furniture(plain):
        return "furniture", 0, True
    if is_image(plain):
        return "image", 0, True
    if is_caption(raw, plain, plain):
        return "caption", 0, True
    if (plain.startswith(_BY) and _BYLINE.match(plain)) or _is_credit(plain):
        return "byline", 0, True
    rest = raw.lstrip("#")
    if 0 < len(raw) - len(rest) < 7 and rest[:1].isspace():
        return "heading", 0, True
    return "prose" if stop in (".", "?") or count > 25 else "short", 0, True


def _of_cookies(line: str) -> bool:
    return "ookie" in line and any(word in line.lower() for word in _COOKIE_WORDS)


def _is_furniture(plain: str) -> bool:
    if (plain[:4].lower() in ("http", "www.") and _ADDRESS.match(plain)) or _of_cookies(plain):
        return True
    if plain[-1] == "|" or plain.count(" | ") > 2 or max(plain.count(f" {sign} ") for sign in ">»›/") > 1:
        return True
    # A number comes first, or last in brackets.
    numbered = plain[0] in ".," or plain[0].isdecimal() or plain.rstrip(")")[-1:].isdecimal()
    count = _COUNT.match(plain) if numbered and len(plain) <= 30 else None
    return all(word.lower() in words.COUNTED for word in count.groups() if word) if count else False


def _starts_with(lowered: str, starts: tuple[str, ...]) -> bool:
    """Tell whether a line begins with one of these as whole words."""
    if not lowered.startswith(starts):
        return False
    following = (lowered[len(start) : len(start) + 1] for start in starts if lowered.startswith(start))
    return any(not (sign.isalnum() or sign == "_") for sign in following)


def _pointed(lowered: str) -> int:
    """Give where the title starts on a line that points to another story ("Read also: ..."); 0 for other lines."""
    if not lowered.startswith(words.RELATED_STARTS):
        return 0
    for start in sorted(words.RELATED_STARTS, key=len, reverse=True):
        found = _POINTER_SIGN.match(lowered, len(start)) if lowered.startswith(start) else None
        if found:
            return found.end()
    return 0
