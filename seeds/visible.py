"""Foreign text made safe to look at: what would act on a terminal, or hide, becomes one visible cell."""

import re
from functools import cache

NEWLINE = "␤"
BIDI = "⇄"
HIDDEN = "‸"
LOST = "\N{REPLACEMENT CHARACTER}"

#: Code point ranges, both ends included, with the sign shown for each character of them. C0 has signs of its own.
_RANGES: tuple[tuple[int, int, str], ...] = (
    (0x7F, 0x7F, "␡"),
    (0x80, 0x9F, "␦"),  # C1: one byte of it opens an escape sequence on some terminals
    (0xAD, 0xAD, HIDDEN),  # soft hyphen
    (0x034F, 0x034F, HIDDEN),  # combining grapheme joiner
    (0x061C, 0x061C, BIDI),
    (0x115F, 0x1160, HIDDEN),  # Hangul fillers
    (0x17B4, 0x17B5, HIDDEN),  # Khmer inherent vowels
    (0x180B, 0x180F, HIDDEN),  # Mongolian selectors
    (0x200B, 0x200D, HIDDEN),  # zero-width space, non-joiner, joiner
    (0x200E, 0x200F, BIDI),
    (0x2028, 0x2029, NEWLINE),  # line and paragraph separators
    (0x202A, 0x202E, BIDI),
    (0x2060, 0x2065, HIDDEN),
    (0x2066, 0x2069, BIDI),
    (0x206A, 0x206F, HIDDEN),
    (0x3164, 0x3164, HIDDEN),  # Hangul filler
    (0xD800, 0xDFFF, LOST),  # lone surrogates: no encoding has them
    (0xFE00, 0xFE0F, HIDDEN),  # variation selectors: they change how many cells a character takes
    (0xFEFF, 0xFEFF, HIDDEN),
    (0xFFA0, 0xFFA0, HIDDEN),
    (0xFFF9, 0xFFFB, HIDDEN),  # interlinear annotation
    (0x1BCA0, 0x1BCA3, HIDDEN),  # shorthand formatting
    (0x1D173, 0x1D17A, HIDDEN),  # musical formatting
    (0xE0000, 0xE0FFF, HIDDEN),  # tags and supplementary variation selectors
)


def visible(text: str, *, newlines: bool = False) -> str:
    """Show control, bidi, zero-width and unpaired characters as one visible cell each; the length stays the same.

    `newlines` keeps line feeds as they are; every other control character is always replaced, tabs too.
    """
    if text.isascii() and text.isprintable():
        return text
    # Looking takes a fifth of the time of translating, and most texts that are not ASCII have nothing to show.
    return text.translate(_table(newlines)) if _shown(newlines).search(text) else text


@cache
def _shown(newlines: bool) -> re.Pattern[str]:
    """Give the pattern of all that has a sign: ranges, since a class of single characters is read one by one."""
    controls = "\\x00-\\x09\\x0b-\\x1f" if newlines else "\\x00-\\x1f"
    others = "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last, _ in _RANGES)
    return re.compile(f"[{controls}{others}]")


@cache
def _table(newlines: bool) -> dict[int, str]:
    table = {code: chr(0x2400 + code) for code in range(0x20)}
    for first, last, sign in _RANGES:
        table.update(dict.fromkeys(range(first, last + 1), sign))
    if newlines:
        del table[0x0A]
    return table
