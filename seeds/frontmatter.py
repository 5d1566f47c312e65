"""Front matter: the lines between two `---` at the start of a text that say where it comes from."""

from typing import NamedTuple

from seeds.dates import iso_date
from seeds.patterns import Later

#: What front matter may say, by the names it goes by; other keys are left alone.
KEYS = {
    "title": "title",
    "publisher": "publisher",
    "author": "author",
    "url": "url",
    "published": "published",
    "date": "published",
    "language": "language",
    "lang": "language",
    "archived": "archived",
}
_LONGEST_BLOCK = 65_536
_LINE = Later(r"(?P<key>[A-Za-z][\w -]{0,40}?)[ \t]*:(?:[ \t]+(?P<value>\S.*)|[ \t]*)$")
_CONTINUED = Later(r"[ \t]|-[ \t]|#|$")
_NULLS = ("", "null", "~", "none")


class FrontMatter(NamedTuple):
    """What the front matter of a text says; text[:end] is the block, and text[slice(*title_at)] the title's value.

    `published` is an ISO day, `url` and `archived` (a copy's) are http or https addresses; what is neither is None and
    named in `warnings`.
    """

    end: int = 0
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    archived: str | None = None
    title_at: tuple[int, int] | None = None
    warnings: tuple[str, ...] = ()


def front_matter(text: str) -> FrontMatter:
    """Read the front matter of a stored text; without any, everything is None and `end` is 0."""
    lines = _block(text)
    if not lines:
        return FrontMatter()
    values: dict[str, str] = {}
    title_at = None
    at = 0
    for line in lines:
        found = _LINE.match(line)
        name = KEYS.get(found["key"].lower()) if found else None
        if found and name and name not in values:
            value, start, end = _unquoted(found["value"] or "", found.start("value"))
            if value.lower() not in _NULLS:
                values[name] = value
                title_at = (at + start, at + end) if name == "title" else title_at
        at += len(line) + 1
    warnings: list[str] = []
    published = _day(values.get("published"), warnings)
    url, archived = (_address(values.get(name), warnings) for name in ("url", "archived"))
    return FrontMatter(
        min(at, len(text)),
        values.get("title"),
        values.get("publisher"),
        values.get("author"),
        url,
        published,
        values.get("language"),
        archived,
        title_at,
        tuple(warnings),
    )


def _block(text: str) -> list[str]:
    """Give the lines of the block with its two rules; none where the text does not start with one."""
    head = text[:_LONGEST_BLOCK]
    if not head.startswith("---"):
        return []
    lines = head.split("\n")
    if lines[0].rstrip() != "---":
        return []
    keys = 0
    for number, line in enumerate(lines[1:], 1):
        if line.rstrip() in ("---", "..."):
            return lines[: number + 1] if keys else []
        if _LINE.match(line):
            keys += 1
        elif not _CONTINUED.match(line):
            return []
    return []


def _unquoted(value: str, start: int) -> tuple[str, int, int]:
    """Take quotes and white space off a value; give it with its place in the line."""
    value = value.rstrip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        start, value = start + 1, value[1:-1]
    return value.replace('\\"', '"'), start, start + len(value)


def _day(written: str | None, warnings: list[str]) -> str | None:
    day = iso_date(written) if written else None
    if written and not day:
        warnings.append(f'"{_shown(written)}" is not a date that can be read, left out; write it as 2025-06-18')
    return day


def _address(written: str | None, warnings: list[str]) -> str | None:
    if written is None or _is_web(written):
        return written
    warnings.append(f'"{_shown(written)}" is not an http or https address, left out')
    return None


def _is_web(url: str) -> bool:
    from urllib.parse import urlsplit

    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return False
    plain = url.isprintable() and not any(map(str.isspace, url))
    return plain and parts.scheme in ("http", "https") and bool(host)


def _shown(value: str) -> str:
    """Give a value as it can stand in a message of one line."""
    cut = value if len(value) <= 60 else value[:59] + "…"
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in cut)
