"""Exporting from the desk."""

import csv
from pathlib import Path

import pytest

from db import open_review
from db.export import xlsx
from db.export.formats import FORMATS
from tests.tui.driving import desk, opened, shown, until, until_shown
from tests.tui.goldens import SIZES, check_golden
from tui.app import Desk
from tui.screens.export import ExportScreen


@pytest.fixture
def judged(review_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(review_path.parent)
    with open_review(review_path, reviewer="ana") as review:
        review.decide(review.queue()[:2], "confirmed")
    return review_path


async def test_the_table_is_written_beside_the_review(judged: Path) -> None:
    async with (app := Desk(judged, "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("E")
        await until_shown(pilot, "storm-verdicts.csv", "confirmed, disputed and misreported")
        await pilot.press("enter")
        await until(pilot, lambda: "2 figures written to storm-verdicts.csv" in shown(app))
    assert (judged.parent / "storm-verdicts.csv").read_text().count("\n") == 3


async def test_format_and_ending_go_together(judged: Path) -> None:
    async with (app := Desk(judged, "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("E", "ctrl+t")
        await until_shown(pilot, "storm-verdicts.tsv", "● tsv", "○ csv", "tab-separated values")
        await pilot.press(*["backspace"] * 3, *"md", "ctrl+a")
        await until_shown(pilot, "all figures to check", "● md")
        await pilot.press("enter")
        await until(pilot, lambda: "6 figures written to storm-verdicts.md" in shown(app))
    assert (judged.parent / "storm-verdicts.md").read_text().startswith("|")


async def test_every_format_can_be_had_and_the_first_again(judged: Path) -> None:
    async with (app := Desk(judged, "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("E")
        for form in (*FORMATS[1:], FORMATS[0]):
            await pilot.press("ctrl+t")
            name = f"storm-verdicts.{form.ending}" if form.ending else "storm-verdicts"
            await until_shown(pilot, name, f"● {form.name}", form.what.split()[-1])
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is desk(app))


async def test_only_what_the_filter_shows_can_be_had(judged: Path) -> None:
    async with (app := Desk(judged, "ana")).run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("f", *"noun:homes", "enter")
        await until_shown(pilot, "noun:homes")
        await pilot.press("E", "ctrl+a", "ctrl+a")
        await until_shown(pilot, "only what the filter shows, in any state: noun:homes")
        await pilot.press("enter")
        await until(pilot, lambda: "2 figures written to storm-verdicts.csv" in shown(app))
        await pilot.press("E", "ctrl+a", "ctrl+a", "ctrl+a")
        await until_shown(pilot, "only what the filter shows, confirmed, disputed and misreported: noun:homes")
        await pilot.press("ctrl+a")
        await until_shown(pilot, "figures  confirmed, disputed and misreported figures")
        await pilot.press("ctrl+a", "ctrl+a", "ctrl+a", "enter", "enter")
        await until(pilot, lambda: "1 figure written to storm-verdicts.csv" in shown(app))
    lines = (judged.parent / "storm-verdicts.csv").read_text().splitlines()
    assert [row["noun"] for row in csv.DictReader(lines)] == ["homes"]


async def test_what_does_not_fit_is_said(judged: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "LINKS", 1)
    async with (app := Desk(judged, "ana")).run_test(size=(160, 50)) as pilot:
        await opened(pilot)
        await pilot.press("E", *["backspace"] * 3, *"xlsx", "enter")
        await until(pilot, lambda: "2 figures written to storm-verdicts.xlsx · links left as text" in shown(app))


async def test_an_existing_file_is_replaced_only_when_asked_twice(judged: Path) -> None:
    out = judged.parent / "storm-verdicts.csv"
    out.write_text("precious")
    async with (app := Desk(judged, "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("E", "enter")
        await until(pilot, lambda: "exists already: enter again to replace it" in shown(app))
        assert out.read_text() == "precious"
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is desk(app))
    assert "precious" not in out.read_text()


async def test_another_name_is_asked_about_anew(judged: Path) -> None:
    for name in ("storm-verdicts.csv", "storm-verdicts.csv2.csv"):
        (judged.parent / name).write_text("precious")
    async with (app := Desk(judged, "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("E", "enter", *"2.csv", "enter")
        await until(pilot, lambda: "csv2.csv exists already" in shown(app))
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is desk(app))
    assert (judged.parent / "storm-verdicts.csv2.csv").read_text() == "precious"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("", "give the name of a file"),
        ("nowhere/at/all.csv", "there is no folder"),
        (".", "is a folder"),
        ("storm.db", "is the review itself"),
    ],
)
async def test_what_goes_wrong_is_said_in_place(judged: Path, name: str, said: str) -> None:
    async with (app := Desk(judged, "ana")).run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("E", "home", "ctrl+k", *name, "enter")
        if name == "storm.db":
            await pilot.press("enter")
        await until(pilot, lambda: said in shown(app))
        assert isinstance(app.screen, ExportScreen)
    assert not (judged.parent / "nowhere").exists()


@pytest.mark.parametrize("size", SIZES)
async def test_golden(judged: Path, size: tuple[int, int]) -> None:
    async with (app := Desk(judged, "ana")).run_test(size=size) as pilot:
        await opened(pilot)
        await pilot.press("E")
        await until_shown(pilot, "storm-verdicts.csv", "figures  confirmed")
        app.set_focus(None)
        await pilot.pause()
        check_golden(pilot, "export")
