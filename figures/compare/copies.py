"""Documents that are copies or near copies of one another, and paragraphs that stand in several."""

from array import array
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

from figures.compare.passages import TELLING, passages
from figures.compare.unions import Unions

#: Two documents are near copies where the passages they share, word for word, come to this share of the geometric mean
#: of their lengths. Edited copies of one story share more; follow-up stories, by their background, less.
NEAR = 0.4
#: Or to this share of the shorter one, which then is an excerpt.
EXCERPT = 0.7
#: Fewer passages than these, or fewer letters, show a quotation, not a copy.
FEWEST = 3
_LEAST = 2 * TELLING
#: A document this many times longer than another holds it as a part: perhaps as one of several stories.
_PART = 2.5
#: A passage in more stories than this belongs to none (the imprint of a site, a standing phrase), unless most of the
#: documents with it tell the same story.
_STORIES = 3
#: A passage's first holders stand for all of them, and the nearest of a document's copies for the others, so that a
#: thousand copies do not cost a million comparisons.
_HOLDERS = 32
_LINKS = 8


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The passages of one document: keys and spans side by side; `length` is that of its distinct passages together."""

    keys: "array[int]"
    starts: "array[int]"
    ends: "array[int]"
    length: int


@dataclass(frozen=True, slots=True)
class _Held:
    """A passage that stands in several documents: its length, and their numbers in order."""

    length: int
    holders: list[int]


@dataclass(frozen=True, slots=True)
class _Link:
    """Two documents and what they share: how many passages, and of what length together."""

    one: int
    other: int
    count: int
    shared: int


class Copies:
    """An index of documents by their passages, to which documents can be added at any time.

    It holds numbers, not texts, and can be pickled between runs.
    """

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._uids: list[str] = []
        self._sheets: list[_Sheet] = []
        self._single: dict[int, int] = {}
        self._several: dict[int, _Held] = {}
        self._links: list[_Link] = []
        self._firsts: list[int] | None = None

    def add(self, uid: str, text: str) -> None:
        """Take in a document; one that is known already changes nothing.

        What is not the document's own (menus, teasers) may be blanked out beforehand, so that offsets stay as they are.
        """
        if uid in self._numbers:
            return
        number = self._numbers[uid] = len(self._uids)
        found = passages(text)
        lengths = {passage.key: passage.length for passage in found}
        sheet = _Sheet(
            array("Q", [passage.key for passage in found]),
            array("Q", [passage.start for passage in found]),
            array("Q", [passage.end for passage in found]),
            sum(lengths.values()),
        )
        self._uids.append(uid)
        self._sheets.append(sheet)
        self._firsts = None
        links = [
            _Link(other, number, count, shared)
            for other, (count, shared) in self._register(number, lengths).items()
            if _near(count, shared, sheet.length, self._sheets[other].length)
        ]
        self._links += sorted(links, key=lambda link: link.shared, reverse=True)[:_LINKS]

    def _register(self, number: int, lengths: dict[int, int]) -> dict[int, tuple[int, int]]:
        """Note a document's passages; give the documents that had them: how many, and of what length together."""
        found: dict[int, tuple[int, int]] = {}
        for key, length in lengths.items():
            held = self._several.get(key)
            if held is None:
                first = self._single.setdefault(key, number)
                if first == number:
                    continue
                del self._single[key]
                held = self._several[key] = _Held(length, [first])
            for other in held.holders[:_HOLDERS]:
                count, shared = found.get(other, (0, 0))
                found[other] = count + 1, shared + length
            held.holders.append(number)
        return found

    def groups(self) -> list[tuple[str, ...]]:
        """Give the groups of two or more documents that are copies of one another, the members in order of uid."""
        members: dict[int, list[str]] = {}
        for uid, first in zip(self._uids, self._grouped(), strict=True):
            members.setdefault(first, []).append(uid)
        return sorted(tuple(sorted(uids)) for uids in members.values() if len(uids) > 1)

    def story(self, uid: str) -> str:
        """Give one uid that is the same for all copies of a document; its own where it has none or is unknown."""
        number = self._numbers.get(uid)
        return uid if number is None else self._uids[self._grouped()[number]]

    def sharing(self, uid: str, start: int, end: int) -> tuple[str, ...]:
        """Give the other documents, in order of uid, that hold a passage on which text[start:end] of a document lies.

        Its copies count with any passage, others only with one long enough not to be written twice by chance.
        """
        number = self._numbers.get(uid)
        if number is None:
            return ()
        sheet, firsts = self._sheets[number], self._grouped()
        found: set[int] = set()
        for key, begin, stop in zip(sheet.keys, sheet.starts, sheet.ends, strict=True):
            held = self._several.get(key) if begin < end and start < stop else None
            if held is not None:
                telling = held.length >= TELLING
                found.update(other for other in held.holders if telling or firsts[other] == firsts[number])
        return tuple(sorted(self._uids[other] for other in found - {number}))

    def _grouped(self) -> list[int]:
        """Give for each document the one of its group whose uid comes first."""
        if self._firsts is None:
            united = self._united(self._links)
            lost = self._common(united)
            if lost:
                united = self._united([link for link in self._links if self._holds(link, lost)])
            self._firsts = list(range(len(self._uids)))
            for numbers in united.sets():
                first = min(numbers, key=lambda number: self._uids[number])
                for number in numbers:
                    self._firsts[number] = first
        return self._firsts

    def _united(self, links: Iterable[_Link]) -> Unions[int]:
        united: Unions[int] = Unions()
        parts: dict[int, list[int]] = {}
        for link in links:
            shorter, longer = sorted((link.one, link.other), key=lambda number: self._sheets[number].length)
            if self._sheets[longer].length < _PART * self._sheets[shorter].length:
                united.join(link.one, link.other)
            else:
                parts.setdefault(longer, []).append(shorter)
        # Whoever holds several stories that are no copies of one another is a collection, and a copy of none.
        for whole in sorted(parts, key=lambda number: (self._sheets[number].length, self._uids[number])):
            if len({united.root(part) for part in parts[whole]}) == 1:
                united.join(parts[whole][0], whole)
        return united

    def _common(self, united: Unions[int]) -> dict[int, dict[int, int]]:
        """Give for each document those of its passages that stand in many stories, with their lengths."""
        lost: dict[int, dict[int, int]] = {}
        roots = [united.root(number) for number in range(len(self._uids))]
        for key, held in self._several.items():
            if len(held.holders) <= _STORIES or len({roots[number] for number in held.holders}) <= _STORIES:
                continue
            if 2 * max(Counter(roots[number] for number in held.holders).values()) > len(held.holders):
                continue
            for number in held.holders:
                lost.setdefault(number, {})[key] = held.length
        return lost

    def _holds(self, link: _Link, lost: dict[int, dict[int, int]]) -> bool:
        """Tell whether two documents are near copies without the passages that stand in many stories."""
        one, other = lost.get(link.one, {}), lost.get(link.other, {})
        both = one.keys() & other.keys()
        return _near(
            link.count - len(both),
            link.shared - sum(one[key] for key in both),
            self._sheets[link.one].length - sum(one.values()),
            self._sheets[link.other].length - sum(other.values()),
        )


def copies(documents: Iterable[tuple[str, str]]) -> Copies:
    """Find the copies among documents, each a uid and its text; about linear in the length of all texts."""
    index = Copies()
    for uid, text in documents:
        index.add(uid, text)
    return index


def _near(count: int, shared: int, one: int, other: int) -> bool:
    excerpt = shared >= EXCERPT * min(one, other) and shared >= _LEAST
    return excerpt or (count >= FEWEST and shared >= NEAR * sqrt(one * other))
