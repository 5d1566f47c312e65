"""The places that a sentence names: a preposition, the words that may follow it, and a name."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from figures.extract.draft import made
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
from figures.extract.sentence import Sentence
from figures.extract.sources.source_words import ORG_WORDS, TITLES
from figures.extract.times.frames import in_frame
from seeds.patterns import Later

Span = tuple[int, int]


class PlacePhrase(NamedTuple):
    """A place named at text[start:end], without its preposition and "the"."""

    start: int
    end: int


_CAPITAL_RANGES, _CAPITAL_SIGNS = "A-ZÀ-ÖØ-Þ", "ĀĆČĎĐĒĘĞĪİĶŁŃŇŐŘŚŞŠŤŪŮŰŹŻŽ"
_CAPITAL = f"[{_CAPITAL_RANGES}{_CAPITAL_SIGNS}]"
#: One word of a name, as a pattern.
NAME = rf"(?:(?:[A-Z]\.){{2,3}}|(?:St|Mt|Ft)\.|{_CAPITAL}[\w'-]{{0,30}})"
#: What stands after a preposition: words in lower case, of which `_leads` must know all, and a name.
_NAMED = Later(
    rf"""\s(?P<lead>(?:[a-z-]{{1,14}}\s){{0,7}})
    (?P<name>{NAME}(?:\s(?:(?:of|de|del|la|al|es|the)\s(?:the\s)?)?{NAME}){{0,5}})
    (?=(?P<more>\s[a-z][a-z-]{{1,14}}\b
      (?:\s(?:of\s(?:the\s)?|[a-z][a-z-]{{1,14}}\s)?{NAME}(?:\s{NAME}){{0,2}}(?:\s[a-z]{{3,14}}\b)?)?)?)""",
    re.VERBOSE,
)
#: Where a name may begin; the pattern begins with what `re` looks for quickly.
CAPITALS = Later(rf"{_CAPITAL}(?<!\w.)")
_CAPITALS = frozenset(chr(code) for code in (*range(65, 91), *range(0xC0, 0xDF)) if code != 0xD7) | set(_CAPITAL_SIGNS)
#: How many words may stand between a preposition and its name, and which.
_MOST_LEADS = 7
_LEAD_WORDS = LEADS | BEFORE_OF | {"of"}
_OUTER = Later(rf",\s({NAME}(?:\s{NAME}){{0,2}})")
_MONEY = frozenset("$€£¥")
_NEXT = Later(r"\s([a-zA-Z][\w-]*)")
_NEAR = frozenset({"in", "near", "across", "inside", "outside", "around", "throughout", "into"})


@lru_cache(maxsize=16)
def place_phrases(sentence: Sentence) -> tuple[PlacePhrase, ...]:
    """Give the place phrases of a sentence outside the frame of a report, in order; kept for its other figures."""
    text = sentence.text
    found: list[PlacePhrase] = []
    for match, prep in _mentions(sentence):
        span = _place_in(text, match, prep)
        if span and _preposition_fits(text, match, prep) and not in_frame(text, *span, 0, len(text)):
            found.append(made(PlacePhrase, span))
    return tuple(found)


def _mentions(sentence: Sentence) -> Iterator[tuple[re.Match[str], str]]:
    """Yield what follows each preposition that a name follows, and the preposition, in text order."""
    text = sentence.text
    starts: list[tuple[int, str]] = []
    for prep in PREPOSITIONS & sentence.noted:
        for at in sentence.places(prep):
            end = at + len(prep)
            if text[end : end + 1].isspace() and text[at + 1 : end] == prep[1:] and _name_follows(text, end + 1):
                starts.append((end, prep))
    last = 0
    for at, prep in sorted(starts):
        match = _NAMED.match(text, at) if at - len(prep) >= last else None
        if match and _leads(match["lead"].split()):
            last = match.end()
            yield match, prep


def _name_follows(text: str, at: int) -> bool:
    """See whether a capital stands at `at`, or behind the words there that may stand before a name."""
    for _ in range(_MOST_LEADS):
        if text[at : at + 1] in _CAPITALS:
            return True
        word = text[at : text.find(" ", at)]
        if word not in _LEAD_WORDS:
            word = word.split(None, 1)[0] if word and not word[0].isspace() else ""  # by no plain blank
            if word not in _LEAD_WORDS:
                return False
        at += len(word) + 1
    return text[at : at + 1] in _CAPITALS


def _leads(words: Sequence[str]) -> bool:
    """Say whether the words may stand between a preposition and a name: "the northern", "the city of the"."""
    if "of" in words:
        at = words.index("of")
        if at == 0 or words[at - 1] not in BEFORE_OF or words[at + 1 :] not in ([], ["the"]):
            return False
        words = words[: at - 1]
    return len(words) <= 4 and all(word in LEADS for word in words)


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
    lead, names, more = [(part or "").split() for part in match.group("lead", "name", "more")]
    stop = match.end("name")
    if "of" in lead:  # "in the city of Sumy"
        return None if foreign(names) else (match.start("name"), _outer(view, stop))
    start = match.start("lead") + 4 if lead[:1] == ["the"] else match.start("lead")
    if len(more) > 2 and more[0] in PLACE_TYPES and more[1] == "of":  # "in the Ukrainian city of Sumy"
        first = 3 if more[2] == "the" else 2
        last = max(index for index, word in enumerate(more) if word[0].isupper())
        return None if foreign(more[first : last + 1]) else _words_span(match, more, first, last)
    if more and more[0] in PLACE_TYPES and not foreign(names):
        return start, match.end("name") + 1 + len(more[0])
    if names[-1].endswith("'s"):
        return _owned(match, start, names, more)
    if more and more[0] in COUNTRY_PARTS:
        return start, match.end("name") + 1 + len(more[0])
    return _plain(view, match, prep, lead, names, start, stop)


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


def _plain(
    view: str, match: re.Match[str], prep: str, lead: list[str], names: list[str], start: int, stop: int
) -> Span | None:
    """Read a name without a type after it: known, or after "in" and its like with nothing behind that it describes."""
    if view[stop : stop + 2].lstrip()[:1] in _MONEY:  # "to US $7.2 billion"
        return None
    name = " ".join(names)
    typed = len(names) > 1 and (names[-1].lower() in PLACE_TYPES or names[0] in _FIRST_TYPES)
    if _known(name) or (typed and not foreign(names) and prep not in ("to", "of", "from")):
        return start, _outer(view, stop)
    cut = _known_head(view, match, prep, names)
    if cut:
        return start, cut
    outer = _outer(view, stop)
    if outer > stop and not foreign(names):
        return start, outer
    after = _NEXT.match(view, stop)
    alone = after is None or after[1].lower() in AFTER_NAME
    if prep in _NEAR and alone and len(names) <= 2 and "the" not in lead and not foreign(names) and _nameable(names):
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
    match = _OUTER.match(view, stop) if view.startswith(",", stop) else None
    return match.end() if match and _known(match[1]) else stop


def foreign(names: Sequence[str]) -> bool:
    """Say whether a name is a person's, an institution's or no name: "President Putin", "the Research Institute"."""
    lows = [name.lower().strip(".") for name in names]
    return any(low in ORG_WORDS or low in TITLES or low in NOT_PLACES for low in lows) and lows[-1] not in REGION_TYPES


def _nameable(names: Sequence[str]) -> bool:
    """Say whether unknown words look like the name of a place, not an abbreviation or a language."""
    return all(len(name) > 3 and not name.isupper() and not name.endswith(("ish", "ese", "'s", "s'")) for name in names)
