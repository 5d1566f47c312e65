"""The dialog that answers a question: low, best and high, and a note."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from db import ReviewError
from tui.actions import bindings
from tui.jobs.asking import Answered, number_in
from tui.question_words import answered
from tui.safe import one_line
from tui.screens.typing import typed_out
from tui.widgets.form import Field, complain, form_hint, text_field

if TYPE_CHECKING:
    from db.comparing.model import Answer

_NUMBERS = ("low", "best", "high")
_SAID = {
    "low": "at least so many; digits or words: 3,800, 1.2 million",
    "best": "the likeliest, if there is one",
    "high": "at most so many",
    "note": "what it rests on",
}


class AnswerScreen(ModalScreen[None]):
    """Asks for the answer to a question. `save` stores it and gives what went wrong, or None.

    `own` is the reviewer's answer so far; `others` are those of the others.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("answer")

    def __init__(
        self,
        title: str,
        counts: str,
        own: Answer | None,
        others: Sequence[Answer],
        save: Callable[[Answered], Awaitable[str | None]],
    ) -> None:
        super().__init__()
        self._title, self._counts, self._others, self._save = title, counts, others, save
        so_far = {name: getattr(own, name) if own else None for name in (*_NUMBERS, "note")}
        self._fields = {name: text_field(name, so_far[name], empty=said) for name, said in _SAID.items()}
        self._problem = Static(Content(""), classes="problem")

    def compose(self) -> ComposeResult:
        """Make the form."""
        dialog = VerticalScroll(
            Static(one_line(self._counts, "$faint")),
            *(Static(one_line(f"{other.reviewer}: {answered(other)}", "$faint")) for other in self._others),
            *self._fields.values(),
            self._problem,
            classes="dialog form",
            can_focus=False,
        )
        dialog.border_title = Content.assemble("Answer ", one_line(self._title, "bold"))
        dialog.border_subtitle = form_hint("answer")
        yield dialog

    def on_mount(self) -> None:
        """Start at the first field."""
        self.set_focus(self._fields["low"].control)

    async def action_save(self) -> None:
        """Store the answer and close; if it is refused, say why at its field."""
        await typed_out(self.focused or self)
        numbers = {}
        for name in _NUMBERS:
            try:
                numbers[name] = number_in(self._fields[name].value, name)
            except ReviewError as error:
                self._complain(str(error), self._fields[name])
                return
        given = [(name, number) for name, number in numbers.items() if number is not None]
        for (name, number), (larger, other) in pairwise(given):
            if number > other:
                self._complain(f"{name} is larger than {larger}", self._fields[name])
                return
        problem = await self._save(Answered(note=self._fields["note"].value, **numbers))
        if problem:
            self._complain(problem)
        else:
            self.dismiss()

    def action_cancel(self) -> None:
        """Close and change nothing."""
        self.dismiss()

    def _complain(self, problem: str, field: Field | None = None) -> None:
        complain(self._fields.values(), self._problem, problem, field)
