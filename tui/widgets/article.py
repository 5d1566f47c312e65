"""The article pane: the whole text with the current figure and its sentence marked, publisher and link above it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from seeds.visible import visible
from tui.cells import TAB, fit
from tui.safe import one_line
from tui.words import SHAPES

if TYPE_CHECKING:
    from db.model import Mark
    from tui.folding import Folding
    from tui.page import Page, Piece

#: Cells left of the text: for the sign of the current line, and the shape of a figure that begins a line.
GUTTER = 2

#: Longer lines are hard to read.
MEASURE = 96

#: A pane of this many lines or fewer shows text only.
_LOW = 4

#: What stands between publisher and link.
_BETWEEN = " · "

_QUIET_ZONES = ("teaser", "boilerplate")


class ArticleView(ScrollView, can_focus=True, inherit_bindings=False):
    """Shows one document; only the lines on the screen are painted."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "article--text",
        "article--headline",
        "article--caption",
        "article--quiet",
        "article--sentence",
        "article--current",
        "article--sign",
        "article--unreviewed",
        "article--confirmed",
        "article--disputed",
        "article--misreported",
        "article--unresolved",
        "article--dismissed",
        "article--uncheckable",
        "article--head",
        "article--link",
    }

    def __init__(self) -> None:
        super().__init__()
        self.page: Page | None = None
        self._lines: Folding | None = None
        self._strips: dict[int, Strip] = {}
        #: The stretches of the text that are marked: the current figure and its sentence.
        self._marked: tuple[tuple[int, int], ...] = ()
        self._styles: dict[str, Style] = {}

    # What is shown

    def show(self, page: Page) -> None:
        """Show a page with its current figure in view."""
        before, self._marked = self._marked, page.marked()
        if page is self.page and self._lines is not None:
            length = len(self._lines)
            self._repaint(self._lines, *before, *self._marked)
            self.bring_in()
            if len(self._lines) != length:  # lines have other numbers where more of the text was wrapped
                self.refresh()
            return
        self.page, self._lines = page, None
        document = page.document
        self.border_title = one_line(document.title or document.name)
        self.border_subtitle = one_line(document.published or "")
        self._strips.clear()
        self._fold()
        if self._lines is None:  # not laid out yet; Textual does not always tell when it is
            self.call_after_refresh(self.on_resize)
        self.bring_in()
        self.refresh()

    def _repaint(self, lines: Folding, *spans: tuple[int, int]) -> None:
        """Paint the lines of these stretches of the text anew, and no other."""
        for start, end in spans:
            first, last = lines.line_of(start), lines.line_of(end)
            if last - first > self.size.height:
                self._strips.clear()
                self.refresh()
                return
            for line in range(first, last + 1):
                self._strips.pop(lines.span(line)[0], None)
                self.refresh(Region(0, line + self._head() - round(self.scroll_y), self.size.width, 1))

    def clear(self) -> None:
        """Show nothing."""
        self.page = self._lines = None
        self._marked = ()
        self._strips.clear()
        self.border_title = self.border_subtitle = Content("")
        self.virtual_size = Size(0, 0)
        self.refresh()

    def set_states(self, states: Mapping[int, str]) -> None:
        """Take new states of figures, by row id."""
        changed = self.page.set_states(states) if self.page is not None else []
        if self._lines is not None:
            self._repaint(self._lines, *changed)

    def bring_in(self) -> None:
        """Scroll the current figure with its sentence into view; do not move if it is."""
        mark = self.page.current_mark() if self.page else None
        height = self._height()
        if self.page is None or self._lines is None or mark is None or height <= 0:
            return
        top = self._settle(round(self.scroll_y))
        at_top = self._lines.span(top)[0]
        offsets = (at_top, mark.start, max(0, self.page.sentence[0]), max(0, self.page.sentence[1] - 1))
        for offset in offsets:  # to look for a line can wrap what stands before it, which gives it another number
            self._lines.line_of(offset)
        top, line, first, last = (self._lines.line_of(offset) for offset in offsets)
        first, last = min(line, first), max(line, last)
        if last - first >= height - 2:
            first = last = line
        margin = 1 if height > 4 else 0
        in_view = top + margin <= first and last < top + height - margin
        self._scroll(top if in_view else first - height // 4)

    def go(self, where: str) -> None:
        """Scroll: down, up, half_down, half_up, page_down, page_up, first, last."""
        if self._lines is None:
            return
        page = max(1, self._height() - 1)
        half = page // 2 or 1
        steps = {"down": 1, "up": -1, "half_down": half, "half_up": -half, "page_down": page, "page_up": -page}
        if where == "last":
            self._settle(len(self._lines) - 1)
            self._scroll(len(self._lines) - self._height())
        else:
            self._scroll(0 if where == "first" else round(self.scroll_y) + steps[where])

    def on_resize(self) -> None:
        """Wrap again when the width has changed; keep the figure in view."""
        self._strips.clear()
        self._fold()
        self.bring_in()

    def notify_style_update(self) -> None:
        """Forget painted lines when colours change."""
        super().notify_style_update()
        self._strips.clear()
        self._styles.clear()

    # Lines, which are wrapped only where they are looked at

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Wrap what comes into view, and stay at it if what stands above it turns out longer or shorter."""
        super().watch_scroll_y(old_value, new_value)
        top = round(new_value)
        settled = self._settle(top)
        if settled != top:
            self.scroll_to(y=settled, animate=False, force=True)

    def _fold(self) -> None:
        width = min(MEASURE, self.scrollable_content_region.width - GUTTER - 1)
        if self.page is not None and width > 0:
            if self._lines is None or width != self._lines.width:
                from tui.folding import Folding

                self._lines = Folding(self.page.text, width)
            self._settle(round(self.scroll_y))

    def _settle(self, top: int) -> int:
        """Wrap what stands from a line on; gives its number after that."""
        if self._lines is None:
            return top
        settled = self._lines.settle(top, max(1, self._height()))
        self.virtual_size = Size(0, len(self._lines) + self._head())
        return settled

    def _scroll(self, top: int) -> None:
        self.scroll_to(y=self._settle(max(0, top)), animate=False, force=True)

    def _head(self) -> int:
        """Give the lines above the text: one with publisher and link, where there is room for it."""
        return int(self.page is not None and self.scrollable_content_region.height > _LOW)

    def _height(self) -> int:
        return self.scrollable_content_region.height - self._head()

    # Painting

    def render_line(self, y: int) -> Strip:
        """Paint one line of the screen."""
        if y < self._head():
            return self._paint_head()
        line = y - self._head() + self.scroll_offset.y
        if self.page is None or self._lines is None or line >= len(self._lines):
            return Strip.blank(self.scrollable_content_region.width, self._ground())
        start, end = self._lines.span(line)
        strip = self._strips.get(start)
        if strip is None:
            if len(self._strips) > 1000:
                self._strips.clear()
            strip = self._strips[start] = self._paint(self.page, start, end)
        return strip

    def _paint_head(self) -> Strip:
        """Paint where the text is from; the link is cut last, and shown whole before it is opened."""
        width = self.scrollable_content_region.width
        head, link = self._component("head"), self._component("link")
        document = self.page.document if self.page else None
        if document is None:
            return Strip.blank(width, self._ground())
        publisher = document.publisher or (document.name if document.title else "no publisher")
        address = document.url or "no link"
        room = width - GUTTER - cell_len(_BETWEEN)
        name = fit(publisher, min(cell_len(one_line(publisher).plain), max(room - cell_len(address), room // 4)))
        segments = [Segment(" " * GUTTER + name + _BETWEEN, head)]
        segments.append(Segment(fit(address, room - cell_len(name)), link if document.url else head))
        return Strip(segments).adjust_cell_length(width, head)

    def _paint(self, page: Page, start: int, end: int) -> Strip:
        pieces = list(page.pieces(start, end))
        signs = {piece.start: piece.mark for piece in pieces if self._begins_decided(piece)}
        segments = [self._gutter(pieces, signs.pop(start, None))]
        for piece in pieces:
            text = visible(page.text[piece.start : piece.end].replace("\t", " " * TAB))
            style = self._style_of(piece)
            following = signs.get(piece.end)
            if following is not None and text[-1:].isspace():
                sign_style = self._component(following.state) + Style(underline=False)
                segments += [Segment(text[:-1], style), Segment(SHAPES[following.state], style + sign_style)]
            else:
                segments.append(Segment(text, style))
        return Strip(segments).adjust_cell_length(self.scrollable_content_region.width, self._ground())

    def _gutter(self, pieces: list[Piece], begins: Mark | None) -> Segment:
        here = any(piece.mark and self.page and piece.mark.row_id == self.page.current for piece in pieces)
        sign = SHAPES[begins.state] if begins else " "
        if here:
            return Segment("▸" + sign, self._component("sign"))
        style = self._component(begins.state) + Style(underline=False) if begins else self._ground()
        return Segment(" " + sign, style)

    def _begins_decided(self, piece: Piece) -> bool:
        mark = piece.mark
        # A dash before the number of a dismissed one would be read as a minus: that one is struck out.
        shapeless = mark is None or mark.state in ("unreviewed", "dismissed")
        return mark is not None and mark.start == piece.start and mark.checkable and not shapeless

    def _style_of(self, piece: Piece) -> Style:
        zone = "quiet" if piece.zone in _QUIET_ZONES else piece.zone
        style = self._component(zone if zone in ("quiet", "headline", "caption") else "text")
        if piece.in_sentence:
            style += Style(bgcolor=self._component("sentence").bgcolor)
        mark = piece.mark
        if mark is None:
            return style
        if self.page and mark.row_id == self.page.current:
            return self._component("current")
        if zone == "quiet" and mark.state == "unreviewed":
            return style + Style(underline=mark.checkable)
        figure = self._component(mark.state if mark.checkable else "uncheckable")
        if not mark.checkable:
            return style + Style(color=figure.color)
        return style + Style(underline=not figure.strike, strike=figure.strike, color=figure.color)

    def _ground(self) -> Style:
        """Give the style of the pane itself, which takes long to work out."""
        style = self._styles.get("")
        if style is None:
            style = self._styles[""] = self.rich_style
        return style

    def _component(self, name: str) -> Style:
        style = self._styles.get(name)
        if style is None:
            style = self._styles[name] = self.get_component_rich_style(f"article--{name}")
        return style
