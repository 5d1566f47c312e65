"""The rivals pane: the figures that count the same sort of thing, one line a value, on a shared axis."""

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

from tui.actions import ACTIONS, key_signs
from tui.cells import fit
from tui.safe import one_line
from tui.words import SHAPES, number_of, value

if TYPE_CHECKING:
    from db.rivals import Rival, Rivals
    from figures.compare.axis import Axis
    from tui.rungs import Columns, Line


class RivalsPane(ScrollView, can_focus=True, inherit_bindings=False):
    """Shows the ladder of a figure and its rivals; only the lines on the screen are painted."""

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
    }

    class Chosen(Message):
        """A figure of the ladder is to be gone to."""

        def __init__(self, rival: Rival) -> None:
            super().__init__()
            self.rival = rival

    def __init__(self) -> None:
        super().__init__()
        self._rivals: Rivals | None = None
        self._lines: list[Line] = []
        self._axis: Axis | None = None
        self._columns: Columns | None = None
        self._fitted = 0
        self._strips: dict[tuple[int, bool], Strip] = {}
        self._styles: dict[str, Style] = {}
        self.cursor = 0

    # What is shown

    @property
    def row_id(self) -> int:
        """The figure that is shown with its rivals; 0 for none."""
        return self._rivals.row_id if self._rivals else 0

    def show(self, rivals: Rivals | None) -> None:
        """Show a figure among its rivals, with the cursor on it; or nothing."""
        from tui.rungs import fold

        self._rivals = rivals
        self._lines, self._axis = fold(rivals) if rivals else ([], None)
        self.cursor = self._place()
        self.border_title = self._title()
        self._say()
        self._measure()
        self._forget()
        self._bring_in(anew=True)

    def _measure(self) -> None:
        """Tell how much there is to scroll; where all of it fits always the same, or the screen is laid out anew."""
        self.virtual_size = Size(0, max(len(self._lines) + self._foot(), self.scrollable_content_region.height))

    def summary(self) -> str:
        """Say how many there are, in a few words; nothing where there is no figure."""
        if self._rivals is None:
            return ""
        if not self._rivals.noun:
            return "no noun to compare by"
        count = len(self._rivals.figures) - 1
        if not self._rivals.complete:
            return f"the nearest {count:,}, there are more"
        return number_of(count, "other figure") if count else "no other figure"

    def _title(self) -> Content:
        from db.alike import head

        own = self._rivals.own if self._rivals else None
        if self._rivals is None or own is None or not self._rivals.noun:
            return Content("Rivals")
        written = [word for word in (own.row.noun or "").split() if head(word) == self._rivals.noun]
        name = ", ".join(part for part in (*written[-1:], own.row.unit) if part)
        return Content.assemble("Rivals: ", one_line(name or self._rivals.noun, "bold"))

    def _place(self) -> int:
        """Give the line of the current figure."""
        return next((at for at, line in enumerate(self._lines) if self.row_id in line.row_ids), 0)

    def _say(self) -> None:
        """Say how many there are, and in the pane in front which key goes to one."""
        key = next(key_signs(action)[0] for action in ACTIONS if action.name == "rival")
        go = f" · {key} goes there" if self.has_focus and len(self._rivals.figures if self._rivals else ()) > 1 else ""
        self.border_subtitle = Content(self.summary() + go)

    def choose(self) -> None:
        """Go to the figure under the cursor; from the current one to the next of its line."""
        if self._rivals is not None and self.cursor < len(self._lines):
            line = self._lines[self.cursor]
            wanted = line.after(self.row_id)
            if wanted != self.row_id:
                self.post_message(self.Chosen(next(rival for rival in line.rivals if rival.row.row_id == wanted)))

    # Moving

    def go(self, where: str) -> None:
        """Move the cursor: down, up, half_down, half_up, page_down, page_up, first, last."""
        page = max(1, self._height() - 1)
        half = page // 2 or 1
        steps = {"down": 1, "up": -1, "half_down": half, "half_up": -half, "page_down": page, "page_up": -page}
        steps |= {"first": -len(self._lines), "last": len(self._lines)}
        self._put(self.cursor + steps[where])

    def _put(self, cursor: int) -> None:
        self.cursor = max(0, min(cursor, len(self._lines) - 1))
        self._bring_in()
        self.refresh()

    def _bring_in(self, *, anew: bool = False) -> None:
        height = self._height()
        top = round(self.scroll_y)
        if height > 0 and not top <= self.cursor < top + height:
            middle = self.cursor - height // 2
            top = middle if anew else self.cursor if self.cursor < top else self.cursor - height + 1
            self.scroll_to(y=max(0, top), animate=False, force=True)

    def _height(self) -> int:
        return self.scrollable_content_region.height - self._foot()

    def _foot(self) -> int:
        """Give the lines that the axis takes: one, where there is room for it."""
        drawn = any(line.place for line in self._lines)
        return int(drawn and self.scrollable_content_region.height > 2)

    def on_resize(self) -> None:
        """Fit the lines to the width; keep the cursor in view."""
        self._measure()
        self._forget()
        self._bring_in()

    def watch_has_focus(self, has_focus: bool) -> None:
        """Show the cursor, and which key goes to its figure; without focus, put it back to the current figure."""
        super().watch_has_focus(has_focus)
        if not has_focus:
            self.cursor = self._place()
            self._bring_in()
        self._say()
        self._forget()

    def on_click(self, event: events.Click) -> None:
        """Go to the figure that was clicked."""
        offset = event.get_content_offset(self)
        if offset is not None and offset.y < self._height():
            line = offset.y + round(self.scroll_y)
            if line < len(self._lines):
                self._put(line)
                self.choose()

    # Painting

    def notify_style_update(self) -> None:
        """Forget painted lines when colours change."""
        super().notify_style_update()
        self._strips.clear()
        self._styles.clear()

    def _forget(self) -> None:
        self._strips.clear()
        self._columns = None
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Paint one line of the screen; the axis stands below the last one, always in sight."""
        from tui.rungs import columns_for

        width = self.scrollable_content_region.width
        if self._columns is None or self._fitted != width:
            self._fitted, self._columns = width, columns_for(self._lines, width)
            self._strips.clear()
        if self._foot() and y == min(len(self._lines), self._height()):
            return self._paint_axis(self._columns, width)
        place = y + self.scroll_offset.y
        if place >= len(self._lines):
            return Strip.blank(width, self._ground())
        under_cursor = self.has_focus and place == self.cursor
        strip = self._strips.get((place, under_cursor))
        if strip is None:
            if len(self._strips) > 1000:
                self._strips.clear()
            strip = self._strips[place, under_cursor] = self._paint(self._lines[place], self._columns, under_cursor)
        return strip

    def _paint(self, line: Line, columns: Columns, under_cursor: bool) -> Strip:
        from figures.compare.ladder_text import bar

        row, current = line.row, self.row_id in line.row_ids
        ground = Style(bgcolor=self._style("cursor").bgcolor) if under_cursor else Style()
        plain = self._ground() + ground
        state = self._style(row.state) + ground
        strong = self._style("current") + ground if current else state
        faint = self._style("faint") + ground
        segments = [Segment("▸" if current else " ", self._style("current") + ground)]
        for shown in line.states[: columns.shapes]:
            segments.append(Segment(SHAPES[shown], self._style(shown) + ground))
        segments.append(Segment(" " * (columns.shapes - min(columns.shapes, len(line.states))), plain))
        text = self._style("text") + ground + Style(bold=current)
        parts = [(fit(line.source, columns.source), text if row.attribution else faint, columns.source)]
        parts.append((fit(line.rivals[0].published or "", columns.date), faint, columns.date))
        drawn = bar(line.place, columns.ladder) if line.place and columns.ladder else " " * columns.ladder
        parts.append((drawn, strong, columns.ladder))
        parts.append((fit(value(row), columns.value, right=True), strong + Style(bold=current), columns.value))
        parts.append((line.times.ljust(columns.times), faint, columns.times))
        parts.append((fit(line.told, columns.told), faint, columns.told))
        for words, style, width in parts:
            if width:
                segments += [Segment(" ", plain), Segment(words, style)]
        return Strip(segments).adjust_cell_length(self.scrollable_content_region.width, plain)

    def _paint_axis(self, columns: Columns, width: int) -> Strip:
        from figures.compare.ladder_text import scale

        if self._axis is None or not columns.ladder:
            return Strip.blank(width, self._ground())
        before = 1 + columns.shapes + sum(part + 1 for part in (columns.source, columns.date) if part) + 1
        faint = self._style("faint")
        labels = scale(self._axis, columns.ladder)
        return Strip([Segment(" " * before, self._ground()), Segment(labels, faint)]).adjust_cell_length(
            width, self._ground()
        )

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
