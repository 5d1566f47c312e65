"""The counted noun: what a number counts, after it, before it, or elided."""

from typing import NamedTuple

from figures.extract.draft import made
from figures.extract.things import noun_words as words
from seeds.patterns import Later

#: The second branch is a quick one for words without a full stop inside, the third is for all.
_WORD = Later(r"[\s-]?((?:[A-Za-z]\.){2,4}|[^\W\d_][\w'&-]{0,40}+(?!\.\w)|[^\W\d_](?:[\w'&-]|\.(?=\w)){0,40})")
_LONGEST = 9
#: Words up to here are read by their blanks; `_WORD` cuts off none of them.
_LONGEST_WORD = 40
#: Words that may end a phrase, open it or be passed over, and the endings of such words; others but for plurals and
#: owners, which end in s or an apostrophe, just go on.
_NOTABLE = (
    words.STOPS | words.VERBS | words.COMPARATIVES | words.HARMED | words.SKIPPED | words.LEADING | words.ADJECTIVES
    | {"and", "or"}
)  # fmt: skip
_ENDINGS = frozenset({"ed", "ng", "ly"})
#: The number of a model belongs to its name: "14 Leopard 2A6 tanks", "12 Mirage 2000 jets".
_MODEL = Later(r"\s\d{1,4}[A-Z]?\d?(?=\s[A-Za-z])")
#: A part and its whole: "60 of the 90 hostages" counts hostages.
_PART_OF = Later(
    r"\s(?:out\s)?of\s(?:(?:[A-Z]?[a-z]{1,15}\s)?[\w.-]{1,20}'s\s)?(?:(?:roughly|nearly|almost|estimated|the|its|their|his|her|those|these|all|about|some|around|combined|total|remaining)\s){0,2}"
    r"(?:(?:[$€£₹]|US\$|Rs\.?\s?)?\d[\d,.]{0,12}[kKmMbn]{0,2}(?:[\s-](?:crore|lakh|million|billion))?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=\s[a-zA-Z])"
)


class Phrase(NamedTuple):
    """A noun phrase at view[start:end]; `text` is how a reader would say it, `plural` whether its head is one."""

    start: int
    end: int
    text: str
    plural: bool = True


#: Quotation marks that end before a noun and that open before one.
_CLOSING = frozenset({'" ', "' "})
_OPENING = frozenset({' "', " '"})
_NO_PLURAL = ("ss", "us", "'s", "sis")


def is_plural(word: str) -> bool:
    """Tell whether a lower-case word reads as a plural noun."""
    if word in words.PLURALS:
        return True
    return len(word) > 2 and word[-1] == "s" and word not in words.SINGULARS and not word.endswith(_NO_PLURAL)


def noun_after(
    view: str, position: int, limit: int, *, attributive: bool = False, shared: bool = False, several: bool = False
) -> Phrase | None:
    """Give the noun phrase that begins at `position`, behind the number and its unit, up to its head.

    `attributive` tells that the number may describe one thing ("a $2bn arms deal"): then a plural need not be the head.
    `shared` tells that the number is a share, which takes its noun without "of" ("half the homes"), `several` that it
    counts more than one: then only a plural can be the head ("three attack runs").
    """
    found: list[tuple[int, int, str]] = []
    plural = -1
    part = _PART_OF.match(view, position, limit) if view[position + 1 : position + 3] in {"of", "ou"} else None
    at = part.end() if part is not None else position
    quote = view[at : at + 2]
    if quote in _CLOSING:  # spoke of "more than 300" victims
        at += 1
    elif quote in _OPENING and view[at + 2 : at + 3].isalpha():  # killed 15 "fighters"
        at += 2
    determined = False
    modelled = 0
    while len(found) < _LONGEST:
        start, end = at + 1, view.find(" ", at + 1, limit)
        word = view[start:end] if 0 < end - at < _LONGEST_WORD else ""
        if not (word.isalpha() and view[at] == " "):  # else the pattern would find the same
            match = _WORD.match(view, at, limit)
            if match is None:
                if found and plural < 0 and view.startswith(", ", at) and found[-1][2].endswith("ed"):
                    at += 1  # "heavily armed, battle-hardened men"
                    continue
                model = _MODEL.match(view, at, limit) if found and plural < 0 and not modelled else None
                if model is None or not view[found[-1][0]].isupper():
                    break
                modelled, at = len(found), model.end()
                continue
            start, end = match.span(1)
            word = match.group(1)
        low = word.lower()
        if low not in _NOTABLE and low[-1] not in "s'" and low[-2:] not in _ENDINGS and plural < 0:
            found.append((start, end, low))
            at = end
            if low in words.PLURALS:
                plural = len(found) - 1
            continue
        if plural < 0 and word in words.ACRONYMS:
            found.append((start, end, low))
            at = end
            continue
        if low in {"and", "or"} and found and plural < 0 and (onward := _coordinated(view, at, limit)) >= 0:
            at = onward
            continue
        if not found and (
            low in words.SKIPPED
            or (low in words.LEADING and _leads(view, position, start, low, shared))
            or (low in words.WHOLES and view.endswith(" of", position, at))
        ):
            determined = low in words.LEADING
            at = end
            continue
        if plural < 0 and low in words.ADJECTIVES and _goes_on(view, end, limit):
            found.append((start, end, low))
            at = end
            continue
        if plural >= 0 and found[-1][2] in words.MASS and _compound(low, found[-1][2], view, end, limit):
            found.append((start, end, low))
            plural, at = -1, end
            continue
        if plural >= 0 and not _extends(low, found[-1][2], attributive or _titled(view, found, start)):
            break
        if _ends(low, bool(found) and not (several and plural < 0), view, end, limit) and (
            found or not determined or low in words.STOPS
        ):
            break
        found.append((start, end, low))
        if is_plural(low) or plural >= 0:
            plural = len(found) - 1
        at = end
        if low[-1] in "s'" and (low.endswith("s'") or (low[-1] == "s" and view.startswith("' ", end))):
            plural = -1
            at = end + 1 if view[end : end + 1] == "'" else end
    if plural >= 0:
        found = found[: plural + 1]
    elif modelled:
        found = found[:modelled]
    return phrase_of(view, found, plural >= 0)


