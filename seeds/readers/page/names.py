"""What an element's tag, role, class and id say of the part of the page in it."""

import re

from seeds.readers.page import words
from seeds.readers.page.words import Region

_NAME_PARTS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[^\W\d_]+")
#: So many names of classes, and so many letters of each, are looked at.
_MOST_NAMES, _LONGEST_NAME = 20, 60


def region_of(name: str, attributes: dict[str, str]) -> Region | None:
    """Tell what an element's tag, role, class and id say of the part of the page in it; None where they say nothing."""
    by_role = words.ROLES.get(attributes.get("role", "").lower())
    own = by_role or words.TAGS.get(name)
    if name in words.WHOLE or name in words.HEADINGS:
        return own
    named = _named(attributes.get("class", ""), attributes.get("id", ""), whole=name == "article")
    return named or own


def _named(classes: str, identifier: str, *, whole: bool) -> Region | None:
    """Read names; of an article only their first words count, since it lists what it has ("post has-comments")."""
    names = [*classes.split()[:_MOST_NAMES], identifier]
    for name in names:
        parts = [part.lower() for part in _NAME_PARTS.findall(name[:_LONGEST_NAME])]
        if not parts or parts[0] in words.ABOUT:
            continue
        kind = _kind_of(parts[:1] if whole else parts)
        if kind is not None:
            return kind
    return None


def _kind_of(parts: list[str]) -> Region | None:
    found: Region | None = None
    for place, part in enumerate(parts):
        if part in words.COMMENT_WORDS:
            return "comments"
        pair = words.PAIRS.get((part, parts[place + 1])) if place + 1 < len(parts) else None
        if part in words.RELATED_WORDS or pair == "related":
            return "related"
        if part in words.CAPTION_WORDS:
            found = "caption"
        elif found is None and (part in words.BOILERPLATE_WORDS or pair):
            found = "boilerplate"
    return found
