"""The history of a figure: who did what, when, newest first."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from db.model import Event
from tui.actions import bindings, hint
from tui.safe import one_line
from tui.screens.scrolling import scroll
from tui.words import COLOURS, SHAPES

#: Cells of the time, and the widest name that stands in a column of its own.
_TIME, _NAME = 16, 16


class HistoryScreen(ModalScreen[None]):
    """Shows what reviewers did with one figure."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("history")

    def __init__(self, figure: str, events: Sequence[Event]) -> None:
        super().__init__()
        self._figure = figure
        self._events = events

    def compose(self) -> ComposeResult:
        """Make the page."""
        page = VerticalScroll(Static(Content("")), classes="dialog")
        page.border_title = Content.assemble("History of ", one_line(self._figure, "bold"))
        page.border_subtitle = Content(hint("history"))
        yield page

    def on_resize(self) -> None:
        """Lay the entries out for the width."""
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        width = self.query_one(VerticalScroll).scrollable_content_region.width
        self.query_one(Static).update(Content("\n").join(entries(self._events, max(1, width))))

    def action_go(self, where: str) -> None:
        """Scroll: down, up, page_down, page_up, first, last."""
        scroll(self.query_one(VerticalScroll), where)

    def action_close(self) -> None:
        """Close it."""
        self.dismiss()


def entries(events: Sequence[Event], width: int) -> list[Content]:
    """Give the lines of a history for `width` cells: time (UTC), name and deed; what was undone is struck through."""
    if not events:
        return [Content.styled("nothing was done with it yet", "$faint")]
    name = min(_NAME, max(one_line(event.reviewer).cell_length for event in events))
    before = _TIME + name + 4
    lines = [Content.styled("times are UTC", "$fainter")]
    for event in events:
        who = one_line(event.reviewer).truncate(name, ellipsis=True)
        head = Content.assemble((event.at[:_TIME].replace("T", " "), "$faint"), "  ", who.extend_right(name), "  ")
        head = head.truncate(before).extend_right(max(0, before - head.cell_length))
        deed = _deed(event)
        if width < 2 * before:  # too narrow for columns: the deed stands below
            lines += [head, *(Content.assemble("  ", line) for line in deed.wrap(max(8, width - 2)))]
            continue
        wrapped = deed.wrap(width - before) or [Content("")]
        lines += [Content.assemble(" " * before if at else head, line) for at, line in enumerate(wrapped)]
    return lines


def _deed(event: Event) -> Content:
    verdict = str(event.payload.get("verdict", "")) if event.kind in ("verdict", "adjudication") else ""
    if event.undone:
        return Content.assemble(one_line(event.label, "$faint strike"), (" (undone)", "$faint"))
    if verdict in SHAPES:
        return one_line(f"{SHAPES[verdict]} {event.label}", f"bold {COLOURS[verdict]}")
    return one_line(event.label)
