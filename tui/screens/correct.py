"""The dialog that puts right what the extractor said of a figure."""

from collections.abc import Awaitable, Callable, Mapping
from typing import ClassVar, get_args

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from db import ReviewError
from db.model import FigureView
from db.values import FIELDS, NUMBERS, checked_line, checked_number, value_text
from figures.model import Bound
from tui.actions import bindings
from tui.safe import one_line
from tui.screens.typing import typed_out
from tui.widgets.form import Field, Pick, complain, form_hint, text_field
from tui.words import called

#: The bounds, in the order in which they are picked.
BOUNDS: tuple[str, ...] = get_args(Bound)

#: Values by the name of their field; None where a field is empty.
Given = Mapping[str, str | None]


def value_fields(values: Given, asides: Mapping[str, Content]) -> dict[str, Field]:
    """Make the fields of a figure's values, in their order, with what is said beside them."""
    return {
        name: Field("bound", Pick(BOUNDS, values.get("bound") or "exact"), asides.get("bound"))
        if name == "bound"
        else text_field(name.replace("_", " "), values.get(name), asides.get(name))
        for name in FIELDS
    }


def wrong_field(fields: Mapping[str, Field]) -> tuple[str, str] | None:
    """Give the first field whose value cannot be, by itself, and why; None where each can."""
    for name, field in fields.items():
        check = checked_number if name in NUMBERS else checked_line
        try:
            check(field.value, name.replace("_", " "))
        except ReviewError as error:
            return name, str(error)
    return None


class CorrectScreen(ModalScreen[None]):
    """Shows a figure's values for correction. `save` stores those that were changed and gives what went wrong, or None.

    Beside a value that was corrected stands the extractor's; given back, it takes the correction away.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("correct")

    def __init__(self, view: FigureView, save: Callable[[Given], Awaitable[str | None]]) -> None:
        super().__init__()
        self._view, self._save = view, save
        self._extracted = {correction.field: correction.extracted for correction in view.corrections}
        present = {name: value_text(getattr(view.figure, name)) for name in FIELDS}
        asides = {
            name: Content.assemble(("extracted: ", "$faint"), one_line(value or "none"))
            for name, value in self._extracted.items()
        }
        self._fields = value_fields(present, asides)
        self._shown = {name: field.value for name, field in self._fields.items()}
        self._problem = Static(Content(""), classes="problem")

    def compose(self) -> ComposeResult:
        """Make the form."""
        dialog = VerticalScroll(
            Static(one_line(self._view.sentence, "$faint"), classes="sentence"),
            *self._fields.values(),
            self._problem,
            classes="dialog form",
            can_focus=False,
        )
        dialog.border_title = Content.assemble("Correct ", one_line(called(self._view.figure), "bold"))
        dialog.border_subtitle = form_hint("correct")
        yield dialog

    def on_mount(self) -> None:
        """Start at the first field."""
        self.set_focus(self._fields["low"].control)

    async def action_save(self) -> None:
        """Store what was changed and close; if it is refused, say why at its field."""
        await typed_out(self.focused or self)
        changed = {name: field for name, field in self._fields.items() if field.value != self._shown[name]}
        if not changed:
            self.dismiss()
        elif wrong := wrong_field(changed):
            self._complain(wrong[1], self._fields[wrong[0]])
        elif problem := await self._save({name: field.value or None for name, field in changed.items()}):
            self._complain(problem)
        else:
            self.dismiss()

    def action_as_extracted(self) -> None:
        """Put the extractor's value back into every field that was corrected."""
        for name, value in self._extracted.items():
            self._fields[name].control.value = value or ""

    def action_cancel(self) -> None:
        """Close and leave the figure as it was."""
        self.dismiss()

    def _complain(self, problem: str, field: Field | None = None) -> None:
        complain(self._fields.values(), self._problem, problem, field)
