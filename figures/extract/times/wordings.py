"""Wordings of time that hold no date with a number: "last week", "Sunday morning", "the past 24 hours", "so far"."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from figures.extract.draft import made
from figures.extract.sentence import Sentence
from figures.extract.times.words import (
    AFTER_YEAR,
    BACK_UNITS,
    COUNTS,
    EVENTS,
    FEASTS,
    FEASTS_AFTER,
    MONTH_NAMES,
    NEAR_DAYS,
    PARTS_OF_YEAR,
    UNITS,
    VAGUE,
    WEEKDAY_NAMES,
    WHICH,
    WHOLE_UNITS,
)
from seeds.patterns import Later

Kind = Literal["weekday", "month", "unit", "count", "recent", "day", "ago", "whole", "vague", "event"]


class Wording(NamedTuple):
    """A wording at text[start:end]: the word it begins with and its unit, in lower case, and its number."""

    kind: Kind
    start: int
    end: int
    word: str
    unit: str = ""
    number: str = ""


#: The span of the first words of what may be one, and the word in them it was found by.
_Opening = tuple[int, int, str]


#: The second words of vague wordings, by which they are found, since the first are too common.
_SECOND: dict[str, tuple[str, ...]] = {}
for _first, _, _second in (wording.partition(" ") for wording in sorted(VAGUE)):
    if _second:
        _SECOND[_second] = (*_SECOND.get(_second, ()), _first)
_ARTICLES = ("a", "one", "the")
_CAPITALISED = WEEKDAY_NAMES | MONTH_NAMES | FEASTS
#: They are no wordings without the words before them.
_ONLY_BEHIND = BACK_UNITS | WHOLE_UNITS | EVENTS | PARTS_OF_YEAR
#: A sentence without any of these words holds no wording of time.
ANCHORS = (
    _CAPITALISED | WHICH | NEAR_DAYS | BACK_UNITS | WHOLE_UNITS | frozenset(_SECOND) | frozenset({"recent", "since"})
    | EVENTS | PARTS_OF_YEAR | FEASTS
    | frozenset(wording for wording in VAGUE if " " not in wording)
)  # fmt: skip
#: What may follow an event or a part of a year that is not an attribute: "before the war began".
_ENDS_EVENT = AFTER_YEAR | {"began", "started", "broke", "erupted", "ended", "struck", "hit"}
_WORD_AFTER = Later(r"\s([a-z]+)\b")


def wordings(sentence: Sentence) -> Iterator[Wording]:
    """Find the wordings of time in the text of a sentence, in order, none inside another."""
    text = sentence.text
    openings: list[_Opening] = []
    for word in ANCHORS & sentence.noted:
        for at in sentence.places(word):
            start = _start(text, at, word)
            if start is not None:
                openings.append((start, _end(text, at, word), word))
    if len(openings) > 1:
        openings.sort()
    last = 0
    for opening in openings:
        start, end, _ = opening
        if start < last:
            continue  # the "now" of "until now", "the year" of "since the year"
        last = end
        wording = _read(text, opening)
        if wording is not None:
            yield wording


def _start(text: str, at: int, word: str) -> int | None:
    """Give where the wording known by the word at `at` begins, None where it is none."""
    if text.startswith(word.capitalize(), at):
        known = word not in _ONLY_BEHIND and (word not in _SECOND or word in VAGUE)
        return at if known and (word != "since" or _since(text, at)) else None
    if word in _CAPITALISED or not text.startswith(word, at):
        return None
    if word in BACK_UNITS or word in WHOLE_UNITS:
        return _start_of(text, at, _ARTICLES)
    if word in EVENTS:
        return _start_of(text, at, ("before the",))
    if word in PARTS_OF_YEAR:
        return _start_of(text, at, ("in the", "over the", "during the"))
    if word in _SECOND:
        start = _start_of(text, at, _SECOND[word])
        return at if start is None and word in VAGUE else start
    return at if word != "since" or _since(text, at) else None


def _start_of(text: str, at: int, firsts: tuple[str, ...]) -> int | None:
    """Give where one of the words directly before `at` begins; it may have a capital."""
    if not at or not text[at - 1].isspace():
        return None
    for first in firsts:
        start = at - 1 - len(first)
        if start >= 0 and text.startswith((first, first.capitalize()), start):
            return None if start and (text[start - 1].isalnum() or text[start - 1] == "_") else start
    return None


def _since(text: str, at: int) -> bool:
    after = _WORD_AFTER.match(text, at + 5)
    return after is not None and after[1] in ("the", "start")


def _end(text: str, at: int, word: str) -> int:
    end = at + len(word)
    if word != "since":
        return end
    after = _WORD_AFTER.match(text, end)
    return after.end() if after else end


def _read(text: str, opening: _Opening) -> Wording | None:
    """Read the rest of a wording; None where it proves none."""
    start, end, word = opening
    if word in WHICH:
        return _counted(text, opening)
    if word in WEEKDAY_NAMES:
        after = _WORD_AFTER.match(text, end)
        part = after is not None and after[1] in ("morning", "afternoon", "evening", "night")
        return made(Wording, ("weekday", start, after.end() if after and part else end, word, "", ""))
    if word in MONTH_NAMES:
        return made(Wording, ("month", start, end, word, "", ""))
    if word in FEASTS:
        after = _WORD_AFTER.match(text, end)
        before = text[max(0, start - 12) : start].lower().split()[-1:]
        led = (
            not FEASTS_AFTER.isdisjoint(before) and text[start - 1].isspace() and not text[end + 1 : end + 2].isupper()
        )
        return Wording("event", start, end, word) if led and (after is None or after[1] in _ENDS_EVENT) else None
    if word in NEAR_DAYS:
        return Wording("day", start, end, word)
    if word in BACK_UNITS or word in WHOLE_UNITS:
        return _of_article(text, opening)
    if word in EVENTS or word in PARTS_OF_YEAR:
        after = _WORD_AFTER.match(text, end)
        return Wording("event", start, end, word) if after is None or after[1] in _ENDS_EVENT else None
    if word == "recent":
        after = _WORD_AFTER.match(text, end)
        known = after is not None and after[1] in ("days", "weeks", "months", "years", "decades", "times")
        return Wording("recent", start, after.end(), word) if after and known else None
    if word == "since":
        event = _event().match(text, start)
        if event and event.group().endswith(_YEAR_BEGAN):  # "since the beginning of the year"
            return Wording("unit", start + len("since "), event.end(), "this", "year")
        return Wording("event", start, event.end(), word) if event else None
    return None if text.startswith("-", end) else Wording("vague", start, end, word)


def _counted(text: str, opening: _Opening) -> Wording | None:
    """Read "last week", "the past 24 hours"."""
    start, end, word = opening
    after = _WORD_AFTER.match(text, end)
    if after and after[1] in UNITS:
        return made(Wording, ("unit", start, after.end(), word, after[1], ""))
    if (after[1] not in COUNTS and after[1] != "couple") if after else not text[end + 1 : end + 2].isdigit():
        return None
    counted = _count().match(text, end)
    count = " ".join(counted[1].split()) if counted else ""
    if counted is None or not (count in COUNTS or count.isdigit()):
        return None
    return Wording("count", start, counted.end(), word, counted[2], count)


def _of_article(text: str, opening: _Opening) -> Wording | None:
    """Read "a year ago", "the week"."""
    start, end, word = opening
    if word in BACK_UNITS:
        after = _WORD_AFTER.match(text, end)
        if after and after[1] in ("ago", "earlier", "before"):
            return Wording("ago", start, after.end(), after[1], word)
    whole = word in WHOLE_UNITS and text[start] in "tT"
    return Wording("whole", start, end, "the", word) if whole else None


_YEAR_BEGAN = (" start of the year", " beginning of the year", " start of this year", " beginning of this year")


@cache
def _count() -> re.Pattern[str]:
    return re.compile(r"\s([0-9]{1,3}|[a-z]+(?:\sof)?)\s((?:hour|day|week|month|year|decade)s?)\b")


@cache
def _event() -> re.Pattern[str]:
    return re.compile(
        r"""[Ss]ince\s(?:(?:the\s)?(?:start|beginning|outbreak|onset|end)\sof\s
        (?:the\s)?(?!the\b)[\w'-]{1,30}(?:\s(?!(?:in|on|at|of|and|with|for|by)\b)[\w'-]{1,30})?
        |the\s(?:[\w'-]{1,30}\s){1,4}?(?:began|started|erupted|broke\sout|ended|resumed|collapsed)\b)""",
        re.VERBOSE,
    )
