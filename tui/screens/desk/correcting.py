"""Putting figures right, and adding those that the extractor missed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from db import ReviewError
from tui import jobs
from tui.actions import sign
from tui.screens.desk.base import DeskBase
from tui.words import called

if TYPE_CHECKING:
    from tui.screens.correct import Given


class Correcting(DeskBase):
    """Corrections and added figures."""

    async def action_correct(self) -> None:
        """Ask for the values of the figure under the cursor."""
        from tui.screens.correct import CorrectScreen

        view = await self.current()
        if view is None:
            return

        async def save(values: Given) -> str | None:
            return await self.store(partial(jobs.correct, row_id=view.row_id, values=values), "correction of", view)

        await self.app.push_screen(CorrectScreen(view, save))

    async def action_add(self) -> None:
        """Ask for a figure that the extractor missed in the document on the screen."""
        from tui.screens.add import AddScreen

        view = await self.current()
        if view is None:
            return
        document_id = view.document_id

        async def find(words: str) -> jobs.Found | None:
            job = partial(jobs.find_missed, document_id=document_id, words=words)
            return await self.attempt(self.link.read("missed", job))

        async def save(place: jobs.Place, values: Given) -> str | None:
            try:
                job = partial(jobs.add_figure, document_id=document_id, place=place, values=values)
                outcome = await self.link.write(job)
            except ReviewError as error:
                return str(error)
            (row,) = outcome.rows
            await self.reload(row.figure_id)
            hidden = "" if self.queue.row_id() == row.row_id else " · the filter hides it"
            await self.take(outcome, f"added {called(row)}{hidden} · {sign('undo')} undoes")
            return None

        name = view.publisher or view.document_name
        await self.app.push_screen(AddScreen(name, view.figure.start, find, save))

    def can_correct(self) -> bool:
        """Whether there is a figure to correct."""
        return self.has_figure()

    def can_add(self) -> bool:
        """Whether there is a document on the screen."""
        return self.has_figure()
