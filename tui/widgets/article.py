"""The article pane: the whole text, wrapped by cells, with the current figure and its sentence marked."""

from collections.abc import Mapping
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from db.model import Mark
from seeds.visible import visible
from tui.page import Page, Piece
from tui.safe import one_line
from tui.words import SHAPES
from tui.wrap import TAB, Lines, wrap

#: Cells left of the text: for the sign of the current line, and the shape of a figure that begins a line.
GUTTER = 2

#: Longer lines are hard to read.
MEASURE = 96

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
    }

    def __init__(self) -> None:
        super().__init__()
        self.page: Page | None = None
        self._lines: Lines | None = None
        self._strips: dict[int, Strip] = {}
        self._wrapped_at = 0

    # What is shown

    def show(self, page: Page) -> None:
        """Show a page with its current figure in view."""
        if page is not self.page:
            self.page, self._lines = page, None
            document = page.document
            self.border_title = one_line(document.publisher or document.name)
            self.border_subtitle = one_line(document.published or "")
        self._strips.clear()
        self._wrap()
        self.bring_in()
        self.refresh()

    def clear(self) -> None:
        """Show nothing."""
        self.page = self._lines = None
        self._strips.clear()
        self.border_title = self.border_subtitle = Content("")
        self.virtual_size = Size(0, 0)
        self.refresh()

    def set_states(self, states: Mapping[int, str]) -> None:
        """Take new states of figures, by row id."""
        if self.page is not None and self.page.set_states(states):
            self._strips.clear()
            self.refresh()

    def bring_in(self) -> None:
        """Scroll the current figure with its sentence into view; do not move if it is."""
        mark = self.page.current_mark() if self.page else None
        height = self.scrollable_content_region.height
        if self.page is None or self._lines is None or mark is None or not height:
            return
        line = self._lines.line_of(mark.start)
        first = min(line, self._lines.line_of(max(0, self.page.sentence[0])))
        last = max(line, self._lines.line_of(max(0, self.page.sentence[1] - 1)))
        if last - first >= height - 2:
            first = last = line
        top = round(self.scroll_y)
        margin = 1 if height > 4 else 0
        if not (top + margin <= first and last < top + height - margin):
            self.scroll_to(y=max(0, first - height // 4), animate=False, force=True)

    def go(self, where: str) -> None:
        """Scroll: down, up, half_down, half_up, page_down, page_up, first, last."""
        page = max(1, self.scrollable_content_region.height - 1)
        half = page // 2 or 1
        steps = {"down": 1, "up": -1, "half_down": half, "half_up": -half, "page_down": page, "page_up": -page}
        lines = len(self._lines) if self._lines else 0
        steps |= {"first": -lines, "last": lines}
        self.scroll_to(y=self.scroll_y + steps[where], animate=False, force=True)

    def on_resize(self) -> None:
        """Wrap again when the width has changed; keep the figure in view."""
        self._strips.clear()
        self._wrap()
        self.bring_in()

    def notify_style_update(self) -> None:
        """Forget painted lines when colours change."""
        super().notify_style_update()
        self._strips.clear()

    def _wrap(self) -> None:
        width = min(MEASURE, self.scrollable_content_region.width - GUTTER - 1)
        if self.page is not None and width > 0 and (self._lines is None or width != self._wrapped_at):
            self._lines, self._wrapped_at = wrap(self.page.text, width), width
            self.virtual_size = Size(0, len(self._lines))

    # Painting

    def render_line(self, y: int) -> Strip:
        """Paint one line of the screen."""
        line = y + self.scroll_offset.y
        if self._lines is None or line >= len(self._lines):
            return Strip.blank(self.scrollable_content_region.width, self.rich_style)
        strip = self._strips.get(line)
        if strip is None:
            if len(self._strips) > 1000:
                self._strips.clear()
            strip = self._strips[line] = self._paint(line)
        return strip

    def _paint(self, line: int) -> Strip:
        if self.page is None or self._lines is None:
            return Strip.blank(self.scrollable_content_region.width, self.rich_style)
        start, end = self._lines.starts[line], self._lines.ends[line]
        pieces = list(self.page.pieces(start, end))
        signs = {piece.start: piece.mark for piece in pieces if self._begins_decided(piece)}
        segments = [self._gutter(pieces, signs.pop(start, None))]
        for piece in pieces:
            text = visible(self.page.text[piece.start : piece.end].replace("\t", " " * TAB))
            style = self._style_of(piece)
            following = signs.get(piece.end)
            if following is not None and text[-1:].isspace():
                sign_style = self._component(following.state) + Style(underline=False)
                segments += [Segment(text[:-1], style), Segment(SHAPES[following.state], style + sign_style)]
            else:
                segments.append(Segment(text, style))
        return Strip(segments).adjust_cell_length(self.scrollable_content_region.width, self.rich_style)

    def _gutter(self, pieces: list[Piece], begins: Mark | None) -> Segment:
        here = any(piece.mark and self.page and piece.mark.row_id == self.page.current for piece in pieces)
        sign = SHAPES[begins.state] if begins else " "
        if here:
            return Segment("▸" + sign, self._component("sign"))
        style = self._component(begins.state) + Style(underline=False) if begins else self.rich_style
        return Segment(" " + sign, style)

    def _begins_decided(self, piece: Piece) -> bool:
        mark = piece.mark
        return mark is not None and mark.start == piece.start and mark.checkable and mark.state != "unreviewed"

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
        return style + (Style(underline=True, color=figure.color) if mark.checkable else Style(color=figure.color))

    def _component(self, name: str) -> Style:
        return self.get_component_rich_style(f"article--{name}")
