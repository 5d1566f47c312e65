"""The facts of one figure laid out for the details pane: rows where it is narrow, three columns where it is wide."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from db.model import FigureView
from figures.model import Figure
from tui.safe import foreign, one_line
from tui.words import COLOURS, SHAPES, as_read, measure, subject, value, verdict

#: From this many cells on there are three columns.
WIDE = 108

_LABEL = "$faint"
_LABEL_WIDTH = 10
_GAP = 3

#: How a piece of evidence is labelled.
_STANCES = {"supports": "evidence", "contradicts": "against"}

#: How the three columns share the width: the figure, its source, its verdict.
_SHARES = (3, 4, 3)


@dataclass(frozen=True, slots=True)
class Fact:
    """One labelled value."""

    label: str
    value: Content


def headline(view: FigureView) -> Content:
    """Give the state and the figure on one line, for the border of the pane."""
    text = f"{value(view.figure)} {view.figure.noun or ''}"
    badge = f"{SHAPES[view.state]} {verdict(view)}"
    return Content.assemble((badge, f"bold {COLOURS[view.state]}"), "  ", one_line(text, "bold"))


def lay_out(view: FigureView, width: int) -> Content:
    """Give all facts of a figure for a pane of `width` cells."""
    if width >= WIDE:
        return _columns((_of_figure(view), _of_source(view), _of_verdict(view)), width)
    return Content("\n").join(_rows(view, width))


def _read(figure: Figure) -> str:
    kind = measure(figure)
    return as_read(figure) if kind == "count" else f"{as_read(figure)} ({kind})"


def _of_figure(view: FigureView) -> list[Fact]:
    figure = view.figure
    written = f"{figure.modifier} {figure.text}" if figure.modifier else figure.text
    facts = [
        Fact("written", one_line(written, "bold")),
        Fact("read as", one_line(_read(figure))),
        Fact("of", one_line(subject(figure)) if subject(figure) else _none("no noun")),
        Fact("says", _says(view)),
        Fact("as of", _when(view) or _none("not said")),
    ]
    if figure.place:
        facts.append(Fact("place", one_line(figure.place)))
    if not figure.checkable:
        facts.append(Fact("not asked", one_line(f"not checkable: {(figure.why_not or 'other').replace('_', ' ')}")))
    return facts


def _of_source(view: FigureView) -> list[Fact]:
    facts = [
        Fact("publisher", one_line(view.publisher) if view.publisher else _none("not given")),
        Fact("title", one_line(view.title) if view.title else _none("not given")),
        Fact("link", foreign(view.url, "$text-accent") if view.url else _none("no link")),
        Fact("published", one_line(view.published) if view.published else _none("not given")),
    ]
    if view.author:
        facts.append(Fact("author", one_line(view.author)))
    return [*facts, Fact("document", one_line(view.document_name))]


def _of_verdict(view: FigureView) -> list[Fact]:
    facts = [Fact("verdict", _badge(view))]
    if view.reviewer and view.decided_at and view.state != "unreviewed":
        facts.append(Fact("by", one_line(f"{view.reviewer}, {view.decided_at[:16].replace('T', ' ')}Z")))
    facts.append(Fact("note", one_line(view.note) if view.note else _none("none")))
    if not view.evidence:
        return [*facts, Fact("evidence", _none("none"))]
    return [*facts, *(Fact(_STANCES.get(e.stance, e.stance), foreign(e.name, "$text-accent")) for e in view.evidence)]


def _badge(view: FigureView) -> Content:
    return Content.styled(f"{SHAPES[view.state]} {verdict(view)}", f"bold {COLOURS[view.state]}")


def _says(view: FigureView) -> Content:
    figure = view.figure
    who = (
        one_line(figure.attribution, "bold") if figure.attribution else Content.styled("nobody named", "$text-warning")
    )
    return Content.assemble(who, one_line(f", {figure.hedge}")) if figure.hedge else who


def _when(view: FigureView) -> Content | None:
    figure = view.figure
    if not figure.as_of:
        return None
    ends = sorted({end for end in (figure.as_of_start, figure.as_of_end) if end})
    return one_line(f"{figure.as_of} ({' to '.join(ends)})" if ends else figure.as_of)


def _none(text: str) -> Content:
    return Content.styled(text, "$fainter")


def _rows(view: FigureView, width: int) -> list[Content]:
    """Lay out in rows of one line each; only links and notes take more."""
    figure = {fact.label: fact for fact in _of_figure(view)}
    source = {fact.label: fact for fact in _of_source(view)}
    about = [source["publisher"].value if view.publisher else source["document"].value]
    about += [source[label].value for label, known in (("published", view.published), ("title", view.title)) if known]
    if view.figure.as_of:
        figure["as of"] = Fact("as of", one_line(view.figure.as_of))  # the dates it means stand where there is room
    else:
        del figure["as of"]
    told = [figure[label] for label in ("says", "as of", "place") if label in figure]
    lines = [
        *_flow([Fact("read as", one_line(_read(view.figure))), figure["of"]], width),
        *_flow(told, width),
        *_flow([Fact("from", Content(" · ").join(about))], width),
        *_wrapped(source["link"], width),
    ]
    if "not asked" in figure:
        lines = [*_flow([figure["not asked"]], width), *lines]
    for fact in _of_verdict(view):
        if (fact.label == "note" and view.note) or (fact.label in _STANCES.values() and view.evidence):
            lines += _wrapped(fact, width)
    return lines


def _flow(facts: Sequence[Fact], width: int) -> list[Content]:
    """Put facts behind each other; one that does not fit begins a line of its own."""
    lines = [Content.assemble(_label(facts[0]), facts[0].value)]
    for fact in facts[1:]:
        item = Content.assemble((f"{fact.label} ", _LABEL), fact.value)
        if lines[-1].cell_length + _GAP + item.cell_length <= width:
            lines[-1] = Content.assemble(lines[-1], " " * _GAP, item)
        else:
            lines.append(Content.assemble(_label(fact), fact.value))
    return [line.truncate(max(1, width), ellipsis=True) for line in lines]


def _label(fact: Fact) -> Content:
    return Content.styled(fact.label.ljust(_LABEL_WIDTH), _LABEL)


def _wrapped(fact: Fact, width: int) -> list[Content]:
    lines = fact.value.wrap(max(8, width - _LABEL_WIDTH)) or [Content("")]
    return [
        Content.assemble(Content(" " * _LABEL_WIDTH) if number else _label(fact), line)
        for number, line in enumerate(lines)
    ]


def _columns(blocks: Sequence[Sequence[Fact]], width: int) -> Content:
    room = width - _GAP * (len(blocks) - 1)
    widths = [room * share // sum(_SHARES) for share in _SHARES]
    columns = [
        [line for fact in block for line in _wrapped(fact, width)] for block, width in zip(blocks, widths, strict=True)
    ]
    lines = []
    for place in range(max(map(len, columns))):
        cells = [column[place] if place < len(column) else Content("") for column in columns]
        padded = [
            cell.extend_right(max(0, width - cell.cell_length)) for cell, width in zip(cells, widths, strict=True)
        ]
        lines.append(Content(" " * _GAP).join(padded))
    return Content("\n").join(lines)
