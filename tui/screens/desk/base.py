"""What all parts of the desk share: the review behind it, what is shown of it, and how work on it is asked for."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from textual import events, on
from textual.screen import Screen
from textual.timer import Timer

from db import Review, ReviewError
from db.model import DeskState
from tui import jobs
from tui.actions import KeyAction, key_signs, keys_of, of, sign
from tui.link import Link
from tui.widgets.lines import MessageLine, TopLine
from tui.widgets.panes import Panes
from tui.widgets.queue_messages import Moved, RowsWanted
from tui.words import called

if TYPE_CHECKING:
    from db.model import FigureView

T = TypeVar("T")

#: The name of the work that looks for the rest of the queue.
_REST = "rest"
#: The name of the work that looks for the rivals of a figure.
_BESIDE = "beside"

#: Seconds of quiet after which the article follows the cursor, and after which the place is stored.
QUIET, KEEP_AFTER = 0.03, 1.0


def queue_title(desk: DeskState) -> str:
    """Say what the queue holds: which figures, what they are filtered by, how they are sorted."""
    order = ""
    if desk.sort:
        from db.query import ORDERS

        order = next((order.label for order in ORDERS if order.name == desk.sort), "")
    return " · ".join(part for part in ("All figures" if desk.show_all else "Queue", desk.filter, order) if part)


class DeskBase(Screen[None]):
    """The desk without its actions.

    `view` is the figure looked at, which may be a moment behind the cursor of the queue, and `said` what is said of it;
    `state` is what is kept of the desk in the file; `version` tells whether another program has changed the file since.
    """

    def __init__(self, link: Link) -> None:
        super().__init__()
        self.link = link
        self.state = DeskState()
        self.version = 0
        self.view: FigureView | None = None
        self.said: jobs.Said | None = None
        self._neighbourhood: jobs.Neighbourhood | None = None
        #: Whether the text on the screen may be another one in the file.
        self._stale = False
        #: Set once the first rows and the figure under the cursor are on the screen: what is not needed for them waits.
        self.settled = asyncio.Event()
        self._following: Timer | None = None
        self._keeping: Timer | None = None
        self.top, self.message = TopLine(link.path.name), MessageLine()
        self.panes = Panes()
        self.queue = self.panes.queue

    async def open(self, job: Callable[[Review], jobs.Opening]) -> bool:
        """Show the queue that a job gives, and have the rest of it looked for; tells whether it could be read."""
        opening = await self.attempt(self.link.read("queue", job))
        if opening is None:
            return False
        self.state, self.version = opening.desk, opening.version
        self.top.progress = opening.progress
        title = queue_title(opening.desk)
        self.queue.show(opening.ids, opening.place, opening.rows, title=title, searching=not opening.whole)
        self.workers.cancel_group(self, _REST)
        if not opening.whole:
            self.run_worker(self._find_rest(opening), group=_REST)
        if opening.problem:
            self.message.complain(opening.problem)
        self._stale = True
        if self.panes.complete:
            self.follow_soon()
        return True

    async def _find_rest(self, opening: jobs.Opening) -> None:
        """Look for the rest of the queue, a little at a time, so that keys are carried out in between."""
        await self.settled.wait()
        from tui.jobs.opening import AT_ONCE

        search = opening.search
        if search is None:
            search = await self.attempt(self.link.read("rest", partial(jobs.begin_rest, desk=opening.desk)))
        while search is not None and not search.done:
            if await self.attempt(self.link.read("rest", partial(jobs.go_on, search=search))) is None:
                return
            if not opening.inside and not search.done and len(self.queue.ids) < min(AT_ONCE, len(search.ids)):
                self.queue.show_more(search.ids[:], searching=True)
        if search is not None:
            self.queue.show_more(search.ids, searching=False)

    async def look(self, *, afresh: bool = False) -> None:
        """Show the figure under the cursor; its document is read only if it is another one, or `afresh`."""
        row_id = self.queue.row_id()
        self.queue.say_place()
        if not row_id:
            self.view = None
            self.panes.show_nothing()
        else:
            page, self._stale = self.panes.article.page, afresh or self._stale
            known = page.document.id if page is not None and not self._stale else None
            job = partial(jobs.look, row_id=row_id, known_document=known)
            sight = await self.attempt(self.link.read("sight", job))
            if sight is None or row_id != self.queue.row_id():
                return  # the cursor has gone on meanwhile
            self.view, self.said, self._stale = sight.view, sight.said, False
            self.panes.show(sight)
            # A function, not its coroutine: what is overtaken before it begins leaves nothing behind.
            beside: Callable[[], Awaitable[None]] = partial(self._look_beside, row_id)
            self.run_worker(beside, group=_BESIDE, exclusive=True)
        self.refresh_bindings()

    def neighbourhood(self, *, anew: bool = False) -> jobs.Neighbourhood:
        """Give what is kept of the figures beside those looked at; `anew` where they have changed."""
        if self._neighbourhood is None or anew:
            self._neighbourhood = jobs.Neighbourhood()
        return self._neighbourhood

    async def _look_beside(self, row_id: int) -> None:
        """Show the rivals of the figure under the cursor, once it stays there."""
        known = self.neighbourhood()
        seen = await self.attempt(self.link.read("rivals", partial(jobs.beside, row_id=row_id, known=known)))
        while seen is not None and row_id == self.queue.row_id():
            self.panes.show_rivals(seen)
            if seen.related:
                return
            seen = await self.attempt(self.link.read("rivals", partial(jobs.relate, seen=seen, known=known)))

    async def reload(self, figure_id: str | None = None) -> None:
        """Read the queue again and stay at the figure under the cursor, or go to the one given."""
        await self.show_as(replace(self.state, figure_id=figure_id or self.figure_id()))

    async def show_as(self, desk: DeskState) -> bool:
        """Read the queue as it is wanted; tells whether it could be read, else everything stays as it is."""
        return await self.open(partial(jobs.open_queue, desk=desk, last=self.queue.cursor))

    async def attempt(self, work: Awaitable[T | None], nothing: str = "") -> T | None:
        """Wait for what the review gives; None if it refuses, which is said, or has `nothing` to give."""
        try:
            result = await work
        except ReviewError as error:
            self.message.complain(str(error))
            return None
        if result is None and nothing:
            self.say(nothing)
        return result

    @on(RowsWanted)
    async def _fetch(self, wanted: RowsWanted) -> None:
        rows = await self.attempt(self.link.read("rows", lambda review: review.rows(wanted.row_ids)))
        if rows is not None:
            self.queue.take_rows(rows)
            self.refresh_bindings()

    @on(Moved)
    def _follow(self) -> None:
        self.follow_soon()
        if self._keeping is not None:
            self._keeping.stop()
        self._keeping = self.set_timer(KEEP_AFTER, self.keep_place)

    def follow_soon(self) -> None:
        """Look at the figure under the cursor once it has been quiet: what a key changes is painted before."""
        if self._following is not None:
            self._following.stop()
        self._following = self.set_timer(QUIET, self.look)

    def figure_id(self) -> str | None:
        """Give the id of the figure under the cursor, or where the desk was left while that is not known."""
        row = self.queue.row()
        return row.figure_id if row else self.state.figure_id

    async def keep_place(self) -> None:
        """Store where the cursor stands, unless it is stored already."""
        desk = replace(self.state, figure_id=self.figure_id())
        if desk != self.state:
            await self.attempt(self.link.write(lambda review: review.save_desk(desk)))
            self.state = desk

    def say(self, text: str) -> None:
        """Say something in the message line."""
        self.message.say(text)

    async def take(self, outcome: jobs.Outcome, message: str, state: str | None = None) -> None:
        """Show what an action has changed, and say so; the article and what stands below it follow."""
        self.top.progress = outcome.progress
        self.panes.take(outcome)
        self.message.say(message, state=state)
        self.view = None  # it is of before
        self.follow_soon()

    async def store(self, job: Callable[[Review], jobs.Outcome], what: str, view: FigureView) -> str | None:
        """Store what a dialog holds; gives what went wrong, for the dialog to say."""
        try:
            outcome = await self.link.write(job)
        except ReviewError as error:
            return str(error)
        await self.take(outcome, f"stored: {what} {called(view.figure)} · {sign('undo')} undoes")
        return None

    async def current(self) -> FigureView | None:
        """Give the figure under the cursor, read now if another one was looked at; None in an empty queue."""
        if self.view is None or self.view.row_id != self.queue.row_id() or self._stale:
            await self.look()
        return self.view

    def not_there(self, name: str) -> str:
        """Say why what is called so cannot be gone to in the queue."""
        if self.queue.searching:
            return f"{name} is not found yet: the rest of the queue is still looked for"
        shows = f"{sign('show_all')} shows what is not checkable, {sign('filter')} changes the filter"
        return f"{name} is not in the queue as it is shown; {shows}"

    def called(self) -> str:
        """Give what the figure under the cursor is called in messages."""
        row = self.queue.row()
        return called(row) if row else ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done: an action `x` may have a method `can_x`, given what the action is given."""
        can = getattr(self, f"can_{action}", None)
        return True if can is None else bool(can(*parameters))

    def on_key(self, event: events.Key) -> None:
        """Say why a key of the desk does nothing at present: only such a one comes here."""
        meant = [action for action in of("desk") if event.key in keys_of(action) and action.name != "back"]
        if meant:
            event.stop()
            self.say(self.why_not(meant[0]))

    def why_not(self, action: KeyAction) -> str:
        """Say why an action cannot be done at present."""
        if not self.has_figure():
            none = "the figure is not read yet" if self.queue.ids else "there is no figure here"
            return f"{none} · {key_signs(action)[0]}: {action.help}"
        return f"{key_signs(action)[0]} has nothing to do here: {action.help}"

    def has_figure(self) -> bool:
        """Whether there is a figure under the cursor."""
        return self.queue.row() is not None
