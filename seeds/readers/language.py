"""Whether a text is English, which is what figures are read in: by what is said of it, and by its commonest words."""

import re

from seeds.document import Document

_WORD = re.compile(r"[^\W\d_]+")
#: Words that make up a sixth of English and next to nothing of other languages.
_ENGLISH = frozenset(
    (
        *("the", "and", "that", "with", "from", "said", "has", "have", "were", "this", "which", "by", "not", "are"),
        *("been", "their", "they", "who", "would", "of", "to", "it", "he"),
    )
)
#: At least so many words tell; English has at least `_LEAST` of them, other languages at most `_MOST`.
_FEWEST, _LEAST, _MOST = 60, 0.12, 0.05
_LONGEST = 3_000


def language_warning(document: Document) -> str | None:
    """Say in one line that a text is not English; None where it is, and where nobody can tell."""
    words = [word.lower() for word in _WORD.findall(_sample(document))]
    share = sum(word in _ENGLISH for word in words) / len(words) if words else 0.0
    enough = len(words) >= _FEWEST
    said = document.language
    if said and not said.lower().startswith("en"):
        if enough and share >= _LEAST:
            return None
        return f'in another language ("{said}"): figures are read by rules for English, expect gaps'
    if _foreign_script(document) or (enough and share <= _MOST):
        return "seems to be in another language: figures are read by rules for English, expect gaps"
    return None


def _sample(document: Document) -> str:
    """Give the beginning of the story itself."""
    parts: list[str] = []
    for zone in document.zones:
        if zone.kind == "body" and zone.item == 0:
            parts.append(document.text[zone.start : min(zone.end, zone.start + _LONGEST)])
            if sum(map(len, parts)) > _LONGEST:
                break
    return " ".join(parts)


def _foreign_script(document: Document) -> bool:
    """Tell whether most letters of the story are of another alphabet."""
    sample = _sample(document)[:_LONGEST]
    letters = [] if sample.isascii() else [c for c in sample if c.isalpha()]
    return len(letters) >= 100 and sum(c > "\u024f" for c in letters) > len(letters) / 2
