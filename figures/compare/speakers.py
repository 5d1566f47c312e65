"""Who speaks: names as texts write them, brought to one form, so that a speaker quoted by many is one."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from figures.compare.lattice import tokens
from figures.compare.peoples import people_of
from figures.compare.speaker_words import ALIASES, FILLERS, QUALIFIERS, SPELLINGS, VOICES
from figures.extract.sources.source_words import (
    FIRMS,
    GROUPS,
    NOBODY,
    OFFICES,
    ORG_WORDS,
    PLACES,
    RECORDS,
    TITLES,
)

#: "Ivan Petrov, quoted by the state agency": who says it, and who passes it on.
_QUOTED = re.compile(r",?\s+(?:as )?(?:quoted|cited|reported) (?:by|from|in)\s+")
_LONGEST = 200
_COMMON = GROUPS | RECORDS | TITLES | NOBODY | FIRMS | QUALIFIERS | FILLERS | VOICES


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says something. `key` is equal for all ways to write the name.

    `named` is False for those whom a text does not tell apart from others of their kind ("officials", "police").
    `short` is True for a lone name, which may be the surname of somebody named in full elsewhere.
    """

    key: str
    named: bool
    short: bool = False


@lru_cache(maxsize=65536)
def speaker(attribution: str) -> Speaker | None:
    """Give the speaker whom an attribution names, None where it has no word."""
    name, *quoter = _QUOTED.split(" ".join(attribution[:_LONGEST].split()), maxsplit=1)
    found = _speaker(name)
    if found is None or found.named or not quoter:
        return found
    # Officials whom one agency quotes are that agency's officials, wherever it is printed.
    agency = _speaker(quoter[0])
    return Speaker(f"{found.key} / {agency.key}", True) if agency and agency.named else found


@lru_cache(maxsize=4096)
def publishers(name: str) -> frozenset[str]:
    """Give the keys of the publishers that a name holds: "Daily Post (Harbour Herald)" holds two."""
    found = (_speaker(part) for part in re.split(r"[()/|]", name[:_LONGEST]))
    return frozenset(one.key for one in found if one and one.named)


def settled(attributions: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Speaker]:
    """Give the speaker of each attribution, given as (document, attribution), with lone surnames made full names.

    The full name is looked for in the same document first, then among all where there is just one.
    """
    pairs = dict.fromkeys(attributions)
    found = {pair: one for pair in pairs if (one := speaker(pair[1])) is not None}
    by_document: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    by_name: defaultdict[str, set[str]] = defaultdict(set)
    for (document, _), one in found.items():
        parts = one.key.split()
        if one.named and not one.short and one.key.startswith(_PERSON):
            for part in {parts[1], parts[-1]}:
                by_document[document, part].add(one.key)
                by_name[part].add(one.key)
    for pair, one in found.items():
        if one.short:
            there = by_document.get((pair[0], one.key)) or by_name.get(one.key, set())
            if len(there) == 1:
                found[pair] = Speaker(next(iter(there)), True)
    return found


#: What the key of a person begins with; no other key does.
_PERSON = "= "


def _speaker(name: str) -> Speaker | None:
    first, comma, rest = name.partition(",")
    written = tokens(first)
    if comma and not _is_name(written):
        written += tokens(rest)
    if not written:
        return None
    whole = _plain(written)
    alias = _aliases().get(whole)
    if alias:
        return Speaker(alias, True)
    person = _person(written)
    if person:
        return Speaker(
            person if len(person.split()) > 2 else person.removeprefix(_PERSON), True, len(person.split()) == 2
        )
    return Speaker(whole, _tells(written))


def _is_name(written: list[str]) -> bool:
    return any(word[:1].isupper() for word in written)


def _plain(written: list[str]) -> str:
    """Give the words that matter, spelled one way, countries by their names, in order of the alphabet."""
    lows = [SPELLINGS.get(word.lower(), word.lower()) for word in written]
    found: list[str] = []
    at = 0
    while at < len(written):
        length, country = _country(written, lows, at)
        found.append(country or lows[at])
        at += length
    kept = {word for word in found if word not in FILLERS and word not in VOICES}
    telling = {word for word in kept if word not in RECORDS}
    return " ".join(sorted(telling or kept or found))


def _country(written: list[str], lows: list[str], at: int) -> tuple[int, str | None]:
    """Give how many words from one on name a country, and which; capitals only where they stand alone."""
    for length in (3, 2, 1):
        words = lows[at : at + length]
        if len(words) == length and written[at][:1].isupper():
            name = people_of(" ".join(words))
            if name and (length > 1 or len(written) == 1 or words[0] not in PLACES or name == words[0]):
                return length, name
    return 1, None


def _person(written: list[str]) -> str | None:
    """Give the key of a person's name, without titles; None for what is none."""
    lows = [word.lower() for word in written]
    start = max((at + 1 for at, low in enumerate(lows[:-1]) if low in TITLES), default=0)
    if start and lows[start] == "of" and start + 2 < len(lows) and lows[start + 1] in OFFICES:
        start += 2
    name = written[start:]
    if not 1 <= len(name) <= 4 or not all(word[:1].isupper() for word in name):
        return None
    lows = lows[start:]
    if any(low in ORG_WORDS or low in _COMMON or low in PLACES for low in lows):
        return None
    if people_of(" ".join(lows)) or any(people_of(low) for low in lows[:-1]) or any(word.isupper() for word in name):
        return None
    return _PERSON + " ".join(lows)


def _tells(written: list[str]) -> bool:
    """Tell whether words name somebody: one of them is a name, or the name of a country."""
    return any(
        word[:1].isupper() and (word.lower() not in _COMMON or people_of(word.lower()) is not None) for word in written
    )


@cache
def _aliases() -> dict[str, str]:
    """Give the key of the first name of a row for all names of the row."""
    known: dict[str, str] = {}
    for row in ALIASES.strip().replace(";\n", ";").splitlines():
        keys = [_plain(tokens(name)) for name in row.split(";")]
        known.update(dict.fromkeys(keys, keys[0]))
    return known
