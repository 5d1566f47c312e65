"""What is prepared once of a stretch of sentences, and what is then read sentence by sentence, once, when asked for."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from figures.extract.draft import made
from figures.extract.sentence import Sentence
from figures.extract.sources.clauses import Clause, opening
from figures.extract.sources.hedges import hedging_in
from figures.extract.sources.quotations import quotations
from figures.extract.sources.reporting import clauses

#: A longer sentence is read in parts of this many characters.
PART = 2000
#: So many sentences are kept read; few are asked for again much later.
_KEPT = 256


class Part(NamedTuple):
    """A sentence, or a part of a long one: its reporting clauses, and the words of hedging that stand in it."""

    clauses: tuple[Clause, ...]
    hedging: frozenset[str]


_NOTHING = Part((), frozenset())


class Voices:
    """The sentences of one item and one kind of zone, in text order, with their quotations; the rest is read lazily.

    `speakers` (by the number of a quotation) and `names` (by the start of a clause) remember what was worked out.
    """

    __slots__ = (
        "_openings",
        "_parts",
        "_sentences",
        "_whole",
        "names",
        "quotes",
        "sentences",
        "speakers",
        "starts",
        "view",
    )

    def __init__(self, view: str, sentences: Sequence[tuple[int, int]]) -> None:
        self.view = view
        self.sentences = sentences
        self.quotes = quotations(view, sentences)
        self.starts = [start for start, _ in sentences]
        self.speakers: dict[int, tuple[str | None, Clause | None]] = {}
        self.names: dict[int, str | None] = {}
        self._sentences: dict[int, Sentence] = {}
        self._whole: dict[int, Part] = {}
        self._parts: dict[tuple[int, int], Part] = {}
        self._openings: dict[int, str | None] = {}

    def sentence(self, index: int) -> Sentence:
        """Give sentence number `index`, read."""
        known = self._sentences.get(index)
        if known is None:
            if len(self._sentences) >= _KEPT:
                self._sentences.clear()
            known = self._sentences[index] = Sentence(self.view, *self.sentences[index])
        return known

    def part(self, index: int, position: int) -> Part:
        """Give what sentence number `index` says, of a long one the part around `position`."""
        known = self._whole.get(index)
        if known is not None:
            return known
        start, end = self.sentences[index]
        if end - start <= PART:
            known = self._whole[index] = self._read(self.sentence(index))
            return known
        part = max(0, min(position, end - 1) - start) // PART
        start, end = start + part * PART, min(end, start + (part + 1) * PART)
        found = self._parts.get((index, part))
        if found is None:
            found = self._parts[index, part] = self._read(Sentence(self.view, start, end))
        return found

    def _read(self, sentence: Sentence) -> Part:
        hedging = hedging_in(sentence)
        found = clauses(self.view, sentence, self.quotes)
        return made(Part, (found, hedging)) if found or hedging else _NOTHING

    def clauses(self, index: int, position: int) -> tuple[Clause, ...]:
        """Give the reporting clauses of sentence number `index`, of a long one those of the part around `position`."""
        return self.part(index, position).clauses

    def last_clauses(self, index: int) -> tuple[Clause, ...]:
        """Give the reporting clauses at the end of sentence number `index`."""
        return self.part(index, self.sentences[index][1]).clauses

    def opening(self, index: int) -> str | None:
        """Give the source with which sentence number `index` opens outside quoted words, or None."""
        if index not in self._openings:
            start, end = self.sentences[index]
            quoted = end - start < 4 or self.quotes.at(start) is not None
            self._openings[index] = None if quoted else opening(self.view, start, end, start)
        return self._openings[index]

    def sentence_at(self, position: int) -> int:
        """Give the number of the sentence that holds a position, or of the last before it."""
        return max(0, bisect_right(self.starts, position) - 1)


def voices(view: str, sentences: Sequence[tuple[int, int]]) -> Voices:
    """Prepare the sentences of one item and one kind of zone, given in text order; one linear pass for quotations."""
    return Voices(view, sentences)
