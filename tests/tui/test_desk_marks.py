"""Marks for work on many figures at once, kept on the desk; tags, stored in the file."""

from pathlib import Path

from db import open_review
from tests.factories import make_document, make_figure
from tests.tui.driving import desk, opened, queue, rows, shown, states, until, until_shown
from tui.app import Desk
from tui.screens.tag import TagScreen

MANY = 5000


def marked(app: Desk) -> int:
    return len(queue(app).marks)


def tags(path: Path, place: int) -> list[str]:
    with open_review(path, reviewer="ana") as review:
        return review.tags(review.queue()[place])


async def test_a_verdict_acts_on_what_is_marked_and_one_u_takes_it_back(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("t", "j", "t")
        await until_shown(pilot, "2 marked · 4 of 6", "T unmark all")
        assert [line[1] for line in shown(app).split("\n")[2:8]] == ["*", " ", "*", "▌", " ", " "]
        await pilot.press("d")
        await until_shown(pilot, "disputed 2 marked figures · u undoes", "2/6")
        assert states(review_path) == ["disputed", "unreviewed", "disputed", *["unreviewed"] * 3]
        assert marked(app) == 0 and queue(app).cursor == 3  # it was none of those judged
        await pilot.press("u")
        await until(pilot, lambda: set(states(review_path)) == {"unreviewed"})


async def test_a_mark_is_taken_away_by_the_same_key_and_all_of_them_by_a_capital(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        assert "unmark all" not in shown(app)
        await pilot.press("t", "t", "g", "t")
        assert marked(app) == 1
        await pilot.press("T")
        await until_shown(pilot, "nothing is marked")
        assert marked(app) == 0 and "*" not in shown(app)


async def test_marks_take_reasons_dismissals_and_the_way_back(review_path: Path) -> None:
    async with Desk(review_path, "ana").run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("t", "t", "m")
        await until_shown(pilot, "2 marked figures", "bound lost")
        await pilot.press("b")
        await until_shown(pilot, "misreported 2 marked figures (bound lost)")
        await pilot.press("g", "t", "t", "t", "x", "w")
        await until_shown(pilot, "dismissed 3 marked figures (not worth checking)")
        await pilot.press("g", "t", "t", "r")
        await until_shown(pilot, "unreviewed 2 marked figures")
        await pilot.press("t", "t", "full_stop")
        await until_shown(pilot, "dismissed 2 marked figures (not worth checking)")


async def test_a_range_is_judged_as_it_stands(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("j", "v", "j", "j")
        await until_shown(pilot, "3 marked")
        await pilot.press("c")
        await until_shown(pilot, "confirmed 3 marked figures")
        assert states(review_path) == ["unreviewed", *["confirmed"] * 3, "unreviewed", "unreviewed"]
        assert queue(app).cursor == 4


async def test_a_range_can_be_marked_or_left(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("v", "j", "v", "j", "j", "t")
        await until_shown(pilot, "3 marked")
        await pilot.press("v", "j", "escape")
        await until_shown(pilot, "no range", "3 marked")
        assert app.screen is desk(app) and app.is_running
        await pilot.press("v", "k", "q")
        await until(pilot, lambda: queue(app).marks.begun is None)
        assert app.is_running and marked(app) == 3


async def test_what_is_out_of_the_queue_is_not_marked_any_more(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("Z")
        await until(pilot, lambda: len(queue(app).ids) == 8)
        await pilot.press("v", "G", "v")
        assert marked(app) == 8
        await pilot.press("Z")
        await until(pilot, lambda: len(queue(app).ids) == 6)
        assert marked(app) == 6


async def test_figures_are_marked_by_a_query(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("ctrl+t")
        await until(pilot, lambda: isinstance(app.screen, TagScreen))
        await pilot.press(*"pigeons", "enter")
        await until_shown(pilot, "no figure of the queue fits")
        await pilot.press(*["backspace"] * 7, *"homes", "enter")
        await until_shown(pilot, "2 figures marked")
        await pilot.press("c")
        await until_shown(pilot, "confirmed 2 marked figures")
    assert states(review_path) == ["confirmed", "unreviewed", "unreviewed"] * 2


async def test_a_tag_is_put_on_what_is_marked_and_taken_off_again(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("t", "t", "ctrl+t")
        await until_shown(pilot, "Marks and tags: 2 marked figures", "no figure has a tag yet")
        await pilot.press("tab", *"phone desk", "enter")
        await until_shown(pilot, "tagged phone desk: 2 marked figures · u undoes")
        assert [tags(review_path, place) for place in range(3)] == [["phone desk"], ["phone desk"], []]
        assert marked(app) == 2  # tags are for sorting, and more may be done
        await pilot.press("ctrl+t")
        await until_shown(pilot, "in use", "phone desk 2")
        await pilot.press("tab", *"phone desk", "enter")
        await until_shown(pilot, "no longer tagged phone desk: 2 marked figures")
        await pilot.press("u")
        await until(pilot, lambda: tags(review_path, 1) == ["phone desk"])


async def test_a_tag_that_is_refused_stays_in_the_dialog(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("ctrl+t", "tab", *"x" * 101, "enter")
        await until_shown(pilot, "not one line of at most")
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is desk(app))
    assert tags(review_path, 0) == []


async def test_what_is_marked_is_put_off_at_once(review_path: Path) -> None:
    async with Desk(review_path, "ana").run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("t", "t", "space")
        await until_shown(pilot, "put off until later: 2 marked figures")
    assert [row.later for row in rows(review_path)] == [True, True, *[False] * 4]


async def test_capital_verdicts_do_not_mix_with_marks(review_path: Path) -> None:
    async with Desk(review_path, "ana").run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("t", "C")
        await until_shown(pilot, "c d m x judge those")
    assert set(states(review_path)) == {"unreviewed"}


async def test_five_thousand_are_one_action(tmp_path: Path) -> None:
    path = tmp_path / "many.db"
    text = "\n".join(f"{number} homes burned." for number in range(1000, 1000 + MANY))
    document = make_document(text)
    figures = [make_figure(document, str(n), n, noun="homes", start=(n - 1000) * 19) for n in range(1000, 1000 + MANY)]
    assert all(text[figure.start : figure.end] == figure.text for figure in figures)
    with open_review(path, reviewer="ana", create=True) as review:
        review.add(document, figures)
    async with Desk(path, "ana").run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("v", "G", "c")
        await until_shown(pilot, "confirmed 5,000 marked figures", "5,000/5,000")
        await pilot.press("u")
        await until_shown(pilot, "undone: confirmed 5000 figures", "0/5,000")
