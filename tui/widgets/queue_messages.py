"""What the queue tells the desk: where its cursor is, and what it does not know of its figures."""

from __future__ import annotations

from collections.abc import Sequence

from textual.message import Message


class Moved(Message):
    """The cursor stands on another figure."""

    def __init__(self, row_id: int) -> None:
        super().__init__()
        self.row_id = row_id

    def can_replace(self, message: Message) -> bool:
        """Let only the last of several moves count."""
        return isinstance(message, Moved)


class RowsWanted(Message):
    """These rows are on the screen or near it, and not known."""

    def __init__(self, row_ids: Sequence[int]) -> None:
        super().__init__()
        self.row_ids = row_ids

    def can_replace(self, message: Message) -> bool:
        """Let a newer wish stand for this one: what was on the screen before is no longer wanted."""
        return isinstance(message, RowsWanted)


class TagsWanted(Message):
    """Of rows on the screen it is not known which questions they answer."""

    def can_replace(self, message: Message) -> bool:
        """Let one wish stand for several."""
        return isinstance(message, TagsWanted)
