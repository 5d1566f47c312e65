"""The queue is a window over its ids, however many there are."""

from array import array
from collections.abc import Iterable
from dataclasses import replace

import pytest
from rich.style import Style
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from db.model import QueueRow
from tests.factories import make_row
from tui.widgets.columns import Column, columns_for
from tui.widgets.queue import QueueList
from tui.widgets.queue_messages import Moved, RowsWanted
from tui.widgets.queue_row import paint_row

MANY = 100_000


def row(row_id: int) -> QueueRow:
    return make_row(row_id, f"{row_id:,}", row_id, document_id=row_id // 10, noun="things")


class Harness(App[None]):
    """Answers the queue as the desk does, and remembers what it was asked for."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[int] = []
        self.moves: list[int] = []

    def compose(self) -> ComposeResult:
        yield QueueList()

    def on_rows_wanted(self, wanted: RowsWanted) -> None:
        self.asked += wanted.row_ids
        self.query_one(QueueList).take_rows(map(row, wanted.row_ids))

    def on_moved(self, moved: Moved) -> None:
        self.moves.append(moved.row_id)


async def show(pilot: Pilot[None], ids: Iterable[int] = range(1, MANY + 1), cursor: int = 0) -> QueueList:
    queue = pilot.app.query_one(QueueList)
    queue.show(array("q", ids), cursor)
    queue.focus()
    await pilot.pause()
    return queue


def lines(queue: QueueList) -> list[str]:
    return [queue.render_line(y).text for y in range(queue.size.height)]


async def test_only_rows_near_the_screen_are_asked_for() -> None:
    async with (app := Harness()).run_test(size=(40, 20)) as pilot:
        queue = await show(pilot)
        for where in ("last", "page_up", "half_up", "up", "first", "page_down", "half_down", "down", "last"):
            queue.go(where)
            await pilot.pause()
        assert queue.cursor == MANY - 1
        assert "100,000" in lines(queue)[-1] and "▌" in lines(queue)[-1]
        assert len(app.asked) < 500
        assert app.moves[-1] == MANY


async def test_the_cursor_stays_inside_and_in_view() -> None:
    async with Harness().run_test(size=(40, 10)) as pilot:
        queue = await show(pilot, cursor=50_000)
        assert any("▌" in line and "50,001" in line for line in lines(queue))
        for where, place in (("first", 0), ("up", 0), ("last", MANY - 1), ("down", MANY - 1), ("page_up", MANY - 10)):
            queue.go(where)
            await pilot.pause()
            assert queue.cursor == place
            assert sum("▌" in line for line in lines(queue)) == 1


async def test_an_empty_queue_can_be_moved_in() -> None:
    async with Harness().run_test(size=(40, 10)) as pilot:
        queue = await show(pilot, ids=())
        for where in ("down", "last", "page_up"):
            queue.go(where)
        assert (queue.cursor, queue.row_id(), queue.row()) == (0, 0, None)
        assert not "".join(lines(queue)).strip()


async def test_what_is_remembered_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.widgets.queue.KEPT", 100)
    async with (app := Harness()).run_test(size=(40, 20)) as pilot:
        queue = await show(pilot)
        for place in range(0, 2000, 100):
            queue.cursor = place
            await pilot.pause()
        asked_before = len(app.asked)
        queue.cursor = 0
        await pilot.pause()
        assert len(app.asked) > asked_before  # the first rows were forgotten meanwhile
        assert "1 things" in lines(queue)[0]


def painted(changed: QueueRow, columns: tuple[Column, ...] = columns_for(32), width: int = 34) -> str:
    return paint_row(changed, None, columns, width, lambda _: Style(), under_cursor=False, marked=False).text


@pytest.mark.parametrize(
    ("text", "noun", "shown"),
    [
        ("12,345,678,901", "litres of clean water", " ○ 12,345,678,901 litres of clean…"),
        ("a hundred and twenty", "columns", " ○ a hundred and twenty columns"),
        ("12,345,678,901,234,567,890.25", "columns", " ○ 12,345,678,901,234,56… columns"),
        ("6,000", "people", " ○        6,000 people"),
    ],
)
def test_a_long_value_takes_cells_of_its_noun(text: str, noun: str, shown: str) -> None:
    assert painted(replace(row(1), text=text, noun=noun)).rstrip() == shown


@pytest.mark.parametrize(
    ("text", "kind", "unit", "shown"),
    [
        ("12 euros", "money", "EUR", " ○     12 euros"),
        ("€1.25 trillion and more", "money", "EUR", " ○ €1.25 trillion and more"),
        ("5 percent", "percent", None, " ○    5 percent"),
        ("6,000", "count", None, " ○        6,000 no noun"),
        ("June 4", "date", None, " ○       June 4 date"),
    ],
)
def test_a_kind_stands_for_a_noun_only_where_the_value_does_not_say_it(
    text: str, kind: str, unit: str | None, shown: str
) -> None:
    assert painted(replace(row(1), text=text, kind=kind, unit=unit, noun=None)).rstrip() == shown


def test_nobody_named_is_not_cut_where_who_says_so_has_a_column() -> None:
    for width in range(18, 250):
        columns = [*columns_for(width), *columns_for(width, asked=True)]
        assert all(column.width >= len("nobody named") for column in columns if column.name == "who"), width
