"""The mark-up of a page as tokens: tags with the attributes that count, and the text between them.

The standard library's html.parser takes time that grows with the square of the size on pages that never close their
tags (60 kB of "<a " take a minute); here every character is looked at a fixed number of times, whatever the page is.
"""

import html
import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

#: The attributes that are kept.
KEPT = frozenset(
    (
        *("class", "id", "role", "hidden", "style", "href", "rel", "property", "name", "content", "itemprop"),
        *("datetime", "lang", "type", "http-equiv"),
    )
)
#: Elements whose content is text up to their end tag, whatever stands in it.
_RAW = frozenset(("script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes"))
#: Longer values of attributes are cut: what counts here is short, and pages carry pictures in them.
_LONGEST_VALUE = 20_000

_MARK = re.compile(r"<(?=[a-zA-Z/!?])")
_NAME = re.compile(r"[a-zA-Z][^\s/>]*+")
# A quote that is never closed is tried once and never again: behind it there is none.
_ATTRIBUTE = re.compile(
    r"""[\s/]*+(?:(?P<end>>)|(?P<name>[^\s/>][^\s/>=]*+)(?:\s*+=\s*+(?P<value>"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)?)?)"""
)


class Token(NamedTuple):
    """One piece of a page.

    Of a `start` and an `end`, `name` is the tag in lower case; of a `raw` (an element whose content is plain text, a
    script for example) `text` is the content; of a `text`, `text` with character references read.
    """

    kind: Literal["start", "end", "raw", "text"]
    name: str
    text: str = ""
    attributes: dict[str, str] | None = None


def tokens(page: str) -> Iterator[Token]:
    """Give the tokens of a page in order; comments, declarations and what is cut off in a tag are left out."""
    at, size = 0, len(page)
    while at < size:
        mark = _MARK.search(page, at)
        until = mark.start() if mark else size
        if until > at:
            yield Token("text", "", html.unescape(page[at:until]))
        if mark is None:
            return
        at = until
        named = _NAME.match(page, at + 1 + page.startswith("/", at + 1))
        if named is None:
            at = _past(page, at)
            continue
        name = named[0].lower()
        at, attributes = _attributes(page, named.end())
        if at > size:
            return
        if page[named.start() - 1] == "/":
            yield Token("end", name)
        elif name in _RAW:
            end = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(page, at)
            content = page[at : end.start() if end else size]
            yield Token("raw", name, html.unescape(content) if name == "title" else content, attributes)
            at = end.start() if end else size
        else:
            yield Token("start", name, "", attributes)


def _past(page: str, at: int) -> int:
    """Give the place behind a comment, declaration or stray end that starts at `at`; the end where it never ends."""
    if not page.startswith("<!--", at):
        end = page.find(">", at)
        return end + 1 if end >= 0 else len(page)
    if page.startswith(("<!-->", "<!--->"), at):
        return page.index(">", at) + 1
    end = page.find("-->", at + 4)
    return end + 3 if end >= 0 else len(page)


def _attributes(page: str, at: int) -> tuple[int, dict[str, str]]:
    """Read attributes up to the end of a tag; the place behind it lies beyond the page where it has no end."""
    found: dict[str, str] = {}
    while True:
        part = _ATTRIBUTE.match(page, at)
        if part is None:
            return len(page) + 1, found
        at = part.end()
        if part["end"]:
            return at, found
        name = part["name"].lower()
        if name in KEPT and name not in found:
            value = (part["value"] or "")[: _LONGEST_VALUE + 2]
            quoted = value[:1] in ("'", '"')
            found[name] = html.unescape(value[1:-1] if quoted else value)
