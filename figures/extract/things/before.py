"""Nouns before the number: its subject, the object of a verb that sets it, the nearest tally."""

import re
from itertools import accumulate

from figures.extract.numbers.words import TEENS, UNITS
from figures.extract.things import noun_words as words
from figures.extract.things.nouns import Phrase, is_plural, phrase_of
from figures.extract.times.calendar_terms import MONTHS
from seeds.patterns import Later

#: To split by: an abbreviation with its stops, a word, or a sign. What lies between two of them is the piece between.
_BACK = Later(r"([^\W_](?:\.(?<=[A-Za-z]\.)(?:[A-Za-z]\.){1,3}|[\w'&-]*)|[^\w\s])")
_WINDOW = 160
#: Numbers that months are counted in: "in the six months to June".
_SMALL = frozenset({*UNITS, *TEENS})
#: How many words a verb may stand before its preposition: "put the cost of the longer barrier at".
_REACH = 10

Word = tuple[int, int, str]


def subject_before(view: str, floor: int, begin: int, linked: bool) -> Phrase | None:
    """Give the noun that a verb ties to the number behind it.

    That is the object of a verb that sets it ("put losses at", "raised the toll to"), else the subject ("casualties
    have exceeded", "the price rose to"). `begin` is where the number and the words of its bound begin; `linked` tells
    that those words are such a verb.
    """
    left = begin - _WINDOW if begin - _WINDOW > floor else floor
    if not linked:
        last = view[begin - 24 if begin - 24 > left else left : begin].split()
        if not last or last[-1].lower() not in words.TYING:  # the rule: then nothing ties, and nothing need be read
            return None
    pieces = _BACK.split(view[left:begin])
    lows = [piece.lower() for piece in pieces[1::2]]
    at = len(lows) if linked else _link(lows)
    if at < 0:
        return None
    edges = list(accumulate(map(len, pieces), initial=left))
    tokens = list(zip(edges[1::2], edges[2::2], lows, strict=False))
    if linked:
        return _noun_back(view, tokens, len(tokens))
    found = _object(view, tokens, at)
    if found is None and lows[at] in _UP_OR_DOWN and at and lows[at - 1] in _MOVED:  # "rents here went up 38 percent"
        at -= 1
    return found or _noun_back(view, tokens, at)


_UP_OR_DOWN = frozenset({"up", "down"})
_MOVED = frozenset({"went", "gone", "goes", "go", "going"})


def _link(tokens: list[str]) -> int:
    """Give the position of the verb that ties the number to what stands before it, -1 where none does."""
    last = len(tokens) - 1
    if last < 0:
        return -1
    word = tokens[last]
    if word in words.LINKS or word in words.LINKS_TO:
        # "The firm projected $4m" says what it projected, "costs are projected at" what costs.
        return last if word not in words.FORESEEING or (last and tokens[last - 1] in words.AUXILIARIES) else -1
    if word in words.PREPOSITIONS_OF_LINKS:
        for at in range(last - 1, max(-1, last - _REACH), -1):
            if tokens[at] in words.LINKS_TO:
                return at
            if tokens[at] in {",", ";", ":"}:
                break
    return -1


def _object(view: str, tokens: list[Word], verb: int) -> Phrase | None:
    """Read the object between a verb and its preposition: "bringing the number of deaths to"."""
    at, end = verb + 1, len(tokens) - 1
    if at < end and (tokens[at][2] == "of" or (tokens[at][2] == "in" and _is_noun(tokens, verb))):
        at += 1  # "the decline of the rate to", "a sharp rise in fares to"
    while at < end:
        while at < end and (tokens[at][2] in words.ARTICLES or tokens[at][2] == "own"):
            at += 1
        run: list[Word] = []
        while at < end and (_in_phrase(tokens[at][2]) or tokens[at][2] == "total"):
            run.append(tokens[at])
            at += 1
        if not run:
            return None
        harmed = _harmed(run)
        if harmed is not None:
            return harmed
        if run[-1][2] not in words.BARE_TALLIES or at >= end or tokens[at][2] != "of":
            return phrase_of(view, run, is_plural(run[-1][2]))
        at += 1
    return None


def _harmed(run: list[Word]) -> Phrase | None:
    """Read "the number trapped", which are people."""
    if len(run) == 2 and run[0][2] in words.BARE_TALLIES and run[1][2] in words.HARMED:
        return Phrase(run[0][0], run[1][1], f"people {run[1][2]}")
    return None


def _is_noun(tokens: list[Word], at: int) -> bool:
    """See whether a word that may be a verb is a noun here: an article stands before it, or before its adjective."""
    return any(token[2] in words.ARTICLES for token in tokens[max(0, at - 2) : at])


