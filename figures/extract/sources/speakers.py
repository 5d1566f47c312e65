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
from figures.extract.sources.names import bare
from figures.extract.sources.reporting_words import ALSO_NOUNS, VERBS
from figures.extract.sources.source_words import FORE_TITLES, GROUPS, ORG_WORDS, RECORDS, RELEASED, TITLES
from figures.extract.sources.words import Run, Word, Words

_FEW_WORDS, _MOST_WORDS = 6, 16


def speaker_after(text: Words, at: int, limit: int) -> tuple[tuple[Word, ...], int, str]:
    """Read the noun phrase that begins at `at`: its words, where it ends, and the word or sign that ends it."""
    # A few words nearly always hold the phrase, with the two after it that are looked at.
    for most in (_FEW_WORDS, _MOST_WORDS):
        run = text.after(at, limit, most + 1)
        lows = run.lows
        stop, most = 0, min(len(lows), most)
        while stop < most and _goes_on(run, stop):
            stop += 1
        if stop < most or len(lows) <= _FEW_WORDS:
            break
    ends_with = lows[stop] if stop < most else ""
    alone = stop == 1 and lows[0] == "her" and not ends_with[:1].isalnum()  # "according to her, 300"
    while stop and not alone and (lows[stop - 1] in LINKS or lows[stop - 1] in DETERMINERS or lows[stop - 1] == "and"):
        stop -= 1
        ends_with = lows[stop]
    end = run.starts[stop - 1] + len(run.texts[stop - 1]) if stop else at
    return run.phrase(0, stop), end, ends_with


def _goes_on(run: Run, number: int) -> bool:
    """See whether the phrase that began with the run goes on with its word of that number."""
    lows = run.lows
    low, text = lows[number], run.texts[number]
    if not low[0].isalnum():
        return low == "&"
    plain = low == text
    if not number:
        return not plain or low not in BREAKS or low in PRONOUNS
    before = lows[number - 1]
    if low == "and":
        if number + 1 >= len(lows):
            return False
        following = lows[number + 1]
        return following == "the" or run.capital(number + 1) or bare(following) in GROUPS
    if plain and (low in BREAKS or low in PREPOSITIONS):
        return False
    if low in DATE_WORDS and (not plain or low in SURE_DATES):
        return False
    if low[0].isdigit():
        return number == 1 and len(text) == 4 and before in DETERMINERS
    if not plain:
        return True
    if low in LINKS:
        return _link_goes_on(run, number)
    if low in VERBS and low not in ALSO_NOUNS and low not in RELEASED:
        return False
    if before.endswith(("'s", "s'")):
        return True
    if run.capital(number - 1):
        if before in DETERMINERS:
            return True
        return not low.endswith(("ing", "ed")) and (_noun_after_name(low) or _noun_follows(lows, number))
    return not _ends_group(before, low)


def _ends_group(before: str, low: str) -> bool:
    """See whether a lower-case phrase is complete: after "the ministry" a word that is no such noun is its verb."""
    word = bare(before)
    if word not in GROUPS and (word not in TITLES or word in FORE_TITLES):
        return False
    noun = bare(low)
    return not (noun in GROUPS or noun in TITLES or noun in RECORDS or noun in ("source", "sources"))


def _noun_follows(lows: Sequence[str], number: int) -> bool:
    """See whether the next word makes a lower-case word part of a name: "UN refugee agency"."""
    following = bare(lows[number + 1]) if number + 1 < len(lows) else ""
    return following in GROUPS or following in RECORDS


def _noun_after_name(low: str) -> bool:
    return low in GROUPS or low in TITLES or low in RECORDS or low.endswith(("ers", "ors", "ists", "ians", "al", "ary"))


def _link_goes_on(run: Run, number: int) -> bool:
    low, before = run.lows[number], run.lows[number - 1]
    following = run.lows[number + 1] if number + 1 < len(run.lows) else ","
    if following in DATE_WORDS or following[0].isdigit() or not following[0].isalnum():
        return False
    if low == "of":
        return True
    word, capital = bare(before), run.capital(number - 1)
    if low in ("by", "from"):
        return word in RECORDS or word in RELEASED or not capital
    if capital and word not in GROUPS and word not in RECORDS:
        return low in ("for", "at") and word in ORG_WORDS
    return not capital or low != "in"
