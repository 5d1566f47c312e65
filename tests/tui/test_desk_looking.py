"""Rivals, the same figure in other documents, all fields, history: what is seen of a figure beyond its line."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widget import Widget

from db import open_review
from db.model import Event
from db.particulars import particulars
from tests.factories import make_document, make_figure
from tests.tui.driving import article, desk, details, make_review, opened, queue, rivals, shown, until, until_shown
from tests.tui.goldens import SIZES, check_golden
from tui.app import Desk
from tui.screens.fields import FieldsScreen
from tui.screens.history import HistoryScreen


def counted(number: int, *values: dict[str, Any]) -> tuple[Any, list[Any]]:
    """Make a document of an invented publisher; each figure has a line of its own."""
    lines = [
        f"In line {line} of report {number}x, {at['text']} {at['noun']} were counted." for line, at in enumerate(values)
    ]
    document = make_document(
        "\n".join(lines),
        name=f"{number}.txt",
        title=f"Report {number}",
        publisher=f"Quay News {number}",
        url=f"https://quay-news.example/{number}",
        published=f"2025-06-{number:02}",
    )
    figures = []
    for line, at in enumerate(values):
        start = document.text.index(f"In line {line} ") + lines[line].index(f", {at['text']} ") + 2
        text = at.pop("text")
        figures.append(make_figure(document, text, start=start, **at))
    return document, figures


@pytest.fixture
def rival_path(tmp_path: Path) -> Path:
    """A review of four documents: boats counted in all of them, twelve in two."""
    path = tmp_path / "boats.db"
    with open_review(path, reviewer="ana", create=True) as review:
        twelve = {"text": "12", "low": 12, "noun": "boats"}
        over = {
            "text": "more",
            "low": 20,
            "high": None,
            "bound": "over",
            "noun": "fishing boats",
            "attribution": "the mayor",
        }
        span = {"text": "15 to 30", "low": 15, "high": 30, "bound": "range", "noun": "boats", "predicate": "lost"}
        ferries = {"text": "3", "low": 3, "noun": "ferries"}
        review.add(*counted(1, dict(twelve), ferries))
        review.add(*counted(2, span))
        review.add(*counted(3, dict(twelve), dict(twelve)))
        review.add(*counted(4, over))
        review.decide(review.queue()[2:3], "disputed")
    return path


def at(app: Desk, place: int) -> bool:
    return queue(app).cursor == place


def in_front(app: Desk, pane: Callable[[Desk], Widget]) -> bool:
    return pane(app).has_focus and pane(app).is_on_screen


async def test_the_rivals_of_a_figure_stand_on_a_ladder(rival_path: Path) -> None:
    async with Desk(rival_path, "ana").run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await until_shown(pilot, "Rivals: boats", "4 other figures", "x3", "15–30", "├", "┤", "▸○")
        await pilot.press("j")
        await until_shown(pilot, "Rivals: ferries", "no other figure")


async def test_entering_a_rival_goes_to_it_and_again_to_the_next_of_its_line(rival_path: Path) -> None:
    async with (app := Desk(rival_path, "ana")).run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("w", "w", "w")
        await until(pilot, lambda: rivals(app).has_focus)
        await pilot.press("enter")
        await until(pilot, lambda: queue(app).cursor == 3 and rivals(app).row_id == queue(app).row_id())
        await pilot.press("enter")
        await until(pilot, lambda: queue(app).cursor == 4 and rivals(app).row_id == queue(app).row_id())
        await pilot.press("j", "enter")
        await until(pilot, lambda: queue(app).cursor == 2 and rivals(app).row_id == queue(app).row_id())
        assert rivals(app).has_focus
        await pilot.press("q")
        await until(pilot, lambda: queue(app).has_focus)


async def test_clicking_a_rival_goes_to_it(rival_path: Path) -> None:
    async with (app := Desk(rival_path, "ana")).run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await until(pilot, lambda: rivals(app).region.x > 0)
        await pilot.click(rivals(app), offset=(10, 2))
        await until(pilot, lambda: queue(app).cursor == 2)


async def test_a_rival_that_the_filter_hides_is_not_gone_to(rival_path: Path) -> None:
    async with (app := Desk(rival_path, "ana")).run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("f", *"state:unreviewed", "enter")
        await until(pilot, lambda: len(queue(app).ids) == 5)
        await until(pilot, lambda: rivals(app).row_id == queue(app).row_id())
        await pilot.press("w", "w", "w", "j", "enter")
        await until_shown(pilot, "15–30 boats is not in the queue as it is shown")
        assert queue(app).cursor == 0


async def test_a_verdict_is_seen_among_the_rivals_at_once(rival_path: Path) -> None:
    async with (app := Desk(rival_path, "ana")).run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("c", "k")
        await until(pilot, lambda: "▸●○" in shown(app))


async def test_brackets_go_to_the_same_figure_in_other_documents(rival_path: Path) -> None:
    async with (app := Desk(rival_path, "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        for key, place, document in (("]", 3, 2), ("]", 0, 1), ("[", 3, 2), ("[", 0, 1)):
            await pilot.press({"]": "right_square_bracket", "[": "left_square_bracket"}[key])
            await until(pilot, partial(at, app, place))
            await until_shown(pilot, f"12 boats · document {document} of the 2 that have it")


async def test_where_no_document_has_the_number_another_of_the_noun_is_gone_to(rival_path: Path) -> None:
    async with (app := Desk(rival_path, "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("j", "j", "right_square_bracket")
        await until(pilot, lambda: queue(app).cursor == 3)
        await until_shown(pilot, "another number of boats · document 3 of the 4 that have it")
        await pilot.press("g", "j", "right_square_bracket")
        await until_shown(pilot, "no other document of the queue has ferries")
        assert queue(app).cursor == 1


async def test_the_article_stays_in_front_on_the_way_to_another_document(rival_path: Path) -> None:
    async with (app := Desk(rival_path, "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("enter", "right_square_bracket")
        await until_shown(pilot, "Report 3", "Quay News 3")
        assert article(app).has_focus


async def test_the_pane_key_goes_round_all_four(review_path: Path) -> None:
    for size in ((80, 24), (60, 20), (40, 10), (160, 50)):
        async with (app := Desk(review_path, "ana")).run_test(size=size) as pilot:
            await until(pilot, lambda: rivals(app).row_id)
            for pane in (article, details, rivals, queue):
                await pilot.press("w")
                await until(pilot, partial(in_front, app, pane))


async def test_details_and_rivals_share_a_place_at_eighty_columns(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        assert details(app).is_on_screen and not rivals(app).display
        await until_shown(pilot, "no question · 1 other figure")
        await pilot.press("w", "w", "w")
        await until_shown(pilot, "Rivals: homes", "the grid operator", "x2")
        await pilot.press("q")
        await until(pilot, lambda: queue(app).has_focus)
        assert rivals(app).is_on_screen and not details(app).display


async def test_all_fields_are_shown_with_what_was_extracted(review_path: Path) -> None:
    with open_review(review_path, reviewer="ben") as review:
        row_id = review.queue()[0]
        review.correct(row_id, low=7000, noun="households")
        review.decide([row_id], "disputed", note="first line\nsecond line", evidence=["https://grid.example/outages"])
        review.tag([row_id], "power")
    async with (app := Desk(review_path, "ana")).run_test(size=(160, 60)) as pilot:
        await opened(pilot)
        await pilot.press("i")
        await until_shown(
            pilot, "All fields of >6,000 households", "second line", "https://grid.example/outages", "power"
        )
        assert "extracted: 6000, corrected by ben" in shown(app) and "extracted: homes" in shown(app)
        for name in (
            "sentence_start",
            "as_of_end",
            "why_not",
            "prefix",
            "sha256 of text",
            "retrieved",
            "took the place of",
        ):
            assert name in shown(app)
        await pilot.press("i")
        await until(pilot, lambda: app.screen is desk(app))


async def test_fields_scroll_where_they_do_not_fit(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("i")
        await until_shown(pilot, "The figure's record")
        await pilot.press("G")
        await until_shown(pilot, "took the place of")
        await pilot.press("g", "j", "k", "ctrl+d", "ctrl+u", "q")
        await until(pilot, lambda: app.screen is desk(app))


async def test_the_history_says_who_did_what(review_path: Path) -> None:
    with open_review(review_path, reviewer="ben") as review:
        review.decide(review.queue()[:1], "confirmed", note="seen")
    async with (app := Desk(review_path, "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("d", "u", "g", "h")
        await until_shown(pilot, "History of >6,000 homes", "ben  ● confirmed", "ben  note: seen", "(undone)")
        await pilot.press("j", "k", "G", "g", "h", "j", "h")
        await until_shown(pilot, "nothing was done with it yet")
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is desk(app))


async def test_every_key_works_in_an_empty_review(tmp_path: Path) -> None:
    path = make_review(tmp_path / "empty.db", documents=0)
    async with (app := Desk(path, "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("i", "h", "right_square_bracket", "left_square_bracket", "w", "w", "w", "enter", "j", "G")
        await until(pilot, lambda: rivals(app).has_focus)
        assert app.screen is desk(app)


async def at_rest(pilot: Pilot[None]) -> None:
    """Wait until the layout has found its final shape: the same screen three times in a row."""
    seen: list[str] = []

    def same() -> bool:
        seen.append(shown(pilot.app))
        return len(seen) > 2 and len(set(seen[-3:])) == 1

    await until(pilot, same)


@pytest.mark.parametrize("size", SIZES)
async def test_golden_of_the_desk(rival_path: Path, size: tuple[int, int]) -> None:
    async with Desk(rival_path, "ana").run_test(size=size) as pilot:
        await opened(pilot)
        await at_rest(pilot)
        check_golden(pilot, "desk")


@pytest.mark.parametrize("size", SIZES)
async def test_golden_of_the_rivals(rival_path: Path, size: tuple[int, int]) -> None:
    async with (app := Desk(rival_path, "ana")).run_test(size=size) as pilot:
        await opened(pilot)
        await pilot.press("w", "w", "w")
        await until(pilot, lambda: rivals(app).has_focus and rivals(app).is_on_screen)
        await at_rest(pilot)
        check_golden(pilot, "rivals", of="RivalsPane")


@pytest.mark.parametrize("size", SIZES)
async def test_golden_of_the_fields(review_path: Path, size: tuple[int, int]) -> None:
    with open_review(review_path, reviewer="ana") as review:
        review.correct(review.queue()[0], low=7000)
        found = particulars(review, review.queue()[0])
    change = replace(found.view.corrections[0], corrected_at="2025-06-20T08:00:00Z")
    async with Desk(review_path, "ana").run_test(size=size) as pilot:
        await opened(pilot)
        await pilot.app.push_screen(FieldsScreen(replace(found, view=replace(found.view, corrections=(change,)))))
        await until_shown(pilot, "extracted: 6000")
        await at_rest(pilot)
        check_golden(pilot, "fields", of=".dialog")


@pytest.mark.parametrize("size", SIZES)
async def test_golden_of_the_history(review_path: Path, size: tuple[int, int]) -> None:
    deeds: tuple[tuple[str, str, dict[str, object], bool], ...] = (
        ("ben", "undo", {"label": "disputed 1 figure"}, False),
        ("ben", "verdict", {"verdict": "disputed"}, True),
        ("somebody of the night shift", "evidence", {}, False),
        ("ana", "verdict", {"verdict": "misreported"}, False),
    )
    labels = (
        "undone: disputed 1 figure",
        "disputed",
        "evidence supports: https://a.example/" + "x" * 90,
        "misreported",
    )
    events = [
        Event("", "", f"2025-06-20T08:0{9 - at}:00Z", who, kind, label, 1, "", "", undone, payload)
        for at, ((who, kind, payload, undone), label) in enumerate(zip(deeds, labels, strict=True))
    ]
    async with Desk(review_path, "ana").run_test(size=size) as pilot:
        await opened(pilot)
        await pilot.app.push_screen(HistoryScreen("6,000 homes", events))
        await until_shown(pilot, "times are UTC")
        await at_rest(pilot)
        check_golden(pilot, "history", of=".dialog")


async def test_a_key_that_can_do_nothing_says_so(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        for key, said in (("T", "T has nothing to do here: take all marks away"), ("A", "is in no question · & puts")):
            await pilot.press(key)
            await until_shown(pilot, said)
        await pilot.press("escape", "f9")
        assert "is in no question" in shown(app)


async def test_what_a_filter_leaves_empty_shows_nothing_of_the_figure_before(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        assert "rivals: " in shown(app)
        await pilot.press("f", *"noun:zebra", "enter")
        await until_shown(pilot, "no figure fits")
        await until(pilot, lambda: "rivals: " not in shown(app))
        await pilot.press("c")
        await until_shown(pilot, "there is no figure here · c: confirmed")


async def test_a_search_begins_with_the_last_words_to_be_typed_over(review_path: Path) -> None:
    async with Desk(review_path, "ana").run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("slash", *"zebra", "enter")
        await until_shown(pilot, "not found in the queue as it is shown: zebra")
        await pilot.press("slash", *"barges", "enter")
        await until_shown(pilot, "1 of 2 with barges")


async def test_while_something_is_looked_for_the_hint_names_no_letters(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("question_mark")
        await until_shown(pilot, "q close")
        await pilot.press("slash")
        await until_shown(pilot, "enter keeps what was found · esc shows everything")
        assert "q close" not in shown(app)
        await pilot.press("m", "enter")
        await until_shown(pilot, "q close")
