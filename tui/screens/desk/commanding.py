"""The palette of the desk: every action of the table, the themes, and jumps to questions, documents and figures."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual.actions import parse
from textual.content import Content

from tui import jobs
from tui.actions import KeyAction, key_signs, of
from tui.safe import one_line
from tui.screens.desk.asking import Asking
from tui.themes import LABELS
from tui.words import SHAPES, called, value

if TYPE_CHECKING:
    from db.comparing.listing import QuestionRow
    from db.model import QueueRow
    from db.titles import Title
    from tui.screens.palette import Entry

#: Cells before the words of a line: for the keys, or what kind of thing it is.
_LEFT = 13
#: So many documents and questions are offered.
_DOCUMENTS, _QUESTIONS = 8, 5


class Commanding(Asking):
    """What the palette offers."""

    async def action_palette(self) -> None:
        """Open the palette."""
        from tui.screens.palette import PaletteScreen

        titles = await self.attempt(self.link.read("titles", jobs.list_documents)) or []
        names = [" ".join(part for part in (t.title, t.publisher, t.name) if part) for t in titles]
        commands = [*map(self._of_action, self._actions()), *map(self._of_theme, LABELS)]
        await self.app.push_screen(PaletteScreen(commands, partial(self._jumps, titles, names)))

    def _actions(self) -> list[KeyAction]:
        return [action for action in of("desk") if action.name != "palette"]

    def _of_action(self, action: KeyAction) -> Entry:
        from tui.screens.palette import Entry

        keys = " ".join(key_signs(action)).ljust(_LEFT)
        offered = self._can(action)
        line = Content.assemble((keys, "bold $text-accent"), (action.help, "" if offered else "$fainter"))
        return Entry(f"{action.help} {action.label} {action.name}", line, partial(self._run_action, action))

    def _can(self, action: KeyAction) -> bool:
        _, name, parameters = parse(action.call)
        return bool(self.check_action(name, parameters))

    async def _run_action(self, action: KeyAction) -> None:
        if not await self.app.run_action(action.call, self):
            self.message.complain(self.why_not(action))

    def _of_theme(self, name: str) -> Entry:
        from tui.screens.palette import Entry

        label = LABELS[name]
        line = Content.assemble(("theme".ljust(_LEFT), "$faint"), label)
        return Entry(f"theme colours {label}", line, partial(self._choose_theme, name))

    async def _choose_theme(self, name: str) -> None:
        from tui.settings import keep_theme, settings_path

        self.app.theme = name
        try:
            keep_theme(name)
        except OSError as error:
            self.message.complain(f"the theme is not kept: {settings_path()}: {error.strerror or error}")
        else:
            self.say(f"theme: {LABELS[name]}; kept in {settings_path()}")

    async def _jumps(self, titles: Sequence[Title], names: Sequence[str], typed: str) -> list[Entry]:
        from tui.matching import best

        documents = [self._of_document(titles[place]) for place in best(typed, names, _DOCUMENTS)]
        job = partial(jobs.find_figures, typed=typed, all_figures=self.state.show_all)
        rows = await self.attempt(self.link.read("jumps", job)) or []
        titled = partial(jobs.asking.questions_titled, typed=typed, limit=_QUESTIONS)
        asking = await self.attempt(self.link.read("asking", titled))
        return [*map(self._of_question, asking or []), *documents, *map(self._of_figure, rows)]

    def _of_question(self, row: QuestionRow) -> Entry:
        from tui.question_lines import short_line
        from tui.screens.palette import Entry

        line = Content.assemble(("question".ljust(_LEFT), "$faint"), short_line(row))
        return Entry("", line, partial(self.go_to_question, row))

    def _of_document(self, title: Title) -> Entry:
        from tui.screens.palette import Entry

        called = Content(" · ").join(one_line(part) for part in (title.title or title.name, title.publisher) if part)
        line = Content.assemble(("document".ljust(_LEFT), "$faint"), called)
        return Entry("", line, partial(self._go_to_document, title))

    def _of_figure(self, row: QueueRow) -> Entry:
        from tui.screens.palette import Entry

        said = one_line(f"{value(row)} {row.noun or ''} · {row.publisher} · {row.figure_id}")
        line = Content.assemble(("figure".ljust(_LEFT), "$faint"), SHAPES[row.state], " ", said)
        return Entry("", line, partial(self._go_to_figure, row))

    async def _go_to_document(self, title: Title) -> None:
        job = partial(jobs.place_of_document, document_id=title.document_id, ids=self.queue.ids)
        place = await self.attempt(self.link.read("place", job))
        name = title.title or title.name
        if place is None and not self.queue.searching:
            text = await self.attempt(self.link.read("text", partial(jobs.text_of, document_id=title.document_id)))
            if text is not None:
                self.panes.show_text(text)
                self.say(f"no figure of {name} is in the queue as it is shown; this is its text")
        else:
            self._go_to(place, name)

    async def _go_to_figure(self, row: QueueRow) -> None:
        job = partial(jobs.place_of_figure, row_id=row.row_id, ids=self.queue.ids)
        self._go_to(await self.attempt(self.link.read("place", job)), called(row))

    def _go_to(self, place: int | None, name: str) -> None:
        if place is None:
            self.message.complain(self.not_there(name))
            return
        self.queue.cursor = place
        self.panes.bring_forward("queue")
