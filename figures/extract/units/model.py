"""What the unit tables hold and what the unit finder yields: plain values."""

from decimal import Decimal
from typing import Literal, NamedTuple

UnitKind = Literal["money", "percent", "measurement", "duration"]
Factor = int | Decimal


class Unit(NamedTuple):
    """A unit of measure at view[start:end], the number beside it not included.

    `name` is the ISO 4217 code of a currency, else the unit in singular British English. The number times `factor`
    is the value in that unit: 1 but for parts of a currency ("cents" are USD by 1/100).
    """

    start: int
    end: int
    name: str
    kind: UnitKind
    factor: Factor = 1


class Leaf(NamedTuple):
    """What one spelling of a unit stands for.

    `plural` tells "miles" from "mile"; `symbol` tells "km" from both; `glued` symbols count only right after the
    number. `guard` names the rule of figures.extract.units.guards that decides from the words around.
    """

    name: str
    kind: UnitKind
    factor: Factor = 1
    plural: bool = False
    symbol: bool = False
    glued: bool = False
    guard: str = ""


class Node:
    """One word on the way through the spellings: the unit that ends here, if any, and the words that may follow."""

    __slots__ = ("following", "leaf")

    def __init__(self) -> None:
        self.leaf: Leaf | None = None
        self.following: dict[str, Node] = {}
