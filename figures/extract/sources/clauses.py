"""What a reporting clause is, and what its readers share: names of phrases, quotations around, the next comma."""

from collections.abc import Sequence
from typing import NamedTuple

from figures.extract.sources.grammar_words import LEAD_INS, LINKS, PREPOSITIONS, SUBORDINATORS
from figures.extract.sources.names import bare, denotes, head_of, name_in
from figures.extract.sources.quotations import Quotations
from figures.extract.sources.source_words import GROUPS, MADE, RECORDS, RELEASED, STATEMENTS, TITLES
from figures.extract.sources.speakers import speaker_after
from figures.extract.sources.words import Word, Words
from seeds.patterns import Later

#: Between quoted words and who said them.
_ADJACENT = Later(r"[\s,.!?—–-]*\Z")
_DATELINE = Later(r"[A-Z][^\n\"]{0,60}?(?:\([A-Z][\w ]*\)\s*[-–—]+|\s[-–—]+)\s+")
#: How many characters after a word are looked at.
_AHEAD = 240
_FIRST = Later(r"[\s\"'(\[]*(\w*)")
_BY = Later(r"[^,.;:\"]{0,60}?\s(?:by|from)\s+")


class Clause(NamedTuple):
    """One reporting clause. It answers for what lies in [verb_end, reach) and, if it comes after, in [back, start).

    `name` is the source as named, None where the clause names nobody; `pronoun` is the word that stands for it, a
    pronoun or the noun of "the report". `via` is who quotes the source. `quoted` is the number of the quotation that
    the clause closes, `inside` of the one in which it stands. `needs_at`: the figure follows "at". A `weak` clause (a
    plan, a hope) gives way to others, one that is `near` goes before them; one that `blocks` names nobody and lets
    nobody else answer. `citing` names the source of whoever reports. `main`: its subject serves a later verb that has
    none. `worded` is where the reporting words end, if before verb_end.
    """

    start: int
    verb_from: int
    verb_end: int
    reach: int
    back: int
    name: str | None
    pronoun: str | None = None
    via: str | None = None
    quoted: int | None = None
    inside: int | None = None
    needs_at: bool = False
    weak: bool = False
    near: bool = False
    blocks: bool = False
    citing: bool = False
    main: bool = True
    worded: int = 0


class Reader:
    """One pass over a piece of text, at most one sentence; `done` is up to where words are already used."""

    __slots__ = ("_opened", "_quoting", "done", "found", "high", "low", "quotes", "view", "words")

    def __init__(self, view: str, low: int, high: int, quotes: Quotations) -> None:
        self.view = view
        self.low = low
        self.high = high
        self.quotes = quotes
        self.words = Words(view, low, high)
        self.found: list[Clause] = []
        self.done = 0
        self._opened: dict[int, str | None] = {}
        self._quoting = quotes.touch(low, high)

    def limit(self, at: int) -> int:
        """Give how far a look ahead from `at` may go."""
        return at + _AHEAD if at + _AHEAD < self.high else self.high

    def inside(self, at: int) -> int | None:
        """Give the number of the quotation around `at`, or None."""
        return self.quotes.at(at) if self._quoting else None

    def floor(self, at: int) -> int:
        """Give how far a look back from `at` may go: to the quotation before, or the beginning of the one around."""
        if not self._quoting:
            return self.low
        inside = self.quotes.at(at)
        if inside is not None:
            return max(self.low, self.quotes.starts[inside] + 1)
        before = self.quotes.before(at)
        return self.low if before is None else max(self.low, self.quotes.ends[before])

    def end(self, at: int) -> int:
        """Give where the quotation around `at` ends, or the piece."""
        inside = self.inside(at)
        return self.high if inside is None else min(self.high, self.quotes.ends[inside])

    def begin(self, at: int) -> int:
        """Give where the quotation around `at` begins, or the piece."""
        inside = self.inside(at)
        return self.low if inside is None else max(self.low, self.quotes.starts[inside])

    def attached(self, outer: int) -> int | None:
        """Give the number of the quotation that ends just before `outer`, or None."""
        before = self.quotes.before(outer) if self._quoting else None
        if before is None or self.quotes.ends[before] < self.low or outer - self.quotes.ends[before] > 8:
            return None
        return before if _ADJACENT.match(self.view, self.quotes.ends[before], outer) else None

    def next_comma(self, at: int) -> int:
        """Give the offset of the next comma after `at` that ends a clause, or the end of the piece."""
        comma = self.view.find(", ", at, self.high)
        return self.high if comma < 0 else comma

    def named(self, phrase: Sequence[Word], *, can_speak: bool, whole: bool = False) -> str | None:
        """Give the name in a phrase that denotes a source, else None; `whole`: a record with its maker."""
        phrase = _stater(phrase) if len(phrase) > 2 else phrase
        if not phrase or not denotes(phrase, self.low, can_speak=can_speak):
            return None
        span = name_in(phrase if whole else _maker(phrase))
        return None if span is None else self.view[span[0] : span[1]]

    def record(self, phrase: Sequence[Word]) -> str | None:
        """Give the noun of "the report", "the survey", which may stand for a source named before; else None."""
        low = bare(head_of(phrase).low) if phrase else ""
        return low if low in RECORDS else None

    def released_by(self, phrase: Sequence[Word], at: int) -> str | None:
        """Give who is named after figures without an owner: "figures released on Monday by the ministry"."""
        if not phrase or bare(head_of(phrase).low) not in RECORDS:
            return None
        match = _BY.match(self.view, at, self.limit(at))
        if match is None:
            return None
        agent, end, _ = speaker_after(self.words, match.end(), self.high)
        self.done = max(self.done, end)
        return self.named(agent, can_speak=False)

    def after_subordinator(self, outer: int) -> bool:
        """See whether the piece begins with "after", "while" and the like just before `outer`."""
        return outer - self.low < 12 and self.view[self.low : outer].strip().lower() in SUBORDINATORS

    def earlier(self, at: int) -> tuple[str | None, str | None]:
        """Give name and pronoun of the subject that a verb without one takes over."""
        inside = self.inside(at)
        for clause in reversed(self.found[-6:]):
            if clause.main and clause.inside == inside and (clause.name or clause.pronoun):
                return clause.name, clause.pronoun
        begin = self.begin(at)
        if begin not in self._opened:
            self._opened[begin] = opening(self.view, begin, self.high, self.low)
        return self._opened[begin], None


