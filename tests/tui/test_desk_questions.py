"""Questions on the desk: the rivals of a figure, what each is to it and why, and what is said of them."""

from pathlib import Path

import pytest

from db import open_review
from db.comparing.beside import asked_of
from tests.tui.asking import asked_review, row_of
from tests.tui.driving import opened, queue, rivals, shown, until, until_shown
from tests.tui.goldens import SIZES, check_golden
from tui.app import Desk


@pytest.fixture
def asked_path(tmp_path: Path) -> Path:
    return asked_review(tmp_path / "vessen.db")


def question_of(path: Path, text: str) -> str:
    with open_review(path, reviewer="ana") as review:
        asked = asked_of(review, row_of(review, text))
        assert asked is not None
        return asked.uid


async def test_the_rivals_of_a_figure_are_those_of_its_question(asked_path: Path) -> None:
    async with Desk(asked_path, "ana").run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await until_shown(pilot, "suggested: Deaths and injured in Vessen", "7 mentions, 4 documents, 5 origins")
        await until_shown(pilot, "6 in conflict", "2 signs", "↯ conflict", "= equal", "≈ compatible", "x2")
        await pilot.press("j")
        await until_shown(pilot, "suggested: Homes destroyed in Vessen", "2 mentions, 2 documents, 2 origins")


async def test_a_figure_in_no_question_says_so_and_shows_what_shares_its_noun(asked_path: Path) -> None:
    async with Desk(asked_path, "ana").run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("G")
        await until_shown(pilot, "Rivals: rye, tonne", "in no question · no other figure")


