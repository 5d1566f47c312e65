"""What a reviewer does with questions: walks through them, lists, confirms, joins, splits, renames, answers."""

from functools import partial
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from db import Review, ReviewError, open_review
from db.comparing.beside import Asked, asked_of
from tests.tui.asking import asked_review, row_of
from tests.tui.driving import desk, opened, queue, rivals, shown, until, until_shown
from tests.tui.goldens import SIZES, check_golden
from tui.app import Desk
from tui.screens.answer import AnswerScreen
from tui.screens.join import JoinScreen
from tui.screens.rename import RenameScreen

DEATHS, HOMES = "Deaths and injured in Vessen", "Homes destroyed in Vessen"


@pytest.fixture
def asked_path(tmp_path: Path) -> Path:
    return asked_review(tmp_path / "vessen.db")


def asked(path: Path, text: str) -> Asked | None:
    with open_review(path, reviewer="ana") as review:
        return asked_of(review, row_of(review, text))


async def ready(pilot: Pilot[None]) -> None:
    """Wait until the desk stands and shows the rivals of the figure under the cursor."""
    await opened(pilot)
    await at_rest(pilot)


async def at_rest(pilot: Pilot[None]) -> None:
    """Wait until the rivals are those of the figure under the cursor."""
    await until(pilot, lambda: rivals(pilot.app).row_id == queue(pilot.app).row_id())


def at(app: Desk, place: int) -> bool:
    return queue(app).cursor == place


# Walking


async def test_capital_j_and_k_walk_through_the_questions_round_and_round(asked_path: Path) -> None:
    async with (app := Desk(asked_path, "ana")).run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        await pilot.press("J")
        await until_shown(pilot, "question 2 of 2: Homes destroyed", "2 mentions, 2 documents, 2 origins")
        assert queue(app).cursor == 1
        await pilot.press("J")
        await until_shown(pilot, "question 1 of 2: Deaths")
        assert queue(app).cursor == 0
        await pilot.press("K")
        await until(pilot, lambda: queue(app).cursor == 1)


async def test_keys_typed_ahead_walk_as_far_as_they_say(asked_path: Path) -> None:
    async with (app := Desk(asked_path, "ana")).run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        await pilot.press("J", "J", "J")
        await until(pilot, lambda: queue(app).cursor == 1)
        await until_shown(pilot, "question 2 of 2")


async def test_only_questions_that_the_filter_holds_are_walked_to(asked_path: Path) -> None:
    async with (app := Desk(asked_path, "ana")).run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        await pilot.press("f", *"publisher:courier", "enter")
        await until(pilot, lambda: len(queue(app).ids) == 2)
        await pilot.press("G", "J")
        await until(pilot, lambda: queue(app).cursor == 0)
        await until_shown(pilot, "question 1 of 2")
        await pilot.press("f", *[*["backspace"] * 20, *"rye", "enter"])
        await until(pilot, lambda: len(queue(app).ids) == 1)
        await pilot.press("J")
        await until_shown(pilot, "no other question has a figure in the queue as it is shown")


async def test_without_questions_walking_says_so(review_path: Path) -> None:
    async with Desk(review_path, "ana").run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("J")
        await until_shown(pilot, "no two figures answer one question here")
        await pilot.press("right_curly_bracket")
        await until_shown(pilot, "no other figure of the queue has a conflict or a sign")


async def test_braces_go_to_figures_with_a_conflict_or_a_sign(asked_path: Path) -> None:
    async with (app := Desk(asked_path, "ana")).run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        for key, place in (("right", 1), ("right", 3), ("left", 1), ("left", 0), ("left", 8)):
            await pilot.press(f"{key}_curly_bracket")
            await until(pilot, partial(at, app, place))


# The list


async def test_the_list_finds_a_question_and_goes_to_it(asked_path: Path) -> None:
    async with (app := Desk(asked_path, "ana")).run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        await pilot.press("L")
        await until_shown(pilot, "figures", "origins", DEATHS, HOMES)
        await pilot.press("j", "enter")
        await until(pilot, lambda: queue(app).cursor == 1 and app.screen is desk(app))
        await pilot.press("G", "L", "slash", *"deaths inj", "enter")
        await until(pilot, lambda: queue(app).cursor == 0 and app.screen is desk(app))
        await pilot.press("L", "slash", *"xyz")
        await until_shown(pilot, "no question is called so")
        await pilot.press("escape")
        await until_shown(pilot, HOMES)
        await pilot.press("L")
        await until(pilot, lambda: app.screen is desk(app))


