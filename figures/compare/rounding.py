"""What an approximate number stands for."""

from decimal import Context, Decimal

from figures.model import Number

#: An approximate number is off by no more than this share of itself, however few digits it has.
LARGEST_SHARE = Decimal("0.05")
#: Wide enough for every number a figure can have (10^18 with six places), whatever the caller's context.
_EXACT = Context(prec=60)


def half_step(value: Number) -> Decimal:
    """Give how far an approximate number may be off: half of its last non-zero digit's place, at most 5 % of it.

    11,000 gives 500 and 600 gives 30; zero gives 0.
    """
    exact = _EXACT.create_decimal(value)
    if not exact.is_finite() or not exact:
        return Decimal(0)
    exponent = exact.normalize(_EXACT).as_tuple().exponent
    place = _EXACT.scaleb(Decimal(5), int(exponent) - 1)
    return min(place, _EXACT.multiply(exact.copy_abs(), LARGEST_SHARE))
