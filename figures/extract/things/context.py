"""What a quantity counts, and what was counted before it."""

from typing import NamedTuple


class Counted(NamedTuple):
    """What a quantity counts; `end` is where its words end, `start` where they begin if they follow the number."""

    noun: str | None
    end: int
    start: int | None = None


class Context:
    """What was counted before: in this sentence, and last in this stretch, there in sentence number `sentence`.

    `end` is where the last figure ends, `words` the span of the noun behind it.
    """

    __slots__ = ("end", "in_sentence", "in_stretch", "sentence", "words")

    def __init__(self) -> None:
        self.in_sentence: str | None = None
        self.in_stretch: str | None = None
        self.sentence = -2
        self.end = 0
        self.words = (0, 0)
