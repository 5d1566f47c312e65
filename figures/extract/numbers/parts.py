"""What numbers are made of, as plain values."""

from typing import Literal

from figures.model import Number

WordKind = Literal["small", "ten", "scale", "vague", "half", "part", "ordinal", "single"]
#: Digits, digits with an ordinal's ending, digits that are part of a name, a vulgar fraction, or a word.
TokenKind = Literal["digits", "nth", "name", "vulgar"] | WordKind


class Token:
    """A part of a number at view[start:end]; `scale` is glued to digits and not yet multiplied into `value`.

    A plain class, as a dataclass takes 1 ms of every start.
    """

    __slots__ = ("end", "kind", "plural", "scale", "start", "value")

    def __init__(
        self, start: int, end: int, kind: TokenKind, value: Number, scale: int = 1, plural: bool = False
    ) -> None:
        self.start, self.end = start, end
        self.kind = kind
        self.value, self.scale = value, scale
        self.plural = plural
