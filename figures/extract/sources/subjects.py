"""The subject of a reporting verb: the noun phrase before it, past adverbs, dates and asides."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from figures.extract.sources.grammar_words import (
    ALSO_NAMES,
    ASIDES,
    AUXILIARIES,
    BE,
    BREAKS,
    DATE_LEADS,
    DATE_WORDS,
    DETERMINERS,
    JOINTS,
    LINKS,
    NEGATIONS,
    NOT_ADVERBS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SURE_DATES,
)
from figures.extract.sources.names import Word, Words, bare
from figures.extract.sources.reporting_words import ALSO_NOUNS, VERBS
from figures.extract.sources.source_words import GROUPS, MADE, ORG_WORDS, RECORDS, RELEASED, TITLES

_MOST_WORDS = 16
_MOST_ASIDES = 5
_DASHES = frozenset("-–—")


How = Literal["noun", "pronoun", "elided", "none"]


class Subject(NamedTuple):
    """What stands before a verb; `outer` is where it begins, its determiners and asides included."""

    how: How
    phrase: tuple[Word, ...] = ()
    outer: int = 0
    verb_from: int = 0
    before: str = ""
    passive: bool = False
    negated: bool = False
    relative: bool = False
    after_comma: bool = False

    def found(self, how: How, phrase: tuple[Word, ...], outer: int, before: str) -> "Subject":
        """Give the same subject with what was found before the verb."""
        return Subject(
            how, phrase, outer, self.verb_from, before, self.passive, self.negated, self.relative, self.after_comma
        )


def subject_before(text: Words, floor: int, verb: int) -> Subject:
    """Find the subject of the verb at `verb`, not looking back beyond `floor`."""
    run = text.before(verb, floor)
    at, base = _skip_auxiliaries(run, verb)
    if at >= 0 and run[at].text == ")":
        at = _before_bracket(run, at)
    if at < 0:
        return base
    low = run[at].low
    if low in PRONOUNS and not (len(low) > 1 and run[at].text.isupper()):
        before = run[at - 1].low if at else ""
        return base.found("pronoun", (run[at],), run[at].start, before)
    if low in JOINTS:
        return base.found("elided", (), run[at].start, "")
    if low in RELATIVES and not run[at].capital:
        stop = at - 1
        if stop >= 0 and run[stop].text == ",":
            stop -= 1
        return _noun(run, stop, base)._replace(relative=True)
    if low == "," or low in _DASHES:
        return _across_aside(run, at, base)
    if not run[at].is_word or low == "to" or low in DETERMINERS:
        return base.found("none", (), base.outer, low)
    return _noun(run, at, base)


def _skip_auxiliaries(run: Sequence[Word], verb: int) -> tuple[int, Subject]:
    """Step back over "has also", "on Tuesday", "reportedly"; note a passive and a negation."""
    at, passive, negated, verb_from = len(run) - 1, False, False, verb
    while at >= 0:
        low = run[at].low
        if low in NEGATIONS:
            negated = True
        elif low in BE:
            passive, verb_from = True, run[at].start
        elif low in AUXILIARIES and not (low in DATE_WORDS or run[at].capital):
            verb_from = run[at].start
        elif low in DATE_WORDS or run[at].text[0].isdigit():
            before = _before_date(run, at)
            if before == at:
                break
            at = before
            continue
        elif not (low.endswith("ly") and not run[at].capital and low not in NOT_ADVERBS):
            break
        at -= 1
    return at, Subject("none", outer=verb_from, verb_from=verb_from, passive=passive, negated=negated)


def _before_date(run: Sequence[Word], at: int) -> int:
    """Give the place before the date that ends at `at`; `at` itself if it is none."""
    begin = at
    while begin > 0 and at - begin < 4 and (run[begin - 1].low in DATE_WORDS or run[begin - 1].text[0].isdigit()):
        begin -= 1
    lead = begin
    while lead > 0 and begin - lead < 3 and run[lead - 1].low in DATE_LEADS:
        lead -= 1
    sure = any(word.low in SURE_DATES for word in run[begin : at + 1])
    return lead - 1 if sure or lead < begin else at


def _before_bracket(run: Sequence[Word], at: int) -> int:
    for back in range(1, 8):
        if at - back >= 0 and run[at - back].text == "(":
            return at - back - 1
    return -1


def _noun(run: Sequence[Word], at: int, base: Subject) -> Subject:
    first, last = _noun_left(run, at)
    who = _who_before(run, first)
    if who is not None:
        first, last = _noun_left(run, who - 1)
    if first > last:
        return base
    outer = first
    while outer and run[outer - 1].low in DETERMINERS:
        outer -= 1
    before = run[outer - 1].low if outer else ""
    return base.found("noun", tuple(run[first : last + 1]), run[outer].start, before)


def _who_before(run: Sequence[Word], first: int) -> int | None:
    """Give where "who" stands if the noun from `first` belongs to its clause: "a man who drove the bus"."""
    while first and run[first - 1].low in DETERMINERS:
        first -= 1
    for at in range(first - 1, max(0, first - 12), -1):
        if not run[at].is_word or run[at].low in JOINTS:
            return None
        if run[at].low == "who" and not run[at].capital:
            return at if at < first - 1 and run[at - 1].is_word else None
    return None


def _noun_left(run: Sequence[Word], at: int) -> tuple[int, int]:
    """Give first and last word of the noun phrase that ends at `at`, without its determiner."""
    first, last = at + 1, at
    while at >= 0 and last - at < _MOST_WORDS:
        word = run[at]
        low = word.low
        if word.text == ")" and first > last:
            at = last = _before_bracket(run, at)
            first = at + 1
            continue
        if not word.is_word:
            break
        before = run[at - 1] if at else None
        if low == "and":
            if first > last or before is None or not _joins(run, at, last):
                break
        elif _breaks(word):
            break
        elif low in DETERMINERS:
            if before is None or (before.low not in LINKS and before.low not in PREPOSITIONS):
                break
            at -= 1
            continue
        elif _is_adjunct(run, at, named=first <= last):
            if before is None or not before.is_word or word.capital or low == "by":
                break
            at -= 1
            first, last = at + 1, at
            continue
        elif _stops(run, at, named=first <= last):
            break
        first = at
        at -= 1
    return first, last


def _is_adjunct(run: Sequence[Word], at: int, *, named: bool) -> bool:
    """See whether a preposition begins a phrase that is no part of the name after or before it."""
    word = run[at]
    if word.low in PREPOSITIONS:
        return not word.capital or at == 0 or not run[at - 1].is_word
    return word.low in LINKS and not (named and _links(run, at))


def _stops(run: Sequence[Word], at: int, *, named: bool) -> bool:
    """See whether a date, a verb or a year ends the phrase before its name began."""
    word = run[at]
    if word.low.isdigit():
        return at > 0 and run[at - 1].low in ("in", "since", "by")
    return named and (word.low in SURE_DATES or (word.low in VERBS and not word.capital and word.low not in ALSO_NOUNS))


def _breaks(word: Word) -> bool:
    """See whether a word ends a noun phrase; "Will" and "WHO" may be names."""
    if word.capital and (word.low in ALSO_NAMES or (word.text.isupper() and len(word.text) > 1)):
        return False
    return word.low in BREAKS


def _joins(run: Sequence[Word], at: int, last: int) -> bool:
    """See whether "and" joins two names or groups, not two clauses: before the first stands no verb."""
    following = run[at + 1]
    if not (following.capital or following.low in DETERMINERS or bare(run[last].low) in GROUPS):
        return False
    left = at - 1
    if not run[left].capital and bare(run[left].low) not in GROUPS:
        return False
    while left >= 0 and (run[left].capital or run[left].low in ("of", "the", "for") or run[left].low in GROUPS):
        left -= 1
    return (
        left < 0 or not run[left].is_word or run[left].low in DETERMINERS or run[left].low in LINKS
        or run[left].low in TITLES or run[left].low in BREAKS
    )  # fmt: skip


def _links(run: Sequence[Word], at: int) -> bool:
    """See whether the preposition at `at` holds a name together: "officials in Kyiv", "Bank of England"."""
    if at == 0 or run[at].capital or not run[at - 1].is_word:
        return False
    before, low = run[at - 1], run[at].low
    word = bare(before.low)
    if low == "of":
        return word not in BREAKS and word not in PREPOSITIONS
    if word in RELEASED:
        return low in ("by", "from")
    if before.capital and word not in RECORDS and word not in GROUPS and word not in TITLES:
        return low in ("for", "at") and word in ORG_WORDS
    if low == "by":
        return word in RECORDS or word.endswith("ed") or word in MADE
    return word not in BREAKS and (word not in VERBS or word in RECORDS or word in GROUPS)


def _across_aside(run: Sequence[Word], at: int, base: Subject) -> Subject:
    """Find the subject before an aside: "Jane Doe, head of the unit, said"."""
    base = base._replace(after_comma=True)
    begin, tries = at, 0
    while begin > 0 and tries < _MOST_ASIDES:
        begin -= 1
        if run[begin].text in ';:"':
            break
        if run[begin].text != run[at].text or begin + 1 >= at:
            continue
        tries += 1
        subject = _noun(run, begin - 1, base)
        if tries == 1 and subject.phrase and bare(subject.phrase[-1].low) in TITLES and _is_name(run, begin + 1, at):
            return subject._replace(phrase=tuple(run[begin + 1 : at]))
        opener = run[begin + 1]
        aside = _opens_aside(opener)
        if aside and subject.how == "noun" and not _is_aside(run, subject):
            return subject
    return base.found("elided", (), run[at].start, "")


def _opens_aside(word: Word) -> bool:
    if word.low in ASIDES or bare(word.low) in TITLES or word.text.isdigit():
        return True
    return (not word.capital and word.low.endswith(("ing", "ed"))) or (word.text.isupper() and len(word.text) > 1)


def _is_name(run: Sequence[Word], begin: int, end: int) -> bool:
    """See whether the words are a name alone: "the chief economist, Jane Doe, said"."""
    return 0 < end - begin <= 4 and run[end - 1].low not in TITLES and all(word.capital for word in run[begin:end])


def _is_aside(run: Sequence[Word], subject: Subject) -> bool:
    """See whether what was found is itself in the middle of something: "a researcher at Acme, a firm, said"."""
    return subject.before not in ("", ",", "-", "–", "—", '"', "'", ":", ";", ".", "(", ")", "and", "but") and (
        subject.before not in BREAKS
    )
