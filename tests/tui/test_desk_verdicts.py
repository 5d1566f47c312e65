"""The verdict keys beyond one figure at a time: the same for all that say the same, later, again, settled."""

from pathlib import Path

import pytest

from db import Review, ReviewError, blind, open_review
from db.model import LATER
from tests.tui.driving import desk, details, figure, opened, queue, rows, shown, states, until, until_shown
from tui.app import Desk
from tui.screens.choice import ReasonPanel, SettlePanel


def judged_by(path: Path, reviewer: str, verdict: str, place: int = 0) -> None:
    with open_review(path, reviewer=reviewer) as review:
        review.decide([review.queue()[place]], verdict)


async def test_a_capital_letter_judges_every_figure_that_says_the_same_and_one_u_takes_it_back(
    review_path: Path,
) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("C")
        await until_shown(pilot, "confirmed 2 × >6,000 homes · u undoes", "2/6")
        assert states(review_path) == ["confirmed", "unreviewed", "unreviewed"] * 2
        assert queue(app).cursor == 1
        await pilot.press("D")
        await until_shown(pilot, "disputed 2 × ~3,800–4,000 residents", "4/6")
        await pilot.press("u", "u")
        await until(pilot, lambda: set(states(review_path)) == {"unreviewed"})
        await until(pilot, lambda: queue(app).cursor == 0)


