"""What is told of quantities, stage by stage: each goes over all that it is given before the next begins.

A processor runs one stage for many figures a tenth faster than all the stages for one figure after the other.
"""

from collections.abc import Iterator, Sequence

from figures.extract.draft import Draft
from figures.extract.numbers.bounds import Bounded, bound_behind, bound_of
from figures.extract.numbers.quantity import Quantity
from figures.extract.places.place import place
from figures.extract.sentence import Sentence
from figures.extract.sources.attribution import attribute, voices
from figures.extract.stretch import Span, Stretch, blank, drafted
from figures.extract.things.context import Context
from figures.extract.things.counted import counted
from figures.extract.things.going_on import is_no_one
from figures.extract.things.noun_words import BODILY
from figures.extract.things.predicates import predicate
from figures.extract.times.asof import as_of
from figures.extract.times.dates import DateSpan
from figures.extract.worth import worth
from figures.model import Bound, Kind, Number, WhyNot
from seeds.patterns import Later

#: More numbers than this in one sentence of at most 2,000 characters are a table of codes, not prose.
_MOST = 200
#: How many neighbours either side of a number may claim a date for themselves.
_NEAR = 4
#: Numbers behind these do not tell what goes on being counted: "killing 11 people, including two children, and wounding
#: 64", "12 people died in five villages and another 20 in the city".
_BESIDE_THE_POINT = ("including ", "among them ", " in ", " at ", " across ", " from ", " within ", " through ")
#: What is not worth checking and yet says what it counts.
_NAMED = frozenset({"age", "definite_reference"})


class Beside:
    """The quantities of sentence number `index`, their spans, and the dates there.

    `reasons` tell of each why it is not worth checking, `bounds` what bounds those that count something.
    """

    __slots__ = ("bounds", "dates", "group", "index", "reasons", "spans")

    def __init__(self, index: int, group: list[Quantity], dates: Sequence[DateSpan]) -> None:
        self.index, self.group, self.dates = index, group, dates
        self.reasons: list[WhyNot | None] = []
        self.bounds: list[Bounded | None] = []
        self.spans = [(quantity.start, quantity.end) for quantity in group]

    def others(self, at: int) -> Sequence[Span]:
        """Give the spans of the quantities that stand beside the one of that number, a few either way."""
        if len(self.spans) == 1:
            return ()
        return self.spans[at - _NEAR if at > _NEAR else 0 : at] + self.spans[at + 1 : at + 1 + _NEAR]


class _Checked:
    """A figure worth checking, quantity number `at` of its sentence, whose words stand from `begin` to `after`.

    Its `sentence` is set when that is read for what the figure lacks.
    """

    __slots__ = ("after", "at", "begin", "beside", "draft", "sentence", "span")

    sentence: Sentence

    def __init__(self, draft: Draft, beside: Beside, at: int, begin: int, after: int) -> None:
        self.draft, self.beside, self.at = draft, beside, at
        self.begin, self.after = begin, after
        self.span = beside.spans[at]


#: So many sentences at a time: more would need more memory than is near.
_TOGETHER = 64


def drafts_of(stretch: Stretch, groups: Sequence[Beside]) -> Iterator[Draft]:
    """Make the figures of quantities that stand in sentences of a stretch, both in text order."""
    context = Context()
    for first in range(0, len(groups), _TOGETHER):
        yield from _drafts(stretch, groups[first : first + _TOGETHER], context)


def _drafts(stretch: Stretch, groups: Sequence[Beside], context: Context) -> list[Draft]:
    view = stretch.source.view.text
    for beside in groups:
        _weigh(stretch, beside)
    for beside in groups:
        _bind(stretch, beside)
    checked: list[_Checked] = []
    drafts: list[list[Draft]] = []
    for beside in groups:
        context.in_sentence, context.end, context.words = None, 0, (0, 0)
        drafts.append([_figure(stretch, beside, at, context, checked) for at in range(len(beside.group))])
    if checked:
        _complete(stretch, checked)
    for beside, several in zip(groups, drafts, strict=True):
        if len(several) > 1:
            _share(view, several, beside.group)
    return [draft for several in drafts for draft in several]


def _weigh(stretch: Stretch, beside: Beside) -> None:
    """Say of each quantity of a sentence whether it is worth checking."""
    view, (floor, limit) = stretch.source.view.text, stretch.spans[beside.index]
    if len(beside.group) > _MOST:
        beside.reasons = ["identifier"] * len(beside.group)
    else:
        beside.reasons = [worth(view, quantity, floor, limit, stretch.zone) for quantity in beside.group]


def _bind(stretch: Stretch, beside: Beside) -> None:
    """Say of each quantity of a sentence that counts something what bounds it."""
    view, (floor, limit) = stretch.source.view.text, stretch.spans[beside.index]
    beside.bounds = [
        bound_of(view, quantity.start, quantity.after, floor, limit, quantity.kind)
        if reason is None or reason in _NAMED
        else None
        for quantity, reason in zip(beside.group, beside.reasons, strict=True)
    ]


