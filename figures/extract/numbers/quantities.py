"""Numerals become quantities: with currency and unit, as ranges, as shares, without their bracketed conversions."""

import re
from collections.abc import Sequence
from decimal import Decimal

from figures.extract.numbers.elided import LARGE, link_to
from figures.extract.numbers.numerals import Numeral, exact
from figures.extract.numbers.quantity import Quantity, joinable
from figures.extract.numbers.ranges import changes, joined
from figures.extract.units.after_number import Unit, currency_before, unit_after
from seeds.patterns import Later


def quantities(view: str, found: Sequence[Numeral], limits: Sequence[int], floor: int) -> list[Quantity]:
    """Give the quantities of numerals in order; limits[i] is where the sentence of numeral i ends."""
    singles = [_single(view, numeral, limit, floor) for numeral, limit in zip(found, limits, strict=True)]
    result: list[Quantity] = []
    money: Quantity | None = None
    last = floor
    for quantity, limit in zip(singles, limits, strict=True):
        before = result[-1] if result and limit == last else None
        money = money if limit == last else None
        last = limit
        if before is not None:
            if quantity.start < before.after:
                continue
            both = joined(view, before, quantity, limit, floor)
            if both is not None:
                result[-1] = both
                if money is not None:
                    _carry(view, money, both, limit, floor)
                continue
            if _converts(view, before, quantity):
                closing = quantity.after
                before.after = closing + 1 if view[closing : closing + 1] in {")", "]"} else before.after
                continue
            if _are_together(view, before.end, quantity.start):
                _liken(before, quantity)
                _scale_alike(view, before, quantity, floor)
        if money is not None:
            _carry(view, money, quantity, limit, floor)
        money = quantity if quantity.kind == "money" else money
        result.append(quantity)
    return result


def _carry(view: str, money: Quantity, quantity: Quantity, limit: int, floor: int) -> None:
    """Give a large number that counts nothing the currency named before it in its sentence."""
    if quantity.kind != "count" or quantity.scale < LARGE:
        return
    link = link_to(view, money.after, quantity.start, quantity.after, limit)
    if link == "to":  # what the money rose or fell to is money, what it went to may be people
        window = max(floor, money.start - 48)
        link = link if changes(view, money, window, view[window : money.start].lower()) else None
    if link is not None:
        quantity.kind, quantity.unit = money.kind, money.unit


def _single(view: str, numeral: Numeral, limit: int, floor: int) -> Quantity:
    start, end, value = numeral.start, numeral.end, numeral.value
    quantity = Quantity(
        start, end, end, value, value, "count", None, numeral.scale, False, numeral.vague, numeral.digits
    )
    if numeral.kind == "ordinal":
        quantity.kind = "ordinal"
        return quantity
    if numeral.kind == "identifier":
        quantity.kind = "identifier"
        return quantity
    if numeral.kind == "fraction":
        quantity.kind, quantity.unit, quantity.fraction = "percent", "percent", True
        return quantity
    money = currency_before(view, start, floor)
    of = 3 if numeral.vague and view.startswith(" of ", end) else 0  # "hundreds of millions of dollars"
    unit = unit_after(view, end + of, limit)
    if of and unit is not None and unit.kind not in {"money", "measurement"}:
        unit = None
    if money is not None:
        quantity.start, quantity.leading = money.start, True
        _take(quantity, money)
        if unit is not None and unit.kind == "money" and unit.end <= limit:  # "$5 million Australian dollars"
            quantity.unit = unit.name if unit.name != "USD" else money.name
            quantity.end = quantity.after = unit.end
    elif unit is not None:
        _take(quantity, unit)
        quantity.after = unit.end
        if unit.kind in {"money", "percent"}:
            quantity.end = unit.end
    elif numeral.digits and view[end : end + 1].isalpha():
        quantity.kind = "identifier"
    return quantity


def _take(quantity: Quantity, unit: Unit) -> None:
    quantity.kind, quantity.unit = unit.kind, unit.name
    if unit.factor != 1:
        quantity.low = quantity.high = exact(quantity.low * unit.factor)
        quantity.part = unit.factor < 1


#: The unit of a second number is that of the first as well: "from 12 to 36 tonnes", "a 7- or 8-inch pipe",
#: "3 million of the 9 million euros".
_TOGETHER = Later(
    r"\s(?:to|or)\s(?:about\s|around\s|nearly\s|almost\s|some\s|a\s|up to\s|(?:just |well )?over\s|more than\s|"
    r"at least\s)?|-,?\s(?:(?:or|to|and)\s)?|"
    r"\s(?:out\s)?of\s(?:the|its|their|a|an)\s(?:\w{1,12}\s)?",
    re.IGNORECASE,
)


#: How it begins behind its first sign, but for hyphens, and what it spans at most.
_TOGETHER_STARTS, _WIDEST = frozenset({"to", "or", "of", "ou"}), 30


def _are_together(view: str, start: int, end: int) -> bool:
    if end - start > _WIDEST:
        return False
    if view[start] != "-" and view[start + 1 : start + 3].lower() not in _TOGETHER_STARTS:
        return False
    return _TOGETHER.fullmatch(view, start, end) is not None


def _liken(first: Quantity, second: Quantity) -> None:
    """Give a bare first number the unit, and where that keeps them in order the scale, of the one it stands with."""
    bare = first.unit is None and not second.leading
    if second.unit is None or second.fraction or first.ranged or not joinable(first):
        return
    if not bare and first.unit != second.unit:
        return
    scale = first.scale
    if second.scale > 1 and scale == 1 and -1000 < first.low < 1000 and first.low < second.high / Decimal(second.scale):
        scale = second.scale
        first.low, first.high = exact(first.low * scale), exact(first.high * scale)
    first.kind, first.unit, first.scale = second.kind, second.unit, scale


def _scale_alike(view: str, first: Quantity, second: Quantity, floor: int) -> None:
    """Give the first number of "rose from 1.6 to 2.1 million" the scale of the second."""
    if second.scale == 1 or first.scale > 1 or second.unit is not None or not (first.digits and joinable(first)):
        return
    below = first.low < second.high / Decimal(second.scale) or not isinstance(first.low, int)
    if not below or first.low >= 1000 or view[first.after + 1 : first.after + 3] != "to":
        return
    window = max(floor, first.start - 48)
    if changes(view, first, window, view[window : first.start].lower()):
        first.low = first.high = exact(first.low * second.scale)
        first.scale = second.scale


_OPENING = Later(r"\s?[(\[](?:(?:about|around|roughly|approximately|or|approx\.?|equal to|some|nearly|=|~|≈)\s?){0,2}")
_CLOSING = Later(r"\s?(?:[)\]]|,|;|\sat\s|\sin\s)")


def _converts(view: str, first: Quantity, second: Quantity) -> bool:
    """See whether the second quantity is the first in another unit, in brackets behind it ("20 miles (32 km)")."""
    if first.kind != second.kind or first.kind not in {"money", "measurement"} or first.unit == second.unit:
        return False
    return (
        second.start - first.after <= 20
        and _OPENING.fullmatch(view, first.after, second.start) is not None
        and _CLOSING.match(view, second.after) is not None
    )
