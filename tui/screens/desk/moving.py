"""Getting about on the desk: figures, panes, and what is shown."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from tui import jobs
from tui.screens.desk.base import DeskBase


class Moving(DeskBase):
    """The cursor, the panes, and what of the review is in the queue."""

    def action_go(self, where: str) -> None:
        """Move in the pane in front."""
        self.panes.in_front.go(where)

    async def action_open_figure(self, step: int) -> None:
        """Go to the next or previous unreviewed figure."""
        job = partial(jobs.find_unreviewed, ids=self.queue.ids, place=self.queue.cursor, step=step)
        place = await self.attempt(self.link.read("unreviewed", job))
        if place is not None:
            self.queue.cursor = place

    def action_article(self) -> None:
        """Enter the article."""
        self.panes.bring_forward("article")

    def action_back(self) -> None:
        """Go back to the queue, and to the text of its figure where another one was looked at."""
        self.panes.bring_forward("queue")
        self.follow_soon()

    def action_pane(self) -> None:
        """Go to the next pane."""
        self.panes.bring_next()

    async def action_show_all(self) -> None:
        """Show what is not checkable too, or hide it again."""
        self.state = replace(self.state, show_all=not self.state.show_all, figure_id=self.figure_id())
        await self.reload()
        await self.attempt(self.link.write(lambda review: review.save_desk(self.state)))

    async def action_refresh(self) -> None:
        """Read everything again."""
        await self.reload()
        self.message.say("read again from the file")

    def can_open_figure(self, step: int) -> bool:
        """Whether any figure is left unreviewed."""
        return self.top.progress is not None and self.top.progress.unreviewed > 0

    def can_article(self) -> bool:
        """Enter the article from the queue."""
        return self.has_figure() and self.panes.front == "queue"

    def can_back(self) -> bool:
        """Go back from anywhere but the queue."""
        return self.panes.front != "queue"
