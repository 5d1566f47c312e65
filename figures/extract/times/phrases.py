"""The wordings of time in a sentence, each with the days it means."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple

from figures.extract.draft import made
from figures.extract.sentence import Sentence
from figures.extract.times.calendar_terms import MONTHS, YEARLY_NOUNS
from figures.extract.times.dates import DateSpan
from figures.extract.times.frames import in_frame
from figures.extract.times.intervals import months_up_to, part_of, resolve
from figures.extract.times.meaning import bounded, days_meant
from figures.extract.times.openings import Atom, Left, widen
from figures.extract.times.wordings import ANCHORS, wordings
from figures.extract.times.words import (
    AFTER_YEAR,
    COMPARED,
    DETERMINERS,
    DONE,
    DROPPED_BEFORE,
    MONTH_AFTER,
    NAMED_DAYS_BEFORE,
    PAPERS,
    RECORD_WORDS,
)
from figures.extract.vocabulary import word_set
from seeds.patterns import Later

Strength = Literal["firm", "loose", "vague"]


class TimePhrase(NamedTuple):
    """A wording of time at text[start:end], without the preposition unless that changes what it means.

    `low` and `high` are its first and last day, None where unknown or open; `prep` the preposition before it.
    `loose` wordings tell a time only where nothing better does, `vague` ones hardly ("earlier", "already").
    `reporting` marks the time of the report itself: "said on Sunday".
    """

    start: int
    end: int
    low: date | None
    high: date | None
    prep: str = ""
    strength: Strength = "firm"
    reporting: bool = False


_NEXT_WORD = Later(r"\s([A-Za-z][\w'-]*)")
_JOINED = Later(r"\s?(?:and|to|or|through|until|till|-|–)\s?(?:the\s)?\Z|\s\Z")
_FUTURE = Later(
    r"\b(?:will|shall|would|must|plans?|aims?|hopes?|pledged|vowed|due|expect(?:s|ed)|scheduled|upcoming)\b"
)
FUTURE_WORDS = word_set(
    "will shall would must plan plans aim aims hope hopes pledged vowed due expects expected scheduled upcoming"
)
_AGO = Later(r"[^\S\n]?[a-z]{1,9}(?:\s[a-z]{4,5})?\sago\b")


@lru_cache(maxsize=16)
def time_phrases(sentence: Sentence, dates: tuple[DateSpan, ...], anchor: date | None) -> tuple[TimePhrase, ...]:
    """Give the wordings of time in a sentence, in order; "between A and B" is one of them.

    `dates` are those of `find_dates` in the sentence, `anchor` the date of the whole text. Kept for the other figures
    of the sentence.
    """
    if not dates and ANCHORS.isdisjoint(sentence.noted):
        return ()
    text = sentence.text
    found: list[TimePhrase] = []
    atoms = _atoms(sentence, dates)
    for atom in atoms if anchor is None else _in_years(text, atoms, anchor):
        phrase = _phrase(sentence, atom, anchor)
        if phrase is None:
            continue
        if found and phrase.start <= found[-1].start:  # "since the start of the war in 2022" is one
            found.pop()
        joined = _join(text, found[-1], phrase) if found else None
        if joined:
            found[-1] = joined
        else:
            found.append(phrase)
    return tuple(found)


def _atoms(sentence: Sentence, dates: Sequence[DateSpan]) -> Iterator[Atom]:
    """Give dates and wordings in order; where they overlap the date stays."""
    text = sentence.text
    index = at = 0
    for wording in wordings(sentence):
        if wording.start < at:
            continue
        while index < len(dates) and dates[index].start < wording.end:
            yield from _dated(text, dates[index])
            at = max(at, dates[index].end)
            index += 1
        if wording.start >= at:
            yield made(Atom, (wording.start, wording.end, "", wording, wording.kind))
            at = wording.end
    for span in dates[index:]:
        yield from _dated(text, span)


#: By how many years "this year" and its like are off the date of the text.
_YEARS_OFF = {"last": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1}


def _in_years(text: str, atoms: Iterator[Atom], anchor: date) -> Iterator[Atom]:
    """Make one of a yearless date and the year behind it: "in June last year", "18 June of this year"."""
    waiting: Atom | None = None
    for atom in atoms:
        year = None if waiting is None else _year_behind(text, waiting, atom, anchor)
        if waiting is not None and year is not None:
            day = waiting.iso[1:] if waiting.iso else f"-{MONTHS[text[waiting.start : waiting.end].lower()]:02}"
            yield Atom(waiting.start, atom.end, f"{year:04}{day}")
            waiting = None
            continue
        if waiting is not None:
            yield waiting
        waiting = atom
    if waiting is not None:
        yield waiting


def _year_behind(text: str, dated: Atom, behind: Atom, anchor: date) -> int | None:
    """Give the year that a wording directly behind a yearless date means; None where it means none."""
    wording = behind.wording
    if wording is None or wording.unit != "year" or wording.kind != "unit" or wording.word not in _YEARS_OFF:
        return None
    if not dated.yearless or dated.kind == "weekday" or "/" in dated.iso:
        return None
    joined = text[dated.end : behind.start] in (" ", " of ", ", ")
    return anchor.year + _YEARS_OFF[wording.word] if joined else None


def _dated(text: str, span: DateSpan) -> Iterator[Atom]:
    """Give the atom of a date; a distance in time reaches to its "ago"; clock times tell no day."""
    if span.clock:
        return
    if span.iso.startswith("P"):
        ago = _AGO.match(text, span.end)
        if ago:
            yield Atom(span.start, ago.end(), span.iso)
        return
    yield made(Atom, (span.start, span.end, span.iso, None, ""))


def _phrase(sentence: Sentence, atom: Atom, anchor: date | None) -> TimePhrase | None:
    """Widen an atom to the left and resolve it; None where it tells no time after all."""
    text = sentence.text
    left = Left(text, atom.start)
    if atom.kind == "vague":
        return _vague(text, atom, left, anchor)
    if not _stands(text, atom, left):
        return None
    widen(atom, left)
    strength = _strength(text, atom, left)
    if strength is None or (atom.kind == "whole" and not left.part):
        return None
    future = left.which in ("next", "coming")
    if not future and atom.yearless and not FUTURE_WORDS.isdisjoint(sentence.noted):
        clause = max(text.rfind(", ", 0, left.start), 0)
        future = _FUTURE.search(text, clause, left.start) is not None
    if atom.wording is None:
        interval = resolve(atom.iso, anchor, future=future)
    else:
        interval = days_meant(atom.wording, anchor, left.which, future) if anchor else None
    if interval and left.part == "so far":
        interval = (interval[0], max(anchor or interval[0], interval[0]))
    elif interval and left.part:
        interval = part_of(interval, left.part)
    if interval and left.months:
        interval = months_up_to(interval[1], left.months)
    low, high = bounded(interval, left.prep, anchor, future)
    reporting = in_frame(text, left.start, atom.end, 0, len(text))
    return made(TimePhrase, (left.start, atom.end, low, high, left.prep, strength, reporting))


def _vague(text: str, atom: Atom, left: Left, anchor: date | None) -> TimePhrase | None:
    """Read "already", "earlier", "so far": "earlier" only as an adverb ("had earlier put", "Earlier, ...")."""
    word = text[atom.start : atom.end].lower()
    if word in ("earlier", "previously"):
        after = _NEXT_WORD.match(text, atom.end)
        verb = bool(after and after[1].endswith("ed")) or left.peek() in ("had", "has", "have", "was", "were", "been")
        if not (verb or atom.end >= len(text) or text[atom.end] in ",.") or left.peek() == "than":
            return None
        if left.peek().rstrip("s") in ("hour", "day", "week", "month", "year", "decade", "minute"):
            return None
    low = anchor if word in ("now", "currently", "at present") else None
    return TimePhrase(atom.start, atom.end, low, anchor, "", "vague")


def _stands(text: str, atom: Atom, left: Left) -> bool:
    """Say whether a weekday or month is one: no "Black Friday", no "The Sunday Times", no bare "May"."""
    if atom.kind == "weekday" and left.peek() in NAMED_DAYS_BEFORE:
        after = _NEXT_WORD.match(text, atom.end) if left.peek() == "the" else None
        return left.peek() == "the" and (after is None or after[1].lower() not in PAPERS)
    if atom.kind == "month":
        return left.peek() in MONTH_AFTER or text.startswith("'s ", atom.end)
    return True


def _strength(text: str, atom: Atom, left: Left) -> Strength | None:
    """Tell how well a time can be a figure's own; None for what a figure is only compared with."""
    words = left.last(4)
    if left.prep == "since" and (RECORD_WORDS & set(words[-3:]) or any(word.endswith("est") for word in words[-2:])):
        return None
    last = words[-1] if words else ""
    if last in DROPPED_BEFORE and words[-2:-1] == ["than"] and not text.startswith(", when ", atom.end):
        return None  # "lower than in September", but "worse than in 2019, when 300 died"
    if last in _AGAINST or (last in ("with", "to") and words[-2:-1] == ["compared"]):
        return None
    if last in ("in", "on", "at", "during") and words[-2:-1] == ["than"] and not text.startswith(", when", atom.end):
        return None  # "17 fewer than in May"
    if last in ("in", "on") and words[-2:-1] and words[-2] in DONE and _is_past_deed(left.last(5)[:-2]):
        return None
    if atom.wording and (atom.kind == "ago" or atom.wording.word == "previous"):
        return None if last in COMPARED or left.prep == "from" else "loose"
    if atom.iso and "/" not in atom.iso and atom.iso[0] != "P" and left.start == atom.start:
        return _attribute(text, atom, words, opens=left.opens())
    return "loose" if left.prep == "from" else "firm"


