"""The noun phrase that begins at a place: the speaker after his verb, the agent after "by", who is accorded with."""

from collections.abc import Sequence

from figures.extract.sources.grammar_words import (
    BREAKS,
    DATE_WORDS,
    DETERMINERS,
    LINKS,
    PREPOSITIONS,
    PRONOUNS,
    SURE_DATES,
)
from figures.extract.sources.names import Word, Words, bare
from figures.extract.sources.reporting_words import ALSO_NOUNS, VERBS
from figures.extract.sources.source_words import FORE_TITLES, GROUPS, ORG_WORDS, RECORDS, RELEASED, TITLES

_MOST_WORDS = 16


def speaker_after(text: Words, at: int, limit: int) -> tuple[tuple[Word, ...], int, str]:
    """Read the noun phrase that begins at `at`: its words, where it ends, and the word or sign that ends it."""
    run = text.after(at, limit)
    taken: list[Word] = []
    ends_with = ""
    for number, word in enumerate(run[:_MOST_WORDS]):
        if not _goes_on(run, number, taken):
            ends_with = word.low
            break
        taken.append(word)
    while taken and (taken[-1].low in LINKS or taken[-1].low in DETERMINERS or taken[-1].low == "and"):
        ends_with = taken.pop().low
    end = taken[-1].end if taken else at
    return tuple(taken), end, ends_with


def _goes_on(run: Sequence[Word], number: int, taken: Sequence[Word]) -> bool:
    word, low = run[number], run[number].low
    following = run[number + 1] if number + 1 < len(run) else None
    if not word.is_word:
        return word.text == "&"
    if not taken:
        return low not in BREAKS or low in PRONOUNS or word.capital
    before = taken[-1]
    plain = not word.capital
    if low == "and":
        return following is not None and (following.capital or bare(following.low) in GROUPS or following.low == "the")
    if plain and (low in BREAKS or low in PREPOSITIONS):
        return False
    if low in DATE_WORDS and (word.capital or low in SURE_DATES):
        return False
    if word.text[0].isdigit():
        return len(taken) == 1 and before.low in DETERMINERS and len(word.text) == 4
    if plain and low in LINKS:
        return _link_goes_on(before, low, following, taken)
    if plain and low in VERBS and low not in ALSO_NOUNS and low not in RELEASED:
        return False
    if plain and before.capital and before.low not in DETERMINERS and not before.low.endswith(("'s", "s'")):
        return not low.endswith(("ing", "ed")) and (_noun_after_name(low) or _noun_follows(run, number))
    return not (plain and _ends_group(before, low))


def _ends_group(before: Word, low: str) -> bool:
    """See whether a lower-case phrase is complete: after "the ministry" a word that is no such noun is its verb."""
    word = bare(before.low)
    if before.capital or before.low.endswith(("'s", "s'")) or not (word in GROUPS or word in TITLES - FORE_TITLES):
        return False
    noun = bare(low)
    return not (noun in GROUPS or noun in TITLES or noun in RECORDS or noun in ("source", "sources"))


def _noun_follows(run: Sequence[Word], number: int) -> bool:
    """See whether the next word makes a lower-case word part of a name: "UN refugee agency"."""
    following = run[number + 1].low if number + 1 < len(run) else ""
    return bare(following) in GROUPS or bare(following) in RECORDS


def _noun_after_name(low: str) -> bool:
    return low in GROUPS or low in TITLES or low in RECORDS or low.endswith(("ers", "ors", "ists", "ians", "al", "ary"))


def _link_goes_on(before: Word, low: str, following: Word | None, taken: Sequence[Word]) -> bool:
    if following is None or following.low in DATE_WORDS or following.text[0].isdigit() or not following.is_word:
        return False
    if low == "of":
        return True
    word = bare(before.low)
    if low in ("by", "from"):
        return word in RECORDS or word in RELEASED or not before.capital
    if before.capital and word not in GROUPS and word not in RECORDS:
        return low in ("for", "at") and word in ORG_WORDS
    return not before.capital or low != "in"
