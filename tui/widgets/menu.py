"""A list of lines to choose from, by the cursor or the mouse: the palette, the links, the recent reviews."""

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

#: How the line under the cursor is painted.
_CURSOR = "on $primary 20%"


class Menu(Widget, can_focus=False):
    """Shows lines, one under the cursor. A click puts the cursor on a line and chooses it."""

    class Chosen(Message):
        """A line was clicked; the cursor is on it."""

    def __init__(self, *, nothing: str = "") -> None:
        super().__init__()
        self._nothing = nothing
        self._lines: list[Content] = []
        self._top = 0
        self.cursor = 0

    def show(self, lines: Sequence[Content], cursor: int = 0) -> None:
        """Show these lines with the cursor on one of them; on none for -1, until it is moved."""
        self._lines = list(lines)
        self.cursor = max(min(cursor, 0), min(cursor, len(self._lines) - 1))
        self.refresh(layout=True)

    def replace(self, place: int, line: Content) -> None:
        """Show another line at a place."""
        if place < len(self._lines):
            self._lines[place] = line
            self.refresh()

    def __len__(self) -> int:
        return len(self._lines)

    def go(self, steps: int) -> None:
        """Move the cursor, no further than the ends."""
        self.cursor = max(0, min(self.cursor + steps, len(self._lines) - 1))
        self.refresh()

    def render(self) -> Content:
        """Give the lines that fit, with the one under the cursor among them."""
        width, height = self.size
        if not self._lines:
            return Content.styled(self._nothing, "$faint")
        self._top = max(self.cursor - height + 1, min(self._top, self.cursor, len(self._lines) - height), 0)
        shown = self._lines[self._top : self._top + max(1, height)]
        return Content("\n").join(self._painted(self._top + place, line, width) for place, line in enumerate(shown))

    def _painted(self, place: int, line: Content, width: int) -> Content:
        sign = "▌" if place == self.cursor else " "
        fitted = Content.assemble((sign, "$primary"), line).truncate(max(1, width), ellipsis=True)
        fitted = fitted.extend_right(max(0, width - fitted.cell_length))
        return fitted.stylize(_CURSOR) if place == self.cursor else fitted

    def on_click(self, event: events.Click) -> None:
        """Choose the line that the mouse clicked."""
        offset = event.get_content_offset(self)
        if offset is not None and self._top + offset.y < len(self._lines):
            self.cursor = self._top + offset.y
            self.refresh()
            self.post_message(self.Chosen())

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Move down with the wheel."""
        event.stop()
        self.go(1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Move up with the wheel."""
        event.stop()
        self.go(-1)
