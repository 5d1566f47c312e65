"""The command palette."""

from pathlib import Path

import pytest

from db import open_review
from seeds import document_from_text
from tests.tui.driving import desk, opened, queue, shown, states, until, until_shown
from tests.tui.goldens import SIZES, check_golden
from tui.actions import key_signs, of
from tui.app import Desk
from tui.matching import best
from tui.screens.palette import PaletteScreen
from tui.widgets.menu import Menu


async def test_every_action_is_there_with_its_key(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=(160, 120)) as pilot:
        await opened(pilot)
        await pilot.press("ctrl+p")
        await until(pilot, lambda: isinstance(app.screen, PaletteScreen))
        lines = shown(app).replace("▌", " ").splitlines()
        for action in of("desk"):
            signs = " ".join(key_signs(action))
            if action.name != "palette":
                assert any(f" {signs} " in line and action.help[:40] in line for line in lines), action.name


async def test_an_action_is_found_by_its_words_and_run(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("colon", *"dispute", "enter")
        await until(pilot, lambda: "disputed >6,000 homes" in shown(app))
        assert app.screen is desk(app)
    assert states(review_path)[0] == "disputed"


async def test_an_action_that_opens_a_dialog_opens_it(review_path: Path) -> None:
    async with Desk(review_path, "ana").run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("colon", *"misreported: then", "enter")
        await until_shown(pilot, "✕ misreported, because:")


async def test_what_cannot_be_done_now_is_said(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("colon", *"back to unreviewed", "enter")
        await until(pilot, lambda: "r has nothing to do here: back to unreviewed" in shown(app))


async def test_typing_slips_are_forgiven(review_path: Path) -> None:
    async with Desk(review_path, "ana").run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("colon", *"shwo not checkabel")
        await until_shown(pilot, "show or hide what is not checkable")


async def test_a_document_is_gone_to_by_its_title(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("colon", *"storm 2")
        await until_shown(pilot, "document     Storm 2 · Harbour Post 2")
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is desk(app) and queue(app).cursor == 3)


@pytest.mark.parametrize("typed", ["residents left", "id"])
async def test_a_figure_is_gone_to_by_words_or_id(review_path: Path, typed: str) -> None:
    with open_review(review_path, reviewer="ana") as review:
        figure_id = review.rows(review.queue())[4].figure_id
    async with (app := Desk(review_path, "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("colon", *(figure_id[:8] if typed == "id" else typed))
        await until_shown(pilot, "figure       ○ ~3,800–4,000 residents · Harbour Post 2")
        if typed != "id":
            await pilot.press("down")
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is desk(app) and queue(app).cursor == 4)


async def test_a_figure_that_is_not_in_the_queue_is_said(review_path: Path) -> None:
    with open_review(review_path, reviewer="ana") as review:
        hidden = set(review.queue(all_figures=True)) - set(review.queue())
        figure_id = review.rows([min(hidden)])[0].figure_id
    async with (app := Desk(review_path, "ana")).run_test(size=(100, 24)) as pilot:
        await opened(pilot)
        await pilot.press("colon", *figure_id)
        await until_shown(pilot, figure_id)
        await pilot.press("enter")
        await until(pilot, lambda: "not in the queue as it is shown" in shown(app))


async def test_a_document_without_figures_shows_its_text(review_path: Path) -> None:
    with open_review(review_path, reviewer="ana") as review:
        review.add(document_from_text("Nobody was counted in the storm.", name="calm.txt"), [])
    async with (app := Desk(review_path, "ana")).run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("colon", *"calm.txt", "enter")
        await until_shown(pilot, "Nobody was counted", "this is its text")
        await pilot.press("q")
        await until(pilot, lambda: "Nobody was counted" not in shown(app) and "lost power" in shown(app))


async def test_while_the_queue_is_looked_for_a_figure_may_not_be_found_yet(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=(100, 24)) as pilot:
        await opened(pilot)
        queue(app).searching = True
        assert "the rest of the queue is still looked for" in desk(app).not_there("6,000 homes")


async def test_enter_right_after_typing_takes_what_was_typed(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("colon", *"harbour post 2", "enter")
        await until(pilot, lambda: app.screen is desk(app) and queue(app).cursor == 3)


async def test_the_mouse_runs_a_line_and_the_wheel_moves(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("colon")
        await until(pilot, lambda: isinstance(app.screen, PaletteScreen) and len(app.screen.query_one(Menu)))
        menu = app.screen.query_one(Menu)
        await pilot.press("down", "down", "up", "pagedown", "pageup")
        assert menu.cursor == 0 or menu.cursor == 1
        await pilot.click(menu, offset=(5, 1))
        await until(pilot, lambda: "disputed >6,000 homes" in shown(app))


async def test_nothing_found_is_said_and_enter_does_nothing(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("colon", *"qqqqzzzz")
        await until_shown(pilot, "nothing is called so")
        await pilot.press("enter")
        assert isinstance(app.screen, PaletteScreen)
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is desk(app))


def test_what_holds_the_words_comes_before_what_is_like_them() -> None:
    names = ["export the table", "the whole report", "a report", "report it"]
    assert best("report", names, 4) == [3, 2, 1]
    assert best("reprot it", names, 1) == [3]
    assert best("", names, 2) == [0, 1]
    assert best("zz", names, 4) == []


@pytest.mark.parametrize("size", SIZES)
async def test_golden(review_path: Path, size: tuple[int, int]) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=size) as pilot:
        await opened(pilot)
        await pilot.press("colon", *"storm")
        await until_shown(pilot, "document     Storm 2", "figure ")
        app.set_focus(None)
        await pilot.pause()
        check_golden(pilot, "palette")
