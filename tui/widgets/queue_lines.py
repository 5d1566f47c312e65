"""The lines of the queue as painted, kept until something about them changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.strip import Strip

from tui.widgets.columns import Column, columns_for
from tui.widgets.queue_row import paint_row

if TYPE_CHECKING:
    from rich.style import Style

    from db.comparing.listing import Tag
    from db.model import QueueRow

#: How many lines are kept; more than any screen shows.
PAINTED = 600


class QueueLines:
    """Paints lines, each once; `work_out` gives the style of a part of a line, "" for that of the queue itself."""

    def __init__(self, work_out: Callable[[str], Style]) -> None:
        self._work_out = work_out
        self._strips: dict[tuple[int, bool, bool], Strip] = {}
        self._styles: dict[str, Style] = {}
        self._columns: tuple[Column, ...] = ()
        #: The width that the columns are fitted to, and whether one of them tells of questions.
        self._fitted = (0, False)

    def fit(self, width: int, *, asked: bool) -> None:
        """Fit the columns to a width in cells; `asked` where figures answer questions, of which one tells then."""
        if self._fitted != (width, asked):
            self._fitted = (width, asked)
            self._columns = columns_for(width - 2, asked=asked)
            self.forget()

    def line(self, row_id: int, row: QueueRow | None, tag: Tag | None, *, under_cursor: bool, marked: bool) -> Strip:
        """Give the line of a figure; a row of None is not known yet, and its line is not kept."""
        strip = self._strips.get((row_id, under_cursor, marked))
        if strip is None:
            width, _ = self._fitted
            strip = paint_row(row, tag, self._columns, width, self.style, under_cursor=under_cursor, marked=marked)
            if row is not None:
                if len(self._strips) > PAINTED:
                    self.forget()
                self._strips[row_id, under_cursor, marked] = strip
        return strip

    def style(self, name: str) -> Style:
        """Give the style of a part of a line, kept too: they take long to work out."""
        style = self._styles.get(name)
        if style is None:
            style = self._styles[name] = self._work_out(name)
        return style

    def forget_row(self, row_id: int) -> None:
        """Forget the lines of a figure that has changed."""
        for under_cursor in (True, False):
            for marked in (True, False):
                self._strips.pop((row_id, under_cursor, marked), None)

    def forget(self) -> None:
        """Forget all lines."""
        self._strips.clear()

    def forget_styles(self) -> None:
        """Forget all lines and the colours they were painted with."""
        self.forget()
        self._styles.clear()