async def test_the_details_name_the_sign_of_a_figure(asked_path: Path) -> None:
    async with (app := Desk(asked_path, "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press(*"jjjjj")
        await until(pilot, lambda: rivals(app).row_id == queue(app).row_id() == queue(app).ids[5])
        await until_shown(pilot, "⚑ bound lost: more than 60 told as 60 (a proposal)", "rivals: 7 mentions")


async def test_every_reason_can_be_read_in_full(asked_path: Path) -> None:
    with open_review(asked_path, reviewer="ana") as review:
        uid = asked_of(review, row_of(review, "38"))
        assert uid is not None
        review.answer(uid.uid, low=60, best=71, note="the ministry counts the missing apart")
    async with (app := Desk(asked_path, "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("j", "j", "j", "w", "w", "w")
        await until(pilot, lambda: rivals(app).has_focus and rivals(app).row_id == queue(app).ids[3])
        await until_shown(pilot, "answer", "at least 60, best 71; the ministry counts the missing apart")
        seen = []
        for _ in range(40):
            seen.append(shown(app))
            await pilot.press("j")
        read = "\n".join(seen)
        for reason in (
            "38 and more than 60 do not meet; as of",
            "38 and at least 71 do not meet",
            "bound lost: more than 60 told as 60",
            "by a reviewer: comparing does not change it",
            "suggested because",
            "same noun (people), same place (Vessen)",
        ):
            assert reason in read, reason


async def test_the_line_under_the_cursor_tells_its_reason_and_leads_to_its_figure(asked_path: Path) -> None:
    async with (app := Desk(asked_path, "ana")).run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("w", "w", "w", "g")
        await until_shown(pilot, "enter goes there · ↯ conflict: 38 and more than 60 do not meet")
        await pilot.press("enter")
        await until(pilot, lambda: queue(app).cursor == 3)
        await until_shown(pilot, "▸○ Red Cross")


async def test_what_is_said_leads_to_the_figure_that_it_is_said_of(asked_path: Path) -> None:
    async with (app := Desk(asked_path, "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press(*"jjjjj")
        await until(pilot, lambda: rivals(app).row_id == queue(app).ids[5])
        await pilot.press("w", "w", "w", "g")
        await until_shown(pilot, "⚑ sign")
        await pilot.press("enter")
        await until(pilot, lambda: queue(app).cursor in (0, 6))


async def test_the_queue_tells_conflicts_signs_and_questions(asked_path: Path) -> None:
    async with Desk(asked_path, "ana").run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await until_shown(pilot, "▌○↯         >60 people", "Deaths and injur…", "○⚑          60 people")
        await until_shown(pilot, "○         ~400 people", "Homes destroyed …")
        await pilot.press("R", *" (all)", "enter")
        await until_shown(pilot, "renamed")
        await pilot.press("R", "home", *"All ", "enter")
        await until_shown(pilot, "All Deaths and i…")
        await pilot.press("j", "j", "j", "number_sign")
        await until_shown(pilot, "split off", "▌○           38 people")


async def test_where_nothing_answers_a_question_the_queue_says_who(review_path: Path) -> None:
    async with Desk(review_path, "ana").run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await until_shown(pilot, "homes             the grid oper…")


async def test_another_reviewers_deed_is_seen_in_the_question(asked_path: Path) -> None:
    async with Desk(asked_path, "ana").run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await until_shown(pilot, "suggested: Deaths")
        with open_review(asked_path, reviewer="ben") as review:
            review.rename(question_of(asked_path, "38"), "Dead in Vessen")
        await until_shown(pilot, "set: Dead in Vessen")


@pytest.mark.parametrize("size", SIZES)
async def test_golden_of_a_question(asked_path: Path, size: tuple[int, int]) -> None:
    async with (app := Desk(asked_path, "ana")).run_test(size=size) as pilot:
        await opened(pilot)
        await pilot.press(*"jjjjj")
        await until(pilot, lambda: rivals(app).row_id == queue(app).ids[5])
        await pilot.press("w", "w", "w")
        await until(pilot, lambda: rivals(app).has_focus)
        await until_shown(pilot, "↯ conflict")
        check_golden(pilot, "question", of="RivalsPane")


@pytest.mark.parametrize("size", SIZES)
async def test_golden_of_a_desk_with_questions(asked_path: Path, size: tuple[int, int]) -> None:
    async with Desk(asked_path, "ana").run_test(size=size) as pilot:
        await opened(pilot)
        await pilot.press("j")
        await until_shown(pilot, "2 mentions, 2 documents", "○⚑", "▌○↯")
        check_golden(pilot, "desk-asked")


async def test_the_equals_sign_draws_the_rivals_over_time_and_back(asked_path: Path) -> None:
    async with (app := Desk(asked_path, "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("equals_sign")
        await until_shown(pilot, "over time, suggested: Deaths", "Ana Torvald", ">60", "38", "2025-06-1")
        await until_shown(pilot, "not said when", "≥71 · mayor · Orlund Courier, published 2025-06-22")
        assert rivals(app).has_focus and rivals(app).is_on_screen
        await pilot.press("g", "enter")
        await until(pilot, lambda: queue(app).cursor == 3)
        await until_shown(pilot, "over time, suggested: Deaths")
        await pilot.press("equals_sign")
        await until(pilot, lambda: "over time, " not in shown(app))
        await until_shown(pilot, "↯ conflict")


async def test_p_tells_the_origins_of_the_question(asked_path: Path) -> None:
    async with (app := Desk(asked_path, "ana")).run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("p")
        await until_shown(pilot, "Origins: Deaths and injured", "5 origins", "first here")
        await until_shown(pilot, ">60 people is said by 1 independent origin of")
        await until_shown(pilot, "quotes the same speaker", "of this figure", "3 mentions in 2 documents")
        await pilot.press("p")
        await until(pilot, lambda: app.screen is app.screen_stack[0])


@pytest.mark.parametrize("size", SIZES)
async def test_goldens_of_drift_and_origins(asked_path: Path, size: tuple[int, int]) -> None:
    async with Desk(asked_path, "ana").run_test(size=size) as pilot:
        await opened(pilot)
        await pilot.press("equals_sign")
        await until_shown(pilot, "over time, suggested", "2025-06-16", "2025-06-17", "Ana Torvald")
        if size[0] == 80:  # there the rivals come forward
            await until_shown(pilot, "enter goes there")
        check_golden(pilot, "drift", of="RivalsPane")
        await pilot.press("p")
        await until_shown(pilot, "first here")
        check_golden(pilot, "dialog-origins", of=".dialog")
