"""One version of a text made ready to be held against another: folded, in pieces, its figures in their places."""

from collections.abc import Sequence
from dataclasses import dataclass

from db.versions import claims
from db.versions.folding import Folded, fold, segment_at, segments
from figures.model import CONTEXT, Figure

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Side:
    """One version: its folded text in pieces, and its figures with their places there and their pieces.

    `flat` is the folded text with line feeds as spaces; `piece_of` gives -1 for a figure outside all pieces.
    """

    text: str
    figures: Sequence[Figure]
    folded: Folded
    flat: str
    spans: list[Span]
    pieces: list[str]
    places: list[Span]
    piece_of: list[int]
    names: set[str]

    def sentence(self, figure: int) -> str:
        """Give the piece that a figure stands in."""
        return self.pieces[self.piece_of[figure]] if self.piece_of[figure] >= 0 else ""

    def around(self, place: Span) -> str:
        """Give what stands at a place of the folded text, in the text and to the letter, with its context there."""
        piece = segment_at(self.spans, place[0])
        first, last = self.spans[piece] if piece >= 0 else place
        start, end = self.folded.back(*place)
        before, after = self.folded.offsets[first], self.folded.offsets[last - 1] + 1
        return self.text[max(before, start - CONTEXT) : start] + "\0" + self.text[start : min(after, end + CONTEXT)]

    def marked(self) -> list[str]:
        """Give the pieces, those that begin a line with a line feed before them."""
        text = self.folded.text
        return [
            text[start - 1] + text[start:end] if text[start - 1 : start] == "\n" else text[start:end]
            for start, end in self.spans
        ]


def side_of(text: str, figures: Sequence[Figure]) -> Side:
    """Fold a version of a text and find its figures there."""
    folded = fold(text)
    flat = folded.text.replace("\n", " ")
    spans = segments(folded)
    places = [folded.place(figure.start, figure.end) for figure in figures]
    piece_of = [segment_at(spans, start) for start, _ in places]
    pieces = [folded.text[start:end] for start, end in spans]
    return Side(text, figures, folded, flat, spans, pieces, places, piece_of, claims.names(folded.text))
