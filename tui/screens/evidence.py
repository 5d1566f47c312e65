"""The dialog that takes a source link."""

from collections.abc import Awaitable, Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from db.model import Evidence
from tui.actions import bindings, hint
from tui.safe import foreign, one_line
from tui.screens.typing import typed_out
from tui.words import evidence_line

_STANCES = {"supports": "contradicts", "contradicts": "supports"}


class EvidenceScreen(ModalScreen[None]):
    """Asks for a link. `save` stores it with its stance and gives what went wrong, or None; then the dialog closes."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("evidence")

    def __init__(
        self,
        figure: str,
        own_link: str | None,
        known: Sequence[Evidence],
        save: Callable[[str, str], Awaitable[str | None]],
    ) -> None:
        super().__init__()
        self._figure = figure
        self._own_link = own_link
        self._known = known
        self._save = save
        self._stance = "supports"

    def compose(self) -> ComposeResult:
        """Make the dialog."""
        known = [Content.assemble(("already  ", "$faint"), foreign(evidence_line(e))) for e in self._known]
        own = [Content.assemble(("article  ", "$faint"), foreign(self._own_link))] if self._own_link else []
        dialog = Vertical(
            Static(Content("\n").join([*known, *own])),
            Input(placeholder="https://…", compact=True),
            Static(Content(""), classes="stance"),
            Static(Content(""), classes="problem"),
            classes="dialog",
        )
        dialog.border_title = Content.assemble("Source link for ", one_line(self._figure, "bold"))
        dialog.border_subtitle = Content(hint("evidence"))
        yield dialog

    def on_mount(self) -> None:
        """Show the stance, and be ready for the link."""
        self.set_focus(self.query_one(Input))
        self._show_stance()

    async def action_save(self) -> None:
        """Store the link and close; if it is refused, say why and keep it."""
        field = self.query_one(Input)
        await typed_out(field)
        link = field.value.strip()
        if link and (problem := await self._save(link, self._stance)):
            self.query_one(".problem", Static).update(foreign(problem))
            return
        self.dismiss()

    def action_own_link(self) -> None:
        """Put the article's own link into the field."""
        if self._own_link:
            self.query_one(Input).value = self._own_link

    def action_stance(self) -> None:
        """Switch between supports and contradicts."""
        self._stance = _STANCES[self._stance]
        self._show_stance()

    def action_cancel(self) -> None:
        """Close and add nothing."""
        self.dismiss()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the article's own link only where it has one."""
        return action != "own_link" or bool(self._own_link)

    def _show_stance(self) -> None:
        colour = "$text-success" if self._stance == "supports" else "$text-error"
        line = Content.assemble("this source ", (self._stance, f"bold {colour}"), " the figure")
        self.query_one(".stance", Static).update(line)
