"""What of the review is in the queue, in which order, and what is searched for there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from tui import jobs
from tui.actions import sign
from tui.screens.desk.base import DeskBase

if TYPE_CHECKING:
    from db.query import Completion, QueryError

#: How long values are looked for while a query is written, in seconds.
_VALUES = 0.1


class Filtering(DeskBase):
    """Filter, order and search; each reviewer's are kept in the file."""

    #: What was searched for last.
    _hits: jobs.Hits | None = None

    async def action_filter(self) -> None:
        """Ask for a filter."""
        from tui.screens.filter import FilterScreen

        await self.app.push_screen(FilterScreen(self.state.filter, self._complete, self._filter))

    async def action_search(self) -> None:
        """Ask for words, and go to the first figure that has them."""
        from tui.screens.filter import SearchScreen

        words = self._hits.words if self._hits else ""
        await self.app.push_screen(SearchScreen(words, self._complete, self._search, self._filter))

    async def action_next_hit(self, step: int) -> None:
        """Go to the next (step 1) or previous (-1) figure that has the words searched for, round and round."""
        if self._hits is None:
            await self.action_search()
        else:
            await self._go_to_hit(self._hits, step)

    async def action_sort(self) -> None:
        """Sort in the next of the orders."""
        from db.query import ORDERS, following

        sort = following(self.state.sort)
        if await self._show_as(self.state.filter, sort):
            self.say("sorted: " + next(order.label for order in ORDERS if order.name == sort))

    async def glance(self) -> None:
        """Show what another program has changed; a queue that is filtered or sorted keeps its figures until refresh."""
        before = self.top.progress
        job = partial(jobs.glance, row_ids=self.queue.near())
        glance = await self.attempt(self.link.read("glance", job))
        if glance is None:
            return
        self.version, self.top.progress = glance.version, glance.progress
        self.queue.take_rows(glance.rows)
        if before is None or glance.adds_up_to(before):
            await self.look(afresh=True)
        elif self.state.filter or self.state.sort:
            await self.look(afresh=True)
            self.say(f"figures came or went · {sign('refresh')} reads the queue again")
        else:
            await self.reload()

    async def _complete(self, text: str, cursor: int) -> Sequence[Completion]:
        """Give what could stand at the cursor of a query."""
        job = partial(jobs.complete, text=text, cursor=cursor, seconds=_VALUES)
        return await self.attempt(self.link.read("values", job)) or []

    async def _filter(self, text: str) -> QueryError | None:
        """Show only what fits a query, or say what is wrong with it; an empty one shows everything."""
        error = _wrong_with(text)
        if error is not None:
            return error
        if not await self._show_as(text.strip(), self.state.sort):
            return None
        if text.strip() and not self.queue.ids and not self.queue.searching:
            self.say(f"no figure fits · {sign('filter')} changes the filter, an empty one shows everything")
        else:
            self.say(f"filtered · {sign('filter')} and an empty line show everything" if text.strip() else "no filter")
        return None

    async def _search(self, words: str) -> QueryError | None:
        """Go to the next figure of the queue that fits a query, or say what is wrong with it."""
        error = _wrong_with(words)
        if error is not None:
            return error
        self._hits = None
        if words.strip():
            self.say("searching…")
            self.run_worker(self._find_hits(words.strip()), group="hits", exclusive=True)
        return None

    async def _find_hits(self, words: str) -> None:
        """Look for all hits, a little at a time, so that keys are carried out in between; then go to the next."""
        job = partial(jobs.begin_hits, desk=self.state, words=words)
        hits = await self.attempt(self.link.read("hits", job))
        while hits is not None and not hits.done:
            if await self.attempt(self.link.read("hits", hits.step)) is None:
                return
        if hits is not None:
            self._hits = hits
            await self._go_to_hit(hits)

    async def _go_to_hit(self, hits: jobs.Hits, step: int = 1) -> None:
        job = partial(jobs.find_hit, hits=hits, ids=self.queue.ids, place=self.queue.cursor, step=step)
        hit = await self.attempt(self.link.read("hit", job), f"not found in the queue as it is shown: {hits.words}")
        if hit is not None:
            self.queue.cursor = hit.place
            self.say(f"{hit.number:,} of {len(hits.ids):,} with {hits.words} · {sign('next_hit')} goes to the next")

    async def _show_as(self, wanted: str, sort: str) -> bool:
        if not await self.show_as(replace(self.state, filter=wanted, sort=sort, figure_id=self.figure_id())):
            return False
        desk = self.state
        self.link.write_unseen(lambda review: review.save_desk(desk))
        return True


def _wrong_with(query: str) -> QueryError | None:
    """Give what is wrong with a query."""
    from db.query import QueryError, parse

    try:
        parse(query)
    except QueryError as error:
        return error
    return None
