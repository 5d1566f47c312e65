"""The desk's verdicts: given to one figure, to those marked or to those that say the same; taken back, done again."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial

from tui import jobs
from tui.actions import sign
from tui.screens.desk.tagging import Tagging
from tui.screens.desk.writing import Writing
from tui.words import because, called

#: From so many figures on it is said that they are being stored.
_MANY = 1000


class Judging(Writing, Tagging):
    """Verdicts. Whatever it says was done is stored in the file before it says so."""

    #: The last verdict given, with its reason.
    _last: tuple[str, str | None] | None = None

    async def action_judge(self, verdict: str, reason: str | None = None) -> None:
        """Give what is marked, else the figure under the cursor, a verdict; then go on to the next unreviewed one."""
        queue, target = self.queue, self.target()
        if len(target.row_ids) >= _MANY:
            self.say(f"storing {len(target.row_ids):,} verdicts…")
        what = partial(jobs.judge, row_ids=target.row_ids, verdict=verdict, reason=reason)
        outcome = await self.attempt(self.link.write(partial(what, ids=queue.ids, place=queue.cursor)))
        if outcome is not None:
            self.unmark()
            await self._judged(outcome, target.name, verdict, reason)

    async def action_judge_alike(self, verdict: str, reason: str | None = None) -> None:
        """Give the same verdict to every figure of the queue that says the same as the one under the cursor."""
        queue, name = self.queue, self.called()
        if queue.marks.any():
            keys = " ".join(map(sign, ("confirm", "dispute", "misreport", "dismiss")))
            self.say(f"some figures are marked: {keys} judge those; {sign('unmark_all')} takes the marks away")
            return
        what = partial(jobs.judge_alike, row_id=queue.row_id(), verdict=verdict, reason=reason)
        alike = await self.attempt(self.link.write(partial(what, ids=queue.ids, place=queue.cursor)))
        if alike is not None:
            count = len(alike.outcome.action.row_ids)
            named = f"{count:,} × {name}" if count > 1 else f"{name}, the only one that says so"
            left = f" · {alike.left:,} decided otherwise before" if alike.left else ""
            await self._judged(alike.outcome, named, verdict, reason, left)

    async def _judged(self, outcome: jobs.Outcome, name: str, verdict: str, reason: str | None, more: str = "") -> None:
        if verdict != "unreviewed":
            self._last = verdict, reason
        differs = any(row.state == "unresolved" for row in outcome.rows)
        differ = f" · reviewers differ, {sign('settle')} settles it" if differs else ""
        done = "" if outcome.progress.unreviewed else " · nothing is left unreviewed"
        await self.take(
            outcome, f"{verdict} {name}{because(reason)} · {sign('undo')} undoes{more}{differ}{done}", verdict
        )

    async def action_misreport(self) -> None:
        """Ask for the reason, then judge; "other" opens the note, where it is to be said."""
        await self._ask_reason(self.target().name, self.action_judge)

    async def action_misreport_alike(self) -> None:
        """Ask for the reason, then judge every figure that says the same."""
        await self._ask_reason(f"all {self.called()}", self.action_judge_alike)

    async def _ask_reason(self, name: str, judge: Callable[[str, str], Awaitable[None]]) -> None:
        from tui.screens.choice import ReasonPanel

        async def chosen(reason: str) -> None:
            view = await self.current()
            marked = self.queue.marks.any()
            await judge("misreported", reason)
            if reason == "other" and view is not None and not marked:
                await self.edit_note(view)

        await self.app.push_screen(ReasonPanel(name, chosen))

    async def action_set_aside(self) -> None:
        """Ask why the figure is dismissed, then judge."""
        from tui.screens.choice import DismissPanel

        await self.app.push_screen(DismissPanel(self.target().name, partial(self.action_judge, "dismissed")))

    async def action_repeat(self) -> None:
        """Give the last verdict again, with its reason."""
        if self._last is None:
            self.say("there is no verdict to repeat yet")
        else:
            await self.action_judge(*self._last)

    async def action_settle(self) -> None:
        """Ask how a figure on which reviewers differ is settled for all of them."""
        from tui.screens.choice import DismissPanel, ReasonPanel, SettlePanel

        view, said = await self.current(), self.said
        if view is None or said is None or not said.differs:
            self.say("reviewers do not differ on this figure")
            return
        name = called(view.figure)
        settle = partial(self._settle, view.row_id, name)

        async def chosen(verdict: str) -> None:
            if verdict == "misreported":
                await self.app.push_screen(ReasonPanel(name, partial(settle, verdict)))
            elif verdict == "dismissed":
                await self.app.push_screen(DismissPanel(name, partial(settle, verdict)))
            else:
                await settle(verdict)

        await self.app.push_screen(SettlePanel(name, chosen, said))

    async def _settle(self, row_id: int, name: str, verdict: str, reason: str | None = None) -> None:
        what = partial(jobs.settle, row_id=row_id, verdict=verdict, reason=reason)
        outcome = await self.attempt(self.link.write(partial(what, ids=self.queue.ids, place=self.queue.cursor)))
        if outcome is not None:
            how = "opened again" if verdict == "unreviewed" else f"settled as {verdict}{because(reason)}"
            await self.take(outcome, f"{how} for all: {name} · {sign('undo')} undoes", verdict)

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
            if outcome.comes_or_goes:
                await self.reload(outcome.rows[0].figure_id)
            await self.take(outcome, outcome.action.label + names)

    def can_judge(self, verdict: str, reason: str | None = None) -> bool:
        """Whether there is a figure to judge; only a judged one can be taken back."""
        row = self.queue.row()
        if self.queue.marks.any():
            return True
        return row is not None and (verdict != "unreviewed" or row.state != "unreviewed")

    def can_misreport(self) -> bool:
        """Whether there is a figure to judge."""
        return self.has_figure()

    def can_judge_alike(self, verdict: str, reason: str | None = None) -> bool:
        """Whether there is a figure to judge."""
        return self.has_figure()

    def can_misreport_alike(self) -> bool:
        """Whether there is a figure to judge."""
        return self.has_figure()

    def can_set_aside(self) -> bool:
        """Whether there is a figure to judge."""
        return self.has_figure()

    def can_repeat(self) -> bool:
        """Whether there is a figure to judge."""
        return self.has_figure()

    def can_settle(self) -> bool:
        """Whether reviewers differ on the figure under the cursor."""
        row = self.queue.row()
        looked_at = self.view is not None and self.view.row_id == self.queue.row_id()
        differ = looked_at and self.said is not None and self.said.differs
        return row is not None and (row.state == "unresolved" or differ)
