"""Fields that are typed into: in order with the key that ends them, and opened for looking something up."""

import asyncio

from textual import on
from textual.messages import Prune
from textual.screen import ModalScreen, Screen
from textual.widget import Widget
from textual.widgets import Input


class LooksUp(ModalScreen[None]):
    """A dialog in which workers look up what is typed; what they still look for when it closes is given up."""

    @on(Prune)
    def _give_up(self) -> None:
        # Before the widgets go: the workers of a screen are ended a moment after them, and would miss them.
        self.workers.cancel_node(self)


async def typed_out(field: Widget) -> None:
    """Wait until a field has taken every character that was typed before."""
    done = asyncio.Event()
    if field.call_later(done.set):
        await done.wait()


def open_finder(screen: Screen[None]) -> None:
    """Show the field of a screen in which something on it is looked for, and go there."""
    field = screen.query_one(Input)
    field.display = True
    screen.set_focus(field)


def close_finder(screen: Screen[None], back: Widget | None) -> None:
    """Hide that field, empty, and go `back` to a widget; without it in sight, close the screen."""
    field = screen.query_one(Input)
    if not field.display:
        screen.dismiss()
        return
    field.value = ""
    field.display = False
    screen.set_focus(back)
