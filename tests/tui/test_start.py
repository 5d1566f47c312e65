"""The start screen: recent reviews, another one, a new one, the demo."""

import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import pytest
from textual.widgets import Input

from db import open_review
from tests.tui.driving import make_review, shown, until, until_shown
from tests.tui.goldens import SIZES, check_golden
from tests.tui.payloads import ACTING, PAYLOADS
from tests.tui.test_hostile import painted
from tests.tui.test_keys import write_keys
from tui.jobs.intake import inputs_of
from tui.recent import KEPT, Recent, forget, recent_path, recents, remember
from tui.screens.help import HelpScreen
from tui.screens.path import PathScreen
from tui.screens.sources import SourcesScreen
from tui.screens.start import Choice, progress_of
from tui.start import Start
from tui.widgets.menu import Menu

ARTICLE = "The ministry said more than 6,000 soldiers had been killed. It paid for 1,250 tents.\n"


@pytest.fixture
def two_reviews(tmp_path: Path) -> tuple[Path, Path]:
    """Have two reviews opened before, and one that is gone since."""
    first, second = make_review(tmp_path / "storm.db"), make_review(tmp_path / "flood.db", documents=1)
    with open_review(first, reviewer="ana") as review:
        review.decide(review.queue()[:2], "confirmed")
    for path in (tmp_path / "gone.db", first, second):
        remember(path)
    return first, second


# The list


def test_the_newest_review_comes_first_and_once(tmp_path: Path) -> None:
    for name in ("a.db", "b.db", "a.db"):
        (tmp_path / name).touch()
        remember(tmp_path / name)
    (tmp_path / "b.db").unlink()
    assert recents() == [Recent(tmp_path / "a.db", True), Recent(tmp_path / "b.db", False)]
    forget(tmp_path / "b.db")
    assert [recent.path.name for recent in recents()] == ["a.db"]


def test_the_list_stays_short_and_knows_reviews_from_everywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for number in range(KEPT + 5):
        remember(Path(f"{number}.db"))
    assert len(recents()) == KEPT and recents()[0].path == tmp_path / f"{KEPT + 4}.db"


@pytest.mark.parametrize("text", ["", "{}", "[1, null]", '["relative.db", "/a\\u0000b"]', "[" * 100_000, "\xff"])
def test_a_list_that_cannot_be_read_is_empty(text: str) -> None:
    recent_path().parent.mkdir(parents=True)
    recent_path().write_bytes(text.encode("latin-1"))
    assert recents() == []


def test_names_that_are_no_text_are_kept(tmp_path: Path) -> None:
    path = Path(os.fsdecode(bytes(tmp_path / "a") + b"\xff.db"))
    remember(path)
    assert recents() == [Recent(path, False)]


def test_a_list_that_cannot_be_written_is_no_reason_to_stop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    remember(tmp_path / "a.db")
    assert recents() == []


def test_looking_how_far_a_review_is_writes_nothing(review_path: Path, tmp_path: Path) -> None:
    before = review_path.read_bytes()
    progress = progress_of(review_path)
    assert not isinstance(progress, str) and progress.queue == 6
    assert review_path.read_bytes() == before
    (tmp_path / "notes.db").write_text("shopping list")
    assert isinstance(progress_of(tmp_path / "notes.db"), str)


# The screen


async def test_recent_reviews_are_shown_with_progress_and_opened(two_reviews: tuple[Path, Path]) -> None:
    async with (app := Start("ana")).run_test(size=(120, 30)) as pilot:
        await until_shown(pilot, "flood.db", "0/3", "storm.db", "2/6", "●", "gone; x takes it off")
        await pilot.press("j", "enter")
        await until(pilot, lambda: app.return_value is not None)
    assert app.return_value == Choice(two_reviews[0])


async def test_a_click_opens_a_review(two_reviews: tuple[Path, Path]) -> None:
    async with (app := Start("ana")).run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "2/6")
        await pilot.click(app.screen.query_one(Menu), offset=(5, 1))
        await until(pilot, lambda: app.return_value is not None)
    assert app.return_value == Choice(two_reviews[0])


async def test_one_that_is_gone_is_said_and_can_be_taken_off(two_reviews: tuple[Path, Path]) -> None:
    async with (app := Start("ana")).run_test(size=(160, 24)) as pilot:
        await until_shown(pilot, "gone.db", "0/3", "2/6")
        await pilot.press("G", "enter")
        await until_shown(pilot, "gone.db is gone · x takes it off the list")
        await pilot.press("x")
        await until(pilot, lambda: "gone; x" not in shown(app))
        await pilot.press("x")
        await until(pilot, lambda: "the file stays" in shown(app))
        assert app.is_running
    assert two_reviews[0].exists() and [recent.path for recent in recents()] == [two_reviews[1]]


async def test_another_review_is_opened_by_its_path(review_path: Path) -> None:
    async with (app := Start("ana")).run_test(size=(160, 24)) as pilot:
        await until_shown(pilot, "Nothing has been opened yet")
        await pilot.press("enter", "x", "j", "o", "enter")
        await until_shown(pilot, "give the path of a review")
        await pilot.press(*str(review_path.parent / "none.db"), "enter")
        await until_shown(pilot, "none.db does not exist")
        app.screen.query_one(Input).value = str(review_path)
        await pilot.press("enter")
        await until(pilot, lambda: app.return_value is not None)
    assert app.return_value == Choice(review_path)


