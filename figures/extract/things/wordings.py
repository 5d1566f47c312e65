"""Wordings that name what a number counts away from it: "14 of them children", "the number of staff", "killing 24"."""

import re

from figures.extract.numbers.bounds import Bounded
from figures.extract.things import noun_words as words
from figures.extract.things.before import subject_before, tally_before, toll_before
from figures.extract.things.context import Context, Counted
from figures.extract.things.nouns import Phrase, harmed_after, noun_after
from seeds.patterns import Later

_OF_WHOLE = Later(r"Of\s(?:the|its|their|his|her|those|these)\s(?:[0-9][0-9,.]*\s)?(?=[a-z])")


def of_whole(view: str, floor: int, limit: int) -> str | None:
    """Read the whole with which a sentence opens: "Of the patients, 87 percent were children"."""
    match = _OF_WHOLE.match(view, floor, limit) if view.startswith("Of ", floor) else None
    phrase = noun_after(view, match.end() - 1, limit) if match is not None else None
    if phrase is None or not phrase.plural or view[phrase.end : phrase.end + 1] != ",":
        return None
    return phrase.text


#: "110 of them children", "14 were women", "bring to 34 the number of staff".
OF_THEM = Later(
    r",?\sof (?:(?:them|whom|which)\b,?|th[eo]se\b,?(?!\s(?:\d|two|three|four|five|six|seven|eight|nine|ten)\b))"
)
_WERE = Later(
    r"\s(?:were|are)(?=\s(?:(?:\w*wo|\w*)men\b|children\b|(?!\w+(?:ed|ing|en)\b|(?:dead|hurt|homeless|ill|sick)\b)[a-z]))"
)
_THE_NUMBER_OF = Later(r"\sthe (?:number|total) of(?=\s)")
#: How these begin behind their first sign, but for ", of them".
_APART_STARTS = frozenset({"of", "we", "ar", "th", "st", "ma"})
_STRONG = Later(rf"-(?:{'|'.join(sorted(words.TIED_ADJECTIVES))})(?=\s[A-Za-z])")


def counted_apart(view: str, end: int, limit: int, context: Context) -> Counted | None:
    """Read the noun where a few words stand between it and its number."""
    if view[end : end + 1] != "," and view[end + 1 : end + 3] not in _APART_STARTS:
        return None
    them = OF_THEM.match(view, end, limit)
    if them is not None:
        phrase = noun_after(view, them.end(), limit)
        if phrase is not None and phrase.plural and phrase.start == them.end() + 1:
            return Counted(phrase.text, phrase.end, phrase.start)
        harm = harmed_after(view, them.end(), limit) if view.startswith("those ", them.end() - 5) else None
        if harm is not None:  # "three of those killed"
            return Counted(f"people {harm}", them.end())
        earlier = context.in_sentence or context.in_stretch
        return Counted(earlier, them.end()) if earlier is not None else None
    strong, were = _STRONG.match(view, end, limit), _WERE.match(view, end, limit)
    between = strong or were or _THE_NUMBER_OF.match(view, end, limit)
    if between is None:
        return None
    phrase = noun_after(view, between.end(), limit, attributive=strong is not None)
    if phrase is None or (were is not None and not phrase.plural):
        return None
    return Counted(phrase.text, phrase.end, phrase.start)


def noun_before(view: str, bounded: Bounded, floor: int) -> str | None:
    """Read the subject or object that a verb ties to a number: "fares rose to 40", "put the toll at about 90"."""
    said = (bounded.modifier or "").lower().split()
    # "embankments older than 30 years": the comparison stands where a verb would.
    linked = bool(said) and (
        said[-1] in words.LINKS or (said[-1] == "than" and said[-2:-1] != ["more"] and len(said) == 2)
    )
    begin = bounded.start
    if view[begin - 1 : begin] in {'"', "'"}:  # put output at "maybe 30%"
        begin -= 1
    if view.endswith(" between ", floor, begin):  # "estimated at between $7 billion and $10 billion"
        begin -= len("between ")
    if not linked and view.endswith(_RECORD_ENDS, floor, begin - 1):
        record = _RECORD.search(view, max(floor, begin - 24), begin)
        begin = record.start() if record is not None else begin
    toll = toll_before(view, floor, begin)
    if toll is not None:
        return toll
    subject = subject_before(view, floor, begin, linked)
    if subject is None or subject.text.lower() in {"figure", "figures", "number", "estimate", "it", "that", "this"}:
        return None
    tally = tally_before(view, floor, bounded.start)
    return tally if tally is not None and not subject.plural else subject.text


#: Behind one of these something else may have become the subject.
_BORDERS = (", and ", ", but ", "; ", " while ")
_NUMBER_OF = Later(r"(?:The\s)?(?:[Tt]otal\s)?[Nn]umber\sof(?=\s)")
_FAR = 160


