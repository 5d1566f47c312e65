"""What a crew is: it does work on items sent to it, and gives the results in the order of the items."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
_Covariant = TypeVar("_Covariant", covariant=True)


class Lost(NamedTuple):
    """Stands in the place of a result that nobody lives to give: the work on this item ends whoever does it."""

    why: str


class Job(Protocol[_Covariant]):
    """Items that were sent."""

    def ready(self) -> bool:
        """Tell whether the results are there."""
        ...

    def results(self) -> Sequence[_Covariant | Lost]:
        """Wait for the results, one for each item, in their order; raises ReviewError where the crew is gone."""
        ...


class Crew(Protocol):
    """Whoever works: `size` at a time. `reads` tells whether they see the files of this machine.

    So many bytes as `small` are dealt with before the crew is asked.
    """

    size: int
    reads: bool
    small: int

    def send(self, work: Callable[[Sequence[Item]], list[Result]], items: Sequence[Item]) -> Job[Result]:
        """Have work done on items: a function of a module, which gives a result for each."""
        ...

    def close(self) -> None:
        """End at once; what is not done is not done."""
        ...
