"""Screens as text: what stands on the screen, character by character, compared with a file in goldens/."""

import os
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from tests.tui.driving import shown

#: The sizes at which screens are kept, columns and lines.
SIZES = ((80, 24), (120, 40), (160, 50))

_FOLDER = Path(__file__).parent / "goldens"


def check_golden(pilot: Pilot[Any], name: str, of: str | None = None) -> None:
    """Compare the screen with the golden of this name and the screen's size; FIGCHECK_GOLDENS=write makes it anew.

    `of` is the selector of a widget: then only the part of the screen that it takes, of characters one cell wide, is
    compared.
    """
    size = pilot.app.size
    path = _FOLDER / f"{name}-{size.width}x{size.height}.txt"
    lines = shown(pilot.app).split("\n")
    if of is None:
        # The first line is the title of the window, in its middle.
        lines.insert(0, " " * (size.width // 2 + 1) + pilot.app.title)
    else:
        region = pilot.app.screen.query_one(of).region
        lines = [line[region.x : region.right] for line in lines[region.y : region.bottom]]
    screen = "\n".join(line.rstrip() for line in lines) + "\n"
    if os.environ.get("FIGCHECK_GOLDENS") == "write":
        path.parent.mkdir(exist_ok=True)
        path.write_text(screen, "utf-8")
    assert path.is_file(), f"there is no golden {path.name}: make it with FIGCHECK_GOLDENS=write and look at it"
    assert screen == path.read_text("utf-8")
