"""The stages put together, item by item and zone by zone."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from operator import attrgetter

from figures.extract.draft import Draft
from figures.extract.numbers.bounds import Bounded, bound_behind, bound_of
from figures.extract.numbers.marks import marks_of
from figures.extract.numbers.numerals import numerals
from figures.extract.numbers.quantities import Quantity, quantities
from figures.extract.places.place import place
from figures.extract.sentences import sentences
from figures.extract.sources.attribution import Voices, attribute, voices
from figures.extract.things.counted import Context, counted
from figures.extract.things.predicates import predicate
from figures.extract.times.asof import as_of
from figures.extract.times.dates import DateSpan, find_dates
from figures.extract.view import view_of
from figures.extract.worth import worth
from figures.model import CONTEXT, Bound, Figure, Kind, Number, WhyNot
from seeds.document import Document, Zone
from seeds.patterns import Later

Span = tuple[int, int]


class _Source:
    """What is known of a whole document before its items are read."""

    __slots__ = ("hides", "marks", "text", "view")

    def __init__(self, text: str) -> None:
        self.text, self.view = text, view_of(text)
        self.hides = bool(self.view.view_starts)  # else offsets of the view are those of the text
        self.marks = marks_of(self.view.text)


class _Stretch:
    """The zones of one kind in one item: attribution, as-of and place never leave it."""

    __slots__ = ("anchor", "item", "source", "spans", "starts", "voices", "zone")

    def __init__(self, source: _Source, item: int, zone: str, anchor: date | None, spans: list[Span]) -> None:
        self.source = source
        self.item, self.zone, self.anchor = item, zone, anchor
        self.spans, self.starts = spans, [start for start, _ in spans]
        self.voices: Voices | None = None


def compose(document: Document) -> list[Figure]:
    """Run every stage over a document; see `figures.extract.extract`."""
    source = _Source(document.text)
    groups: dict[tuple[int, str], list[Zone]] = {}
    for zone in document.zones:
        groups.setdefault((zone.item, zone.kind), []).append(zone)
    anchors = {item.number: _day(item.published) for item in document.items}
    anchors[0] = anchors.get(0) or _day(document.published)
    found: list[Draft] = []
    for (item, kind), zones in groups.items():
        edges = [(source.view.from_text(zone.start), source.view.from_text(zone.end)) for zone in zones]
        found.extend(_stretch(source, item, kind, anchors.get(item), edges))
    found.sort(key=_START)
    return [draft.finished() for draft in found]


_START = attrgetter("start")


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


def _stretch(source: _Source, item: int, kind: str, anchor: date | None, edges: Sequence[Span]) -> Iterator[Draft]:
    marked = [source.marks.within(start, end) for start, end in edges]
    if not any(marked):
        return
    view = source.view.text
    spans = [span for start, end in edges for span in sentences(view, start, end)]
    stretch = _Stretch(source, item, kind, anchor, spans)
    context = Context()
    for (start, end), known in zip(edges, marked, strict=True):
        if not known:
            continue
        dates = find_dates(view, start, end, known.digits)
        for day in dates:
            yield _date(stretch, day)
        masked = [(day.start, day.end) for day in dates]
        found = numerals(view, start, end, masked, known)
        if not found:
            continue
        limits = [spans[_sentence(stretch, numeral.start)][1] for numeral in found]
        grouped: dict[int, list[Quantity]] = {}
        for quantity in quantities(view, found, limits, start):
            grouped.setdefault(_sentence(stretch, quantity.start), []).append(quantity)
        dated: dict[int, list[DateSpan]] = {}
        for day in dates:
            dated.setdefault(_sentence(stretch, day.start), []).append(day)
        checked: list[_Checked] = []
        several: list[tuple[list[Draft], list[Quantity]]] = []
        for index, group in grouped.items():
            context.in_sentence, context.end, context.words = None, 0, (0, 0)
            beside = _Beside(index, group, dated.get(index, ()))
            drafts = [_figure(stretch, beside, at, context, checked) for at in range(len(group))]
            if len(drafts) > 1:
                several.append((drafts, group))
            yield from drafts
        if checked:
            _complete(stretch, checked)
        for drafts, group in several:
            _share(view, drafts, group)


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
            one.predicate = other.predicate = one.predicate or other.predicate
        one = other


def _are_coordinated(view: str, start: int, end: int) -> bool:
    if end - start > _WIDEST or not _COORDINATED.fullmatch(view, start, end):
        return False
    return _PART_FOLLOWS.match(view, start, end) is None


def _sentence(stretch: _Stretch, offset: int) -> int:
    return (bisect_right(stretch.starts, offset) or 1) - 1


def _date(stretch: _Stretch, day: DateSpan) -> Draft:
    index = _sentence(stretch, day.start)
    return _blank(stretch, index, (day.start, day.end), "date", "clock" if day.clock else "date", iso=day.iso)


#: More numbers than this in one sentence of at most 2,000 characters are a table of codes, not prose.
_MOST = 200
#: How many neighbours either side of a number may claim a date for themselves.
_NEAR = 4
#: Numbers behind these do not tell what goes on being counted: "killing 11 people, including two children, and wounding
#: 64", "12 people died in five villages and another 20 in the city".
_BESIDE_THE_POINT = ("including ", "among them ", " in ", " at ", " across ", " from ", " within ", " through ")
#: What is not worth checking and yet says what it counts.
_NAMED = frozenset({"age", "definite_reference"})


class _Beside:
    """The quantities of sentence number `index`, their spans, and the dates there."""

    __slots__ = ("dates", "group", "index", "spans")

    def __init__(self, index: int, group: list[Quantity], dates: Sequence[DateSpan]) -> None:
        self.index, self.group, self.dates = index, group, dates
        self.spans = [(quantity.start, quantity.end) for quantity in group]

    def others(self, at: int) -> Sequence[Span]:
        """Give the spans of the quantities that stand beside the one of that number, a few either way."""
        if len(self.spans) == 1:
            return ()
        return self.spans[at - _NEAR if at > _NEAR else 0 : at] + self.spans[at + 1 : at + 1 + _NEAR]


class _Checked:
    """A figure worth checking, quantity number `at` of its sentence, whose words stand from `begin` to `after`."""

    __slots__ = ("after", "at", "begin", "beside", "draft", "span")

    def __init__(self, draft: Draft, beside: _Beside, at: int, begin: int, after: int) -> None:
        self.draft, self.beside, self.at = draft, beside, at
        self.begin, self.after = begin, after
        self.span = beside.spans[at]


def _figure(stretch: _Stretch, beside: _Beside, at: int, context: Context, checked: list[_Checked]) -> Draft:
    view = stretch.source.view.text
    index, group = beside.index, beside.group
    floor, limit = stretch.spans[index]
    quantity = group[at]
    why_not = worth(view, quantity, floor, limit, stretch.zone) if len(group) <= _MOST else "identifier"
    span = (quantity.start, quantity.end)
    if context.words[0] <= quantity.start < context.words[1]:
        why_not = "idiom"  # part of what the figure before it counts: "1.1 million twenty-foot containers"
    if why_not is not None and why_not not in _NAMED:
        value = None if why_not in {"identifier", "score"} else quantity.low
        kind: Kind = "identifier" if why_not == "identifier" else quantity.kind
        return _blank(stretch, index, span, kind, why_not, value=value)
    bounded = bound_of(view, quantity.start, quantity.after, floor, limit, quantity.kind)
    thing = counted(view, quantity, bounded, floor, limit, context, index)
    bounded = bound_behind(view, bounded, thing.end, limit)
    if why_not is not None:
        return _blank(
            stretch, index, span, quantity.kind, why_not, value=quantity.low, unit=quantity.unit, noun=thing.noun
        )
    if thing.noun is not None and quantity.kind == "count" and view[bounded.end : bounded.end + 1] != "-":
        goes_on = context.in_sentence is None or not view.endswith(_BESIDE_THE_POINT, floor, bounded.start)
        context.in_sentence = thing.noun if goes_on else context.in_sentence
        context.in_stretch, context.sentence = context.in_sentence, index
    context.end, context.words = quantity.end, (thing.end if thing.start is None else thing.start, thing.end)
    draft = _drafted(stretch, span, (floor, limit))
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


def _complete(stretch: _Stretch, checked: Sequence[_Checked]) -> None:
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
    for one in checked:
        one.draft.attribution, one.draft.hedge = attribute(said, one.beside.index, one.span)
    for one in checked:
        beside, draft = one.beside, one.draft
        when = as_of(said.sentence(beside.index), one.span, beside.dates, stretch.anchor, beside.others(one.at))
        draft.as_of, draft.as_of_start, draft.as_of_end = when or (None, None, None)
    for one in checked:
        index = one.beside.index
        # Where the text names no region, none need be looked for in the sentences before.
        earlier = map(said.sentence, range(index - 1, -1, -1)) if stretch.source.marks.regions else ()
        one.draft.place = place(said.sentence(index), one.span, earlier)


def _drafted(stretch: _Stretch, span: Span, sentence: Span) -> Draft:
    """Begin a figure with what depends on its place only."""
    draft = Draft()
    draft.item, draft.zone = stretch.item, stretch.zone
    source = stretch.source
    text = source.text
    start, end = source.view.to_text(*span) if source.hides else span
    draft.start, draft.end, draft.text = start, end, text[start:end]
    draft.sentence_start, draft.sentence_end = source.view.to_text(*sentence) if source.hides else sentence
    draft.prefix = text[start - CONTEXT if start > CONTEXT else 0 : start]
    draft.suffix = text[end : end + CONTEXT]
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


def _blank(
    stretch: _Stretch,
    index: int,
    span: Span,
    kind: Kind,
    why_not: WhyNot | None,
    *,
    value: Number | None = None,
    unit: str | None = None,
    noun: str | None = None,
    iso: str | None = None,
) -> Draft:
    """Make the figure of a number that nobody need check: only what and where it is."""
    draft = _drafted(stretch, span, stretch.spans[index] if stretch.spans else span)
    # A date may run on over a line's end.
    if draft.start < draft.sentence_start:
        draft.sentence_start = draft.start
    if draft.end > draft.sentence_end:
        draft.sentence_end = draft.end
    draft.low = draft.high = value
    draft.bound = "exact"
    draft.kind, draft.unit, draft.iso, draft.noun = kind, unit, iso, noun
    draft.approximate = draft.increment = draft.vague = draft.checkable = False
    draft.predicate = draft.place = draft.modifier = draft.attribution = draft.hedge = None
    draft.as_of = draft.as_of_start = draft.as_of_end = None
    draft.why_not = why_not
    return draft
