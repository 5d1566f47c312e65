"""What a page, file or record says of itself, made safe to keep: lengths, control characters, addresses, dates."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace

from seeds.dates import iso_date

#: Longer titles and names are cut; longer addresses are no addresses.
LONGEST_TITLE, LONGEST_NAME, LONGEST_ADDRESS = 500, 200, 2_000
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8}){0,4}$")
_ARCHIVED = re.compile(
    r"https?://web\.archive\.org/web/\d{4,14}(?:[a-z]{2}_)?/(?P<original>https?://.+)$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Metadata:
    """Where a text comes from, each value safe to keep and show; `published` is an ISO day, addresses are http(s)."""

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    archived: str | None = None


def merged(first: Metadata, second: Metadata) -> Metadata:
    """Give what is known of a text from two places, of which the first wins."""
    known = {one.name: value for one in fields(Metadata) if (value := getattr(first, one.name)) is not None}
    return replace(second, **known)


def tidy(value: object, longest: int = LONGEST_NAME) -> str | None:
    """Give a foreign value as one line of at most `longest` characters that hides nothing; None for none."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    # Four times as long is enough: what is taken out is seldom more.
    text = str(value)[: longest * 4]
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…" if line else None


def tidy_title(value: object) -> str | None:
    """Give a foreign title as one line; None for none."""
    return tidy(value, LONGEST_TITLE) or None


def address(value: object, base: str | None = None) -> str | None:
    """Give an http or https address, taken from `base` where it is a part of one; None for anything else."""
    if not isinstance(value, str) or not 0 < len(value.strip()) <= LONGEST_ADDRESS:
        return None
    from urllib.parse import urljoin, urlsplit

    plain = value.strip()
    if not plain.isprintable() or any(map(str.isspace, plain)):
        return None
    try:
        whole = urljoin(base, plain) if base else plain
        parts = urlsplit(whole)
        host = parts.hostname
        _ = parts.port  # raises ValueError where it is none
    except ValueError:
        return None
    if parts.username is not None or parts.password is not None:
        return None
    return whole if parts.scheme in ("http", "https") and host else None


def language(value: object) -> str | None:
    """Give a language tag ("en", "en-GB") as it is written; None for what is none."""
    plain = value.strip() if isinstance(value, str) else ""
    return plain.replace("_", "-") if len(plain) <= 35 and _LANGUAGE.match(plain) else None


def day(value: object) -> str | None:
    """Give the ISO day of a date or timestamp; None where it is none or cannot be read."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    text = str(value).strip()[:100]
    found = iso_date(text)
    if found:
        return found
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(text).date().isoformat()
    except (TypeError, ValueError, IndexError, OverflowError):
        return None


def names(value: object) -> str | None:
    """Give the names of authors or a publisher: a text, a thing with a name, or a list of them."""
    found: list[str] = []
    waiting = [value]
    while waiting and len(found) < 10:
        one = waiting.pop(0)
        if isinstance(one, list):
            waiting[:0] = one[:20]
        elif isinstance(one, dict):
            waiting.insert(0, one.get("name"))
        else:
            name = tidy(one)
            if name and not name.lower().startswith(("http://", "https://")) and name not in found:
                found.append(name.removeprefix("By ").removeprefix("by "))
    return tidy(", ".join(found)) or None


def original_of(url: str | None) -> tuple[str | None, str | None]:
    """Part the address of an archived copy from that of its original: (original, copy); (url, None) for others."""
    found = _ARCHIVED.match(url) if url else None
    return (address(found["original"]), url) if found else (url, None)
