"""Whether a figure is worth a reviewer's look, and why not."""

import re

from figures.extract.noun_words import STOPS
from figures.extract.quantities import Quantity
from figures.model import WhyNot

#: Number words up to here, behind a definite determiner, point at things already known ("the two countries").
_SMALL = 12
_DEFINITE = re.compile(
    r"\b(?:the|these|those|both|all|his|her|its|their|our|my|your|any|other|first|last|next|same|past)\s$",
    re.IGNORECASE,
)
_AGE_AFTER = re.compile(
    r"[\s-]*(?:years?[\s-]olds?|months?[\s-]olds?|weeks?[\s-]olds?|days?[\s-]olds?|years? of age)\b", re.IGNORECASE
)
_AGE_BEFORE = re.compile(r"\b(?:aged?|ages|age of|turned|turns|turning)\s(?:\w{2,7}\s)?$", re.IGNORECASE)
_AGE_APPOSED = re.compile(r"[A-Z][\w'-]+,?\s$")
_AGE_END = re.compile(r"\s?(?:,|\)|\.$|\s(?:was|said|told|who|from|of|died|has|is|had)\b)")
#: "who was 10.", "he will be 35 by then"
_AGE_SAID = re.compile(
    r"\b(?:who|he|she|i|now|when)\s(?:is|was|were|be|turns|will be|would be|am)\s(?:\w{3,6}\s)?$", re.IGNORECASE
)
_AGE_SAID_END = re.compile(r"[.,;]|\s(?:by|when|at|on|in|and)\b|$")
_EXPECTANCY = re.compile(r"\b(?:life expectancy|age)\b[^.;]{0,40}$", re.IGNORECASE)
_ONE_IDIOM = re.compile(
    r"['-]|\s(?:of\b(?!\s\w+ed\b)|another|day|thing|more(?! than)|who|that|or|such|by one)\b|[.,;:?!)]", re.IGNORECASE
)
_ONE_BEFORE = re.compile(
    r"\b(?:no|any|every|each|which|some|another|good|bad|old|last|first|next|big|same|only|number|chapter|square|"
    r"formula|phase|tier|category|grade|war|force|bbc|ten to)[\s-]$",
    re.IGNORECASE,
)
_ONE_THING = re.compile(r"\s([a-z][\w-]*)")
_IDIOM_AFTER = re.compile(
    r"(?:-(?:thirds? majority|fold|way|sided|handed\w*|timers?|man|woman|piece|pronged|faced|party|state|star|figure)"
    r"|\s(?:fold|times (?:as|more|less|higher|lower)|o'clock|percenters?|way street|years' time))\b",
    re.IGNORECASE,
)
#: What is numbered, not counted: the number behind one of these is a name.
_NUMBERED_BEFORE = re.compile(
    r"\b(?:top|big|group of|g|level|tier|phase|category|grade|class|type|stage|chapter|page|section|article|channel|"
    r"route|highway|flight|row|room|floor|gate|platform|step|rule|part|volume|episode|season|week|day|round|lap|game|"
    r"group|seat|unit|track|version|windows|model|boeing|airbus|formula|radio|bbc|title|clause|amendment|resolution|"
    r"order|act|bill|proposition|number|no|line|area|zone|district|ward|sector|brigade|battalion|regiment|division|"
    r"iphone|galaxy|series|mark|war|covid|agenda|catch|apollo|studio|s&p|s p|sp|ftse|stoxx|nasdaq|dow|cac|dax|"
    r"nikkei|topix|asx|russell|kospi|fortune|forbes|csi|a\.d\.|ad|interstate|exit|grade|suite|apartment|box)[\s-]$",
    re.IGNORECASE,
)
_BAKERS = re.compile(r"\b(?:baker's|daily|dirty|cheaper by the)\s$", re.IGNORECASE)
_PRODUCT = re.compile(r"\b[A-Z][\w&'-]*\s[A-Z][\w&'-]*\s$")
_PRODUCT_END = re.compile(
    r"$|[.,;:)]|\s(?:to|for|from|with|and|or|is|has|in|on|at|of|will|would|can|which|that|by|as|but|series)\b|\s[A-Z][a-z]+\b"
)
_ADDRESS = re.compile(
    r"\s(?:zip|postcode)\b|\s(?:[A-Z][a-z]+\s){1,2}(?:Road|Street|Avenue|Lane|Drive|Boulevard|Square|Way|Place|St|Ave|Rd)\b",
)
_TITLED = re.compile(r"\b[a-z]{4,}")
_SINGLE_BEFORE = re.compile(r"\b(?:a|not a|one|no|just a|only a)\s$", re.IGNORECASE)
_SINGLE_AFTER = re.compile(
    r"[-]|\s(?:mother|father|parent|mum|mom|dad|man|woman|person|market|currency|most|biggest|largest|digits?|bed|room|"
    r"file|-|use|malt|handed\w*|out|payer|source|state|day|unit|entity|word)",
    re.IGNORECASE,
)
_NAME = re.compile(r"\s[A-Z][\w]*")


