"""One line of the queue, as it is painted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.cells import fit
from tui.relation_words import RELATION_SHAPES, SIGN_SHAPE
from tui.widgets.columns import Column, piece, widened
from tui.words import MARK, shape

if TYPE_CHECKING:
    from db.comparing.listing import Tag
    from db.model import QueueRow


def paint_row(
    row: QueueRow | None,
    tag: Tag | None,
    columns: Sequence[Column],
    width: int,
    style_of: Callable[[str], Style],
    *,
    under_cursor: bool,
    marked: bool,
) -> Strip:
    """Paint a line of `width` cells; None is one that is not known yet.

    `tag` tells of the question that the figure answers, None where it answers none.
    `style_of` gives the style of a part of it, such as "noun" or a state, and that of the queue itself for "".
    """
    ground, shade = style_of(""), style_of("cursor")
    cursor = Style(bgcolor=shade.bgcolor, bold=shade.bold) if under_cursor else Style()
    bar = Segment("▌" if under_cursor else " ", ground + cursor)
    if row is None:
        return Strip([bar, Segment(fit("…", width - 1), style_of("faint") + cursor)], width)
    faint = row.state == "dismissed" or row.zone in ("teaser", "boilerplate") or not row.checkable
    state = style_of(row.state if row.checkable else "faint")
    if row.document_id % 2 and not under_cursor:
        cursor = Style(bgcolor=style_of("other").bgcolor)
        bar = Segment(" ", ground + cursor)
    if marked:
        bar = Segment(MARK, style_of("mark") + cursor)
    segments = [bar, Segment(shape(row), state + cursor)]
    for number, column in enumerate(widened(columns, row)):
        quiet = (faint or column.faint) and not under_cursor
        style = style_of("faint" if quiet else "noun")
        if column.name == "value" and not faint:
            style = state
        said = (tag.title if tag else "") if column.name == "question" else piece(row, column.name)
        text = fit(said, column.width, right=column.right)
        if number == 0 and tag is not None and (tag.signed or tag.conflicts):
            segments.append(Segment(*_standing(tag, style_of, cursor)))
            segments.append(Segment(text, style + cursor))
        else:
            segments.append(Segment(f" {text}", style + cursor))
    return Strip(segments).adjust_cell_length(width, ground + cursor)


def _standing(tag: Tag, style_of: Callable[[str], Style], cursor: Style) -> tuple[str, Style]:
    """Give the cell that tells a sign of a misreport or a conflict, with its style."""
    if tag.signed:
        return SIGN_SHAPE, style_of("sign") + cursor
    return RELATION_SHAPES["conflict"], style_of("conflict") + cursor
