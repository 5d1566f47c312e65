"""The desk: figures are looked at and judged here, one key each."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial
from typing import ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen
from textual.timer import Timer

from db import Review, ReviewError
from db.model import DeskState, FigureView
from tui import jobs
from tui.actions import bindings
from tui.link import Link
from tui.screens.choice import DismissPanel, ReasonPanel
from tui.screens.evidence import EvidenceScreen
from tui.screens.help import HelpScreen
from tui.screens.note import NoteScreen
from tui.widgets.lines import KeyLine, MessageLine, TopLine
from tui.widgets.panes import Panes
from tui.widgets.queue import QueueList
from tui.words import called, greeting, reason_label

T = TypeVar("T")

#: Seconds of quiet after which the article follows the cursor, and after which the place is stored.
QUIET, KEEP_AFTER = 0.03, 1.0

#: Seconds between two looks at whether another program has changed the file.
POLL = 1.0


class DeskScreen(Screen[None]):
    """Where figures are judged. Whatever it says was done is stored in the file before it says so."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("desk")

    def __init__(self, link: Link) -> None:
        super().__init__()
        self._link = link
        self._desk = DeskState()
        self._version = 0
        self._view: FigureView | None = None
        self._following: Timer | None = None
        self._keeping: Timer | None = None
        self._top, self._message = TopLine(link.path.name), MessageLine()
        self._panes = Panes()
        self._queue = self._panes.queue

    def compose(self) -> ComposeResult:
        """Lay the desk out."""
        yield self._top
        yield self._panes
        yield self._message
        yield KeyLine()

    async def on_mount(self) -> None:
        """Open the queue where the reviewer left it."""
        await self._open(jobs.open_queue)
        if self._top.progress is not None:
            self.say(greeting(self._top.progress, self._link.path.name))
        self.set_interval(POLL, self._poll)

    # Reading

    async def _open(self, job: Callable[[Review], jobs.Opening]) -> None:
        opening = await self._attempt(self._link.read("queue", job))
        if opening is not None:
            self._desk, self._version = opening.desk, opening.version
            self._top.progress = opening.progress
            title = "All figures" if opening.desk.show_all else "Queue"
            self._queue.show(opening.ids, opening.place, opening.rows, title=title)
            await self._look(afresh=True)

    async def _look(self, *, afresh: bool = False) -> None:
        """Show the figure under the cursor; its document is read only if it is another one, or `afresh`."""
        row_id = self._queue.row_id()
        self._queue.say_place()
        if not row_id:
            self._view = None
            self._panes.show_nothing()
        else:
            page = self._panes.article.page
            known = page.document.id if page is not None and not afresh else None
            job = partial(jobs.look, row_id=row_id, known_document=known)
            sight = await self._attempt(self._link.read("sight", job))
            if sight is None or row_id != self._queue.row_id():
                return  # the cursor has gone on meanwhile
            self._view = sight.view
            self._panes.show(sight)
        self.refresh_bindings()

    async def _poll(self) -> None:
        """Show what another program has changed in the meantime."""
        try:
            version = await self._link.read("version", Review.data_version)
        except ReviewError:
            return  # busy: the next look will tell
        if version is not None and version != self._version:
            await self._reload()

    async def _reload(self) -> None:
        desk = replace(self._desk, figure_id=self._figure_id())
        await self._open(partial(jobs.open_queue, desk=desk, last=self._queue.cursor))

    async def _attempt(self, work: Awaitable[T | None], nothing: str = "") -> T | None:
        """Wait for what the review gives; None if it refuses, which is said, or has `nothing` to give."""
        try:
            result = await work
        except ReviewError as error:
            self._message.complain(str(error))
            return None
        if result is None and nothing:
            self.say(nothing)
        return result

    @on(QueueList.RowsWanted)
    async def _fetch(self, wanted: QueueList.RowsWanted) -> None:
        rows = await self._attempt(self._link.read("rows", lambda review: review.rows(wanted.row_ids)))
        if rows is not None:
            self._queue.take_rows(rows)
            self.refresh_bindings()

    @on(QueueList.Moved)
    def _follow(self) -> None:
        for timer in (self._following, self._keeping):
            if timer is not None:
                timer.stop()
        self._following = self.set_timer(QUIET, self._look)
        self._keeping = self.set_timer(KEEP_AFTER, self.keep_place)

    def _figure_id(self) -> str | None:
        row = self._queue.row()
        return row.figure_id if row else self._desk.figure_id

    async def keep_place(self) -> None:
        """Store where the cursor stands, unless it is stored already."""
        desk = replace(self._desk, figure_id=self._figure_id())
        if desk != self._desk:
            await self._attempt(self._link.write(lambda review: review.save_desk(desk)))
            self._desk = desk

    def say(self, text: str) -> None:
        """Say something in the message line."""
        self._message.say(text)

    # Verdicts, notes, evidence

    async def action_judge(self, verdict: str, reason: str | None = None) -> None:
        """Give the figure under the cursor a verdict, then go on to the next unreviewed one."""
        queue, name = self._queue, self._called()
        what = partial(jobs.judge, row_id=queue.row_id(), verdict=verdict, reason=reason)
        outcome = await self._attempt(self._link.write(partial(what, ids=queue.ids, place=queue.cursor)))
        if outcome is not None:
            because = f" ({reason_label(reason)})" if reason else ""
            done = "" if outcome.progress.unreviewed else " · nothing is left unreviewed"
            await self._take(outcome, f"{verdict} {name}{because} · u undoes{done}", verdict)

    async def action_misreport(self) -> None:
        """Ask for the reason, then judge; "other" opens the note, where it is to be said."""

        async def chosen(reason: str) -> None:
            view = await self._current()
            await self.action_judge("misreported", reason)
            if reason == "other" and view is not None:
                await self._edit_note(view)

        await self.app.push_screen(ReasonPanel(self._called(), chosen))

    async def action_set_aside(self) -> None:
        """Ask why the figure is dismissed, then judge."""
        await self.app.push_screen(DismissPanel(self._called(), partial(self.action_judge, "dismissed")))

    async def action_undo(self) -> None:
        """Take back the reviewer's last action and go where it was."""
        await self._reverse(redo=False)

    async def action_redo(self) -> None:
        """Do again what was undone."""
        await self._reverse(redo=True)

    async def _reverse(self, *, redo: bool) -> None:
        nothing = "nothing to redo" if redo else "nothing to undo"
        job = partial(jobs.reverse, ids=self._queue.ids, redo=redo)
        outcome = await self._attempt(self._link.write(job), nothing)
        if outcome is not None:
            names = f" · {called(outcome.rows[0])}" if len(outcome.rows) == 1 else ""
            await self._take(outcome, outcome.action.label + names)

    async def action_note(self) -> None:
        """Edit the note of the figure under the cursor."""
        view = await self._current()
        if view is not None:
            await self._edit_note(view)

    async def _edit_note(self, view: FigureView) -> None:
        async def save(note: str) -> str | None:
            return await self._store(partial(jobs.set_note, row_id=view.row_id, note=note), "note on", view)

        await self.app.push_screen(NoteScreen(called(view.figure), view.note or "", save))

    async def action_evidence(self) -> None:
        """Ask for a source link of the figure under the cursor."""
        view = await self._current()
        if view is None:
            return

        async def save(link: str, stance: str) -> str | None:
            job = partial(jobs.add_evidence, row_id=view.row_id, link=link, stance=stance)
            return await self._store(job, "source link for", view)

        await self.app.push_screen(EvidenceScreen(called(view.figure), view.url, view.evidence, save))

    async def _store(self, job: Callable[[Review], jobs.Outcome], what: str, view: FigureView) -> str | None:
        """Store what a dialog holds; gives what went wrong, for the dialog to say."""
        try:
            outcome = await self._link.write(job)
        except ReviewError as error:
            return str(error)
        await self._take(outcome, f"stored: {what} {called(view.figure)} · u undoes")
        return None

    async def _take(self, outcome: jobs.Outcome, message: str, state: str | None = None) -> None:
        """Show what an action has changed, then say so."""
        self._top.progress = outcome.progress
        self._panes.take(outcome)
        await self._look()
        self._message.say(message, state=state)

    async def _current(self) -> FigureView | None:
        if self._view is None or self._view.row_id != self._queue.row_id():
            await self._look()
        return self._view

    def _called(self) -> str:
        row = self._queue.row()
        return called(row) if row else ""

    # Moving, panes, view

    def action_go(self, where: str) -> None:
        """Move in the pane in front."""
        self._panes.front.go(where)

    async def action_open_figure(self, step: int) -> None:
        """Go to the next or previous unreviewed figure."""
        job = partial(jobs.find_unreviewed, ids=self._queue.ids, place=self._queue.cursor, step=step)
        place = await self._attempt(self._link.read("unreviewed", job))
        if place is not None:
            self._queue.cursor = place

    def action_article(self) -> None:
        """Enter the article."""
        self._panes.bring_forward(self._panes.article)

    def action_back(self) -> None:
        """Go back to the queue."""
        self._panes.bring_forward(self._queue)

    def action_pane(self) -> None:
        """Go to the next pane."""
        self._panes.bring_next()

    async def action_show_all(self) -> None:
        """Show what is not checkable too, or hide it again."""
        self._desk = replace(self._desk, show_all=not self._desk.show_all, figure_id=self._figure_id())
        await self._reload()
        await self._attempt(self._link.write(lambda review: review.save_desk(self._desk)))

    async def action_refresh(self) -> None:
        """Read everything again."""
        await self._reload()
        self._message.say("read again from the file")

    async def action_help(self) -> None:
        """Show the help."""
        await self.app.push_screen(HelpScreen())

    async def action_quit(self) -> None:
        """Quit; the place is stored first."""
        await self.app.action_quit()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done."""
        in_queue = self._panes.front is self._queue
        if action in ("judge", "misreport", "set_aside", "note", "evidence", "article"):
            row = self._queue.row()
            if row is None or (action == "article" and not in_queue):
                return False
            return parameters != ("unreviewed",) or row.state != "unreviewed"
        if action == "open_figure":
            return self._top.progress is not None and self._top.progress.unreviewed > 0
        if action in ("back", "quit"):
            return in_queue == (action == "quit")
        return True
