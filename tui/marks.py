"""Marks: figures chosen on the desk to be judged together. They are kept in memory and are no part of the file."""

from collections.abc import Collection, Iterable, Sequence


class Marks:
    """Which row ids are marked, and where a range was begun, if one is open.

    An open range goes from the place where it was begun to the cursor; places are those of the queue.
    """

    def __init__(self) -> None:
        self._ids: set[int] = set()
        self.begun: int | None = None

    def __len__(self) -> int:
        return len(self._ids)

    def has(self, row_id: int, place: int, cursor: int) -> bool:
        """Tell whether a row is marked, or lies in the open range."""
        return row_id in self._ids or (self.begun is not None and _between(self.begun, cursor, place))

    def any(self) -> bool:
        """Tell whether anything is marked, or a range is open."""
        return bool(self._ids) or self.begun is not None

    def chosen(self, ids: Sequence[int], cursor: int) -> set[int]:
        """Give what is marked or lies in the open range; `ids` is the queue."""
        if self.begun is None or not ids:
            return self._ids
        first, last = sorted((self.begun, cursor))
        return self._ids.union(ids[first : last + 1])

    def count(self, ids: Sequence[int], cursor: int) -> int:
        """Give how many are chosen."""
        if self.begun is not None and not self._ids:
            return min(len(ids), abs(cursor - self.begun) + 1)
        return len(self.chosen(ids, cursor))

    def toggle(self, row_id: int) -> None:
        """Mark a row, or take its mark away."""
        self._ids ^= {row_id}

    def add(self, row_ids: Iterable[int]) -> int:
        """Mark these rows; gives how many were not marked before."""
        before = len(self._ids)
        self._ids.update(row_ids)
        return len(self._ids) - before

    def close_range(self, ids: Sequence[int], cursor: int) -> None:
        """Mark what lies in the open range, and end it."""
        self._ids = self.chosen(ids, cursor)
        self.begun = None

    def clear(self) -> None:
        """Take all marks away, and end the open range."""
        self._ids.clear()
        self.begun = None

    def keep(self, ids: Collection[int]) -> None:
        """Keep the marks of what is still in the queue: nothing that is out of sight may be judged."""
        self.begun = None
        if self._ids:
            self._ids.intersection_update(ids)


def _between(one: int, other: int, place: int) -> bool:
    return min(one, other) <= place <= max(one, other)
