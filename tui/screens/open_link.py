"""The dialog before a link is opened: the whole link, to be looked at first."""

import os
import sys
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.actions import bindings, hint
from tui.safe import foreign, one_line
from tui.widgets.menu import Menu


@dataclass(frozen=True, slots=True)
class Link:
    """A link that can be opened, and what it is of: "article", "evidence"."""

    of: str
    address: str


def why_not_here(environment: "os._Environ[str] | dict[str, str]") -> str:
    """Say why no browser can be opened from here; "" where one can be.

    Over ssh a browser would open on the other machine, where nobody looks; without a display the system may offer
    one that takes the terminal.
    """
    if any(environment.get(name) for name in ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT")):
        return "over ssh"
    if sys.platform in ("win32", "darwin", "cygwin"):
        return ""
    if not any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")):
        return "without a display"
    import webbrowser

    try:
        webbrowser.get()
    except webbrowser.Error:
        return "no browser is known here"
    return ""


class OpenLinkScreen(ModalScreen[None]):
    """Shows links and opens or copies the one chosen; `follow` and `copy` are given the address."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("link")

    def __init__(
        self,
        figure: str,
        links: Sequence[Link],
        follow: Callable[[str], Awaitable[None]],
        copy: Callable[[str], Awaitable[None]],
        why_not: str,
    ) -> None:
        super().__init__()
        self._figure = figure
        self._links = links
        self._follow = follow
        self._copy = copy
        self._why_not = why_not

    def compose(self) -> ComposeResult:
        """Make the list, where there is more than one, and the whole link."""
        dialog = VerticalScroll(
            Menu(), Static(Content(""), classes="link"), Static(Content(""), classes="how"), can_focus=False
        )
        dialog.add_class("dialog")
        dialog.border_title = Content.assemble("Open a link of ", one_line(self._figure, "bold"))
        dialog.border_subtitle = Content(hint("link"))
        yield dialog

    def on_mount(self) -> None:
        """Start with the first link."""
        menu = self.query_one(Menu)
        menu.display = len(self._links) > 1
        menu.styles.height = min(8, len(self._links))
        menu.show([Content.assemble((f"{link.of:<9}", "$faint"), one_line(link.address)) for link in self._links])
        how = "enter opens it in your browser" if not self._why_not else f"{self._why_not}: enter copies it instead"
        self.query_one(".how", Static).update(Content.styled(how, "$faint"))
        self._show()

    def _show(self) -> None:
        address = self._links[self.query_one(Menu).cursor].address
        self.query_one(".link", Static).update(foreign(address, "bold"))

    def action_go(self, steps: int) -> None:
        """Go to another link."""
        self.query_one(Menu).go(steps)
        self._show()

    @on(Menu.Chosen)
    def _clicked(self) -> None:
        """Show the link that was clicked: a click alone opens nothing."""
        self._show()

    async def action_follow(self) -> None:
        """Close and open the link; copy it where that cannot be."""
        address = self._links[self.query_one(Menu).cursor].address
        self.dismiss()
        await (self._copy if self._why_not else self._follow)(address)

    async def action_copy(self) -> None:
        """Close and copy the link."""
        address = self._links[self.query_one(Menu).cursor].address
        self.dismiss()
        await self._copy(address)

    def action_cancel(self) -> None:
        """Close and open nothing."""
        self.dismiss()
