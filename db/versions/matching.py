"""Where the figures of a text went in its next version: by exact sentences and contexts, never by like digits.

A figure is found again where its sentence stands word for word; else where the 32 characters either side stand; else
in the sentence that took its sentence's place, if number and claim are the same and nothing else answers as well.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from db.versions import claims
from db.versions.alignment import NOWHERE, align, has_neighbour
from db.versions.folding import Folded, fold, segment_at, segments
from db.versions.pairing import pair, without_doubtful
from figures.model import CONTEXT, Figure

#: A context shorter than this on one side, in characters, does not tell one place from another.
_SHORTEST_CONTEXT = 16

#: How far around two figures words are compared, in characters.
_NEAR = 80

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a figure stands in the next version: its span, and which of the figures extracted there it is, if any.

    `moved` tells that it stands in another order among the others than it did.
    """

    start: int
    end: int
    index: int | None
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Matches:
    """What became of the figures of a text, by their indexes.

    `places` of those that stand; `changed`: which figure of the next version took the place of one, with another
    number or said of something else. Each figure of the next version is at most once in the two.
    """

    places: dict[int, Place]
    changed: dict[int, int]


@dataclass(frozen=True, slots=True)
class _Side:
    """One version: its folded text in pieces, and its figures with their places there and their pieces.

    `flat` is the folded text with line feeds as spaces; `piece_of` gives -1 for a figure outside all pieces.
    """

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

    def marked(self) -> list[str]:
        """Give the pieces, those that begin a line with a line feed before them."""
        text = self.folded.text
        return [
            text[start - 1] + text[start:end] if text[start - 1 : start] == "\n" else text[start:end]
            for start, end in self.spans
        ]


def match(old_text: str, old: Sequence[Figure], new_text: str, new: Sequence[Figure]) -> Matches:
    """Find the figures of a text in its next version, of which `new` are the figures extracted."""
    matching = _Matching(_side(old_text, old), _side(new_text, new))
    matching.by_sentence()
    matching.by_context()
    matching.by_claim()
    return Matches(_with_moves(matching.places), matching.changed)


def _side(text: str, figures: Sequence[Figure]) -> _Side:
    folded = fold(text)
    flat = folded.text.replace("\n", " ")
    spans = segments(folded)
    places = [folded.place(figure.start, figure.end) for figure in figures]
    piece_of = [segment_at(spans, start) for start, _ in places]
    pieces = [folded.text[start:end] for start, end in spans]
    return _Side(figures, folded, flat, spans, pieces, places, piece_of, claims.names(folded.text))


