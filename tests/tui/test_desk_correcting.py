"""Putting right what the extractor said, and adding what it missed."""

from pathlib import Path

import pytest

from db import Review, ReviewError, open_review
from db.model import FigureView
from tests.factories import make_document, make_figure
from tests.tui.driving import desk, details, figure, opened, queue, until, until_shown
from tui import jobs
from tui.app import Desk
from tui.screens.add import AddScreen
from tui.screens.correct import CorrectScreen

CLEAR = ("end", "ctrl+u")


def values(view: FigureView) -> tuple[object, ...]:
    return view.figure.low, view.figure.high, view.figure.bound, view.figure.noun, view.figure.attribution


async def test_a_correction_starts_from_the_present_values_and_is_one_action(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=(100, 60)) as pilot:
        await opened(pilot)
        await pilot.press("e")
        await until(pilot, lambda: isinstance(app.screen, CorrectScreen))
        await until_shown(
            pilot, "Correct >6,000 homes", "More than 6,000 homes lost power", "the grid operator", "6000"
        )
        await pilot.press(*CLEAR, *"6,500", "tab", "tab", "tab", "tab", *CLEAR, *"households", "enter")
        await until_shown(
            pilot, "stored: correction of >6,000 homes · u undoes", "households", "low 6500, extracted as 6000, by ana"
        )
        assert values(figure(review_path, 0)) == (6500, None, "over", "households", "the grid operator")
        await pilot.press("u")
        await until_shown(pilot, "undone: correction on 1 figure")
    assert figure(review_path, 0).corrections == ()


async def test_the_bound_is_picked_and_the_number_goes_to_the_end_it_has(review_path: Path) -> None:
    async with Desk(review_path, "ana").run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("e", "tab", "tab", "left", "left", "enter")  # over, approx, exact
        await until_shown(pilot, "stored: correction of >6,000 homes")
    assert values(figure(review_path, 0))[:3] == (6000, 6000, "exact")


async def test_what_the_extractor_said_stands_beside_and_can_be_taken_back(review_path: Path) -> None:
    with open_review(review_path, reviewer="ben") as review:
        review.correct(review.queue()[0], noun="households", attribution=None)
    async with Desk(review_path, "ana").run_test(size=(100, 60)) as pilot:
        await opened(pilot)
        await until_shown(pilot, "attribution none, extracted as the grid operator, by ben")
        await pilot.press("e")
        await until_shown(pilot, "extracted: homes", "extracted: the grid operator")
        await pilot.press("ctrl+o", "enter")
        await until_shown(pilot, "stored: correction of >6,000 households")
    assert figure(review_path, 0).corrections == ()


async def test_what_cannot_be_is_said_at_its_field_and_stays_written(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("e", "tab", "tab", "tab", "tab", "x", "shift+tab", "shift+tab", "shift+tab", "shift+tab")
        await pilot.press(*CLEAR, *"six", "enter")
        await until_shown(pilot, "'six' is no number for low", "six")
        assert app.screen.query_one("Field.-wrong .label").visible
        await pilot.press(*CLEAR, *"6000", "tab", *"5000", "enter")
        await until_shown(pilot, "the bound over leaves high open")
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is desk(app))
    assert figure(review_path, 0).corrections == ()


@pytest.mark.parametrize("keys", [("enter",), ("x", "escape")])
async def test_nothing_is_corrected_where_nothing_was_changed(review_path: Path, keys: tuple[str, ...]) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("e")
        await until(pilot, lambda: isinstance(app.screen, CorrectScreen))
        await pilot.press(*keys)
        await until(pilot, lambda: app.screen is desk(app))
    assert figure(review_path, 0).corrections == ()


def missed(path: Path) -> Path:
    """Make a review of a text with one figure of five."""
    document = make_document(
        "The mayor counted 12 boats.\nForty\nthousand people came, forty thousand of them by train.\n12 boats left.",
        publisher="Quay News",
    )
    with open_review(path, reviewer="ana", create=True) as review:
        review.add(document, [make_figure(document, "12", 12, noun="boats")])
    return path