def _figure(stretch: Stretch, beside: Beside, at: int, context: Context, checked: list[_Checked]) -> Draft:
    view = stretch.source.view.text
    index, group = beside.index, beside.group
    floor, limit = stretch.spans[index]
    quantity = group[at]
    why_not, bounded = beside.reasons[at], beside.bounds[at]
    span = (quantity.start, quantity.end)
    if context.words[0] <= quantity.start < context.words[1]:
        why_not = "idiom"  # part of what the figure before it counts: "1.1 million twenty-foot containers"
    if bounded is None or why_not == "idiom":
        value = None if why_not in {"identifier", "score"} else quantity.low
        kind: Kind = "identifier" if why_not == "identifier" else quantity.kind
        return blank(stretch, index, span, kind, why_not, value=value)
    thing = counted(view, quantity, bounded, floor, limit, context, index)
    bounded = bound_behind(view, bounded, thing.end, limit)
    if why_not is not None:
        return blank(
            stretch, index, span, quantity.kind, why_not, value=quantity.low, unit=quantity.unit, noun=thing.noun
        )
    if thing.noun is not None and quantity.kind == "count" and view[bounded.end : bounded.end + 1] != "-":
        goes_on = context.in_sentence is None or not view.endswith(_BESIDE_THE_POINT, floor, bounded.start)
        context.in_sentence = thing.noun if goes_on else context.in_sentence
        context.in_stretch, context.sentence = context.in_sentence, index
    context.end, context.words = quantity.end, (thing.end if thing.start is None else thing.start, thing.end)
    draft = drafted(stretch, span, (floor, limit))
    draft.bound, draft.low, draft.high = _ends(quantity, bounded)
    draft.approximate = bounded.approximate
    draft.kind = quantity.kind
    draft.unit = quantity.unit
    draft.iso = None
    draft.noun = thing.noun
    draft.modifier = bounded.modifier
    draft.increment = bounded.increment
    draft.vague = quantity.vague
    draft.checkable, draft.why_not = True, None
    checked.append(_Checked(draft, beside, at, bounded.start, thing.end))
    return draft


def _ends(quantity: Quantity, bounded: Bounded) -> tuple[Bound, Number | None, Number | None]:
    """Give bound, low and high: a bound leaves one end open, a range keeps both."""
    if quantity.ranged:
        return "range", quantity.low, quantity.high
    if quantity.vague:
        return "at_least", quantity.low, None
    if bounded.bound in {"over", "at_least"}:
        return bounded.bound, quantity.low, None
    if bounded.bound in {"under", "up_to"}:
        return bounded.bound, None, quantity.high
    return bounded.bound, quantity.low, quantity.high


def _complete(stretch: Stretch, checked: Sequence[_Checked]) -> None:
    """Say of figures what happened, who says so, when and where; stage by stage, which the processor's caches like."""
    view = stretch.source.view.text
    if stretch.voices is None:
        stretch.voices = voices(view, stretch.spans)
    said = stretch.voices
    for one in checked:
        floor, limit = stretch.spans[one.beside.index]
        tells = one.draft.kind != "duration"
        one.draft.predicate = predicate(view, one.begin, one.after, floor, limit) if tells else None
    for one in checked:
        said.part(one.beside.index, one.span[0])
        one.sentence = said.sentence(one.beside.index)
    for one in checked:
        one.draft.attribution, one.draft.hedge = attribute(said, one.beside.index, one.span)
    for one in checked:
        beside, draft = one.beside, one.draft
        when = as_of(one.sentence, one.span, beside.dates, stretch.anchor, beside.others(one.at))
        draft.as_of, draft.as_of_start, draft.as_of_end = when or (None, None, None)
    for one in checked:
        # Where the text names no region, none need be looked for in the sentences before.
        earlier = map(said.sentence, range(one.beside.index - 1, -1, -1)) if stretch.source.marks.regions else ()
        one.draft.place = place(one.sentence, one.span, earlier)


_COORDINATED = Later(r"[^.;:()\"]{0,60}(?:,|\sand|\sor|\sas well as)\s(?:[a-z]{1,12}\s){0,3}")
_PART_FOLLOWS = Later(r".*\b(?:including|of them|of whom)\b")
#: It spans no more than this.
_WIDEST = 112


def _share(view: str, drafts: list[Draft], group: Sequence[Quantity]) -> None:
    """Let coordinated counts share what happened to them: "5,000 workers and 1,000 medics would be sent"."""
    one = drafts[0]
    for at, other in enumerate(drafts[1:]):
        counts = one.kind == other.kind == "count"
        told_of_one = (one.predicate is None) is not (other.predicate is None)
        if counts and told_of_one and _are_coordinated(view, group[at].after, group[at + 1].start):
            told, untold = (one.predicate, other) if one.predicate else (other.predicate, one)
            if told not in BODILY or not is_no_one(untold.noun or "", told):
                untold.predicate = told
        one = other


def _are_coordinated(view: str, start: int, end: int) -> bool:
    if end - start > _WIDEST or not _COORDINATED.fullmatch(view, start, end):
        return False
    return _PART_FOLLOWS.match(view, start, end) is None
