"""Screens as text: what stands on the screen, character by character, compared with a file in goldens/."""

import os
import re
from html import unescape
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from tests.tui.driving import shown

#: The sizes at which screens are kept, columns and lines.
SIZES = ((80, 24), (120, 40), (160, 50))

_FOLDER = Path(__file__).parent / "goldens"


#: The text elements of a picture of the screen, with the line they stand in, and how many of its units a cell is wide.
_TEXT = re.compile(r'<text[^>]*? x="([\d.]+)"[^>]*? clip-path="url\(#[^)]*-line-(\d+)\)"[^>]*>(.*?)</text>', re.DOTALL)
_CELL = 12.2


def check_golden(pilot: Pilot[Any], name: str, of: str | None = None) -> None:
    """Compare the screen with the golden of this name and the screen's size; FIGCHECK_GOLDENS=write makes it anew.

    `of` is the selector of a widget: then only the part of the screen that it takes is compared.
    """
    size = pilot.app.size
    path = _FOLDER / f"{name}-{size.width}x{size.height}.txt"
    lines = shown(pilot.app).split("\n") if of is None else _part(pilot, of)
    screen = "\n".join(line.rstrip() for line in lines) + "\n"
    if os.environ.get("FIGCHECK_GOLDENS") == "write":
        path.parent.mkdir(exist_ok=True)
        path.write_text(screen, "utf-8")
    assert path.is_file(), f"there is no golden {path.name}: make it with FIGCHECK_GOLDENS=write and look at it"
    assert screen == path.read_text("utf-8")


def _part(pilot: Pilot[Any], selector: str) -> list[str]:
    """Give the lines of the screen inside a widget's region, of characters one cell wide."""
    lines = [""] * pilot.app.size.height
    for x, line, text in _TEXT.findall(pilot.app.export_screenshot(simplify=True)):
        place = int(line)
        lines[place] = lines[place].ljust(round(float(x) / _CELL)) + unescape(text).replace("\xa0", " ")
    region = pilot.app.screen.query_one(selector).region
    return [line[region.x : region.right] for line in lines[region.y : region.bottom]]
