"""What the tests of the desk share: reviews to open, and a way to wait for what is on the screen."""

import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import patch

from rich.console import Console
from textual.pilot import Pilot

from db import open_review
from db.model import FigureView, QueueRow
from tests.factories import sample
from tui.app import Desk, Figcheck
from tui.screens.desk import DeskScreen
from tui.widgets.article import ArticleView
from tui.widgets.details import DetailsPane
from tui.widgets.queue import QueueList
from tui.widgets.rivals import RivalsPane

PATIENCE = 20.0


def make_review(path: Path, documents: int = 2) -> Path:
    """Make a review of sample documents, each with three figures in the queue and one that is not checkable."""
    with open_review(path, reviewer="ana", create=True) as review:
        for number in range(1, documents + 1):
            review.add(*sample(number))
    return path


async def until(pilot: Pilot[Any], condition: Callable[[], object]) -> None:
    """Wait until a condition holds; fail after a while."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, f"waited in vain for it\n{shown(pilot.app)}"
        await pilot.pause(0.01)


async def until_shown(pilot: Pilot[Any], *texts: str) -> None:
    """Wait until all of these stand on the screen."""

    def all_shown() -> bool:
        screen = shown(pilot.app)
        return all(text in screen for text in texts)

    await until(pilot, all_shown)


async def opened(pilot: Pilot[None]) -> None:
    """Wait until the desk shows its queue."""
    await until(pilot, lambda: re.search(r"figures left|nothing is left|no figures", shown(pilot.app)))
    if queue(pilot.app).ids:
        await until(pilot, lambda: details(pilot.app).row_id == rivals(pilot.app).row_id == queue(pilot.app).row_id())
        await until(pilot, lambda: re.search("read as|written", shown(pilot.app)) or pilot.app.size.height < 18)


def shown(app: object) -> str:
    """Give the characters on the screen, line by line."""
    assert isinstance(app, Figcheck)
    # The text alone takes a fifth of the time that the picture takes.
    with patch.object(Console, "export_svg", lambda console, **_: console.export_text()):
        return app.export_screenshot(simplify=True)


def queue(app: object) -> QueueList:
    return desk(app).panes.queue


def article(app: object) -> ArticleView:
    return desk(app).panes.article


def details(app: object) -> DetailsPane:
    return desk(app).panes.details


def rivals(app: object) -> RivalsPane:
    return desk(app).panes.rivals


def desk(app: object) -> DeskScreen:
    assert isinstance(app, Desk)
    screen = app.screen_stack[0]
    assert isinstance(screen, DeskScreen)
    return screen


def rows(path: Path) -> list[QueueRow]:
    """Give the queue as it stands in the file."""
    with open_review(path, reviewer="ana") as review:
        return review.rows(review.queue())


def figure(path: Path, place: int) -> FigureView:
    """Give a figure of the queue as it stands in the file."""
    with open_review(path, reviewer="ana") as review:
        return review.figure(review.queue()[place])


def states(path: Path) -> list[str]:
    return [row.state for row in rows(path)]