_AGAINST = frozenset({"compared", "than", "versus", "vs", "vs.", "against"})


def _is_past_deed(words: list[str]) -> bool:
    """See whether "a deal", "the new law" stands before "signed in": then a time is that of the deal."""
    if not words or not words[-1].isalpha() or words[-1] in _BE:
        return False
    return any(word in DETERMINERS and all(map(str.isalpha, words[at + 1 :])) for at, word in enumerate(words[:-1]))


_BE = word_set("was were is are be been being had has have and not never")


def _attribute(text: str, atom: Atom, words: list[str], *, opens: bool) -> Strength | None:
    """Tell how well "a 2024 incursion", "its 2018 sales" or a plain year can be a figure's time."""
    last = words[-1] if words else ""
    after = _NEXT_WORD.match(text, atom.end)
    if not after or after[1].lower() in AFTER_YEAR or last in DROPPED_BEFORE:
        return "firm"
    if last in DETERMINERS or last.endswith(("'s", "s'")):
        inside = len(atom.iso) > 4 or (len(words) > 1 and words[-2] in ("in", "during", "at"))
        return "loose" if inside or opens or after[1].lower() in YEARLY_NOUNS else None
    return "loose"


def _join(text: str, first: TimePhrase, second: TimePhrase) -> TimePhrase | None:
    """Make one of "between May 2023" and "May 2024", "from March" and "to June", "2022" and "2023"."""
    gap = text[first.end : second.start]
    if len(gap) > 9 or "vague" in (first.strength, second.strength) or not _JOINED.match(gap):
        return None
    through = second.prep in ("until", "till", "through")
    if gap.strip() == "and" and first.prep not in ("between", "in", "during", "on", "of"):
        return None
    if (gap.isspace() and not (through and first.prep == "from")) or (
        second.prep and not through and second.prep != "to"
    ):
        return None
    low = first.low
    if low and second.high and low > second.high:  # "between May and July 2023": the year stands once
        years = second.high.year - (low.month > second.high.month)
        low = low.replace(year=max(1, years), day=min(low.day, 28) if low.month == 2 else low.day)
        if low > second.high:
            return None
    return first._replace(end=second.end, low=low, high=second.high, strength="firm")
