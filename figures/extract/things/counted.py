"""Which noun belongs to a quantity, by its kind: where to look, and in which order."""

import re
from typing import NamedTuple

from figures.extract.draft import made
from figures.extract.numbers.bounds import Bounded
from figures.extract.numbers.quantity import Quantity
from figures.extract.things import noun_words as words
from figures.extract.things.before import refers_back, subject_before, tally_before, toll_before
from figures.extract.things.going_on import going_on, is_estimate, is_no_one, is_participle
from figures.extract.things.nouns import Phrase, harmed_after, is_plural, noun_after
from figures.extract.vocabulary import word_set
from seeds.patterns import Later


class Counted(NamedTuple):
    """What a quantity counts; `end` is where its words end, `start` where they begin if they follow the number."""

    noun: str | None
    end: int
    start: int | None = None


class Context:
    """What was counted before: in this sentence, and last in this stretch, there in sentence number `sentence`.

    `end` is where the last figure ends, `words` the span of the noun behind it.
    """

    __slots__ = ("end", "in_sentence", "in_stretch", "sentence", "words")

    def __init__(self) -> None:
        self.in_sentence: str | None = None
        self.in_stretch: str | None = None
        self.sentence = -2
        self.end = 0
        self.words = (0, 0)


_NEXT_HARM = Later(r"\s(?:dead|killed|wounded|injured|missing|hurt|displaced)\b", re.IGNORECASE)
_HYPHENED = Later(r"-([A-Za-z]{2,})")
_IN = Later(
    r"\s(?:in|worth of)\s(?=[a-z])"
    r"(?!(?:the|a|an|total|all|cash|each|this|that|his|her|its|their|addition|advance|return|response|part|exchange|"
    r"summer|winter|spring|autumn|recent|early|late|mid|fiscal|some|many|most|which|what)\b)"
)
_LONG = Later(r"-(?:long|wide|high|tall|deep|thick|strong)(?=\s[A-Za-z])")
_DIMENSIONS = Later(
    r"[\s-](?:wide|long|high|tall|deep|thick|away|apart|off|from|north|south|east|west|inland|offshore|above|below|"
    r"southeast|southwest|northeast|northwest|"
    r"across|around|square|in diameter|per|an?|each|every|ahead|behind|later|earlier|ago|old|more|less)\b",
    re.IGNORECASE,
)
#: How these begin behind their first sign, but for those in a-, and `_IN`.
_DIMENSION_STARTS = word_set("wi lo hi ta de th of fr no so ea we in be sq pe ev la ol mo le")
_IN_STARTS = word_set("in wo")
_OF_BEFORE = Later(r"(?:\b(?:of|worth|totalling|totaling|for)|:)\s[\"']?$", re.IGNORECASE)
#: The last letters of its words.
_OF_ENDS = frozenset("fhgrFHGR:")
#: "The driest spring in 40 years": nothing is counted by those.
_SINCE = Later(rf"\b(?:{'|'.join(sorted(words.SUPERLATIVES))})(?:\s[\w-]+){{1,3}}$")
_SPANNING = Later(r"\s(?:in|over|within|during|for)\s(?:just\s|only\s|the past\s|the last\s)?$", re.IGNORECASE)


def counted(
    view: str, quantity: Quantity, bounded: Bounded, floor: int, limit: int, context: Context, index: int
) -> Counted:
    """Give what a quantity of sentence number `index` counts; the noun is None where the text does not say."""
    if quantity.kind == "count" or quantity.fraction:
        return _count(view, quantity, bounded, floor, limit, context, index)
    if quantity.kind == "duration":
        return _duration(view, quantity, bounded, floor, limit, context)
    return _measured(view, quantity, bounded, floor, limit, context)


