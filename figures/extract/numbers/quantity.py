"""A number with its unit, as it stands in a text."""

from figures.model import Kind, Number


class Quantity:
    """A number with its unit: view[start:end] is the number with scale, currency and percent, both ends of a range.

    `after` is where the words after the number and its unit begin, `scale` the multiplier written (1 for none);
    `part` tells that the unit is a part of its name, as cents are of dollars, `leading` that its currency stands
    before it.
    """

    __slots__ = (
        "after", "digits", "end", "fraction", "high", "kind", "leading", "low", "part", "ranged", "scale", "score",
        "start", "unit", "vague",
    )  # fmt: skip

    def __init__(
        self,
        start: int,
        end: int,
        after: int,
        low: Number,
        high: Number,
        kind: Kind,
        unit: str | None = None,
        scale: int = 1,
        ranged: bool = False,
        vague: bool = False,
        digits: bool = False,
        fraction: bool = False,
        score: bool = False,
    ) -> None:
        self.start, self.end, self.after = start, end, after
        self.low, self.high, self.scale = low, high, scale
        self.kind, self.unit = kind, unit
        self.ranged, self.vague, self.digits = ranged, vague, digits
        self.fraction, self.score = fraction, score
        self.part = self.leading = False


def joinable(quantity: Quantity) -> bool:
    """See whether a quantity may be an end of a range, or share the unit of the one beside it."""
    return quantity.kind not in {"ordinal", "identifier"} and not quantity.score and not quantity.fraction
