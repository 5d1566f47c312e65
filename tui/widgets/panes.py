"""The three panes of the desk, and which of them is in front."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from tui.jobs import Outcome, Sight
from tui.page import Page
from tui.widgets.article import ArticleView
from tui.widgets.details import DetailsPane
from tui.widgets.queue import QueueList

Pane = QueueList | ArticleView | DetailsPane


class Panes(Vertical):
    """Queue, article and details. The pane in front has the moving keys; a small terminal shows that one only."""

    def __init__(self) -> None:
        super().__init__()
        self.queue, self.article, self.details = QueueList(), ArticleView(), DetailsPane()
        self.front: Pane = self.queue

    def compose(self) -> ComposeResult:
        """Lay the panes out."""
        yield Horizontal(self.queue, self.article)
        yield self.details

    def on_mount(self) -> None:
        """Start in the queue."""
        self.bring_forward(self.queue)

    def show(self, sight: Sight) -> None:
        """Show one figure, and its document if that was read."""
        page = self.article.page if sight.document is None else Page(sight.document, sight.marks)
        if page is not None:
            figure = sight.view.figure
            page.choose(sight.view.row_id, (figure.sentence_start, figure.sentence_end))
            self.article.show(page)
        self.details.show(sight.view)

    def show_nothing(self) -> None:
        """Show that there is no figure."""
        self.article.clear()
        self.details.show(None)

    def take(self, outcome: Outcome) -> None:
        """Show what an action has changed, and move on."""
        self.queue.take_rows(outcome.rows)
        self.article.set_states({row.row_id: row.state for row in outcome.rows})
        if outcome.place is not None:
            self.queue.cursor = outcome.place

    def bring_forward(self, pane: Pane) -> None:
        """Make a pane the one that the keys move in."""
        self.front = pane
        for name, each in (("queue", self.queue), ("article", self.article), ("details", self.details)):
            self.set_class(each is pane, f"-front-{name}")
        self.call_after_refresh(self._focus_front)
        self.refresh_bindings()

    def bring_next(self) -> None:
        """Bring the next pane forward: queue, article, details, queue."""
        panes: list[Pane] = [self.queue, self.article, self.details]
        self.bring_forward(panes[(panes.index(self.front) + 1) % len(panes)])

    def _focus_front(self) -> None:
        self.front.focus(scroll_visible=False)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Follow the mouse to another pane."""
        for pane in (self.queue, self.article, self.details):
            if pane is not self.front and pane.region.contains(event.screen_x, event.screen_y):
                self.bring_forward(pane)
