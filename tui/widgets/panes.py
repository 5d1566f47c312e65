"""The four panes of the desk, and which of them is in front."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Grid
from textual.content import Content

from tui.widgets.article import ArticleView
from tui.widgets.details import DetailsPane
from tui.widgets.queue import QueueList
from tui.widgets.rivals import RivalsPane

if TYPE_CHECKING:
    from tui.jobs import Outcome, Sight, Surroundings, Text

Pane = QueueList | ArticleView | DetailsPane | RivalsPane


class Panes(Grid):
    """Queue, article, details and rivals. The pane in front has the moving keys.

    A small terminal shows that one only. Where details and rivals share a place, the one that was in front last has it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.queue, self.article, self.details, self.rivals = QueueList(), ArticleView(), DetailsPane(), RivalsPane()
        self.front: Pane = self.queue

    def compose(self) -> ComposeResult:
        """Begin with the queue: the others take longer, and have nothing to show before it."""
        yield self.queue

    @property
    def complete(self) -> bool:
        """Whether all panes are there."""
        return self.rivals.is_attached

    async def add_others(self) -> None:
        """Put the other panes beside the queue."""
        await self.mount(self.article, self.details, self.rivals)
        self._focus_front()

    def _all(self) -> dict[str, Pane]:
        return {"queue": self.queue, "article": self.article, "details": self.details, "rivals": self.rivals}

    def on_mount(self) -> None:
        """Start in the queue."""
        self.bring_forward(self.queue)

    def show(self, sight: Sight) -> None:
        """Show one figure, and its document if that was read."""
        if not self.complete:
            return
        from tui.page import Page

        page = self.article.page if sight.document is None else Page(sight.document, sight.marks)
        if page is not None:
            figure = sight.view.figure
            page.choose(sight.view.row_id, (figure.sentence_start, figure.sentence_end))
            self.article.show(page)
        self.details.show(sight.view, sight.said)

    def show_text(self, text: Text) -> None:
        """Show a document of which no figure is looked at, and enter it."""
        from tui.page import Page

        self.article.show(Page(text.document, text.marks))
        self.article.go("first")
        self.bring_forward(self.article)

    def show_rivals(self, seen: Surroundings) -> None:
        """Show what stands beside a figure."""
        if not self.complete:
            return
        self.rivals.show(seen)
        hidden = not self.rivals.display
        self.details.border_subtitle = Content(f"rivals: {self.rivals.summary()}" if hidden else "")

    def show_nothing(self) -> None:
        """Show that there is no figure."""
        if not self.complete:
            return
        self.article.clear()
        self.details.show(None)
        self.rivals.show(None)

    def take(self, outcome: Outcome) -> None:
        """Show what an action has changed, and move on."""
        self.queue.take_rows(outcome.rows)
        self.article.set_states({row.row_id: row.state for row in outcome.rows})
        if outcome.place is not None:
            self.queue.cursor = outcome.place

    def bring_forward(self, pane: Pane) -> None:
        """Make a pane the one that the keys move in."""
        self.front = pane
        for name, each in self._all().items():
            self.set_class(each is pane, f"-front-{name}")
        if pane in (self.details, self.rivals):
            self.set_class(pane is self.rivals, "-rivals-below")
        self.call_after_refresh(self._focus_front)
        self.refresh_bindings()

    def bring_next(self) -> None:
        """Bring the next pane forward: queue, article, details, rivals, queue."""
        panes = list(self._all().values())
        self.bring_forward(panes[(panes.index(self.front) + 1) % len(panes)])

    def _focus_front(self) -> None:
        if self.front.is_attached:
            self.front.focus(scroll_visible=False)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Follow the mouse to another pane."""
        for pane in self._all().values():
            if pane is not self.front and pane.display and pane.region.contains(event.screen_x, event.screen_y):
                self.bring_forward(pane)
