"""The four panes of the desk, and which of them is in front."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal

from textual import events
from textual.app import ComposeResult
from textual.containers import Grid
from textual.content import Content

from tui.widgets.queue import QueueList

if TYPE_CHECKING:
    from tui.jobs import Outcome, Sight, Surroundings, Text
    from tui.widgets.article import ArticleView
    from tui.widgets.details import DetailsPane
    from tui.widgets.rivals import RivalsPane

    Pane = QueueList | ArticleView | DetailsPane | RivalsPane

Name = Literal["queue", "article", "details", "rivals"]
#: The panes in the order in which they come forward.
PANES: tuple[Name, ...] = ("queue", "article", "details", "rivals")


class Panes(Grid):
    """Queue, article, details and rivals. The pane in front has the moving keys.

    A small terminal shows that one only. Where details and rivals share a place, the one that was in front last has it.
    The queue is there from the start; the others take longer, and have nothing to show before it.
    """

    def __init__(self) -> None:
        super().__init__(classes="-front-queue")
        self.queue = QueueList()
        self.front: Name = "queue"
        #: Whether all panes are on the screen.
        self.complete = False

    @cached_property
    def article(self) -> ArticleView:
        """The document of the figure that is looked at."""
        from tui.widgets.article import ArticleView

        return ArticleView()

    @cached_property
    def details(self) -> DetailsPane:
        """The facts of that figure."""
        from tui.widgets.details import DetailsPane

        return DetailsPane()

    @cached_property
    def rivals(self) -> RivalsPane:
        """What stands beside that figure."""
        from tui.widgets.rivals import RivalsPane

        return RivalsPane()

    def compose(self) -> ComposeResult:
        """Begin with the queue."""
        yield self.queue

    async def add_others(self) -> None:
        """Put the other panes beside the queue."""
        await self.mount(self.article, self.details, self.rivals)
        self.complete = True
        self._focus_front()

    @property
    def in_front(self) -> Pane:
        """The pane in front."""
        pane: Pane = getattr(self, self.front)
        return pane

    @property
    def beside(self) -> Surroundings | None:
        """What is shown beside a figure; None where nothing is."""
        return self.rivals.seen if self.complete else None

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
        self.bring_forward("article")

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
        self.details.border_subtitle = Content("")
        self.rivals.show(None)

    def take(self, outcome: Outcome) -> None:
        """Show what an action has changed, and move on."""
        self.queue.take_rows(outcome.rows)
        self.article.set_states({row.row_id: row.state for row in outcome.rows})
        if outcome.place is not None:
            self.queue.cursor = outcome.place

    def bring_forward(self, pane: Name) -> None:
        """Make a pane the one that the keys move in."""
        self.front = pane
        for name in PANES:
            self.set_class(name == pane, f"-front-{name}")
        if pane in ("details", "rivals"):
            self.set_class(pane == "rivals", "-rivals-below")
        self.call_after_refresh(self._focus_front)
        self.refresh_bindings()

    def bring_next(self) -> None:
        """Bring the next pane forward: queue, article, details, rivals, queue."""
        self.bring_forward(PANES[(PANES.index(self.front) + 1) % len(PANES)])

    def _focus_front(self) -> None:
        if self.complete or self.front == "queue":
            self.in_front.focus(scroll_visible=False)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Follow the mouse to another pane."""
        for name, pane in zip(PANES, self.children, strict=False):
            if name != self.front and pane.display and pane.region.contains(event.screen_x, event.screen_y):
                self.bring_forward(name)
