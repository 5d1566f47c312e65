"""The counted noun: what a number counts, after it, before it, or elided."""

import re
from typing import NamedTuple

from figures.extract.things import noun_words as words

_WORD = re.compile(r"[\s-]?((?:[A-Za-z]\.){2,4}|[^\W\d_](?:[\w'&-]|\.(?=\w)){0,40})")
_LONGEST = 9
#: A part and its whole: "60 of the 90 hostages" counts hostages.
_PART_OF = re.compile(
    r"\s(?:out\s)?of\s(?:(?:the|its|their|his|her|those|these|all|about|some|around|combined|total|remaining)\s){0,2}"
    r"(?:\d[\d,.]{0,12}[kKmMbn]{0,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=\s[a-zA-Z])"
)


class Phrase(NamedTuple):
    """A noun phrase at view[start:end]; `text` is how a reader would say it, `plural` whether its head is one."""

    start: int
    end: int
    text: str
    plural: bool = True


def is_plural(word: str) -> bool:
    """Tell whether a lower-case word reads as a plural noun."""
    if word in words.PLURALS:
        return True
    return len(word) > 2 and word[-1] == "s" and word not in words.SINGULARS and word[-2:] not in {"ss", "us", "'s"}


def noun_after(
    view: str, position: int, limit: int, *, attributive: bool = False, shared: bool = False
) -> Phrase | None:
    """Give the noun phrase that begins at `position`, behind the number and its unit, up to its head.

    `attributive` tells that the number may describe one thing ("a $2bn arms deal"): then a plural need not be the head.
    `shared` tells that the number is a share, which takes its noun without "of" ("half the homes").
    """
    found: list[tuple[int, int, str]] = []
    plural = -1
    part = _PART_OF.match(view, position, limit)
    at = part.end() if part is not None else position
    while len(found) < _LONGEST:
        match = _WORD.match(view, at, limit)
        if match is None:
            break
        start, end = match.span(1)
        low = match.group(1).lower()
        if (
            low in {"and", "or"}
            and found
            and plural < 0
            and low in {"and", "or"}
            and (onward := _coordinated(view, at, limit)) >= 0
        ):
            at = onward
            continue
        if not found and (
            low in words.SKIPPED or (low in words.LEADING and _leads(view, position, start, low, shared))
        ):
            at = end
            continue
        if plural >= 0 and not _extends(low, attributive or _titled(view, found, start)):
            break
        if _ends(low, bool(found), view, end, limit):
            break
        found.append((start, end, low))
        if is_plural(low) or plural >= 0:
            plural = len(found) - 1
        at = end
        if low.endswith("s'") or (view.startswith("' ", end) and low[-1] == "s"):
            plural = -1
            at = end + 1 if view[end : end + 1] == "'" else end
    if plural >= 0:
        found = found[: plural + 1]
    return _phrase(view, found, plural >= 0)


def _leads(view: str, position: int, start: int, low: str, shared: bool) -> bool:
    """See whether a determiner may open the phrase: only behind "of" ("60 of the 90 hostages", "dozens of people")."""
    return low == "of" or shared or view[position:start].strip().lower().startswith("of")


def _titled(view: str, found: list[tuple[int, int, str]], start: int) -> bool:
    """See whether the phrase and its next word are all capitalised, as in a headline or a name."""
    return view[start].isupper() and all(view[begin].isupper() for begin, _, _ in found)


def _extends(low: str, singular: bool) -> bool:
    """See whether a word goes on behind a plural: only another plural does, or a noun that the plural describes."""
    if low in words.STOPS or low in words.VERBS or low in words.HARMED or low.endswith(("ed", "ing", "ly", "'s")):
        return False
    return singular or is_plural(low)


def _ends(low: str, inside: bool, view: str, end: int, limit: int) -> bool:
    """See whether a word ends the phrase before it; `inside` tells that the phrase has begun."""
    if low in words.STOPS:
        return True
    if low in words.VERBS:
        return inside or not low.endswith("s") or low in words.NEVER_NOUNS
    if low.endswith("ly") and "-" not in low and low not in words.LY_ADJECTIVES:
        return not _goes_on(view, end, limit)
    if low in words.COMPARATIVES or (low.endswith(("ed", "ing")) and low not in words.PARTICIPLE_ADJECTIVES):
        return not _goes_on(view, end, limit)
    return low in words.HARMED and not is_plural(low) and not _goes_on(view, end, limit)


#: "digital and physical sales": a plural soon behind the conjunction is the head of both.
_COORDINATED = re.compile(r"\s(?:and|or)\s(?=((?:[A-Za-z][\w'-]*\s){0,2}[A-Za-z][\w'-]*))")


def _coordinated(view: str, at: int, limit: int) -> int:
    """Give where a coordinated modifier goes on behind its conjunction, -1 where no plural follows."""
    match = _COORDINATED.match(view, at, limit)
    if match is None:
        return -1
    for word in match.group(1).lower().split():
        if word in words.STOPS or word in words.VERBS:
            return -1
        if is_plural(word):
            return match.end()
    return -1


