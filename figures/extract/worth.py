"""Whether a figure is worth a reviewer's look, and why not."""

import re

from figures.extract.numbers.quantity import Quantity
from figures.extract.sources.source_words import PLACES
from figures.extract.things.noun_words import STOPS, VERBS
from figures.extract.things.nouns import is_plural
from figures.extract.vocabulary import word_set
from figures.model import WhyNot
from seeds.patterns import Later

#: Number words up to here, behind a definite determiner, point at things already known ("the two countries").
_SMALL = 12
#: Behind these a small number points at things already known.
_DEFINITE = word_set("the these those both all his her its their our my your any other first last next same past")
_AGE_AFTER = Later(
    r"(?:-,?\s(?:and|or|to)\s\w{1,12})?"
    r"[\s-]*(?:years?[\s-]olds?|months?[\s-]olds?|weeks?[\s-]olds?|days?[\s-]olds?|years? of age)\b",
    re.IGNORECASE,
)
_AGES = word_set("aged age ages turned turns turning")
#: "Children under 5", "those older than 60".
_AGE_BOUNDS = word_set("under over above below than")
_OF_AGE = word_set(
    """
    children boys girls kids infants pupils youths youngsters older younger people persons men women adults those anyone
    everyone anybody everybody
    """
)
#: "They turned over 13 boats."
_HANDED = (["turned", "over"], ["turning", "over"], ["turns", "over"])
_AGE_APPOSED = Later(r"(?:[A-Z][\w'-]+|\b(?:man|woman|boy|girl|father|mother|son|daughter|student)),?\s$")
#: "on Sunday, 38 were found" gives no age.
_DAYS = Later(r"(?:day|January|February|March|April|May|June|July|August|\w+ember|October|\b[A-Z][a-z]{2}\.?),\s$")
_AGE_END = Later(r"\s?(?:,|\)|\.$|\s(?:was|said|told|who)\b)")
#: "who was 10.", "he will be 35 by then"
_AGED_ONES = word_set("who he she i now when")
_AGED = word_set("is was were be turns am")
_AGE_SAID_END = Later(r"[.,;]|\s(?:by|when|at|on|in|and)\b|$")
_AT_AGE = Later(r"\b(?:the|average|median|mean) age\b[^.;\d]{0,20}$", re.IGNORECASE)
_ONE_IDIOM = Later(
    r"['-]|\s(?:of\b(?!\s\w+ed\b)|another|day|thing|more(?! than)|who|that|or|such|by one)\b|[.,;:?!)]", re.IGNORECASE
)
_ONE_BEFORE = word_set(
    """
    no any every each which some another good bad old last first next big same only number chapter square formula
    phase tier category grade war force bbc
    """
)
#: A name may stand before it: "one Israeli soldier".
_ONE_THING = Later(r"\s(?:[A-Z][\w-]{2,}\s){0,2}([a-z][\w-]*)")
#: "One Norlander was killed."
_ONE_PERSON = Later(r"\s[A-Z][a-z]{3,}\s(?:was|died|has (?:been|died))\b")
_IDIOM_AFTER = Later(
    r"(?:-(?:thirds? majority|fold|way|sided|handed\w*|timers?|man|woman|piece|pronged|faced|party|state|star|figure)"
    r"|\s(?:fold|times (?:as|more|less|higher|lower)|o'clock|percenters?|way street|years' time))\b",
    re.IGNORECASE,
)
_IDIOM_STARTS = word_set("thi fol way sid han tim man wom pie pro fac par sta fig o'c per yea")
#: What is numbered, not counted: the number behind one of these is a name.
_NUMBERED = word_set(
    """
    terminal figure pier table chart
    regulation directive decree protocol ordinance item paragraph subsection annex appendix footnote bay verse
    a.d. act ad agenda airbus amendment apartment apollo area article asx battalion bbc big bill boeing box brigade
    cac catch category channel chapter class clause covid csi dax day district division dow episode exit flight
    floor forbes formula fortune ftse g galaxy game gate grade group highway interstate iphone kospi lap level line
    mark model nasdaq nikkei no number order page part phase platform proposition radio regiment resolution room
    round route row rule russell s&p season seat section sector series sp stage step stoxx studio suite tier title
    top topix track type unit version volume war ward week windows zone
    """
)
#: "Last week 12 people fled": the week has no number.
_WHICH = (["last"], ["past"], ["this"], ["next"], ["each"], ["every"], ["per"], ["a"], ["previous"], ["same"])
#: "The last 24 hours" only say when.
_WINDOWS = word_set("last past next previous preceding coming")
#: How long a bond runs is part of its name.
_MATURITY = Later(
    r"-year (?:(?:\w+ )?(?:gilts?|bonds?|notes?|Treasur(?:y|ies)|bunds?|yields?|swaps?|JGBs?)\b"
    r"|(?:[Gg]overnment|sovereign) debt)"
)
_GROUPS = Later(r"(?<![\d.,])0\d{1,5}(?:[\s-]\d{2,8}){0,4}[\s-]$")
_DIALLING = ("call", "phone", "ring", "dial", "text", "hotline", "helpline", "tel", "telephone", "whatsapp")
_DIALLED = frozenset({*_DIALLING, "tel:", "telephone:", "phone:", "hotline:"})
_DIAL = Later(
    rf"\b(?:{'|'.join(_DIALLING)}):?"
    r"(?:\s(?:us|them|on|at|is|number|line|the|police|[A-Z]\w+)){0,3}\s(?:\d+[\s-]){0,3}$",
    re.IGNORECASE,
)
_DIALLED_END = Later(r"[.,;)]|\s?$|\s(?:\d|(?:for|or|and|if|to|immediately)\b)")
_BAKERS = word_set("baker's daily dirty")
_PRODUCT = Later(r"\b[A-Z][\w&'-]*\s[A-Z][\w&'-]*\s$")
_PRODUCT_END = Later(
    r"$|[.,;:)]|\s(?:to|for|from|with|and|or|is|has|in|on|at|of|will|would|can|which|that|by|as|but|series)\b|\s[A-Z][a-z]+\b"
)
_ADDRESS = Later(
    r"\s(?:zip|postcode)\b|\s(?:[A-Z][a-z]+\s){1,2}(?:Road|Street|Avenue|Lane|Drive|Boulevard|Square|Way|Place|St|Ave|Rd)\b",
)
_TITLED = Later(r"\b[a-z]{4,}")
_SINGLE_BEFORE = word_set("a one no")
_SINGLE_AFTER = Later(
    r"[-]|\s(?:mother|father|parent|mum|mom|dad|man|woman|person|market|currency|most|biggest|largest|digits?|bed|room|"
    r"file|-|use|malt|handed\w*|out|payer|source|state|day|unit|entity|word)",
    re.IGNORECASE,
)
#: Verbs that are also things one can count: "one vote".
_BOTH = word_set("vote win cut help use claim work need call move show rise fall find start run set hit hold beat")


