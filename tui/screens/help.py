"""The help screen: every key, what the verdicts mean, the reasons, the filters; searchable."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.events import DescendantBlur, DescendantFocus
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.actions import bindings, hint, sign
from tui.help_rows import found, lay_out, sections
from tui.screens.scrolling import scroll
from tui.screens.typing import close_finder, open_finder


class HelpScreen(ModalScreen[None]):
    """Explains the desk, or the start screen (`where`)."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("help")

    def __init__(self, where: str = "desk") -> None:
        super().__init__()
        self._sections = sections(where)

    def compose(self) -> ComposeResult:
        """Make the page, and the field for finding something in it."""
        field = Input(placeholder="find in the help", compact=True)
        field.display = False
        dialog = Vertical(VerticalScroll(Static(Content(""))), field, classes="dialog")
        dialog.border_title = Content("Help")
        dialog.border_subtitle = Content(hint("help"))
        yield dialog

    def on_mount(self) -> None:
        """Let the keys scroll the page."""
        self.set_focus(self.query_one(VerticalScroll))

    def on_resize(self) -> None:
        """Lay the page out for the width."""
        self.call_after_refresh(self._fill)

    @on(Input.Changed)
    def _fill(self) -> None:
        width = self.query_one(VerticalScroll).scrollable_content_region.width
        shown = found(self._sections, self.query_one(Input).value)
        lines = lay_out(shown, width) if shown else [Content.styled("nothing in the help holds these words", "$faint")]
        self.query_one(Static).update(Content("\n").join(lines))

    def action_go(self, where: str) -> None:
        """Scroll: down, up, page_down, page_up, first, last."""
        scroll(self.query_one(VerticalScroll), where)

    def action_find(self) -> None:
        """Open the field for finding something."""
        open_finder(self)

    @on(DescendantFocus)
    @on(DescendantBlur)
    def _hint(self) -> None:
        """Name the keys that work: letters are text while something is looked for."""
        finding = f"enter keeps what was found · {sign('close_find')} shows everything"
        said = finding if isinstance(self.focused, Input) else hint("help")
        self.query_one(".dialog").border_subtitle = Content(said)

    def action_leave(self) -> None:
        """Close the help."""
        self.dismiss()

    def action_close(self) -> None:
        """Close the field and show everything again; without the field, close the help."""
        close_finder(self, self.query_one(VerticalScroll))

    @on(Input.Submitted)
    def _found(self) -> None:
        """Leave what was found on the page, for the keys to scroll in."""
        self.set_focus(self.query_one(VerticalScroll))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave letters to the field while something is typed there; escape closes it."""
        return action == "close" or not isinstance(self.focused, Input)
