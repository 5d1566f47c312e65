from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from db.model import VERDICTS, Progress
from figures.model import Figure
from tests.factories import make_document, make_figure
from tui.words import COLOURS, MEANINGS, SHAPES, as_read, called, counts, greeting, number, unit, value


def figure(text: str, **changes: Any) -> Figure:
    return make_figure(make_document(f"About {text} here."), text, **changes)


@pytest.mark.parametrize(
    ("text", "changes", "expected"),
    [
        ("6,000", {"bound": "over"}, ">6,000"),
        ("6,000", {"bound": "at_least"}, "≥6,000"),
        ("50mph", {"bound": "up_to"}, "≤50mph"),
        ("a third", {"bound": "under"}, "<a third"),
        ("600", {"bound": "approx", "approximate": True}, "~600"),
        ("3,800 to 4,000", {"bound": "range"}, "3,800–4,000"),
        ("4,000 and 5,000", {"bound": "range", "approximate": True}, "~4,000–5,000"),
        ("$400-500 million", {"bound": "range"}, "$400–500 million"),
        ("12\n barges", {}, "12 barges"),
    ],
)
def test_value_is_as_written_with_its_bound(text: str, changes: dict[str, Any], expected: str) -> None:
    assert value(figure(text, **changes)) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"low": 6000, "high": None, "bound": "over"}, "more than 6,000"),
        ({"low": None, "high": 50, "bound": "up_to"}, "50 or less"),
        ({"low": 3800, "high": 4000, "bound": "range", "approximate": True}, "about 3,800 to 4,000"),
        ({"low": Decimal("16.50")}, "16.5"),
        ({"low": None, "iso": "2025-06-17", "kind": "date"}, "2025-06-17"),
        ({"low": None}, "no number"),
    ],
)
def test_as_read_says_what_the_extractor_understood(changes: dict[str, Any], expected: str) -> None:
    assert as_read(figure("x", **changes)) == expected


def test_numbers_are_exact() -> None:
    assert number(Decimal("1E+18")) == "1,000,000,000,000,000,000"
    assert number(Decimal("0.333333")) == "0.333333"
    assert number(-1234567) == "-1,234,567"


def test_called_names_the_figure_shortly() -> None:
    assert called(figure("6,000", noun="casualties")) == "6,000 casualties"
    assert called(figure("6,000")) == "6,000"


def test_every_state_has_a_shape_a_colour_and_a_meaning() -> None:
    states = {choice.code for choice in VERDICTS} | {"unresolved"}
    assert states == set(SHAPES) == set(COLOURS) == {state for state, _ in MEANINGS}
    assert len(set(SHAPES.values())) == len(states)


def test_counts_leave_out_dismissed_where_there_are_none() -> None:
    progress = Progress(1, 9, 8, 5, 2, 1, 0, 0)
    assert counts(progress) == [("confirmed", 2), ("disputed", 1), ("misreported", 0)]
    assert ("dismissed", 1) in counts(replace(progress, dismissed=1))


def test_greeting_says_what_is_left() -> None:
    assert (
        greeting(Progress(1, 9, 8, 5, 2, 1, 0, 0), "a.db", "H") == "5 of 8 figures left to review · H explains the keys"
    )
    assert greeting(Progress(1, 9, 8, 0, 8, 0, 0, 0), "a.db", "?").startswith("nothing is left to review")
    assert "figcheck add a.db" in greeting(Progress(0, 0, 0, 0, 0, 0, 0, 0), "a.db", "?")


@pytest.mark.parametrize(
    ("value", "name", "said"),
    [
        (3, "month", " months"),
        (1, "month", " month"),
        (6, "foot", " feet"),
        (50, "mile per hour", " miles per hour"),
        (30, "degree celsius", " degrees celsius"),
        (2, "square mile", " square miles"),
    ],
)
def test_a_measured_figure_shows_its_unit(value: int, name: str, said: str) -> None:
    document = make_document(f"It took {value} of them.")
    measured = make_figure(document, str(value), low=value, high=value, kind="measurement", unit=name)
    assert unit(measured) == said
