"""How the commands say a figure in a line."""

from typing import Any

import pytest

from tests.factories import make_document, make_figure
from tui.commands.table import table
from tui.commands.words import phrase


@pytest.mark.parametrize(
    ("text", "number", "fields", "said"),
    [
        ("a 6,000", "6,000", {"noun": "North Korean soldiers"}, "6,000 North Korean soldiers"),
        ("a 6,000", "6,000", {"modifier": "more than", "noun": "men"}, "more than 6,000 men"),
        ("over 3,000 more men", "3,000", {"modifier": "over … more", "noun": "men"}, "over 3,000 more men"),
        ("for eight months", "eight", {"kind": "duration", "unit": "month"}, "eight months"),
        ("an eight-month stay", "eight", {"kind": "duration", "unit": "month"}, "eight month"),
        ("at 50 mph there", "50", {"kind": "measurement", "unit": "mile per hour"}, "50 mph"),
        ("at 50 miles per hour", "50", {"kind": "measurement", "unit": "mile per hour"}, "50 miles per hour"),
        ("12° at noon", "12", {"kind": "measurement", "unit": "degree celsius"}, "12 degree celsius"),
        ("rose 5%", "5%", {"kind": "percent", "unit": "percent"}, "5%"),
        ("rose 5 percent", "5 percent", {"kind": "percent", "unit": "percent"}, "5 percent"),
        ("cost $25m", "$25m", {"kind": "money", "unit": "USD", "noun": "loss"}, "$25m (loss)"),
    ],
)
def test_a_figure_is_said_as_its_text_says_it(text: str, number: str, fields: dict[str, Any], said: str) -> None:
    assert phrase(make_figure(make_document(text), number, **fields)) == said


def test_a_table_keeps_its_columns_apart_whatever_the_script() -> None:
    assert table([["A", "B"], ["北朝鮮", "6"], ["x\x1by\n z", "7"]], None) == ["A       B", "北朝鮮  6", "x␛y z   7"]


def test_the_widest_column_of_a_table_gives_way_first() -> None:
    lines = table([["short", "a very long cell of a table", "end"]], 25)
    assert lines == ["short  a very long …  end"]
