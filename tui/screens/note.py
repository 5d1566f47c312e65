"""The editor for a figure's note."""

from collections.abc import Awaitable, Callable
from typing import ClassVar

from textual.app import ComposeResult, SuspendNotSupported
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from seeds.visible import visible
from tui.actions import bindings, hint
from tui.own_editor import EditorError, edit
from tui.safe import foreign, one_line
from tui.screens.typing import typed_out


class NoteScreen(ModalScreen[None]):
    """Edits a note. `save` stores it and gives what went wrong, or None; only then does the editor close."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("note")

    def __init__(self, figure: str, note: str, save: Callable[[str], Awaitable[str | None]]) -> None:
        super().__init__()
        self._figure = figure
        self._shown = visible(note, newlines=True)
        self._save = save

    def compose(self) -> ComposeResult:
        """Make the editor."""
        dialog = Vertical(
            TextArea(self._shown, soft_wrap=True, show_line_numbers=False, compact=True),
            Static(Content(""), classes="problem"),
            classes="dialog",
        )
        dialog.border_title = Content.assemble("Note on ", one_line(self._figure, "bold"))
        dialog.border_subtitle = Content(hint("note"))
        yield dialog

    def on_mount(self) -> None:
        """Start at the end of what is written."""
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)
        self.set_focus(area)

    async def action_save(self) -> None:
        """Store the note and close; if it cannot be stored, say why and keep it."""
        area = self.query_one(TextArea)
        await typed_out(area)
        text = area.text
        if text != self._shown and (problem := await self._save(text.strip())):
            self._complain(f"not saved: {problem}")
            return
        self.dismiss()

    async def action_own_editor(self) -> None:
        """Hand the text over to the reviewer's own editor; whatever goes wrong, the text stays as it was."""
        area = self.query_one(TextArea)
        await typed_out(area)
        try:
            with self.app.suspend():
                edited = edit(area.text)
        except SuspendNotSupported:
            self._complain("an editor of your own needs a terminal of its own: write here")
        except EditorError as error:
            self._complain(f"the text is as it was: {error}")
        else:
            self._complain("")
            area.text = visible(edited, newlines=True)
            area.move_cursor(area.document.end)

    def action_cancel(self) -> None:
        """Close and leave the note as it was."""
        self.dismiss()

    def _complain(self, problem: str) -> None:
        self.query_one(".problem", Static).update(one_line(problem) if problem else foreign(""))
