"""The frame of a report, whose time and place are not the content's: "said in a statement on Sunday"."""

from figures.extract.sentence import Sentence
from figures.extract.sources.reporting_words import VERBS
from figures.extract.sources.source_words import RECORDS, RELEASED
from seeds.patterns import Later

_SPEAKING = frozenset(verb for verb, kind in VERBS.items() if kind in ("say", "report", "that"))
#: What may stand between the verb and the time or place of the reporting.
_FRAME = frozenset(
    {"in", "on", "at", "during", "from", "late", "early", "earlier", "a", "an", "the", "its", "his", "her"}
    | {"statement", "report", "interview", "briefing", "conference", "news", "press", "post", "address", "speech"}
    | {"reporters", "journalists", "parliament", "lawmakers", "viewers", "television"}
)
_NEXT = Later(r",?\s([a-z]{3,14})\b")
_WORDS = Later(r"[a-z]{3,14}\b")
_REACH = 72


def in_frame(view: str, start: int, end: int, lo: int, hi: int) -> bool:
    """Say whether view[start:end] stands in the frame of a report, looking no further than lo..hi."""
    after = _NEXT.match(view, end, hi)
    if after and after[1] in _SPEAKING:
        return True
    before = view[start - _REACH if start - _REACH > lo else lo : start].rsplit(None, 1)
    while before:
        word = before.pop()
        if word in _SPEAKING:
            return True
        if word in RELEASED:  # "data released today"
            return bool(before) and before[0].rsplit(None, 1)[-1].lower() in RECORDS
        if word not in _FRAME:
            return False
        before = before[0].rsplit(None, 1) if before else before
    return False


def speaks_between(sentence: Sentence, start: int, end: int) -> bool:
    """Say whether somebody says something between two offsets of a sentence's text."""
    if _SPEAKING.isdisjoint(sentence.noted):
        return False
    return not _SPEAKING.isdisjoint(_WORDS.findall(sentence.text, start, end))