async def test_the_palette_goes_to_a_question(asked_path: Path) -> None:
    async with (app := Desk(asked_path, "ana")).run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        await pilot.press("colon", *"homes destroyed")
        await until_shown(pilot, "question ", HOMES)
        await pilot.press("enter")
        await until(pilot, lambda: queue(app).cursor == 1 and app.screen is desk(app))


# Deciding


async def test_y_confirms_the_question_and_u_takes_it_back(asked_path: Path) -> None:
    async with Desk(asked_path, "ana").run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        await pilot.press("y")
        await until_shown(pilot, "confirmed the question", f"set: {DEATHS}")
        assert (one := asked(asked_path, "38")) is not None and one.state == "set"
        await pilot.press("y")
        await until_shown(pilot, "is set already")
        await pilot.press("u")
        await until_shown(pilot, "undone: question confirmed", f"suggested: {DEATHS}")
        await pilot.press("ctrl+r")
        await until_shown(pilot, f"set: {DEATHS}")


async def test_number_sign_splits_a_figure_off_and_the_rest_is_compared_again(asked_path: Path) -> None:
    async with Desk(asked_path, "ana").run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        await pilot.press("j", "j")
        await at_rest(pilot)
        await pilot.press("number_sign")
        await until_shown(pilot, "split off", "~400 people", "Rivals: people", "in no question")
        await pilot.press("k", "k")
        await until_shown(pilot, "6 mentions, 4 documents")
        await until(pilot, lambda: (one := asked(asked_path, "38")) is not None and one.worked_out)
        await until_shown(pilot, "6 mentions, 4 documents, 4 origins · 6 in conflict")
        await pilot.press("u")
        await until_shown(pilot, "undone: split off", "7 mentions, 4 documents")


async def test_marked_figures_are_split_off_together(asked_path: Path) -> None:
    async with (app := Desk(asked_path, "ana")).run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        await pilot.press("t", "j", "t", "k", "number_sign")
        await until_shown(pilot, "split off", "2 marked figures")
        assert not queue(app).marks.any()
        assert (one := asked(asked_path, "38")) is not None and one.figures == 5


async def test_a_figure_joins_another_question(asked_path: Path) -> None:
    async with (app := Desk(asked_path, "ana")).run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        await pilot.press("G", "ampersand")
        await until(pilot, lambda: isinstance(app.screen, JoinScreen))
        await pilot.press(*"homes")
        await until_shown(pilot, HOMES, "new question  homes")
        await pilot.press("enter")
        await until_shown(pilot, "joined to “Homes destroyed in Vessen", "3 mentions")
        assert (one := asked(asked_path, "4,200")) is not None and one.state == "set"
        await pilot.press("u")
        await until_shown(pilot, "undone: joined to a question", "in no question")


async def test_marked_figures_make_a_question_of_their_own(asked_path: Path) -> None:
    async with (app := Desk(asked_path, "ana")).run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        await pilot.press("t", "G", "t", "ampersand", *"Losses in Vessen", "enter")
        await until_shown(pilot, "joined to “Losses in Vessen”: 2 marked figures", "set: Losses in Vessen")
        assert (one := asked(asked_path, "4,200")) is not None and (one.title, one.figures) == ("Losses in Vessen", 2)
        await pilot.press("ampersand")
        await until_shown(pilot, "Which question does it answer")
        await until_shown(pilot, "Losses in Vessen")
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is desk(app))


async def test_a_set_figure_that_joins_another_question_leaves_its_own(asked_path: Path) -> None:
    async with Desk(asked_path, "ana").run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        await pilot.press("y", "j", "j", "ampersand", *"Injured", "down", "down", "enter")
        await until_shown(pilot, "joined to “Injured”: ~400 people", "set: Injured")
        assert (one := asked(asked_path, "38")) is not None and one.figures == 6
        await pilot.press("u")
        await until_shown(pilot, "7 mentions")


async def test_a_title_that_cannot_be_is_refused_and_kept(asked_path: Path) -> None:
    async with (app := Desk(asked_path, "ana")).run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        await pilot.press("R")
        await until(pilot, lambda: isinstance(app.screen, RenameScreen))
        app.screen.query_one(Input).value = "x" * 101
        await pilot.press("enter")
        await until_shown(pilot, "the title is not one line of at most 100 characters")
        app.screen.query_one(Input).value = "Dead in Vessen"
        await pilot.press("enter")
        await until_shown(pilot, "renamed to “Dead in Vessen”", "set: Dead in Vessen")
        await pilot.press("u")
        await until_shown(pilot, f"suggested: {DEATHS}")


