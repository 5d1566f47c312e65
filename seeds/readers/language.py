"""Whether a text is English, which is what figures are read in: by what is said of it, and by its commonest words."""

import re

from seeds.document import Document

_WORD = re.compile(r"[^\W\d_]+")
#: A letter beyond the Latin ones.
_FOREIGN = re.compile(r"[^\W\d_\0-\u024f]")
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
    sample = _sample(document)
    words = sample.lower().split()
    share = _share(words)
    if share < _LEAST:
        # The blanks alone do for most texts, in a tenth of the time.
        words = _WORD.findall(sample.lower())
        share = _share(words)
    enough = len(words) >= _FEWEST
    said = document.language
    if said and not said.lower().startswith("en"):
        if enough and share >= _LEAST:
            return None
        return f'in another language ("{said}"): figures are read by rules for English, expect gaps'
    if _foreign_script(sample[:_LONGEST]) or (enough and share <= _MOST):
        return "seems to be in another language: figures are read by rules for English, expect gaps"
    return None


def _share(words: list[str]) -> float:
    return sum(map(_ENGLISH.__contains__, words)) / len(words) if words else 0.0


def _sample(document: Document) -> str:
    """Give the beginning of the story itself."""
    parts: list[str] = []
    for zone in document.zones:
        if zone.kind == "body" and zone.item == 0:
            parts.append(document.text[zone.start : min(zone.end, zone.start + _LONGEST)])
            if sum(map(len, parts)) > _LONGEST:
                break
    return " ".join(parts)


def _foreign_script(sample: str) -> bool:
    """Tell whether most letters of the story are of another alphabet."""
    letters = [c for c in sample if c.isalpha()] if _FOREIGN.search(sample) else []
    return len(letters) >= 100 and sum(c > "\u024f" for c in letters) > len(letters) / 2
