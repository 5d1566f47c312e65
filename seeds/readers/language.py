"""Whether a text is English, which is what figures are read in: by what is said of it, and by its commonest words."""

import re
from collections.abc import Callable
from string import ascii_letters

from seeds.document import Document

_WORD = re.compile(r"[^\W\d_]+")
#: Words that make up a sixth of English and next to nothing of other languages.
_ENGLISH = frozenset(
    (
        *("the", "and", "that", "with", "from", "said", "has", "have", "were", "this", "which", "by", "not", "are"),
        *("been", "their", "they", "who", "would", "of", "to", "it", "he"),
    )
)
#: The commonest of them.
_COMMONEST = (" the ", " of ", " and ", " to ")
_ASCII_LETTERS = ascii_letters.encode("ascii")
#: At least so many words tell; English has at least `_LEAST` of them, other languages at most `_MOST`.
_FEWEST, _LEAST, _MOST = 60, 0.12, 0.05
_LONGEST = 3_000
#: How words are parted: the first does for most texts, and takes a fraction of the time of the last.
_WAYS: tuple[Callable[[str], list[str]], ...] = (
    str.split,
    lambda sample: sample.lower().split(),
    lambda sample: _WORD.findall(sample.lower()),
)
#: With fewer letters than this a story's alphabet tells nothing.
_FEWEST_LETTERS = 100


def language_warning(document: Document) -> str | None:
    """Say in one line that a text is not English; None where it is, and where nobody can tell."""
    sample = _sample(document)
    said = document.language
    if said and not said.lower().startswith("en"):
        count, share = _english(sample)
        if count >= _FEWEST and share >= _LEAST:
            return None
        return f'in another language ("{said}"): figures are read by rules for English, expect gaps'
    if _foreign_script(sample[:_LONGEST]) or (not _plainly_english(sample) and _seems_foreign(sample)):
        return "seems to be in another language: figures are read by rules for English, expect gaps"
    return None


def _plainly_english(sample: str) -> bool:
    """Tell whether the commonest English words alone are more than English ones ever are in another language.

    In most texts they are, which is told in half the time that counting its words takes: it cannot have more of them
    than signs that are no letters, and one.
    """
    ascii_only = sample.encode("ascii", "ignore")
    signs = len(sample) - len(ascii_only) + len(ascii_only.translate(None, _ASCII_LETTERS))
    return sum(map(sample.count, _COMMONEST)) > _MOST * (signs + 1)


def _seems_foreign(sample: str) -> bool:
    count, share = _english(sample)
    return count >= _FEWEST and share <= _MOST


def _english(sample: str) -> tuple[int, float]:
    """Count the words of a text, and give the share of English among them."""
    count, share = 0, 0.0
    for words_of in _WAYS:
        words = words_of(sample)
        count = len(words)
        share = sum(map(_ENGLISH.__contains__, words)) / count if words else 0.0
        if share >= _LEAST:
            break
    return count, share


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
    """Tell whether most letters of the story are of another alphabet than the Latin."""
    beyond_ascii = len(sample) - len(sample.encode("ascii", "ignore"))
    if beyond_ascii <= _FEWEST_LETTERS / 2:
        return False
    letters = [c for c in sample if c.isalpha()]
    return len(letters) >= _FEWEST_LETTERS and sum(c > "\u024f" for c in letters) > len(letters) / 2
