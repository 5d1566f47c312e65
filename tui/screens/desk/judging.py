"""The desk's verdicts: given, taken back, done again."""

from functools import partial

from tui import jobs
from tui.screens.choice import DismissPanel, ReasonPanel
from tui.screens.desk.writing import Writing
from tui.words import called, reason_label


class Judging(Writing):
    """Verdicts. Whatever it says was done is stored in the file before it says so."""

    async def action_judge(self, verdict: str, reason: str | None = None) -> None:
        """Give the figure under the cursor a verdict, then go on to the next unreviewed one."""
        queue, name = self.queue, self.called()
        what = partial(jobs.judge, row_id=queue.row_id(), verdict=verdict, reason=reason)
        outcome = await self.attempt(self.link.write(partial(what, ids=queue.ids, place=queue.cursor)))
        if outcome is not None:
            because = f" ({reason_label(reason)})" if reason else ""
            done = "" if outcome.progress.unreviewed else " · nothing is left unreviewed"
            await self.take(outcome, f"{verdict} {name}{because} · u undoes{done}", verdict)

    async def action_misreport(self) -> None:
        """Ask for the reason, then judge; "other" opens the note, where it is to be said."""

        async def chosen(reason: str) -> None:
            view = await self.current()
            await self.action_judge("misreported", reason)
            if reason == "other" and view is not None:
                await self._edit_note(view)

        await self.app.push_screen(ReasonPanel(self.called(), chosen))

    async def action_set_aside(self) -> None:
        """Ask why the figure is dismissed, then judge."""
        await self.app.push_screen(DismissPanel(self.called(), partial(self.action_judge, "dismissed")))

    async def action_undo(self) -> None:
        """Take back the reviewer's last action and go where it was."""
        await self._reverse(redo=False)

    async def action_redo(self) -> None:
        """Do again what was undone."""
        await self._reverse(redo=True)

    async def _reverse(self, *, redo: bool) -> None:
        nothing = "nothing to redo" if redo else "nothing to undo"
        job = partial(jobs.reverse, ids=self.queue.ids, redo=redo)
        outcome = await self.attempt(self.link.write(job), nothing)
        if outcome is not None:
            names = f" · {called(outcome.rows[0])}" if len(outcome.rows) == 1 else ""
            await self.take(outcome, outcome.action.label + names)

    def can_judge(self, verdict: str, reason: str | None = None) -> bool:
        """Whether there is a figure to judge; only a judged one can be taken back."""
        row = self.queue.row()
        return row is not None and (verdict != "unreviewed" or row.state != "unreviewed")

    def can_misreport(self) -> bool:
        """Whether there is a figure to judge."""
        return self.has_figure()

    def can_set_aside(self) -> bool:
        """Whether there is a figure to judge."""
        return self.has_figure()
