"""Phases: whether a sentence tells of what a figure counts as planned or as done."""

import re
from typing import Literal

from figures.extract.patterns import one_of
from figures.extract.vocabulary import word_set

Phase = Literal["plan", "done"]

#: Verbs of things done, in the past and in the plain form that a plan has ("to send").
_PAST = word_set(
    """
    sent deployed dispatched delivered mobilised mobilized recruited trained killed wounded injured died arrested
    detained displaced evacuated destroyed damaged cut axed fired built paid spent pledged gave given received bought
    sold arrived left fled launched withdrew withdrawn lost captured rescued hired laid sank drowned collapsed voted
    rose fell cost operating fighting stationed fight serve serving
    """
)
_PLAIN = word_set(
    """
    send deploy dispatch deliver mobilise mobilize recruit train kill evacuate cut axe fire build pay spend pledge give
    buy sell launch withdraw hire lay provide transfer supply close shed create add raise invest allocate move release
    """
)
#: Words of a will: what follows is not done yet.
_WILLS = (
    "will", "would", "shall", "could", "plan", "plans", "planned", "planning", "intends", "intend", "intended",
    "decided to", "agreed to", "approved", "ordered", "authorised", "authorized", "proposed", "proposes", "vowed",
    "promised", "expected to", "expects to", "set to", "going to", "due to be", "about to", "ready to", "preparing to",
    "prepares to", "considering", "aims to", "aim to", "wants to", "want to", "hopes to", "to be", "is to", "are to",
    "forecast", "projected", "may", "might", "threatened to", "seeks", "seeking", "calls for",
)  # fmt: skip
_DONE = (
    "has already",
    "have already",
    "already",
    "previously",
    "so far",
    "to date",
    "were",
    "was",
    "has been",
    "have been",
)
_PLANNED = rf"{one_of(_WILLS)}(?:\s(?:also|soon|be|\w+ly))?(?:\s{one_of(_PAST | _PLAIN)})?|to\s{one_of(_PLAIN)}"
_MARKER = re.compile(
    rf"\b(?:(?P<hedge>(?:may|might|could|would|will)\shave)|(?P<plan>{_PLANNED})"
    rf"|(?P<done>{one_of(_DONE)}|{one_of(_PAST)}|(?:has|have|had)\s(?:{one_of(_PAST)}|(?!{one_of(_WILLS)})\w+ed)))\b",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[,;:.)(\"”—]|\s(?:and|but|while|after|before|when|to)\s")
_BEFORE, _AFTER = 200, 80


def phase(sentence: str, start: int, end: int) -> Phase | None:
    """Say whether what the figure at sentence[start:end] counts is planned or done; None where the words tell neither.

    What follows in the clause decides ("1,000 medics would be sent"), else the last word of the kind before the figure.
    """
    found = _first(sentence, end) or _last(sentence, start)
    return "done" if found == "hedge" else "plan" if found == "plan" else "done" if found == "done" else None


def _first(sentence: str, end: int) -> str | None:
    stop = _CLAUSE_END.search(sentence, end, end + _AFTER)
    limit = stop.start() if stop else min(len(sentence), end + _AFTER)
    match = _MARKER.search(sentence, end, limit)
    if match is None and stop and stop.group().strip() == "and":  # "5,000 cooks and 1,000 medics would be sent"
        later = _COORDINATED.match(sentence, stop.start())
        match = _MARKER.match(sentence, later.end()) if later else None
    return match.lastgroup if match else None


_COORDINATED = re.compile(r"\sand\s[\d,.]+\s(?:[a-z-]+\s){1,4}?(?=(?:will|would|were|was|are to|have|had)\b)")


def _last(sentence: str, start: int) -> str | None:
    last = None
    for match in _MARKER.finditer(sentence, max(0, start - _BEFORE), start):
        last = match
    return last.lastgroup if last else None
