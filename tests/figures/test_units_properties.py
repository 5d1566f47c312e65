"""What holds of the unit finder whatever the text is, and how it treats quantulum3."""

import re
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from figures.extract.units import quantulum
from figures.extract.units.after_number import Unit, currency_before, glued_letter_is_unit, rate_after, unit_after
from figures.extract.units.tree import symbols

_WORDS = """miles mile per hour an a second seconds pounds of kg /m³ m/s² · newton metres - -- $ US A£ €5 ¥ % points ° C
    1,000 million " ' ″ stone degrees sq. km. U.S. dollars more full square cubic inches won Euro km/h / N·m – ½ tonnes
    oil barrels crude every Mt 2 5 EUR RM Rs. ALL gigaelectronvolts astronomical units ߀ ǅ ß İ m.p.h."""
_PIECES = st.sampled_from([*_WORDS.split(), "", "\n", "\xa0"])
_TEXT = st.one_of(
    st.text(max_size=60), st.lists(_PIECES, max_size=14).map(" ".join), st.lists(_PIECES, max_size=14).map("".join)
)


@given(_TEXT, st.data())
@settings(max_examples=400)
def test_no_text_raises_and_spans_stay_inside(text: str, data: st.DataObject) -> None:
    limit = data.draw(st.integers(0, len(text)))
    pos = data.draw(st.integers(0, limit))
    floor = data.draw(st.integers(0, pos))
    after, before = unit_after(text, pos, limit), currency_before(text, pos, floor)
    assert after is None or (pos <= after.start < after.end <= limit and after.name)
    assert before is None or (floor <= before.start < before.end <= pos and re.fullmatch("[A-Z]{3}", before.name))
    rate = rate_after(text, pos, limit)
    assert rate is None or pos < rate[1] <= limit
    assert glued_letter_is_unit(text, pos, limit) in (True, False)


@given(st.lists(_PIECES, min_size=1, max_size=40).map(" ".join), st.lists(_PIECES, max_size=200).map(" ".join))
@settings(max_examples=200)
def test_only_a_bounded_window_is_looked_at(before: str, after: str) -> None:
    near = "The load was 7.5"
    padding = "x" * 400
    view = f"{before}{padding} {near} {after}"
    pos = view.index(near) + len(near)
    whole = unit_after(view, pos, len(view))
    cut_left, cut_right = pos - 410, min(len(view), pos + 500)
    part = view[cut_left:cut_right]
    expected = unit_after(part, pos - cut_left, len(part))
    shifted = expected and Unit(
        expected.start + cut_left, expected.end + cut_left, expected.name, expected.kind, expected.factor
    )
    assert whole == shifted


def test_unknown_nouns_never_reach_quantulum3(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("quantulum3 was asked")

    monkeypatch.setattr(quantulum, "surfaces", refuse)
    monkeypatch.setattr(quantulum, "compound", refuse)
    letters = "bcdfghklmnprstvz"
    for number in range(20_000):
        noun = "".join(letters[number // 16**place % 16] + "ao"[number >> place & 1] for place in range(4)) + "s"
        assert unit_after(f"6,000 {noun} per day", 5, 5 + len(noun) + 9) is None


@pytest.mark.parametrize("first", ["kg", "m", "J", "W", "mSv", "μg", "t", "km"])
def test_any_compound_of_symbols_is_read_or_left(first: str) -> None:
    for second in list(symbols())[::3]:
        view = f"5 {first}·{second}/s²"
        unit = unit_after(view, 1, len(view))
        assert unit is None or 2 <= unit.start < unit.end <= len(view)


_QUIETLY = """
import logging, sys, warnings
warnings.simplefilter("error")
from figures.extract.units.after_number import unit_after
assert unit_after("5 miles a day", 1, 13).name == "mile per day"
assert unit_after("5 soldiers", 1, 10) is None
assert "json" not in sys.modules and "quantulum3" not in sys.modules
assert unit_after("5 fathoms", 1, 9).name == "fathom"
assert "quantulum3" not in sys.modules
import typeguard
checked = typeguard.typechecked
assert unit_after("5 newton metres", 1, 15).name == "newton metre"
assert unit_after("5 m/s\\u00b2", 1, 7).name == "metre per square second"
assert "quantulum3.parser" in sys.modules
assert typeguard.typechecked is checked
assert not sys.modules["quantulum3.classifier"].USE_CLF
assert [type(handler) for handler in logging.getLogger().handlers] == [logging.NullHandler]
logging.getLogger("x").error("unseen")
"""


def test_quantulum3_is_asked_late_and_stays_quiet() -> None:
    done = subprocess.run([sys.executable, "-c", _QUIETLY], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_parser_that_fails_leaves_the_plain_unit(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: str) -> list[object]:
        raise ValueError("no such unit")

    monkeypatch.setattr(quantulum, "_parser", lambda: fail)
    view = "5 kg·km/s²"
    unit = unit_after(view, 1, len(view))
    assert unit is not None and unit.name == "kilogram"
