"""What a reviewer writes on the desk: notes and evidence."""

from functools import partial

from db.model import FigureView
from tui import jobs
from tui.screens.desk.base import DeskBase
from tui.screens.evidence import EvidenceScreen
from tui.screens.note import NoteScreen
from tui.words import called


class Writing(DeskBase):
    """Notes and evidence."""

    async def action_note(self) -> None:
        """Edit the note of the figure under the cursor."""
        view = await self.current()
        if view is not None:
            await self._edit_note(view)

    async def _edit_note(self, view: FigureView) -> None:
        async def save(note: str) -> str | None:
            return await self.store(partial(jobs.set_note, row_id=view.row_id, note=note), "note on", view)

        await self.app.push_screen(NoteScreen(called(view.figure), view.note or "", save))

    async def action_evidence(self) -> None:
        """Ask for a source link of the figure under the cursor."""
        view = await self.current()
        if view is None:
            return

        async def save(link: str, stance: str) -> str | None:
            job = partial(jobs.add_evidence, row_id=view.row_id, link=link, stance=stance)
            return await self.store(job, "source link for", view)

        await self.app.push_screen(EvidenceScreen(called(view.figure), view.url, view.evidence, save))

    def can_note(self) -> bool:
        """Whether there is a figure to write about."""
        return self.has_figure()

    def can_evidence(self) -> bool:
        """Whether there is a figure to write about."""
        return self.has_figure()
