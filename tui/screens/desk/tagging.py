"""Marks for work on many figures at once, and tags in the file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from db import ReviewError
from db.model import LATER
from tui import jobs
from tui.actions import sign
from tui.screens.desk.moving import Moving
from tui.words import number_of


@dataclass(frozen=True, slots=True)
class Target:
    """What a verdict key acts on: figures, and what they are called in messages."""

    row_ids: tuple[int, ...]
    name: str


class Tagging(Moving):
    """Marks are of the desk: they are kept until they are used, and never stored. Tags are of the file."""

    def target(self) -> Target:
        """Give what is marked or in the open range; where nothing is, the figure under the cursor."""
        queue = self.queue
        marked = queue.marks.chosen(queue.ids, queue.cursor)
        if queue.marks.any() and marked:
            return Target(tuple(sorted(marked)), number_of(len(marked), "marked figure"))
        return Target((queue.row_id(),), self.called())

    def unmark(self) -> None:
        """Take all marks away."""
        if self.queue.marks.any():
            self.queue.marks.clear()
            self._show_marks()

    def action_mark(self) -> None:
        """Mark the figure under the cursor or take its mark away, and go on to the next; ends an open range."""
        queue = self.queue
        if queue.marks.begun is not None:
            self.action_mark_range()
            return
        queue.marks.toggle(queue.row_id())
        queue.go("down")
        self._show_marks()

    def action_unmark_all(self) -> None:
        """Take all marks away."""
        self.unmark()
        self.say("nothing is marked")

    def action_mark_range(self) -> None:
        """Begin a range at the cursor; the second time, mark what lies in it."""
        queue = self.queue
        if queue.marks.begun is None:
            queue.marks.begun = queue.cursor
            keys = f"{sign('mark_range')} marks it · {sign('back', -1)} leaves it"
            self.say(f"a range begins here: move on, then a verdict key judges it · {keys}")
        else:
            queue.marks.close_range(queue.ids, queue.cursor)
            self.say(f"{number_of(len(queue.marks), 'figure')} marked: verdict keys act on what is marked")
        self._show_marks()

    def action_back(self) -> None:
        """Leave an open range; else go back to the queue."""
        if self.queue.marks.begun is None:
            super().action_back()
        else:
            self.queue.marks.begun = None
            self.say("no range")
            self._show_marks()

    async def action_later(self) -> None:
        """Put off what is marked, else the figure under the cursor; or, if it is put off, do so no longer."""
        target = self.target()
        tagged = await self.attempt(self._toggle_tag(target, LATER))
        if tagged is not None:
            self.unmark()
            said = f"put off until later: {target.name}" if tagged.on else f"no longer put off: {target.name}"
            await self.take(tagged.outcome, f"{said} · {sign('undo')} undoes")

    async def action_tags(self) -> None:
        """Ask for a query that marks figures, or for a tag."""
        from db.sources import tags_used
        from tui.screens.tag import TagScreen

        target = self.target()
        known = await self.attempt(self.link.read("tags", tags_used))
        await self.app.push_screen(TagScreen(target.name, known or [], self._mark_matching, partial(self._tag, target)))

    async def _mark_matching(self, query: str) -> str | None:
        """Mark the figures of the queue that fit a query; gives what is wrong with it."""
        try:
            found = await self.link.read("matching", partial(jobs.matching, query=query))
        except ReviewError as error:
            return str(error)
        here = (found or set()).intersection(self.queue.ids)
        if not here:
            return "no figure of the queue fits"
        self.queue.marks.add(here)
        marked = number_of(len(self.queue.marks), "figure")
        self.say(f"{marked} marked: verdict keys act on what is marked · {sign('unmark_all')} takes the marks away")
        self._show_marks()
        return None

    async def _tag(self, target: Target, tag: str) -> str | None:
        """Put a tag on figures, or take it off; gives what went wrong."""
        try:
            tagged = await self._toggle_tag(target, tag)
        except ReviewError as error:
            return str(error)
        said = f"tagged {tag}" if tagged.on else f"no longer tagged {tag}"
        await self.take(tagged.outcome, f"{said}: {target.name} · {sign('undo')} undoes")
        return None

    async def _toggle_tag(self, target: Target, tag: str) -> jobs.TagOutcome:
        what = partial(jobs.toggle_tag, row_ids=target.row_ids, tag=tag)
        return await self.link.write(partial(what, ids=self.queue.ids, place=self.queue.cursor))

    def _show_marks(self) -> None:
        self.queue.show_marks()
        self.refresh_bindings()

    def can_mark(self) -> bool:
        """Whether there is a figure to mark."""
        return self.has_figure()

    def can_mark_range(self) -> bool:
        """Whether there is a figure to mark."""
        return self.has_figure()

    def can_unmark_all(self) -> bool:
        """Whether anything is marked."""
        return self.queue.marks.any()

    def can_back(self) -> bool:
        """Leave a range, or go back from anywhere but the queue."""
        return self.queue.marks.begun is not None or super().can_back()

    def can_later(self) -> bool:
        """Whether there is a figure to put off."""
        return self.has_figure()

    def can_tags(self) -> bool:
        """Whether there is a figure to tag."""
        return self.has_figure()
