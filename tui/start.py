"""figcheck without arguments: the start screen, then what was chosen there."""

from textual.screen import Screen

from tui.actions import sign
from tui.app import Figcheck, run_desk
from tui.screens.start import Choice, StartScreen


class Start(Figcheck[Choice]):
    """Shows the start screen; its result is what was chosen, None where nothing was."""

    def __init__(self, reviewer: str) -> None:
        super().__init__()
        self._start = StartScreen(reviewer, self.problems)

    def get_default_screen(self) -> Screen[None]:
        """Start with the start screen."""
        self.add_dialog_styles()
        self._start.add_class(*self.size_classes(), update=False)
        return self._start

    def action_help_quit(self) -> None:
        """Answer ctrl+c: here it does not quit."""
        self._start.message.say(f"{sign('leave_start')} quits")


def run_start(reviewer: str) -> int:
    """Show the start screen and then the desk on what was chosen; gives the exit code."""
    app = Start(reviewer)
    choice = app.run()
    if choice is None:
        return app.return_code or 0
    if choice.path is None:
        from tui.commands.demo import run_demo

        return run_demo(reviewer)
    return run_desk(choice.path, reviewer)
