"""Opening links, and copying."""

from pathlib import Path

import pytest

from db import open_review
from tests.factories import make_document, make_figure
from tests.tui.driving import desk, opened, shown, until, until_shown
from tests.tui.goldens import SIZES, check_golden
from tui.app import Desk
from tui.screens.open_link import OpenLinkScreen, why_not_here
from tui.widgets.menu import Menu

ADDRESS = "https://harbour-post.example/1"


@pytest.fixture
def opened_links(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Have a browser that only remembers what it was to open."""
    found: list[str] = []
    for name in ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr("webbrowser.get", lambda: object())

    def remember(address: str) -> bool:
        found.append(address)
        return True

    monkeypatch.setattr("webbrowser.open", remember)
    return found


async def test_the_whole_link_is_shown_before_it_is_opened(review_path: Path, opened_links: list[str]) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("o")
        await until_shown(pilot, "Open a link of >6,000 homes", ADDRESS, "enter opens it in your browser")
        assert opened_links == []
        await pilot.press("enter")
        await until(pilot, lambda: f"opened in your browser: {ADDRESS}" in shown(app))
    assert opened_links == [ADDRESS]


async def test_escape_opens_nothing(review_path: Path, opened_links: list[str]) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("o", "escape")
        await until(pilot, lambda: app.screen is desk(app))
    assert opened_links == []


async def test_over_ssh_the_link_is_shown_and_copied(
    review_path: Path, opened_links: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSH_CONNECTION", "10.0.0.1 1 10.0.0.2 22")
    async with (app := Desk(review_path, "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("o")
        await until_shown(pilot, ADDRESS, "over ssh: enter copies it instead")
        await pilot.press("enter")
        await until(pilot, lambda: "sent to the terminal's clipboard" in shown(app))
        assert app.clipboard == ADDRESS
    assert opened_links == []


async def test_links_of_evidence_can_be_chosen(review_path: Path, opened_links: list[str]) -> None:
    with open_review(review_path, reviewer="ana") as review:
        review.add_evidence(review.queue()[0], "https://other.example/2", archived_link="https://archive.example/2")
    async with (app := Desk(review_path, "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("o", "j")
        await until_shown(pilot, "article  ", "evidence https://other.example/2", "archived ")
        await pilot.press("enter")
        await until(pilot, lambda: opened_links)
        await pilot.press("o")
        await until(pilot, lambda: isinstance(app.screen, OpenLinkScreen))
        await pilot.click(app.screen.query_one(Menu), offset=(12, 2))
        await pilot.press("c")
        await until(pilot, lambda: app.clipboard == "https://archive.example/2")
    assert opened_links == ["https://other.example/2"]


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "https://bank.example\u202e@evil.example/", "--version"]
)
async def test_what_is_no_http_link_cannot_be_opened(tmp_path: Path, opened_links: list[str], address: str) -> None:
    document = make_document("About 6,000 homes.", url=address)
    with open_review(tmp_path / "a.db", reviewer="ana", create=True) as review:
        review.add(document, [make_figure(document, "6,000", 6000, noun="homes")])
    async with (app := Desk(tmp_path / "a.db", "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("o")
        await until(pilot, lambda: "no link is known for 6,000 homes" in shown(app))
        assert app.screen is desk(app)
    assert opened_links == []


async def test_the_sentence_is_copied_with_its_source(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("Y")
        await until(pilot, lambda: "sent to the terminal's clipboard: the sentence with >6,000 homes" in shown(app))
        assert app.clipboard == (
            "“More than 6,000 homes lost power, the grid operator said.” "
            f"(Harbour Post 1, “Storm 1”, 2025-06-18, {ADDRESS})"
        )


async def test_what_is_copied_holds_nothing_that_acts_or_hides(tmp_path: Path) -> None:
    text = "Pay\x1b]52;c;x\x07 6,000\u202e homes\u200b\r\nrm -rf ~\n"
    document = make_document(text.replace("\r", ""), publisher="Bad\x9b2J\nPost", title="\x1b[2J")
    with open_review(tmp_path / "a.db", reviewer="ana", create=True) as review:
        review.add(document, [make_figure(document, "6,000", 6000)])
    async with (app := Desk(tmp_path / "a.db", "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("Y")
        await until(pilot, lambda: app.clipboard)
        assert app.clipboard == "“Pay]52;c;x 6,000 homes” (Bad2J Post, “[2J”)"


@pytest.mark.parametrize(
    ("environment", "why"),
    [
        ({"SSH_TTY": "/dev/pts/1", "DISPLAY": ":0"}, "over ssh"),
        ({}, "without a display"),
        ({"DISPLAY": ""}, "without a display"),
    ],
)
def test_why_no_browser_is_opened(environment: dict[str, str], why: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    assert why_not_here(environment) == why


@pytest.mark.parametrize("size", SIZES)
async def test_golden(review_path: Path, opened_links: list[str], size: tuple[int, int]) -> None:
    with open_review(review_path, reviewer="ana") as review:
        review.add_evidence(review.queue()[0], "https://other.example/" + "long-" * 20)
    async with Desk(review_path, "ana").run_test(size=size) as pilot:
        await opened(pilot)
        await pilot.press("o")
        await until_shown(pilot, "evidence https", "enter opens it")
        check_golden(pilot, "open-link")
