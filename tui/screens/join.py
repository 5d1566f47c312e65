"""The dialog that puts figures into a question: one that there is, chosen from a list, or one of their own."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from tui.actions import bindings, hint
from tui.question_lines import short_line
from tui.safe import foreign, one_line
from tui.screens.typing import LooksUp, typed_out
from tui.widgets.menu import Menu

if TYPE_CHECKING:
    from db.comparing.listing import QuestionRow


class JoinScreen(LooksUp):
    """Asks for a question. `find` gives those that fit what is typed, the likely ones where nothing is.

    `join` puts the figures into one (its uid), or into one of their own (its title); it gives what went wrong, or None.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("join")

    def __init__(
        self,
        target: str,
        find: Callable[[str], Awaitable[Sequence[QuestionRow]]],
        join: Callable[[str | None, str], Awaitable[str | None]],
    ) -> None:
        super().__init__()
        self._target, self._find, self._join = target, find, join
        self._offered: list[QuestionRow | None] = []
        self._looked_for: str | None = None

    def compose(self) -> ComposeResult:
        """Make the line and the list."""
        dialog = Vertical(
            Input(placeholder="words of a question's title, or the title of a new one", compact=True),
            Static(Content(""), classes="problem"),
            Menu(nothing=" type the title of a new question"),
            classes="dialog",
        )
        dialog.border_title = Content.assemble("Which question does it answer: ", one_line(self._target, "bold"))
        dialog.border_subtitle = Content(hint("join"))
        yield dialog

    def on_mount(self) -> None:
        """Offer the likely ones."""
        self.set_focus(self.query_one(Input))
        self.run_worker(self._offer(), exclusive=True)

    @on(Input.Changed)
    def _typed(self) -> None:
        self.query_one(".problem", Static).update(Content(""))
        self.run_worker(self._offer(), exclusive=True)

    async def _offer(self) -> None:
        typed = self.query_one(Input).value
        found = await self._find(typed)
        if typed != self.query_one(Input).value:
            return
        self._looked_for = typed
        title = " ".join(typed.split())
        self._offered = [*found, *([None] if title else [])]
        new = Content.assemble(("new question  ", "$accent"), one_line(title, "bold"))
        self.query_one(Menu).show([short_line(row) if row else new for row in self._offered])

    async def action_choose(self) -> None:
        """Put the figures into the question under the cursor and close; if it is refused, say why and stay."""
        field, menu = self.query_one(Input), self.query_one(Menu)
        await typed_out(field)
        if self._looked_for != field.value:
            await self._offer()
        if menu.cursor >= len(self._offered):
            self._complain("no question fits: type the title of a new one")
            return
        chosen = self._offered[menu.cursor]
        title = " ".join(field.value.split())
        problem = await (self._join(chosen.uid, chosen.title) if chosen else self._join(None, title))
        if problem:
            self._complain(problem)
        else:
            self.dismiss()

    @on(Menu.Chosen)
    async def _clicked(self) -> None:
        await self.action_choose()

    def action_go(self, steps: int) -> None:
        """Move the cursor."""
        self.query_one(Menu).go(steps)

    def action_cancel(self) -> None:
        """Close and change nothing."""
        self.dismiss()

    def _complain(self, problem: str) -> None:
        self.query_one(".problem", Static).update(foreign(problem))