async def test_the_same_misreport_asks_for_its_reason_once(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("M")
        await until(pilot, lambda: isinstance(app.screen, ReasonPanel) and "all >6,000 homes" in shown(app))
        await pilot.press("b")
        await until_shown(pilot, "misreported 2 × >6,000 homes (bound lost)")
    assert [(row.state, row.reason) for row in rows(review_path)[::3]] == [("misreported", "bound_lost")] * 2


async def test_what_was_decided_otherwise_stays_when_the_same_are_judged(review_path: Path) -> None:
    judged_by(review_path, "ana", "disputed", 3)
    async with Desk(review_path, "ana").run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("C")
        await until_shown(pilot, "confirmed >6,000 homes, the only one", "1 decided otherwise before")
        assert states(review_path)[::3] == ["confirmed", "disputed"]


async def test_all_that_stand_alike_are_judged_anew(review_path: Path) -> None:
    async with Desk(review_path, "ana").run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("C", "g", "D")
        await until_shown(pilot, "disputed 2 × >6,000 homes")
    assert states(review_path)[::3] == ["disputed", "disputed"]


async def test_the_last_verdict_is_repeated_with_its_reason(review_path: Path) -> None:
    async with Desk(review_path, "ana").run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("full_stop")
        await until_shown(pilot, "no verdict to repeat")
        await pilot.press("m", "b", "full_stop", "c", "r", "full_stop")
        await until_shown(pilot, "confirmed >6,000 homes")
    states_and_reasons = [(row.state, row.reason) for row in rows(review_path)[:4]]
    assert states_and_reasons[:2] == [("misreported", "bound_lost")] * 2
    assert [state for state, _ in states_and_reasons[2:]] == ["confirmed", "confirmed"]


async def test_later_is_a_tag_shown_in_the_queue_and_the_details_and_goes_on(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("space")
        await until_shown(pilot, "put off until later: >6,000 homes · u undoes", "»")
        assert queue(app).cursor == 1
        await pilot.press("k")
        await until(pilot, lambda: details(app).row_id == queue(app).row_id())
        await until_shown(pilot, "tags", LATER)
        await pilot.press("space")
        await until_shown(pilot, "no longer put off: >6,000 homes")
        assert queue(app).cursor == 0 and "»" not in shown(app)
        await pilot.press("u")
        await until_shown(pilot, "undone: ", "»")
    assert rows(review_path)[0].later and states(review_path)[0] == "unreviewed"


async def test_a_figure_put_off_and_judged_shows_its_verdict(review_path: Path) -> None:
    async with Desk(review_path, "ana").run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("space", "k", "c")
        await until(pilot, lambda: "1/6" in shown(pilot.app) and "»" not in shown(pilot.app))


async def test_the_details_show_who_said_what_and_one_of_them_can_change_their_verdict(review_path: Path) -> None:
    judged_by(review_path, "ben", "disputed")
    async with Desk(review_path, "ana").run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("c")
        await until_shown(pilot, "reviewers differ, ! settles it")
        await pilot.press("g")
        await until_shown(pilot, "ben ◆ disputed", "ana ● confirmed", "! settles it")
        await pilot.press("d")
        await until(pilot, lambda: states(review_path)[0] == "disputed")


async def test_one_of_two_who_differ_settles_it_for_both_and_can_open_it_again(review_path: Path) -> None:
    judged_by(review_path, "ben", "disputed")
    judged_by(review_path, "ana", "confirmed")
    async with (app := Desk(review_path, "ana")).run_test(size=(100, 60)) as pilot:
        await opened(pilot)
        await until_shown(pilot, "≠ unresolved", "! settle")
        await pilot.press("exclamation_mark")
        await until(pilot, lambda: isinstance(app.screen, SettlePanel) and "ben ◆ disputed" in shown(app))
        await pilot.press("m", "b")
        await until_shown(pilot, "settled as misreported (bound lost) for all: >6,000 homes")
        assert (figure(review_path, 0).state, figure(review_path, 0).reason) == ("misreported", "bound_lost")
        await pilot.press("g")
        await until_shown(pilot, "settled by ana ✕ misreported: bound lost")
        await pilot.press("exclamation_mark", "r")
        await until_shown(pilot, "opened again for all: >6,000 homes")
        await until(pilot, lambda: states(review_path)[0] == "unresolved")
        await pilot.press("u")
        await until(pilot, lambda: states(review_path)[0] == "misreported")


async def test_the_verdict_of_a_third_settles_it(review_path: Path) -> None:
    judged_by(review_path, "ben", "disputed")
    judged_by(review_path, "cy", "confirmed")
    async with Desk(review_path, "ana").run_test(size=(100, 60)) as pilot:
        await opened(pilot)
        await pilot.press("c")
        await until(pilot, lambda: states(review_path)[0] == "confirmed")
        await pilot.press("g")
        await until_shown(pilot, "settled by ana ● confirmed")


async def test_settling_is_offered_only_where_reviewers_differ(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("exclamation_mark", "c")
        await until_shown(pilot, "1/6")
        assert app.screen is desk(app) and "! settle" not in shown(app)


async def test_in_the_dark_nobody_elses_word_is_shown_before_ones_own(review_path: Path) -> None:
    judged_by(review_path, "ben", "disputed")
    with open_review(review_path, reviewer="ben") as review:
        review.tag([review.queue()[0]], "wrong")
        review.tag([review.queue()[0]], LATER)
        blind.switch(review.connection, True)
    async with Desk(review_path, "ana").run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        for hidden in ("ben", "wrong", "»", "! settle"):
            assert hidden not in shown(pilot.app)
        await pilot.press("c", "g")
        await until_shown(pilot, "ben ◆ disputed", "ana ● confirmed", "later · wrong", "! settle")


@pytest.mark.parametrize("keys", [("C",), ("space",), ("M", "b")])
async def test_what_cannot_be_stored_is_not_shown(
    review_path: Path, monkeypatch: pytest.MonkeyPatch, keys: tuple[str, ...]
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise ReviewError("the review is locked")

    async with Desk(review_path, "ana").run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        monkeypatch.setattr(Review, "decide", refuse)
        monkeypatch.setattr(Review, "tag", refuse)
        await pilot.press(*keys)
        await until_shown(pilot, "the review is locked", "0/6")
        assert queue(pilot.app).cursor == 0 and "»" not in shown(pilot.app)