def worth(view: str, quantity: Quantity, floor: int, limit: int, zone: str) -> WhyNot | None:
    """Give the reason why a reviewer need not see a figure in the queue, None where it is checkable."""
    reason = _by_kind(quantity)
    if reason is not None:
        return reason
    if zone == "boilerplate":
        return "boilerplate"
    before = view[max(floor, quantity.start - 28) : quantity.start]
    if _is_age(view, quantity, before, floor, limit):
        return "age"
    if quantity.kind in {"money", "percent", "measurement"}:
        return None
    word = view[quantity.start : quantity.end].lower()
    if word == "one" and _is_pronoun(view, quantity, before, limit):
        return "idiom"
    if word == "single" and (not _SINGLE_BEFORE.search(before) or _SINGLE_AFTER.match(view, quantity.end, limit)):
        return "idiom"
    if quantity.kind == "count" and quantity.scale == 1:
        if _IDIOM_AFTER.match(view, quantity.end, limit):
            return "idiom"
        if _is_name(view, quantity, before, floor, limit):
            return "identifier"
    if word.endswith("dozen") and _BAKERS.search(before):
        return "idiom"
    if not quantity.digits and not quantity.vague and quantity.high <= _SMALL and _DEFINITE.search(before):
        return "definite_reference"
    return None


def _is_name(view: str, quantity: Quantity, before: str, floor: int, limit: int) -> bool:
    """See whether a bare number names something: an index, a model, a street, one of a series."""
    if quantity.ranged or quantity.low >= 100_000 or "," in view[quantity.start : quantity.end]:
        return False
    if _NUMBERED_BEFORE.search(before):
        return True
    if not quantity.digits:
        return False
    if _ADDRESS.match(view, quantity.end, limit):
        return True
    if not _PRODUCT.search(before) or not _PRODUCT_END.match(view, quantity.end, limit):
        return False
    # In a headline every word is capitalised, and a verb before a number names nothing.
    return len(_TITLED.findall(view, floor, min(limit, floor + 400))) >= 3


def _by_kind(quantity: Quantity) -> WhyNot | None:
    if quantity.score:
        return "score"
    if quantity.kind == "ordinal":
        return "ordinal"
    if quantity.kind == "identifier":
        return "identifier"
    return None


def _is_age(view: str, quantity: Quantity, before: str, floor: int, limit: int) -> bool:
    if quantity.scale > 1 or quantity.high > 120:
        return False
    if quantity.kind == "duration" and quantity.unit in {"year", "month", "week", "day"}:
        return bool(_AGE_AFTER.match(view, quantity.end, limit) or _AGE_BEFORE.search(before))
    if quantity.kind != "count":
        return False
    if _AGE_BEFORE.search(before):
        return True
    if _AGE_SAID.search(before) and _AGE_SAID_END.match(view, quantity.after, limit):
        return True
    if _EXPECTANCY.search(view, max(floor, quantity.start - 60), quantity.start):
        return True
    apposed = before.endswith((", ", " (", "(")) and _AGE_APPOSED.search(before.rstrip("( ").rstrip(",") + " ")
    return bool(apposed and quantity.digits and _AGE_END.match(view, quantity.after, limit))


def _is_pronoun(view: str, quantity: Quantity, before: str, limit: int) -> bool:
    if _ONE_IDIOM.match(view, quantity.end, limit) or quantity.end >= limit:
        return True
    thing = _ONE_THING.match(view, quantity.end, limit)
    return thing is None or thing.group(1) in STOPS or bool(_ONE_BEFORE.search(before))
