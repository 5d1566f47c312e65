"""The desk in terminals of all sizes."""

from pathlib import Path

import pytest

from tests.tui.driving import article, desk, details, opened, queue, shown, until, until_shown
from tui.app import Desk

SIZES = [(80, 24), (60, 20), (40, 10), (80, 10), (20, 6), (1, 1)]


@pytest.mark.parametrize("size", SIZES)
async def test_every_key_works_at_every_size(review_path: Path, size: tuple[int, int]) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=size) as pilot:
        await until(pilot, lambda: queue(app).ids)
        for keys in ("j k G g w j w j q enter j q", "m b x w c d u", "n escape s escape question_mark j q Z Z"):
            await pilot.press(*keys.split())
        for keys in ("S j G q", "E ctrl+t ctrl+a escape", "o j escape", "colon a down pagedown escape", "Y"):
            await pilot.press(*keys.split())
        for keys in (
            "J K L escape p escape equals_sign w j G escape equals_sign escape",
            "ampersand x escape y R A number_sign",
        ):
            await pilot.press(*keys.split())
        await pilot.press("question_mark", "slash", "m", "escape", "q")
        await until(pilot, lambda: app.screen is desk(app))
        assert app.is_running


async def test_eighty_columns_show_all_three_panes(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        assert all(pane.is_on_screen for pane in (queue(app), article(app), details(app)))
        assert article(app).size.width >= 40 and queue(app).size.height >= 10
        for key in ("c confirm", "m misreport", "n note", "s source", "u undo", "? help", "q quit"):
            assert key in shown(app)


async def test_a_narrow_terminal_shows_one_pane_at_a_time(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=(60, 14)) as pilot:
        await until(pilot, lambda: ">6,000" in shown(app))
        assert "lost power" not in shown(app)
        await pilot.press("enter")
        await until(pilot, lambda: "lost power" in shown(app) and "Queue" not in shown(app))
        await pilot.press("w")
        await until(pilot, lambda: "the grid operator" in shown(app) and "lost power" not in shown(app))
        await pilot.press("q")
        await until(pilot, lambda: "Queue" in shown(app))


async def test_a_terminal_that_changes_its_size_keeps_the_place(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=(160, 50)) as pilot:
        await opened(pilot)
        await pilot.press("j", "j")
        for size in ((60, 12), (80, 24), (200, 60)):
            await pilot.resize_terminal(*size)
            await until_shown(pilot, "barges")
        assert queue(app).cursor == 2


@pytest.mark.parametrize("theme", ["figcheck-dark", "figcheck-light", "nord", "textual-ansi", "no such theme"])
async def test_other_themes_work(review_path: Path, theme: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEXTUAL_THEME", theme)
    async with (app := Desk(review_path, "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        assert app.theme == (theme if theme in app.available_themes else "figcheck-dark")
