"""The dialog that makes a review of texts, or adds texts to one."""

import asyncio
import threading
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from db import ReviewError
from tui.actions import bindings, hint
from tui.jobs.intake import Stopped, inputs_of, summed_up, take_in
from tui.safe import foreign
from tui.screens.path import expanded
from tui.screens.typing import typed_out

if TYPE_CHECKING:
    from db.model import IntakeReport

#: So many inputs that were left out are named; the others are counted.
_NAMED = 5


class SourcesScreen(ModalScreen[None]):
    """Asks for a review and for texts, takes them in, then opens the review by `then`, which gives what is wrong."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("sources")

    def __init__(self, reviewer: str, then: Callable[[Path], Awaitable[str | None]]) -> None:
        super().__init__()
        self._reviewer = reviewer
        self._then = then
        self._busy = False
        self._stopping = threading.Event()
        self._made: Path | None = None

    def compose(self) -> ComposeResult:
        """Make the dialog."""
        self._review = Input(placeholder="kursk.db", compact=True)
        self._sources = Input(placeholder="articles/*.txt notes.md", compact=True)
        dialog = Vertical(
            Static(Content.styled("the review, made if it is not there", "$faint")),
            self._review,
            Static(Content.styled("the texts: files, folders, web addresses, spaces between", "$faint")),
            self._sources,
            Static(Content(""), classes="how"),
            Static(Content(""), classes="problem"),
            classes="dialog",
        )
        dialog.border_title = Content("A new review")
        dialog.border_subtitle = Content(hint("sources"))
        yield dialog

    def on_mount(self) -> None:
        """Be ready for the review's name."""
        self.set_focus(self._review)

    def action_field(self, step: int) -> None:
        """Go to the other field."""
        self.set_focus(self._sources if self.focused is self._review else self._review)

    async def action_take(self) -> None:
        """Take the texts in and open the review; after failures, only when asked again."""
        if self._busy:
            return
        for field in (self._review, self._sources):
            await typed_out(field)
        if self._made is not None:
            await self._finish(self._made)
            return
        name, typed = self._review.value.strip(), self._sources.value.strip()
        if not name or not typed:
            self._complain(
                "give a name for the review" if not name else "give a file, a folder or an address to take in"
            )
            self.set_focus(self._sources if name else self._review)
            return
        self._complain("")
        self._busy = True
        self.run_worker(self._take(named_as_review(expanded(name)), typed))

    async def _take(self, path: Path, typed: str) -> None:
        try:
            report = await asyncio.to_thread(self._work, path, typed)
        except (ReviewError, Stopped) as error:
            self._busy = False
            self._stopping.clear()
            self._say("")
            self._complain(str(error))
            return
        self._busy = False
        told, failures = summed_up(report)
        self._say(told)
        if not failures:
            await self._finish(path)
            return
        more = f"\nand {len(failures) - _NAMED:,} more" if len(failures) > _NAMED else ""
        lines = Content("\n").join([foreign(line) for line in failures[:_NAMED]])
        if report.added or report.known:
            self._made = path
            more += "\nenter opens the review without them"
        self.query_one(".problem", Static).update(Content.assemble(lines, more))

    def _work(self, path: Path, typed: str) -> "IntakeReport":
        return take_in(path, inputs_of(typed), self._reviewer, self._progress, self._stopping.wait)

    def _progress(self, done: str) -> None:
        if self._stopping.is_set():
            raise Stopped("stopped; what was taken in before is kept")
        self.app.call_from_thread(self._say, done)

    async def _finish(self, path: Path) -> None:
        problem = await self._then(path)
        if problem:
            self._complain(problem)

    def action_cancel(self) -> None:
        """Stop what is running; else close."""
        if self._busy:
            self._stopping.set()
        else:
            self.dismiss()

    def _say(self, text: str) -> None:
        self.query_one(".how", Static).update(foreign(text))

    def _complain(self, text: str) -> None:
        self.query_one(".problem", Static).update(foreign(text))


def named_as_review(path: Path) -> Path:
    """Give a path the ending of a review, if it has none and is not there."""
    return path if path.suffix or path.exists() else path.with_suffix(".db")
