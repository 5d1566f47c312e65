"""Which place a figure speaks of: by rules from its sentence, and for named regions from the two before it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

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
    REGION_TYPES,
)
from figures.extract.sources.source_words import ORG_WORDS, TITLES
from figures.extract.times.frames import in_frame, speaks_between

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class PlacePhrase:
    """A place named at text[start:end], without its preposition and "the"."""

    start: int
    end: int


_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀĆČĎĐĒĘĞĪİĶŁŃŇŐŘŚŞŠŤŪŮŰŹŻŽ]"
_NAME = rf"(?:(?:[A-Z]\.){{2,3}}|(?:St|Mt|Ft)\.|{_CAPITAL}[\w'-]{{0,30}})"
_PREPOSITIONS = (
    *("in", "into", "to", "near", "at", "across", "from", "around", "inside", "outside", "off", "on", "toward"),
    *("towards", "throughout", "over", "within", "along", "of", "hit", "struck", "hitting", "striking", "attacked"),
    *("shelled", "bombed", "entered", "entering", "reached", "visited"),
)
_MENTION = re.compile(
    rf"""\b(?P<prep>{one_of(_PREPOSITIONS, capitals=True)})\s
    (?P<lead>(?:{one_of(LEADS)}\s){{0,4}}(?:{one_of(BEFORE_OF)}\sof\s(?:the\s)?)?)
    (?P<name>{_NAME}(?:\s(?:(?:of|de|del|la|al|es|the)\s(?:the\s)?)?{_NAME}){{0,5}})
    (?=(?P<more>\s[a-z][a-z-]{{1,14}}\b
      (?:\s(?:of\s(?:the\s)?|[a-z][a-z-]{{1,14}}\s)?{_NAME}(?:\s{_NAME}){{0,2}}(?:\s[a-z]{{3,14}}\b)?)?)?)""",
    re.VERBOSE,
)
_REGION = re.compile(
    rf"\b(?:{_NAME}'s\s)?(?P<name>{_NAME}(?:\s{_NAME}){{0,2}})\s{one_of([*REGION_TYPES, 'City', 'Strip'])}\b"
)
_OUTER = re.compile(rf",\s({_NAME}(?:\s{_NAME}){{0,2}})")
_BORDER = re.compile(r"[;—]|\s–\s|,\s(?:with|while|but|although|though|whereas|which|who|and)\b|\s(?:while|whereas)\s")
_MONEY = re.compile(r"\s?[$€£¥]")
_DIGIT = re.compile(r"[0-9]")
_NEXT = re.compile(r"\s([a-zA-Z][\w-]*)")
_NEAR = frozenset({"in", "near", "across", "inside", "outside", "around", "throughout", "into"})
_REACH = 260


def place(view: str, sentence: Span, figure: Span, before: Sequence[Span] = ()) -> str | None:
    """Name the place the figure at view[figure] is about, as the text does; None when unsure.

    The phrase after the figure in its clause goes before the one in front of it; a place in the frame of a report
    ("told reporters in Kyiv") is none. `before` are the sentences before, nearest first: of them only a named
    region ("the Kursk region") is taken, and only where the sentence names no place.
    """
    best: tuple[int, int] | None = None
    chosen: PlacePhrase | None = None
    low, high = sentence
    if high - low > 2 * _REACH:
        low, high = max(low, figure[0] - _REACH), min(high, figure[1] + _REACH)
    for found in place_phrases(view[low:high]):
        phrase = PlacePhrase(low + found.start, low + found.end)
        rank = _rank(view, sentence, figure, phrase)
        if rank is None:
            continue
        distance = abs(phrase.start - figure[1])
        if best is None or (rank, distance) < best:
            best, chosen = (rank, distance), phrase
    if chosen is not None:
        return " ".join(view[chosen.start : chosen.end].split())
    for start, end in before[:2]:
        region = _last_region(view[max(start, end - 2 * _REACH) : end])
        if region:
            return region
    return None


@lru_cache(maxsize=16)
def place_phrases(text: str) -> tuple[PlacePhrase, ...]:
    """Give the place phrases of a sentence in order; kept for its other figures."""
    found: list[PlacePhrase] = []
    for match in _MENTION.finditer(text):
        span = _place_in(text, match)
        if span and _preposition_fits(text, match):
            found.append(PlacePhrase(*span))
    return tuple(found)


def _rank(view: str, sentence: Span, figure: Span, phrase: PlacePhrase) -> int | None:
    """Rank a place: 0 after the figure in its clause, 1 before it, 2 after another number, 3 and 4 in other clauses."""
    after = phrase.start >= figure[1]
    if not after and phrase.end > figure[0]:
        return None
    gap = (figure[1], phrase.start) if after else (phrase.end, figure[0])
    if in_frame(view, phrase.start, phrase.end, *sentence) or speaks_between(view, *gap):
        return None
    border = _BORDER.search(view, *gap) is not None
    if border:
        return 4 if after else 3
    return 1 if not after else 2 if _DIGIT.search(view, *gap) else 0


def _preposition_fits(view: str, match: re.Match[str]) -> bool:
    """Say whether a preposition speaks of a place: "according to" does not, "on" and "from" only after some words."""
    prep = match["prep"].lower()
    if prep not in ("of", "on", "from", "to"):
        return True
    words = view[max(0, match.start() - 24) : match.start()].split()
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


def _place_in(view: str, match: re.Match[str]) -> Span | None:
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
    return _plain(view, match, start, stop, names, lead)


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


def _plain(view: str, match: re.Match[str], start: int, stop: int, names: list[str], lead: list[str]) -> Span | None:
    """Read a name without a type after it: known, or after "in" and its like with nothing behind that it describes."""
    if _MONEY.match(view, stop):  # "to US $7.2 billion"
        return None
    name = " ".join(names)
    prep = match["prep"].lower()
    typed = len(names) > 1 and (names[-1].lower() in PLACE_TYPES or names[0] in _FIRST_TYPES)
    if _known(name) or (typed and not _foreign(names) and prep not in ("to", "of", "from")):
        return start, _outer(view, stop)
    cut = _known_head(view, match, names)
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


def _known_head(view: str, match: re.Match[str], names: list[str]) -> int | None:
    """Give where a known place ends that other capitals follow: a weekday ("in Kyiv Sunday"), a word of a headline."""
    for count in range(len(names) - 1, 0, -1):
        if not _known(" ".join(names[:count])):
            continue
        rest = names[count]
        if rest.lower() in NOT_PLACES or (_headline(view, match) and rest.lower() not in ORG_WORDS):
            return match.start("name") + len(" ".join(names[:count]))
    return None


def _headline(view: str, match: re.Match[str]) -> bool:
    """Say whether the words around are written like a headline, every one with a capital."""
    words = [word for word in view[max(0, match.start() - 40) : match.start()].split()[1:] if word[:1].isalpha()]
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
    for match in _REGION.finditer(sentence):
        if not _foreign(match["name"].split()):
            found = " ".join(match.group().removeprefix("The ").split())
    return found
