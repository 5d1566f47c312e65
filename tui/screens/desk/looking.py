"""Looking around a figure: its rivals, the same figure elsewhere, all its fields, its history."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui import jobs
from tui.screens.desk.base import DeskBase
from tui.words import called

if TYPE_CHECKING:
    from tui.widgets.rivals import RivalsPane


class Looking(DeskBase):
    """What can be seen of a figure beyond its line, its sentence and its facts."""

    def action_rival(self) -> None:
        """Go to the figure under the cursor of the rivals."""
        self.panes.rivals.choose()

    async def on_rivals_pane_chosen(self, chosen: RivalsPane.Chosen) -> None:
        """Go to a rival, if the queue has it; the pane in front stays."""
        job = partial(jobs.place_of_figure, row_id=chosen.row_id, ids=self.queue.ids)
        place = await self.attempt(self.link.read("place", job))
        if place is not None:
            self.queue.cursor = place
            return
        rows = await self.attempt(self.link.read("place", lambda review: review.rows([chosen.row_id])))
        if rows:
            self.message.complain(self.not_there(called(rows[0])))

    async def action_same(self, step: int) -> None:
        """Go to the same figure in the next or previous document of the queue."""
        view = await self.current()
        if view is None:
            return
        job = partial(jobs.find_again, row_id=view.row_id, ids=self.queue.ids, place=self.queue.cursor, step=step)
        noun = view.figure.noun or "a figure without a noun"
        nothing = f"no other document of the queue has {noun}"
        again = await self.attempt(self.link.read("again", job), nothing)
        if again is not None:
            self.queue.cursor = again.place
            what = called(view.figure) if again.equal else f"another number of {noun}"
            self.say(f"{what} · document {again.number:,} of the {again.count:,} that have it")

    async def action_fields(self) -> None:
        """Show every field of the figure under the cursor."""
        from tui.screens.fields import FieldsScreen

        row_id = self.queue.row_id()
        found = await self.attempt(self.link.read("fields", partial(jobs.everything_of, row_id=row_id)))
        if found is not None:
            await self.app.push_screen(FieldsScreen(found))

    async def action_history(self) -> None:
        """Show what was done with the figure under the cursor."""
        from tui.screens.history import HistoryScreen

        row_id, name = self.queue.row_id(), self.called()
        events = await self.attempt(self.link.read("history", partial(jobs.log_of, row_id=row_id)))
        if events is not None:
            await self.app.push_screen(HistoryScreen(name, events))

    def can_rival(self) -> bool:
        """Whether the rivals are in front."""
        return self.has_figure() and self.panes.front == "rivals"

    def can_same(self, step: int) -> bool:
        """Whether there is a figure to look for."""
        return self.has_figure()

    def can_fields(self) -> bool:
        """Whether there is a figure to look at."""
        return self.has_figure()

    def can_history(self) -> bool:
        """Whether there is a figure to look at."""
        return self.has_figure()
