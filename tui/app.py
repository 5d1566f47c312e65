"""The Textual application: colours, keys, signals, leaving, crashing, the last gate for text; and the desk in it."""

import asyncio
import gc
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from rich.text import Text
from textual.app import App
from textual.filter import LineFilter
from textual.screen import Screen

from db import ReviewError
from tui.actions import REBOUND, sign
from tui.console import Refused, need_terminal, note, terminal_there
from tui.keys import read_keys, textual_keymap
from tui.link import Link
from tui.safe import Backstop
from tui.screens.desk import DeskScreen
from tui.settings import read_settings, settings_path
from tui.themes import DEFAULTS, THEMES, theme_name

T = TypeVar("T")

#: The classes that the stylesheet fits the screens by: from so many cells on, this one.
WIDTHS = [(0, "-narrow"), (70, "-medium"), (108, "-wide")]
HEIGHTS = [(0, "-low"), (18, "-short"), (32, "-tall"), (44, "-high")]

#: The styles that the first rows of the desk do not need: to read them takes some milliseconds.
_DIALOG_STYLES = Path(__file__).with_name("dialogs.tcss")

#: Seconds between two looks at whether the terminal is still there.
_TERMINAL_POLL = 2.0


class Figcheck(App[T]):
    """What every screen of figcheck runs in; `problems` are lines about files of settings, to be shown at start."""

    CSS_PATH = "desk.tcss"
    TITLE = "figcheck"
    ENABLE_COMMAND_PALETTE = False

    def __init__(self) -> None:
        self._backstop = Backstop()
        keymap, problems = read_keys()
        REBOUND.set(keymap)
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS, self.VERTICAL_BREAKPOINTS = WIDTHS, HEIGHTS
        self.set_keymap(textual_keymap(keymap))
        for theme in THEMES:
            self.register_theme(theme)
        self.problems = [*problems, *self._take_theme()]

    def _take_theme(self) -> list[str]:
        """Take the theme that was chosen; gives what is wrong with the choice."""
        settings, problems = read_settings()
        # Textual has taken the name from the variable, but not the colours: it knew no theme of figcheck then.
        self.set_reactive(Figcheck.theme, "textual-dark")
        wanted = [theme_name(name) for name in (os.environ.get("TEXTUAL_THEME", ""), settings.theme)]
        known = [name for name in wanted if name in self.available_themes]
        self.theme = known[0] if known else THEMES[0].name
        if settings.theme and not known:
            problems.append(f"{settings_path().name}: there is no theme {settings.theme}")
        return problems

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give other themes the colours that only figcheck's own define."""
        return DEFAULTS

    def refresh_css(self, animate: bool = True) -> None:
        """Take the colours of the theme; before there is a screen, without reading the styles once for nothing."""
        if self.screen_stack:
            super().refresh_css(animate=animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())

    def add_dialog_styles(self) -> None:
        """Read the styles of dialogs; those of one that is on the screen already are put right."""
        if not self.stylesheet.has_source(str(_DIALOG_STYLES)):
            self.stylesheet.read(_DIALOG_STYLES)
            self.stylesheet.parse()
            if len(self.screen_stack) > 1:
                self.refresh_css(animate=False)

    def size_classes(self) -> list[str]:
        """Give the classes that fit a screen to the present size, for the first one: else it is laid out twice."""
        fitting = ((WIDTHS, self.size.width), (HEIGHTS, self.size.height))
        return [max((least, name) for least, name in names if size >= least)[1] for names, size in fitting]

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Put the last gate behind the filters of Textual."""
        return [*super().get_line_filters(), self._backstop]

    def on_mount(self) -> None:
        """Leave in good order when the terminal closes or the process is asked to end."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(number, self._asked_to_end, number)
        if terminal_there():
            self.set_interval(_TERMINAL_POLL, self._look_for_terminal)

    def _look_for_terminal(self) -> None:
        """Leave when the terminal is gone: not every one that goes sends a signal, and reading from none never ends."""
        if not terminal_there():
            self._asked_to_end(signal.SIGHUP)

    def on_unmount(self) -> None:
        """Give the signals back."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            loop.remove_signal_handler(number)

    def _asked_to_end(self, number: signal.Signals) -> None:
        self.run_worker(self.leave(128 + number), exclusive=True)

    async def action_quit(self) -> None:
        """Quit."""
        await self.leave(0)

    async def leave(self, code: int) -> None:
        """Leave with this exit code."""
        self.exit(return_code=code)

    def action_help_quit(self) -> None:
        """Answer ctrl+c: here it does not quit."""

    def _fatal_error(self) -> None:
        """Replace Textual's account of a crash, which prints local variables and so article text, by one line."""
        from tui.crash import write_log

        error = sys.exc_info()[1] or self._exception
        self.panic(Text(f"figcheck: {write_log(error)}"))


class Desk(Figcheck[None]):
    """The desk on one review; `link` is the thread in which it is open, a new one if none is given.

    Where it is `remembered`, it is put on the list of the start screen.
    """

    def __init__(self, review_path: Path, reviewer: str, link: Link | None = None, *, remembered: bool = False) -> None:
        self.link = link or Link(review_path, reviewer)
        self._remembered = remembered
        super().__init__()
        self._desk = DeskScreen(self.link)
        self._desk.problems = self.problems

    def get_default_screen(self) -> Screen[None]:
        """Start with the desk."""
        self._desk.add_class(*self.size_classes(), update=False)
        return self._desk

    def on_ready(self) -> None:
        """Do what the first rows need not wait for: read the other styles, put the review on the list."""
        self.add_dialog_styles()
        if self._remembered:
            from tui.recent import remember

            self.run_worker(asyncio.to_thread(remember, self.link.path))

    def on_unmount(self) -> None:
        """Close the review after the last write; a closed browser gives no other moment to keep the place."""
        self._desk.keep_place_unseen()
        self.link.close()

    async def leave(self, code: int) -> None:
        """Store the place, then leave."""
        await self._desk.keep_place()
        await super().leave(code)

    def action_help_quit(self) -> None:
        """Answer ctrl+c: here it does not quit."""
        self._desk.say(f"{sign('quit')} quits")

    def _fatal_error(self) -> None:
        """Keep the place, so that the review opens there again."""
        self._desk.keep_place_unseen()
        super()._fatal_error()


def run_desk(path: Path, reviewer: str, *, remembered: bool = True, link: Link | None = None) -> int:
    """Open the desk on a review; gives the exit code. What prevents it is said in one line on standard error.

    The review is put on the list of the start screen, unless it is not to be `remembered`. `link` is one that has the
    review open already.
    """
    try:
        need_terminal()
    except Refused as refused:
        note(str(refused))
        return refused.code
    app = Desk(path, reviewer, link, remembered=remembered)
    try:
        app.link.wait_open()
        gc.freeze()  # what was loaded stays: looking for garbage among it would only keep keys waiting
        app.run()
    except ReviewError as error:
        note(str(error))
        return 1
    finally:
        app.link.close()
    return app.return_code or 0
