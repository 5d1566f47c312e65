"""The dialog that marks figures by a query, and puts tags on figures."""

from collections.abc import Awaitable, Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.actions import bindings
from tui.safe import foreign, one_line
from tui.screens.typing import typed_out
from tui.widgets.form import form_hint, text_field

#: What a field does when it is entered: it gives what went wrong, or None.
Entered = Callable[[str], Awaitable[str | None]]
#: How many of the tags there are are listed.
_LISTED = 12


class TagScreen(ModalScreen[None]):
    """Two fields: a query whose figures are marked on the desk, and a tag that is put on figures in the file."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("tag")

    def __init__(self, target: str, known: Sequence[tuple[str, int]], mark: Entered, tag: Entered) -> None:
        super().__init__()
        self._target, self._known = target, known
        self._query = text_field("mark", empty="every figure of the queue that fits: words, or a query")
        self._tag = text_field("tag", empty="a word; given again, it is taken off")
        self._does = {self._query: mark, self._tag: tag}
        self._problem = Static(Content(""), classes="problem")

    def compose(self) -> ComposeResult:
        """Make the dialog."""
        explained = Content.assemble(
            (
                "Marks are for this sitting: the next verdict acts on what is marked. They are not stored.\n"
                "Tags are stored with the figures, for everybody who opens the review.",
                "$faint",
            )
        )
        dialog = VerticalScroll(
            Static(explained),
            *(self._query, self._tag, Static(self._of_tags()), self._problem),
            classes="dialog form",
            can_focus=False,
        )
        dialog.border_title = Content.assemble("Marks and tags: ", one_line(self._target, "bold"))
        dialog.border_subtitle = form_hint("tag")
        yield dialog

    def on_mount(self) -> None:
        """Be ready for the query."""
        self.set_focus(self._query.control)

    async def action_enter(self) -> None:
        """Do what the field in front does and close; if it is refused, say why and keep what is written."""
        field = self._tag if self._tag.control.has_focus else self._query
        await typed_out(field.control)
        problem = await self._does[field](field.value) if field.value else None
        if problem:
            self._problem.update(foreign(problem))
        else:
            self.dismiss()

    def action_cancel(self) -> None:
        """Close and change nothing."""
        self.dismiss()

    def _of_tags(self) -> Content:
        if not self._known:
            return Content.styled(f"{'':13}no figure has a tag yet", "$faint")
        named = " · ".join(f"{tag} {count:,}" for tag, count in self._known[:_LISTED])
        more = f" · and {len(self._known) - _LISTED} more" if len(self._known) > _LISTED else ""
        return Content.assemble(("in use".ljust(13), "$faint"), one_line(named + more))
