"""The list of questions: those with conflicts or signs first, found by words of their titles."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import DescendantBlur, DescendantFocus
from textual.widgets import Input, Static

from tui.actions import bindings, hint, sign
from tui.question_lines import heading, line_of
from tui.screens.typing import LooksUp, close_finder, open_finder, typed_out
from tui.widgets.menu import Menu
from tui.words import number_of

if TYPE_CHECKING:
    from db.comparing.listing import QuestionRow
    from tui.jobs.asking import Found


class QuestionsScreen(LooksUp):
    """Lists questions with the cursor on one of them. `find` gives those for what is typed, `chosen` goes to one."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("questions")
    AUTO_FOCUS = ""  # the field for titles is not there yet

    def __init__(
        self,
        first: Found,
        current: int | None,
        find: Callable[[str], Awaitable[Found | None]],
        chosen: Callable[[QuestionRow], Awaitable[None]],
    ) -> None:
        super().__init__()
        self._found, self._current = first, current
        self._find, self._chosen = find, chosen

    def compose(self) -> ComposeResult:
        """Make the list, and the field for finding a title."""
        field = Input(placeholder="words of the title", compact=True)
        field.display = False
        dialog = Vertical(
            Static(Content(""), classes="heading"),
            Menu(nothing=" no question is called so"),
            field,
            Static(Content(""), classes="more"),
            classes="dialog",
        )
        dialog.border_title = Content("Questions")
        dialog.border_subtitle = Content(hint("questions"))
        yield dialog

    def on_mount(self) -> None:
        """Start on the question of the figure under the cursor."""
        self.call_after_refresh(self._show, anew=True)

    def on_resize(self) -> None:
        """Lay the lines out for the width."""
        self.call_after_refresh(self._show)

    def _show(self, *, anew: bool = False) -> None:
        menu = self.query_one(Menu)
        width = max(1, menu.size.width - 1)
        cursor = menu.cursor
        if anew:
            rows = enumerate(self._found.rows)
            cursor = next((place for place, row in rows if row.row_id == self._current), 0)
        menu.show([line_of(row, width) for row in self._found.rows], cursor)
        self.query_one(".heading", Static).update(heading(width))
        more = self._found.more
        said = "" if more == 0 else "there may be more" if more is None else f"and {number_of(more, 'question')} more"
        note = f"{said}: / finds one by its title" if said else ""
        self.query_one(".more", Static).update(Content.styled(note, "$faint"))

    @on(Input.Changed)
    def _typed(self, changed: Input.Changed) -> None:
        self.run_worker(self._look(changed.value), exclusive=True)

    async def _look(self, typed: str) -> None:
        found = await self._find(typed)
        if found is not None and typed == self.query_one(Input).value:
            self._found = found
            self._show(anew=True)

    async def action_choose(self) -> None:
        """Close, and go to the question under the cursor."""
        field, menu = self.query_one(Input), self.query_one(Menu)
        if field.display:
            await typed_out(field)
            await self._look(field.value)
        if menu.cursor < len(self._found.rows):
            row = self._found.rows[menu.cursor]
            self.dismiss()
            await self._chosen(row)

    @on(Menu.Chosen)
    async def _clicked(self) -> None:
        await self.action_choose()

    def action_go(self, steps: int) -> None:
        """Move the cursor."""
        self.query_one(Menu).go(steps)

    def action_find(self) -> None:
        """Open the field for finding a title."""
        open_finder(self)

    @on(DescendantFocus)
    @on(DescendantBlur)
    def _hint(self) -> None:
        """Name the keys that work: letters are text while a title is looked for."""
        finding = f"{sign('go_to_question')} go · {sign('close_questions')} all questions"
        said = finding if isinstance(self.focused, Input) else hint("questions")
        self.query_one(".dialog").border_subtitle = Content(said)

    def action_leave(self) -> None:
        """Close the list."""
        self.dismiss()

    def action_close(self) -> None:
        """Close the field and list everything again; without the field, close the list."""
        close_finder(self, None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave letters to the field while something is typed there."""
        if not isinstance(self.focused, Input):
            return True
        return action in ("close", "choose")