def _count(
    view: str, quantity: Quantity, bounded: Bounded, floor: int, limit: int, context: Context, index: int
) -> Counted:
    tied = view.startswith("-", quantity.after)
    hyphened = _HYPHENED.match(view, quantity.after, limit) if tied else None
    plain = hyphened is not None and hyphened.group(1) not in words.TIED_ADJECTIVES
    if hyphened is not None and plain and bounded.end == quantity.after and quantity.scale == 1:
        return Counted(hyphened.group(1), hyphened.end(), hyphened.start())
    special = _special(view, bounded.end, limit, context)
    if special is not None:
        return special
    harm = harmed_after(view, bounded.end, limit)
    if harm is not None:
        # "240,000 dead" names its own; "thousands more wounded" and "95 have been rescued" go on counting the same.
        same = context.in_sentence if bounded.increment or not _NEXT_HARM.match(view, bounded.end, limit) else None
        if (
            same is None or same.removeprefix("people ") in words.HARMED or is_no_one(same, harm)
        ):  # "It killed 12, and 15 were hurt"
            same = f"people {harm}"
        return Counted(same, bounded.end)
    fraction = quantity.fraction
    phrase = noun_after(view, bounded.end, limit, shared=fraction, several=not fraction and quantity.high > 1)
    if phrase is not None and (phrase.plural or not (phrase.text in words.MARKS or is_participle(phrase.text))):
        if quantity.high == 1 and phrase.plural:
            phrase = _singular(phrase)
        return made(Counted, (phrase.text, phrase.end, phrase.start))
    shared = _SHARED.match(view, bounded.end, limit) if view.startswith((" and ", " or "), bounded.end) else None
    if shared is not None:
        phrase = noun_after(view, shared.end(), limit)
        if phrase is not None and phrase.plural and phrase.start == shared.end() + 1:
            return Counted(phrase.text, bounded.end)
    # A bare number behind a sentence that counted something goes on counting it.
    earlier = context.in_stretch if context.sentence == index - 1 else None
    if bounded.increment and (context.in_sentence or earlier):  # "the army lost 20 more"
        return Counted(_collective(view, bounded.start, floor) or context.in_sentence or earlier, bounded.end)
    before = _number_of(view, bounded, floor) or _before(view, bounded, floor)
    if before is not None:
        return Counted(before, bounded.end)
    if refers_back(view, floor, bounded.start) and context.in_stretch is not None:
        return Counted(context.in_stretch, bounded.end)
    tally = tally_before(view, max(floor, context.end), bounded.start)
    harm = _harm_before(view, bounded.start, floor)
    nobody = context.in_sentence is None or (harm is not None and is_no_one(context.in_sentence, harm))
    people = f"people {harm}" if harm is not None and nobody else None
    whole = _noun_of(view, bounded.start, floor) if context.in_sentence is None else None
    named = whole.text if whole is not None else None
    if named is not None and earlier is not None and is_estimate(view, bounded.start, floor):
        named = None
    if named is None:
        named = _collective(view, bounded.start, floor)
    if named is None and context.in_sentence is None:
        named = _of_whole(view, floor, limit)
    return Counted(tally or people or named or going_on(view, bounded.end, context.in_sentence or earlier), bounded.end)


def _singular(phrase: Phrase) -> Phrase:
    """Take the verb from behind the one thing that is counted: "one tap serves"."""
    thing, _, verb = phrase.text.rpartition(" ")
    if not thing or verb in words.PLURALS or not verb.islower() or is_plural(thing.rpartition(" ")[2].lower()):
        return phrase
    return Phrase(phrase.start, phrase.end - len(verb) - 1, thing, False)


def _collective(view: str, begin: int, floor: int) -> str | None:
    """Read "a force of 3,000"."""
    before = view[max(floor, begin - 24) : begin].split()
    named = len(before) > 1 and before[-1] == "of" and before[-2].lower() in words.COLLECTIVES
    return before[-2] if named else None


_OF_WHOLE = Later(r"Of\s(?:the|its|their|his|her|those|these)\s(?:[0-9][0-9,.]*\s)?(?=[a-z])")


def _of_whole(view: str, floor: int, limit: int) -> str | None:
    """Read the whole with which a sentence opens: "Of the patients, 87 percent were children"."""
    match = _OF_WHOLE.match(view, floor, limit) if view.startswith("Of ", floor) else None
    phrase = noun_after(view, match.end() - 1, limit) if match is not None else None
    if phrase is None or not phrase.plural or view[phrase.end : phrase.end + 1] != ",":
        return None
    return phrase.text


#: "110 of them children", "14 were women", "bring to 34 the number of staff".
_OF_THEM = Later(
    r",?\sof (?:(?:them|whom|which)\b,?|th[eo]se\b,?(?!\s(?:\d|two|three|four|five|six|seven|eight|nine|ten)\b))"
)
_WERE = Later(
    r"\s(?:were|are)(?=\s(?:(?:\w*wo|\w*)men\b|children\b|(?!\w+(?:ed|ing|en)\b|(?:dead|hurt|homeless|ill|sick)\b)[a-z]))"
)
_THE_NUMBER_OF = Later(r"\sthe (?:number|total) of(?=\s)")
#: How these begin behind their first sign, but for ", of them".
_SPECIAL_STARTS = frozenset({"of", "we", "ar", "th", "st", "ma"})
_STRONG = Later(rf"-(?:{'|'.join(sorted(words.TIED_ADJECTIVES))})(?=\s[A-Za-z])")


def _special(view: str, end: int, limit: int, context: Context) -> Counted | None:
    """Read the noun where a few words stand between it and its number."""
    if view[end : end + 1] != "," and view[end + 1 : end + 3] not in _SPECIAL_STARTS:
        return None
    them = _OF_THEM.match(view, end, limit)
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


def _before(view: str, bounded: Bounded, floor: int) -> str | None:
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


#: "407 and 59 jobs were lost": the next number names what both count.
_SHARED = Later(r"\s(?:and|or)\s[0-9][0-9,.]*(?:\s(?:thousand|million|billion))?(?=\s)")
#: Behind one of these something else may have become the subject.
_BORDERS = (", and ", ", but ", "; ", " while ")
_NUMBER_OF = Later(r"(?:The\s)?(?:[Tt]otal\s)?[Nn]umber\sof(?=\s)")
_FAR = 160


def _number_of(view: str, bounded: Bounded, floor: int) -> str | None:
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


