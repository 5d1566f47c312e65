"""How the dialogs of the desk look at three sizes, and that hostile words in them are only shown."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from db import open_review
from db.model import LATER
from tests.tui.driving import desk, opened, queue, shown, until, until_shown
from tests.tui.goldens import SIZES, check_golden
from tests.tui.payloads import ACTING, PAYLOADS
from tests.tui.test_hostile import hostile_review, painted
from tui.app import Desk
from tui.screens.desk import writing

#: Each dialog: its name, the keys that open it from the first figure, and words that tell that it is there.
DIALOGS: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("misreported", ("m",), ("misreported, because", "typo")),
    ("dismissed", ("x",), ("dismissed, because", "not worth")),
    ("settle", ("exclamation_mark",), ("settled for all as", "open it again")),
    ("note", ("n", *"by phone"), ("Note on", "by phone")),
    ("evidence", ("s", "down", "down"), ("Source for", "archived")),
    ("evidence-refused", ("s", *"ftp:"), ("no http or https link",)),
    ("correct", ("e", "tab", "tab"), ("Correct", "extracted: homes")),
    ("correct-refused", ("e", "x", "enter"), ("Correct", "is no number for low")),
    ("add", ("a", *"storm"), ("Add a figure", "Storm")),
    ("tags", ("t", "t", "ctrl+t"), ("2 marked figures", "in use", "later 1")),
)


@pytest.fixture
def rich_path(review_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A review with something in every dialog."""
    monkeypatch.setattr(writing, "today", lambda: "2026-03-14")
    with open_review(review_path, reviewer="ben") as review:
        ids = review.queue()
        review.decide(ids[:1], "disputed")
        review.correct(ids[0], noun="households")
        review.tag(ids[5:], LATER)
        review.add_evidence(ids[5], "https://port.example/barges", title="Port log")
    with open_review(review_path, reviewer="ana") as review:
        review.decide(review.queue()[:1], "misreported", reason="bound_lost")
        review.add_evidence(review.queue()[0], "https://grid.example/report", stance="contradicts")
    return review_path


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("name", "keys", "told"), DIALOGS)
async def test_dialogs_look_as_they_should(
    rich_path: Path, name: str, keys: Sequence[str], told: Sequence[str], size: tuple[int, int]
) -> None:
    async with (app := Desk(rich_path, "ana")).run_test(size=size) as pilot:
        await opened(pilot)
        await pilot.press(*keys)
        await until_shown(pilot, *told)
        check_golden(pilot, f"dialog-{name}", of=".dialog")
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is desk(app))


@pytest.mark.parametrize("size", [(40, 10), (20, 6), (1, 1)])
async def test_dialogs_stand_any_size(rich_path: Path, size: tuple[int, int]) -> None:
    async with (app := Desk(rich_path, "ana")).run_test(size=size) as pilot:
        await until(pilot, lambda: queue(app).ids)
        for _, keys, _ in DIALOGS:
            await pilot.press(*keys)
            await until(pilot, lambda: app.screen is not desk(app))
            await pilot.press("escape")
            await until(pilot, lambda: app.screen is desk(app))


async def test_hostile_words_are_only_shown_in_every_dialog(tmp_path: Path) -> None:
    path = hostile_review(tmp_path / "review.db", [" ".join(payload[:40] for payload in PAYLOADS)])
    with open_review(path, reviewer="ben") as review:
        (row_id,) = review.queue()
        review.decide([row_id], "disputed")
        review.add_evidence(row_id, "https://a.example/[b]x[/b]", title=" ".join(PAYLOADS[:14]))
        review.tag([row_id], "[b]bold")
        review.correct(row_id, noun="[@click=app.quit]homes[/]")
    async with (app := Desk(path, "ana")).run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("c")
        await until_shown(pilot, "reviewers differ")
        for keys in (("exclamation_mark",), ("s", "down"), ("e",), ("a", *"homes"), ("ctrl+t",), ("n",)):
            await pilot.press(*keys)
            await until(pilot, lambda: app.screen is not desk(app))
            await pilot.pause()
            assert not ACTING.search(painted(app)), keys
            await pilot.press("escape")
            await until(pilot, lambda: app.screen is desk(app))
        assert "6,000" in shown(app)
