"""Which place a figure speaks of: by rules from its sentence, and for named regions from the two before it."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from operator import itemgetter
from typing import NamedTuple

from figures.extract.patterns import one_of
from figures.extract.places.place_words import (
    AFTER_NAME,
    BEFORE_FROM,
    BEFORE_OF,
    BEFORE_ON,
    COUNTRY_PARTS,
    KNOWN,
    LEADS,
    NOT_PLACES,
    PLACE_TYPES,
    PREPOSITIONS,
    REGION_TYPES,
)
from figures.extract.sources.lexicon import occurrences, words_in
from figures.extract.sources.source_words import ORG_WORDS, TITLES
from figures.extract.times.frames import in_frame, speaks_between

Span = tuple[int, int]


class PlacePhrase(NamedTuple):
    """A place named at text[start:end], without its preposition and "the"."""

    start: int
    end: int


_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀĆČĎĐĒĘĞĪİĶŁŃŇŐŘŚŞŠŤŪŮŰŹŻŽ]"
_NAME = rf"(?:(?:[A-Z]\.){{2,3}}|(?:St|Mt|Ft)\.|{_CAPITAL}[\w'-]{{0,30}})"
#: What stands after a preposition: words in lower case, of which `_leads` must know all, and a name.
_NAMED = re.compile(
    rf"""\s(?P<lead>(?:[a-z-]{{1,14}}\s){{0,7}})
    (?P<name>{_NAME}(?:\s(?:(?:of|de|del|la|al|es|the)\s(?:the\s)?)?{_NAME}){{0,5}})
    (?=(?P<more>\s[a-z][a-z-]{{1,14}}\b
      (?:\s(?:of\s(?:the\s)?|[a-z][a-z-]{{1,14}}\s)?{_NAME}(?:\s{_NAME}){{0,2}}(?:\s[a-z]{{3,14}}\b)?)?)?)""",
    re.VERBOSE,
)
_FIRST_LEADS = LEADS | BEFORE_OF
_REGION_WORDS = REGION_TYPES | {"city", "strip"}
_OUTER = re.compile(rf",\s({_NAME}(?:\s{_NAME}){{0,2}})")
_BORDER = re.compile(r"[;—]|\s–\s|,\s(?:with|while|but|although|though|whereas|which|who|and)\b|\s(?:while|whereas)\s")
_MONEY = re.compile(r"\s?[$€£¥]")
_DIGIT = re.compile(r"[0-9]")
_NEXT = re.compile(r"\s([a-zA-Z][\w-]*)")
_NEAR = frozenset({"in", "near", "across", "inside", "outside", "around", "throughout", "into"})
#: How far from the figure a place may be named, in a sentence longer than twice that.
_REACH = 260
#: A sentence up to this length is read once for all its figures. Longer ones, which `sentences` does not make, are
#: read anew around each.
_LONGEST = 2000


def place(view: str, sentence: Span, figure: Span, before: Sequence[Span] = ()) -> str | None:
    """Name the place the figure at view[figure] is about, as the text does; None when unsure.

    The phrase after the figure in its clause goes before the one in front of it; a place in the frame of a report
    ("told reporters in Kyiv") is none. `before` are the sentences before, nearest first: of them only a named
    region ("the Kursk region") is taken, and only where the sentence names no place.
    """
    low, high = sentence
    if high - low > _LONGEST:
        low, high = max(low, figure[0] - _REACH), min(high, figure[1] + _REACH)
    text = view[low:high]
    phrases = place_phrases(text)
    if phrases:
        chosen = _chosen(text, (figure[0] - low, figure[1] - low), phrases)
        if chosen is not None:
            return " ".join(text[chosen.start : chosen.end].split())
    for start, end in before[:2]:
        region = _last_region(view[max(start, end - 2 * _REACH) : end])
        if region:
            return region
    return None


@lru_cache(maxsize=16)
def place_phrases(text: str) -> tuple[PlacePhrase, ...]:
    """Give the place phrases of a sentence outside the frame of a report, in order; kept for its other figures."""
    found: list[PlacePhrase] = []
    for match, prep in _mentions(text):
        span = _place_in(text, match, prep)
        if span and _preposition_fits(text, match, prep) and not in_frame(text, *span, 0, len(text)):
            found.append(PlacePhrase(*span))
    return tuple(found)


def _mentions(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """Yield what follows each preposition that a name follows, and the preposition, in text order."""
    starts: list[tuple[int, str]] = []
    for word in PREPOSITIONS & words_in(text):
        for form in (word, word.capitalize()):
            starts += [(at + len(word), word) for at in occurrences(text, form) if _may_be_named(text, at + len(word))]
    last = 0
    for at, prep in sorted(starts):
        match = _NAMED.match(text, at) if at - len(prep) >= last else None
        if match and _leads(match["lead"].split()):
            last = match.end()
            yield match, prep


def _may_be_named(text: str, at: int) -> bool:
    """Say whether a name can follow at `at`: a capital, or a word that may stand before one."""
    sign = text[at + 1 : at + 2]
    if not sign.islower():
        return sign.isupper()
    following = text[at : at + 16].split(None, 1)
    return following[0] in _FIRST_LEADS


def _leads(words: Sequence[str]) -> bool:
    """Say whether the words may stand between a preposition and a name: "the northern", "the city of the"."""
    if "of" in words:
        at = words.index("of")
        if at == 0 or words[at - 1] not in BEFORE_OF or words[at + 1 :] not in ([], ["the"]):
            return False
        words = words[: at - 1]
    return len(words) <= 4 and all(word in LEADS for word in words)


def _chosen(text: str, figure: Span, phrases: Sequence[PlacePhrase]) -> PlacePhrase | None:
    """Choose between the nearest place after the figure and the nearest before it; the others rank behind them."""
    start, end = figure
    reach = _REACH if len(text) > 2 * _REACH else len(text)
    after = bisect_left(phrases, end, key=itemgetter(0))
    before = after - 1
    while before >= 0 and phrases[before].end > start:
        before -= 1
    best: tuple[int, int] | None = None
    if after < len(phrases) and phrases[after].end <= end + reach:
        rank = _rank(text, (end, phrases[after].start), after=True)
        best = (rank, after) if rank is not None else None
    if best and best[0] == 0:
        return phrases[after]
    if before >= 0 and phrases[before].start >= start - reach:
        rank = _rank(text, (phrases[before].end, start), after=False)
        if rank is not None and (best is None or rank < best[0]):
            best = rank, before
    return phrases[best[1]] if best else None


def _rank(text: str, gap: Span, *, after: bool) -> int | None:
    """Rank a place: 0 after the figure in its clause, 1 before it, 2 after another number, 3 and 4 in other clauses."""
    if speaks_between(text, *gap):
        return None
    if _BORDER.search(text, *gap) is not None:
        return 4 if after else 3
    return 1 if not after else 2 if _DIGIT.search(text, *gap) else 0


def _preposition_fits(view: str, match: re.Match[str], prep: str) -> bool:
    """Say whether a preposition speaks of a place: "according to" does not, "on" and "from" only after some words."""
    if prep not in ("of", "on", "from", "to"):
        return True
    start = match.start() - len(prep)
    words = view[max(0, start - 24) : start].split()
    last = words[-1].lower().strip(",(\"'") if words else ""
    if prep == "of":
        return last in BEFORE_OF or last.endswith("%")
    if prep == "on":
        return last in BEFORE_ON or match["lead"].endswith("of ") or _part_follows(match)
    if prep == "from":
        return last in BEFORE_FROM
    return last not in ("according", "thanks", "due", "loyal", "belonging", "belongs", "prior", "compared", "referring")


def _part_follows(match: re.Match[str]) -> bool:
    return (match["more"] or "").split(" ")[1:2] in (["territory"], ["soil"], ["border"], ["coast"])


def _place_in(view: str, match: re.Match[str], prep: str) -> Span | None:
    """Give the span of the place that a preposition and a name make, None where they make none."""
    lead = match["lead"].split()
    names = match["name"].split()
    more = (match["more"] or "").split()
    stop = match.end("name")
    if "of" in lead:  # "in the city of Sumy"
        return None if _foreign(names) else (match.start("name"), _outer(view, stop))
    start = match.start("lead") + 4 if lead[:1] == ["the"] else match.start("lead")
    if len(more) > 2 and more[0] in PLACE_TYPES and more[1] == "of":  # "in the Ukrainian city of Sumy"
        first = 3 if more[2] == "the" else 2
        last = max(index for index, word in enumerate(more) if word[0].isupper())
        return None if _foreign(more[first : last + 1]) else _words_span(match, more, first, last)
    if more and more[0] in PLACE_TYPES and not _foreign(names):
        return start, match.end("name") + 1 + len(more[0])
    if names[-1].endswith("'s"):
        return _owned(match, start, names, more)
    if more and more[0] in COUNTRY_PARTS:
        return start, match.end("name") + 1 + len(more[0])
    return _plain(view, match, prep, start, stop)


def _owned(match: re.Match[str], start: int, names: list[str], more: list[str]) -> Span | None:
    """Read "Russia's war-torn Kursk region": a known place that owns a smaller one named after it."""
    if not more or _known(" ".join(names)[:-2]) is False:
        return None
    if more[0] in COUNTRY_PARTS or more[0] in PLACE_TYPES:
        return start, match.end("name") + 1 + len(more[0])
    kinds = [index for index, word in enumerate(more) if word.lower() in PLACE_TYPES]
    return (start, _words_span(match, more, 0, kinds[-1])[1]) if kinds else None


def _words_span(match: re.Match[str], more: Sequence[str], first: int, last: int) -> Span:
    """Give the span of the words first..last of what follows a name; each is parted by one blank."""
    at = match.start("more") + 1 + sum(len(word) + 1 for word in more[:first])
    return at, at + len(" ".join(more[first : last + 1]))


def _plain(view: str, match: re.Match[str], prep: str, start: int, stop: int) -> Span | None:
    """Read a name without a type after it: known, or after "in" and its like with nothing behind that it describes."""
    if _MONEY.match(view, stop):  # "to US $7.2 billion"
        return None
    names, lead = match["name"].split(), match["lead"].split()
    name = " ".join(names)
    typed = len(names) > 1 and (names[-1].lower() in PLACE_TYPES or names[0] in _FIRST_TYPES)
    if _known(name) or (typed and not _foreign(names) and prep not in ("to", "of", "from")):
        return start, _outer(view, stop)
    cut = _known_head(view, match, prep, names)
    if cut:
        return start, cut
    outer = _outer(view, stop)
    if outer > stop and not _foreign(names):
        return start, outer
    after = _NEXT.match(view, stop)
    alone = after is None or after[1].lower() in AFTER_NAME
    if prep in _NEAR and alone and len(names) <= 2 and "the" not in lead and not _foreign(names) and _nameable(names):
        return start, stop
    return None


_FIRST_TYPES = frozenset({"Lake", "Mount", "Mt.", "Port", "Fort", "Ft.", "Cape", "San", "Santa", "Saint", "St."})


def _known(name: str) -> bool:
    plain = name.replace(".", "").lower() if "St." not in name else name.replace("St.", "St").lower()
    if plain in KNOWN:
        return True
    head, _, tail = plain.partition(" ")
    return head in LEADS and tail in KNOWN


def _known_head(view: str, match: re.Match[str], prep: str, names: list[str]) -> int | None:
    """Give where a known place ends that other capitals follow: a weekday ("in Kyiv Sunday"), a word of a headline."""
    for count in range(len(names) - 1, 0, -1):
        if not _known(" ".join(names[:count])):
            continue
        rest = names[count]
        if rest.lower() in NOT_PLACES or (_headline(view, match.start() - len(prep)) and rest.lower() not in ORG_WORDS):
            return match.start("name") + len(" ".join(names[:count]))
    return None


def _headline(view: str, start: int) -> bool:
    """Say whether the words around are written like a headline, every one with a capital."""
    words = [word for word in view[max(0, start - 40) : start].split()[1:] if word[:1].isalpha()]
    return len(words) > 2 and sum(word[0].isupper() for word in words if len(word) > 3) >= sum(
        len(w) > 3 for w in words
    )


def _outer(view: str, stop: int) -> int:
    """Give where a place ends with the larger one it lies in: "Springfield, Illinois"."""
    match = _OUTER.match(view, stop)
    return match.end() if match and _known(match[1]) else stop


def _foreign(names: Sequence[str]) -> bool:
    """Say whether a name is a person's, an institution's or no name: "President Putin", "the Research Institute"."""
    lows = [name.lower().strip(".") for name in names]
    return any(low in ORG_WORDS or low in TITLES or low in NOT_PLACES for low in lows) and lows[-1] not in REGION_TYPES


def _nameable(names: Sequence[str]) -> bool:
    """Say whether unknown words look like the name of a place, not an abbreviation or a language."""
    return all(len(name) > 3 and not name.isupper() and not name.endswith(("ish", "ese", "'s", "s'")) for name in names)


@lru_cache(maxsize=16)
def _last_region(sentence: str) -> str | None:
    """Give the last region named with its type in a sentence: "Russia's Kursk region"."""
    found: str | None = None
    if _REGION_WORDS.isdisjoint(words_in(sentence)):
        return None
    for match in _region().finditer(sentence):
        if not _foreign(match["name"].split()):
            found = " ".join(match.group().removeprefix("The ").split())
    return found


@cache
def _region() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{_NAME}'s\s)?(?P<name>{_NAME}(?:\s{_NAME}){{0,2}})\s{one_of([*REGION_TYPES, 'City', 'Strip'])}\b"
    )
