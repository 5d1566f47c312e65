"""The theme: chosen from the palette, kept in a file, found again."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tui.driving import desk, opened, shown, until, until_shown
from tests.tui.terminal import ROOT
from tui.app import Desk
from tui.settings import Settings, keep_theme, read_settings, settings_path
from tui.themes import LABELS, THEMES, theme_name


def write(text: str) -> None:
    settings_path().parent.mkdir(parents=True, exist_ok=True)
    settings_path().write_text(text)


def test_a_theme_is_kept_and_read_again() -> None:
    keep_theme("figcheck-light")
    assert read_settings() == (Settings("figcheck-light"), [])
    keep_theme("nord")
    assert read_settings() == (Settings("nord"), [])
    assert settings_path().read_text().count("theme") == 1


def test_what_else_is_in_the_file_stays() -> None:
    write("# mine\n[later]\nx = 1\n")
    keep_theme("nord")
    assert settings_path().read_text() == 'theme = "nord"\n# mine\n[later]\nx = 1\n'
    assert read_settings()[0] == Settings("nord")


@pytest.mark.parametrize("text", ["theme = ", "theme = 3", 'colour = "red"'])
def test_what_is_wrong_with_the_file_is_said_in_one_line(text: str) -> None:
    write(text)
    settings, problems = read_settings()
    assert settings == Settings() and len(problems) == 1 and "\n" not in problems[0]


def test_a_theme_may_be_called_by_its_short_name() -> None:
    assert theme_name("light") == "figcheck-light" and theme_name("nord") == "nord"
    assert set(LABELS) == {theme.name for theme in THEMES}


async def test_the_theme_is_chosen_in_the_palette_and_there_the_next_time(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("colon", *"theme light")
        await until_shown(pilot, "theme        light")
        await pilot.press("enter")
        await until(pilot, lambda: app.theme == "figcheck-light" and "theme: light; kept in" in shown(app))
        assert app.screen is desk(app)
    assert Desk(review_path, "ana").theme == "figcheck-light"


async def test_a_theme_that_cannot_be_kept_is_said(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        settings_path().parent.parent.mkdir(parents=True, exist_ok=True)
        settings_path().parent.write_text("a file where the folder should be")
        await pilot.press("colon", *"high contrast", "enter")
        await until(pilot, lambda: "the theme is not kept" in shown(app))
        assert app.theme == "figcheck-contrast"


async def test_an_unknown_theme_is_said_at_start(review_path: Path) -> None:
    write('theme = "gloomy"')
    async with (app := Desk(review_path, "ana")).run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "there is no theme gloomy")
        assert app.theme == THEMES[0].name


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_every_theme_shows_every_screen(review_path: Path, theme: str) -> None:
    write(f'theme = "{theme}"')
    async with (app := Desk(review_path, "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        for keys in ("question_mark q", "S q", "colon escape", "E escape", "o q", "m escape", "n escape"):
            for key in keys.split():
                await pilot.press(key)
            await until(pilot, lambda: app.screen is desk(app))


# Textual looks at the variable when it is loaded, so this takes a process of its own.
_SHOWN = """
import asyncio, pathlib, sys
from tests.tui.terminal import ROOT
from tui.app import Desk

async def show() -> None:
    app = Desk(pathlib.Path(sys.argv[1]), "ana")
    async with app.run_test():
        print(app.theme, app.screen.styles.background.hex)

asyncio.run(show())
"""


@pytest.mark.parametrize("name", ["figcheck-dark", "dark", "light"])
def test_the_theme_that_the_variable_names_has_its_own_colours(review_path: Path, name: str) -> None:
    own = next(theme for theme in THEMES if theme.name == theme_name(name))
    environment = {**os.environ, "TEXTUAL_THEME": name}
    command = [sys.executable, "-c", _SHOWN, str(review_path)]
    done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.split() == [own.name, str(own.background).upper()]
