"""What the mark-up says of each part of a page, where it can be believed: a wrapper of the whole page says nothing."""

from __future__ import annotations

from itertools import accumulate
from typing import NamedTuple

from seeds.readers.page.blocks import Block, Tree
from seeds.readers.page.voices import Voices
from seeds.readers.page.words import HEADINGS, Region

#: A part of the page that holds this share of its sentences is no aside of it, if the headline stands in it too.
_MOST = 0.6
#: With fewer characters of sentences outside it, it is the page.
_LEFT_OVER = 300
_SENTENCE_WORDS, _LONG = 7, 100
_STOPS = ".!?…。！？।؟"


def prose(block: Block) -> int:
    """Give the length of a block that reads as sentences and is no link; 0 for any other."""
    if block.links > 0.5 or block.tag in HEADINGS or block.row:
        return 0
    text = block.text
    stopped = text.rstrip("\"'”’»)]")[-1:] in _STOPS
    if (stopped and text.count(" ") + 1 >= _SENTENCE_WORDS) or len(text) >= _LONG:
        return len(text)
    # Scripts without spaces between words.
    return len(text) if stopped and len(text) >= 20 and not text.isascii() and " " not in text else 0


class Marked(NamedTuple):
    """What the mark-up says: for each region its kind as it counts, None where its name is not believed."""

    effective: list[Region | None]
    prose: list[int]
    inside: list[int]


def marked(tree: Tree) -> Marked:
    """Weigh the regions of a page: an aside, list or comments around it wins over what is in it."""
    count = len(tree.kinds)
    sizes, titled, mains = [0] * count, [False] * count, [kind == "main" for kind in tree.kinds]
    total = 0
    for block in tree.blocks:
        size = prose(block)
        total += size
        if block.region >= 0:
            sizes[block.region] += size
            titled[block.region] |= block.tag == "h1"
    for region in range(count - 1, -1, -1):  # a region is numbered after the one around it
        outer = tree.around[region]
        if outer >= 0:
            sizes[outer] += sizes[region]
            titled[outer] |= titled[region]
            mains[outer] |= mains[region]
    effective: list[Region | None] = []
    for region, kind in enumerate(tree.kinds):
        outer = tree.around[region]
        above = effective[outer] if outer >= 0 else None
        believed: Region | None = kind
        whole = kind not in ("main", "comments") and total - sizes[region] < _LEFT_OVER
        headed = kind != "main" and sizes[region] >= _MOST * total and (titled[region] or mains[region])
        if sizes[region] and (whole or headed):
            believed = None
        asides = ("comments", "related", "boilerplate")
        effective.append(above if above in asides or believed is None else believed)
    return Marked(effective, sizes, tree.around)


class Speakers(NamedTuple):
    """How many `parts` with sentences an element has, how many are `named` and by how many names, how many `dated`."""

    parts: int
    named: int
    names: int
    dated: int


class Spans:
    """Where the blocks of each element lie, and how much of them is prose and link; every answer takes fixed time."""

    def __init__(self, tree: Tree, weights: list[int]) -> None:
        count = len(tree.parents)
        self.first, self.last = [len(tree.blocks)] * count, [-1] * count
        self.parents = tree.parents
        self.children: dict[int, list[int]] = {}
        for number, block in enumerate(tree.blocks):
            if block.node >= 0:
                self.first[block.node] = min(self.first[block.node], number)
                self.last[block.node] = max(self.last[block.node], number)
        for node in range(count - 1, -1, -1):  # an element is numbered after the one around it
            outer = tree.parents[node]
            if outer >= 0 and self.last[node] >= 0:
                self.first[outer] = min(self.first[outer], self.first[node])
                self.last[outer] = max(self.last[outer], self.last[node])
                self.children.setdefault(outer, []).append(node)
        #: The outermost element that holds the same blocks.
        self.outermost: list[int] = []
        for node, outer in enumerate(tree.parents):
            same = outer >= 0 and (self.first[node], self.last[node]) == (self.first[outer], self.last[outer])
            self.outermost.append(self.outermost[outer] if same else node)
        self._weights = _sums(weights)
        self._prose = _sums([weight > 0 for weight in weights])
        self._letters = _sums([len(block.text) for block in tree.blocks])
        self._links = _sums([block.linked for block in tree.blocks])
        # A question stands above its answer as a heading does.
        heads = [block.tag in HEADINGS or block.text.endswith("?") for block in tree.blocks]
        short = [not weight and not head for weight, head in zip(weights, heads, strict=True)]
        self._short = _sums(short)
        self._led = _sums([weight > 0 and before for weight, before in zip(weights, (False, *short), strict=False)])
        self._titles = _sums([block.links > 0.8 and block.text[-1] not in _STOPS for block in tree.blocks])
        self._voices = Voices(tree.blocks, weights)
        #: For each block the next paragraph, itself or below.
        self._next = [len(weights)] * (len(weights) + 1)
        for number in range(len(weights) - 1, -1, -1):
            self._next[number] = number if weights[number] else self._next[number + 1]

    def size(self, node: int) -> int:
        """Give the number of blocks in an element."""
        return self.last[node] + 1 - self.first[node]

    def weight(self, node: int) -> int:
        """Give the characters of prose in an element."""
        return self._over(self._weights, node)

    def sentences(self, node: int) -> int:
        """Give the number of blocks of prose in an element."""
        return self._over(self._prose, node)

    def short(self, node: int) -> int:
        """Give the number of blocks in an element that are neither prose nor headings."""
        return self._over(self._short, node)

    def led(self, node: int) -> int:
        """Give the number of paragraphs in an element that stand right below a short line."""
        return self._over(self._led, node)

    def titles(self, node: int) -> int:
        """Give the number of blocks in an element that are links and no more."""
        return self._over(self._titles, node)

    def links(self, node: int) -> float:
        """Give the share of an element's text that stands in links."""
        return self._over(self._links, node) / max(1, self._over(self._letters, node))

    def speakers(self, node: int) -> Speakers:
        """Count the parts of an element that have sentences, and those among them that readers have signed."""
        firsts = [self._next[self.first[child]] for child in self.children.get(node, ())]
        opened = [number for number in firsts if number <= self.last[node]]
        names = [self._voices.names[number] for number in opened]
        dated = sum(self._voices.dated[number] for number in opened)
        return Speakers(len(opened), sum(name is not None for name in names), len({*names} - {None}), dated)

    def _over(self, sums: list[int], node: int) -> int:
        return sums[self.last[node] + 1] - sums[self.first[node]] if self.last[node] >= 0 else 0


def _sums(values: list[int] | list[bool]) -> list[int]:
    return list(accumulate(values, initial=0))
