"""Filter, order and search on the desk, as a reviewer uses them."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

import pytest
from textual.widgets import Input

from db import Review, open_review
from db.model import DeskState
from db.query import Completion, QueryError, find_all
from tests.factories import make_document, make_figure
from tests.tui.driving import desk, make_review, opened, queue, shown, until, until_shown
from tests.tui.goldens import SIZES, check_golden
from tui.app import Desk
from tui.jobs import finding, opening
from tui.screens.filter import FilterScreen, SearchScreen
from tui.widgets.menu import Menu

SIZE = (120, 40)


def field(app: Desk) -> Input:
    return app.screen.query_one(Input)


def problem(app: Desk) -> str:
    return str(app.screen.query_one(".problem").render())


async def test_f_shows_only_what_fits_and_says_so_in_the_border(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=SIZE) as pilot:
        await opened(pilot)
        await pilot.press("f", *"noun:homes", "enter")
        await until(pilot, lambda: len(queue(app).ids) == 2)
        await until_shown(pilot, "Queue · noun:homes", "1 of 2")
        await pilot.press("f", "ctrl+u", "enter")
        await until(pilot, lambda: len(queue(app).ids) == 6 and "noun:homes" not in shown(app))


async def test_a_wrong_filter_is_told_in_place_and_kept(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=SIZE) as pilot:
        await opened(pilot)
        await pilot.press("f", *"homes kin:money", "enter")
        await until(pilot, lambda: "did you mean kind?" in problem(app))
        assert isinstance(app.screen, FilterScreen) and field(app).value == "homes kin:money"
        assert field(app).cursor_position == 10 and len(queue(app).ids) == 6
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is desk(app))


async def test_keys_and_values_of_the_review_are_completed(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=SIZE) as pilot:
        await opened(pilot)
        await pilot.press("f", *"pu")
        await until_shown(pilot, "publisher:", "who published it")
        await pilot.press("tab")
        await until(pilot, lambda: field(app).value == "publisher:" and "Harbour Post 2" in shown(app))
        await pilot.press("2")
        await until(pilot, lambda: len(app.screen.query_one(Menu)) == 1)
        await pilot.press("right")
        await until(pilot, lambda: field(app).value == 'publisher:"Harbour Post 2"')
        await pilot.press("enter")
        await until(pilot, lambda: len(queue(app).ids) == 3 and app.screen is desk(app))


async def test_right_moves_inside_the_line(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=SIZE) as pilot:
        await opened(pilot)
        await pilot.press("f", *"st", "left", "right")
        assert field(app).value == "st" and field(app).cursor_position == 2


async def test_a_ready_filter_is_chosen_from_the_list(review_path: Path) -> None:
    with open_review(review_path, reviewer="ana") as review:
        review.decide([review.queue()[0]], "confirmed")
    async with (app := Desk(review_path, "ana")).run_test(size=SIZE) as pilot:
        await opened(pilot)
        await pilot.press("f")
        await until_shown(pilot, "decided without evidence")
        await pilot.press("down", "enter")
        await until(pilot, lambda: len(queue(app).ids) == 1 and app.screen is desk(app))
        assert desk(app).state.filter.endswith("without:evidence")


async def test_what_is_still_looked_up_when_the_line_closes_is_given_up(review_path: Path) -> None:
    app = Desk(review_path, "ana")
    given_up = asyncio.Event()

    async def offered_too_late(text: str, cursor: int) -> Sequence[Completion]:
        try:
            while line.query(Menu):
                await asyncio.sleep(0)
        except asyncio.CancelledError:
            given_up.set()
            raise
        return [Completion(0, 0, "noun:homes", "")]

    async def applied(text: str) -> QueryError | None:
        return None

    line = FilterScreen("", offered_too_late, applied)
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot)
        await app.push_screen(line)
        await pilot.press("escape")
        await until(pilot, given_up.is_set)
        await until(pilot, lambda: app.screen is desk(app))


async def test_a_figure_judged_under_a_filter_stays_until_refresh(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=SIZE) as pilot:
        await opened(pilot)
        await pilot.press("f", *"state:unreviewed noun:homes", "enter")
        await until(pilot, lambda: len(queue(app).ids) == 2)
        await pilot.press("c")
        await until_shown(pilot, "confirmed >6,000 homes", "2 of 2")
        assert len(queue(app).ids) == 2
        await pilot.press("ctrl+l")
        await until(pilot, lambda: len(queue(app).ids) == 1)


async def test_the_next_unreviewed_is_looked_for_inside_the_filter(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=SIZE) as pilot:
        await opened(pilot)
        await pilot.press("f", *"noun:homes", "enter")
        await until(pilot, lambda: len(queue(app).ids) == 2)
        await pilot.press("tab")
        await until(pilot, lambda: queue(app).cursor == 1)
        await pilot.press("tab")
        await until(pilot, lambda: queue(app).cursor == 0)


async def test_filter_and_order_are_there_again_after_reopening(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=SIZE) as pilot:
        await opened(pilot)
        await pilot.press("f", *">100", "enter")
        await until(pilot, lambda: len(queue(app).ids) == 4)
        await pilot.press("z", "j")
        await until_shown(pilot, "sorted: largest first")
        await pilot.press("q")
        await until(pilot, lambda: app.return_code is not None)
    async with (again := Desk(review_path, "ana")).run_test(size=SIZE) as pilot:
        await opened(pilot)
        await until_shown(pilot, "Queue · >100 · largest first")
        assert len(queue(again).ids) == 4
    async with (other := Desk(review_path, "ben")).run_test(size=SIZE) as pilot:
        await opened(pilot)
        assert len(queue(other).ids) == 6 and "largest" not in shown(other)


async def test_z_goes_round_the_orders(review_path: Path) -> None:
    with open_review(review_path, reviewer="ana") as review:
        in_order = list(review.queue())
        review.decide([in_order[0]], "confirmed")
    async with (app := Desk(review_path, "ana")).run_test(size=SIZE) as pilot:
        await opened(pilot)
        await pilot.press("z")
        await until_shown(pilot, "largest first")
        a, b, teaser, c, d, teaser2 = in_order
        assert list(queue(app).ids) == [a, c, b, d, teaser, teaser2]
        await pilot.press("z")
        await until_shown(pilot, "undecided first")
        assert list(queue(app).ids) == [b, c, d, a, teaser, teaser2]
        await pilot.press("z")
        await until(pilot, lambda: list(queue(app).ids) == in_order)


async def test_search_goes_to_the_next_hit_and_n_on_and_round(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=SIZE) as pilot:
        await opened(pilot)
        await pilot.press("slash", *"barges", "enter")
        await until(pilot, lambda: queue(app).cursor == 2 and "1 of 2 with barges" in shown(app))
        await pilot.press("N")
        await until(pilot, lambda: queue(app).cursor == 5 and "2 of 2 with barges" in shown(app))
        await pilot.press("N")
        await until(pilot, lambda: queue(app).cursor == 2)
        await pilot.press("ctrl+n")
        await until(pilot, lambda: queue(app).cursor == 5 and "2 of 2 with barges" in shown(app))
        assert len(queue(app).ids) == 6


async def test_a_search_can_become_a_filter(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=SIZE) as pilot:
        await opened(pilot)
        await pilot.press("slash", *"barges", "ctrl+f")
        await until(pilot, lambda: len(queue(app).ids) == 2 and app.screen is desk(app))


async def test_a_search_for_what_is_not_there_says_so(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=SIZE) as pilot:
        await opened(pilot)
        await pilot.press("N")
        await until(pilot, lambda: isinstance(app.screen, SearchScreen))
        await pilot.press(*"zebra", "enter")
        await until_shown(pilot, "not found in the queue as it is shown: zebra")
        assert queue(app).cursor == 0


async def test_a_stored_filter_that_cannot_be_read_is_left_out_and_said(review_path: Path) -> None:
    with open_review(review_path, reviewer="ana") as review:
        review.save_desk(DeskState(filter="colour:red", sort="by mood"))
    async with (app := Desk(review_path, "ana")).run_test(size=SIZE) as pilot:
        await until_shown(pilot, "the filter is left out", "colour")
        assert len(queue(app).ids) == 6


@pytest.fixture
def long_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A review of 240 figures, of which the desk looks for a few at a time."""
    monkeypatch.setattr(opening, "AT_ONCE", 1)
    monkeypatch.setattr(opening, "PATIENCE", 0.0)
    monkeypatch.setattr(opening, "WINDOW", 10)
    return make_review(tmp_path / "long.db", documents=80)


