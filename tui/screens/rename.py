"""The dialog that calls a question something else."""

from collections.abc import Awaitable, Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.actions import bindings, hint
from tui.safe import foreign, one_line
from tui.screens.typing import typed_out
from tui.widgets.form import text_field


class RenameScreen(ModalScreen[None]):
    """Asks for a question's title. `save` stores it and gives what went wrong, or None."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("rename")

    def __init__(self, title: str, counts: str, save: Callable[[str], Awaitable[str | None]]) -> None:
        super().__init__()
        self._title, self._counts, self._save = title, counts, save
        self._field = text_field("title", title, empty="what a person would ask: sailors lost in the storm")
        self._problem = Static(Content(""), classes="problem")

    def compose(self) -> ComposeResult:
        """Make the dialog."""
        dialog = VerticalScroll(
            Static(one_line(self._counts, "$faint")),
            *(self._field, self._problem),
            classes="dialog form",
            can_focus=False,
        )
        dialog.border_title = Content.assemble("Rename ", one_line(self._title, "bold"))
        dialog.border_subtitle = Content(hint("rename"))
        yield dialog

    def on_mount(self) -> None:
        """Be ready at the end of the title."""
        self.set_focus(self._field.control)

    async def action_save(self) -> None:
        """Store the title and close; if it is refused, say why and keep what is written."""
        await typed_out(self._field.control)
        problem = await self._save(self._field.value) if self._field.value != self._title else None
        if problem:
            self._problem.update(foreign(problem))
        else:
            self.dismiss()

    def action_cancel(self) -> None:
        """Close and leave the title as it was."""
        self.dismiss()
