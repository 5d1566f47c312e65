"""What the desk does around the figures: links, copying, progress, export, and leaving it for a while."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from db import ReviewError
from db.links import checked_link
from tui import jobs
from tui.actions import sign
from tui.console import served
from tui.screens.desk.base import DeskBase
from tui.settings import summed_up
from tui.words import called, quotation

if TYPE_CHECKING:
    from db.export import Export
    from db.model import FigureView
    from tui.screens.open_link import Link


class Around(DeskBase):
    """Links, copying, progress, export; `problems` are lines about files of settings, said once at start."""

    problems: Sequence[str] = ()

    async def action_open_link(self) -> None:
        """Show the links of the figure under the cursor, to open one of them."""
        from tui.screens.open_link import OpenLinkScreen, why_not_here

        view = await self.current()
        if view is None:
            return
        links = _links(view)
        if not links:
            self.message.complain(f"no link is known for {called(view.figure)}; {sign('evidence')} adds one")
            return
        why_not = "" if served() else why_not_here(os.environ)
        await self.app.push_screen(
            OpenLinkScreen(called(view.figure), links, self._follow_link, self._copy_link, why_not)
        )

    async def _follow_link(self, address: str) -> None:
        if self.app.is_web:
            self.app.open_url(address)
            self.say(f"sent to your browser: {address}")
            return
        import webbrowser

        if await asyncio.to_thread(webbrowser.open, address):
            self.say(f"opened in your browser: {address}")
        else:
            await self._copy_link(address)

    async def _copy_link(self, address: str) -> None:
        self.app.copy_to_clipboard(address)
        self.say(f"sent to the terminal's clipboard: {address}")

    async def action_copy(self) -> None:
        """Copy the sentence of the figure under the cursor, with its source."""
        view = await self.current()
        if view is not None:
            self.app.copy_to_clipboard(quotation(view))
            self.say(f"sent to the terminal's clipboard: the sentence with {called(view.figure)}, and its source")

    async def action_progress(self) -> None:
        """Show how far the review is."""
        from tui.screens.progress import ProgressScreen

        tallies = await self.attempt(self.link.read("tallies", jobs.count))
        if tallies is not None and self.top.progress is not None:
            await self.app.push_screen(ProgressScreen(self.link.path.name, self.top.progress, tallies))

    async def action_export(self) -> None:
        """Ask for the file and write the verdict table."""
        from tui.screens.export import ExportScreen

        await self.app.push_screen(ExportScreen(self.link.path, self.state.filter, self._write_export))

    async def _write_export(self, wish: Export) -> str | None:
        try:
            rows, told = await asyncio.to_thread(jobs.export, self.link.path, self.link.reviewer, wish)
        except ReviewError as error:
            return str(error)
        self.say(" · ".join([f"{rows:,} {'figure' if rows == 1 else 'figures'} written to {wish.out}", *told]))
        return None

    def action_suspend(self) -> None:
        """Go back to the shell until fg."""
        self.app.action_suspend_process()

    def keep_place_unseen(self) -> None:
        """Have the place stored while everything ends, without waiting for it."""
        desk = replace(self.state, figure_id=self.figure_id())
        if desk != self.state:
            self.link.write_unseen(lambda review: review.save_desk(desk))

    def say_problems(self) -> None:
        """Say what is wrong with the files of settings, if anything is."""
        if self.problems:
            self.message.complain(summed_up(self.problems))

    def can_open_link(self) -> bool:
        """Whether there is a figure to have links."""
        return self.has_figure()

    def can_copy(self) -> bool:
        """Whether there is a figure to copy."""
        return self.has_figure()

    def can_suspend(self) -> bool:
        """Whether there is a shell to go back to."""
        return not served()


def _links(view: FigureView) -> list[Link]:
    """Give the links of a figure that may be opened: http and https, each once."""
    from tui.screens.open_link import Link

    found = [("article", view.url)]
    for piece in view.evidence:
        found += [("evidence", piece.link), ("archived", piece.archived_link)]
    links: dict[str, Link] = {}
    for of, address in found:
        try:
            checked = checked_link(address or "")
        except ReviewError:
            continue
        links.setdefault(checked, Link(of, checked))
    return list(links.values())
