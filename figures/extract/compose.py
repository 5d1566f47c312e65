"""The stages put together, item by item and zone by zone."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from figures.extract.numbers.bounds import Bounded, bound_behind, bound_of
from figures.extract.numbers.numerals import numerals
from figures.extract.numbers.quantities import Quantity, quantities
from figures.extract.numbers.tokens import may_hold_numbers
from figures.extract.places.place import place
from figures.extract.sentences import sentences
from figures.extract.sources.attribution import Voices, attribute, voices
from figures.extract.things.counted import Context, counted
from figures.extract.things.predicates import predicate
from figures.extract.times.asof import as_of
from figures.extract.times.dates import DateSpan, find_dates
from figures.extract.view import View, view_of
from figures.extract.worth import worth
from figures.model import CONTEXT, Bound, Figure, Kind, Number, WhyNot
from seeds.document import Document, Zone
from seeds.patterns import Later

Span = tuple[int, int]


@dataclass(slots=True)
class _Stretch:
    """The zones of one kind in one item: attribution, as-of and place never leave it."""

    view: View
    text: str
    item: int
    zone: str
    anchor: date | None
    spans: list[Span]
    starts: list[int]
    voices: Voices | None = None


def compose(document: Document) -> list[Figure]:
    """Run every stage over a document; see `figures.extract.extract`."""
    view = view_of(document.text)
    groups: dict[tuple[int, str], list[Zone]] = {}
    for zone in document.zones:
        groups.setdefault((zone.item, zone.kind), []).append(zone)
    anchors = {item.number: _day(item.published) for item in document.items}
    anchors[0] = anchors.get(0) or _day(document.published)
    found: list[Figure] = []
    for (item, kind), zones in groups.items():
        edges = [(view.from_text(zone.start), view.from_text(zone.end)) for zone in zones]
        found.extend(_stretch(view, document.text, item, kind, anchors.get(item), edges))
    found.sort(key=lambda figure: figure.start)
    return found


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


def _stretch(
    view: View, text: str, item: int, kind: str, anchor: date | None, edges: Sequence[Span]
) -> Iterator[Figure]:
    if not any(may_hold_numbers(view.text, start, end) for start, end in edges):
        return
    spans = [span for start, end in edges for span in sentences(view.text, start, end)]
    stretch = _Stretch(view, text, item, kind, anchor, spans, [start for start, _ in spans])
    context = Context()
    for start, end in edges:
        dates = find_dates(view.text, start, end)
        for day in dates:
            yield _date(stretch, day)
        masked = [(day.start, day.end) for day in dates]
        found = numerals(view.text, start, end, masked)
        limits = [spans[_sentence(stretch, numeral.start)][1] for numeral in found]
        grouped: dict[int, list[Quantity]] = {}
        for quantity in quantities(view.text, found, limits, start):
            grouped.setdefault(_sentence(stretch, quantity.start), []).append(quantity)
        dated: dict[int, list[DateSpan]] = {}
        for day in dates:
            dated.setdefault(_sentence(stretch, day.start), []).append(day)
        for index, group in grouped.items():
            context.in_sentence, context.end, context.words = None, 0, (0, 0)
            near = dated.get(index, [])
            yield from _shared(
                view.text, [_figure(stretch, index, at, group, near, context) for at in range(len(group))], group
            )


_COORDINATED = Later(
    r"(?!.*\b(?:including|of them|of whom)\b)[^.;:()\"]{0,60}(?:,|\sand|\sor|\sas well as)\s(?:[a-z]{1,12}\s){0,3}"
)


def _shared(view: str, found: list[Figure], group: Sequence[Quantity]) -> Iterator[Figure]:
    """Let coordinated counts share what happened to them: "5,000 workers and 1,000 medics would be sent"."""
    for at in range(len(found) - 1):
        one, other = found[at], found[at + 1]
        if one.kind != "count" or other.kind != "count" or (one.predicate is None) is (other.predicate is None):
            continue
        if _COORDINATED.fullmatch(view, group[at].after, group[at + 1].start):
            found[at] = replace(one, predicate=one.predicate or other.predicate)
            found[at + 1] = replace(other, predicate=one.predicate or other.predicate)
    yield from found


def _sentence(stretch: _Stretch, offset: int) -> int:
    return max(0, bisect_right(stretch.starts, offset) - 1)


def _date(stretch: _Stretch, day: DateSpan) -> Figure:
    index = _sentence(stretch, day.start)
    return _blank(stretch, index, (day.start, day.end), "date", "clock" if day.clock else "date", iso=day.iso)


#: More numbers than this in one sentence of at most 2,000 characters are a table of codes, not prose.
_MOST = 200
#: How many neighbours either side of a number may claim a date for themselves.
_NEAR = 4
#: What is not worth checking and yet says what it counts.
_NAMED = frozenset({"age", "definite_reference"})


def _figure(
    stretch: _Stretch,
    index: int,
    at: int,
    group: list[Quantity],
    dates: Sequence[DateSpan],
    context: Context,
) -> Figure:
    view = stretch.view.text
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
        context.in_sentence, context.in_stretch, context.sentence = thing.noun, thing.noun, index
    context.end, context.words = quantity.end, (thing.end if thing.start is None else thing.start, thing.end)
    bound, low, high = _ends(quantity, bounded)
    if stretch.voices is None:
        stretch.voices = voices(view, stretch.spans)
    source = attribute(stretch.voices, index, span)
    near = group[max(0, at - _NEAR) : at] + group[at + 1 : at + 1 + _NEAR]
    others = [(other.start, other.end) for other in near]
    when = as_of(view, (floor, limit), span, dates, stretch.anchor, others)
    earlier = stretch.spans[max(0, index - 2) : index][::-1]
    start, end = stretch.view.to_text(*span)
    sentence = stretch.view.to_text(floor, limit)
    return Figure(
        item=stretch.item,
        zone=stretch.zone,
        start=start,
        end=end,
        text=stretch.text[start:end],
        low=low,
        high=high,
        bound=bound,
        approximate=bounded.approximate,
        kind=quantity.kind,
        unit=quantity.unit,
        iso=None,
        noun=thing.noun,
        predicate=None if quantity.kind == "duration" else predicate(view, bounded.start, thing.end, floor, limit),
        place=place(view, (floor, limit), span, earlier),
        modifier=bounded.modifier,
        increment=bounded.increment,
        vague=quantity.vague,
        attribution=source.name,
        hedge=source.hedge,
        as_of=when.words if when else None,
        as_of_start=when.start if when else None,
        as_of_end=when.end if when else None,
        sentence_start=sentence[0],
        sentence_end=sentence[1],
        checkable=True,
        why_not=None,
        prefix=stretch.text[max(0, start - CONTEXT) : start],
        suffix=stretch.text[end : end + CONTEXT],
    )


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
) -> Figure:
    """Make the figure of a number that nobody need check: only what and where it is."""
    start, end = stretch.view.to_text(*span)
    sentence = stretch.view.to_text(*stretch.spans[index]) if stretch.spans else (start, end)
    sentence = min(start, sentence[0]), max(end, sentence[1])  # a date may run on over a line's end
    text = stretch.text
    return Figure(
        item=stretch.item, zone=stretch.zone, start=start, end=end, text=text[start:end], low=value, high=value,
        bound="exact", approximate=False, kind=kind, unit=unit, iso=iso, noun=noun, predicate=None, place=None,
        modifier=None, increment=False, vague=False, attribution=None, hedge=None, as_of=None, as_of_start=None,
        as_of_end=None, sentence_start=sentence[0], sentence_end=sentence[1], checkable=False,
        why_not=why_not, prefix=text[max(0, start - CONTEXT) : start], suffix=text[end : end + CONTEXT],
    )  # fmt: skip