def worth(view: str, quantity: Quantity, floor: int, limit: int, zone: str) -> WhyNot | None:
    """Give the reason why a reviewer need not see a figure in the queue, None where it is checkable."""
    if quantity.score:
        return "score"
    if quantity.kind == "ordinal":
        return "ordinal"
    if quantity.kind == "identifier":
        return "identifier"
    if zone == "boilerplate":
        return "boilerplate"
    if _is_furniture(view, quantity, floor, limit):
        return "boilerplate"
    if quantity.low == 1 and view[max(floor, quantity.start - 4) : quantity.start + 4].lower() == "not one ":
        return "idiom"
    if quantity.kind in {"money", "percent", "measurement"}:
        return None
    left = quantity.start - 28
    before = view[left if left > floor else floor : quantity.start]
    said = before.lower().replace("-", " ").split()
    last = said[-1] if said else ""
    if _is_age(view, quantity, before, said, floor, limit):
        return "age"
    word = view[quantity.start : quantity.end].lower()
    if word == "one" and quantity.kind == "count" and last != "least" and _is_pronoun(view, quantity, last, limit):
        return "idiom"
    if word == "single" and (
        said[-2:-1] == ["not"] or last not in _SINGLE_BEFORE or _SINGLE_AFTER.match(view, quantity.end, limit)
    ):
        return "idiom"
    if quantity.kind == "duration" and (
        last in _WINDOWS
        or (last == "first" and view.startswith(" of ", quantity.after))
        or (view.startswith("-year ", quantity.end) and _MATURITY.match(view, quantity.end, limit))
    ):
        return "identifier" if last not in _WINDOWS and last != "first" else "definite_reference"
    if quantity.kind == "count" and quantity.scale == 1:
        if quantity.digits and _is_phone(view, quantity, said, floor, limit):
            return "identifier"
        start = view[quantity.end + 1 : quantity.end + 4].lower()
        if start in _IDIOM_STARTS and _IDIOM_AFTER.match(view, quantity.end, limit):
            return "idiom"
        if _is_name(view, quantity, before, said, floor, limit):
            return "identifier"
    if said[-2:] == ["factor", "of"]:
        return "idiom"
    if last in _BAKERS and word.endswith("dozen"):
        return "idiom"
    if (
        not quantity.digits
        and not quantity.vague
        and quantity.high <= _SMALL
        and last in _DEFINITE
        and view[quantity.end : quantity.end + 1] != "-"
    ):
        return "definite_reference"
    return None


_COUNTERS = Later(r"\s(?:views|comments?|shares|likes|reactions|retweets|followers|replies|min(?:ute)?s? read|min\))")


def _is_furniture(view: str, quantity: Quantity, floor: int, limit: int) -> bool:
    """See whether a line holds only a number, as lists of headlines do, or one of a page's counters."""
    if limit - floor > 60:
        return False
    if limit - quantity.after <= 2 and quantity.start - floor <= 1 and quantity.kind == "count":
        return True
    return _COUNTERS.match(view, quantity.end, limit) is not None


