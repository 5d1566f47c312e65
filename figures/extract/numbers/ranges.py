"""Two numbers that are one quantity: ranges, shares, scores; and what only looks like one, a change."""

import re
from decimal import Decimal

from figures.extract.numbers.numerals import LARGEST, exact
from figures.extract.numbers.quantity import Quantity, joinable
from figures.extract.vocabulary import word_set
from seeds.patterns import Later

_DASH = Later(r"\s?[-–]\s?|\s[-–—]\s")
_TO = Later(
    r"(?:\s|-)(?:to|through)(?:\s|-)(?:(?:as (?:many|much) as|about|around|some|nearly|almost|perhaps|over)\s)?",
    re.IGNORECASE,
)
_AND = Later(r"\s(?:and|to)\s(?:(?:about|around|some|nearly|almost)\s)?", re.IGNORECASE)
_OF = Later(r"\s(?:in|out of|in every|out of every|of every)\s", re.IGNORECASE)
_BETWEEN = Later(r"\bbetween\s(?:(?:about|around|roughly|some|an estimated)\s)?$", re.IGNORECASE)
_FROM = Later(r"(\w{1,16}\s)?\bfrom\s(?:(?:about|around|roughly|some|just|nearly|over|a)\s)?$", re.IGNORECASE)
_RANGING = word_set(
    """
    range ranges ranged ranging run runs running vary varies varied varying anywhere extend extends
    """
)
_CHANGES = (
    "rose", "risen", "rise", "rises", "rising", "grew", "grown", "grow", "grows", "increase", "increased", "increasing",
    "jumped", "climbed", "surged", "soared", "went", "gone", "fell", "fallen", "fall", "falls", "dropped", "drop",
    "drops", "declined", "cut", "reduced", "raised", "won", "beat", "lost", "led", "odds", "odds of", "doubled",
    "tripled", "expanded", "narrowed", "widened", "added", "add", "adds", "gain", "gained", "gains", "advanced", "slid",
    "slipped", "tumbled", "shed", "rallied", "plunged", "plummeted", "sank", "shrank", "slumped", "edged", "inched",
    "swelled", "improved",
)  # fmt: skip
_CHANGED = Later(rf"\b(?:{'|'.join(_CHANGES)})\s(?:\w{{1,12}}\s){{0,2}}$")
_ABOUT = ("about ", "around ", "nearly ", "almost ", "some ", "just ", "over ")
_OF_ABOUT = ("of ", *_ABOUT)
_CHANGE_OF = Later(
    r"\b(?:rise|increase|jump|climb|surge|gain|growth|fall|drop|decline|decrease|loss|cut|reduction|slump|dip)\sof\s"
    rf"(?:{'|'.join(_ABOUT)})?$"
)
#: What stands between numbers that are joined begins with one of these.
_SHARING = frozenset({"in", "out", "of"})
_DASHES, _JOINING = frozenset("-–—"), _SHARING | {"to", "through", "and", "or"}
#: Shares are said of these ("one in five"); "six in 12 games" counts games.
_SHARE_BASES = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 25, 50, 100, 1000, 10_000, 100_000, 1_000_000})


def joined(view: str, first: Quantity, second: Quantity, limit: int, floor: int) -> Quantity | None:
    """Join two quantities into a range, a share or a score where the words between and before them say so."""
    if second.start - first.after > 24 or first.ranged or not joinable(first) or not joinable(second):
        return None
    gap = view[first.after : second.start]
    between = gap.lower().split(None, 1)
    if not between or not (between[0][0] in _DASHES or between[0] in _JOINING):
        return None
    if between[0] in _SHARING and _OF.fullmatch(gap):
        return _share(first, second)
    if gap == " or ":
        return _range(first, second) if _are_neighbours(view, first, second) else None
    window = max(floor, first.start - 48)
    before = view[window : first.start].lower()
    dash = _DASH.fullmatch(gap) is not None
    if dash:
        if "—" in gap or (" " in gap and not (first.digits and second.digits and _COUNTED.match(view, second.end))):
            return None
    elif "between" in before and _BETWEEN.search(view, window, first.start):
        if not _AND.fullmatch(gap):
            return None
    elif not _TO.fullmatch(gap):
        return None
    elif before.endswith(_OF_ABOUT) and _CHANGE_OF.search(before):
        if first.unit is not None and second.unit is not None:
            return None  # "a decline of 57,000 tonnes to 666,000 tonnes", but "a rise of 5 to 10 percent"
    elif changes(view, first, window, before):
        return None
    if dash and first.kind == second.kind == "count" and _is_score(view, first, second, limit):
        return Quantity(first.start, second.end, second.after, first.low, second.low, "other", digits=True, score=True)
    return _range(first, second)


