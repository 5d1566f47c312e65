"""The start screen: the reviews opened last, and the ways to others."""

import asyncio
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from db import ReviewError
from db.model import Progress
from tui.actions import bindings, sign
from tui.bars import bar
from tui.recent import Recent, forget, recents
from tui.safe import one_line
from tui.screens.help import HelpScreen
from tui.screens.path import PathScreen
from tui.screens.sources import SourcesScreen
from tui.settings import summed_up
from tui.widgets.lines import KeyLine, MessageLine
from tui.widgets.menu import Menu

#: Cells of the name of a review, and of the bar that shows how far it is.
_NAME, _BAR = 28, 16

_WELCOME = (
    "Nothing has been opened yet.\n\n"
    "A review is one file: texts, the figures found in them, your verdicts and sources.\n"
)


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen at start: a review to open, or (None) the demo."""

    path: Path | None


class StartScreen(Screen[None]):
    """Lists the reviews opened last; what is chosen becomes the result of the app."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("start")

    def __init__(self, reviewer: str, problems: list[str]) -> None:
        super().__init__()
        self._reviewer = reviewer
        self._problems = problems
        self._recents: list[Recent] = []
        self._said: dict[Path, Progress | str] = {}
        self.message = MessageLine()

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        title = Content.assemble((" figcheck ", "bold $accent"), ("the figures in news and reports, checked", "$faint"))
        yield Static(title, classes="title")
        frame = Vertical(Menu(), Static(_welcome(), classes="welcome"), classes="recents")
        frame.border_title = Content("Reviews opened last")
        yield frame
        yield self.message
        yield KeyLine()

    def on_mount(self) -> None:
        """List the reviews, then look how far each one is."""
        self._list()
        if self._problems:
            self.message.complain(summed_up(self._problems))
        self.run_worker(self._look(), exclusive=True)

    def _list(self, cursor: int = 0) -> None:
        self._recents = recents()
        self.query_one(Menu).show(list(map(self._line, self._recents)), cursor)
        self.query_one(Menu).display = bool(self._recents)
        self.query_one(".welcome").display = not self._recents
        self.refresh_bindings()

    async def _look(self) -> None:
        for place, recent in enumerate(self._recents):
            if recent.there:
                self._said[recent.path] = await asyncio.to_thread(progress_of, recent.path)
                if place < len(self._recents) and self._recents[place] == recent:
                    self.query_one(Menu).replace(place, self._line(recent))

    def _line(self, recent: Recent) -> Content:
        name = one_line(recent.path.name).truncate(_NAME, ellipsis=True)
        name = name.extend_right(_NAME - name.cell_length).stylize("bold" if recent.there else "$faint")
        said = self._said.get(recent.path) if recent.there else f"gone; {sign('forget_recent')} takes it off the list"
        where = one_line(_folder(recent.path), "$faint")
        if isinstance(said, Progress):
            states = {state: getattr(said, state) for state in ("confirmed", "disputed", "misreported", "dismissed")}
            states |= {"unresolved": said.unresolved, "unreviewed": said.unreviewed}
            done = f" {said.decided:,}/{said.queue:,}".ljust(14)
            return Content.assemble(" ", name, " ", bar(states, _BAR), (done, "bold"), where)
        return Content.assemble(" ", name, " ", one_line(said or "…", "$faint"), "  ", where)

    # Keys

    def action_go(self, steps: int) -> None:
        """Move the cursor."""
        self.query_one(Menu).go(steps)
        self.refresh_bindings()

    async def action_open(self) -> None:
        """Open the review under the cursor."""
        recent = self._recents[self.query_one(Menu).cursor]
        if not recent.path.exists():
            self.message.complain(f"{recent.path.name} is gone · {sign('forget_recent')} takes it off the list")
            return
        problem = await self._open(recent.path)
        if problem:
            self.message.complain(problem)

    @on(Menu.Chosen)
    async def _clicked(self) -> None:
        await self.action_open()

    async def _open(self, path: Path) -> str | None:
        """Leave for a review; gives what prevents it."""
        try:
            await asyncio.to_thread(_check, path, self._reviewer)
        except ReviewError as error:
            return str(error)
        self.app.exit(Choice(path))
        return None

    async def action_open_path(self) -> None:
        """Ask for the path of a review."""
        await self.app.push_screen(PathScreen(self._open))

    async def action_new(self) -> None:
        """Ask for texts and the review that takes them in."""
        await self.app.push_screen(SourcesScreen(self._reviewer, self._open))

    def action_demo(self) -> None:
        """Leave for the demo."""
        self.app.exit(Choice(None))

    def action_forget(self) -> None:
        """Take the review under the cursor off the list."""
        cursor = self.query_one(Menu).cursor
        path = self._recents[cursor].path
        forget(path)
        self._list(cursor)
        self.message.say(f"off the list: {path}" + (" (the file stays)" if path.exists() else ""))

    async def action_help(self) -> None:
        """Show the help."""
        await self.app.push_screen(HelpScreen("start"))

    async def action_quit(self) -> None:
        """Quit."""
        await self.app.action_quit()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done."""
        return action not in ("open", "forget", "go") or bool(self._recents)


def _welcome() -> Content:
    ways = (
        ("new_review", "makes a review of your texts: files, folders or web addresses"),
        ("open_path", "opens a review that is there already"),
        ("open_demo", "shows a demo, which leaves nothing behind"),
    )
    lines = [Content.assemble("\n", (f"{sign(name)}  ", "bold $accent"), does) for name, does in ways]
    return Content.assemble(_WELCOME, *lines)


def progress_of(path: Path) -> Progress | str:
    """Give how far the review at path is, or in a few words why that cannot be said; nothing is written to it."""
    from db import Review
    from db.opening import connect_to_read

    try:
        with Review(path, connect_to_read(path), "start") as review:
            return review.progress()
    except ReviewError:
        return "cannot be read; opening it says why"


def _folder(path: Path) -> str:
    """Give the folder of a review as people write it."""
    try:
        return f"~/{path.parent.relative_to(Path.home())}"
    except (ValueError, RuntimeError):
        return str(path.parent)


def _check(path: Path, reviewer: str) -> None:
    from db import open_review

    open_review(path, reviewer=reviewer).close()
