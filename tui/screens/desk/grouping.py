"""What a reviewer makes of questions on the desk: confirmed, joined, split, named and answered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from db import Review, ReviewError
from tui import jobs
from tui.actions import sign
from tui.question_words import called as question_called
from tui.question_words import counts
from tui.screens.desk.asking import Asking
from tui.words import number_of

if TYPE_CHECKING:
    from db.comparing.beside import Asked
    from db.comparing.listing import QuestionRow

#: From so many figures on it is said that they are being stored.
_MANY = 1000


class Grouping(Asking):
    """Decisions about questions. Whatever it says was done is stored before it says so."""

    async def _asked(self) -> Asked | None:
        """Give the question of the figure under the cursor, as it stands now; says so where there is none."""
        job = partial(jobs.asking.question_of, row_id=self.queue.row_id())
        return await self.attempt(self.link.read("asked", job), self.in_none())

    async def action_confirm_question(self) -> None:
        """Set the suggested question as it stands."""
        asked = await self._asked()
        if asked is None:
            return
        if asked.state == "set":
            self.say(f"{question_called(asked)} is set already")
            return
        if asked.figures >= _MANY:
            self.say(f"storing {asked.figures:,} figures of the question…")
        outcome = await self.attempt(self.link.write(partial(jobs.asking.confirm, question=asked.uid)))
        if outcome is not None:
            await self.take(outcome, f"confirmed the question {question_called(asked)} · {sign('undo')} undoes")

    async def action_join(self) -> None:
        """Ask for the question that what is marked, else the figure under the cursor, answers."""
        from tui.screens.join import JoinScreen

        target = self.target()

        async def find(typed: str) -> Sequence[QuestionRow]:
            job: Callable[[Review], list[QuestionRow]] = partial(jobs.asking.questions_near, row_ids=target.row_ids)
            if typed.strip():
                job = partial(jobs.asking.questions_titled, typed=typed)
            return await self.attempt(self.link.read("titled", job)) or []

        async def join(question: str | None, title: str) -> str | None:
            job = partial(
                jobs.asking.join, row_ids=target.row_ids, question=question, title=None if question else title
            )
            return await self._store(job, f"joined to “{title}”: {target.name}")

        await self.app.push_screen(JoinScreen(target.name, find, join))

    async def action_split(self) -> None:
        """Take what is marked, else the figure under the cursor, out of its question."""
        asked, target = await self._asked(), self.target()
        if asked is None:
            return
        job = partial(jobs.asking.in_question, row_ids=target.row_ids, question=asked.row_id)
        there = await self.attempt(self.link.read("members", job))
        if not there:
            self.say(f"nothing of what is marked is in {question_called(asked)}")
            return
        outcome = await self.attempt(self.link.write(partial(jobs.asking.split, row_ids=there, question=asked.uid)))
        if outcome is not None:
            name = target.name if len(there) == len(target.row_ids) else number_of(len(there), "marked figure")
            self.unmark()
            await self.take(outcome, f"split off {question_called(asked)}: {name} · {sign('undo')} undoes")

    async def action_rename(self) -> None:
        """Ask what the question is to be called."""
        from tui.screens.rename import RenameScreen

        asked = await self._asked()
        if asked is None:
            return
        uid = asked.uid

        async def save(title: str) -> str | None:
            return await self._store(partial(jobs.asking.rename, question=uid, title=title), f"renamed to “{title}”")

        await self.app.push_screen(RenameScreen(asked.title, counts(asked), save))

    async def action_answer(self) -> None:
        """Ask for the answer to the question."""
        from tui.screens.answer import AnswerScreen

        asked = await self._asked()
        if asked is None:
            return
        uid = asked.uid
        own = next((answer for answer in asked.answers if answer.reviewer == self.link.reviewer), None)
        others = [answer for answer in asked.answers if answer is not own]

        async def save(given: jobs.asking.Answered) -> str | None:
            return await self._store(
                partial(jobs.asking.answer, question=uid, given=given), f"answered “{asked.title}”"
            )

        await self.app.push_screen(AnswerScreen(asked.title, counts(asked), own, others, save))

    async def _store(self, job: Callable[[Review], jobs.Outcome], said: str) -> str | None:
        """Store what a dialog holds; gives what went wrong, for the dialog to say."""
        try:
            outcome = await self.link.write(job)
        except ReviewError as error:
            return str(error)
        self.unmark()
        await self.take(outcome, f"{said} · {sign('undo')} undoes")
        return None

    # What can be done

    def can_join(self) -> bool:
        """Whether there is a figure to put into a question."""
        return self.has_figure()

    def can_split(self) -> bool:
        """Whether a figure is in a question, or it is not known yet."""
        return self._may_be_asked()

    def can_rename(self) -> bool:
        """Whether there is a question to rename."""
        return self._may_be_asked()

    def can_answer(self) -> bool:
        """Whether there is a question to answer."""
        return self._may_be_asked()

    def can_confirm_question(self) -> bool:
        """Whether there is a suggested question, or it is not known yet."""
        asked = self._seen_question()
        return self._may_be_asked() and (asked is None or asked.state == "suggested")