class _Matching:
    """The search, way by way; what one way has found is not looked at by the next."""

    def __init__(self, old: _Side, new: _Side):
        self.old, self.new = old, new
        self.names = old.names | new.names
        self.where = without_doubtful(old.pieces, new.pieces, align(old.marked(), new.marked()))
        self.at = {place: index for index, place in enumerate(new.places)}
        self.places: dict[int, Place] = {}
        self.changed: dict[int, int] = {}
        self.taken: set[Span] = set()

    def by_sentence(self) -> None:
        """Find figures in the pieces that say exactly the same."""
        old, new = self.old, self.new
        for index, (start, end) in enumerate(old.places):
            piece = old.piece_of[index]
            if piece < 0 or self.where[piece] == NOWHERE:
                continue
            shift = new.spans[self.where[piece]][0] - old.spans[piece][0]
            place = start + shift, end + shift
            if old.flat[start:end] != new.flat[slice(*place)]:
                continue
            found = self.at.get(place)
            if (
                found is None
                or has_neighbour(self.where, piece)
                or claims.same_claim(old.figures[index], new.figures[found])
            ):
                self._take(index, place)

    def by_context(self) -> None:
        """Find figures by the characters either side and the number between them, where they stand once."""
        for index in self._missing():
            place = self._context_place(index)
            if place is None or place in self.taken:
                continue
            found = self.at.get(place)
            if found is None:
                piece = self._new_piece(place[0])
                fits = not claims.other_names(self.old.sentence(index), piece, self.names)
            else:
                fits = self._stands(index, found)
            if fits:
                self._take(index, place)

    def by_claim(self) -> None:
        """Find figures in the pieces that took the place of theirs; those with other numbers there are changed."""
        missing = list(self._missing())
        free = [index for index, place in enumerate(self.new.places) if place not in self.taken]
        pairs = pair(
            self.old.pieces,
            self.new.pieces,
            self.where,
            {self.old.piece_of[index] for index in missing} - {-1},
            {self.new.piece_of[index] for index in free} - {-1},
        )
        mine, theirs = _grouped(missing, self.old.piece_of), _grouped(free, self.new.piece_of)
        for one, other in pairs.items():
            self._pair_figures(mine[one], theirs[other])

    def _pair_figures(self, mine: Sequence[int], theirs: Sequence[int]) -> None:
        """Settle the figures of a sentence and of that which took its place."""
        standing = {(one, other): 1 for one in mine for other in theirs if self._stands(one, other)}
        for one, other in _best(standing):
            self._take(one, self.new.places[other])
        left = [index for index in mine if index not in self.places]
        free = [index for index in theirs if self.new.places[index] not in self.taken]
        near = {(one, other): self._nearness(one, other) for one in left for other in free}
        self.changed.update(_best({pair: score for pair, score in near.items() if score}))

    def _stands(self, one: int, other: int) -> bool:
        mine, theirs = self.old.figures[one], self.new.figures[other]
        return (
            claims.same_number(mine, theirs)
            and claims.same_claim(mine, theirs)
            and not claims.other_names(self.old.sentence(one), self.new.sentence(other), self.names)
        )

    def _nearness(self, one: int, other: int) -> int:
        """Give how many words around two figures are the same, with two for the same noun; 0 for other kinds."""
        mine, theirs = self.old.figures[one], self.new.figures[other]
        if mine.kind != theirs.kind:
            return 0
        (start, end), (new_start, new_end) = self.old.places[one], self.new.places[other]
        before = _common(_words_before(self.old.flat, start), _words_before(self.new.flat, new_start))
        after = _common(_words_after(self.old.flat, end), _words_after(self.new.flat, new_end))
        return before + after + 2 * (mine.noun is not None and mine.noun == theirs.noun)

    def _context_place(self, index: int) -> Span | None:
        """Give where the number stands between the same characters, if it does once in both versions."""
        start, end = self.old.places[index]
        before = self.old.flat[max(0, start - CONTEXT) : start]
        after = self.old.flat[end : end + CONTEXT]
        if min(len(before), len(after)) < _SHORTEST_CONTEXT or start == end:
            return None
        sought = before + self.old.flat[start:end] + after
        at = self.new.flat.find(sought)
        if at < 0 or self.new.flat.find(sought, at + 1) >= 0 or self.old.flat.find(sought) != start - len(before):
            return None
        if self.old.flat.find(sought, start - len(before) + 1) >= 0:
            return None
        return at + len(before), at + len(before) + end - start

    def _new_piece(self, place: int) -> str:
        index = segment_at(self.new.spans, place)
        return self.new.pieces[index] if index >= 0 else ""

    def _missing(self) -> Iterator[int]:
        return (index for index in range(len(self.old.figures)) if index not in self.places)

    def _take(self, index: int, place: Span) -> None:
        if place in self.taken or place[0] == place[1]:
            return
        self.taken.add(place)
        self.places[index] = Place(*self.new.folded.back(*place), self.at.get(place))


def _grouped(figures: Iterable[int], piece_of: Sequence[int]) -> dict[int, list[int]]:
    groups: dict[int, list[int]] = defaultdict(list)
    for index in figures:
        groups[piece_of[index]].append(index)
    return groups


def _best(scores: Mapping[tuple[int, int], int]) -> list[tuple[int, int]]:
    """Give the pairs that score higher than every other pair of either of the two."""
    highest: dict[tuple[bool, int], list[int]] = defaultdict(list)
    for (one, other), score in scores.items():
        highest[True, one].append(score)
        highest[False, other].append(score)
    return [
        (one, other)
        for (one, other), score in scores.items()
        if all(
            max(values) == score and values.count(score) == 1 for values in (highest[True, one], highest[False, other])
        )
    ]


def _words_before(flat: str, place: int) -> list[str]:
    return flat[max(0, place - _NEAR) : place].split()[::-1]


def _words_after(flat: str, place: int) -> list[str]:
    return flat[place : place + _NEAR].split()


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """Give how many words two lists have in common at their beginnings."""
    return sum(1 for _ in takewhile(lambda both: both[0] == both[1], zip(one, other, strict=False)))


def _with_moves(places: dict[int, Place]) -> dict[int, Place]:
    """Mark as moved what is not in the longest run of figures that kept their order."""
    order = sorted(places)
    tails: list[int] = []  # the least last start of a run of each length, and whose it is
    owners: list[int] = []
    previous: dict[int, int | None] = {}
    for index in order:
        length = bisect_left(tails, places[index].start)
        tails[length : length + 1] = [places[index].start]
        owners[length : length + 1] = [index]
        previous[index] = owners[length - 1] if length else None
    kept: set[int] = set()
    step = owners[-1] if owners else None
    while step is not None:
        kept.add(step)
        step = previous[step]
    return {index: replace(places[index], moved=index not in kept) for index in order}
