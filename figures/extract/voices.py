"""What is prepared once of a stretch of sentences, and what is then read sentence by sentence, once, when asked for."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from figures.extract.clauses import Clause
from figures.extract.quotations import Quotations, quotations
from figures.extract.reporting import clauses

#: A longer sentence is read in parts of this many characters.
_PART = 2000


@dataclass(slots=True)
class Voices:
    """The sentences of one item and one kind of zone, in text order, with their quotations; the rest is read lazily."""

    view: str
    sentences: Sequence[tuple[int, int]]
    quotes: Quotations
    starts: list[int]
    _clauses: dict[tuple[int, int], tuple[Clause, ...]] = field(default_factory=dict)
    #: Remembered by those who work it out: the speaker of a quotation, by its number.
    speakers: dict[int, tuple[str | None, Clause | None]] = field(default_factory=dict)

    def clauses(self, index: int, position: int) -> tuple[Clause, ...]:
        """Give the reporting clauses of sentence number `index`, of a long one those of the part around `position`."""
        start, end = self.sentences[index]
        part = 0
        if end - start > _PART:
            part = max(0, min(position, end - 1) - start) // _PART
            start, end = start + part * _PART, min(end, start + (part + 1) * _PART)
        found = self._clauses.get((index, part))
        if found is None:
            found = self._clauses[index, part] = clauses(self.view, start, end, self.quotes)
        return found

    def last_clauses(self, index: int) -> tuple[Clause, ...]:
        """Give the reporting clauses at the end of sentence number `index`."""
        return self.clauses(index, self.sentences[index][1])

    def sentence_at(self, position: int) -> int:
        """Give the number of the sentence that holds a position, or of the last before it."""
        return max(0, bisect_right(self.starts, position) - 1)


def voices(view: str, sentences: Sequence[tuple[int, int]]) -> Voices:
    """Prepare the sentences of one item and one kind of zone, given in text order; one linear pass for quotations."""
    return Voices(view, sentences, quotations(view, sentences), [start for start, _ in sentences])
