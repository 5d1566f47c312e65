"""Which time a figure speaks of: the wording of its sentence that governs it."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date
from operator import itemgetter
from typing import NamedTuple

from figures.extract.draft import made
from figures.extract.sentence import Sentence
from figures.extract.times.dates import DateSpan
from figures.extract.times.phrases import TimePhrase, time_phrases
from seeds.patterns import Later

Span = tuple[int, int]
#: Rank, distance from the figure and number of a wording: the smaller, the surer.
Rank = tuple[int, int, int]


class AsOf(NamedTuple):
    """The wording of a figure's time and its first and last day (ISO dates); None where unknown or open."""

    words: str
    start: str | None
    end: str | None


class _Around(NamedTuple):
    """A sentence with a figure in it, or the stretch of a very long one around it; all offsets are its own.

    `phrases` are those near the figure, `others` the figures beside it; `whole` if its opening counts as near, too.
    """

    text: str
    figure: Span
    phrases: Sequence[TimePhrase]
    others: Sequence[Span]
    whole: bool


#: What parts a clause from the next: a figure does not take its time across it while it has one of its own.
_BORDER = Later(
    r"""[;—:,\s](?:  # one class first, for which `re` looks quickly
    (?<=[;—])|(?<=:)\s
    |(?<=,)\s(?:with|while|but|although|though|whereas|which|who|whose|compared|up|down|from
      |(?:and|or)(?!\s(?:\w+ing|(?:about|around|nearly|some|roughly)?\s?[$€£0-9]))
      )\b
    |(?<=\s)(?:[–-]\s|and\s(?:the|an?|its|their|his|her|it|they|he|she)\b
      |than\s(?<!more\sthan\s)(?<!less\sthan\s)(?<!ewer\sthan\s)(?<!ther\sthan\s)
      |as\s(?=(?:in|on|during)\s|at\s(?![0-9A-Z]))
      |(?:said|reported|announced)\s(?:on\s\w+\s)?as\s
      |(?:while|whereas|compared|versus|against|followed\sby|after|before|because|that|if|unless)\s))""",
    re.VERBOSE,
)
#: Two figures either side of one of these do not share a time that stands with the second.
_CHANGE = Later(r"\b(?:from|to|than|compared|versus|against|(?:up|down)\s(?:from|to|by|[0-9]))\b")
_FRAME = Later(
    r"[\"'(\s]*(?:(?:in|on|at|as|of|by|since|during|the|late|early|just|only|back|between|from|for)\s)*\Z",
    re.IGNORECASE,
)
#: "40 boats, of which 12 sank on Sunday": the time is the part's.
_PART = Later(r",\sof\swh(?:ich|om)\b")
#: "It has doubled since 2019 and now stands at 40."
_NOW = Later(r"\b(?:and|but)\s(?:(?:is\s|are\s|has\s)?(?:now|currently)|(?:has|have|had)\ssince)\s")
_PERFECT = Later(r",?\s(?:has|have)\s")
_RELATIVES = ("which ", "who ", "whose ", "where ")
_GAP_REACH, _OPENING, _CLOSE, _CLOSE_BY = 240, 25, 20, 16
#: How far from a figure a wording of time may stand, in characters.
_WINDOW = 480
#: A sentence up to this length is read once for all its figures. Longer ones, which `sentences` does not make, are
#: read anew around each.
_LONGEST = 2000
#: "already" and its like speak of a figure close by; "now" is often no more than a filler.
_VAGUE_REACH, _NOW_REACH = 48, 16
_START = itemgetter(0)


def as_of(
    sentence: Sentence,
    figure: Span,
    dates: Sequence[DateSpan],
    anchor: date | None,
    others: Sequence[Span] = (),
) -> AsOf | None:
    """Tell which time the figure at the span `figure` of the view speaks of, from its sentence; None where none does.

    `dates` are those of `find_dates`, `anchor` the date of the text, `others` the other figures of the sentence, so
    that the date of another is not taken; both in order. The time of the reporting ("said in March that") counts only
    where the figure's own clause has none.
    """
    opening = low = sentence.start
    high = sentence.end
    if high - low > _LONGEST:
        low, high = max(low, figure[0] - _WINDOW), min(high, figure[1] + _WINDOW)
        sentence = sentence.piece(low, high)
    text = sentence.text
    phrases: Sequence[TimePhrase] = time_phrases(sentence, _within(dates, low, high) if dates else (), anchor)
    if not phrases:
        return None
    start, end = figure[0] - low, figure[1] - low
    if len(text) > 2 * _WINDOW:
        first = bisect_left(phrases, start - _WINDOW, key=_START)
        last = bisect_left(phrases, end + _WINDOW, first, key=_START)
        phrases = [phrase for phrase in phrases[first:last] if phrase.end <= end + _WINDOW]
    rivals = [(first - low, last - low) for first, last in others if low <= first < high]
    whole = low == opening and (start <= _WINDOW or len(text) <= 2 * _WINDOW)
    chosen = _chosen(made(_Around, (text, (start, end), phrases, rivals, whole)))
    if chosen is None:
        return None
    return made(AsOf, (" ".join(text[chosen.start : chosen.end].split()), _iso(chosen.low), _iso(chosen.high)))


