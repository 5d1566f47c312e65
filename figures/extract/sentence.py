"""A sentence with its words and where they stand: what does not stand there need not be looked for."""

from functools import cache

#: ASCII letters in lower case, blanks for all else. A pattern would cost ten times as much.
_LETTERS = bytes(byte | 32 if chr(byte).isascii() and chr(byte).isalpha() else 32 for byte in range(256))


@cache
def noted() -> frozenset[str]:
    """Give all words that anybody asks a sentence for; of the others, which most are, it need not know."""
    # Those who ask import this module.
    from figures.extract.places.place_words import PREPOSITIONS, REGION_WORDS
    from figures.extract.sources.hedges import ALL_HEDGING
    from figures.extract.sources.reporting import CUES
    from figures.extract.times.phrases import FUTURE_WORDS
    from figures.extract.times.wordings import ANCHORS

    return CUES.union(ALL_HEDGING, ANCHORS, FUTURE_WORDS, PREPOSITIONS, REGION_WORDS)


class Sentence:
    """A sentence, or a piece of a long one, at view[start:end], read once for all who ask about it.

    Its words are its runs of ASCII letters, in lower case; `noted` are those of them that are in `noted()`.
    """

    __slots__ = ("_letters", "end", "noted", "start", "text")

    def __init__(self, view: str, start: int, end: int) -> None:
        self.start, self.end = start, end
        self.text = view[start:end]
        letters = self.text.encode("ascii", "replace").translate(_LETTERS).decode("ascii")
        self.noted = noted().intersection(letters.split())
        self._letters = f" {letters} "  # the sign at an offset of the text stands one further here

    def piece(self, start: int, end: int) -> "Sentence":
        """Give view[start:end], which lies in the sentence, as one of its own."""
        piece = Sentence(self.text, start - self.start, end - self.start)
        piece.start, piece.end = start, end
        return piece

    def places(self, word: str) -> list[int]:
        """Give the offsets in `text` at which a word stands by itself, with or without capitals."""
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
