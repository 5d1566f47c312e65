"""What the stages work on: a stretch of a document, and the figures begun there."""

from bisect import bisect_right
from datetime import date

from figures.extract.draft import Draft
from figures.extract.numbers.marks import marks_of
from figures.extract.sources.attribution import Voices
from figures.extract.view import view_of
from figures.model import CONTEXT, Kind, Number, WhyNot

Span = tuple[int, int]


class Source:
    """What is known of a whole document before its items are read."""

    __slots__ = ("hides", "marks", "text", "view")

    def __init__(self, text: str) -> None:
        self.text, self.view = text, view_of(text)
        self.hides = bool(self.view.view_starts)  # else offsets of the view are those of the text
        self.marks = marks_of(self.view.text)


class Stretch:
    """The zones of one kind in one item: attribution, as-of and place never leave it."""

    __slots__ = ("anchor", "item", "source", "spans", "starts", "voices", "zone")

    def __init__(self, source: Source, item: int, zone: str, anchor: date | None, spans: list[Span]) -> None:
        self.source = source
        self.item, self.zone, self.anchor = item, zone, anchor
        self.spans, self.starts = spans, [start for start, _ in spans]
        self.voices: Voices | None = None

    def sentence_at(self, offset: int) -> int:
        """Give the number of the sentence that holds an offset, or of the last before it."""
        return (bisect_right(self.starts, offset) or 1) - 1


def drafted(stretch: Stretch, span: Span, sentence: Span) -> Draft:
    """Begin the figure at a span of the view with what depends on its place only."""
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


def blank(
    stretch: Stretch,
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
    """Make the figure of a number in sentence number `index` that nobody need check: only what and where it is."""
    draft = drafted(stretch, span, stretch.spans[index] if stretch.spans else span)
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
