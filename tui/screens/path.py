"""The dialog that asks for the path of a review."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.actions import bindings, hint
from tui.safe import foreign
from tui.screens.typing import typed_out


class PathScreen(ModalScreen[None]):
    """Asks for a path. `take` gives what is wrong with it, or None; then the dialog closes."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("path")

    def __init__(self, take: Callable[[Path], Awaitable[str | None]]) -> None:
        super().__init__()
        self._take = take

    def compose(self) -> ComposeResult:
        """Make the dialog."""
        dialog = Vertical(
            Input(placeholder="path of a review, kursk.db", compact=True),
            Static(Content(""), classes="problem"),
            classes="dialog",
        )
        dialog.border_title = Content("Open a review")
        dialog.border_subtitle = Content(hint("path"))
        yield dialog

    def on_mount(self) -> None:
        """Be ready for the path."""
        self.set_focus(self.query_one(Input))

    async def action_take(self) -> None:
        """Open what was typed; if that cannot be, say why and keep it."""
        field = self.query_one(Input)
        await typed_out(field)
        name = field.value.strip()
        problem = await self._take(expanded(name)) if name else "give the path of a review"
        if problem:
            self.query_one(".problem", Static).update(foreign(problem))
        else:
            self.dismiss()

    def action_cancel(self) -> None:
        """Close and open nothing."""
        self.dismiss()


def expanded(name: str) -> Path:
    """Give a path as typed, ~ being somebody's home."""
    try:
        return Path(name).expanduser()
    except RuntimeError:  # the home of nobody known
        return Path(name)