def _compound(low: str, mass: str, view: str, end: int, limit: int) -> bool:
    """See whether a mass noun and this word describe a plural that follows: "aid distribution points"."""
    if low in words.STOPS or low in words.VERBS or low in words.HARMED or low.endswith(("ed", "ly", "s", "s'", "'s")):
        return False
    if low.endswith("ing") and mass != "infantry":  # "infantry fighting vehicles", but "police holding banners"
        return False
    match = _WORD.match(view, end, limit)
    following = match.group(1).lower() if match is not None else ""
    return is_plural(following) and following not in words.STOPS and following not in words.VERBS


def _leads(view: str, position: int, start: int, low: str, shared: bool) -> bool:
    """See whether a determiner may open the phrase: only behind "of" ("60 of the 90 hostages", "dozens of people")."""
    return low in {"of", "such"} or shared or view[position:start].strip().lower().startswith("of")


def _titled(view: str, found: list[tuple[int, int, str]], start: int) -> bool:
    """See whether the phrase and its next word are all capitalised, as in a headline or a name."""
    return view[start].isupper() and all(view[begin].isupper() for begin, _, _ in found)


def _extends(low: str, last: str, singular: bool) -> bool:
    """See whether a word goes on behind a plural: only another plural does, or a noun that the plural describes."""
    if low in words.STOPS or low in words.VERBS or low in words.HARMED or low.endswith(("ed", "ing", "ly", "'s")):
        return False
    return singular or (is_plural(low) and last in words.ATTRIBUTIVE)


def _ends(low: str, inside: bool, view: str, end: int, limit: int) -> bool:
    """See whether a word ends the phrase before it; `inside` tells that the phrase has begun."""
    if low in words.STOPS:
        return True
    if low in words.VERBS:
        if low == "vote" and inside:  # "51 percent of the popular vote"
            return _VOTING.match(view, end, limit) is not None
        noun = low.endswith("s") and low not in words.NEVER_NOUNS and (not inside or _CLOSED.match(view, end, limit))
        return not noun
    if low.endswith("ly") and "-" not in low and low not in words.LY_ADJECTIVES:
        return not _goes_on(view, end, limit)
    if low in words.COMPARATIVES or (low.endswith(("ed", "ing")) and low not in words.PARTICIPLE_ADJECTIVES):
        return not _goes_on(view, end, limit)
    return low in words.HARMED and not is_plural(low) and not _goes_on(view, end, limit)


#: A verb in -s that nothing follows is a noun: "11 embankment works."
_CLOSED = Later(r"[.,;:)]|\Z")


#: "digital and physical sales": a plural soon behind the conjunction is the head of both.
_COORDINATED = Later(r"\s(?:and|or)\s(?=((?:[A-Za-z][\w'-]*\s){0,2}[A-Za-z][\w'-]*))")


_VOTING = Later(r"\s(?:for|against|on|in|yes|no)\b")


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


def phrase_of(view: str, found: list[tuple[int, int, str]], plural: bool) -> Phrase | None:
    """Give the phrase of some words with their spans, None where there are none."""
    if not found:
        return None
    start, end = found[0][0], found[-1][1]
    text = " ".join(view[start:end].rstrip("'-").split())
    return made(Phrase, (start, end, text.removesuffix("'s"), plural))


#: The first letters of the words of harm and of what may stand before them: most nouns begin otherwise.
_HARM_STARTS = frozenset(word[:3] for word in words.HARMED | words.AUXILIARIES | words.SKIPPED)


def harmed_after(view: str, position: int, limit: int) -> str | None:
    """Give the harm where a number is followed by nothing but one ("24 dead", "600 were wounded", "3 more injured")."""
    if not view[position : position + 1].isalpha():
        start = view[position + 1 : position + 4].lower()
        if start not in _HARM_STARTS and start[:2] not in _HARM_STARTS:
            return None
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
