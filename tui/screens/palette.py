"""The command palette: everything that can be done, and where one can go, found by typing."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input

from tui.actions import bindings, hint
from tui.matching import best
from tui.screens.typing import LooksUp, typed_out
from tui.widgets.menu import Menu

#: How many commands are shown at most once something is typed, so that what is found has room below.
_COMMANDS = 12


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the palette: the words it is found by, how it is shown, and what it does."""

    words: str
    line: Content
    run: Callable[[], Awaitable[None]]


class PaletteScreen(LooksUp):
    """Lists commands; `search` gives questions, documents and figures for what is typed."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("palette")

    def __init__(self, commands: Sequence[Entry], search: Callable[[str], Awaitable[Sequence[Entry]]]) -> None:
        super().__init__()
        self._commands = commands
        self._words = [entry.words for entry in commands]
        self._search = search
        self._shown: list[Entry] = []
        self._complete_for = ""

    def compose(self) -> ComposeResult:
        """Make the field and the list."""
        dialog = Vertical(
            Input(placeholder="an action, a question, a document, a figure", compact=True),
            Menu(nothing=" nothing is called so"),
            classes="dialog",
        )
        dialog.border_title = Content("Commands")
        dialog.border_subtitle = Content(hint("palette"))
        yield dialog

    def on_mount(self) -> None:
        """Show every command, and be ready for typing."""
        self.set_focus(self.query_one(Input))
        self._show(self._matching(""))

    @on(Input.Changed)
    def _typed(self, changed: Input.Changed) -> None:
        self._show(self._matching(changed.value))
        self._complete_for = ""
        if changed.value.strip():
            self.run_worker(self._complete(changed.value), exclusive=True)

    async def _complete(self, typed: str) -> None:
        """Add the questions, documents and figures that fit."""
        found = await self._search(typed)
        if typed == self.query_one(Input).value:
            self._complete_for = typed
            self._show([*self._matching(typed), *found], self.query_one(Menu).cursor)

    def _matching(self, typed: str) -> list[Entry]:
        limit = _COMMANDS if typed.strip() else len(self._commands)
        return [self._commands[place] for place in best(typed, self._words, limit)]

    def _show(self, entries: list[Entry], cursor: int = 0) -> None:
        self._shown = entries
        self.query_one(Menu).show([entry.line for entry in entries], cursor)

    async def action_choose(self) -> None:
        """Close, and do what stands under the cursor."""
        field, menu = self.query_one(Input), self.query_one(Menu)
        await typed_out(field)
        if field.value.strip() and not self._shown and self._complete_for != field.value:
            await self._complete(field.value)
        if menu.cursor < len(self._shown):
            entry = self._shown[menu.cursor]
            self.dismiss()
            await entry.run()

    @on(Menu.Chosen)
    async def _clicked(self) -> None:
        await self.action_choose()

    def action_go(self, steps: int) -> None:
        """Move the cursor."""
        self.query_one(Menu).go(steps)

    def action_cancel(self) -> None:
        """Close and do nothing."""
        self.dismiss()