def _is_name(view: str, quantity: Quantity, before: str, said: list[str], floor: int, limit: int) -> bool:
    """See whether a bare number names something: an index, a model, a street, one of a series."""
    if quantity.ranged or quantity.low >= 100_000 or "," in view[quantity.start : quantity.end]:
        return False
    if said[-1:] in (["number"], ["top"]) and (said[-2:-1] in (["who"], ["they"]) or is_plural("".join(said[-2:-1]))):
        return False  # "the villagers number 300", "deaths top 300"
    if view.startswith(" times", quantity.end) or (said[-1:] in (["week"], ["day"]) and said[-2:-1] in _WHICH):
        return False
    if said and (
        said[-1] in _NUMBERED
        or (said[-1][0] == "(" and said[-1][1:] in _NUMBERED)
        or said[-2:] in (["group", "of"], ["s", "p"])
    ):
        return True
    if not quantity.digits:
        return False
    initial = view[quantity.end + 1 : quantity.end + 2]
    if (initial.isupper() or initial in {"z", "p"}) and _ADDRESS.match(view, quantity.end, limit):
        return True
    # The word before, in its own case: a product's name has a capital.
    last = before.rsplit(None, 1)[-1:]
    if not last or not last[0][0].isupper():
        return False
    if not _PRODUCT.search(before) or not _PRODUCT_END.match(view, quantity.end, limit):
        return False
    # In a headline every word is capitalised, and a verb before a number names nothing.
    return len(_TITLED.findall(view, floor, min(limit, floor + 400))) >= 3


def _is_phone(view: str, quantity: Quantity, said: list[str], floor: int, limit: int) -> bool:
    """See whether digits are a telephone number or a group of one: "0800 123 456", "call 116 123"."""
    text = view[quantity.start : quantity.end]
    if text[0] == "0" and len(text) > 1 and text.isdigit():
        return True
    window = max(floor, quantity.start - 48)
    if said and said[-1].isdigit() and _GROUPS.search(view, window, quantity.start):
        return True
    if _DIALLED.isdisjoint(said) or len(text) < 3:
        return False
    return _DIAL.search(view, window, quantity.start) is not None and _DIALLED_END.match(view, quantity.end) is not None


def _is_age(view: str, quantity: Quantity, before: str, said: list[str], floor: int, limit: int) -> bool:
    if quantity.scale > 1 or quantity.high > 120:
        return False
    aged = not _AGES.isdisjoint(said[-3:]) and _is_near_age(said)
    if quantity.kind == "duration" and quantity.unit in {"year", "month", "week", "day"}:
        return aged or _AGE_AFTER.match(view, quantity.end, limit) is not None
    if quantity.kind != "count":
        return False
    if aged or (said and said[-1] in _AGE_BOUNDS and _bounds_age(view, quantity, said, limit)):
        return True
    told = not _AGED_ONES.isdisjoint(said[-4:-1]) and not _AGED.isdisjoint(said[-3:])
    if told and _AGE_SAID_END.match(view, quantity.after, limit):
        return True
    window = view[max(floor, quantity.start - 60) : quantity.start]
    if " age" in window and quantity.low >= 1 and _AT_AGE.search(window):
        return True
    if "expectancy" in window:
        return True
    if not quantity.digits or not before.endswith((", ", "(")) or _DAYS.search(before):
        return False
    if before.endswith("("):
        name = before[:-1].rstrip().rpartition(" ")[2]
        if name.isupper() or name.lower() in PLACES:
            return False  # "Iraq (61) and the USA (35)"
    apposed = _AGE_APPOSED.search(before.rstrip("( ").rstrip(",") + " ")
    return bool(apposed and _AGE_END.match(view, quantity.after, limit))


def _is_near_age(said: list[str]) -> bool:
    """See whether "aged" stands right before a number: "aged 12", "aged 4 and 12", but not "turned over 12"."""
    near = said[-3:-2] if said[-1] == "and" and len(said) > 2 and said[-2].isdigit() else said[-2:]
    return not _AGES.isdisjoint(near) and near not in _HANDED


def _bounds_age(view: str, quantity: Quantity, said: list[str], limit: int) -> bool:
    """See whether "over 65" tells how old they are: it stands behind people, and nothing countable behind it."""
    if _OF_AGE.isdisjoint(said[-2:-1]):
        return False
    thing = _ONE_THING.match(view, quantity.after, limit)
    return thing is None or not is_plural(thing.group(1))


def _is_pronoun(view: str, quantity: Quantity, last: str, limit: int) -> bool:
    if quantity.end >= limit or last in _ONE_BEFORE or _ONE_IDIOM.match(view, quantity.end, limit):
        return True
    thing = _ONE_THING.match(view, quantity.end, limit)
    if thing is None or thing.group(1) in STOPS:
        return _ONE_PERSON.match(view, quantity.end, limit) is None
    return thing.group(1) in VERBS and thing.group(1) not in _BOTH  # "one told me"
