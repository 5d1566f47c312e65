"""Which time a figure speaks of: the wording of its sentence that governs it."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter, itemgetter

from figures.extract.times.dates import DateSpan
from figures.extract.times.phrases import TimePhrase, time_phrases

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class AsOf:
    """The wording of a figure's time and its first and last day (ISO dates); None where unknown or open."""

    words: str
    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence, or the stretch of a long one around a figure, with all offsets its own."""

    text: str
    figure: Span
    phrases: Sequence[TimePhrase]
    others: Sequence[Span]
    whole: bool


#: What parts a clause from the next: a figure does not take its time across it while it has one of its own.
_BORDER = re.compile(
    r"""[;—]|\s–\s|\s-\s|:\s|,\s(?:with|while|but|although|though|whereas|which|who|whose|compared|up|down|from|and|or)\b
    |\sand\s(?:the|an?|its|their|his|her|it|they|he|she)\b
    |(?<!more)(?<!less)(?<!ewer)(?<!ther)\sthan\s
    |\s(?:while|whereas|compared|versus|against|followed\sby|after|before|when|because|that|if|unless)\s""",
    re.VERBOSE,
)
#: Two figures either side of one of these do not share a time that stands with the second.
_CHANGE = re.compile(r"\b(?:from|to|than|compared|versus|against|up|down)\b")
_FRAME = re.compile(
    r"[\"'(\s]*(?:(?:in|on|at|as|of|by|since|during|the|late|early|just|only|back|between|from|for)\s)*\Z",
    re.IGNORECASE,
)
_PERFECT = re.compile(r",?\s(?:has|have)\s")
_GAP_REACH, _OPENING, _CLOSE = 240, 25, 6
#: How far from a figure a wording of time may stand, in characters: sentences have no greatest length.
_WINDOW = 480
#: "already" and its like speak of a figure close by; "now" is often no more than a filler.
_VAGUE_REACH, _NOW_REACH = 48, 16


def as_of(
    view: str,
    sentence: Span,
    figure: Span,
    dates: Sequence[DateSpan],
    anchor: date | None,
    others: Sequence[Span] = (),
) -> AsOf | None:
    """Tell which time the figure at view[figure] speaks of, from the words of its sentence; None where none does.

    `dates` are those of `find_dates`, `anchor` the date of the text, `others` the other figures of the sentence, so
    that the date of another is not taken; both in order. The time of the reporting ("said in March that") counts only
    where the figure's own clause has none.
    """
    low, high = sentence
    if high - low > 2 * _WINDOW:
        low, high = max(low, figure[0] - _WINDOW), min(high, figure[1] + _WINDOW)
    text = view[low:high]
    phrases = time_phrases(text, _within(dates, low, high), anchor)
    if not phrases:
        return None
    first = bisect_left(others, low, key=itemgetter(0))
    rivals = [(start - low, end - low) for start, end in others[first : bisect_left(others, high, key=itemgetter(0))]]
    clause = _Sentence(text, (figure[0] - low, figure[1] - low), phrases, rivals, low == sentence[0])
    ranked = [(rank, order) for order, phrase in enumerate(phrases) if (rank := _rank(clause, phrase))]
    if not ranked:
        return None
    chosen = phrases[min(ranked)[1]]
    return AsOf(" ".join(text[chosen.start : chosen.end].split()), _iso(chosen.low), _iso(chosen.high))


def _within(dates: Sequence[DateSpan], low: int, high: int) -> tuple[DateSpan, ...]:
    """Give the dates of view[low:high] as dates of that stretch alone."""
    first = bisect_left(dates, low, key=attrgetter("start"))
    last = bisect_left(dates, high, first, key=attrgetter("start"))
    return tuple(
        DateSpan(span.start - low, span.end - low, span.iso, span.clock)
        for span in dates[first:last]
        if span.end <= high
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _rank(sentence: _Sentence, phrase: TimePhrase) -> tuple[int, int] | None:
    """Rank how surely a wording governs the figure, by kind and distance; None where it does not.

    0 after it in its clause, 1 before it there, 2 at the opening of the sentence, 3 shared with figures between,
    5 the time of the reporting, 6 an event the clause mentions, 7 and on for loose and 20 for vague wordings.
    """
    figure, text = sentence.figure, sentence.text
    if phrase.start < figure[1] and figure[0] < phrase.end:
        return None
    after = phrase.start >= figure[1]
    gap = (figure[1], phrase.start) if after else (phrase.end, figure[0])
    distance = gap[1] - gap[0]
    if phrase.reporting:
        return 5, distance
    opens = not after and phrase.start < _OPENING and sentence.whole and bool(_FRAME.match(text, 0, phrase.start))
    if distance > _GAP_REACH and not opens:
        return None
    rank = _firm_rank(sentence, gap, after, opens)
    if rank is None:
        return None
    if phrase.strength == "vague":
        reach = _NOW_REACH if text[phrase.start : phrase.end].lower() == "now" else _VAGUE_REACH
        return (rank + 20, distance) if distance <= reach else None
    if phrase.strength == "loose" and not (rank == 0 and distance <= _CLOSE):
        return rank + 7, distance
    return 6 if rank == 1 and _inside_subject(sentence, phrase) else rank, distance


def _firm_rank(sentence: _Sentence, gap: Span, after: bool, opens: bool) -> int | None:
    """Rank a wording as if it told its time firmly, by what stands in the gap between it and the figure."""
    border = _BORDER.search(sentence.text, gap[0], gap[1] + 1) is not None
    aside = after and sentence.text.endswith(", ", gap[0], gap[1])  # "he ran 5 km, tomorrow he will rest"
    if not border and not aside and not _between(sentence, gap):
        return 0 if after else 1
    if opens and sentence.text.find(";", *gap) < 0:
        return 2
    if border or (after and _CHANGE.search(sentence.text, *gap)):
        return None
    return 3


def _between(sentence: _Sentence, gap: Span) -> bool:
    """Say whether another figure stands in the gap, that is not part of a wording of time."""
    for start, end in sentence.others:
        if gap[0] <= start and end <= gap[1] and not any(p.start <= start and end <= p.end for p in sentence.phrases):
            return True
    return False


def _inside_subject(sentence: _Sentence, phrase: TimePhrase) -> bool:
    """Say whether a past time belongs to the subject of a perfect: "said the blast last week has killed 24"."""
    return (
        phrase.prep not in ("since", "by")
        and _PERFECT.match(sentence.text, phrase.end, sentence.figure[0]) is not None
        and any(other.reporting for other in sentence.phrases)
    )
