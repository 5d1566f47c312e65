"""The rivals pane: the figures of one question, one line a value, on a shared axis, and what is said about them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.actions import sign
from tui.drift import DriftLine
from tui.findings import TextLine
from tui.question_words import counts
from tui.relation_words import relation_said
from tui.rival_board import AxisLine, Board, Row, board, figures_of
from tui.rival_lines import drift_segments, line_segments, text_segments
from tui.rungs import Line
from tui.safe import one_line
from tui.words import number_of

if TYPE_CHECKING:
    from tui.jobs import Surroundings


class RivalsPane(ScrollView, can_focus=True, inherit_bindings=False):
    """Shows the ladder of a figure and its rivals, and what is said about them; the cursor goes through all of it.

    Only the lines on the screen are painted.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "rivals--cursor",
        "rivals--current",
        "rivals--text",
        "rivals--faint",
        "rivals--unreviewed",
        "rivals--confirmed",
        "rivals--disputed",
        "rivals--misreported",
        "rivals--unresolved",
        "rivals--dismissed",
        "rivals--conflict",
        "rivals--equal",
        "rivals--compatible",
        "rivals--not_comparable",
        "rivals--sign",
        "rivals--answer",
    }

    class Chosen(Message):
        """A figure is to be gone to: its row id."""

        def __init__(self, row_id: int) -> None:
            super().__init__()
            self.row_id = row_id

    def __init__(self) -> None:
        super().__init__()
        self._seen: Surroundings | None = None
        self._board = Board()
        self._fitted = 0
        self._strips: dict[tuple[int, bool], Strip] = {}
        self._styles: dict[str, Style] = {}
        self.cursor = 0
        #: Whether the figures are drawn over time instead of on a ladder.
        self.over_time = False

    # What is shown

    @property
    def row_id(self) -> int:
        """The figure that is shown with its rivals; 0 for none."""
        return self._seen.rivals.row_id if self._seen else 0

    @property
    def seen(self) -> Surroundings | None:
        """What is shown; None for nothing."""
        return self._seen

    def show(self, seen: Surroundings | None) -> None:
        """Show a figure among its rivals, with the cursor on it; or nothing."""
        same = seen is not None and seen.rivals.row_id == self.row_id and self.has_focus
        self._seen = seen
        before = len(self._board.rows)
        self._fit()
        if not same or before != len(self._board.rows):
            self.cursor = self._place()
        self.border_title = self._title()
        self._say()
        self._bring_in(anew=not same)

    def _fit(self) -> None:
        """Put the lines below each other for the width of the pane."""
        self._fitted = self.scrollable_content_region.width
        self._board = board(self._seen, self._fitted, over_time=self.over_time)
        # Where all of it fits always the same, or the screen is laid out anew.
        self.virtual_size = Size(0, max(len(self._board.rows), self.scrollable_content_region.height))
        self._strips.clear()
        self.refresh()

    def turn(self) -> None:
        """Draw the figures over time, or on a ladder again."""
        self.over_time = not self.over_time
        self._fit()
        self.cursor = self._place()
        self.border_title = self._title()
        self._say()
        self._bring_in(anew=True)

    def summary(self) -> str:
        """Say how many there are, in a few words; nothing where there is no figure."""
        if self._seen is None:
            return ""
        if self._seen.asked is not None:
            return counts(self._seen.asked)
        rivals = self._seen.rivals
        if not rivals.noun:
            return "in no question · no noun to compare by"
        count = len(rivals.figures) - 1
        if not rivals.complete:
            return f"in no question · the nearest {count:,}, there are more"
        return f"in no question · {number_of(count, 'other figure') if count else 'no other figure'}"

    def _title(self) -> Content:
        from db.alike import head

        if self._seen is None:
            return Content("Rivals")
        if self._seen.asked is not None:
            said = "over time, " if self.over_time else ""
            return Content.assemble(f"{said}{self._seen.asked.state}: ", one_line(self._seen.asked.title, "bold"))
        rivals = self._seen.rivals
        own = rivals.own
        if own is None or not rivals.noun:
            return Content("Rivals")
        written = [word for word in (own.row.noun or "").split() if head(word) == rivals.noun]
        name = ", ".join(part for part in (*written[-1:], own.row.unit) if part)
        said = "Rivals over time: " if self.over_time else "Rivals: "
        return Content.assemble(said, one_line(name or rivals.noun, "bold"))

    def _place(self) -> int:
        """Give the place of the current figure."""
        return self._board.place_of(self.row_id)

    def _say(self) -> None:
        """Say how many there are; in the pane in front what the line under the cursor is, and which key goes there."""
        said = self.summary()
        if self._seen is not None and not self._seen.rivals.complete and self._seen.asked is not None:
            said += f" · the nearest {len(self._seen.rivals.figures):,} are shown"
        if self.has_focus and self._wanted():
            said = f"{sign('rival')} goes there · {self._why() or said}"
        self.border_subtitle = one_line(said)

    def _why(self) -> str:
        """Give why the line under the cursor is to the current figure what it is."""
        row = self._row()
        if self._seen is None or row is None or not figures_of(row) or self.row_id in figures_of(row):
            return ""
        related = self._seen.relations.get(figures_of(row)[0])
        return f"{relation_said(related.kind)}: {related.why}" if related else ""

    def _wanted(self) -> int:
        """Give the figure to which the line under the cursor leads; 0 for none but the current one."""
        row = self._row()
        wanted: int | None = None
        if isinstance(row, Line | DriftLine):
            wanted = row.after(self.row_id)
        elif isinstance(row, TextLine):
            wanted = row.row_id
        return wanted if wanted is not None and wanted != self.row_id else 0

    def _row(self) -> Row | None:
        """Give the line under the cursor."""
        return self._board.rows[self.cursor] if self.cursor < len(self._board.rows) else None

    def choose(self) -> None:
        """Go to the figure under the cursor; from the current one to the next of its line."""
        if wanted := self._wanted():
            self.post_message(self.Chosen(wanted))

    # Moving

    def go(self, where: str) -> None:
        """Move the cursor: down, up, half_down, half_up, page_down, page_up, first, last."""
        page = max(1, self._height() - 1)
        half = page // 2 or 1
        steps = {"down": 1, "up": -1, "half_down": half, "half_up": -half, "page_down": page, "page_up": -page}
        steps |= {"first": -len(self._board.rows), "last": len(self._board.rows)}
        wanted = self.cursor + steps[where]
        if 0 <= wanted < len(self._board.rows) and isinstance(self._board.rows[wanted], AxisLine):
            wanted += 1 if steps[where] > 0 else -1
        self._put(wanted)

    def _put(self, cursor: int) -> None:
        last = len(self._board.rows) - 1
        while last > 0 and isinstance(self._board.rows[last], AxisLine):
            last -= 1
        self.cursor = max(0, min(cursor, last))
        self._bring_in()
        self._say()
        self.refresh()

    def _bring_in(self, *, anew: bool = False) -> None:
        height = self._height()
        top = round(self.scroll_y)
        if height > 0 and anew:
            # What is said first is in sight where the current figure then is too.
            self.scroll_to(y=0 if self.cursor < height else self.cursor - height // 2, animate=False, force=True)
        elif height > 0 and not top <= self.cursor < top + height:
            top = self.cursor if self.cursor < top else self.cursor - height + 1
            self.scroll_to(y=max(0, top), animate=False, force=True)

    def _height(self) -> int:
        """Give how many lines there are for the cursor: where the axis lies below, it keeps one in sight."""
        height = self.scrollable_content_region.height
        return height - 1 if height > 2 and self._board.axis_at >= height else height

    def on_resize(self) -> None:
        """Fit the lines to the width; keep the cursor in view."""
        out_of_sight = not self._board.rows
        self._fit()
        anew = out_of_sight or not self.has_focus
        self.cursor = self._place() if anew else min(self.cursor, max(0, len(self._board.rows) - 1))
        self._say()
        self._bring_in(anew=anew)

    def watch_has_focus(self, has_focus: bool) -> None:
        """Show the cursor, and which key goes to its figure; without focus, put it back to the current figure."""
        super().watch_has_focus(has_focus)
        if not has_focus:
            self.cursor = self._place()
            self._bring_in(anew=True)
        self._say()
        self._strips.clear()
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Go to the figure that was clicked."""
        offset = event.get_content_offset(self)
        if offset is not None and offset.y < self.scrollable_content_region.height:
            place = offset.y + round(self.scroll_y)
            if place < len(self._board.rows) and not isinstance(self._board.rows[place], AxisLine):
                self._put(place)
                self.choose()

    # Painting

    def notify_style_update(self) -> None:
        """Forget painted lines when colours change."""
        super().notify_style_update()
        self._strips.clear()
        self._styles.clear()

    def render_line(self, y: int) -> Strip:
        """Paint one line of the screen; while the ladder is in sight its axis is, at the foot if it stands below."""
        width = self.scrollable_content_region.width
        if self._fitted != width:
            self._fit()
        height, axis = self.scrollable_content_region.height, self._board.axis_at
        top = self.scroll_offset.y
        if axis >= top + height and y == height - 1 > 1:
            return self._paint_axis(width)
        place = y + top
        if place >= len(self._board.rows):
            return Strip.blank(width, self._ground())
        under_cursor = self.has_focus and place == self.cursor
        strip = self._strips.get((place, under_cursor))
        if strip is None:
            if len(self._strips) > 1000:
                self._strips.clear()
            strip = self._strips[place, under_cursor] = self._painted(self._board.rows[place], width, under_cursor)
        return strip

    def _painted(self, row: Row, width: int, under_cursor: bool) -> Strip:
        if isinstance(row, AxisLine):
            return self._paint_axis(width)
        ground = Style(bgcolor=self._style("cursor").bgcolor) if under_cursor else Style()
        plain = self._ground() + ground
        if isinstance(row, TextLine):
            segments = text_segments(row, self._style, ground)
        elif isinstance(row, DriftLine):
            segments = drift_segments(row, self.row_id in row.row_ids, self._style, plain)
        elif self._board.columns is not None:
            segments = line_segments(row, self._board.columns, self.row_id in row.row_ids, self._style, plain)
        else:
            segments = []
        return Strip(segments).adjust_cell_length(width, plain)

    def _paint_axis(self, width: int) -> Strip:
        segments = [Segment(self._board.axis, self._style("faint"))]
        return Strip(segments).adjust_cell_length(width, self._ground())

    def _ground(self) -> Style:
        """Give the style of the pane itself, which takes long to work out."""
        style = self._styles.get("")
        if style is None:
            style = self._styles[""] = self.rich_style
        return style

    def _style(self, name: str) -> Style:
        style = self._styles.get(name)
        if style is None:
            style = self._styles[name] = self.get_component_rich_style(f"rivals--{name}")
        return style
