"""The orders in which figures can stand."""

from dataclasses import dataclass

from db.model import VERDICTS


@dataclass(frozen=True, slots=True)
class Order:
    """An order: its name as it is stored and typed, "" for the first, and what it does in words."""

    name: str
    label: str


ORDERS: tuple[Order, ...] = (
    Order("", "in document order"),
    Order("value", "largest first"),
    Order("priority", "undecided first"),
)

#: What needs somebody first comes first.
PRIORITY = ("unresolved", "unreviewed", "disputed", "misreported", "confirmed", "dismissed")
#: Of these, figures in a conflict and those with a sign of a misreport come before the others.
UNDECIDED = PRIORITY[:2]
#: Every state that a figure can have.
STATES = (*(choice.code for choice in VERDICTS), "unresolved")


def following(name: str) -> str:
    """Give the order after this one, going round; the first after one that is not known."""
    names = [order.name for order in ORDERS]
    return names[(names.index(name) + 1) % len(names)] if name in names else names[0]
