"""Where the figures of a text went in its next version: by exact sentences and contexts, never by like digits.

A figure is found again where its sentence stands word for word; else where the 32 characters either side stand; else
in the sentence that took its sentence's place, if that says the same of the same number and nothing else answers as
well. Wherever the text is not the same to the letter, the number has to be read as the same.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from db.versions import claims
from db.versions.alignment import NOWHERE, align, has_neighbour
from db.versions.contexts import same_contexts
from db.versions.folding import segment_at
from db.versions.pairing import pair, without_doubtful
from db.versions.rewording import Telling, tells_the_same
from db.versions.sides import Side, Span, side_of
from db.versions.spans import Spans
from figures.model import Figure

#: How far around two figures words are compared, in characters.
_NEAR = 80

#: How far around a number a sentence is read, in characters: further than most sentences go.
_FAR = 600

#: Two sentences with more pairs of numbers than this are tables: what took whose place there is not guessed.
_MOST_PAIRS = 10_000
#: Of a number that stands this often in a sentence none is the one.
_MOST_ALIKE = 20


@dataclass(frozen=True, slots=True)
class Place:
    """Where a figure stands in the next version: its span, and which of the figures extracted there it is, if any.

    `moved` tells that it stands in another order among the others than it did; `reworded` that its sentence says the
    same in other words.
    """

    start: int
    end: int
    index: int | None
    moved: bool = False
    reworded: bool = False


@dataclass(frozen=True, slots=True)
class Matches:
    """What became of the figures of a text, by their indexes.

    `places` of those that stand; `changed`: which figure of the next version took the place of one, with another
    number or said of something else. Each figure of the next version is at most once in the two.
    """

    places: dict[int, Place]
    changed: dict[int, int]


def match(old_text: str, old: Sequence[Figure], new_text: str, new: Sequence[Figure]) -> Matches:
    """Find the figures of a text in its next version, of which `new` are the figures extracted."""
    matching = _Matching(side_of(old_text, old), side_of(new_text, new))
    matching.by_sentence()
    matching.by_context()
    matching.by_claim()
    return Matches(_with_moves(matching.places), matching.changed)


class _Matching:
    """The search, way by way; what one way has found is not looked at by the next."""

    def __init__(self, old: Side, new: Side):
        self.old, self.new = old, new
        self.names = old.names | new.names
        self.where = without_doubtful(old.pieces, new.pieces, align(old.marked(), new.marked()))
        self.at = {place: index for index, place in enumerate(new.places)}
        self.figure_at = {(figure.start, figure.end): index for index, figure in enumerate(new.figures)}
        self.spans = Spans(self.figure_at)
        self.known_names: dict[str, frozenset[str]] = {}
        self.places: dict[int, Place] = {}
        self.changed: dict[int, int] = {}
        self.taken: set[Span] = set()
        #: What stands in the same words, and is read as another number.
        self.otherwise: dict[int, int] = {}

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
            other = self._read_otherwise(index, place)
            if other is not None:
                self.otherwise[index] = other
            elif (
                found is None
                or has_neighbour(self.where, piece)
                or claims.same_claim(old.figures[index], new.figures[found])
            ):
                self._take(index, place)

    def by_context(self) -> None:
        """Find figures by the characters either side and the number between them, where they stand once."""
        missing = list(self._missing())
        places = same_contexts(self.old.flat, self.new.flat, [self.old.places[index] for index in missing])
        for index, place in zip(missing, places, strict=True):
            if place is None or place in self.taken:
                continue
            found = self.at.get(place)
            if found is not None:
                fits = self._stands(index, found)
            else:
                piece = segment_at(self.new.spans, place[0])
                other = self.new.pieces[piece] if piece >= 0 else ""
                fits = self._read_otherwise(index, place) is None and not self._other_names(
                    self.old.sentence(index), other
                )
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
        used = set(self.changed.values()) | {place.index for place in self.places.values()}
        for one, other in self.otherwise.items():
            if one not in self.places and one not in self.changed and other not in used:
                self.changed[one] = other
                used.add(other)

    def _pair_figures(self, mine: Sequence[int], theirs: Sequence[int]) -> None:
        """Settle the figures of a sentence and of that which took its place."""
        by_number: dict[claims.NumberKey, list[int]] = defaultdict(list)
        for other in theirs:
            by_number[claims.number_key(self.new.figures[other])].append(other)
        standing = {
            (one, other): 1
            for one in mine
            for other in _few(by_number.get(claims.number_key(self.old.figures[one]), []))
            if self._stands(one, other) and tells_the_same(self._telling(self.old, one), self._telling(self.new, other))
        }
        for one, other in _best(standing):
            self._take(one, self.new.places[other], reworded=True)
        left = [index for index in mine if index not in self.places]
        free = [index for index in theirs if self.new.places[index] not in self.taken]
        if len(left) * len(free) <= _MOST_PAIRS:
            near = {(one, other): self._nearness(one, other) for one in left for other in free}
            self.changed.update(_best({pair: score for pair, score in near.items() if score}))

    def _read_otherwise(self, index: int, place: Span) -> int | None:
        """Give the figure that is read at a place as another number than this one; None where there is none.

        Where the text is the same to the letter, another reading is another extractor's: the number is the same.
        """
        if self.old.around(self.old.places[index]) == self.new.around(place):
            return None
        mine, found = self.old.figures[index], self.at.get(place)
        if found is not None:
            return None if claims.same_number(mine, self.new.figures[found]) else found
        for span in self.spans.touching(*self.new.folded.back(*place)):
            other = self.figure_at[span]
            if claims.number_key(self.new.figures[other])[1:] != claims.number_key(mine)[1:]:
                return other
        return None

    def _stands(self, one: int, other: int) -> bool:
        mine, theirs = self.old.figures[one], self.new.figures[other]
        return (
            claims.same_number(mine, theirs)
            and claims.same_claim(mine, theirs)
            and not self._other_names(self.old.sentence(one), self.new.sentence(other))
        )

    def _other_names(self, one: str, other: str) -> bool:
        """Tell whether each of two sentences has a name that the other has not."""
        mine, theirs = self._names(one), self._names(other)
        return bool(mine - theirs) and bool(theirs - mine)

    def _names(self, sentence: str) -> frozenset[str]:
        names = self.known_names.get(sentence)
        if names is None:
            names = self.known_names[sentence] = claims.names_in(sentence, self.names)
        return names

    def _telling(self, side: Side, index: int) -> Telling:
        first, last = side.spans[side.piece_of[index]]
        start, end = side.places[index]
        names = self._names(side.sentence(index))
        first, last = max(first, start - _FAR), min(last, end + _FAR)
        return Telling(side.folded.text[first:last], start - first, end - first, side.figures[index], names)

    def _nearness(self, one: int, other: int) -> int:
        """Give how many words around two figures are the same, with two for the same noun; 0 for other kinds."""
        mine, theirs = self.old.figures[one], self.new.figures[other]
        if mine.kind != theirs.kind:
            return 0
        (start, end), (new_start, new_end) = self.old.places[one], self.new.places[other]
        before = _common(_words_before(self.old.flat, start), _words_before(self.new.flat, new_start))
        after = _common(_words_after(self.old.flat, end), _words_after(self.new.flat, new_end))
        return before + after + 2 * (mine.noun is not None and mine.noun == theirs.noun)

    def _missing(self) -> Iterator[int]:
        return (index for index in range(len(self.old.figures)) if index not in self.places)

    def _take(self, index: int, place: Span, *, reworded: bool = False) -> None:
        if place in self.taken or place[0] == place[1]:
            return
        self.taken.add(place)
        self.places[index] = Place(*self.new.folded.back(*place), self.at.get(place), reworded=reworded)


def _few(alike: Sequence[int]) -> Sequence[int]:
    return alike if len(alike) <= _MOST_ALIKE else ()


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
