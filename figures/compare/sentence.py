"""What a sentence says whatever its figures, read once: events, names, peoples; and what it says beside one number."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from sys import intern

from figures.compare.lattice import classes_in, lattice, tokens
from figures.compare.peoples import people_of, people_words
from figures.extract.numbers.bound_words import BEFORE
from figures.extract.places.place_words import NOT_PLACES
from figures.extract.sources.source_words import GROUPS, TITLES
from figures.extract.things.noun_words import STOPS

#: Longer sentences are read up to here: the extractor makes none.
LONGEST = 2000
_MOST_NAMES = 8


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence's hash as a copy, its events and names, and its peoples.

    `peoples` are those that may be who acts, with where each name ends ("" for an owner), `named` all of them but those
    that only speak.
    """

    copy: int
    events: frozenset[str]
    names: frozenset[str]
    peoples: tuple[tuple[int, str], ...]
    named: frozenset[str]


@lru_cache(maxsize=8192)
def read_sentence(sentence: str) -> Reading:
    """Read a sentence; case, quotes, dashes and spaces make no other copy of it, digits do."""
    lows = [token.lower() for token in tokens(sentence)]
    digest = blake2b(" ".join(lows).encode("utf-8", "replace"), digest_size=7).digest()
    events = frozenset(name for _, _, name in classes_in(lows, "event"))
    peoples = tuple(_peoples(sentence))
    acting = tuple((end, "" if role == "owner" else name) for end, name, role in peoples if role != "object")
    named = frozenset(name for _, name, role in peoples if role != "speaker")
    return Reading(int.from_bytes(digest, "big"), kept(events), kept(_names(sentence)), acting, kept(named))


@lru_cache(maxsize=65536)
def kept(names: frozenset[str]) -> frozenset[str]:
    """Give the same object for equal sets, so that those of a hundred thousand figures stay small."""
    return frozenset(intern(name) for name in names)


_NAME = re.compile(r"(?<![\w'’.-])[A-Z][\w-]{2,30}")
_LOWER = re.compile(r"[a-z]{3}")
#: Capitals that name nothing by themselves.
_COMMON = NOT_PLACES | STOPS | GROUPS | TITLES
#: What follows the first word of a sentence where it is a name.
_NAMED = re.compile(
    r"['’]s\b|\s[A-Z]|\s(?:will|has|have|had|is|was|plans|said|says|to|expects|announced|reported|posted|cut)\b"
)


def _names(sentence: str) -> frozenset[str]:
    """Give the proper names in a sentence, in lower case; none where every word has a capital, as in a headline."""
    found: dict[str, None] = {}
    capitals = words = 0
    for match in _NAME.finditer(sentence):
        low = match.group().lower()
        capitals += 1
        opening = match.start() == 0 or sentence[match.start() - 1] in "“\"'‘"
        if (
            low not in _COMMON
            and low not in people_words()
            and not (opening and not _NAMED.match(sentence, match.end()))
        ):
            found.setdefault(low)
    words = len(_LOWER.findall(sentence)) if capitals > 3 else 0
    if capitals > 3 and 3 * capitals > words:
        return frozenset()
    return frozenset(list(found)[:_MOST_NAMES])


_CAPITALISED = re.compile(r"(?<![\w-])(?:(?:[A-Z]\.\s?){1,3}[A-Z]?[a-z]*|[A-Z][\w-]{1,20})")
_SECOND = re.compile(r"\s([A-Z][a-z]+)")
_SAID = re.compile(r"\s(?:said|says|claimed|claims|reported that|announced)\b")
_NOT_SUBJECT = re.compile(
    r"\b(?:to|in|into|from|with|against|at|near|across|for|by|than|on|toward|towards|over|inside)\s(?:the\s)?\Z",
    re.IGNORECASE,
)


def _peoples(sentence: str) -> Iterator[tuple[int, str, str]]:
    """Yield the countries and groups of a sentence: where each ends, its name, and its part (owner, object, ...)."""
    done = 0
    for match in _CAPITALISED.finditer(sentence):
        first, second = match.group().strip(), _SECOND.match(sentence, match.end())
        if match.start() < done:
            continue
        word = first.replace(".", "")
        name = people_of(f"{word} {second.group(1)}".lower()) if second else None
        end = second.end() if second and name else match.start() + len(first)
        if name is None and (len(word) > 3 or word.isupper()):
            name = people_of(word.lower())
        if name is None:
            continue
        done = end
        if sentence.startswith(("'s", "’s"), end):
            yield end, name, "owner"
        elif _NOT_SUBJECT.search(sentence, max(0, match.start() - 14), match.start()):
            yield end, name, "object"
        else:
            yield end, name, "speaker" if _SAID.match(sentence, end) else "subject"


