"""How much is looked at in one go: more where it is quickly done."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter

from db.query.stretches import Stretches

#: How long one stretch should take, in seconds, and how many documents or figures the first one has.
STRETCH, DOCUMENTS, FIGURES = 0.005, 64, 1024


class Pace:
    """The bounds of one stretch after the other from `first` on; with `back`, from there to the first."""

    def __init__(self, part: Stretches, first: int | None = None, *, back: bool = False) -> None:
        self._part = part
        self.back = back
        self._length = DOCUMENTS if part.by_document else FIGURES
        #: What every stretch takes, however short, in seconds; the first one, which is short, tells.
        self._fixed: float | None = 0.0 if part.even else None
        self.first = part.first if first is None else first

    @property
    def over(self) -> bool:
        """Whether everything was looked at."""
        return self.first < self._part.first if self.back else self.first > self._part.last

    @contextmanager
    def measured(self) -> Iterator[tuple[int, int]]:
        """Give the first and the last of the next stretch, and see how long the block takes."""
        began = perf_counter()
        if self.back:
            yield max(self._part.first, self.first - self._length + 1), self.first
        else:
            yield self.first, min(self.first + self._length - 1, self._part.last)
        taken = perf_counter() - began
        self.first += -self._length if self.back else self._length
        if self._fixed is None:
            self._fixed = taken
        if taken < STRETCH / 2 + 2 * self._fixed:
            self._length *= 2
        elif taken > 2 * STRETCH + 4 * self._fixed:
            self._length = max(1, self._length // 2)
