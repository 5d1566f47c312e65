"""The stages put together, item by item and zone by zone."""

from collections.abc import Iterator, Sequence
from datetime import date
from operator import attrgetter

from figures.extract.draft import Draft
from figures.extract.numbers.numerals import numerals
from figures.extract.numbers.quantities import quantities
from figures.extract.numbers.quantity import Quantity
from figures.extract.sentences import sentences
from figures.extract.stages import Beside, drafts_of
from figures.extract.stretch import Source, Span, Stretch, blank
from figures.extract.times.dates import DateSpan, find_dates
from figures.model import Figure
from seeds.document import Document, Zone


def compose(document: Document) -> list[Figure]:
    """Run every stage over a document; see `figures.extract.extract`."""
    source = Source(document.text)
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


def _stretch(source: Source, item: int, kind: str, anchor: date | None, edges: Sequence[Span]) -> Iterator[Draft]:
    marked = [source.marks.within(start, end) for start, end in edges]
    if not any(marked):
        return
    view = source.view.text
    spans = [span for start, end in edges for span in sentences(view, start, end)]
    stretch = Stretch(source, item, kind, anchor, spans)
    groups: list[Beside] = []
    for (start, end), known in zip(edges, marked, strict=True):
        if not known:
            continue
        dates = find_dates(view, start, end, known.digits, ago=known.ago)
        for day in dates:
            yield _date(stretch, day)
        masked = [(day.start, day.end) for day in dates]
        found = numerals(view, start, end, masked, known)
        if not found:
            continue
        limits = [spans[stretch.sentence_at(numeral.start)][1] for numeral in found]
        grouped: dict[int, list[Quantity]] = {}
        for quantity in quantities(view, found, limits, start):
            grouped.setdefault(stretch.sentence_at(quantity.start), []).append(quantity)
        dated: dict[int, list[DateSpan]] = {}
        for day in dates:
            dated.setdefault(stretch.sentence_at(day.start), []).append(day)
        groups.extend(Beside(index, group, dated.get(index, ())) for index, group in grouped.items())
    yield from drafts_of(stretch, groups)


def _date(stretch: Stretch, day: DateSpan) -> Draft:
    index = stretch.sentence_at(day.start)
    return blank(stretch, index, (day.start, day.end), "date", "clock" if day.clock else "date", iso=day.iso)
