"""The desk: figures are looked at and judged here, one key each."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from db import Review, ReviewError
from tui import jobs
from tui.actions import bindings, sign
from tui.screens.desk.around import Around
from tui.screens.desk.commanding import Commanding
from tui.screens.desk.correcting import Correcting
from tui.screens.desk.filtering import Filtering
from tui.screens.desk.grouping import Grouping
from tui.screens.desk.judging import Judging
from tui.screens.desk.looking import Looking
from tui.screens.desk.moving import Moving
from tui.widgets.lines import KeyLine
from tui.words import greeting

#: Seconds between two looks at whether another program has changed the file.
POLL = 1.0


class DeskScreen(Judging, Grouping, Commanding, Correcting, Moving, Looking, Filtering, Around):
    """Where figures are judged; each part of it is a class of its own."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("desk")

    def compose(self) -> ComposeResult:
        """Lay the desk out."""
        yield self.top
        yield self.panes
        yield self.message
        yield KeyLine()

    async def on_mount(self) -> None:
        """Open the queue where the reviewer left it; what else there is follows its first rows."""
        await self.open(jobs.open_queue)
        self.call_after_refresh(self._settle_in)

    async def _settle_in(self) -> None:
        await self.attempt(self.link.read("load", jobs.load_panes))
        await self.panes.add_others()
        await self.look(afresh=True)
        self.settled.set()
        if self.top.progress is not None and not self.message.message.plain:
            self.say(greeting(self.top.progress, self.link.path.name, sign("help")))
        self.say_problems()
        self.set_interval(POLL, self._poll)
        self.set_timer(POLL / 4, self._load_rest)

    async def _load_rest(self) -> None:
        """Load what the first keys of their kind would else wait for."""
        await self.attempt(self.link.read("load", jobs.load_rest))

    async def _poll(self) -> None:
        """Show what another program has changed in the meantime."""
        try:
            version = await self.link.read("version", Review.data_version)
        except ReviewError:
            return  # busy: the next look will tell
        if version is not None and version != self.version:
            await self.glance()

    async def action_help(self) -> None:
        """Show the help."""
        from tui.screens.help import HelpScreen

        await self.app.push_screen(HelpScreen())

    async def action_quit(self) -> None:
        """Quit; the place is stored first."""
        await self.app.action_quit()

    def can_quit(self) -> bool:
        """Quit from the queue; elsewhere the same key goes back to it."""
        return self.panes.front == "queue"
