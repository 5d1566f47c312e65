"""Numbers as they are typed into a query: 5000, 5,000, 1.5m, 2%, $5bn."""

from dataclasses import dataclass
from decimal import Decimal

from seeds.patterns import Later

_NUMBER = Later(
    r"(?P<currency>[^\w\s.,+-])?(?P<digits>[+-]?[0-9]{1,30}(?:,[0-9]{3}){0,9}(?:\.[0-9]{1,30})?)"
    r"(?P<scale>[A-Za-z]*)(?P<percent>%)?"
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number, and the kind and unit that its signs say."""

    number: float
    kind: str | None
    unit: str | None


def amount(text: str) -> Amount | None:
    """Read a number with its sign of currency, scale or percent; None for what is none."""
    from figures.extract.numbers.words import SCALES, SHORT_SCALES
    from figures.extract.units.currencies import SIGNS

    found = _NUMBER.fullmatch(text)
    if found is None:
        return None
    sign, scale, percent = found["currency"], found["scale"].lower(), found["percent"]
    factor = {"": 1, **SCALES, **SHORT_SCALES}.get(scale)
    if factor is None or (sign and (percent or sign not in SIGNS)) or (percent and scale):
        return None
    number = float(Decimal(found["digits"].replace(",", "")) * factor)
    if percent:
        return Amount(number, "percent", None)
    return Amount(number, "money", SIGNS[sign]) if sign else Amount(number, None, None)
