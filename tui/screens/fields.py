"""All fields of a figure: the record as it is and as it was extracted, its document, what was said of it."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from db.particulars import Particulars
from tui.actions import bindings, hint
from tui.field_rows import lay_out, sections
from tui.safe import one_line
from tui.screens.scrolling import scroll
from tui.words import called


class FieldsScreen(ModalScreen[None]):
    """Shows everything that the file holds of one figure."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("fields")

    def __init__(self, found: Particulars) -> None:
        super().__init__()
        self._found = found

    def compose(self) -> ComposeResult:
        """Make the page."""
        page = VerticalScroll(Static(Content("")), classes="dialog")
        page.border_title = Content.assemble("All fields of ", one_line(called(self._found.view.figure), "bold"))
        page.border_subtitle = Content(hint("fields"))
        yield page

    def on_resize(self) -> None:
        """Lay the fields out for the width."""
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        width = self.query_one(VerticalScroll).scrollable_content_region.width
        self.query_one(Static).update(Content("\n").join(lay_out(sections(self._found), max(1, width))))

    def action_go(self, where: str) -> None:
        """Scroll: down, up, page_down, page_up, first, last."""
        scroll(self.query_one(VerticalScroll), where)

    def action_close(self) -> None:
        """Close it."""
        self.dismiss()
