"""A sentence with its words and where they stand: what does not stand there need not be looked for."""

#: ASCII letters in lower case, blanks for all else. A pattern would cost ten times as much.
_LETTERS = bytes(byte | 32 if chr(byte).isascii() and chr(byte).isalpha() else 32 for byte in range(256))


class Sentence:
    """A sentence, or a piece of a long one, at view[start:end], read once for all who ask about it.

    `words` are its runs of ASCII letters, in lower case.
    """

    __slots__ = ("_letters", "end", "start", "text", "words")

    def __init__(self, view: str, start: int, end: int) -> None:
        self.start, self.end = start, end
        self.text = view[start:end]
        letters = self.text.encode("ascii", "replace").translate(_LETTERS).decode("ascii")
        self.words = frozenset(letters.split())
        self._letters = f" {letters} "  # the sign at an offset of the text stands one further here

    def piece(self, start: int, end: int) -> "Sentence":
        """Give view[start:end], which lies in the sentence, as one of its own."""
        piece = Sentence(self.text, start - self.start, end - self.start)
        piece.start, piece.end = start, end
        return piece

    def places(self, word: str) -> list[int]:
        """Give the offsets in `text` at which one of `words` stands by itself, with or without capitals."""
        text, letters, sought = self.text, self._letters, f" {word} "
        found: list[int] = []
        at = letters.find(sought)
        while at >= 0:
            end = at + len(word)
            before, after = text[at - 1] if at else " ", text[end : end + 1]
            if (before == " " or not _is_tied(before)) and (after == " " or not _is_tied(after)):
                found.append(at)
            at = letters.find(sought, end + 1)
        return found


def _is_tied(sign: str) -> bool:
    """See whether a sign beside a word makes it part of a longer one."""
    return sign.isalnum() or sign == "_"
