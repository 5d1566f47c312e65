"""The dialog for evidence: a pasted link, links used before, documents and conversations."""

from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from db import Review, ReviewError, open_review
from tests.tui.driving import desk, figure, opened, shown, until, until_shown
from tui.app import Desk
from tui.screens.desk import writing
from tui.screens.evidence import EvidenceScreen, link_problem

TODAY = "2026-03-14"


@pytest.fixture(autouse=True)
def _fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "today", lambda: TODAY)


async def ask(pilot: Pilot[None]) -> None:
    """Open the dialog."""
    await pilot.press("s")
    await until(pilot, lambda: isinstance(pilot.app.screen, EvidenceScreen))
    await until_shown(pilot, "Source for")


def link_field(pilot: Pilot[None]) -> Input:
    return pilot.app.screen.query_one(Input)


def use(path: Path, *links: str) -> None:
    """Have these links be evidence of the last figure, in this order."""
    with open_review(path, reviewer="ana") as review:
        for link in links:
            review.add_evidence(review.queue()[-1], link, title=f"About {link[-1]}")


async def test_a_pasted_link_and_enter_are_enough(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await ask(pilot)
        app.screen.post_message(events.Paste("https://a.example/report\n"))
        await until(pilot, lambda: link_field(pilot).value == "https://a.example/report")
        await pilot.press("enter")
        await until_shown(pilot, "stored: source link for >6,000 homes")
    (piece,) = figure(review_path, 0).evidence
    assert (piece.kind, piece.link, piece.stance, piece.seen_on) == (
        "link",
        "https://a.example/report",
        "supports",
        TODAY,
    )


async def test_the_scheme_is_checked_while_the_link_is_typed(review_path: Path) -> None:
    async with Desk(review_path, "ana").run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await ask(pilot)
        await pilot.press(*"ftp:")
        await until_shown(pilot, "is no http or https link")
        await pilot.press(*["backspace"] * 4)
        await until(pilot, lambda: "is no http or https link" not in shown(pilot.app))


@pytest.mark.parametrize(
    ("typed", "offered", "wrong"),
    [
        ("", False, False),
        ("h", False, False),
        ("https:/", False, False),
        ("https://a.example", False, False),
        ("  https://a.example  ", False, False),
        ("report", True, False),
        ("report", False, True),
        ("javascript:alert(1)", True, True),
        ("file:///etc/passwd", False, True),
        ("https://user@a.example", False, True),
        ("https://a b", True, True),
    ],
)
def test_what_is_said_of_a_link_as_far_as_it_is_typed(typed: str, offered: bool, wrong: bool) -> None:
    assert bool(link_problem(typed, offered=offered)) is wrong


async def test_links_used_before_are_offered_the_most_recent_first(review_path: Path) -> None:
    use(review_path, "https://old.example/a", "https://mid.example/b", "https://old.example/a")
    async with Desk(review_path, "ana").run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await ask(pilot)
        lines = [line for line in shown(pilot.app).split("\n") if ".example/" in line and "│ " in line]
        offered = [next(word for word in line.split() if word.startswith("https")) for line in lines]
        assert offered[:3] == ["https://harbour-post.example/1", "https://old.example/a", "https://mid.example/b"]
        await pilot.press("down", "down", "down", "up", "enter")
        await until_shown(pilot, "stored: source link")
    (piece,) = figure(review_path, 0).evidence
    assert (piece.link, piece.title) == ("https://old.example/a", "About a")


async def test_what_is_typed_filters_the_links(review_path: Path) -> None:
    use(review_path, "https://old.example/a", "https://mid.example/b")
    async with Desk(review_path, "ana").run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await ask(pilot)
        await pilot.press(*"mid")
        await until(pilot, lambda: "old.example" not in shown(pilot.app))
        await pilot.press("down")
        await until(pilot, lambda: link_field(pilot).value == "https://mid.example/b")
        await pilot.press("enter")
        await until_shown(pilot, "stored: source link")
    assert figure(review_path, 0).evidence[0].link == "https://mid.example/b"


async def test_a_link_that_was_used_can_be_clicked(review_path: Path) -> None:
    use(review_path, "https://old.example/a")
    async with Desk(review_path, "ana").run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await ask(pilot)
        await pilot.click("Menu", offset=(3, 1))
        await until(pilot, lambda: link_field(pilot).value == "https://old.example/a")


async def test_every_field_is_reached_by_tab_and_stored(review_path: Path) -> None:
    async with Desk(review_path, "ana").run_test(size=(100, 60)) as pilot:
        await opened(pilot)
        await ask(pilot)
        await pilot.press(*"https://a.example/1", "tab", "right", "tab", *"Report", "tab", *"about 600")
        await pilot.press("tab", *["backspace"] * 10, *"2025-06-18", "tab", *"https://archive.example/1", "enter")
        await until_shown(pilot, "stored: source link", "against", "Report · “about 600” · seen 2025-06-18")
    (piece,) = figure(review_path, 0).evidence
    assert (piece.stance, piece.title, piece.quote) == ("contradicts", "Report", "about 600")
    assert (piece.seen_on, piece.archived_link) == ("2025-06-18", "https://archive.example/1")


async def test_a_conversation_needs_a_title_and_no_link(review_path: Path) -> None:
    async with Desk(review_path, "ana").run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await ask(pilot)
        await pilot.press("ctrl+g", "ctrl+g", "tab", "tab", "tab", *"600", "enter")
        await until_shown(pilot, "a conversation as evidence needs a title")
        await pilot.press("shift+tab", *"Call with the operator", "enter")
        await until_shown(pilot, "stored: conversation for >6,000 homes")
    (piece,) = figure(review_path, 0).evidence
    assert (piece.kind, piece.link, piece.title, piece.quote) == ("conversation", None, "Call with the operator", "600")


@pytest.mark.parametrize("keys", [("enter",), ("escape",), ("ctrl+o", "escape")])
async def test_nothing_is_stored_where_nothing_is_given(review_path: Path, keys: tuple[str, ...]) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await ask(pilot)
        await pilot.press(*keys)
        await until(pilot, lambda: app.screen is desk(app))
    assert figure(review_path, 0).evidence == ()


async def test_evidence_that_cannot_be_stored_stays_in_the_dialog(
    review_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise ReviewError("the disk is full")

    async with Desk(review_path, "ana").run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await ask(pilot)
        monkeypatch.setattr(Review, "add_evidence", refuse)
        await pilot.press(*"https://a.example/1", "enter")
        await until_shown(pilot, "the disk is full")
        assert link_field(pilot).value == "https://a.example/1"
        monkeypatch.undo()
        await pilot.press("enter")
        await until_shown(pilot, "stored: source link")
