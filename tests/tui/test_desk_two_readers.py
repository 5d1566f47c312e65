"""The desk where two reviewers judge the same figures."""

from pathlib import Path

from db import blind, open_review
from tests.tui.driving import opened, shown, states, until, until_shown
from tui.app import Desk


def judged_by_ben(path: Path, *, hidden: bool = False) -> None:
    with open_review(path, reviewer="ben") as review:
        review.decide(review.queue()[:2], "disputed")
        blind.switch(review.connection, hidden)


async def test_a_figure_on_which_two_differ_is_shown_as_unresolved(review_path: Path) -> None:
    judged_by_ben(review_path)
    async with Desk(review_path, "ana").run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("g", "c")
        await until(pilot, lambda: states(review_path)[0] == "unresolved")
        await until_shown(pilot, "≠", "1≠")
        await pilot.press("g")
        await until_shown(pilot, "≠ unresolved")
        await pilot.press("d")
        await until(pilot, lambda: states(review_path)[0] == "disputed")


async def test_in_the_dark_the_others_are_not_shown(review_path: Path) -> None:
    judged_by_ben(review_path, hidden=True)
    async with Desk(review_path, "ana").run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        assert "0/6 · 0● 0◆ 0✕" in shown(pilot.app) and shown(pilot.app).count("◆") == 1
        await pilot.press("g", "c")
        await until_shown(pilot, "1/6 · 0● 0◆ 0✕ 1≠")
        assert shown(pilot.app).count("◆") == 1
