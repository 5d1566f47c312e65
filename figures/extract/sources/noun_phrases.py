"""Where the noun phrase before a verb begins and ends: what is part of it, and what stops it."""

from figures.extract.sources.grammar_words import ALSO_NAMES, BREAKS, DETERMINERS, LINKS, PREPOSITIONS, SURE_DATES
from figures.extract.sources.names import bare
from figures.extract.sources.reporting_words import ALSO_NOUNS, VERBS
from figures.extract.sources.source_words import GROUPS, MADE, ORG_WORDS, RECORDS, RELEASED, TITLES
from figures.extract.sources.words import Run

_MOST_WORDS = 16
_MOST_JOINED = 7


def before_bracket(run: Run, at: int) -> int:
    """Give the place before the brackets that close at `at`; -1 where none open near it."""
    for back in range(at - 1, max(-1, at - 8), -1):
        if run.lows[back] == "(":
            return back - 1
    return -1


def noun_left(run: Run, at: int) -> tuple[int, int]:
    """Give first and last word of the noun phrase that ends at `at`, without its determiner."""
    lows, texts = run.lows, run.texts
    first, last = at + 1, at
    while at >= 0 and last - at < _MOST_WORDS:
        low = lows[at]
        if low == ")" and first > last:
            at = last = before_bracket(run, at)
            first = at + 1
            continue
        if not low[0].isalnum():
            if low == "&" and at and first <= last and run.capital(at + 1) and run.capital(at - 1):
                at -= 1
                continue
            break
        if low == "and":
            if first > last or not at or not _joins(run, at, last):
                break
        elif low in BREAKS and _breaks(texts[at], low):
            break
        elif low in DETERMINERS:
            joined = _joined_before(run, at) if at and lows[at - 1] == "and" and first <= last else None
            if joined is not None:
                return joined, last
            if not at or (lows[at - 1] not in LINKS and lows[at - 1] not in PREPOSITIONS):
                break
            at -= 1
            continue
        elif (low in PREPOSITIONS or low in LINKS) and _is_adjunct(run, at, named=first <= last):
            if not at or texts[at] != low or low == "by" or not run.is_word(at - 1):
                break
            at -= 1
            first, last = at + 1, at
            continue
        elif _stops(run, at, named=first <= last):
            break
        first = at
        at -= 1
    return first, last


def _joined_before(run: Run, at: int) -> int | None:
    """Give where "residents" begins in ", residents and a village leader", whose "a" stands at `at`; else None."""
    noun = bare(run.lows[at - 2]) if at > 1 else ""
    if noun not in GROUPS and noun not in TITLES:
        return None
    first = at - 2
    while first and at - first < _MOST_JOINED and run.is_word(first - 1):
        first -= 1
    if first and run.is_word(first - 1):
        return None
    while run.lows[first] in DETERMINERS:
        first += 1
    words = run.lows[first : at - 1]
    if any(low in BREAKS or low in VERBS or low in PREPOSITIONS or low in DETERMINERS for low in words):
        return None
    return None if any(low.endswith("ed") for low in words) else first


def _is_adjunct(run: Run, at: int, *, named: bool) -> bool:
    """See whether a preposition begins a phrase that is no part of the name after or before it."""
    if run.lows[at] in PREPOSITIONS:
        return not run.capital(at) or at == 0 or not run.is_word(at - 1)
    return not (named and _links(run, at))


def _stops(run: Run, at: int, *, named: bool) -> bool:
    """See whether a date, a verb or a year ends the phrase before its name began."""
    low = run.lows[at]
    if low.isdigit():
        return at > 0 and run.lows[at - 1] in ("in", "since", "by")
    return named and (low in SURE_DATES or (low in VERBS and low == run.texts[at] and low not in ALSO_NOUNS))


def _breaks(text: str, low: str) -> bool:
    """See whether one of the BREAKS ends a noun phrase here; "Will" and "WHO" may be names."""
    return low == text or not (low in ALSO_NAMES or (text.isupper() and len(text) > 1))


def _joins(run: Run, at: int, last: int) -> bool:
    """See whether "and" joins two names or groups, not two clauses: before the first stands no verb."""
    lows = run.lows
    if not (run.capital(at + 1) or lows[at + 1] in DETERMINERS or bare(lows[last]) in GROUPS):
        return False
    left = at - 1
    if not run.capital(left) and bare(lows[left]) not in GROUPS:
        return False
    while left >= 0 and (run.capital(left) or lows[left] in ("of", "the", "for") or lows[left] in GROUPS):
        left -= 1
    if left < 0 or not run.is_word(left):
        return True
    low = lows[left]
    return low in DETERMINERS or low in LINKS or low in TITLES or low in BREAKS


def _links(run: Run, at: int) -> bool:
    """See whether the preposition at `at` holds a name together: "officials in Kyiv", "Bank of England"."""
    if at == 0 or run.capital(at) or not run.is_word(at - 1):
        return False
    low, word = run.lows[at], bare(run.lows[at - 1])
    if low == "of":
        return word not in BREAKS and word not in PREPOSITIONS
    if word in RELEASED:
        return low in ("by", "from")
    if run.capital(at - 1) and word not in RECORDS and word not in GROUPS and word not in TITLES:
        return low in ("for", "at") and word in ORG_WORDS
    if low == "by":
        return word in RECORDS or word.endswith("ed") or word in MADE
    return word not in BREAKS and (word not in VERBS or word in RECORDS or word in GROUPS)
