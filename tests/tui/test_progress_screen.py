"""The progress screen, and the bars on it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import open_review
from db.blind import switch
from db.tallies import Tally
from tests.tui.driving import desk, opened, shown, until, until_shown
from tests.tui.goldens import SIZES, check_golden
from tui.app import Desk
from tui.bars import MOST, ORDER, bar, histogram, shares
from tui.words import SHAPES


@pytest.fixture
def judged(review_path: Path) -> Path:
    with open_review(review_path, reviewer="ana") as review:
        ids = review.queue()
        review.decide(ids[:2], "confirmed")
        review.decide(ids[3:4], "misreported", reason="stale")
    with open_review(review_path, reviewer="ben") as review:
        review.decide(review.queue()[1:2], "disputed")
    return review_path


async def test_progress_counts_by_publisher_kind_and_reviewer(judged: Path) -> None:
    async with (app := Desk(judged, "ana")).run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("S")
        await until_shown(pilot, "Progress of storm.db", "By publisher", "By kind", "By reviewer")
        lines = shown(app).splitlines()
        for name, number, shapes in (("Harbour Post 1", "3", "●≠○"), ("Harbour Post 2", "3", "✕○"), ("ben", "1", "◆")):
            line = next(line for line in lines if f" {name} " in line)
            assert number in line.split() and all(shape in line for shape in shapes), line
        await pilot.press("G", "g", "j", "k", "ctrl+d", "ctrl+u", "q")
        await until(pilot, lambda: app.screen is desk(app))


async def test_blind_nothing_of_the_others_is_counted(judged: Path) -> None:
    with open_review(judged, reviewer="ana") as review:
        switch(review.connection, True)
    async with (app := Desk(judged, "cleo")).run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("S")
        await until_shown(pilot, "0 of 6 figures decided", "nothing yet")
        page = shown(app).partition("By publisher")[2]
        assert not any(SHAPES[state] in page for state in ("confirmed", "misreported", "unresolved"))
        assert " ben " not in page and " ana " not in page


_STATES = st.dictionaries(st.sampled_from(ORDER), st.integers(0, 10**7))


@given(_STATES, st.integers(0, 200))
def test_a_bar_fills_its_width_and_shows_every_state_that_fits(states: dict[str, int], width: int) -> None:
    cells = shares(states, width)
    there = [state for state in ORDER if states.get(state)]
    assert sum(cells.values()) == (width if there else 0)
    assert list(cells) == there[:width] and all(count >= 1 for count in cells.values())
    assert bar(states, width).cell_length == width


@given(st.lists(st.tuples(st.text(), _STATES), max_size=40), st.integers(1, 200))
def test_no_line_is_wider_than_the_screen(counted: list[tuple[str, dict[str, int]]], width: int) -> None:
    tallies = [Tally(name, states | {"unreviewed": 1}) for name, states in counted]
    assert all(line.cell_length <= width for line in histogram(tallies, width) if tallies)


def test_many_publishers_are_summed_up_at_the_end() -> None:
    tallies = [Tally(f"Post {number}", {"confirmed": 2}) for number in range(MOST + 5)]
    lines = [line.plain for line in histogram(tallies, 80)]
    assert len(lines) == MOST + 1 and lines[-1].startswith("5 others") and " 10 " in lines[-1]


@pytest.mark.parametrize("size", SIZES)
async def test_golden(judged: Path, size: tuple[int, int]) -> None:
    async with Desk(judged, "ana").run_test(size=size) as pilot:
        await opened(pilot)
        await pilot.press("S")
        await until_shown(pilot, "By publisher", "Harbour Post 2")
        check_golden(pilot, "progress")