def number_of(view: str, bounded: Bounded, floor: int) -> str | None:
    """Read what a sentence says the number of: "The number of riders who signed up last year has reached 5,000"."""
    begin = bounded.start
    opening = _NUMBER_OF.match(view, floor, begin)
    if opening is None:
        at = view.rfind("number of ", max(floor, begin - _FAR), begin)
        opening = _NUMBER_OF.match(view, at, begin) if at >= 0 and view.find(", ", at, begin) < 0 else None
        if opening is None or not (_is_told(view, bounded, at) or _is_brought(view, begin, at, floor)):
            return None
        floor = at
    else:
        last = view[max(floor, begin - 24) : begin].split()[-1:]
        if not last or not (last[0].lower() in words.TYING or bounded.modifier in words.LINKS):
            return None
    if any(view.find(border, floor, begin) >= 0 for border in _BORDERS):
        return None
    phrase = noun_after(view, opening.end(), begin)
    return phrase.text if phrase is not None and phrase.plural else None


_BRINGS = Later(
    r"\b(?:br(?:ing(?:s|ing)?|ought)|rais(?:e|es|ed|ing)|tak(?:es|ing)|took|puts?|putting)\s(?:the\s)?(?:total\s)?$"
)


def _is_brought(view: str, begin: int, at: int, floor: int) -> bool:
    """See whether something brings "the number of" at `at` to the number, whatever stands between."""
    return view.endswith((" to ", " at "), at, begin) and bool(_BRINGS.search(view, max(floor, at - 24), at))


def _is_told(view: str, bounded: Bounded, floor: int) -> bool:
    """See whether a verb without an object stands between "the number of" and the number: "is now", "rose to"."""
    if bounded.modifier in words.LINKS:
        return True
    said = view[max(floor, bounded.start - 32) : bounded.start].lower().split()
    if said[-1:] == ["now"]:
        said.pop()
    if said[-1:] and said[-1] in words.PREPOSITIONS_OF_LINKS:
        return said[-2:-1] != [] and said[-2] in words.LINKS_TO
    return said[-1:] != [] and said[-1] in words.LINKS


#: What stands between a verb and its number: "rose to a record 4,000", "fell to only 40".
_RECORD = Later(
    r"(?:\b(?:an?|the)\s)?(?:\b(?:new|all-time|fresh)\s)?\b(?:record|high|low|peak)(?:\s(?:high|low))?(?:\sof)?\s$"
    r"|\b(?:only|just|even|exactly)\s$"
)
#: One of these is its last word.
_RECORD_ENDS = ("record", "high", "low", "peak", "of", "only", "just", "even", "exactly")
_HARM_BEFORE = Later(
    r"\b(kill|killed|kills|killing|injure|injured|injures|injuring|wound|wounded|wounds|wounding|displace|displaced|"
    r"displacing|displaces)\s$",
    re.IGNORECASE,
)
_HARM_ENDS = tuple(
    stem + end for stem in ("kill", "injur", "wound", "displac") for end in ("", "e", "es", "s", "ed", "ing")
)
_HARM = {"kil": "killed", "inj": "injured", "wou": "wounded", "dis": "displaced"}


def harm_before(view: str, begin: int, floor: int) -> str | None:
    """Read "killing 24", "Injure Over 150": people, though no noun says so."""
    low = max(floor, begin - 12)
    harmed = view[low:begin].rstrip().lower().endswith(_HARM_ENDS)
    match = _HARM_BEFORE.search(view, low, begin) if harmed else None
    return _HARM[match.group(1)[:3].lower()] if match is not None else None


_OF_BEFORE = Later(r"(?:\b(?:of|worth|totalling|totaling|for)|:)\s[\"']?$", re.IGNORECASE)
#: The last letters of its words.
_OF_ENDS = frozenset("fhgrFHGR:")
#: Who asks for money is not what it is: "the agency solicited for $2 million", "it is appealing for".
_ASKS = Later(r"\b(?:ask|appeal|call|plead|solicit|appl|press|lobb|su|look|wait|hop)(?:y|ied|ying|e|ed|ing)\s$")


def noun_of(view: str, begin: int, floor: int) -> Phrase | None:
    """Read the noun that a quantity explains: "a fine of $5 million", "a budget of about $2bn"."""
    low = max(floor, begin - 12)
    ends = view[low:begin].rstrip(" \n\"'")[-1:] in _OF_ENDS
    of = _OF_BEFORE.search(view, low, begin) if ends else None
    if of is None:
        return None
    link = view[of.start() : of.start() + 5].lower()
    if link.startswith("for") and _ASKS.search(view, max(floor, of.start() - 32), of.start()):
        return None
    if link == "worth":  # "supply the navy with a radar worth $9 million"
        given = view.rfind(" with ", floor, of.start())
        floor = given + 5 if given >= 0 else floor
    return subject_before(view, floor, of.start(), True)
