"""The queue of figures: a window over a list of row ids, flat in their number."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, ClassVar, Self

from rich.style import Style
from textual import events
from textual.content import Content
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.marks import Marks
from tui.safe import one_line
from tui.widgets.queue_lines import QueueLines
from tui.widgets.queue_messages import Moved, RowsWanted, TagsWanted

if TYPE_CHECKING:
    from db.comparing.listing import Tag
    from db.model import QueueRow

#: How many rows are kept; more than any screen shows.
KEPT = 1500


class QueueList(ScrollView, can_focus=True, inherit_bindings=False):
    """Shows the figures of the queue, one a line; only the rows near the screen are ever asked for."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "queue--cursor",
        "queue--other",
        "queue--noun",
        "queue--mark",
        "queue--faint",
        "queue--unreviewed",
        "queue--confirmed",
        "queue--disputed",
        "queue--misreported",
        "queue--unresolved",
        "queue--dismissed",
        "queue--conflict",
        "queue--sign",
    }

    cursor: reactive[int] = reactive(0, repaint=False)

    def __init__(self) -> None:
        super().__init__()
        self.ids: array[int] = array("q")
        self._rows: dict[int, QueueRow] = {}
        #: What is known of the questions of rows: None for one that stands in none.
        self._tags: dict[int, Tag | None] = {}
        #: Whether any figure answers a question, as far as is known.
        self._asked = False
        self.marks = Marks()
        self._lines = QueueLines(self._work_out_style)
        #: Whether more of the queue is still looked for, and at which end of it the cursor is to be then.
        self.searching = False
        self._end_wanted = ""
        #: Whether nothing but what stands in the lower border is changing.
        self._border_only = False

    # What is shown

    def show(
        self,
        ids: array[int],
        cursor: int,
        rows: Iterable[QueueRow] = (),
        *,
        title: str = "Queue",
        searching: bool = False,
    ) -> None:
        """Show a queue with the cursor on one of its places; `rows` are those known already.

        While `searching`, it is a part of the queue, to be shown whole by `show_more`.
        """
        self.border_title = one_line(title)
        self.ids, self.searching, self._end_wanted = ids, searching, ""
        if searching:
            self.marks.begun = None
        else:
            self.marks.keep(ids)
        self._lines.forget()
        self._rows = {row.row_id: row for row in rows}
        self.virtual_size = Size(0, len(ids))
        self.set_reactive(QueueList.cursor, self._inside(cursor))
        self.bring_in()
        self.say_place()
        self.refresh()

    def show_more(self, ids: array[int], *, searching: bool) -> None:
        """Show more of the same queue, with the cursor on the same figure and that at the same height of the screen."""
        row_id, old, above = self.row_id(), self.cursor, self.cursor - round(self.scroll_y)
        place = ids.index(row_id) if row_id else 0
        self.ids, self.searching = ids, searching
        begun = self.marks.begun
        if not searching:
            self.marks.keep(ids)
        self.marks.begun = None if begun is None else begun + place - old
        self.virtual_size = Size(0, len(ids))
        self.set_reactive(QueueList.cursor, self._inside(place))
        if place != old:
            self.scroll_to(y=max(0, place - above), animate=False, force=True)
        self.bring_in()
        self.say_place()
        self.refresh()
        if self._end_wanted and not searching:
            self.go(self._end_wanted)
        elif ids and not row_id:
            self.post_message(Moved(self.ids[self.cursor]))

    def take_rows(self, rows: Iterable[QueueRow]) -> None:
        """Take rows that were asked for, or that have changed."""
        if len(self._rows) > KEPT:
            self._rows = {key: self._rows[key] for key in self.near() if key in self._rows}
        changed = set()
        for row in rows:
            self._rows[row.row_id] = row
            changed.add(row.row_id)
            self._lines.forget_row(row.row_id)
        # Only their lines: painting all of them is what a key would wait for longest.
        top = max(0, round(self.scroll_y))
        for place, row_id in enumerate(self.ids[top : top + self._height()], top):
            if row_id in changed:
                self.refresh_line(place)

    def take_tags(self, tags: Mapping[int, Tag | None], *, anew: bool = False) -> None:
        """Take what the rows show of their questions; `anew` instead of all that was known."""
        if anew or len(self._tags) > KEPT:
            self._tags.clear()
        self._tags |= tags
        self._asked = self._asked or any(tags.values())
        self._lines.forget()
        self.refresh()

    def untagged(self) -> list[int]:
        """Give the rows near the screen of which it is not known which questions they answer."""
        return [row_id for row_id in self.near() if row_id not in self._tags]

    def row(self) -> QueueRow | None:
        """Give the row under the cursor, if it is known."""
        return self._rows.get(self.row_id()) if self.ids else None

    def row_id(self) -> int:
        """Give the id under the cursor; 0 in an empty queue."""
        return self.ids[self.cursor] if self.ids else 0

    def near(self) -> array[int]:
        """Give the ids on the screen and a page before and after it."""
        height = max(1, self._height())
        top = max(0, round(self.scroll_y) - height)
        return self.ids[top : top + 3 * height]

    # Moving

    def go(self, where: str) -> None:
        """Move the cursor: down, up, half_down, half_up, page_down, page_up, first, last."""
        self._end_wanted = where if self.searching and where in ("first", "last") else ""
        page = max(1, self._height() - 1)
        steps = {"down": 1, "up": -1, "half_down": page // 2 or 1, "half_up": -(page // 2 or 1)}
        steps |= {"page_down": page, "page_up": -page, "first": -len(self.ids), "last": len(self.ids)}
        self.cursor += steps[where]

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor inside the queue."""
        return self._inside(cursor)

    def watch_cursor(self, old: int, new: int) -> None:
        """Repaint the two lines and tell where the cursor is."""
        self.refresh_line(old)
        self.refresh_line(new)
        if self.marks.begun is not None:
            self.show_marks()
        self.bring_in()
        if self.ids:
            self.post_message(Moved(self.ids[new]))

    def bring_in(self) -> None:
        """Scroll the cursor into view, with a little of what comes next, and ask for the rows that are missing."""
        height = self._height()
        if height:
            margin = min(3, (height - 1) // 2)
            top = round(self.scroll_y)
            if self.cursor < top + margin:
                top = self.cursor - margin
            elif self.cursor >= top + height - margin:
                top = self.cursor - height + margin + 1
            top = max(0, min(top, len(self.ids) - height))
            if top != round(self.scroll_y):
                self.scroll_to(y=top, animate=False, force=True)
        self._ask()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Ask for the rows that come into view."""
        super().watch_scroll_y(old_value, new_value)
        self._ask()

    def say_place(self) -> None:
        """Say in the border where the cursor is."""
        place = f"{self.cursor + 1:,} of {len(self.ids):,}" if self.ids else "empty"
        place = "searching…" if self.searching else place
        marked = self.marks.count(self.ids, self.cursor)
        self._border_only = True
        self.border_subtitle = Content(f"{marked:,} marked · {place}" if marked else place)
        self._border_only = False

    def show_marks(self) -> None:
        """Show what is marked after that has changed."""
        self.say_place()
        self.refresh()

    def _width(self) -> int:
        return self.scrollable_content_region.width

    def _height(self) -> int:
        return self.scrollable_content_region.height

    def _inside(self, cursor: int) -> int:
        return max(0, min(cursor, len(self.ids) - 1))

    def _ask(self) -> None:
        top = max(0, round(self.scroll_y))
        on_screen = self.ids[top : top + max(1, self._height())]
        if any(row_id not in self._rows for row_id in on_screen):
            self.post_message(RowsWanted([row_id for row_id in self.near() if row_id not in self._rows]))
        if any(row_id not in self._tags for row_id in on_screen):
            self.post_message(TagsWanted())

    # Painting

    def render_line(self, y: int) -> Strip:
        """Paint one line of the screen."""
        place = y + self.scroll_offset.y
        if place >= len(self.ids):
            return Strip.blank(self._width(), self._lines.style(""))
        self._lines.fit(self._width(), asked=self._asked)
        row_id, under_cursor = self.ids[place], place == self.cursor
        marked = self.marks.has(row_id, place, self.cursor)
        row, tag = self._rows.get(row_id), self._tags.get(row_id)
        return self._lines.line(row_id, row, tag, under_cursor=under_cursor, marked=marked)

    def _work_out_style(self, name: str) -> Style:
        return self.get_component_rich_style(f"queue--{name}") if name else self.rich_style

    def notify_style_update(self) -> None:
        """Forget painted lines when colours change."""
        super().notify_style_update()
        self._lines.forget_styles()

    def on_resize(self) -> None:
        """Keep the cursor in view."""
        self.bring_in()

    def on_focus(self) -> None:
        """Show the cursor strongly."""
        self._lines.forget()
        self.refresh()

    def on_blur(self) -> None:
        """Show the cursor weakly."""
        self._lines.forget()
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse clicked."""
        offset = event.get_content_offset(self)
        if offset is not None and offset.y + round(self.scroll_y) < len(self.ids):
            self.cursor = offset.y + round(self.scroll_y)

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Repaint the queue, or parts of it; for what stands in its lower border, only that."""
        if self._border_only and not regions:
            regions = (Region(-1, self._height(), self._width() + 3, 1),)
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def refresh_line(self, y: int) -> None:
        """Repaint one line of the queue, if it is on the screen."""
        self.refresh(Region(0, y - self.scroll_offset.y, self._width(), 1))
