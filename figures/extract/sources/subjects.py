"""The subject of a reporting verb: the noun phrase before it, past adverbs, dates and asides."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal, NamedTuple

from figures.extract.draft import made
from figures.extract.sources.grammar_words import (
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
    PLACE_NOUNS,
    PRONOUNS,
    RELATIVES,
    SURE_DATES,
)
from figures.extract.sources.names import bare, head_of
from figures.extract.sources.noun_phrases import before_bracket, noun_left
from figures.extract.sources.source_words import RECORDS, RELEASED, TITLES
from figures.extract.sources.words import Run, Word, Words

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
        _, _, _, verb_from, _, passive, negated, relative, after_comma = self
        return made(Subject, (how, phrase, outer, verb_from, before, passive, negated, relative, after_comma))

    def past(self, *, relative: bool = False, comma: bool = False) -> "Subject":
        """Give the same subject, looked for before a relative pronoun or before a comma or dash."""
        found = self.how, self.phrase, self.outer, self.verb_from, self.before, self.passive, self.negated
        return made(Subject, (*found, relative, comma))


def subject_before(text: Words, floor: int, verb: int) -> Subject:
    """Find the subject of the verb at `verb`, not looking back beyond `floor`."""
    run = text.before(verb, floor)
    at, base = _skip_auxiliaries(run, verb)
    if at >= 0 and run.lows[at] == ")":
        at = before_bracket(run, at)
    if at < 0:
        return base
    low = run.lows[at]
    if low in PRONOUNS and not (len(low) > 1 and run.texts[at].isupper()):
        return base.found("pronoun", (run.word(at),), run.starts[at], run.lows[at - 1] if at else "")
    if low in JOINTS:
        return base.found("elided", (), run.starts[at], "")
    if low in RELATIVES and not run.capital(at):
        stop = at - 1
        if stop >= 0 and run.lows[stop] == ",":
            stop -= 1
        return _noun(run, stop, base.past(relative=True))
    if low == "," or low in _DASHES:
        return _across_aside(run, at, base)
    if not low[0].isalnum() or low == "to" or low in DETERMINERS:
        return base.found("none", (), base.outer, low)
    return _noun(run, at, base)


def _skip_auxiliaries(run: Run, verb: int) -> tuple[int, Subject]:
    """Step back over "has also", "on Tuesday", "reportedly"; note a passive and a negation."""
    lows = run.lows
    at, passive, negated, verb_from = len(lows) - 1, False, False, verb
    while at >= 0:
        low = lows[at]
        if low == "to" and at > 1 and lows[at - 1] == "able":
            at -= 2  # "was able to confirm" is no passive, and denies nothing
            verb_from = run.starts[at]
        elif low in NEGATIONS:
            negated = True
        elif low in BE:
            passive, verb_from = True, run.starts[at]
        elif low in AUXILIARIES and not (low in DATE_WORDS or run.capital(at)):
            verb_from = run.starts[at]
        elif low in DATE_WORDS or low[0].isdigit():
            before = _before_date(lows, at)
            if before == at:
                break
            at = before
            continue
        elif not (low.endswith("ly") and not run.capital(at) and low not in NOT_ADVERBS):
            break
        at -= 1
    return at, made(Subject, ("none", (), verb_from, verb_from, "", passive, negated, False, False))


def _before_date(lows: Sequence[str], at: int) -> int:
    """Give the place before the date that ends at `at`; `at` itself if it is none."""
    begin = at
    while begin > 0 and at - begin < 4 and (lows[begin - 1] in DATE_WORDS or lows[begin - 1][0].isdigit()):
        begin -= 1
    lead = begin
    while lead > 0 and begin - lead < 3 and lows[lead - 1] in DATE_LEADS:
        lead -= 1
    return lead - 1 if lead < begin or not SURE_DATES.isdisjoint(lows[begin : at + 1]) else at


def _noun(run: Run, at: int, base: Subject) -> Subject:
    if at and run.lows[at] in RELEASED and not RECORDS.isdisjoint(run.lows[at - 6 if at > 6 else 0 : at]):
        at -= 1  # "figures published on Friday show", "a statement from the governor released on Friday says"
    first, last = noun_left(run, at)
    who = _who_before(run, first)
    if who is not None:
        first, last = noun_left(run, who - 1)
    if first > last:
        return base
    outer = first
    while outer and run.lows[outer - 1] in DETERMINERS:
        outer -= 1
    before = run.lows[outer - 1] if outer else ""
    return base.found("noun", run.phrase(first, last + 1), run.starts[outer], before)


def _who_before(run: Run, first: int) -> int | None:
    """Give where "who" stands if the noun from `first` belongs to its clause: "a man who drove the bus"."""
    lows = run.lows
    while first and lows[first - 1] in DETERMINERS:
        first -= 1
    if "who" not in lows[first - 11 if first > 11 else 0 : first]:
        return None
    for at in range(first - 1, max(0, first - 12), -1):
        low = lows[at]
        if low in JOINTS or not low[0].isalnum():
            return None
        if low == "who" and run.texts[at] == "who":
            return at if at < first - 1 and run.is_word(at - 1) else None
    return None


def _across_aside(run: Run, at: int, base: Subject) -> Subject:
    """Find the subject before an aside: "Jane Doe, head of the unit, said"."""
    base = base.past(comma=True)
    lows = run.lows
    begin, tries, sign = at, 0, lows[at]
    office: Subject | None = None
    while begin > 0 and tries < _MOST_ASIDES:
        begin -= 1
        if lows[begin] in ';:"':
            break
        if lows[begin] != sign or begin + 1 >= at:
            continue
        tries += 1
        subject = _noun(run, begin - 1, base)
        if tries == 1 and subject.phrase and _is_name(run, begin + 1, at) and _is_described(run, begin, at, subject):
            return subject._replace(phrase=run.phrase(begin + 1, at))
        if subject.how == "noun" and _opens_aside(run, begin + 1) and not _is_aside(subject):
            first = subject.phrase[0]
            if office is None and subject.before == "," and first.low in TITLES and not first.capital:
                office = subject  # "Jane Doe, head of the unit, which runs the camp, said"
                continue
            return subject
    return office or base.found("elided", (), run.starts[at], "")


def _opens_aside(run: Run, at: int) -> bool:
    low, text = run.lows[at], run.texts[at]
    if low in ASIDES or bare(low) in TITLES or text.isdigit():
        return True
    return (low == text and low.endswith(("ing", "ed"))) or (text.isupper() and len(text) > 1)


def _is_name(run: Run, begin: int, end: int) -> bool:
    """See whether the words are a name alone: "the chief economist, Jane Doe, said"."""
    return 0 < end - begin <= 4 and run.lows[end - 1] not in TITLES and all(map(run.capital, range(begin, end)))


def _is_described(run: Run, begin: int, end: int, subject: Subject) -> bool:
    """See whether the phrase before a name tells who that is: "the head of the port, Jane Doe", "a cook, Jane Doe"."""
    head = bare(head_of(subject.phrase).low)
    if head in TITLES:
        return True
    outer = bisect_left(run.starts, subject.outer)
    determined = run.lows[outer] in DETERMINERS
    last = subject.phrase[-1]
    return (
        determined and end - begin > 2 and not last.capital and head not in PLACE_NOUNS and subject.before not in LINKS
    )


def _is_aside(subject: Subject) -> bool:
    """See whether what was found is itself in the middle of something: "a researcher at Acme, a firm, said"."""
    return subject.before not in _BEFORE_NAMES and subject.before not in BREAKS


_BEFORE_NAMES = frozenset(("", ",", "-", "–", "—", '"', "'", ":", ";", ".", "(", ")", "and", "but"))
