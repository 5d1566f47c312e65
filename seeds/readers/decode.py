"""Bytes to text: UTF-8 and what announces itself by a byte order mark; anything else is guessed, with a warning."""

import codecs

#: Beginnings of files that are no text, whatever their bytes look like.
_MAGIC = (b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"SQLite format 3\0", b"\x7fELF")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: Control bytes that no text holds; tab, line ends, form feed and those of terminal escapes are not among them.
_CONTROL = bytes(set(range(32)) - {7, 8, 9, 10, 11, 12, 13, 27})
#: A file is binary where more than this share of its bytes is NUL, or any such control byte.
_MOST_NUL, _MOST_CONTROL = 0.01, 0.05
#: Text in Windows-1252 has at most this share of letters beyond ASCII.
_MOST_ACCENTED = 0.3
_PUNCTUATION = frozenset("€‚„…‘’“”•–—™«»°·±²³½¼¾§¶£¥¢©®¿¡´¨ \u00ad×ªº")

REPLACED = "not UTF-8: bytes that could not be read are shown as \N{REPLACEMENT CHARACTER}; save it as UTF-8 to be sure"
GUESSED = "not UTF-8: read as Windows-1252; save it as UTF-8 to be sure"


def is_binary(data: bytes) -> bool:
    """Tell whether bytes are no text: known by how they begin, or by the control bytes among them."""
    if data.startswith(_MAGIC):
        return True
    if data.startswith(tuple(mark for mark, _ in _MARKS)):
        return False
    nul, control = data.count(0), len(data) - len(data.translate(None, _CONTROL))
    return nul > len(data) * _MOST_NUL or control > len(data) * _MOST_CONTROL


def decoded(data: bytes) -> tuple[str, str | None]:
    """Decode bytes, and say in one line what had to be guessed; None where nothing had to be. Never fails.

    A byte order mark is taken off.
    """
    mark, encoding = next((known for known in _MARKS if data.startswith(known[0])), (b"", "utf-8"))
    data = data[len(mark) :]
    try:
        return data.decode(encoding), None
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
    if encoding == "utf-8" and not _damaged_utf8(text):
        guess = _windows_1252(data)
        if guess is not None:
            return guess, GUESSED
    return text, REPLACED


def _damaged_utf8(text: str) -> bool:
    """Tell whether more of the characters beyond ASCII were read than lost."""
    lost = text.count("\N{REPLACEMENT CHARACTER}")
    return len(text) - len(text.encode("ascii", "ignore")) > 2 * lost


def _windows_1252(data: bytes) -> str | None:
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    high = [c for c in text if c > "\x7f"]
    plausible = sum(c.isalpha() or c in _PUNCTUATION for c in high)
    return text if len(high) <= len(text) * _MOST_ACCENTED and plausible >= len(high) * 0.8 else None