_AND_NOUN = re.compile(r"\s(?:and|or)\s((?:[A-Za-z-]+\s?){1,4})")


def whole_noun(noun: str | None, sentence: str, end: int) -> str | None:
    """Give a noun with what is counted along with it: "6,000 cooks and kitchen workers", but not "and 300 workers"."""
    at = end + 1 + len(noun) if noun else 0
    if not noun or sentence[end + 1 : at] != noun:
        return noun
    match = _AND_NOUN.match(sentence, at)
    words = match.group(1).lower().split() if match else []
    for first, last, _ in classes_in(words, "thing"):
        if not STOPS.intersection(words[:first]) and not any(word.endswith("ed") for word in words[:first]):
            return f"{noun} and {' '.join(words[:last])}"
        break
    return noun


_WORDS_BEFORE = re.compile(r"(?:[A-Za-z'’-]+\s)+\Z")
_BOUND_WORDS = frozenset(word for phrase in BEFORE for word in phrase.split()) | {"between", "estimated"}
_HAPPENED = re.compile(
    r"[^\d;:,()\"“”]{0,90}?\b(?:had|have|has|were|was|are|is)\s(?:been\s|also\s|already\s|since\s|so\sfar\s){0,2}([a-z-]+)"
)
_OTHER_SUBJECT = re.compile(r"\b(?:said|says|told|when|after|as|because|where|whose|if|and|while)\b")


_VERB_NEXT = re.compile(
    r"\s(?:(?:are|were|is|was|have|has|had|been|being|already|still|now|also|who|to)\s){0,4}([a-z]+)(?:\s(?:or|and)\s([a-z]+))?"
)


def nearby_act(sentence: str, start: int, end: int, noun: str | None) -> str | None:
    """Give the act class that stands right before a number, or behind it and its noun; None where none does."""
    before = _WORDS_BEFORE.search(sentence, max(0, start - 60), start)
    words = before.group().lower().split() if before else []
    while words and (words[-1] in STOPS or words[-1] in _BOUND_WORDS):
        words.pop()
    for _, last, name in classes_in(words[-2:], "act"):
        if last == len(words[-2:]):
            return name
    behind = end + 1 + len(noun) if noun and sentence.startswith(noun, end + 1) else end
    verb = _VERB_NEXT.match(sentence, behind)
    for word in verb.groups() if verb else ():
        if word and word in lattice("act").words:
            return lattice("act").words[word]
    after = _HAPPENED.match(sentence, end)
    if after and not _OTHER_SUBJECT.search(sentence, end, after.start(1)):
        return lattice("act").words.get(after.group(1))
    return None


_OF_WHOLE = re.compile(r"\b(?:including|of (?:whom|which|them|these)|among (?:whom|which|them))\b[^,;.\d]*\Z")
_SHARE = re.compile(
    r"(?:\s[a-z-]+){0,3}?\s(?:out\s)?of\s(?:(?:the|its|all|a total of|some|about|around)\s){0,2}(?=[\d$€£])"
)
_TOTAL_BEFORE = re.compile(
    r"\b(?:(?:a|the|in) total(?: of| was| is)?|totall?(?:ed|ing)|altogether|combined|in all),?\s\Z", re.IGNORECASE
)
_TOTAL_AFTER = re.compile(r"(?:\s[a-z-]+){1,4}?\s(?:in total|in all|altogether|combined)\b")


def is_of_whole(sentence: str, start: int) -> bool:
    """Say whether the number at `start` is a part of what the sentence named before: "including 50 children"."""
    return _OF_WHOLE.search(sentence, max(0, start - 50), start) is not None


def is_share(sentence: str, end: int) -> bool:
    """Say whether the number that ends at `end` is a part of the one behind it: "40 of 80"."""
    return _SHARE.match(sentence, end) is not None


def is_total(sentence: str, start: int, end: int) -> bool:
    """Say whether a number is called a total."""
    return bool(_TOTAL_BEFORE.search(sentence, max(0, start - 40), start) or _TOTAL_AFTER.match(sentence, end))
