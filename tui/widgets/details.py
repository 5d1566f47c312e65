"""The details pane: everything about the figure under the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

if TYPE_CHECKING:
    from db.model import FigureView
    from tui.jobs import Said


class DetailsPane(VerticalScroll, can_focus=True, inherit_bindings=False):
    """Shows one figure's value, source and verdict; scrolls where they do not fit."""

    def __init__(self) -> None:
        super().__init__(Static(Content("")))
        self._view: FigureView | None = None
        self._said: Said | None = None
        self._filled = (0, 0)

    @property
    def row_id(self) -> int:
        """The figure that is shown; 0 for none."""
        return self._view.row_id if self._view else 0

    def show(self, view: FigureView | None, said: Said | None = None) -> None:
        """Show a figure with what is said of it, or nothing."""
        from tui.facts import headline

        moved = self._view is None or view is None or view.row_id != self._view.row_id
        self._view, self._said = view, said
        self.border_title = headline(view) if view else Content("")
        self._fill()
        if not self._filled[0]:  # not laid out yet; Textual does not always tell when it is
            self.call_after_refresh(self._fill)
        if moved:
            self.scroll_to(y=0, animate=False)

    def go(self, where: str) -> None:
        """Scroll: down, up, half_down, half_up, page_down, page_up, first, last."""
        page = max(1, self.size.height - 1)
        half = page // 2 or 1
        steps = {"down": 1, "up": -1, "half_down": half, "half_up": -half, "page_down": page, "page_up": -page}
        steps |= {"first": -self.virtual_size.height, "last": self.virtual_size.height}
        self.scroll_to(y=self.scroll_y + steps[where], animate=False, force=True)

    def on_resize(self) -> None:
        """Lay the facts out for the new width."""
        self._fill()

    def _fill(self) -> None:
        from tui.facts import lay_out

        width, height = self.scrollable_content_region.size
        if width > 0:
            content = lay_out(self._view, width, self._said, height) if self._view else Content("")
            lines = content.plain.count("\n") + 1
            # To lay the whole screen out again takes longer than to paint this pane.
            self.query_one(Static).update(content, layout=(width, lines) != self._filled)
            self._filled = width, lines