def _harm_before(view: str, begin: int, floor: int) -> str | None:
    """Read "killing 24", "Injure Over 150": people, though no noun says so."""
    low = max(floor, begin - 12)
    harmed = view[low:begin].rstrip().lower().endswith(_HARM_ENDS)
    match = _HARM_BEFORE.search(view, low, begin) if harmed else None
    return _HARM[match.group(1)[:3].lower()] if match is not None else None


_CHANGED = Later(
    r"\b(?:rais(?:e|es|ed|ing)|cuts?|cutting|boost(?:s|ed|ing)?|lift(?:s|ed|ing)?|lower(?:s|ed|ing)?|reduc(?:e|es|ed|ing)|"
    r"increas(?:e|es|ed|ing)|slash(?:es|ed|ing)?|trim(?:s|med|ming)?|hik(?:e|es|ed|ing))\s"
    r"(?:(?:its|their|his|her|the|our)\s)?((?:(?!(?:by|to|from|in|of|at|for|on|than|nearly|almost|about)\b)[a-z]{3,}\s){1,2})$"
)
#: "$55 million a year in taxes"
_A_PERIOD = Later(r"\s(?:(?:a|an|per|each|every)\s(?:year|month|week|day|hour)|annually|yearly)(?=\sin\s)")
#: "the 3% economists had forecast": who looks ahead is not what is measured.
_FORESEEN = Later(
    r"\s(?:\w+\s)?(?:analysts|economists|investors|markets|traders|forecasters|experts)\s(?:had|have|were|polled|surveyed|"
    r"expect|forecast|predict|anticipate|project|estimate)"
)


def _measured(view: str, quantity: Quantity, bounded: Bounded, floor: int, limit: int, context: Context) -> Counted:
    if quantity.kind == "percent":
        them = _special(view, bounded.end, limit, context) if _OF_THEM.match(view, bounded.end, limit) else None
        if them is not None:
            return them
        changed = _CHANGED.search(view, max(floor, bounded.start - 64), bounded.start)
        if changed is not None:  # "raise wages 11%"
            return Counted(changed.group(1).rstrip(), bounded.end)
    extent = _LONG.match(view, bounded.end, limit) if view.startswith("-", bounded.end) else None
    if extent is not None:  # "a 2.8-km-long bridge"
        phrase = noun_after(view, extent.end(), limit, attributive=True)
        if phrase is not None:
            return Counted(phrase.text, phrase.end, phrase.start)
    behind, start = bounded.end, view[bounded.end + 1 : bounded.end + 3].lower()
    extends = start in _DIMENSION_STARTS or start[:1] == "a"
    if extends and quantity.kind == "money":
        period = _A_PERIOD.match(view, behind, limit)
        if period is not None:
            behind, start, extends = period.end(), "in", False
    if not extends or not _DIMENSIONS.match(view, behind, limit):
        inside = _IN.match(view, behind, limit) if quantity.kind == "money" and start in _IN_STARTS else None
        at = inside.end() - 1 if inside else behind
        phrase = noun_after(view, at, limit, attributive=quantity.kind == "money" and inside is None)
        named = phrase is not None and phrase.text not in words.MONEY and phrase.text not in words.PROMISED
        if phrase is not None and named and not (phrase.plural and _FORESEEN.match(view, behind, limit)):
            return Counted(phrase.text, phrase.end, phrase.start)
    before = _before(view, bounded, floor)
    if before is not None:
        return Counted(before, bounded.end)
    phrase = _noun_of(view, bounded.start, floor)
    if phrase is None and bounded.modifier in _BESIDE:  # "growth below 1%"
        phrase = subject_before(view, floor, bounded.start, True)
    return Counted(phrase.text if phrase is not None else _of_whole(view, floor, limit), bounded.end)


#: Who asks for money is not what it is: "the agency solicited for $2 million", "it is appealing for".
_ASKS = Later(r"\b(?:ask|appeal|call|plead|solicit|appl|press|lobb|su|look|wait|hop)(?:y|ied|ying|e|ed|ing)\s$")
_BESIDE = frozenset({"above", "below", "under", "over"})


def _noun_of(view: str, begin: int, floor: int) -> Phrase | None:
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


def _duration(view: str, quantity: Quantity, bounded: Bounded, floor: int, limit: int, context: Context) -> Counted:
    if view.startswith(" of ", bounded.end):
        phrase = noun_after(view, bounded.end, limit)
        return Counted(phrase.text, phrase.end, phrase.start) if phrase is not None else Counted(None, bounded.end)
    tied = view[quantity.end : quantity.end + 1] == "-" or view[bounded.end : bounded.end + 1] == "'"
    if tied:
        at = bounded.end + 1 if view[bounded.end : bounded.end + 1] == "'" else bounded.end
        phrase = noun_after(view, at, limit, attributive=True)
        if phrase is not None:
            return Counted(phrase.text, phrase.end, phrase.start)
    if context.in_sentence is not None:
        spanning = _SPANNING.search(view, max(floor, bounded.start - 16), bounded.start)
        if spanning is not None and not _SINCE.search(view, max(floor, spanning.start() - 40), spanning.start()):
            return Counted(context.in_sentence, bounded.end)
    return Counted(None, bounded.end)
