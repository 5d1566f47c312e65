"""How a report says what it tells: the quotation with its figure marked, days, links, answers."""

from dataclasses import dataclass, replace

from db.comparing.model import Answer
from db.links import live_link
from db.model import FigureView
from figures.model import Figure
from figures.record import parse_number
from figures.wording import as_read, in_words, number, unit

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
#: What of a correction changes how the value is said.
_VALUE = ("low", "high", "bound", "unit")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A sentence in three parts, the figure in the middle; that is empty where it cannot be told where it stands."""

    before: str
    figure: str
    after: str


@dataclass(frozen=True, slots=True)
class Link:
    """An address as it is shown, and where it leads; `href` is None for what is no http or https address."""

    text: str
    href: str | None


def quotation(view: FigureView) -> Quotation:
    """Give the sentence of a figure, parted where the figure stands."""
    figure, sentence = view.figure, view.sentence
    start = figure.start - figure.sentence_start
    if len(sentence) != figure.sentence_end - figure.sentence_start:
        # A very long sentence is stored as what stands around the figure.
        start = sentence.find(figure.prefix + figure.text)
        start = start + len(figure.prefix) if start >= 0 else sentence.find(figure.text)
    end = start + len(figure.text)
    if start < 0 or sentence[start:end] != figure.text:
        return Quotation(sentence, "", "")
    return Quotation(sentence[:start], figure.text, sentence[end:])


def link(address: str) -> Link:
    """Give an address with where it leads, if it may be followed."""
    return Link(address, live_link(address))


def day(time: str | None) -> str:
    """Give the day of an ISO date or time in words: "18 June 2025"; what is none as it is, "" for None."""
    year, _, rest = (time or "")[:10].partition("-")
    month, _, of_month = rest.partition("-")
    if not (len(year) == 4 and year.isdecimal() and month.isdecimal() and 1 <= int(month) <= 12):
        return time or ""
    name = f"{_MONTHS[int(month) - 1]} {year}"
    return f"{int(of_month)} {name}" if of_month.isdecimal() else name


def value_words(view: FigureView) -> str:
    """Give a figure's value in words, as it was written unless somebody put it right: "more than 6,000"."""
    figure = view.figure
    if any(correction.field in _VALUE for correction in view.corrections) and figure.kind != "date":
        # Without its text the unit is always said.
        return as_read(figure) + (f" {figure.unit or ''}".rstrip() if figure.kind == "money" else _unit(figure))
    return in_words(figure)


def _unit(figure: Figure) -> str:
    if figure.kind == "percent":
        return "%" if figure.unit == "percent" else f" {figure.unit}s"
    return unit(replace(figure, text=""))


def claim_words(view: FigureView) -> str:
    """Give what a figure says in a few words, without a rating: "more than 6,000 North Korean soldiers killed"."""
    figure = view.figure
    parts = (value_words(view), figure.noun, figure.predicate)
    return " ".join(" ".join(part for part in parts if part).split())


def answer_words(answer: Answer) -> str:
    """Give the numbers of an answer in words: "best 4,000, from 3,800 to 6,000"; "" where it has none."""
    low, best, high = (
        None if text is None else number(parse_number(text) or 0) for text in (answer.low, answer.best, answer.high)
    )
    if low is not None and high is not None:
        ends = low if low == high else f"from {low} to {high}"
    elif low is not None:
        ends = f"at least {low}"
    else:
        ends = f"at most {high}" if high is not None else ""
    return ", ".join(part for part in (f"best {best}" if best is not None else "", ends) if part)
