"""The dialog that takes what a verdict rests on: a link, a document or a conversation."""

from collections.abc import Awaitable, Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from db import ReviewError
from db.links import checked_link
from db.model import Evidence
from db.sources import UsedLink
from tui.actions import bindings
from tui.jobs import Source
from tui.safe import foreign, one_line
from tui.screens.typing import typed_out
from tui.widgets.form import Field, Pick, fill_menu, form_hint, text_field
from tui.widgets.menu import Menu
from tui.words import evidence_line

#: How much of the evidence that there is already is listed.
_KNOWN = 3
_SCHEMES = ("https://", "http://")


class EvidenceScreen(ModalScreen[None]):
    """Asks for a piece of evidence. `save` stores it and gives what went wrong, or None; then the dialog closes.

    `offered` are links to choose from, the article's own first if it has one. Only the link is needed.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("evidence")

    def __init__(
        self,
        figure: str,
        own_link: str | None,
        known: Sequence[Evidence],
        offered: Sequence[UsedLink],
        today: str,
        save: Callable[[Source], Awaitable[str | None]],
    ) -> None:
        super().__init__()
        self._figure, self._own_link, self._known, self._offered = figure, own_link, known, offered
        self._save = save
        self._fitting = list(offered)
        self._taken: UsedLink | None = None
        self._menu = Menu()
        self._kind = Field("kind", Pick(("link", "document", "conversation"), "link"))
        self._link = text_field("link", empty="https://…  or a few letters of one used before")
        self._title = text_field("title", empty="needed for a document or a conversation")
        self._quote = text_field("quote", empty="what it says, word for word")
        self._stance = Field("it", Pick(("supports", "contradicts"), "supports"))
        self._seen = text_field("seen on", today)
        self._archived = text_field("archived", empty="link of an archived copy")
        self._problem = Static(Content(""), classes="problem")

    def compose(self) -> ComposeResult:
        """Make the dialog."""
        dialog = VerticalScroll(
            *([Static(Content("\n").join(self._already()))] if self._known else []),
            *(self._kind, self._link, self._menu, self._stance),
            *(self._title, self._quote, self._seen, self._archived, self._problem),
            classes="dialog form",
            can_focus=False,
        )
        dialog.border_title = Content.assemble("Source for ", one_line(self._figure, "bold"))
        dialog.border_subtitle = form_hint("evidence")
        yield dialog

    def on_mount(self) -> None:
        """Be ready for the link."""
        self.set_focus(self._link.control)
        self._show_links()

    async def action_save(self) -> None:
        """Store the evidence and close; if it is refused, say why and keep what is written."""
        await typed_out(self.focused or self._link.control)
        source = self._source()
        if not (source.link or source.title or source.quote or source.archived_link):
            self.dismiss()
        elif problem := await self._save(source):
            self._complain(problem)
        else:
            self.dismiss()

    def action_walk(self, step: int) -> None:
        """Take the next or the previous of the links offered, with its title and archived copy."""
        if self._fitting:
            self._menu.go(step)
            self._take(self._fitting[self._menu.cursor])

    def action_own_link(self) -> None:
        """Take the article's own link."""
        if self._own_link:
            self._take(self._offered[0])

    def action_stance(self) -> None:
        """Switch between supports and contradicts."""
        self._pick(self._stance).action_step(1)

    def action_kind(self) -> None:
        """Go on to the next kind: link, document, conversation."""
        self._pick(self._kind).action_step(1)

    def action_cancel(self) -> None:
        """Close and add nothing."""
        self.dismiss()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the article's own link only where it has one."""
        return action != "own_link" or bool(self._own_link)

    @on(Menu.Chosen)
    def _clicked(self) -> None:
        self._take(self._fitting[self._menu.cursor])

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        if event.input is not self._link.control:
            return
        if self._taken is None or event.value != self._taken.link:
            self._taken = None
            typed = event.value.strip().lower()
            self._fitting = [used for used in self._offered if typed in f"{used.link} {used.title or ''}".lower()]
            self._show_links()
        self._complain(link_problem(event.value, offered=bool(self._fitting)))

    def _take(self, used: UsedLink) -> None:
        before, self._taken = self._taken, used
        self._link.control.value = used.link
        for field, old, value in (
            (self._title, before and before.title, used.title),
            (self._archived, before and before.archived_link, used.archived_link),
        ):
            if field.value == (old or ""):  # what the reviewer wrote stays
                field.control.value = value or ""

    def _source(self) -> Source:
        return Source(
            kind=self._kind.value,
            link=self._link.value or None,
            title=self._title.value or None,
            quote=self._quote.value or None,
            stance=self._stance.value,
            seen_on=self._seen.value or None,
            archived_link=self._archived.value or None,
        )

    def _already(self) -> list[Content]:
        lines = [
            Content.assemble(("already  ", "$faint"), foreign(evidence_line(piece))) for piece in self._known[-_KNOWN:]
        ]
        more = len(self._known) - len(lines)
        return [*lines, *([Content.styled(f"         and {more} more", "$faint")] if more else [])]

    def _show_links(self) -> None:
        lines = []
        for used in self._fitting:
            own = ("  the article's own" if used.link == self._own_link else "", "$faint")
            title = one_line(used.title, "$faint") if used.title else ""
            lines.append(Content.assemble(foreign(used.link), own, "  ", title))
        fill_menu(self._menu, lines, -1)

    def _complain(self, problem: str) -> None:
        self._problem.update(foreign(problem))

    def _pick(self, field: Field) -> Pick:
        assert isinstance(field.control, Pick)
        return field.control


def link_problem(typed: str, *, offered: bool) -> str:
    """Give what is wrong with a link as far as it is typed, or ""; `offered` tells that it finds one used before."""
    text = typed.strip().lower()
    if not text or any(scheme.startswith(text) for scheme in _SCHEMES):
        return ""
    if offered and ":" not in text:
        return ""
    try:
        checked_link(typed)
    except ReviewError as error:
        return str(error)
    return ""
