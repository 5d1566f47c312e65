"""A whole keyboard session at the desk, as a reviewer would see it."""

from functools import partial
from pathlib import Path

import pytest
from textual.widgets import Input, TextArea

from db import Review, ReviewError, open_review
from tests.tui.driving import article, desk, figure, opened, queue, shown, states, until, until_shown
from tui.app import Desk
from tui.screens.choice import DismissPanel, ReasonPanel
from tui.screens.evidence import EvidenceScreen
from tui.screens.help import HelpScreen
from tui.screens.note import NoteScreen


async def test_opens_on_the_first_figure_with_its_article_and_facts(review_path: Path) -> None:
    async with Desk(review_path, "ana").run_test(size=(160, 50)) as pilot:
        await opened(pilot)
        await until_shown(
            pilot,
            "storm.db",
            "0/6",
            ">6,000",
            "~3,800–4,000",
            "homes lost power",
            "Harbour Post 1",
            "https://harbour-post.example/1",
            "the grid operator",
        )


async def test_confirmed_is_stored_said_and_followed_by_the_next_unreviewed(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("c")
        await until(pilot, lambda: "confirmed >6,000 homes · u undoes" in shown(app))
        assert queue(app).cursor == 1
        assert states(review_path)[:2] == ["confirmed", "unreviewed"]
        assert "1/6" in shown(app)


async def test_keys_typed_in_one_go_judge_one_figure_each(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("c", "d", "m", "b", "x", "w", "c")
        await until(pilot, lambda: "5/6" in shown(app))
    assert states(review_path) == ["confirmed", "disputed", "misreported", "dismissed", "confirmed", "unreviewed"]


async def test_misreported_asks_for_its_reason(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("m")
        await until(pilot, lambda: isinstance(app.screen, ReasonPanel) and "bound lost" in shown(app))
        assert states(review_path)[0] == "unreviewed"
        await pilot.press("b")
        await until(pilot, lambda: "misreported >6,000 homes (bound lost)" in shown(app))
    assert figure(review_path, 0).reason == "bound_lost"


async def test_escape_leaves_the_reasons_without_a_verdict(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        for key in ("m", "x"):
            await pilot.press(key)
            await until(pilot, lambda: isinstance(app.screen, ReasonPanel | DismissPanel))
            await pilot.press("escape")
            await until(pilot, lambda: app.screen is desk(app))
    assert set(states(review_path)) == {"unreviewed"}


async def test_the_reason_other_opens_the_note_of_the_figure_judged(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("m", "x", *"why", "ctrl+s")
        await until(pilot, lambda: app.screen is desk(app))
    assert (figure(review_path, 0).reason, figure(review_path, 0).note) == ("other", "why")


async def test_dismissed_says_why(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("x", "n")
        await until(pilot, lambda: "1/6" in shown(app))
    assert (figure(review_path, 0).state, figure(review_path, 0).reason) == ("dismissed", "not_a_figure")


async def test_undo_and_redo_go_back_to_the_figure(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("c", "d", "u")
        await until(pilot, lambda: states(review_path)[:2] == ["confirmed", "unreviewed"])
        await until(pilot, lambda: queue(app).cursor == 1)
        await pilot.press("ctrl+r")
        await until(pilot, lambda: states(review_path)[:2] == ["confirmed", "disputed"])
        await pilot.press("u", "u", "u")
        await until(pilot, lambda: "nothing to undo" in shown(app))
    assert set(states(review_path)) == {"unreviewed"}


async def test_a_verdict_can_be_taken_back_where_it_stands(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        assert "reopen" not in shown(app)
        await pilot.press("c", "k", "r")
        await until(pilot, lambda: "unreviewed >6,000 homes" in shown(app))
        assert queue(app).cursor == 0
    assert set(states(review_path)) == {"unreviewed"}


async def test_note_is_written_shown_and_changed(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("n")
        await until(pilot, lambda: isinstance(app.screen, NoteScreen))
        await pilot.press(*"cdm q", "enter", *"two", "ctrl+s")
        await until(pilot, lambda: "stored: note on >6,000 homes" in shown(app) and "cdm q two" in shown(app))
        assert figure(review_path, 0).note == "cdm q\ntwo"
        await pilot.press("n", "backspace", "escape")
        await until(pilot, lambda: app.screen is desk(app))
        assert figure(review_path, 0).note == "cdm q\ntwo"
    assert states(review_path)[0] == "unreviewed"


async def test_a_note_that_cannot_be_stored_stays_in_the_editor(
    review_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise ReviewError("the disk is full")

    async with (app := Desk(review_path, "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        monkeypatch.setattr(Review, "set_note", refuse)
        await pilot.press("n")
        await until(pilot, lambda: isinstance(app.screen, NoteScreen))
        await pilot.press(*"kept", "ctrl+s")
        await until(pilot, lambda: "not saved: the disk is full" in shown(app))
        assert app.screen.query_one(TextArea).text == "kept"
        monkeypatch.undo()
        await pilot.press("ctrl+s")
        await until(pilot, lambda: app.screen is desk(app))
    assert figure(review_path, 0).note == "kept"


async def test_a_verdict_that_cannot_be_stored_is_not_shown(review_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise ReviewError("the review is locked")

    async with (app := Desk(review_path, "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        monkeypatch.setattr(Review, "decide", refuse)
        await pilot.press("c")
        await until(pilot, lambda: "the review is locked" in shown(app))
        assert queue(app).cursor == 0 and "0/6" in shown(app) and "confirmed 6,000" not in shown(app)


async def test_evidence_takes_a_link_and_refuses_other_schemes(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("s")
        await until(pilot, lambda: isinstance(app.screen, EvidenceScreen))
        await pilot.press(*"javascript:alert(1)", "enter")
        await until(pilot, lambda: "http" in str(app.screen.query_one(".problem").render()))
        assert app.screen.query_one(Input).value == "javascript:alert(1)"
        await pilot.press("ctrl+o", "ctrl+t", "enter")
        await until(pilot, lambda: "stored: source link for >6,000 homes" in shown(app))
    evidence = figure(review_path, 0).evidence
    assert [(piece.link, piece.stance) for piece in evidence] == [("https://harbour-post.example/1", "contradicts")]


async def test_quit_and_open_again_at_the_same_figure_with_the_same_verdicts(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("c", "j", "Z", "j")
        left_at = queue(app).row_id()
        await pilot.press("q")
        await until(pilot, lambda: app.return_code is not None)
    assert app.return_code == 0
    async with (again := Desk(review_path, "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        assert queue(again).row_id() == left_at
        assert "All figures" in shown(again) and "1/6" in shown(again)
    async with (other := Desk(review_path, "ben")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        assert queue(other).cursor == 0


async def test_tab_goes_round_the_unreviewed_figures(review_path: Path) -> None:
    with open_review(review_path, reviewer="ana") as review:
        ids = review.queue()
        review.decide([ids[1], ids[2]], "confirmed")
    async with (app := Desk(review_path, "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        places = []

        def cursor_left(before: int) -> bool:
            return queue(app).cursor != before

        for key in ("tab", "tab", "shift+tab", "shift+tab", "shift+tab"):
            before = queue(app).cursor
            await pilot.press(key)
            await until(pilot, partial(cursor_left, before))
            places.append(queue(app).cursor)
        assert places == [3, 4, 3, 0, 5]


async def test_the_last_verdict_says_that_nothing_is_left(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        assert "next open" in shown(app)
        await pilot.press(*"cccccc")
        await until(pilot, lambda: "nothing is left unreviewed" in shown(app))
        await until(pilot, lambda: "6/6" in shown(app) and "next open" not in shown(app))


async def test_the_article_follows_and_marks_the_figure(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("j", "j", "j")
        await until(pilot, lambda: "Harbour Post 2" in shown(app))
        page = article(app).page
        assert page is not None
        mark = page.current_mark()
        assert mark is not None and mark.row_id == queue(app).row_id()
        assert page.text[mark.start : mark.end] == "6,000"


async def test_in_the_article_j_scrolls_and_q_goes_back(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=(80, 14)) as pilot:
        await opened(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: article(app).has_focus and "back" in shown(app))
        await pilot.press("j")
        assert queue(app).cursor == 0
        await pilot.press("q")
        await until(pilot, lambda: queue(app).has_focus and "quit" in shown(app))
        assert app.is_running


async def test_what_is_not_checkable_is_shown_on_request_with_why(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=(160, 50)) as pilot:
        await opened(pilot)
        assert len(queue(app).ids) == 6
        await pilot.press("Z")
        await until(pilot, lambda: len(queue(app).ids) == 8 and "identifier" in shown(app))
        await pilot.press("j", "j", "Z")
        await until(pilot, lambda: len(queue(app).ids) == 6)


async def test_another_programs_verdict_appears(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("j")
        with open_review(review_path, reviewer="ana") as review:
            review.decide([review.queue()[0]], "disputed")
        await until(pilot, lambda: "1/6" in shown(app))
        assert queue(app).cursor == 1


async def test_help_explains_keys_verdicts_and_reasons(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=(160, 120)) as pilot:
        await opened(pilot)
        await pilot.press("question_mark")
        await until(pilot, lambda: isinstance(app.screen, HelpScreen) and "scope widened" in shown(app))
        assert "the document strays from its own source" in shown(app)
        assert "undo your own last action" in shown(app)
        await pilot.press("j", "k", "G", "g", "escape")
        await until(pilot, lambda: app.screen is desk(app))


async def test_an_empty_review_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    open_review(path, reviewer="ana", create=True).close()
    async with (app := Desk(path, "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        assert "figcheck add empty.db" in shown(app)
        await pilot.press("c", "m", "n", "s", "j", "G", "tab", "enter", "u", "r", "Z")
        await until(pilot, lambda: "there is no figure here" in shown(app))
        assert app.screen is desk(app)


async def test_a_click_moves_the_cursor(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.click(queue(app), offset=(5, 3))
        await until(pilot, lambda: queue(app).cursor == 2)
        await pilot.click(article(app), offset=(5, 3))
        await until(pilot, lambda: article(app).has_focus and "back" in shown(app))