async def test_a_long_queue_shows_its_first_page_and_then_the_rest(
    long_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.query.pace.DOCUMENTS", 4)
    with open_review(long_path, reviewer="ana") as review:
        figure_id = review.figure(review.queue()[150]).figure_id
        review.save_desk(DeskState(figure_id=figure_id))
        first = opening.open_queue(review)
        assert not first.whole and first.inside and len(first.ids) == 11
        assert first.ids[first.place] == review.queue()[150]
    async with (app := Desk(long_path, "ana")).run_test(size=SIZE) as pilot:
        await until(pilot, lambda: len(queue(app).ids) == 240)
        assert queue(app).cursor == 150
        row = queue(app).row()
        assert row is not None and row.figure_id == figure_id
        await until_shown(pilot, "151 of 240")


async def test_a_long_queue_shows_the_largest_before_it_is_sorted(long_path: Path) -> None:
    with open_review(long_path, reviewer="ana") as review:
        millions = {f"{count},000,000": count * 1_000_000 for count in range(1, 31)}
        document = make_document("Sold: " + ", ".join(millions))
        review.add(document, [make_figure(document, text, number) for text, number in millions.items()])
        place = review.figure(review.queue()[150]).figure_id
        whole = find_all(review, order="value")
        first = opening.open_queue(review, DeskState(figure_id=place, sort="value"), last=150)
        assert not first.whole and first.ids == whole[:20] and first.place == 0
        review.save_desk(DeskState(sort="value"))
    async with (app := Desk(long_path, "ana")).run_test(size=SIZE) as pilot:
        await until(pilot, lambda: queue(app).ids == whole)
        await until_shown(pilot, "1 of 270", "largest first")


async def test_the_end_that_was_asked_for_is_gone_to_when_all_is_found(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=SIZE) as pilot:
        await opened(pilot)
        ids = queue(app).ids
        queue(app).show(ids[1:3], 1, searching=True)
        await pilot.press("G")
        queue(app).show_more(ids, searching=False)
        await until(pilot, lambda: queue(app).cursor == 5)


async def test_others_changes_do_not_take_figures_out_of_a_filtered_queue(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=SIZE) as pilot:
        await opened(pilot)
        await pilot.press("f", *"state:unreviewed", "enter")
        await until_shown(pilot, "Queue · state:unreviewed")
        with open_review(review_path, reviewer="ana") as review:
            review.decide([review.queue()[0]], "disputed")
        await until_shown(pilot, "1/6")
        assert len(queue(app).ids) == 6


async def test_a_filter_is_found_to_fail_when_the_file_does(review_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from db import ReviewError

    def refuse(*_: object) -> None:
        raise ReviewError("the review is in use")

    async with (app := Desk(review_path, "ana")).run_test(size=SIZE) as pilot:
        await opened(pilot)
        monkeypatch.setattr(Review, "rows", refuse)
        await pilot.press("f", *"homes", "enter")
        await until_shown(pilot, "the review is in use")
        assert len(queue(app).ids) == 6


def test_a_set_of_ids_is_small_and_right() -> None:
    among = finding.Among([5, 1_000_000, 3])
    assert [row_id for row_id in (0, 3, 4, 5, 999_999, 1_000_000, 2_000_000) if row_id in among] == [3, 5, 1_000_000]


async def test_foreign_values_are_offered_as_text_and_can_be_filtered_by(tmp_path: Path) -> None:
    path = tmp_path / "hostile.db"
    text = "The dam held 40 [/b][@click=app.quit]tonnes of water."
    document = make_document(text, publisher="[bold]Post[/] [@click=app.quit]x")
    with open_review(path, reviewer="ana", create=True) as review:
        review.add(document, [make_figure(document, "40", 40, noun="[/b][@click=app.quit]tonnes")])
    async with (app := Desk(path, "ana")).run_test(size=SIZE) as pilot:
        await opened(pilot)
        await pilot.press("f", *"noun:to")
        await until_shown(pilot, "[/b][@click=app.quit]tonnes")
        await pilot.press("tab", "enter")
        await until(pilot, lambda: app.screen is desk(app) and len(queue(app).ids) == 1)
        await until_shown(pilot, "Queue · noun:[/b][@click=app.quit]tonnes")
        await pilot.press("f", "ctrl+u", *"publisher:")
        await until_shown(pilot, '"[bold]Post[/] [@click=app.quit]x"')
        await pilot.press("tab", "enter")
        await until(pilot, lambda: app.screen is desk(app) and len(queue(app).ids) == 1)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_how_it_looks(review_path: Path, size: tuple[int, int]) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=size) as pilot:
        await opened(pilot)
        await pilot.press("z", "f")
        await until_shown(pilot, "decided without evidence")
        check_golden(pilot, "dialog-filter", "FilterScreen .dialog")
        await pilot.press(*"-publisher:har")
        await until_shown(pilot, '"Harbour Post 2"')
        check_golden(pilot, "dialog-filter-values", "FilterScreen .dialog")
        await pilot.press("escape", "f", *"noun:homes, ", "enter")
        await until(pilot, lambda: "needs another value" in problem(app))
        check_golden(pilot, "dialog-filter-refused", "FilterScreen .dialog")
        await pilot.press("backspace", "enter")
        await until(pilot, lambda: app.screen is desk(app))
        await until_shown(pilot, "1 of 2")
        check_golden(pilot, "queue-filtered", "QueueList")