def _noun_back(view: str, tokens: list[Word], at: int) -> Phrase | None:
    """Read the noun phrase that ends before token `at`, over auxiliaries and the phrases that hang on it."""
    while at and (tokens[at - 1][2] in words.AUXILIARIES or _is_adverb(tokens[at - 1][2])):
        if tokens[at - 1][2] == "forecast" and at > 1 and tokens[at - 2][2] in words.ARTICLES:
            break
        at -= 1
    best: Phrase | None = None
    for _ in range(4):
        at = _over_times(tokens, at)
        last = at
        while at and last - at < 6 and _in_phrase(tokens[at - 1][2]):
            at -= 1
        if last - at == 1 and tokens[at][2] in words.PREDICATIVE:
            break
        if at == last:
            if best is None and at and tokens[at - 1][2] in _RELATIVES:  # "a deterrent that cost £40m"
                at -= 2 if at > 1 and tokens[at - 2][2] == "," else 1
                continue
            break
        run = tokens[at:last]
        counts = at > 0 and tokens[at - 1][2][0].isdigit()
        if counts:  # "exports in the first 24 days of May": another quantity is no name for this one
            at = _over_number(tokens, at)
        elif not (len(run) == 1 and run[0][2] in _RELATIVES):
            harmed = _harmed(run)
            if harmed is not None:
                return harmed
            plural = is_plural(run[-1][2])
            # Participles behind the noun belong to the predicate: "people killed in the strike".
            while len(run) > 1 and run[-1][2].endswith("ed") and not plural:
                run = run[:-1]
                plural = is_plural(run[-1][2])
            if len(run) == 1 and _is_past(run[0][2]):  # "it has appealed for $5m"
                break
            best = _chosen(best, phrase_of(view, run, plural))
        while at and tokens[at - 1][2] in words.ARTICLES:
            at -= 1
        if not at or tokens[at - 1][2] not in words.INNER_PREPOSITIONS:
            break
        at -= 1
    return best


_RELATIVES = frozenset({"that", "which", "who"})


def _over_number(tokens: list[Word], at: int) -> int:
    """Step back over a number in digits, its decimal point and thousands marks, and the word that picks them out."""
    while at and (tokens[at - 1][2][0].isdigit() or (tokens[at - 1][2] in {".", ","} and tokens[at - 2][2].isdigit())):
        at -= 1
    return at - 1 if at and tokens[at - 1][2] in words.BEFORE_COUNTS else at


def _over_times(tokens: list[Word], at: int) -> int:
    """Step back over what only tells when: "spending this year will reach", "the appeal for 2025 is"."""
    while at > 1:
        word, before = tokens[at - 1][2], tokens[at - 2][2]
        if (word in words.TIMES and before in words.WHICH_TIME) or (
            word.isdigit() and before in words.INNER_PREPOSITIONS
        ):
            at -= 2
        elif word in words.DAYS:
            at -= 2 if before == "on" else 1
        elif word == "average" and before == "on":
            at -= 2
        elif word in MONTHS or (word.isdigit() and before in MONTHS):
            day = at - (2 if word.isdigit() or before.isdigit() else 1)
            if not day or tokens[day - 1][2] not in words.TO_TIMES:
                break
            at = day - 1
        elif word in words.PERIODS and (before.isdigit() or before in _SMALL):
            at -= 2
            while at and tokens[at - 1][2] in words.FIRST_OR_LAST:
                at -= 1
            at -= at > 0 and tokens[at - 1][2] in words.IN_PERIODS
        else:
            break
    return at


def _chosen(inner: Phrase | None, outer: Phrase | None) -> Phrase | None:
    """Choose between "people" and "the number" in "the number of people": a bare tally names nothing."""
    if outer is None:
        return inner
    if inner is not None and outer.text.lower() in words.BARE_TALLIES:
        return inner
    return outer


def _is_past(word: str) -> bool:
    return word.endswith("ed") and word not in words.PARTICIPLE_ADJECTIVES


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


_TALLIES = ("toll", "tally", "headcount", "population", "casualties", "fatalities", "deaths")
_TALLY = Later(rf"\b(death toll|{'|'.join(_TALLIES)})\b", re.IGNORECASE)
_FIGURE = Later(r"\bthe\s(?:figure|number|total|tally|count|estimate)s?\b", re.IGNORECASE)


def tally_before(view: str, floor: int, begin: int) -> str | None:
    """Give the nearest tally before the number ("raising the death toll from the strike to 28")."""
    low = max(floor, begin - 100)
    said = view[low:begin].lower()
    if not any(map(said.__contains__, _TALLIES)):
        return None
    found = _TALLY.findall(view, low, begin)
    return str(found[-1]) if found else None


#: "The death toll from mudslides and heavy storms in the eastern hills rose to": storms do not rise.
_TOLL = Later(
    r"\b((?:death\s)?toll)\s(?:from|of|in|among|across)\s"
    r"(?:(?!;|,\s(?:and|but|with|while)\b|\s(?:while|as|when|after|because)\s).){1,150}$",
    re.IGNORECASE,
)
_TOLL_WINDOW = 180


def toll_before(view: str, floor: int, begin: int) -> str | None:
    """Give the toll that the sentence says a number of, however much stands between."""
    low = max(floor, begin - _TOLL_WINDOW)
    if view.rfind("toll ", low, begin) < 0:
        return None
    last = view[max(low, begin - 24) : begin].split()[-1:]
    toll = _TOLL.search(view, low, begin) if last and last[0].lower() in words.TYING else None
    return str(toll.group(1)) if toll is not None else None


def refers_back(view: str, floor: int, begin: int) -> bool:
    """Tell whether the number is "the figure" of an earlier one ("officials put the figure at around 4,000")."""
    low = max(floor, begin - 60)
    return "the" in view[low:begin].lower() and _FIGURE.search(view, low, begin) is not None
