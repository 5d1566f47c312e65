"""Texts in other languages are taken in, with a warning that figures are read in English."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeds.readers import Reading, read_bytes

ENGLISH = "The council of Arvik said that the repair of the weir would cost it more, and went to look at it. "
GERMAN = "Der Rat von Arvik hat erklärt, dass die Reparatur des Wehres teurer wird als im Herbst geschätzt wurde. "
RUSSIAN = "Совет города сообщил, что ремонт плотины обойдется дороже, чем ожидалось прошлой осенью жителями. "


def _warned(text: str, language: str | None = None) -> bool:
    front = f"---\nlanguage: {language}\n---\n" if language else ""
    (found,) = read_bytes((front + text).encode(), name="weir.txt", given="weir.txt")
    assert isinstance(found, Reading)
    return any("for English" in warning for warning in found.warnings)


@pytest.mark.parametrize(
    "text, language, warned",
    [
        (ENGLISH * 5, None, False),
        (ENGLISH.upper() * 5, None, False),
        (ENGLISH.replace(" ", "—") * 5, None, False),
        (GERMAN * 5, None, True),
        (RUSSIAN * 5, None, True),
        (RUSSIAN * 5 + ENGLISH * 2, None, True),
        (GERMAN, None, False),  # too short to tell
        (GERMAN, "de", True),
        (ENGLISH * 5, "de", False),
        (GERMAN * 5, "en", True),
        (ENGLISH * 2 + GERMAN * 5, None, False),
    ],
)
def test_what_is_not_english_is_told(text: str, language: str | None, warned: bool) -> None:
    assert _warned(text, language) == warned


_FOREIGN = ["casa", "perro", "il", "ministero", "zwölf", "é", "a1", "ist", "nicht", "Haus"]
# About one word in twenty is English, where it is decided.
_WORDS = st.sampled_from([*_FOREIGN * 9, "the", "The", "of", "to", "AND"])
_BETWEEN = st.sampled_from([" ", " ", " ", ", ", "—", "'", "/", "  ", " 5 "])


@given(st.lists(st.tuples(_WORDS, _BETWEEN), min_size=40, max_size=300))
def test_a_text_is_another_language_by_the_share_of_english_words_in_it(words: list[tuple[str, str]]) -> None:
    text = "Nun " + "".join(word + between for word, between in words)
    found = re.findall(r"[^\W\d_]+", text[:3000].lower())
    english = sum(word in ("the", "of", "to", "and") for word in found)
    blanks = text[:3000].lower().split()
    known = sum(word in ("the", "of", "to", "and") for word in blanks) >= 0.12 * len(blanks)
    assert _warned(text) == (not known and len(found) >= 60 and english <= 0.05 * len(found))
