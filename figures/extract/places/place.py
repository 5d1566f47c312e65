"""Which place a figure speaks of: by rules from its sentence, and for named regions from the two before it."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import islice
from operator import itemgetter

from figures.extract.patterns import one_of
from figures.extract.places.mentions import CAPITALS, NAME, PlacePhrase, foreign, place_phrases
from figures.extract.places.place_words import REGION_TYPES, REGION_WORDS
from figures.extract.sentence import Sentence
from figures.extract.times.frames import speaks_between
from seeds.patterns import Later

Span = tuple[int, int]

_BORDER = Later(
    r"[;—,\s](?:(?<=[;—])|(?<=,)\s(?:with|while|but|although|though|whereas|which|who|and)\b"
    r"|(?<=\s)(?:–|while|whereas)\s)"
)
_DIGIT = Later(r"[0-9]")
#: How far from the figure a place may be named, in a sentence longer than twice that.
_REACH = 260
_SENTENCES_BACK = 2
#: A sentence up to this length is read once for all its figures. Longer ones, which `sentences` does not make, are
#: read anew around each.
_LONGEST = 2000


def place(sentence: Sentence, figure: Span, before: Iterable[Sentence] = ()) -> str | None:
    """Name the place the figure at the span `figure` of the view is about, as the text does; None when unsure.

    The phrase after the figure in its clause goes before the one in front of it; a place in the frame of a report
    ("told reporters in Kyiv") is none. `before` are the sentences before, nearest first: of them only a named
    region ("the Kursk region") is taken, and only where the sentence names no place.
    """
    low, high = sentence.start, sentence.end
    if high - low > _LONGEST:
        low, high = max(low, figure[0] - _REACH), min(high, figure[1] + _REACH)
        sentence = sentence.piece(low, high)
    phrases = place_phrases(sentence)
    if phrases:
        chosen = _chosen(sentence, (figure[0] - low, figure[1] - low), phrases)
        if chosen is not None:
            return " ".join(sentence.text[chosen.start : chosen.end].split())
    for earlier in islice(before, _SENTENCES_BACK):
        region = _last_region(earlier)
        if region:
            return region
    return None


def _chosen(sentence: Sentence, figure: Span, phrases: Sequence[PlacePhrase]) -> PlacePhrase | None:
    """Choose between the nearest place after the figure and the nearest before it; the others rank behind them."""
    start, end = figure
    reach = _REACH if len(sentence.text) > 2 * _REACH else len(sentence.text)
    after = bisect_left(phrases, end, key=itemgetter(0))
    before = after - 1
    while before >= 0 and phrases[before].end > start:
        before -= 1
    best: tuple[int, int] | None = None
    if after < len(phrases) and phrases[after].end <= end + reach:
        rank = _rank(sentence, (end, phrases[after].start), after=True)
        best = (rank, after) if rank is not None else None
    if best and best[0] == 0:
        return phrases[after]
    if before >= 0 and phrases[before].start >= start - reach:
        rank = _rank(sentence, (phrases[before].end, start), after=False)
        if rank is not None and (best is None or rank < best[0]):
            best = rank, before
    return phrases[best[1]] if best else None


def _rank(sentence: Sentence, gap: Span, *, after: bool) -> int | None:
    """Rank a place: 0 after the figure in its clause, 1 before it, 2 after another number, 3 and 4 in other clauses."""
    if speaks_between(sentence, *gap):
        return None
    if _BORDER.search(sentence.text, *gap) is not None:
        return 4 if after else 3
    return 1 if not after else 2 if _DIGIT.search(sentence.text, *gap) else 0


@lru_cache(maxsize=16)
def _last_region(sentence: Sentence) -> str | None:
    """Give the last region named with its type in a sentence, or at the end of a long one: "Russia's Kursk region"."""
    found: str | None = None
    if REGION_WORDS.isdisjoint(sentence.noted):
        return None
    text = sentence.text[-2 * _REACH :]
    region, last = _region(), 0
    for capital in CAPITALS.finditer(text):
        match = region.match(text, capital.start()) if capital.start() >= last else None
        if match:
            last = match.end()
            if not foreign(match["name"].split()):
                found = " ".join(match.group().removeprefix("The ").split())
    return found


@cache
def _region() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{NAME}'s\s)?(?P<name>{NAME}(?:\s{NAME}){{0,2}})\s{one_of([*REGION_TYPES, 'City', 'Strip'])}\b"
    )