def _stater(phrase: Sequence[Word]) -> Sequence[Word]:
    """Give whose statement it is: "a statement from the governor", without a "released" behind it."""
    if phrase[-1].low in RELEASED:
        phrase = phrase[:-1]
    for at in (1, 2, 3):
        if at + 1 < len(phrase) and phrase[at].low in ("from", "by") and bare(phrase[at - 1].low) in STATEMENTS:
            return phrase[at + 1 :]
    return phrase


def _maker(phrase: Sequence[Word]) -> Sequence[Word]:
    """Give who made a record, where a participle tells: "images analysed by the institute"."""
    if len(phrase) < 4:
        return phrase
    low = bare(head_of(phrase).low)
    if low in RECORDS or low == "intelligence":
        for at in range(len(phrase) - 2, 1, -1):
            if phrase[at].low == "by" and (phrase[at - 1].low.endswith("ed") or phrase[at - 1].low in MADE):
                return phrase[at + 1 :]
    return phrase


def opening(view: str, begin: int, high: int, sentence_start: int) -> str | None:
    """Give the name of the subject with which a sentence opens, or None where it is no source."""
    at = begin
    head = view[begin : min(high, begin + 90)]
    if "-" in head or "–" in head or "—" in head:
        dateline = _DATELINE.match(view, begin, min(high, begin + 90))
        at = dateline.end() if dateline else begin
    for _ in range(2):
        first = _FIRST.match(view, at, high)
        low = first.group(1).lower() if first else ""
        if low not in PREPOSITIONS and low not in LINKS and low not in SUBORDINATORS and low not in LEAD_INS:
            break
        comma = view.find(",", at, min(high, at + 120))
        if comma < 0:
            if low not in LEAD_INS or first is None:
                return None
            at = first.end()
        else:
            at = comma + 1
    while at < high and not view[at].isalnum():
        at += 1
    text = Words(view, at, min(high, at + _AHEAD // 2))
    phrase, end, ends_with = speaker_after(text, at, high)
    if len(phrase) == 1 and ends_with[:1].isdigit():  # "Around 40 boats"
        return None
    if ends_with == "," and phrase and bare(phrase[-1].low) in TITLES:
        named, _, ends_with = speaker_after(text, min(end + 2, high), high)
        if ends_with == "," and named and all(word.capital for word in named):
            phrase = named
    kept = list(phrase)
    while kept and not (kept[-1].capital or bare(kept[-1].low) in GROUPS or bare(kept[-1].low) in TITLES):
        kept.pop()
    if not kept or kept[-1].low.endswith("'s") or not denotes(kept, at, can_speak=False):
        return None
    span = name_in(kept)
    return None if span is None else view[span[0] : span[1]]