#: Steps by which people count when they are not sure, up to so many times the step: "two or three", "30 or 40".
_STEPS = ((1, 12), (2, 6), (5, 12), (10, 10), (100, 10), (1000, 10))
_UNSURE_OF = Later(r"\s(?!of\b)[a-z]|[.,;:!?\"]|\s?\Z")


def _are_neighbours(view: str, first: Quantity, second: Quantity) -> bool:
    """See whether "five or six" means a few: whole numbers a step apart, in words or with what they count behind."""
    if not (isinstance(first.low, int) and isinstance(second.low, int)) or first.digits > second.digits:
        return False  # "nine or 10" is how newspapers write it
    if first.kind != "count" or first.unit is not None or not _UNSURE_OF.match(view, second.end):
        return False
    if first.digits and not view[second.end : second.end + 2].strip().isalpha():
        return False
    step = second.low - first.low
    return any(step == one and first.low % one == 0 and second.low <= one * most for one, most in _STEPS)


def changes(view: str, first: Quantity, window: int, before: str) -> bool:
    """See whether a verb or "from" tells of a change; `before` is what stands in the window, in lower case."""
    lead = _FROM.search(view, window, first.start) if "from" in before else None
    if lead is not None:
        return (lead.group(1) or "").strip().lower() not in _RANGING
    # Most windows end with none of the verbs, which is quickly seen.
    near = any(word.endswith(_CHANGES) for word in before.rsplit(None, 4)[-4:])
    return near and _CHANGED.search(before) is not None


def _share(first: Quantity, second: Quantity) -> Quantity | None:
    low, base = first.low, second.low
    if first.kind != "count" or second.kind != "count" or not (isinstance(base, int) and isinstance(low, int)):
        return None
    if low <= 0 or low >= base or base not in _SHARE_BASES or first.scale > 1:
        return None
    percent = exact(Decimal(100 * low) / base)
    return Quantity(
        first.start,
        second.end,
        second.after,
        percent,
        percent,
        "percent",
        "percent",
        digits=first.digits,
        fraction=True,
    )


def _range(first: Quantity, second: Quantity) -> Quantity | None:
    low, high = first.low, second.high
    if first.part is not second.part and first.unit is not None and second.unit is not None:
        return None
    if first.unit is not None and second.unit is not None and first.unit != second.unit:
        return None
    if first.unit is not None and second.unit is None and first.kind != "money":
        return None
    if second.scale > 1 and first.scale == 1 and -1000 < first.low < 1000:
        # "$400 to $500 million": the scale binds both ends, where that leaves them in order.
        low = exact(first.low * second.scale) if first.low < second.high / Decimal(second.scale) else low
    if not low < high or high > LARGEST:
        return None
    owner = second if second.unit is not None else first
    return Quantity(
        first.start,
        second.end,
        second.after,
        low,
        high,
        owner.kind,
        owner.unit,
        second.scale,
        ranged=True,
        vague=first.vague or second.vague,
        digits=first.digits,
    )


#: Up to here two numbers tied by a dash may be the score of a match or a vote.
_HIGHEST_SCORE = 200
_SCORED = Later(
    r"\s(?:win|wins|victory|victories|defeat|loss|losses|draw|lead|record|scoreline|down|up|ahead|vote|decision|"
    r"triumph|success|thriller|tie|advantage|deficit|aggregate|on aggregate|against|over|at)\b",
    re.IGNORECASE,
)
_PLAYED = Later(
    r"\b(?:won|win|wins|beat|beaten|beating|lost|lose|drew|draw|led|leads?|leading|trailed|finished|ended|voted|score|"
    r"tied|level|scored|went|at|by)\s(?:\w{1,14}\s){0,3}$",
    re.IGNORECASE,
)
_COUNTED = Later(r"[\s-][A-Za-z]{2,}")


def _is_score(view: str, first: Quantity, second: Quantity, limit: int) -> bool:
    if not (isinstance(first.low, int) and isinstance(second.low, int)):
        return False
    if max(first.low, second.low) > _HIGHEST_SCORE or not (first.digits and second.digits):
        return False
    if first.low >= second.low or _SCORED.match(view, second.after, limit):
        return True
    counted = _COUNTED.match(view, second.after, limit)
    played = _PLAYED.search(view, max(0, first.start - 48), first.start)
    return played is not None or counted is None
