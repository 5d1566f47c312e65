"""The origins of a question: who told a number first, who copied or quoted it, how many independent ones there are."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.actions import bindings, hint
from tui.cells import fit
from tui.findings import source_of
from tui.question_words import counts
from tui.safe import one_line
from tui.screens.scrolling import scroll
from tui.words import COLOURS, SHAPES, number_of, value

if TYPE_CHECKING:
    from db.comparing.provenance import Origin, Provenance, Teller

#: How each stands to those of its origin before it; {} is the paper that it copies or takes from.
_HOW = {
    "first": "first here",
    "again": "in the same text",
    "copy": "a copy of {}",
    "speaker": "quotes the same speaker",
    "taken": "taken from {}",
    "shared": "the same speaker or the same sentence",
}
#: Cells of a value and of a date; narrower than the other, what it is stands below.
_VALUE, _DATE, _NARROW = 14, 10, 90


class OriginsScreen(ModalScreen[None]):
    """Shows where the figures of one question come from."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("origins")

    def __init__(self, row_id: int, found: Provenance) -> None:
        super().__init__()
        self._row_id, self._found = row_id, found

    def compose(self) -> ComposeResult:
        """Make the page."""
        page = VerticalScroll(Static(Content("")), classes="dialog")
        page.border_title = Content.assemble("Origins: ", one_line(self._found.asked.title, "bold"))
        page.border_subtitle = Content(hint("origins"))
        yield page

    def on_resize(self) -> None:
        """Lay the page out for the width."""
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        width = max(1, self.query_one(VerticalScroll).scrollable_content_region.width)
        lines = lay_out(self._found, self._row_id, width)
        self.query_one(Static).update(Content("\n").join(lines))

    def action_go(self, where: str) -> None:
        """Scroll: down, up, page_down, page_up, first, last."""
        scroll(self.query_one(VerticalScroll), where)

    def action_close(self) -> None:
        """Close it."""
        self.dismiss()


def lay_out(found: Provenance, row_id: int, width: int) -> list[Content]:
    """Give the origins of a question for `width` cells; `row_id` is the figure asked about."""
    lines = one_line(counts(found.asked)).wrap(width)
    if not found.asked.worked_out:
        return [*lines, Content("its figures changed since it was compared: figcheck compare works it out")]
    tellers = [teller for origin in found.origins for teller in origin.tellers]
    for own in (teller.rival.row for teller in tellers if teller.rival.row.row_id == row_id):
        figure = one_line(f"{value(own)} {own.noun or ''}", "bold")
        support = number_of(found.support, "independent origin")
        lines += Content.assemble(figure, f" is said by {support} of the question").wrap(width)
    for number, origin in enumerate(found.origins, 1):
        lines += [Content(""), _head(number, origin).truncate(width, ellipsis=True)]
        for teller in origin.tellers:
            lines += _lines(teller, row_id, width)
        if origin.more:
            lines.append(Content.styled(f"  … and {origin.more:,} more", "$faint"))
    if found.more:
        lines += [Content(""), Content.styled(f"… and {number_of(found.more, 'origin')} more", "$faint")]
    return lines


def _head(number: int, origin: Origin) -> Content:
    first = origin.tellers[0].rival.row
    whose = one_line(first.attribution) if first.attribution else Content("nobody named")
    mentions = len(origin.tellers) + origin.more
    documents = {teller.rival.row.document_id for teller in origin.tellers}
    told = f" · {number_of(mentions, 'mention')}"
    told += f" in {number_of(len(documents), 'document')}" if not origin.more else ""
    own = (" · of this figure", "$accent") if origin.own else ("", "")
    return Content.assemble((f"{number:,}  ", "$faint"), whose.stylize("bold"), (told, "$faint"), own)


def _lines(teller: Teller, row_id: int, width: int) -> list[Content]:
    row = teller.rival.row
    mark = "▸" if row.row_id == row_id else " "
    how = one_line(_HOW[teller.how].format(teller.of or ""), "" if teller.how == "first" else "$faint")
    head = Content.assemble(
        (f" {mark}", "$accent"),
        (SHAPES[row.state], COLOURS[row.state]),
        " ",
        (fit(value(row), _VALUE, right=True), "bold"),
        (f"  {fit(teller.rival.published or '', _DATE)}  ", "$faint"),
    )
    if width < _NARROW:
        first = Content.assemble(head, one_line(source_of(row))).truncate(width, ellipsis=True)
        return [first, Content.assemble(" " * head.cell_length, how).truncate(width, ellipsis=True)]
    room = (width - head.cell_length - 2) * 3 // 5
    source = one_line(source_of(row)).truncate(room, ellipsis=True)
    gap = " " * (room - source.cell_length + 2)
    return [Content.assemble(head, source, gap, how).truncate(width, ellipsis=True)]