async def test_a_missed_figure_is_found_in_the_text_read_and_added(tmp_path: Path) -> None:
    path = missed(tmp_path / "quay.db")
    async with (app := Desk(path, "ana")).run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("a")
        await until(pilot, lambda: isinstance(app.screen, AddScreen))
        await pilot.press(*"forty thousand")
        await until_shown(pilot, "Forty thousand people came", "of them by train", "40000")
        await pilot.press("down", *["tab"] * 6, *"people", "enter")
        await until_shown(pilot, "added forty thousand people · u undoes", "2 of 2")
        assert queue(app).cursor == 1
        await until(pilot, lambda: details(app).row_id == queue(app).row_id())
        await until_shown(pilot, "by a reviewer")
        view = figure(path, 1)
        assert (view.figure.text, view.figure.low, view.figure.noun, view.origin) == (
            "forty thousand",
            40_000,
            "people",
            "added",
        )
        await pilot.press("u")
        await until_shown(pilot, "undone: missed figure added", "1 of 1")
        await pilot.press("ctrl+r")
        await until_shown(pilot, "redone: missed figure added", "2 of 2")
        assert queue(app).cursor == 1


async def test_a_range_and_its_kind_are_added_as_such(tmp_path: Path) -> None:
    document = make_document("It takes 30 to 40 days, they say. The port has 7 cranes.")
    path = tmp_path / "port.db"
    with open_review(path, reviewer="ana", create=True) as review:
        review.add(document, [make_figure(document, "7", 7, noun="cranes")])
    async with Desk(path, "ana").run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("a", *"30 to 40")
        await until_shown(pilot, "It takes 30 to 40 days", "range")
        await pilot.press("tab", *["right"] * 4, *["tab"] * 4, *"day", "enter")
        await until_shown(pilot, "added 30–40 days")
    added = figure(path, 0).figure
    assert (added.low, added.high, added.bound, added.kind, added.unit) == (30, 40, "range", "duration", "day")


async def test_what_stands_nowhere_or_is_a_figure_already_is_not_added(tmp_path: Path) -> None:
    path = missed(tmp_path / "quay.db")
    async with Desk(path, "ana").run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("a", *"counted 12x", "enter")
        await until_shown(pilot, "this stands nowhere in the text")
        await pilot.press(*CLEAR, *"12", "enter")
        await until_shown(pilot, "added 12")
        await pilot.press("a", *"12", "enter")
        await until_shown(pilot, "it is a figure already")
        await pilot.press("escape")
    with open_review(path, reviewer="ana") as review:
        assert len(review.queue()) == 2


async def test_a_figure_that_cannot_be_stored_stays_in_the_dialog(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise ReviewError("the disk is full")

    path = missed(tmp_path / "quay.db")
    async with (app := Desk(path, "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        monkeypatch.setattr(Review, "add_figure", refuse)
        await pilot.press("a", *"forty thousand", "enter")
        await until_shown(pilot, "the disk is full", "forty thousand")
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is desk(app))


async def test_a_value_of_ones_own_is_not_overwritten_by_what_is_read(tmp_path: Path) -> None:
    path = missed(tmp_path / "quay.db")
    async with Desk(path, "ana").run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("a", *"forty")
        await until_shown(pilot, "40")
        await pilot.press("tab", "tab", *CLEAR, *"39000", "shift+tab", "shift+tab", "end", *" thousand")
        await until_shown(pilot, "Forty thousand people", "39000")
        await pilot.press("enter")
        await until_shown(pilot, "added Forty thousand")
    assert figure(path, 1).figure.low == 39_000


def test_a_number_is_not_found_inside_a_longer_one(tmp_path: Path) -> None:
    document = make_document("In 2012 some 1,200 or 12,5 or 12.5 came; 12, or 12. And x12.")
    with open_review(tmp_path / "r.db", reviewer="ana", create=True) as review:
        added = review.add(document, [])
        found = jobs.find_missed(review, added.document_id, "12")
    assert [(place.before[-5:], place.after[:2]) for place in found.places] == [("ame; ", ", "), (", or ", ". ")]


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("forty thousand", {"low": "40000", "high": None, "bound": "exact"}),
        ("3,800 to 4,000", {"low": "3800", "high": "4000", "bound": "range"}),
        ("16.5", {"low": "16.5", "high": None, "bound": "exact"}),
        ("nobody", {}),
    ],
)
def test_what_a_missed_number_says_is_read(review_path: Path, words: str, read: dict[str, str | None]) -> None:
    with open_review(review_path, reviewer="ana") as review:
        assert jobs.find_missed(review, 1, words).values == read
