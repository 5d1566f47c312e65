"""The encoding of a page: what its sender or its own mark-up says, a byte order mark before both, and guessing last."""

import codecs
import re

from seeds.readers import decode

#: Names of encodings as pages give them (WHATWG, "Encoding"), and what reads them; unknown names count for nothing.
_ENCODINGS: dict[str, str] = {
    **dict.fromkeys(("utf-8", "utf8", "unicode-1-1-utf-8"), "utf-8"),
    **dict.fromkeys(("iso-8859-1", "iso8859-1", "latin1", "latin-1", "l1", "ascii", "us-ascii", "x-cp1252"), "cp1252"),
    **{f"iso-8859-{n}": f"iso8859-{n}" for n in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)},
    **{f"windows-{n}": f"cp{n}" for n in range(1250, 1259)},
    **{f"cp{n}": f"cp{n}" for n in range(1250, 1259)},
    "iso-8859-9": "cp1254",
    "windows-874": "cp874",
    **dict.fromkeys(("gbk", "gb2312", "x-gbk", "gb18030"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "x-x-big5"), "big5hkscs"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j"), "cp932"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987", "korean"), "cp949"),
    **{name: name for name in ("koi8-r", "koi8-u", "euc-jp", "iso-2022-jp", "macintosh")},
    **dict.fromkeys(("ibm866", "cp866"), "cp866"),
    "x-mac-cyrillic": "mac-cyrillic",
    **dict.fromkeys(("utf-16", "utf-16le"), "utf-16-le"),
    "utf-16be": "utf-16-be",
}
_BOMS = (codecs.BOM_UTF8, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_META = re.compile(rb"<meta\s[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w:.-]{1,40})", re.IGNORECASE)
_XML = re.compile(rb"<\?xml\s[^>]{0,200}?encoding\s*=\s*[\"']([\w:.-]{1,40})", re.IGNORECASE)
#: A page says its encoding within so many bytes; guessing looks at so many.
_HEAD, _SAMPLE = 16_384, 200_000


def encoding_named(charset: str | None) -> str | None:
    """Give the encoding that a name stands for, as Python calls it; None for none, and for one that is not read."""
    return _ENCODINGS.get(charset.strip(" \"'").lower()) if charset else None


def page_text(data: bytes, charset: str | None = None) -> tuple[str, str | None]:
    """Decode a page, and say in one line what had to be guessed or was lost; None where nothing was. Never fails.

    `charset` is what its sender says (the HTTP header).
    """
    if data.startswith(_BOMS):
        return decode.decoded(data)
    named = encoding_named(charset) or _own_encoding(data)
    for encoding in dict.fromkeys((named or "utf-8", "utf-8")):
        try:
            return data.decode(encoding), None
        except UnicodeDecodeError:
            continue
    if named and named != "utf-8":
        text = data.decode(named, "replace")
        # A few broken bytes are no reason to doubt what the page says of itself.
        if text.count("\N{REPLACEMENT CHARACTER}") * 200 < len(text):
            return text, decode.REPLACED if "\N{REPLACEMENT CHARACTER}" in text else None
    return _guessed(data)


def _own_encoding(data: bytes) -> str | None:
    found = _XML.match(data.lstrip()[:300]) or _META.search(data, 0, _HEAD)
    named = encoding_named(found[1].decode("ascii", "ignore")) if found else None
    # What could be read up to here as single bytes is not UTF-16.
    return "utf-8" if named and named.startswith("utf-16") else named


def _guessed(data: bytes) -> tuple[str, str | None]:
    """Guess with charset-normalizer where it is installed (the extra `web` needs it), else as texts are guessed."""
    text, doubt = decode.decoded(data)
    if doubt is None:
        return text, None
    try:
        from charset_normalizer import from_bytes
    except ImportError:
        return text, doubt
    best = from_bytes(data[:_SAMPLE], enable_fallback=False).best()
    if best is None or best.encoding in ("ascii", "utf_8"):
        return text, doubt
    guess = data.decode(best.encoding, "replace")
    return guess, f"says no encoding: read as {best.encoding.replace('_', '-')}; save it as UTF-8 to be sure"
