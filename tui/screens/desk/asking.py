"""Questions on the desk: walked through, listed and looked at."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.timer import Timer

from tui import jobs
from tui.action_table import ASK
from tui.actions import KeyAction, sign
from tui.question_words import called as question_called
from tui.question_words import counts
from tui.screens.desk.tagging import Tagging
from tui.widgets.queue_messages import TagsWanted
from tui.words import number_of

if TYPE_CHECKING:
    from db.comparing.beside import Asked
    from db.comparing.listing import Listing, QuestionRow

#: Actions that leave figures, their values and their questions as they were.
_PLAIN = ("decide", "note", "evidence", "tag")
#: So many figures of one action are compared again at most: to wait for more of them would hold up the next key.
_AGAIN = 1000
#: Seconds of quiet after which the questions of the rows on the screen are read.
_QUIET = 0.045


class Asking(Tagging):
    """The ways to questions, and what is kept of them until they change."""

    #: The list of questions as it was made last; None once it may be another.
    _listing: Listing | None = None
    #: The version of the file for which it was made.
    _listed_for = 0
    #: The question that was gone to last, from which the next one is counted where a figure stands in none.
    _walked: int | None = None

    #: The version of the file for which the questions of the queue's rows were read, None once they may be others.
    _tagged_for: int | None = 0
    _wanting: Timer | None = None

    # The queue's own

    @on(TagsWanted)
    def _want_tags(self) -> None:
        """Read which questions the rows on the screen answer, once they stay there."""
        if self._wanting is not None:
            self._wanting.stop()
        self._wanting = self.set_timer(_QUIET, self._read_tags)

    async def _read_tags(self) -> None:
        anew, version = self._tagged_for != self.version, self.version
        wanted = list(self.queue.near()) if anew else self.queue.untagged()
        if not wanted:
            return
        tags = await self.attempt(self.link.read("question tags", partial(jobs.asking.question_tags, row_ids=wanted)))
        if tags is not None:
            self._tagged_for = version
            self.queue.take_tags(tags, anew=anew)

    async def look(self, *, afresh: bool = False) -> None:
        """Show the figure under the cursor, and the questions of the rows around it if they may be others."""
        await super().look(afresh=afresh)
        if self._tagged_for != self.version:
            self._want_tags()

    # Going there

    async def action_question(self, step: int) -> None:
        """Go to the first figure of the next or previous question that the queue holds."""
        listing = await self._all_questions()
        if listing is None:
            return
        here = await self.attempt(self.link.read("asked", partial(jobs.asking.question_of, row_id=self.queue.row_id())))
        start = here.row_id if here else self._walked
        whole = not self.state.filter
        walk = jobs.asking.Walk(listing, start, step, self.queue.ids, whole=whole)
        done = await self.attempt(self.link.read("walk", walk.go))
        while done is False:
            done = await self.attempt(self.link.read("walk", walk.go))
        if done and walk.stop is None:
            self.say("no other question has a figure in the queue as it is shown")
        elif done and walk.stop is not None:
            stop = walk.stop
            self._walked = stop.asked.row_id
            self.queue.cursor = stop.place
            self.say(f"question {stop.number:,} of {len(listing.ids):,}: {stop.asked.title} · {counts(stop.asked)}")

    async def _all_questions(self) -> Listing | None:
        """Give the list of questions; None where there are none, which is said, or where it cannot be made."""
        listing = await self._list_questions()
        if listing is not None and not listing.ids:
            self.say("no two figures answer one question here; figcheck compare looks for them")
            return None
        return listing

    async def _list_questions(self) -> Listing | None:
        """Make the list of questions unless it is known, a little at a time."""
        if self._listing is not None and self._listed_for == self.version:
            return self._listing
        version = self.version
        listing = await self.attempt(self.link.read("listing", jobs.asking.begin_listing))
        while listing is not None and not listing.done:
            job = partial(jobs.asking.go_on_listing, listing=listing)
            if await self.attempt(self.link.read("listing", job)) is None:
                return None
        self._listing, self._listed_for = listing, version
        return listing

    async def action_questions(self) -> None:
        """List all questions, to go to one."""
        from tui.screens.questions import QuestionsScreen

        listing = await self._all_questions()
        if listing is None:
            return

        async def find(typed: str) -> jobs.asking.Found | None:
            job = partial(jobs.asking.questions_found, listing=listing, typed=typed)
            return await self.attempt(self.link.read("titled", job))

        first = await find("")
        here = await self.attempt(self.link.read("asked", partial(jobs.asking.question_of, row_id=self.queue.row_id())))
        if first is not None:
            current = here.row_id if here else self._walked
            await self.app.push_screen(QuestionsScreen(first, current, find, self.go_to_question))

    async def go_to_question(self, row: QuestionRow) -> None:
        """Go to the first figure of a question, if the queue has one."""
        job = partial(jobs.asking.place_of_question, question=row.row_id, ids=self.queue.ids)
        place = await self.attempt(self.link.read("place", job))
        if place is None:
            self.message.complain(
                f"“{row.title}” has no figure in the queue as it is shown; {sign('filter')} changes the filter"
            )
            return
        self._walked = row.row_id
        self.queue.cursor = place
        self.panes.bring_forward("queue")
        self.say(f"“{row.title}” · {number_of(row.figures, 'mention')}")

    async def action_rivalled(self, step: int) -> None:
        """Go to the next or previous figure with a conflict or a sign."""
        job = partial(jobs.find_rivalled, ids=self.queue.ids, place=self.queue.cursor, step=step)
        nothing = "no other figure of the queue has a conflict or a sign"
        place = await self.attempt(self.link.read("rivalled", job), nothing)
        if place is not None:
            self.queue.cursor = place

    # Looking

    def action_drift(self) -> None:
        """Draw the rivals over time, or on a ladder again; where they are out of sight, bring them in."""
        panes = self.panes
        panes.rivals.turn()
        if not panes.rivals.is_on_screen:
            panes.bring_forward("rivals")
        over = "over time: each origin a line, its values as of when" if panes.rivals.over_time else "on a ladder"
        self.say(f"the rivals {over}")

    async def action_origins(self) -> None:
        """Show where the figures of the question come from."""
        from tui.screens.origins import OriginsScreen

        row_id = self.queue.row_id()
        job = partial(jobs.asking.origins_of, row_id=row_id)
        found = await self.attempt(self.link.read("origins", job), self.in_none())
        if found is not None:
            await self.app.push_screen(OriginsScreen(row_id, found))

    def in_none(self) -> str:
        """Say that the figure under the cursor is in no question, and what puts it in one."""
        return f"{self.called()} is in no question · {sign('join')} puts it in one"

    # What has changed

    async def take(self, outcome: jobs.Outcome, message: str, state: str | None = None) -> None:
        """Show what an action has changed; where that bears on questions, compare those again."""
        changed = outcome.action.kind not in _PLAIN
        if changed:
            self.neighbourhood(anew=True)
            self._listing = self._tagged_for = None
        await super().take(outcome, message, state)
        if changed and outcome.action.row_ids:
            self.run_worker(self._compare_again(outcome.action.row_ids[:_AGAIN]), group="again")

    async def _compare_again(self, row_ids: Sequence[int]) -> None:
        job = partial(jobs.asking.compare_again, row_ids=row_ids, known=self.neighbourhood())
        if await self.attempt(self.link.write(job)):
            self._tagged_for = None
            await self.look()

    # What can be done

    def why_not(self, action: KeyAction) -> str:
        """Say why an action cannot be done at present; of a question, which one there is or how to get one."""
        asked = self._seen_question()
        if self.has_figure() and action.name == "confirm_question" and asked is not None:
            return f"{question_called(asked)} is set already"
        return self.in_none() if self.has_figure() and action.group == ASK else super().why_not(action)

    def can_drift(self) -> bool:
        """Whether there is a figure with its rivals."""
        return self.has_figure()

    def can_origins(self) -> bool:
        """Whether there is a question."""
        return self._may_be_asked()

    def can_question(self, step: int) -> bool:
        """Whether there is a figure to begin at."""
        return self.has_figure()

    def can_rivalled(self, step: int) -> bool:
        """Whether there is a figure to begin at."""
        return self.has_figure()

    def _may_be_asked(self) -> bool:
        seen = self.panes.beside
        alone = seen is not None and seen.asked is None and seen.rivals.row_id == self.queue.row_id()
        return self.has_figure() and not alone

    def _seen_question(self) -> Asked | None:
        """Give the question of the figure under the cursor where it is on the screen already."""
        seen = self.panes.beside
        return seen.asked if seen is not None and seen.rivals.row_id == self.queue.row_id() else None
