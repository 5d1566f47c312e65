"""The dialog that adds a figure which the extractor missed."""

from collections.abc import Awaitable, Callable, Sequence
from typing import ClassVar, get_args

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from figures.model import Kind
from tui.actions import bindings
from tui.jobs import Found, Place
from tui.safe import one_line
from tui.screens.correct import Given, value_fields, wrong_field
from tui.screens.typing import typed_out
from tui.widgets.form import Field, Pick, complain, fill_menu, form_hint, text_field
from tui.widgets.menu import Menu

KINDS: tuple[str, ...] = get_args(Kind)


class AddScreen(ModalScreen[None]):
    """Asks for a number as it stands in the text, which of its places is meant, and its values.

    `find` gives the places that are no figure yet; `save` stores the figure and gives what went wrong, or None. The
    place first offered is the one nearest to `near`.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("add")

    def __init__(
        self,
        document: str,
        near: int,
        find: Callable[[str], Awaitable[Found | None]],
        save: Callable[[Place, Given], Awaitable[str | None]],
    ) -> None:
        super().__init__()
        self._document, self._near = document, near
        self._find, self._save = find, save
        self._places: Sequence[Place] = ()
        self._read: Given = {}
        self._looked_for = self._nowhere = ""
        self._menu = Menu(nothing="")
        self._words = text_field("number", empty="as it stands in the text: forty thousand")
        self._kind = Field("kind", Pick(KINDS, "count"))
        self._fields = value_fields({}, {})
        self._problem = Static(Content(""), classes="problem")

    def compose(self) -> ComposeResult:
        """Make the form."""
        dialog = VerticalScroll(
            *(self._words, self._menu, self._kind, *self._fields.values(), self._problem),
            classes="dialog form",
            can_focus=False,
        )
        dialog.border_title = Content.assemble("Add a figure of ", one_line(self._document, "bold"))
        dialog.border_subtitle = form_hint("add")
        yield dialog

    def on_mount(self) -> None:
        """Be ready for the number."""
        self._menu.display = False
        self.set_focus(self._words.control)

    @on(Input.Changed)
    async def _changed(self, event: Input.Changed) -> None:
        if event.input is self._words.control:
            await self._look()

    async def _look(self) -> None:
        """Look for the number in the text and read it, unless its values were written by hand."""
        words = self._words.value
        found = await self._find(words)
        if found is None:
            return  # more was typed meanwhile
        self._looked_for = words
        self._places = found.places
        nearest = min(range(len(self._places)), key=lambda at: abs(self._places[at].start - self._near), default=0)
        fill_menu(self._menu, [_line(place) for place in self._places], nearest)
        for name, value in found.values.items():
            field = self._fields[name]
            if field.value == (self._read.get(name) or ("exact" if name == "bound" else "")):
                field.control.value = value or ""
        self._read, self._nowhere = found.values, found.problem
        self._complain(found.problem)

    async def action_save(self) -> None:
        """Store the figure and close; if it is refused, say why."""
        await typed_out(self.focused or self)
        if self._words.value != self._looked_for:
            await self._look()
        given = {name: field.value for name, field in self._fields.items() if field.value}
        if given["bound"] in ("under", "up_to") and "high" not in given and "low" in given:
            given["high"] = given.pop("low")  # a single number is the end that the bound has
        if not self._words.value:
            self.dismiss()
        elif not self._places:
            self._complain(self._nowhere, self._words)
        elif wrong := wrong_field(self._fields):
            self._complain(wrong[1], self._fields[wrong[0]])
        elif problem := await self._save(self._places[self._menu.cursor], {"kind": self._kind.value, **given}):
            self._complain(problem)
        else:
            self.dismiss()

    def action_walk(self, step: int) -> None:
        """Go to the next or the previous place."""
        self._menu.go(step)

    def action_cancel(self) -> None:
        """Close and add nothing."""
        self.dismiss()

    def _complain(self, problem: str, field: Field | None = None) -> None:
        complain((self._words, *self._fields.values()), self._problem, problem, field)


def _line(place: Place) -> Content:
    """Give a place with what stands around it."""
    before, after = one_line(f"…{place.before}".rstrip(), "$faint"), one_line(f"{place.after}…".lstrip(), "$faint")
    spaces = [" " if gap else "" for gap in (place.before[-1:].isspace(), place.after[:1].isspace())]
    return Content.assemble(before, spaces[0], one_line(place.text, "bold $accent"), spaces[1], after)
