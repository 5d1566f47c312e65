"""The wording by which a text keeps its distance from a figure: "estimated", "are reported to have been"."""

import re
from functools import cache

from figures.extract.sentence import Sentence
from figures.extract.sources.clauses import Clause
from figures.extract.vocabulary import word_set

#: How far before and after a figure a hedge is looked for, and how long a wording may get.
_BEFORE, _AFTER, _LONGEST = 120, 90, 48
#: Without one of these words nothing is hedged; "said" is one only after a form of "be".
_HEDGING = word_set(
    "allegedly alleged apparently appear appears believed claimed could estimated expected feared forecast known "
    "likely may might perhaps possibly preliminary presumably presumed probably projected provisional purportedly "
    "reported reportedly reports rumored rumoured set supposedly thought unconfirmed understood"
)
ALL_HEDGING = _HEDGING | {"said"}
_BE = ("is", "are", "was", "were", "been")


def hedging_in(sentence: Sentence) -> frozenset[str]:
    """Give the words of a sentence that a hedging wording in it must hold; none: no hedge."""
    text = sentence.text
    found = _HEDGING & sentence.noted
    at = text.find("said") if "said" in sentence.noted else -1
    while at >= 0:
        before = text[max(0, at - _BEFORE) : at].rsplit(None, 2)[-2:]
        if before and (before[-1].endswith(_BE) or (before[-1].endswith("ly") and before[0].endswith(_BE))):
            return found | {"said"}
        at = text.find("said", at + 4)
    return found


def hedge_words(
    view: str, sentence: tuple[int, int], figure: tuple[int, int], clause: Clause | None, hedging: frozenset[str]
) -> str | None:
    """Give the reporting words of a clause and the hedges around a figure, in text order, joined by " … "; or None.

    `hedging` are those of the sentence (see `hedging_in`).
    """
    spans: list[tuple[int, int]] = []
    end = 0
    if clause is not None:
        end = clause.verb_end
        if clause.needs_at:
            at = view.rfind(" at", end, figure[0])
            end = at + 3 if 0 <= at <= clause.verb_from + _LONGEST else end
        spans.append((clause.verb_from, min(clause.worded or end, clause.verb_from + _LONGEST)))
        if not hedging:
            return " ".join(view[spans[0][0] : spans[0][1]].split()) or None
    low = max(sentence[0], figure[0] - _BEFORE, end if end <= figure[0] else 0)
    before: list[tuple[int, int]] = []
    if any(view.find(word, low, figure[0]) >= 0 for word in hedging):
        before = [match.span() for match in _hedge().finditer(view, low, figure[0])]
        spans.extend(before[-2:])
    high = min(sentence[1], figure[1] + _AFTER)
    if not before and any(view.find(word, figure[1], high) >= 0 for word in hedging):
        after = _hedge().search(view, figure[1], high)
        if after is not None and not _broken(view, figure[1], after.start()):
            spans.append(after.span())
    if len(spans) == 1:
        return " ".join(view[spans[0][0] : spans[0][1]].split()) or None
    parts: list[str] = []
    last = -1
    for start, end in sorted(spans):
        if start >= last and end > start:
            parts.append(" ".join(view[start:end].split()))
            last = end
    return " … ".join(part for part in parts[:3] if part) or None


def _broken(view: str, start: int, end: int) -> bool:
    return any(sign in view[start:end] for sign in ',;:"') or " and " in view[start:end]


@cache
def _hedge() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:(?:is|are|was|were|has been|have been|had been)\s+(?:\w+ly\s+)?"
        r"(?:reported|believed|thought|feared|estimated|expected|said|alleged|presumed|understood|claimed|forecast|"
        r"projected|likely|rumou?red|known)(?:\s+to(?:\s+have(?:\s+been)?|\s+be)?)?|"
        r"reportedly|allegedly|supposedly|apparently|presumably|purportedly|(?:have|has|had)\s+likely|likely|probably|"
        r"possibly|perhaps|estimated|"
        r"(?:may|might|could)(?:\s+have(?:\s+been)?|\s+be)?|expected to|believed to|thought to|feared|unconfirmed|"
        r"preliminary|provisional|reports that|appears? to|is set to)\b"
    )
