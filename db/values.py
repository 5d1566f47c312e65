"""What a reviewer says a figure is: its values checked, and what was put right."""

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import get_args

from db.errors import BadDecision
from figures.model import Bound, Kind, Number
from figures.record import number_text, parse_number
from seeds.document import stored_text
from seeds.visible import visible

#: What of a figure can be corrected.
FIELDS = ("low", "high", "bound", "unit", "noun", "attribution", "as_of")
NUMBERS = ("low", "high")
#: The largest number, either way from 0, and the most digits behind the point.
LARGEST = 10**18
PLACES = 6
#: The longest unit, noun, attribution or as-of, in characters.
LONGEST = 300

_BOUNDS: tuple[str, ...] = get_args(Bound)
_KINDS: tuple[str, ...] = get_args(Kind)
_WITHOUT_NUMBER = ("date", "identifier", "ordinal", "other")
_OPEN_ABOVE, _OPEN_BELOW = ("over", "at_least"), ("under", "up_to")
_NUMBER = re.compile(r"-?[0-9]{1,40}(\.[0-9]{1,40})?")
_GROUPED = re.compile(r"-?[0-9]{1,3}(,[0-9]{3}){1,12}(\.[0-9]{1,40})?")
_DAY = re.compile(r"([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-([0-9]{2}))?)?")

#: A number, a text or None for each of FIELDS.
Values = dict[str, Number | str | None]


@dataclass(frozen=True, slots=True)
class Correction:
    """One field of a figure as a reviewer put it right; `extracted` is what the extractor says of it.

    Numbers are exact decimals as text; None is a field that the figure has nothing for. `corrected_at` is UTC.
    """

    field: str
    value: str | None
    extracted: str | None
    reviewer: str
    corrected_at: str


def checked_values(kind: str, present: Mapping[str, Number | str | None], given: Mapping[str, object]) -> Values:
    """Give the values of a figure of this kind, with what was given in place of what is present.

    A single number is both ends; `over` and `at_least` leave the upper end open, `under` and `up_to` the lower one.
    Raises BadDecision for a field that cannot be corrected, a bound that is none, what is no number, numbers too
    large, too fine or not in order, and an end that the bound leaves open.
    """
    unknown = [name for name in given if name not in FIELDS]
    if unknown:
        raise BadDecision(f"{unknown[0]!r} cannot be set: give one of {', '.join(FIELDS)}")
    values: Values = {name: present.get(name) for name in FIELDS}
    values |= {
        name: checked_number(value, name) if name in NUMBERS else checked_line(value, name)
        for name, value in given.items()
    }
    if values["bound"] not in _BOUNDS:
        raise BadDecision(f"{values['bound']!r} is no bound: give one of {', '.join(_BOUNDS)}")
    if not {"bound", *NUMBERS}.isdisjoint(given):
        values |= _ends(kind, str(values["bound"]), values, {name for name in given if values[name] is not None})
    return values


def checked_kind(kind: object) -> str:
    """Give a kind of figure, or raise BadDecision where it is none."""
    if kind not in _KINDS:
        raise BadDecision(f"{kind!r} is no kind of figure: give one of {', '.join(_KINDS)}")
    return str(kind)


def checked_number(value: object, what: str) -> Number | None:
    """Give a number as figures have it: whole or decimal; None for None or an empty text; else raise BadDecision."""
    if value is None or value == "":
        return None
    text = "" if isinstance(value, bool) else str(value).strip().replace("\N{MINUS SIGN}", "-")
    if isinstance(value, Decimal) and value.is_finite() and abs(value.adjusted()) < 40:
        text = format(value, "f")
    if _GROUPED.fullmatch(text):
        text = text.replace(",", "")
    if not _NUMBER.fullmatch(text):
        raise BadDecision(f"{visible(str(value)[:60])!r} is no number for {what}: give digits, as in 6000 or 16.5")
    # By way of its text, which has no needless digits behind the point.
    number: Number = parse_number(number_text(parse_number(text))) or 0
    if not -LARGEST <= number <= LARGEST:
        raise BadDecision(f"{what} is too large: figcheck keeps numbers up to 10^18")
    if isinstance(number, Decimal) and -int(number.as_tuple().exponent) > PLACES:
        raise BadDecision(f"{what} is too fine: figcheck keeps {PLACES} digits behind the point")
    return number


def checked_line(value: object, what: str) -> str | None:
    """Give a text of one line as it is stored; None for None or an empty one; else raise BadDecision."""
    if value is None:
        return None
    if not isinstance(value, str):
        raise BadDecision(f"{what} is no text: {value!r}")
    kept = " ".join(stored_text(value).split())
    if len(kept) > LONGEST or visible(kept) != kept:
        raise BadDecision(f"{what} is not one line of at most {LONGEST} characters that can be seen")
    return kept or None


def value_text(value: Number | str | None) -> str | None:
    """Give a value as text, numbers as exact decimals."""
    return value if isinstance(value, str) or value is None else number_text(value)


def iso_interval(as_of: str | None) -> tuple[str | None, str | None]:
    """Give the first and last day of an ISO day, month or year; None for other words."""
    found = _DAY.fullmatch(as_of or "")
    if found is None or found[1] == "0000":
        return None, None
    year, month, day = found.groups()
    last = monthrange(int(year), int(month or 12))[1]
    if day is not None and not 1 <= int(day) <= last:
        return None, None
    return f"{year}-{month or '01'}-{day or '01'}", f"{year}-{month or '12'}-{day or f'{last:02}'}"


def _ends(kind: str, bound: str, values: Values, given: set[str]) -> Values:
    low, high = values["low"], values["high"]
    assert not isinstance(low, str) and not isinstance(high, str)
    if low is None and high is None and kind in _WITHOUT_NUMBER:
        return {}
    if kind == "date":
        raise BadDecision("a date has no low and high")
    if bound in _OPEN_ABOVE:
        low, high = _open_end(bound, low, high, "low", given), None
    elif bound in _OPEN_BELOW:
        low, high = None, _open_end(bound, high, low, "high", given)
    elif bound == "range":
        if low is None or high is None:
            raise BadDecision("a range has two ends: give low and high")
    else:
        low, high = _single(bound, low, high, given)
    if low is not None and high is not None and low > high:
        raise BadDecision(f"low ({number_text(low)}) is above high ({number_text(high)})")
    return {"low": low, "high": high}


def _open_end(bound: str, end: Number | None, other: Number | None, name: str, given: set[str]) -> Number:
    """Give the end that a bound has; a number that stood at the other end before goes over to it."""
    opposite = "high" if name == "low" else "low"
    if opposite in given:
        raise BadDecision(f"the bound {bound} leaves {opposite} open: give {name} alone")
    number = other if end is None else end
    if number is None:
        raise BadDecision(f"the bound {bound} needs a number: give {name}")
    return number


def _single(bound: str, low: Number | None, high: Number | None, given: set[str]) -> tuple[Number, Number]:
    if "low" in given and "high" not in given:
        high = low
    elif "high" in given and "low" not in given:
        low = high
    low, high = (high if low is None else low), (low if high is None else high)
    if low is None or high is None:
        raise BadDecision(f"the bound {bound} needs a number: give low and high")
    if low < high:
        raise BadDecision(f"low and high differ, which the bound {bound} does not allow: give the bound range")
    return low, high
