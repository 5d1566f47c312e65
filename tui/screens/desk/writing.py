"""What a reviewer writes on the desk: notes and evidence."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from tui import jobs
from tui.screens.desk.base import DeskBase
from tui.words import called

if TYPE_CHECKING:
    from db.model import FigureView


def today() -> str:
    """Give today's date here, ISO."""
    return date.today().isoformat()


class Writing(DeskBase):
    """Notes and evidence."""

    async def action_note(self) -> None:
        """Edit the note of the figure under the cursor."""
        view = await self.current()
        if view is not None:
            await self.edit_note(view)

    async def edit_note(self, view: FigureView) -> None:
        """Edit the note of a figure."""
        from tui.screens.note import NoteScreen

        async def save(note: str) -> str | None:
            return await self.store(partial(jobs.set_note, row_id=view.row_id, note=note), "note on", view)

        await self.app.push_screen(NoteScreen(called(view.figure), view.note or "", save))

    async def action_evidence(self) -> None:
        """Ask for what the verdict on the figure under the cursor rests on."""
        from tui.screens.evidence import EvidenceScreen

        view = await self.current()
        if view is None:
            return
        offered = await self.attempt(self.link.read("links", partial(jobs.links_to_offer, own=view.url)))
        words = {"link": "source link for", "document": "document for", "conversation": "conversation for"}

        async def save(source: jobs.Source) -> str | None:
            job = partial(jobs.add_evidence, row_id=view.row_id, source=source)
            return await self.store(job, words[source.kind], view)

        name = called(view.figure)
        await self.app.push_screen(EvidenceScreen(name, view.url, view.evidence, offered or [], today(), save))

    def can_note(self) -> bool:
        """Whether there is a figure to write about."""
        return self.has_figure()

    def can_evidence(self) -> bool:
        """Whether there is a figure to write about."""
        return self.has_figure()
