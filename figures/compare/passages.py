"""The passages of a text, about a sentence each, as keys that small changes of type and spacing leave the same."""

import re
import unicodedata
from hashlib import blake2b
from itertools import pairwise
from typing import NamedTuple

#: Shorter passages, in letters and digits, are said by many independently: they tell nothing of a copy.
SHORTEST = 30
#: A sentence of so many letters and digits (about twelve words) is not written twice by chance.
TELLING = 60

_CUT = re.compile(r"[.!?…][\"')\]]{0,3}\s+|\n\s*")
_WRAPPED_CUT = re.compile(r"[.!?…][\"')\]]{0,3}\s+|\n\s*\n\s*")
_LOWER = bytes(byte | 32 if chr(byte).isascii() and chr(byte).isupper() else byte for byte in range(256))
_NO_LETTERS = bytes(byte for byte in range(128) if not chr(byte).isalnum())
_OTHER_SIGNS = re.compile(r"[\W_]+")
#: What typesetting changes, one sign for one. Most passages are ASCII without it, and those are read ten times faster.
_PLAIN = {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " ", "\u2009": " ", "\u202f": " "}
#: Lines wrapped by hand are no longer than this; so many characters of a text are looked at.
_WIDEST = 100
_SAMPLE = 4000
_MOSTLY = 0.8


class Passage(NamedTuple):
    """A stretch text[start:end] of a text, about a sentence; offsets are code points.

    `key` is that of its letters and digits, `length` how many they are (for other scripts than Latin: of their bytes).
    """

    key: int
    start: int
    end: int
    length: int


def passages(text: str) -> list[Passage]:
    """Give the passages of a text that are long enough to tell a copy, in order; linear in its length.

    Cuts need not be where a reader sees the end of a sentence, only the same in every copy.
    """
    plain = _plain(text)
    found: list[Passage] = []
    begin = 0
    for match in (_WRAPPED_CUT if _is_wrapped(plain) else _CUT).finditer(plain):
        stop, end = match.span()
        if stop - begin >= SHORTEST:
            _append(found, plain, begin, stop)
        begin = end
    _append(found, plain, begin, len(plain))
    return found


def passage_key(text: str, shortest: int = SHORTEST) -> int | None:
    """Give the key of one sentence: 64 bits of its letters and digits; None where it has fewer than `shortest`."""
    folded = _folded(_plain(text))
    return _key(folded) if len(folded) >= shortest else None


def _plain(text: str) -> str:
    if not text.isascii():
        for sign, plain in _PLAIN.items():
            text = text.replace(sign, plain)
    return text


def _is_wrapped(text: str) -> bool:
    """Tell whether lines end where the next word would not have fitted in, and not where a paragraph ends."""
    lines = text[:_SAMPLE].split("\n")
    if len(text) > _SAMPLE:
        lines.pop()
    width = max(map(len, lines), default=0)
    if width > _WIDEST:
        return False
    ends = [(len(line), after.split(None, 1)[0]) for line, after in pairwise(lines) if line.strip() and after.strip()]
    full = sum(length + 1 + len(word) > width for length, word in ends)
    return full > 1 and full >= _MOSTLY * len(ends)


def _append(found: list[Passage], text: str, start: int, end: int) -> None:
    folded = _folded(text[start:end])
    if len(folded) >= SHORTEST:
        found.append(Passage(_key(folded), start, end, len(folded)))


def _folded(text: str) -> bytes:
    if text.isascii():
        return text.encode("ascii").translate(_LOWER, _NO_LETTERS)
    letters = _OTHER_SIGNS.sub("", unicodedata.normalize("NFKD", text).casefold())
    return letters.encode("utf-8", "replace")


def _key(folded: bytes) -> int:
    return int.from_bytes(blake2b(folded, digest_size=8).digest(), "little")
