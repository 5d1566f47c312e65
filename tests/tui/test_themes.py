"""The colours of the themes: text that can be read on everything it stands on."""

import pytest
from textual.color import Color
from textual.theme import Theme

from tui.themes import THEMES

#: What the Web Content Accessibility Guidelines ask for between text and its ground.
LEAST = 4.5
WORDS = ("faint", "accent", "text-success", "text-warning", "text-error", "text-accent", "text-primary")


def light(colour: Color) -> float:
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: Color, other: Color) -> float:
    darker, lighter = sorted((light(one), light(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", [theme for theme in THEMES if not theme.ansi], ids=lambda theme: theme.name)
def test_words_stand_out_from_what_they_stand_on(theme: Theme) -> None:
    colours = theme.to_color_system().generate() | theme.variables
    background, foreground, primary = (Color.parse(colours[name]) for name in ("background", "foreground", "primary"))
    grounds = {name: Color.parse(colours[name]) for name in ("background", "surface", "panel")}
    grounds |= {
        "sentence": background.blend(foreground, 0.10),
        "line under the cursor": background.blend(primary, 0.20),
    }
    low = {}
    for ground, behind in grounds.items():
        for word in WORDS:
            written = Color.parse(colours[word])
            low[word, ground] = contrast(behind.blend(written, written.a), behind)
    for ground in ("background", "surface"):
        low["fainter", ground] = contrast(Color.parse(colours["fainter"]), grounds[ground])
    assert {pair: round(found, 2) for pair, found in low.items() if found < LEAST} == {}
