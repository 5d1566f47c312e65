"""The lines of the rivals pane, painted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style

from tui.cells import fit
from tui.relation_words import RELATION_SHAPES, relation_said
from tui.words import SHAPES, value

if TYPE_CHECKING:
    from tui.drift import DriftLine
    from tui.findings import TextLine
    from tui.rungs import Columns, Line

#: Gives a style of the pane by its name.
Styles = Callable[[str], Style]


def line_segments(line: Line, columns: Columns, current: bool, style: Styles, ground: Style) -> list[Segment]:
    """Paint figures of one value on their ground; the `current` ones stand out."""
    from figures.compare.ladder_text import bar

    row, over = line.row, Style(bgcolor=ground.bgcolor)
    state = style(row.state) + over
    strong = style("current") + over if current else state
    faint = style("faint") + over
    segments = [Segment("▸" if current else " ", style("current") + over)]
    shapes = line.states[: columns.shapes]
    segments += [Segment(SHAPES[shown], style(shown) + over) for shown in shapes]
    segments.append(Segment(" " * (columns.shapes - len(shapes)), ground))
    text = style("text") + over + Style(bold=current)
    drawn = bar(line.place, columns.ladder) if line.place and columns.ladder else " " * columns.ladder
    parts = [
        (fit(line.source, columns.source), text if row.attribution else faint),
        (fit(line.rivals[0].published or "", columns.date), faint),
        (drawn, strong),
        (fit(value(row), columns.value, right=True), strong + Style(bold=current)),
        (line.times.ljust(columns.times), faint),
        _relation(line, columns.relation, style, over),
        (fit(line.told, columns.told), faint),
    ]
    for words, painted in parts:
        if words:
            segments += [Segment(" ", ground), Segment(words, painted)]
    return segments


def drift_segments(line: DriftLine, current: bool, style: Styles, ground: Style) -> list[Segment]:
    """Paint the values of one origin on their ground, joined where they stand on one line."""
    over = Style(bgcolor=ground.bgcolor)
    name = style("text") + over + Style(bold=current)
    segments = [Segment(fit(line.name, line.name_width), name), Segment(" ", ground)]
    at = 0
    for mark in line.marks:
        between = "─" if at else " "
        segments.append(Segment(between * (mark.at - at), style("faint") + over))
        segments.append(Segment(mark.text, style(mark.style) + over + Style(bold=mark.style == "current")))
        at = mark.end
    return segments


def text_segments(line: TextLine, style: Styles, over: Style) -> list[Segment]:
    """Paint a line of what is said; `over` is the background that the cursor gives it."""
    quiet = line.style in ("faint", "not_comparable", "text")
    return [
        Segment(line.label, style(line.style) + Style(bold=not quiet) + over),
        Segment(line.text, style("faint" if line.style == "not_comparable" else "text") + over),
    ]


def _relation(line: Line, width: int, style: Styles, over: Style) -> tuple[str, Style]:
    if line.relation is None:
        return " " * width, over
    said = relation_said(line.relation) if width > 1 else RELATION_SHAPES[line.relation]
    return fit(said, width), style(line.relation) + over + Style(bold=line.relation == "conflict")