def _goes_on(view: str, end: int, limit: int) -> bool:
    """See whether another word of the phrase follows."""
    match = _WORD.match(view, end, limit)
    if match is None:
        return False
    low = match.group(1).lower()
    return low not in words.STOPS and low not in words.VERBS and not low.endswith("ly")


def _phrase(view: str, found: list[tuple[int, int, str]], plural: bool) -> Phrase | None:
    if not found:
        return None
    start, end = found[0][0], found[-1][1]
    text = " ".join(view[start:end].rstrip("'-").split())
    return Phrase(start, end, text.removesuffix("'s"), plural)


def harmed_after(view: str, position: int, limit: int) -> str | None:
    """Give the harm where a number is followed by nothing but one ("24 dead", "600 were wounded", "3 more injured")."""
    at = position
    for _ in range(4):
        match = _WORD.match(view, at, limit)
        if match is None:
            return None
        low = match.group(1).lower()
        if low in words.HARMED:
            return None if at == position and _goes_on(view, match.end(), limit) else low
        if low not in words.AUXILIARIES and low not in words.SKIPPED:
            return None
        at = match.end()
    return None


_BACK = re.compile(r"(?:[A-Za-z]\.){2,4}|[^\W_][\w'&-]*|[^\w\s]")
_WINDOW = 160


def subject_before(view: str, floor: int, begin: int, linked: bool) -> Phrase | None:
    """Give the subject where a verb ties it to the number behind ("casualties have exceeded", "the price rose to").

    `begin` is where the number and the words of its bound begin; `linked` tells that those words are such a verb.
    """
    left = max(floor, begin - _WINDOW)
    tokens = [(match.start(), match.end(), match.group().lower()) for match in _BACK.finditer(view, left, begin)]
    at = len(tokens)
    if not linked:
        at = _link(tokens)
        if at < 0:
            return None
    while at and (tokens[at - 1][2] in words.AUXILIARIES or _is_adverb(tokens[at - 1][2])):
        at -= 1
    best: Phrase | None = None
    for _ in range(4):
        last = at
        while at and last - at < 6 and _in_phrase(tokens[at - 1][2]):
            at -= 1
        if at == last:
            break
        run = tokens[at:last]
        if not (len(run) == 1 and run[0][2] in {"that", "which", "who"}):
            plural = is_plural(run[-1][2])
            # Participles behind the noun belong to the predicate: "people killed in the strike".
            while len(run) > 1 and run[-1][2].endswith("ed") and not plural:
                run = run[:-1]
                plural = is_plural(run[-1][2])
            best = _chosen(best, _phrase(view, run, plural))
        while at and tokens[at - 1][2] in {"the", "a", "an", "its", "their", "his", "her", "this", "that", "all"}:
            at -= 1
        if not at or tokens[at - 1][2] not in words.INNER_PREPOSITIONS:
            break
        at -= 1
    return best


def _chosen(inner: Phrase | None, outer: Phrase | None) -> Phrase | None:
    """Choose between "people" and "the number" in "the number of people": a bare tally names nothing."""
    if outer is None:
        return inner
    if inner is not None and outer.text.lower() in {"number", "numbers", "total", "count", "amount", "size", "level"}:
        return inner
    return outer


def _link(tokens: list[tuple[int, int, str]]) -> int:
    """Give the position of the verb that ties the number to what stands before it, -1 where none does."""
    last = len(tokens) - 1
    if last < 0:
        return -1
    word = tokens[last][2]
    if word in words.LINKS or word in words.LINKS_TO:
        return last
    if word in words.PREPOSITIONS_OF_LINKS:
        for at in range(last - 1, max(-1, last - 9), -1):
            if tokens[at][2] in words.LINKS_TO:
                return at
            if tokens[at][2] in {",", ";", ":"}:
                break
    return -1


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") and word not in words.LY_ADJECTIVES


def _in_phrase(word: str) -> bool:
    return (
        word[0].isalpha()
        and word not in words.UNIT_WORDS
        and word not in words.STOPS
        and word not in words.VERBS
        and not _is_adverb(word)
    )


_TALLY = re.compile(r"\b(death toll|toll|tally|headcount|population|casualties|fatalities|deaths)\b", re.IGNORECASE)
_FIGURE = re.compile(r"\bthe\s(?:figure|number|total|tally|count|estimate)s?\b", re.IGNORECASE)


def tally_before(view: str, floor: int, begin: int) -> str | None:
    """Give the nearest tally before the number ("raising the death toll from the strike to 28")."""
    found = _TALLY.findall(view, max(floor, begin - 100), begin)
    return str(found[-1]) if found else None


def refers_back(view: str, floor: int, begin: int) -> bool:
    """Tell whether the number is "the figure" of an earlier one ("officials put the figure at around 4,000")."""
    return _FIGURE.search(view, max(floor, begin - 60), begin) is not None
