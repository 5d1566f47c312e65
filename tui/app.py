"""The Textual application around the desk: colours, signals, leaving, crashing, and the last gate for text."""

import asyncio
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from rich.text import Text
from textual.app import App
from textual.filter import LineFilter
from textual.screen import Screen

from db import ReviewError
from tui.console import note
from tui.crash import write_log
from tui.link import Link
from tui.safe import Backstop
from tui.screens.desk import DeskScreen
from tui.themes import DEFAULTS, THEMES

#: The classes that the stylesheet fits the desk by: from so many cells on, this one.
WIDTHS = [(0, "-narrow"), (70, "-medium"), (108, "-wide")]
HEIGHTS = [(0, "-low"), (18, "-short"), (32, "-tall"), (44, "-high")]


class Desk(App[None]):
    """The desk on one review; `link` is the thread in which the review is open."""

    CSS_PATH = "desk.tcss"
    TITLE = "figcheck"
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, review_path: Path, reviewer: str) -> None:
        self._backstop = Backstop()
        self.link = Link(review_path, reviewer)
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS, self.VERTICAL_BREAKPOINTS = WIDTHS, HEIGHTS
        for theme in THEMES:
            self.register_theme(theme)
        chosen = os.environ.get("TEXTUAL_THEME", "")
        self.theme = chosen if chosen in self.available_themes else THEMES[0].name
        self._desk = DeskScreen(self.link)

    def get_default_screen(self) -> Screen[None]:
        """Start with the desk."""
        return self._desk

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give other themes the colours that only the desk's own define."""
        return DEFAULTS

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Put the last gate behind the filters of Textual."""
        return [*super().get_line_filters(), self._backstop]

    def on_mount(self) -> None:
        """Leave in good order when the terminal closes or the process is asked to end."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(number, self._asked_to_end, number)

    def on_unmount(self) -> None:
        """Close the review after the last write."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            loop.remove_signal_handler(number)
        self.link.close()

    def _asked_to_end(self, number: signal.Signals) -> None:
        self.run_worker(self._leave(128 + number), exclusive=True)

    async def action_quit(self) -> None:
        """Quit; the place is stored first."""
        await self._leave(0)

    async def _leave(self, code: int) -> None:
        await self._desk.keep_place()
        self.exit(return_code=code)

    def action_help_quit(self) -> None:
        """Answer ctrl+c: here it does not quit."""
        self._desk.say("q quits")

    def _fatal_error(self) -> None:
        """Replace Textual's account of a crash, which prints local variables and so article text, by one line."""
        error = sys.exc_info()[1] or self._exception
        self.panic(Text(f"figcheck: {write_log(error)}"))


def run_desk(path: Path, reviewer: str) -> int:
    """Open the desk on a review; gives the exit code. What prevents it is said in one line on standard error."""
    for name, stream in (("input", sys.__stdin__), ("output", sys.__stdout__), ("error", sys.__stderr__)):
        if stream is None or not stream.isatty():
            note(f"the desk needs a terminal, and standard {name} is none; figcheck list and mark work without")
            return 1
    app = Desk(path, reviewer)
    try:
        app.link.wait_open()
        app.run()
    except ReviewError as error:
        note(str(error))
        return 1
    finally:
        app.link.close()
    return app.return_code or 0
