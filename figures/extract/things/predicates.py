"""The predicate: what happened to the counted things ("killed", "sent"), else 600 killed would equal 600 sent."""

import re
from collections.abc import Iterator

from figures.extract.things import predicate_words as words
from seeds.patterns import Later

_WINDOW = 110
#: "More than 500 people, including 90 soldiers, have been killed": the parts of those whom the verb is said of.
_PARTS = Later(r",\s(?:including|among them)\s[^.;]{1,160}?,(?=\s(?:have|has|had|were|was|are)\s)")
_AFTER_WORD = Later(r"[\s-]?([A-Za-z][\w'-]*|[,;:()\"—–])")
_MOST = 5
_BACK = Later(r"[A-Za-z][\w'-]*|[^\w\s]")


def predicate(view: str, begin: int, after: int, floor: int, limit: int) -> str | None:
    """Give the predicate of the noun phrase that ends at `after`, whose number's bound words begin at `begin`.

    It is looked for behind the noun ("soldiers had been killed or wounded"), then before the number ("sent around").
    """
    return _behind(view, after, limit) or _before(view, begin, floor)


def _behind(view: str, after: int, limit: int) -> str | None:
    aside = _PARTS.match(view, after, limit) if view.startswith((", inc", ", amo"), after) else None
    at = aside.end() if aside is not None else after
    passive = False
    steps = 0
    bound = at + _WINDOW if at + _WINDOW < limit else limit
    while steps < 10:
        match = _AFTER_WORD.match(view, at, bound)
        if match is None:
            return None
        word = match.group(1).lower()
        if word not in _INVOLVED and word[-2:] not in _ENDINGS:  # most words end the search
            among = _AMONG.match(view, at, bound) if word == "among" and passive else None
            return among.group(1) if among is not None else None
        at = match.end()
        steps += 1
        if word in words.PASSIVES or word in words.REPORTED or word.endswith("ly"):
            passive = True
            continue
        if word in words.PARTICIPLES or (
            word.endswith("ed") and len(word) > 4 and word not in words.NO_PARTICIPLES and "-" not in word
        ):
            return _coordinated(view, at, limit, word)
        if word in words.SIMPLE:
            return word
        if passive or word not in words.SKIPPED:
            return None
    return None


#: "Twenty children were among the dead."
_AMONG = Later(r"\samong\sthe\s(dead|killed|injured|wounded|missing)\b")
#: What a predicate may consist of, and what may stand before it; the endings of adverbs and of participles.
_INVOLVED = words.PASSIVES | words.REPORTED | words.PARTICIPLES | words.SIMPLE | words.SKIPPED
_ENDINGS = frozenset({"ly", "ed"})


def _coordinated(view: str, at: int, limit: int, word: str) -> str:
    """Take in a second participle: "killed or wounded"."""
    more = _OR.match(view, at, limit) if view[at + 1 : at + 3].lower() in {"or", "an"} else None
    if more is not None and (more.group(2).lower() in words.PARTICIPLES or more.group(2).lower().endswith("ed")):
        return f"{word} {more.group(1).lower()} {more.group(2).lower()}"
    return word


_OR = Later(r"\s(or|and)\s([A-Za-z]+)", re.IGNORECASE)


def _before(view: str, begin: int, floor: int) -> str | None:
    window = view[begin - 60 if begin - 60 > floor else floor : begin]
    for position, word in enumerate(_words_back(window)):
        if position == _MOST:
            return None
        if word in words.BARE:
            return words.BARE[word]
        if word in words.NOMINAL:
            return words.NOMINAL[word]
        if position == 0 and _is_verb(word):
            return word
        if word not in words.BETWEEN:
            return None
    return None


def _words_back(window: str) -> Iterator[str]:
    """Yield the words and signs of a window in lower case, the last first: of most windows only that is asked for."""
    while window:
        window, _, piece = window.rstrip().rpartition(" ")
        if piece.isalpha() and piece.isascii():  # needs no pattern
            yield piece.lower()
        else:
            yield from map(str.lower, reversed(_BACK.findall(piece)))


def _is_verb(word: str) -> bool:
    if len(word) < 5 or word in words.NO_VERBS:
        return False
    return word.endswith("ing") or (word.endswith("ed") and word not in words.NO_PARTICIPLES)
