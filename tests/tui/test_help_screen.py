"""The help: grouped, laid out for the width, searchable."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.model import DISMISSALS, REASONS
from tests.tui.driving import desk, opened, shown, until, until_shown
from tests.tui.goldens import SIZES, check_golden
from tui.actions import of
from tui.app import Desk
from tui.help_rows import WIDE, found, lay_out, sections
from tui.screens.help import HelpScreen
from tui.words import MEANINGS


def test_it_holds_every_key_verdict_and_reason() -> None:
    rows = [row for section in sections("desk") for row in section.rows]
    texts = {row.text for row in rows}
    assert {action.help for action in of("desk")} <= texts
    assert {meaning for _, meaning in MEANINGS} <= texts
    assert {choice.label for choice in (*REASONS, *DISMISSALS)} <= texts


def test_it_explains_filters_and_files() -> None:
    text = "".join(line.plain.strip() for line in lay_out(sections("desk"), 100))
    for needle in ("noun:", "state:", "is:undecided", "keys.toml", "settings.toml"):
        assert needle in text


@given(st.integers(20, 220))
def test_no_line_is_wider_than_the_screen_but_by_a_long_word(width: int) -> None:
    longest = max(len(word) for section in sections("desk") for row in section.rows for word in row.text.split())
    assert all(line.cell_length <= max(width, longest + 15) for line in lay_out(sections("start"), width))


def test_two_columns_hold_what_one_does() -> None:
    one = lay_out(sections("desk"), WIDE - 1)
    two = lay_out(sections("desk"), 2 * WIDE)
    assert len(two) < 0.7 * len(one)
    assert sorted(" ".join(line.plain for line in one).split()) == sorted(" ".join(line.plain for line in two).split())


def test_what_is_typed_is_found_in_lines_and_headings() -> None:
    titles = [section.title for section in found(sections("desk"), "reasons misrep")]
    assert titles == ["Reasons for misreported"]
    (section,) = found(sections("desk"), "undo own")
    assert [row.left for row in section.rows] == ["u"]
    assert found(sections("desk"), "qqq") == []


async def test_it_can_be_searched(review_path: Path) -> None:
    async with (app := Desk(review_path, "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("question_mark", "slash", *"jq digits")
        await until_shown(pilot, "nothing in the help holds these words")
        await pilot.press(*["backspace"] * 9, *"digits swapped")
        await until(pilot, lambda: "ten times off" in shown(app) and "noun swapped" not in shown(app))
        await pilot.press("enter", "j", "escape")
        await until(pilot, lambda: "What the verdicts mean" in shown(app))
        assert isinstance(app.screen, HelpScreen)
        await pilot.press("q")
        await until(pilot, lambda: app.screen is desk(app))


@pytest.mark.parametrize("size", SIZES)
async def test_golden(review_path: Path, size: tuple[int, int]) -> None:
    async with Desk(review_path, "ana").run_test(size=size) as pilot:
        await opened(pilot)
        await pilot.press("question_mark", "slash", *"reasons for", "enter")
        await until_shown(pilot, "Reasons for misreported", "not worth checking")
        check_golden(pilot, "help")
