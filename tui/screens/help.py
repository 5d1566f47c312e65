"""The help screen: every key, what the verdicts mean, and the reasons."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from db.model import DISMISSALS, REASONS
from tui.actions import GROUPS, bindings, hint, key_signs, of
from tui.words import COLOURS, MEANINGS, SHAPES

_LEFT = 15
_KEY = "bold $text-accent"

#: One line of the page: what stands left, its style, and what is said of it; a heading has nothing left.
_Row = tuple[str, str, str]


class HelpScreen(ModalScreen[None]):
    """Explains the desk; made from the table of actions and the lists of verdicts and reasons."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("help")

    def compose(self) -> ComposeResult:
        """Make the page."""
        page = VerticalScroll(Static(Content("")), classes="dialog")
        page.border_title = Content("Help")
        page.border_subtitle = Content(hint("help"))
        yield page

    def on_resize(self) -> None:
        """Lay the page out for the width."""
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        width = self.query_one(VerticalScroll).scrollable_content_region.width
        lines = [line for row in _rows() for line in _lay_out(row, width)]
        self.query_one(Static).update(Content("\n").join(lines))

    def action_go(self, where: str) -> None:
        """Scroll: down, up, page_down, page_up, first, last."""
        page = self.query_one(VerticalScroll)
        scroll = {
            "down": page.scroll_down,
            "up": page.scroll_up,
            "page_down": page.scroll_page_down,
            "page_up": page.scroll_page_up,
            "first": page.scroll_home,
            "last": page.scroll_end,
        }
        scroll[where](animate=False)

    def action_close(self) -> None:
        """Close the help."""
        self.dismiss()


def _rows() -> list[_Row]:
    rows: list[_Row] = [("", "", "What the verdicts mean")]
    rows += [(f"{SHAPES[state]} {state}", f"bold {COLOURS[state]}", meaning) for state, meaning in MEANINGS]
    for group in GROUPS:
        rows += [("", "", ""), ("", "", group)]
        rows += [(" ".join(key_signs(action)), _KEY, action.help) for action in of("desk") if action.group == group]
    for first, state, choices in (("m", "misreported", REASONS), ("x", "dismissed", DISMISSALS)):
        rows += [("", "", ""), ("", "", f"Reasons for {state}")]
        rows += [(f"{first} {choice.key}", _KEY, choice.label) for choice in choices]
    return rows


def _lay_out(row: _Row, width: int) -> list[Content]:
    left, style, text = row
    if not left:
        return [Content.styled(text, "bold underline")]
    lines = Content(text).wrap(max(10, width - _LEFT))
    return [
        Content.assemble(((left if number == 0 else "").ljust(_LEFT), style), line) for number, line in enumerate(lines)
    ]