async def test_an_answer_is_read_checked_stored_and_shown(asked_path: Path) -> None:
    async with (app := Desk(asked_path, "ana")).run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        await pilot.press("A")
        await until(pilot, lambda: isinstance(app.screen, AnswerScreen))
        await pilot.press(*"1.2 million", "tab", *"60", "enter")
        await until_shown(pilot, "low is larger than best")
        await pilot.press("end", *["backspace"] * 11, *"thirty-eight", "tab", "tab", *"many", "enter")
        await until_shown(pilot, "'many' is no number for high")
        await pilot.press("end", *["backspace"] * 4, *"1,200", "tab", *"by the ministry", "enter")
        await until_shown(pilot, "answered “Deaths and injured", "38 to 1,200, best 60; by the ministry · ana")
        await pilot.press("A")
        await until(pilot, lambda: isinstance(app.screen, AnswerScreen))
        await until_shown(pilot, "38", "1200", "by the ministry")
        await pilot.press("escape", "u")
        await until_shown(pilot, "undone: answer, low 38, best 60")
        await until(pilot, lambda: "best 60; by" not in shown(app))


@pytest.mark.parametrize("keys", [("y",), ("number_sign",)])
async def test_a_deed_that_cannot_be_stored_says_so(
    asked_path: Path, keys: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    _refuse_all(monkeypatch)
    async with Desk(asked_path, "ana").run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        await pilot.press(*keys)
        await until_shown(pilot, "the disk is full", f"suggested: {DEATHS}")


@pytest.mark.parametrize(
    ("keys", "kept"),
    [
        (("R", *" again"), "June 2025 again"),
        (("A", *"38"), "38"),
        (("ampersand", *"Losses anew"), "Losses anew"),
    ],
)
async def test_a_failed_write_keeps_the_entry(
    asked_path: Path, keys: tuple[str, ...], kept: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    _refuse_all(monkeypatch)
    async with (app := Desk(asked_path, "ana")).run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        await pilot.press(keys[0])
        await until(pilot, lambda: app.screen is not desk(app))
        await pilot.press(*keys[1:], "enter")
        await until_shown(pilot, "the disk is full", kept)
        assert app.screen is not desk(app)


def _refuse_all(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise ReviewError("the disk is full")

    for name in ("confirm", "join", "split", "rename", "answer"):
        monkeypatch.setattr(Review, name, refuse)


async def test_a_figure_in_no_question_offers_to_be_put_in_one(asked_path: Path) -> None:
    async with (app := Desk(asked_path, "ana")).run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        await pilot.press("G")
        await at_rest(pilot)
        await until_shown(pilot, "in no question")
        await pilot.press("y", "R", "A", "number_sign")
        assert app.screen is desk(app)
        assert asked(asked_path, "4,200") is None


# Looks

DIALOGS = (
    ("questions", ("L",), (DEATHS[:10],)),
    ("join", ("ampersand", *"homes"), ("new question",)),
    ("rename", ("R",), ("Rename",)),
    ("answer", ("A", *"50", "tab", *"7", "enter"), ("low is larger",)),
)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("name", "keys", "told"), DIALOGS)
async def test_golden_of_dialogs(
    asked_path: Path, name: str, keys: tuple[str, ...], told: tuple[str, ...], size: tuple[int, int]
) -> None:
    async with (app := Desk(asked_path, "ana")).run_test(size=size) as pilot:
        await ready(pilot)
        await pilot.press(keys[0])
        await until(pilot, lambda: app.screen is not desk(app))
        await pilot.press(*keys[1:])
        await until_shown(pilot, *told)
        check_golden(pilot, f"dialog-{name}", of=".dialog")


@pytest.mark.parametrize("size", [(40, 10), (20, 6), (1, 1)])
async def test_dialogs_of_questions_stand_any_size(asked_path: Path, size: tuple[int, int]) -> None:
    async with (app := Desk(asked_path, "ana")).run_test(size=size) as pilot:
        await until(pilot, lambda: queue(app).ids and rivals(app).row_id)
        for _, keys, _ in DIALOGS:
            await pilot.press(keys[0])
            await until(pilot, lambda: app.screen is not desk(app))
            await pilot.press(*keys[1:], "escape")
            await until(pilot, lambda: app.screen is desk(app))


async def test_a_capital_verdict_judges_the_equal_figures_of_the_question(asked_path: Path) -> None:
    async with Desk(asked_path, "ana").run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        await pilot.press("C")
        await until_shown(pilot, "confirmed 2 × >60 people", "2/10")
        await pilot.press("u")
        await until_shown(pilot, "0/10")
