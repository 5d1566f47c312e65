"""The line in which a query is written, with what could stand there listed below it: to filter, or to search."""

from collections.abc import Awaitable, Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static
from textual.widgets.input import Selection

from db.query import Completion, QueryError
from seeds.visible import visible
from tui.actions import bindings, hint
from tui.safe import foreign, one_line
from tui.screens.typing import LooksUp, typed_out
from tui.widgets.menu import Menu

#: Cells for the first of two columns.
_LEFT = 34

Complete = Callable[[str, int], Awaitable[Sequence[Completion]]]
Apply = Callable[[str], Awaitable[QueryError | None]]


class FilterScreen(LooksUp):
    """Asks for a query. `apply` carries it out, or gives what is wrong with it; only then does the line close.

    `complete` gives what could stand at the cursor.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("filter")
    TITLE_LINE: ClassVar[str] = "Filter"
    PLACEHOLDER: ClassVar[str] = "state:unreviewed kind:money >5000 words"
    HINTS: ClassVar[tuple[str, ...]] = ("filter",)
    #: Whether what is typed first takes the place of the line as it was.
    REPLACED: ClassVar[bool] = False

    def __init__(self, query: str, complete: Complete, apply: Apply) -> None:
        super().__init__()
        self._query = visible(query)
        self._complete = complete
        self._apply = apply
        self._offered: Sequence[Completion] = ()
        self._chosen = False

    def compose(self) -> ComposeResult:
        """Make the line and the list."""
        dialog = Vertical(
            Input(self._query, placeholder=self.PLACEHOLDER, compact=True, select_on_focus=False),
            Static(Content(""), classes="problem"),
            Menu(),
            classes="dialog",
        )
        dialog.border_title = Content(self.TITLE_LINE)
        dialog.border_subtitle = Content(" · ".join(map(hint, self.HINTS)))
        yield dialog

    def on_mount(self) -> None:
        """Be ready in the line."""
        field = self.query_one(Input)
        self.set_focus(field)
        field.selection = Selection(0 if self.REPLACED else len(field.value), len(field.value))
        # Not waited for: what is typed meanwhile would come after the key that ends it.
        self.run_worker(self._offer(), exclusive=True)

    @on(Input.Changed)
    def _typed(self) -> None:
        self.query_one(".problem", Static).update(Content(""))
        self.run_worker(self._offer(), exclusive=True)

    async def _offer(self) -> None:
        """List what could stand at the cursor."""
        field = self.query_one(Input)
        text, cursor = field.value, field.cursor_position
        offered = await self._complete(text, cursor)
        if (text, cursor) == (field.value, field.cursor_position):
            self._offered, self._chosen = offered, False
            self.query_one(Menu).show([_line(completion, ready=not text.strip()) for completion in offered])

    async def action_apply(self) -> None:
        """Carry the query out and close; or take what was chosen from the list."""
        field = self.query_one(Input)
        await typed_out(field)
        whole = self._chosen and self._take()
        if self._chosen and not whole:
            return
        problem = await self._apply(field.value)
        if problem is None:
            self.dismiss()
            return
        self.query_one(".problem", Static).update(foreign(str(problem)))
        field.cursor_position = min(problem.end, len(field.value))

    async def action_accept(self) -> None:
        """Put what the cursor of the list stands on into the line."""
        await typed_out(self.query_one(Input))
        self._take()

    async def action_accept_at_end(self) -> None:
        """Do the same; inside the line the key moves to the right."""
        await self.action_accept()

    def action_go(self, steps: int) -> None:
        """Move in the list."""
        self.query_one(Menu).go(steps)
        self._chosen = bool(self._offered)

    def action_cancel(self) -> None:
        """Close and change nothing."""
        self.dismiss()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the right arrow to the line unless the cursor is at its end."""
        if action != "accept_at_end" or not self.is_mounted:
            return True
        field = self.query_one(Input)
        return field.cursor_position == len(field.value)

    @on(Menu.Chosen)
    def _clicked(self) -> None:
        self._take()

    def _take(self) -> bool:
        """Put what was chosen into the line; tells whether that is a whole query."""
        place, field = self.query_one(Menu).cursor, self.query_one(Input)
        if place >= len(self._offered):
            return False
        taken = self._offered[place]
        before, after = field.value[: taken.start], field.value[taken.end :]
        field.value = before + taken.text + after
        field.cursor_position = len(before + taken.text)
        return not (before + after).strip()


class SearchScreen(FilterScreen):
    """Asks for what to search for; `filter_by` shows only what fits instead of going there."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("search")
    TITLE_LINE: ClassVar[str] = "Search"
    PLACEHOLDER: ClassVar[str] = "words of the sentence"
    HINTS: ClassVar[tuple[str, ...]] = ("filter", "search")
    REPLACED: ClassVar[bool] = True

    def __init__(self, query: str, complete: Complete, apply: Apply, filter_by: Apply) -> None:
        super().__init__(query, complete, apply)
        self._go_there, self._filter_by = apply, filter_by

    async def action_filter_by(self) -> None:
        """Show only what fits."""
        self._apply, self._chosen = self._filter_by, False
        await self.action_apply()
        self._apply = self._go_there


def _line(completion: Completion, *, ready: bool) -> Content:
    """Say what could stand there, and what that is; of a whole query, which may be long, what it is comes first."""
    text, what = one_line(completion.text), one_line(completion.help)
    first, second = (what, text) if ready else (text, what)
    return Content.assemble(first, " " * max(2, _LEFT - first.cell_length), second.stylize("$faint"))