def _within(dates: Sequence[DateSpan], low: int, high: int) -> tuple[DateSpan, ...]:
    """Give the dates of view[low:high] as dates of that stretch alone."""
    first = bisect_left(dates, low, key=_START)
    last = bisect_left(dates, high, first, key=_START)
    return tuple(
        [
            made(DateSpan, (span.start - low, span.end - low, span.iso, span.clock))
            for span in dates[first:last]
            if span.end <= high
        ]
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _chosen(sentence: _Around) -> TimePhrase | None:
    """Give the wording that governs the figure most surely, by rank, then distance, then order; None where none does.

    Ranks: 0 after it in its clause, 1 before it there, 2 at the opening of the sentence, 3 shared with figures
    between, 5 the time of the reporting, 6 an event the clause mentions, 7 and on for loose and 20 for vague wordings.
    """
    phrases = sentence.phrases
    middle = bisect_left(phrases, sentence.figure[1], key=_START)
    best = _nearest(sentence, range(middle, len(phrases)), None, after=True)
    best = _nearest(sentence, range(middle - 1, -1, -1), best, after=False)
    return None if best is None else phrases[best[2]]


def _nearest(sentence: _Around, side: Iterable[int], best: Rank | None, *, after: bool) -> Rank | None:
    """Rank the wordings on one side of the figure, the nearest first, until none further off can be better."""
    text, (start, end) = sentence.text, sentence.figure
    border = between = False
    for order in side:
        phrase = sentence.phrases[order]
        gap = (end, phrase.start) if after else (phrase.end, start)
        distance = gap[1] - gap[0]
        if distance < 0:
            continue  # the figure itself is part of it
        if best is not None and best < (_least(sentence, border, between, after), distance, -1):
            break
        rank: int | None = 5
        if not phrase.reporting:
            opens = (
                not after and phrase.start < _OPENING and sentence.whole and bool(_FRAME.match(text, 0, phrase.start))
            )
            if distance > _GAP_REACH and not opens:
                continue
            border = border or _BORDER.search(text, gap[0], gap[1] + 1) is not None
            between = between or _between(sentence, gap)
            border = border or (after and _PART.search(text, gap[0], gap[1]) is not None)
            parted = border or (
                not after
                and (
                    _in_aside(text, phrase.start, gap)
                    or _of_start(sentence, phrase, gap)
                    or _NOW.search(text, *gap) is not None
                )
            )
            rank = _firm_rank(text, gap, after, opens, parted, between)
            rank = None if rank is None else _with_strength(sentence, phrase, rank, distance)
        if rank is not None and (best is None or (rank, distance, order) < best):
            best = rank, distance, order
    return best


def _least(sentence: _Around, border: bool, between: bool, after: bool) -> int:
    """Give the best rank that a wording further off can have."""
    if not (border or between):
        return 0 if after else 1
    if sentence.whole and not after:
        return 2
    return 5 if border else 3


def _firm_rank(text: str, gap: Span, after: bool, opens: bool, border: bool, between: bool) -> int | None:
    """Rank a wording as if it told its time firmly, by what stands in the gap between it and the figure."""
    aside = after and text.endswith(", ", gap[0], gap[1])  # "he ran 5 km, tomorrow he will rest"
    if not (border or aside or between) or (not after and text.startswith(":", gap[0])):
        return 0 if after else 1
    if opens and text.find(";", *gap) < 0:
        return 2
    return None if border or (after and _CHANGE.search(text, *gap)) else 3


def _with_strength(sentence: _Around, phrase: TimePhrase, rank: int, distance: int) -> int | None:
    """Lower the rank of a loose or vague wording, and of a time that belongs to the subject."""
    if phrase.strength == "vague":
        reach = _NOW_REACH if sentence.text[phrase.start : phrase.end].lower() == "now" else _VAGUE_REACH
        return rank + 20 if distance <= reach else None
    if phrase.strength == "loose" and not (rank == 0 and distance <= _CLOSE):
        return rank + 7
    return 6 if rank == 1 and _inside_subject(sentence, phrase) else rank


def _in_aside(text: str, start: int, gap: Span) -> bool:
    """Say whether a wording stands in a relative clause that ends before the figure: "which fell in May, rose 3%"."""
    if text.find(",", *gap) < 0:
        return False
    comma = text.rfind(",", 0, start)
    return comma >= 0 and text.startswith(_RELATIVES, comma + 2)


def _of_start(sentence: _Around, phrase: TimePhrase, gap: Span) -> bool:
    """Say whether a wording is that of the figure which this one came from: "from 30 in May to 45"."""
    near = phrase.start - _CLOSE_BY
    return sentence.text.startswith(" to ", gap[0]) and any(near <= end <= phrase.start for _, end in sentence.others)


def _between(sentence: _Around, gap: Span) -> bool:
    """Say whether another figure stands in the gap, that is not part of a wording of time."""
    for start, end in sentence.others:
        if gap[0] <= start and end <= gap[1] and not any(p.start <= start and end <= p.end for p in sentence.phrases):
            return True
    return False


def _inside_subject(sentence: _Around, phrase: TimePhrase) -> bool:
    """Say whether a past time belongs to the subject of a perfect: "said the blast last week has killed 24"."""
    return (
        phrase.prep not in ("since", "by")
        and _PERFECT.match(sentence.text, phrase.end, sentence.figure[0]) is not None
        and any(other.reporting for other in sentence.phrases)
    )
