"""The ladder of a question as it is drawn on a page: what stands where, in fractions of the width."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from db.comparing.model import Answer
from db.export.report.model import Entry
from db.export.report.wording import answer_words, value_words
from db.model import FigureView
from db.verdict_words import MEANINGS
from figures.compare.axis import Axis
from figures.compare.ladder import Place, Rung, ladder
from figures.model import Bound
from figures.record import parse_number

#: So many values are drawn at most: more make no picture.
MOST = 24
#: A value and the name beside it have so many characters on the narrowest screen, the name at least the fewer.
_LABEL, _NAME = 40, 10
_OTHERS = " and others"
_ANSWER = "answer"
_STATES = tuple(state for state, _ in MEANINGS)


@dataclass(frozen=True, slots=True)
class Bar:
    """One value: its words, who says so, how many figures have it, and their verdicts, the weightiest first."""

    value: str
    name: str
    count: int
    states: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Drawing:
    """A ladder: the axis, the answer's place (None without one), and the bars from small to large.

    `left_out` figures are not drawn. `told` says the same in words.
    """

    axis: Axis
    answer: Place | None
    answer_words: str
    bars: tuple[Bar, ...]
    left_out: int
    told: str


def drawing(entries: Sequence[Entry], shown: int, answer: Answer | None) -> Drawing | None:
    """Draw figures, the first of `shown`, with the answer to their question; None where there is nothing to draw."""
    by_id = {entry.view.figure_id: entry for entry in sorted(entries, key=_height)}
    rungs = [_rung(entry) for entry in by_id.values()]
    asked = None if answer is None else _answer_rung(answer)
    values = _first(rungs)
    laid = ladder([*([asked] if asked else []), *(rung for rung in rungs if _value(rung) in values)])
    places = [place for place in laid.places if place.keys != (_ANSWER,)]
    if not places:
        return None
    bars = tuple(_bar(place, [by_id[key] for key in place.keys if key != _ANSWER]) for place in places)
    words = "" if answer is None else answer_words(answer)
    drawn = sum(bar.count for bar in bars)
    return Drawing(
        axis=laid.axis,
        answer=next((place for place in laid.places if _ANSWER in place.keys), None),
        answer_words=words,
        bars=bars,
        left_out=shown - drawn,
        told="; ".join([*([f"answer: {words}"] if words else []), *(_told(bar) for bar in bars)]) + ".",
    )


def _rung(entry: Entry) -> Rung:
    figure = entry.view.figure
    return Rung(entry.view.figure_id, figure.low, figure.high, figure.bound, figure.approximate)


def _answer_rung(answer: Answer) -> Rung | None:
    low, best, high = (parse_number(text) for text in (answer.low, answer.best, answer.high))
    if low is None and high is None:
        return None if best is None else Rung(_ANSWER, best, best)
    bound: Bound = "range" if low is not None and high is not None else "up_to" if low is None else "at_least"
    return Rung(_ANSWER, low, high, bound, best=best)


def _value(rung: Rung) -> tuple[object, ...]:
    return (rung.low, rung.high, rung.bound, rung.approximate)


def _first(rungs: Iterable[Rung]) -> set[tuple[object, ...]]:
    """Give the values that are drawn: the most frequent ones."""
    counted = Counter(_value(rung) for rung in rungs if rung.low is not None or rung.high is not None)
    return {value for value, _ in counted.most_common(MOST)}


def _bar(place: Place, entries: Sequence[Entry]) -> Bar:
    first = entries[0].view
    there = {entry.view.state for entry in entries}
    names = dict.fromkeys(_name(entry.view) for entry in entries)
    words = value_words(first)
    others = _OTHERS if len(names) > 1 else ""
    room = _LABEL - len(words) - len(others) - (len(f" x{len(entries)}") if len(entries) > 1 else 0)
    return Bar(
        value=words,
        name=_cut(next(iter(names)), room) + others,
        count=len(entries),
        states=tuple(state for state in _STATES if state in there),
        place=place,
    )


def _name(view: FigureView) -> str:
    return view.figure.attribution or view.publisher or view.document_name


def _cut(name: str, length: int) -> str:
    length = max(length, _NAME)
    return name if len(name) <= length else f"{name[: length - 1].rstrip()}…"


def _told(bar: Bar) -> str:
    times = f", {bar.count} figures" if bar.count > 1 else ""
    return f"{bar.value}, {bar.name}{times}, {' and '.join(bar.states)}"


def _height(entry: Entry) -> tuple[Decimal, Decimal, int]:
    figure = entry.view.figure
    low = figure.low if figure.low is not None else figure.high
    high = figure.high if figure.high is not None else low
    return Decimal(low or 0), Decimal(high or 0), entry.view.row_id
