"""The view of a text that the stages of the extractor read: folded to plain signs, with a way back to the text.

Zero-width characters and soft hyphens are taken out; curly quotes, exotic spaces, the non-breaking hyphen and
Unicode digits become their plain forms, one character for one. Dashes and the minus sign stay themselves.
"""

import re
from bisect import bisect_right
from functools import cache
from typing import NamedTuple

from seeds.patterns import Later

#: What a reader does not see: soft hyphen, zero-width space and joiners, byte order mark, bidirectional controls.
INVISIBLE = frozenset(
    chr(code)
    for first, last in (
        (0xAD, 0xAD), (0x180E, 0x180E), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x2064), (0x2066, 0x2069),
        (0xFEFF, 0xFEFF),
    )
    for code in range(first, last + 1)
)  # fmt: skip
_HIDDEN = Later(f"[{''.join(sorted(INVISIBLE))}]+")

_QUOTES = {"'": "‘’‚‛′ʼ＇", '"': "“”„‟″«»＂"}
#: Up to so many different signs are folded one after the other.
_FEW = 16
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
#: The capital dotted I is the one letter whose lower case is longer: folded, it keeps lower-cased views in step. The
#: long s of old prints is one to patterns that ignore case, and none to tables of words.
_SIGNS = {
    "İ": "I",
    "ſ": "s",
    "\u2010": "-",
    "\u2011": "-",
    "％": "%",
    "＄": "$",
    "￡": "£",
    "￥": "¥",
    "，": ",",
    "．": ".",
    "\t": " ",
}

#: The zero of every decimal digit block of Unicode 15 (general category Nd) outside ASCII.
_ZEROS = "٠۰߀०০੦૦୦௦౦೦൦෦๐໐༠၀႐០᠐᥆᧐᪀᪐᭐᮰᱀᱐꘠꣐꤀꧐꧰꩐꯰０𐒠𐴰𑁦𑃰𑄶𑇐𑋰𑑐𑓐𑙐𑛀𑜰𑣠𑥐𑱐𑵐𑶠𑽐𖩠𖫀𖭐𝟎𝟘𝟢𝟬𝟶𞅀𞋰𞓰𞥐🯰"


_PLAIN = {
    **{sign: plain for plain, signs in _QUOTES.items() for sign in signs},
    **dict.fromkeys(_SPACES, "\u00a0"),
    **_SIGNS,
}


def _plain(sign: str) -> str | None:
    """Give the plain form of a sign, None where it is plain itself."""
    known = _PLAIN.get(sign)
    if known is None:
        digit = ord(sign) - ord(_ZEROS[bisect_right(_ZEROS, sign) - 1])
        known = str(digit) if 0 <= digit < 10 else None
    return known


@cache
def _folded() -> re.Pattern[str]:
    # Replacing only what changes is many times faster than str.translate, which looks up every character.
    ranges = "".join(f"{zero}-{chr(ord(zero) + 9)}" for zero in _ZEROS)
    return re.compile(f"[{''.join(_QUOTES.values())}{_SPACES}{''.join(_SIGNS)}{ranges}]")


#: The bytes of UTF-8 that are ASCII signs: without them, what is left are the other signs.
_ASCII = bytes(range(128))


def beyond_ascii(text: str) -> str:
    """Give the signs of a text that are not ASCII; its bytes tell them seven times faster than set(text)."""
    return text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass")


class View(NamedTuple):
    """A folded text; `runs` maps back: pairs of (offset in the view, offset in the text), empty where they agree."""

    text: str
    view_starts: tuple[int, ...] = ()
    text_starts: tuple[int, ...] = ()

    def to_text(self, start: int, end: int) -> tuple[int, int]:
        """Give the span in the text of a non-empty span of the view."""
        if not self.view_starts:
            return start, end
        first = bisect_right(self.view_starts, start) - 1
        last = bisect_right(self.view_starts, end - 1) - 1
        return (
            start - self.view_starts[first] + self.text_starts[first],
            end - self.view_starts[last] + self.text_starts[last],
        )

    def from_text(self, offset: int) -> int:
        """Give the offset in the view of an offset in the text; inside a hidden run, that of what follows it."""
        if not self.view_starts:
            return min(offset, len(self.text))
        run = bisect_right(self.text_starts, offset) - 1
        if run < 0:
            return 0
        limit = self.view_starts[run + 1] if run + 1 < len(self.view_starts) else len(self.text)
        return min(self.view_starts[run] + offset - self.text_starts[run], limit)


def view_of(text: str) -> View:
    """Fold a text; linear in its length."""
    if text.isascii():
        return View(text.replace("\t", " "))
    others = set(beyond_ascii(text))
    plains = {sign: plain for sign in others if (plain := _plain(sign)) is not None}
    folded = text.replace("\t", " ")
    if len(plains) > _FEW:
        folded = _folded().sub(lambda match: plains[match.group()], folded)
    else:  # a replacement each is far cheaper than a call for each place
        for sign, plain in plains.items():
            folded = folded.replace(sign, plain)
    if others.isdisjoint(INVISIBLE):
        return View(folded)
    pieces: list[str] = []
    view_starts: list[int] = []
    text_starts: list[int] = []
    position = length = 0
    for hidden in _HIDDEN.finditer(folded):
        if hidden.start() > position:
            pieces.append(folded[position : hidden.start()])
            view_starts.append(length)
            text_starts.append(position)
            length += hidden.start() - position
        position = hidden.end()
    if position < len(folded):
        pieces.append(folded[position:])
        view_starts.append(length)
        text_starts.append(position)
    return View("".join(pieces), tuple(view_starts), tuple(text_starts))