async def test_a_new_review_is_made_of_texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(ARTICLE.replace("6,000", f"{len(name)},500") + name)
    async with (app := Start("ana")).run_test(size=(100, 30)) as pilot:
        await pilot.press("n", *"kursk", "tab", *"*.txt", "enter")
        await until(pilot, lambda: app.return_value is not None)
    assert app.return_value == Choice(Path("kursk.db"))
    with open_review(tmp_path / "kursk.db", reviewer="ana") as review:
        assert review.progress().documents == 2


async def test_what_could_not_be_taken_in_is_named_before_the_review_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "one.txt").write_text(ARTICLE)
    async with (app := Start("ana")).run_test(size=(100, 30)) as pilot:
        await pilot.press("n", "enter")
        await until_shown(pilot, "give a name for the review")
        await pilot.press(*"kursk.db", "enter")
        await until_shown(pilot, "give a file, a folder or an address to take in")
        await pilot.press(*"none.txt 'one", "enter")
        await until_shown(pilot, "the sources cannot be read")
        await pilot.press("end", "backspace", *"e.txt'", "enter")
        await until_shown(pilot, "none.txt: ", "1 document added", "enter opens the review without them")
        await pilot.press("enter")
        await until(pilot, lambda: app.return_value == Choice(Path("kursk.db")))


async def test_nothing_to_take_in_leaves_no_review(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with (app := Start("ana")).run_test(size=(100, 30)) as pilot:
        await pilot.press("n", *"kursk.db", "down", *"none.txt", "enter")
        await until_shown(pilot, "none.txt: ")
        assert "enter opens" not in shown(app)
        await pilot.press("up", "escape")
        await until(pilot, lambda: not isinstance(app.screen, SourcesScreen))
    assert not (tmp_path / "kursk.db").exists()


async def test_taking_in_shows_progress_and_can_be_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(f"{ARTICLE}{number}")
    gate = threading.Event()
    from seeds import readers

    read = readers.read_source

    def slowly(source: readers.Source, stdin: BinaryIO | None = None) -> Iterator[object]:
        if source.name != "0.txt":
            gate.wait(20)
        return read(source, stdin)

    monkeypatch.setattr(readers, "read_source", slowly)
    async with (app := Start("ana")).run_test(size=(100, 30)) as pilot:
        await pilot.press("n", *"kursk.db", "tab", *"0.txt 1.txt 2.txt", "enter")
        await until_shown(pilot, "1 read · 0.txt")
        await pilot.press("enter", "escape")
        gate.set()
        await until_shown(pilot, "stopped; what was taken in before is kept")
        assert isinstance(app.screen, SourcesScreen)


async def test_help_and_demo_and_quit() -> None:
    async with (app := Start("ana")).run_test(size=(100, 40)) as pilot:
        await pilot.press("question_mark")
        await until(pilot, lambda: isinstance(app.screen, HelpScreen) and "a throw-away review" in shown(app))
        await pilot.press("q", "o")
        await until(pilot, lambda: isinstance(app.screen, PathScreen))
        await pilot.press("escape", "q")
        await until(pilot, lambda: app.return_code == 0)
    assert app.return_value is None
    async with (app := Start("ana")).run_test() as pilot:
        await pilot.press("d")
        await until(pilot, lambda: app.return_value is not None)
    assert app.return_value == Choice(None)


async def test_what_is_wrong_with_the_keys_is_said_here_too() -> None:
    write_keys('open_demo = "n"\n')
    async with (app := Start("ana")).run_test(size=(100, 24)) as pilot:
        await until(pilot, lambda: "n would be both new_review and open_demo" in shown(app))


async def test_hostile_names_of_reviews_are_only_shown(tmp_path: Path) -> None:
    for number, payload in enumerate(PAYLOADS[:KEPT]):
        name = payload[:40].replace("/", "_").replace("\0", "")
        remember(tmp_path / f"{number}{name}.db")
    async with (app := Start("ana")).run_test(size=(120, 40)) as pilot:
        await until_shown(pilot, "gone; x takes it off")
        for _ in range(KEPT):
            assert not ACTING.search(painted(app))
            await pilot.press("enter", "x")
        await until(pilot, lambda: "Nothing has been opened yet" in shown(app))


@pytest.mark.parametrize("size", [(40, 10), (20, 6), (1, 1)])
async def test_every_key_works_at_every_size(two_reviews: tuple[Path, Path], size: tuple[int, int]) -> None:
    async with (app := Start("ana")).run_test(size=size) as pilot:
        await pilot.press("j", "k", "G", "g", "question_mark", "j", "q", "n", "tab", "escape", "o", "escape", "x")
        assert app.is_running


@pytest.mark.parametrize("typed", ["a.txt b.txt", "'a b.txt'", "https://example.org/?a=*"])
def test_sources_are_read_as_a_shell_reads_them(typed: str) -> None:
    expected = {"a.txt b.txt": ["a.txt", "b.txt"], "'a b.txt'": ["a b.txt"]}
    assert inputs_of(typed) == expected.get(typed, [typed])


@pytest.mark.parametrize("size", SIZES)
async def test_golden(
    tmp_path: Path, two_reviews: tuple[Path, Path], size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.screens.start._folder", lambda path: "~/reviews")
    async with Start("ana").run_test(size=size) as pilot:
        await until_shown(pilot, "0/3", "2/6", "gone; x takes it off")
        check_golden(pilot, "start")
